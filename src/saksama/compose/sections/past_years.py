"""Analysis 2: actual and achievement against last year and the years before."""

from decimal import Decimal
from fractions import Fraction

from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, number_row, table, text
from saksama.compose.ledger import Ledger, in_unit, points
from saksama.documents.document import (
    Block,
    Chart,
    ChartKind,
    Content,
    Figure,
    Inline,
    ItemList,
    Landscape,
    ReferenceLine,
    Row,
    Series,
    SeriesRole,
    Text,
)
from saksama.kernel.evaluation import formula_named
from saksama.kernel.figures import write_decimal
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.results import actual, target_in_force
from saksama.kernel.rounding import half_up, write_number

TITLE = "Realisasi dan Capaian Tahun {year} Dibandingkan Tahun-Tahun Sebelumnya"
_MOST_YEARS_UPRIGHT = 3


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """The figures of the years so far, what changed since last year, and the path to the end of the plan."""
    if not objective.indicators:
        return ()
    years = _years(ledger, objective)
    made = _table(ledger, objective, years)
    return (
        Landscape((made,)) if len(years) > _MOST_YEARS_UPRIGHT else made,
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
                *(cell(_actual(ledger, indicator, year)) for year in years),
                *(cell(_achievement(ledger, indicator, year)) for year in years),
                cell(ledger.signed(ledger.change(indicator))),
            )
        )
        for indicator in objective.indicators
    )
    number = ledger.number(objective)
    widths = ((30, LEFT), (9, CENTER), (11, RIGHT), *((9, RIGHT),) * (2 * span), (12, RIGHT))
    unknown = [year for year in years if year < ledger.year and not _has_targets(ledger, objective, year)]
    notes = ["Perubahan = realisasi tahun ini dikurangi realisasi tahun lalu, dalam satuan indikator."]
    if unknown:
        listed = ", ".join(map(str, unknown))
        notes.append(f"Capaian {listed} tidak dihitung karena target tahun itu tidak tersedia.")
    return table(
        f"tabel-tahun-s{number}",
        f"Realisasi dan Capaian Sasaran {number} Tahun {years[0]}–{years[-1]}"
        if len(years) > 1
        else f"Realisasi dan Capaian Sasaran {number}",
        widths=columns(*widths),
        header=(first, second, numbers),
        rows=rows,
        origin=f"Data kinerja {ledger.record.agency.name}, {years[0]}–{years[-1]}",
        notes=tuple(notes),
    )


def _baseline_year(indicator: PerformanceIndicator) -> tuple[str, ...]:
    return (f" ({indicator.baseline.year})",) if indicator.baseline else ()


def _actual(ledger: Ledger, indicator: PerformanceIndicator, year: int) -> Text:
    return ledger.actual(indicator, year) if year == ledger.year else ledger.actual(indicator, year, blank="–")


def _achievement(ledger: Ledger, indicator: PerformanceIndicator, year: int) -> Text:
    result = ledger.achievement(indicator, year)
    return ledger.plain(result) if year == ledger.year else ledger.plain(result, blank="–")


def _has_targets(ledger: Ledger, objective: StrategicObjective, year: int) -> bool:
    return any(target_in_force(ledger.record, indicator, year) for indicator in objective.indicators)


def _sentence(ledger: Ledger, indicator: PerformanceIndicator) -> Content:
    year = ledger.year
    name = Text(indicator.name, bold=True)
    result = ledger.change(indicator)
    if isinstance(result.value, Uncomputable):
        reached = ledger.actual(indicator, year - 1, blank="")
        why = f"realisasi {year - 1} tidak tersedia" if not reached.text else f"realisasi {year} belum diisi"
        return text(name, f": belum dapat dibandingkan dengan tahun {year - 1}, karena {why}.")
    before = ledger.actual(indicator, year - 1, unit=True)
    now = ledger.actual(indicator, year, unit=True)
    parts: list[str | Inline] = [name, ": realisasi "]
    if result.value == 0:
        parts += [f"tetap {now.text} seperti tahun {year - 1}"]
    else:
        size = ledger.plain(result)
        moved = "naik" if result.value > 0 else "turun"
        unsigned = Text(size.text.lstrip("-"), explanation=size.explanation)
        parts += [f"{moved} ", unsigned, f" {points(indicator.unit)} dari ", before, f" pada tahun {year - 1} menjadi "]
        parts += [now, f", yang berarti {_direction(indicator, result.value)}"]
    target = target_in_force(ledger.record, indicator, year)
    previous = actual(indicator, year - 1).value
    if target and isinstance(previous, Fraction) and _is_easier(indicator, Fraction(target.high), previous):
        parts += [f". Target {year} (", ledger.target(indicator, year, unit=True), f") berada {_side(indicator)} "]
        parts += [f"realisasi {year - 1} (", before, ")"]
    return text(*parts, ".")


def _polarity(indicator: PerformanceIndicator) -> Polarity:
    formula = formula_named(indicator.formula)
    return formula.polarity if formula else Polarity.NONE


def _direction(indicator: PerformanceIndicator, change: Fraction) -> str:
    match _polarity(indicator):
        case Polarity.HIGHER_IS_BETTER:
            return "membaik" if change > 0 else "menurun kinerjanya"
        case Polarity.LOWER_IS_BETTER:
            return "membaik" if change < 0 else "menurun kinerjanya"
        case _:
            return "berubah terhadap target yang harus dijaga"


def _is_easier(indicator: PerformanceIndicator, target: Fraction, previous: Fraction) -> bool:
    polarity = _polarity(indicator)
    if polarity is Polarity.HIGHER_IS_BETTER:
        return target < previous
    return polarity is Polarity.LOWER_IS_BETTER and target > previous


def _side(indicator: PerformanceIndicator) -> str:
    return "di bawah" if _polarity(indicator) is Polarity.HIGHER_IS_BETTER else "di atas"


def path_chart(ledger: Ledger, indicator: PerformanceIndicator) -> Figure | None:
    """Targets and actuals over the years to the end-of-plan target; none where fewer than two years have a value."""
    baseline = indicator.baseline
    years = sorted(
        {found.year for found in indicator.targets}
        | {found.year for found in indicator.actuals if found.year <= ledger.year}
        | ({baseline.year} if baseline else set())
    )
    if len(years) < 2:
        return None
    promised = [target_in_force(ledger.record, indicator, year) for year in years]
    reached = [_reached(ledger, indicator, year) for year in years]
    series = (
        Series(
            "Target",
            SeriesRole.TARGET,
            tuple(target.high if target else None for target in promised),
            tuple(in_unit(write_decimal(target.high), indicator.unit) if target else "" for target in promised),
        ),
        Series(
            "Realisasi", SeriesRole.ACTUAL, tuple(value for value, _ in reached), tuple(label for _, label in reached)
        ),
    )
    end = indicator.end_target
    reference = (
        ReferenceLine(end.high, f"Target akhir {end.year}: {in_unit(write_decimal(end.high), indicator.unit)}")
        if end
        else None
    )
    spoken = ", ".join(f"{year}: {label}" for year, (_, label) in zip(years, reached, strict=True) if label)
    described = f"Realisasi {indicator.name}: {spoken or 'belum ada'}" + (f". {reference.label}" if reference else "")
    chart = Chart(ChartKind.LINES, tuple(map(str, years)), series, indicator.unit, described, reference)
    return Figure(chart, f"gambar-jalur-{indicator.id}", f"Jalur menuju Target Akhir: {indicator.name}")


def _reached(ledger: Ledger, indicator: PerformanceIndicator, year: int) -> tuple[Decimal | None, str]:
    baseline = indicator.baseline
    if year > ledger.year:
        return None, ""
    found = actual(indicator, year)
    if isinstance(found.value, Fraction):
        written = found.printed or write_number(found.value, indicator.decimals)
        return half_up(found.value, 6), in_unit(written, indicator.unit)
    if baseline and baseline.year == year:
        return baseline.value, in_unit(write_decimal(baseline.value), indicator.unit)
    return None, ""
