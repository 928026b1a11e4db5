"""A value in its indicator's unit: a number, or a word of the indicator's scale, perhaps with its score."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from saksama.exchange.intake.rows import Entry, FilledRow, folded_text, nearest
from saksama.exchange.intake.units import in_unit
from saksama.exchange.intake.values import number_of_text, quoted
from saksama.exchange.problem import Problems
from saksama.kernel.figures import Blank, read_figure, write_decimal
from saksama.kernel.value_scale import Level, ValueScale
from saksama.language.messages import _

_WITH_SCORE = re.compile(r"(?P<first>[^()]*[^()\s])\s*\(\s*(?P<second>[^()]+?)\s*\)")
"""A word and its score in either order: "BB (72,35)", "72,35 (BB)"."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the values of an indicator are stated in: its unit, and its scale where they are words.

    `scales` are all that an indicator may name. Where `is_lost` is true, the indicator names one that is not there; a
    problem says so, and its words say nothing more.
    """

    unit: str
    scale: ValueScale | None = None
    scales: Sequence[ValueScale] = ()
    is_lost: bool = False


def value_of(row: FilledRow, key: str, measure: Measure, problems: Problems) -> Decimal | None:
    """The value of a cell; what can mean two numbers is asked and gives `None`, and so does a wrong word."""
    entry = row.entries.get(key)
    if entry is None:
        return None
    if isinstance(entry.value, str):
        level = _named(measure.scale, entry.value) if measure.scale else None
        if level:
            return level.value
        text = _as_text_of_number(entry, row, key, measure, problems=problems)
        if text is None:
            return None
        entry = text
    value = in_unit(entry, measure.unit, problems)
    if value is not None and measure.scale and measure.scale.level(Fraction(value)) is None:
        found = _("{value}, yang bukan tingkat pada skala {scale}")
        found = found.format(value=write_decimal(value), scale=measure.scale.title)
        problems.note(
            entry.place, found, _levels(measure.scale), _("Perbaiki nilainya; capaiannya tidak dapat dihitung")
        )
    return value


def _as_text_of_number(entry: Entry, row: FilledRow, key: str, measure: Measure, *, problems: Problems) -> Entry | None:
    text = str(entry.value)
    if measure.scale and (found := _WITH_SCORE.fullmatch(text)):
        return _scored(entry, found["first"], found["second"], measure.scale, problems=problems)
    if read_figure(text) is Blank.WORDS:
        if measure.is_lost:
            return None
        if measure.scale:
            _report_unknown(entry, text, measure.scale, problems)
            return None
        own = next((scale for scale in measure.scales if _named(scale, text)), None)
        if own:
            found_text = _("{text}, padahal indikator ini belum menyebut skala nilainya").format(text=quoted(text))
            remedy = _('Isi Skala nilai "{scale}" untuk indikator ini di lembar Definisi').format(scale=own.name)
            problems.error(entry.place, found_text, _("angka, atau kata dari skala nilai indikatornya"), remedy)
            return None
    field = row.sheet.field(key.partition(" ")[0])
    return number_of_text(text, field, place=entry.place, problems=problems)


def _named(scale: ValueScale, text: str) -> Level | None:
    return next((level for level in scale.levels if folded_text(level.word) == folded_text(text)), None)


def _scored(entry: Entry, first: str, second: str, scale: ValueScale, *, problems: Problems) -> Entry | None:
    """The score of a word with one, where both say the same."""
    word, score = (first, second) if _named(scale, first) else (second, first)
    level = _named(scale, word)
    if level is None:
        _report_unknown(entry, first, scale, problems)
        return None
    readings = read_figure(score)
    numbers = [] if isinstance(readings, Blank) else [reading.value for reading in readings]
    fitting = [number for number in numbers if scale.level(Fraction(number)) == level]
    if len(fitting) == 1:
        return replace(entry, value=fitting[0])
    expected = _("nilai yang berpredikat {word} pada skala {scale}").format(word=level.word, scale=scale.title)
    problems.error(entry.place, quoted(str(entry.value)), expected, _("Perbaiki kata atau nilainya"))
    return None


def _report_unknown(entry: Entry, word: str, scale: ValueScale, problems: Problems) -> None:
    found = _("{word}, yang tidak ada pada skala {scale}").format(word=quoted(word), scale=scale.title)
    near = nearest(word, [level.word for level in scale.levels])
    remedy = (
        _("Mungkin maksudnya {near}; perbaiki tulisannya").format(near=quoted(near))
        if near
        else _("Perbaiki katanya, atau tambahkan tingkat itu di lembar Skala Nilai")
    )
    problems.error(entry.place, found, _levels(scale), remedy)


def _levels(scale: ValueScale) -> str:
    return _("salah satu dari {words}").format(words=", ".join(level.word for level in scale.levels))
