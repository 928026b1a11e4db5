"""Analysis 2: actual and achievement against last year and the years before."""

from fractions import Fraction

from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, number_row, shown_in, table, text
from saksama.compose.ledger import Ledger
from saksama.compose.lineage import change_notes, is_cut, not_comparable
from saksama.compose.phrases import bold, polarity
from saksama.compose.sections.path import path_chart
from saksama.compose.standing import marked, measuring_bodies, standing_notes
from saksama.compose.units import is_repeated, points, unit_width
from saksama.compose.values import levels_apart, value_width
from saksama.documents.document import (
    Block,
    Content,
    Inline,
    ItemList,
    Landscape,
    Row,
    Text,
)
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import PerformanceIndicator, Target
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.results import actual, target_in_force
from saksama.language.numerals import in_words, listed

TITLE = "Realisasi dan Capaian Tahun {year} Dibandingkan Tahun-Tahun Sebelumnya"
_MOST_YEARS_UPRIGHT = 3


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """The figures of the years so far, what changed since last year, and the path to the end of the plan."""
    if not objective.indicators:
        return ()
    years = _years(ledger, objective)
    made = _table(ledger, objective, years)
    label = f"tabel-tahun-s{ledger.number(objective)}"
    shown = (shown_in(f"Realisasi dan capaian sampai dengan tahun {ledger.year}", label), made)
    return (
        *((Landscape(shown),) if len(years) > _MOST_YEARS_UPRIGHT else shown),
        ItemList(tuple(_sentence(ledger, indicator) for indicator in objective.indicators)),
        *(path for indicator in objective.indicators if (path := path_chart(ledger, indicator))),
    )


def _years(ledger: Ledger, objective: StrategicObjective) -> tuple[int, ...]:
    reported = {found.year for indicator in objective.indicators for found in indicator.actuals}
    return tuple(sorted({year for year in reported if year <= ledger.year} | {ledger.year}))


def _table(ledger: Ledger, objective: StrategicObjective, years: tuple[int, ...]) -> Block:
    span = len(years)
    first = Row(
        (
            cell("Indikator Kinerja", rowspan=2, align=CENTER),
            cell("Satuan", rowspan=2, align=CENTER),
            cell("Data Awal", rowspan=2, align=CENTER),
            cell("Realisasi", colspan=span, align=CENTER),
            cell("Capaian (%)", colspan=span, align=CENTER),
            cell(f"Perubahan {ledger.year - 1}–{ledger.year}", rowspan=2, align=CENTER),
        )
    )
    second = Row(tuple(cell(str(year), align=CENTER) for year in (*years, *years)))
    numbers = number_row(tuple(f"({number})" for number in range(1, 5 + 2 * span)))
    rows = tuple(
        Row(
            (
                cell(indicator.name),
                cell(indicator.unit),
                cell(ledger.baseline(indicator), *_baseline_year(indicator)),
                *(marked(indicator, year, _actual(ledger, indicator, year)) for year in years),
                *(marked(indicator, year, _achievement(ledger, indicator, year)) for year in years),
                cell(_change(ledger, indicator)),
            )
        )
        for indicator in objective.indicators
    )
    number = ledger.number(objective)
    unit = (unit_width(objective.indicators, 9), CENTER)
    widths = (
        (30, LEFT),
        unit,
        (value_width(ledger.record, objective.indicators, 11), RIGHT),
        *((value_width(ledger.record, objective.indicators, 9), RIGHT),) * span,
        *((9, RIGHT),) * span,
        (12, RIGHT),
    )
    unknown = tuple(str(year) for year in years if year < ledger.year and not _has_targets(ledger, objective, year))
    notes = ["Perubahan = realisasi tahun ini dikurangi realisasi tahun lalu, dalam satuan indikator."]
    if unknown:
        notes.append(f"Capaian {listed(unknown)} tidak dihitung karena target tahun itu tidak tersedia.")
    told = [year for year in years[:-1] if str(year) not in unknown]
    if any(_has_blank(ledger, indicator, told) for indicator in objective.indicators):
        notes.append("Tanda “–” berarti data tidak tersedia.")
    for asked in years:
        notes += standing_notes(objective.indicators, asked)
    notes += change_notes(ledger.record, objective.indicators, ledger.year)
    return table(
        f"tabel-tahun-s{number}",
        f"Realisasi dan Capaian Sasaran {number} Tahun {years[0]}–{years[-1]}"
        if len(years) > 1
        else f"Realisasi dan Capaian Sasaran {number}",
        widths=columns(*widths),
        header=(first, second, numbers),
        rows=rows,
        origin=f"Data kinerja {ledger.record.agency.name}, {years[0]}–{years[-1]}"
        + measuring_bodies(ledger, objective.indicators),
        notes=tuple(notes),
    )


def _baseline_year(indicator: PerformanceIndicator) -> tuple[str, ...]:
    return (f" ({indicator.baseline.year})",) if indicator.baseline else ()


def _actual(ledger: Ledger, indicator: PerformanceIndicator, year: int) -> Text:
    if is_cut(indicator, year, ledger.year):
        return Text("–")
    return ledger.actual(indicator, year) if year == ledger.year else ledger.actual(indicator, year, blank="–")


def _achievement(ledger: Ledger, indicator: PerformanceIndicator, year: int) -> Text:
    if is_cut(indicator, year, ledger.year):
        return Text("–")
    result = ledger.achievement(indicator, year)
    return ledger.plain(result) if year == ledger.year else ledger.plain(result, blank="–")


def _change(ledger: Ledger, indicator: PerformanceIndicator) -> Text:
    """What changed since last year; nothing for words, and where the years cannot be compared."""
    is_told = not indicator.value_scale and not not_comparable(ledger.record, indicator, ledger.year)
    return ledger.signed(ledger.change(indicator)) if is_told else Text("–")


def _has_blank(ledger: Ledger, indicator: PerformanceIndicator, years: list[int]) -> bool:
    """Whether the baseline or a figure of these years is missing."""
    achieved = (ledger.achievement(indicator, year).value for year in years)
    return indicator.baseline is None or any(isinstance(value, Uncomputable) for value in achieved)


def _has_targets(ledger: Ledger, objective: StrategicObjective, year: int) -> bool:
    return any(target_in_force(ledger.record, indicator, year) for indicator in objective.indicators)


def _sentence(ledger: Ledger, indicator: PerformanceIndicator) -> Content:
    year = ledger.year
    name = bold(indicator.name)
    result = ledger.change(indicator)
    if isinstance(result.value, Uncomputable):
        missing = [asked for asked in (year - 1, year) if isinstance(actual(indicator, asked).value, Uncomputable)]
        why = f"realisasi {listed(tuple(map(str, missing)))} belum tersedia"
        return text(name, f": belum dapat dibandingkan dengan tahun {year - 1}, karena {why}.")
    if why := not_comparable(ledger.record, indicator, year):
        return text(name, f": tidak dibandingkan dengan tahun {year - 1}, karena {why}.")
    if indicator.value_scale:
        return _worded_sentence(ledger, indicator)
    is_short = is_repeated(indicator.unit)
    before = ledger.actual(indicator, year - 1, unit=is_short)
    now = ledger.actual(indicator, year, unit=True)
    target = target_in_force(ledger.record, indicator, year)
    parts: list[str | Inline] = [name, ": realisasi "]
    if result.value == 0:
        parts += ["tetap ", now, f", sama dengan tahun {year - 1}"]
    else:
        moved = "naik" if result.value > 0 else "turun"
        size = f" {points(indicator.unit)}" if is_short else ""
        parts += [
            f"{moved} ",
            ledger.unsigned(result),
            f"{size} dari ",
            before,
            f" pada tahun {year - 1} menjadi ",
            now,
        ]
        parts += [f", yang berarti {_direction(ledger, indicator, target)}"]
    previous = actual(indicator, year - 1).value
    if target and isinstance(previous, Fraction) and _is_easier(indicator, Fraction(target.high), previous):
        parts += [f". Target {year} (", ledger.target(indicator, year, unit=True), f") berada {_side(indicator)} "]
        parts += [f"realisasi {year - 1} (", before, ")"]
    return text(*parts, ".")


def _worded_sentence(ledger: Ledger, indicator: PerformanceIndicator) -> Content:
    """Words are compared by their rank: a higher score inside one level is told by the scores themselves."""
    year, record = ledger.year, ledger.record
    before, now = actual(indicator, year - 1).value, actual(indicator, year).value
    both = (ledger.actual(indicator, year - 1), f" pada tahun {year - 1} menjadi ", ledger.actual(indicator, year))
    if isinstance(before, Uncomputable) or isinstance(now, Uncomputable) or now == before:
        words = (ledger.actual(indicator, year), f", sama dengan tahun {year - 1}")
        return text(bold(indicator.name), ": realisasi tetap ", *words, ".")
    levels = levels_apart(record, indicator, now, before)
    side = "lebih tinggi" if levels > 0 else "lebih rendah"
    same = f", {in_words(abs(levels))} tingkat {side}" if levels else ", pada tingkat yang sama"
    moved = "naik" if now > before else "turun"
    return text(bold(indicator.name), f": realisasi {moved} dari ", *both, same, ".")


def _direction(ledger: Ledger, indicator: PerformanceIndicator, target: Target | None) -> str:
    before, now = actual(indicator, ledger.year - 1).value, actual(indicator, ledger.year).value
    if isinstance(before, Uncomputable) or isinstance(now, Uncomputable):
        return "belum dapat dibandingkan"
    if target and (target.is_range or polarity(indicator) is Polarity.ON_TARGET):
        return _towards(target, before, now)
    is_higher_better = polarity(indicator) is not Polarity.LOWER_IS_BETTER
    return "kinerja membaik" if (now > before) == is_higher_better else "kinerja menurun"


def _towards(target: Target, before: Fraction, now: Fraction) -> str:
    """Where a value must be kept, moving up or down is neither good nor bad: coming nearer to this year's target is."""
    name = "rentang target" if target.is_range else "target"
    earlier, later = _outside(target, before), _outside(target, now)
    if earlier == later:
        return "tetap berada di dalam rentang target" if not later else f"sama jauhnya dari {name} {target.year}"
    return f"{'mendekati' if later < earlier else 'menjauhi'} {name} {target.year}"


def _outside(target: Target, value: Fraction) -> Fraction:
    return max(Fraction(target.low) - value, value - Fraction(target.high), Fraction(0))


def _is_easier(indicator: PerformanceIndicator, target: Fraction, previous: Fraction) -> bool:
    if polarity(indicator) is Polarity.HIGHER_IS_BETTER:
        return target < previous
    return polarity(indicator) is Polarity.LOWER_IS_BETTER and target > previous


def _side(indicator: PerformanceIndicator) -> str:
    return "di bawah" if polarity(indicator) is Polarity.HIGHER_IS_BETTER else "di atas"
