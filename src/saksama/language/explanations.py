"""Explanations in words: how a figure came about, line by line, as a person would check it with a calculator."""

import itertools
from dataclasses import replace
from typing import NamedTuple

from saksama.kernel.evaluation import Result, formula_named, replay
from saksama.kernel.explanation import NO_LIMITS, ZERO_TARGET_BASIS, Explanation, Input
from saksama.kernel.formula import Formula, Polarity
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.quantity import Quantity, Reason, Uncomputable
from saksama.kernel.rating import RatingScale
from saksama.kernel.rounding import write_number, write_rupiah
from saksama.kernel.steps import StepKind, is_decided, steps_of, written
from saksama.kernel.totals import ARITHMETIC
from saksama.language.messages import _

Row = tuple[str, str]
"""A label and what stands beside it: ("Rumus", "Realisasi ÷ Target × 100%")."""


class LinkedRow(NamedTuple):
    """A row and, where it tells an input, that input."""

    label: str
    text: str
    item: Input | None = None


def explain(explanation: Explanation) -> tuple[Row, ...]:
    """How a result came about, computed again: formula, inputs, arithmetic, limits, rounding, class, basis."""
    return explain_result(replay(explanation))


def explain_result(result: Result) -> tuple[Row, ...]:
    """How the result came about."""
    return tuple((row.label, row.text) for row in linked_rows(result))


def linked_rows(result: Result, *, by_name: bool = True) -> tuple[LinkedRow, ...]:
    """How the result came about, each input with its row; `by_name` also tells which result it is."""
    explanation = result.explanation
    formula = formula_named(explanation.formula)
    if formula is None:
        return (LinkedRow(_("Tidak ada angka"), _reason(result.value)),)
    inputs = [
        LinkedRow(_("Masukan"), _input_in_words(item if by_name else replace(item, explanation="")), item)
        for item in explanation.inputs
    ]
    if isinstance(result.value, Uncomputable):
        outcome = [(_("Tidak ada angka"), _reason(result.value))]
    else:
        outcome = _arithmetic(explanation, formula, result)
    basis = ZERO_TARGET_BASIS if is_decided(explanation) else formula.citation
    rest = itertools.starmap(LinkedRow, (*outcome, *_basis(basis)))
    return (LinkedRow(_("Rumus"), formula_in_words(formula)), *inputs, *rest)


def explain_formula(formula: Formula) -> tuple[Row, ...]:
    """What a formula is, when it gives no number, and what it rests on."""
    named = [_input_names()[name] for name in formula.inputs]
    return (
        (_("Nama"), formula.name),
        (_("Judul"), _(formula.title)),
        (_("Rumus"), formula_in_words(formula)),
        (_("Masukan"), ", ".join(named) or _("berapa pun banyaknya")),
        *([(_("Satuan"), formula.unit)] if formula.unit else []),
        *([(_("Arah"), polarity_text(formula.polarity))] if formula.polarity is not Polarity.NONE else []),
        *_basis(formula.citation),
    )


def explain_scale(scale: RatingScale) -> tuple[Row, ...]:
    """The classes of a scale, on which side its bounds fall, and what it rests on."""
    side = (
        _("nilai tepat pada batas masuk kelas di atasnya")
        if scale.bound_opens_band
        else _("nilai tepat pada batas masuk kelas di bawahnya")
    )
    rounding = (
        _("nilai tidak dibulatkan sebelum dinilai")
        if scale.decimals is None
        else _("nilai dibulatkan ke {decimals} sebelum dinilai").format(decimals=_decimals(scale.decimals))
    )
    return (
        (_("Nama"), scale.name),
        (_("Judul"), _(scale.title)),
        *((_("Kelas"), text) for text in scale_in_words(scale)),
        (_("Batas"), f"{side}; {rounding}"),
        *_basis(scale.citation),
    )


def formula_in_words(formula: Formula) -> str:
    """The formula with its inputs in words: "Realisasi ÷ Target × 100%"."""
    return _(formula.expression).format(**_input_names())


def scale_in_words(scale: RatingScale) -> tuple[str, ...]:
    """The classes from the best to the lowest: "≥ 91: Sangat Tinggi"."""
    return tuple(_rated(scale.condition(band), band.word) for band in scale.bands)


def reason_text(uncomputable: Uncomputable) -> str:
    """Why there is no number: "target belum ada"; with what stands in the way, where it is something else."""
    text, subject = _reasons()[uncomputable.reason], uncomputable.subject
    is_itself = uncomputable.reason in {Reason.NO_TARGET, Reason.NO_ACTUAL, Reason.NO_PROGRAMME}
    return f"{text} ({subject})" if subject and not is_itself else text


def certainty_text(certainty: Certainty) -> str:
    """How sure we are of what the basis says."""
    return {
        Certainty.CONFIRMED: _("teks peraturan terbaca"),
        Certainty.WEAK: _("terbaca lewat kutipan, aplikasi, atau laporan pihak lain"),
        Certainty.GENERAL: _("pengetahuan umum, harus diperiksa pada teks peraturan"),
        Certainty.DISPUTED: _("sumber berbeda-beda"),
        Certainty.OWN: _("pilihan sendiri, tidak ditetapkan peraturan"),
    }[certainty]


def polarity_text(polarity: Polarity) -> str:
    """Which way an actual is better."""
    return {
        Polarity.HIGHER_IS_BETTER: _("semakin tinggi semakin baik"),
        Polarity.LOWER_IS_BETTER: _("semakin rendah semakin baik"),
        Polarity.ON_TARGET: _("semakin dekat ke target semakin baik"),
        Polarity.NONE: _("tidak ada"),
    }[polarity]


def _arithmetic(explanation: Explanation, formula: Formula, result: Result) -> list[Row]:
    def with_unit(text: str) -> str:
        return f"{text} {formula.unit}".rstrip() if formula.unit != "%" else f"{text}%"

    is_rupiah = _is_rupiah(explanation, formula)
    taken = {step.kind: step.text for step in steps_of(result)}
    rows: list[Row] = []
    if StepKind.DECIDE in taken:
        rows.append((_("Target nol"), _zero_target_in_words(result.value)))
    else:
        value = _rupiah(result.value) if is_rupiah else with_unit(taken[StepKind.COMPUTE])
        substituted = taken[StepKind.SUBSTITUTE]
        rows.append((_("Hitungan"), value if substituted == value else f"{substituted} = {value}"))
    rows += _limits_in_words(explanation, with_unit(taken[StepKind.LIMIT]) if StepKind.LIMIT in taken else "")
    if not is_rupiah:
        how = _("{decimals}, setengah ke atas").format(decimals=_decimals(explanation.decimals))
        rows.append((_("Pembulatan"), f"{how}: {with_unit(taken[StepKind.ROUND])}"))
    if explanation.scale and result.band:
        scale = explanation.scale
        rows.append((_("Peringkat"), _rated(scale.condition(result.band), result.band.word)))
        rows.append((_("Skala"), f"{_(scale.title)} ({scale.citation}; {certainty_text(scale.citation.certainty)})"))
    return rows


def _limits_in_words(explanation: Explanation, limited: str) -> list[Row]:
    limits = explanation.limits
    if limits == NO_LIMITS:
        return []
    parts = []
    if limits.cap is not None:
        parts.append(_("paling tinggi {limit}%").format(limit=f"{limits.cap:f}".replace(".", ",")))
    if limits.floor is not None:
        parts.append(_("paling rendah {limit}%").format(limit=f"{limits.floor:f}".replace(".", ",")))
    rows = [(_("Batas"), ", ".join(parts) + (": " + _("menjadi {value}").format(value=limited) if limited else ""))]
    if limits.citation:
        rows.append((_("Dasar batas"), f"{limits.citation}; {certainty_text(limits.citation.certainty)}"))
    return rows


def _basis(citation: Citation) -> list[Row]:
    if citation == ARITHMETIC:
        return [(_("Dasar"), _(citation.regulation))]
    note = [(_("Catatan"), _(citation.note))] if citation.note else []
    return [(_("Dasar"), str(citation)), *note, (_("Kepastian"), certainty_text(citation.certainty))]


def _input_in_words(item: Input) -> str:
    origin = item.origin or _input_names().get(item.name, item.name)
    if isinstance(item.value, Uncomputable):
        return f"{origin}: {reason_text(item.value)}"
    sources = [str(item.place)] if item.place else []
    sources += [_("hasil {name}").format(name=item.explanation)] if item.explanation else []
    value = item.printed or written(item.value)
    return f"{origin} = {value}" + (f" ({'; '.join(sources)})" if sources else "")


def _is_rupiah(explanation: Explanation, formula: Formula) -> bool:
    printed = [item.printed for item in explanation.inputs]
    return not formula.unit and bool(printed) and all(text.startswith(("Rp", "-Rp")) for text in printed)


def _rupiah(value: Quantity) -> str:
    return reason_text(value) if isinstance(value, Uncomputable) else write_rupiah(value)


def _reason(value: Quantity) -> str:
    return reason_text(value) if isinstance(value, Uncomputable) else write_number(value)


def _zero_target_in_words(value: Quantity) -> str:
    if value == 100:
        return _("tercapai, karena realisasi tidak di atas nol: 100%")
    return _("tidak tercapai, karena realisasi di atas nol: 0%")


def _rated(condition: str, word: str) -> str:
    return f"{condition}: {word}" if condition else word


def _decimals(count: int) -> str:
    named = (_("tanpa desimal"), _("satu desimal"), _("dua desimal"), _("tiga desimal"), _("empat desimal"))
    return named[count] if count < len(named) else _("{count} desimal").format(count=count)


def _input_names() -> dict[str, str]:
    return {
        "actual": _("Realisasi"),
        "target": _("Target"),
        "low": _("Batas bawah"),
        "high": _("Batas atas"),
        "end_target": _("Target akhir periode"),
        "expenditure": _("Realisasi anggaran"),
        "appropriation": _("Pagu"),
        "achievement": _("Capaian"),
        "absorption": _("Serapan"),
        "expected_cost": _("Pagu menurut capaian"),
        "efficiency": _("Efisiensi"),
        "value": _("Nilai"),
        "other": _("Pembanding"),
    }


def _reasons() -> dict[Reason, str]:
    return {
        Reason.NO_TARGET: _("target belum ada"),
        Reason.NO_ACTUAL: _("realisasi belum ada"),
        Reason.NOT_APPLICABLE: _("tidak berlaku"),
        Reason.NOT_RELEASED: _("belum dirilis"),
        Reason.NOT_DUE: _("belum waktunya diukur"),
        Reason.ZERO_TARGET: _("target nol"),
        Reason.NEGATIVE_TARGET: _("target di bawah nol"),
        Reason.ZERO_ACTUAL: _("realisasi nol atau di bawah nol"),
        Reason.ZERO_DENOMINATOR: _("pembagi nol"),
        Reason.INVERTED_RANGE: _("batas bawah target di atas batas atasnya"),
        Reason.RANGE_NEEDS_FORMULA: _("target berupa rentang, tetapi rumusnya bukan rumus rentang"),
        Reason.NOTHING_TO_AVERAGE: _("belum ada capaian yang dapat dirata-ratakan"),
        Reason.NO_APPROPRIATION: _("pagu belum ada"),
        Reason.NO_EXPENDITURE: _("realisasi anggaran belum ada"),
        Reason.ZERO_APPROPRIATION: _("pagu nol atau di bawah nol"),
        Reason.NO_PROGRAMME: _("belum ada program yang mendukung"),
        Reason.INCOMPLETE_SHARES: _("bagian dukungan anggaran tidak berjumlah 100%"),
        Reason.SHARED_AND_SPLIT: _("disebut pagu bersama, tetapi juga dibagi menurut porsi"),
        Reason.UNKNOWN_LEVEL: _("bukan nilai pada skalanya"),
        Reason.NESTED_SUPPORT: _("program dan bagian di bawahnya sama-sama mendukung, anggaran terhitung dua kali"),
        Reason.NEGATIVE_VALUE: _("ada nilai di bawah nol"),
        Reason.NOT_A_NUMBER: _("bukan angka yang dapat dihitung"),
        Reason.UNKNOWN_FORMULA: _("rumus tidak dikenal"),
    }
