"""Checks out of relations: what a rule yields when figures agree, agree but for rounding, or differ."""

from dataclasses import replace
from fractions import Fraction

from saksama.audit.relation import SAME, Judgement, Relation, Verdict, agreement
from saksama.audit.rule import Check, Outcome, Severity
from saksama.kernel.figures import Figure, write_decimal
from saksama.kernel.rounding import write_number
from saksama.language.messages import _
from saksama.understanding.reading import FactKey, Measure

TERMS_SHOWN = 12
COMPUTED = (
    Measure.ACHIEVEMENT,
    Measure.AVERAGE_ACHIEVEMENT,
    Measure.PROGRESS,
    Measure.ABSORPTION,
    Measure.EFFICIENCY,
    Measure.SHARE,
)
"""Measures that are quotients: one place may round them and another cut them off."""
TRUNCATED, ROUNDED = "truncated", "rounded"
"""The topics of notes on rounding."""


def skipped(reason: str, key: FactKey | None = None) -> Check:
    """A look that could not be taken."""
    return Check(Outcome.SKIPPED, key=key, reason=reason)


def passed(relation: Relation, key: FactKey | None) -> Check:
    """A look at figures that agree."""
    return Check(Outcome.PASSED, relation.figures(), key, relation.stated, relation=relation)


def agreeing(
    relation: Relation,
    judgement: Judgement,
    key: FactKey | None,
    *,
    place: str,
    group: str = "",
    is_unlikely: bool = False,
) -> Check:
    """A look at figures that agree, with a note where they do so only by cutting off or by rounded inputs.

    `is_unlikely`: the rest of the column does not round its inputs, so that this must be looked at.
    """
    if judgement.verdict is Verdict.CONSISTENT:
        return passed(relation, key)
    found = failing(relation, judgement, key, message="", group=group)
    if judgement.verdict is Verdict.TRUNCATED and not judgement.may_be_rounded:
        message = _("{place}: tercetak {printed}; hasil hitung {expected} dipotong, bukan dibulatkan.")
        remedy = _("Bulatkan hasil hitung ke atas bila angka berikutnya 5 atau lebih, sama di seluruh laporan.")
        topic = TRUNCATED
    else:
        message = _("{place}: tercetak {printed}, sedangkan dari angka yang tercetak didapat {expected}.")
        remedy = _(
            "Selisihnya masih mungkin berasal dari angka yang belum dibulatkan: cetak angka dasarnya lebih rinci."
        )
        topic = ROUNDED
    sharper = expected_text(judgement, decimals=_decimals(judgement) + 2)
    text = message.format(place=place, printed=relation.stated.text.strip(), expected=sharper)
    severity = Severity.NOTE
    if is_unlikely and judgement.verdict is Verdict.ROUNDED:
        severity, topic, text = Severity.WARNING, "", f"{text} {_('Perlu dicek.')}"
    return replace(found, message=text, remedy=remedy, topic=topic, severity=severity, expected_text=sharper)


def equal(relation: Relation, key: FactKey | None, *, place: str) -> Check:
    """A look at two prints of one number, with a note where one of them was cut off."""
    other = relation.terms[0].figured
    is_computed = key is not None and key.measure in COMPUTED
    verdict = agreement(relation.stated, other, is_exact=relation.is_exact, is_computed=is_computed)
    if verdict is not Verdict.TRUNCATED:
        return passed(relation, key)
    text = _("{place}: tercetak {printed}, di tempat lain {other}; desimalnya dipotong, bukan dibulatkan.").format(
        place=place, printed=relation.stated.text.strip(), other=other.text.strip()
    )
    found = failing(relation, Judgement(verdict), key, message=text, severity=Severity.NOTE)
    return replace(found, topic=TRUNCATED, remedy=_("Cetak angka yang sama dengan banyak desimal yang sama."))


def failing(
    relation: Relation,
    judgement: Judgement,
    key: FactKey | None,
    *,
    message: str,
    remedy: str = "",
    cause: str = "",
    group: str = "",
    severity: Severity | None = None,
) -> Check:
    """A look at figures that do not agree."""
    return Check(
        Outcome.FAILED,
        relation.figures(),
        key,
        relation.stated,
        judgement.expected,
        relation.terms[0].figured.text.strip() if relation.formula is SAME else expected_text(judgement),
        message,
        "" if relation.formula is SAME else arithmetic(relation, judgement),
        group=group,
        severity=severity,
        remedy=remedy,
        cause=cause,
        relation=relation,
    )


def _decimals(judgement: Judgement) -> int:
    return judgement.readings[0].decimals if judgement.readings and judgement.readings[0].scale == 1 else 0


def expected_text(judgement: Judgement, *, decimals: int | None = None) -> str:
    """What the inputs give as they are printed, to the decimals of what is stated."""
    if judgement.value is None:
        return ""
    return number(judgement.value, _decimals(judgement) if decimals is None else decimals)


def number(value: Fraction, decimals: int) -> str:
    """A computed number; whole where it is an amount without cents."""
    return write_number(value, 2 if not decimals and value.denominator != 1 and abs(value) < 1000 else decimals)


def arithmetic(relation: Relation, judgement: Judgement) -> str:
    """The computation written out: "4.364.506.894 ÷ 4.827.274.899 × 100% = 90,41"."""
    if not judgement.readings or judgement.value is None:
        return ""
    texts = [operand(figure) for figure in judgement.readings[1:]]
    if relation.formula.inputs:
        named = dict(zip((term.name for term in relation.terms), texts, strict=True))
        left = relation.formula.expression.format(**named)
    else:
        shown = texts if len(texts) <= TERMS_SHOWN else [*texts[: TERMS_SHOWN - 1], "…", texts[-1]]
        total = " + ".join(shown)
        left = total if relation.formula.name == "sum" else f"({total}) ÷ {len(texts)}"
    right = expected_text(judgement)
    return right if left == right else f"{left} = {right}"


def operand(figure: Figure) -> str:
    """A figure in a computation, in one way of writing numbers."""
    text = write_decimal(figure.value)
    return f"({text})" if text.startswith("-") else text
