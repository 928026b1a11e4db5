"""Rows → the scales of values that are words, and the one that each indicator names."""

from collections.abc import Sequence

from saksama.exchange.intake.rows import FilledRow, folded_text, nearest
from saksama.exchange.intake.values import quoted
from saksama.exchange.intake.words import Measure
from saksama.exchange.problem import Problems
from saksama.kernel.figures import write_decimal
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.value_scale import SHIPPED_VALUE_SCALES, Level, ValueScale
from saksama.language.messages import _

_CITATION = ("regulation", "clause", "certainty", "citation_note")
_ONCE = ("title", "has_scores", *_CITATION)
"""What is said of a scale on any one of its rows."""


def read_value_scales(rows: Sequence[FilledRow], problems: Problems) -> tuple[ValueScale, ...]:
    """The agency's own scales in the order of their rows. A scale that ships and stands unchanged is not its own."""
    grouped: dict[str, list[FilledRow]] = {}
    for row in rows:
        if name := row.required_text("scale", problems):
            grouped.setdefault(name, []).append(row)
    scales = (_scale(name, every, problems) for name, every in grouped.items())
    return tuple(scale for scale in scales if scale and scale not in SHIPPED_VALUE_SCALES)


def _scale(name: str, rows: Sequence[FilledRow], problems: Problems) -> ValueScale | None:
    said = _said_once(rows, problems)
    levels: dict[str, Level] = {}
    for row in rows:
        word, value = row.required_text("word", problems), row.decimal("value")
        if value is None and "value" not in row.unreadable:
            found = _("tingkat {word} tanpa nilainya").format(word=quoted(word))
            problems.error(row.at("value"), found, _("nilai atau peringkat"), _("Isi nilainya"))
        if not word or value is None:
            continue
        if folded_text(word) in levels:
            found = _("{word}, yang sudah ada pada skala ini").format(word=quoted(word))
            problems.error(row.at("word"), found, _("satu baris satu tingkat"), _("Hapus salah satunya"))
        elif any(level.value == value for level in levels.values()):
            found = _("nilai {value}, yang juga dimiliki tingkat lain").format(value=write_decimal(value))
            problems.error(row.at("value"), found, _("satu nilai untuk setiap tingkat"), _("Perbaiki salah satunya"))
        else:
            levels[folded_text(word)] = Level(word, value)
    if not levels:
        return None
    ordered = tuple(sorted(levels.values(), key=lambda level: level.value))
    regulation, clause, certainty, note = (said[part] for part in _CITATION)
    stated = Citation(regulation, clause, Certainty(certainty) if certainty else Certainty.OWN, note)
    citation = {"citation": stated} if any((regulation, clause, certainty, note)) else {}
    return ValueScale(name, said["title"] or name, ordered, said["has_scores"] == "yes", **citation)


def _said_once(rows: Sequence[FilledRow], problems: Problems) -> dict[str, str]:
    """What is said of the whole scale; two rows that say something else of it contradict each other."""
    said = dict.fromkeys(_ONCE, "")
    for row in rows:
        for part in _ONCE:
            text = row.text(part)
            if text and said[part] and text != said[part]:
                heading = row.sheet.field(part).heading
                found = _("{heading} yang berbeda dari baris lain skala ini").format(heading=heading)
                problems.error(row.at(part), found, _("satu isian untuk satu skala"), _("Samakan, atau kosongkan"))
            said[part] = said[part] or text
    return said


def measure_of(definition: FilledRow, unit: str, own: Sequence[ValueScale], problems: Problems) -> Measure:
    """The measure of an indicator by its data sheet."""
    scales = {scale.name: scale for scale in (*SHIPPED_VALUE_SCALES, *own)}
    every = tuple(scales.values())
    named = definition.text("value_scale")
    if not named:
        return Measure(unit, scales=every, is_lost="value_scale" in definition.unreadable)
    wanted = folded_text(named)
    scale = scales.get(named) or next(
        (scale for scale in every if wanted in (folded_text(scale.name), folded_text(scale.title))), None
    )
    if scale is None:
        found = _("{name}, yang tidak ada di lembar Skala Nilai").format(name=quoted(named))
        near = nearest(named, [scale.name for scale in every])
        remedy = (
            _("Mungkin maksudnya {near}; perbaiki tulisannya").format(near=quoted(near))
            if near
            else _("Perbaiki kodenya, atau tambahkan skala itu di lembar Skala Nilai")
        )
        expected = _("kode skala, misalnya {names}").format(names=", ".join(scale.name for scale in every))
        problems.error(definition.at("value_scale"), found, expected, remedy)
    return Measure(unit, scale, every, is_lost=scale is None)
