"""The path to the end of the plan: targets and actuals over the years, as a picture."""

from decimal import Decimal
from fractions import Fraction

from saksama.compose.grid import text
from saksama.compose.ledger import Ledger
from saksama.compose.lineage import is_cut
from saksama.compose.standing import is_carried_over
from saksama.compose.values import actual_text, chart_label, target_text, value_text
from saksama.documents.document import Figure
from saksama.documents.pictures import Chart, ChartKind, ReferenceLine, Series, SeriesRole
from saksama.kernel.indicator import PerformanceIndicator, Target
from saksama.kernel.results import actual, target_in_force
from saksama.kernel.rounding import half_up
from saksama.language.numerals import listed


def path_chart(ledger: Ledger, indicator: PerformanceIndicator) -> Figure | None:
    """Targets and actuals over the years to the end-of-plan target; none where fewer than two years have a value."""
    baseline = indicator.baseline
    years = sorted(
        {found.year for found in indicator.targets}
        | {found.year for found in indicator.actuals if found.year <= ledger.year}
        | ({baseline.year} if baseline else set())
    )
    years = [year for year in years if not is_cut(indicator, year, ledger.year)]
    if len(years) < 2:
        return None
    promised = [target_in_force(ledger.record, indicator, year) for year in years]
    reached = [_reached(ledger, indicator, year) for year in years]
    series = (
        Series(
            "Target",
            SeriesRole.TARGET,
            tuple(target.high if target else None for target in promised),
            tuple(_label(ledger, indicator, target) if target else "" for target in promised),
        ),
        Series(
            "Realisasi", SeriesRole.ACTUAL, tuple(value for value, _ in reached), tuple(label for _, label in reached)
        ),
    )
    end = indicator.end_target
    reference = ReferenceLine(end.high, f"Target akhir {end.year}: {_label(ledger, indicator, end)}") if end else None
    spoken = ", ".join(f"{year}: {label}" for year, (_, label) in zip(years, reached, strict=True) if label)
    described = f"Realisasi {indicator.name}: {spoken or 'belum ada'}" + (f". {reference.label}" if reference else "")
    chart = Chart(ChartKind.LINES, tuple(map(str, years)), series, indicator.unit, described, reference)
    carried = [str(year) for year in years if is_carried_over(indicator, year)]
    source = text(f"* Realisasi {listed(tuple(carried))} memakai data tahun sebelumnya.") if carried else ()
    return Figure(chart, f"gambar-jalur-{indicator.id}", f"Jalur menuju Target Akhir: {indicator.name}", source)


def _label(ledger: Ledger, indicator: PerformanceIndicator, target: Target) -> str:
    return chart_label(indicator, target_text(ledger.record, indicator, target))


def _reached(ledger: Ledger, indicator: PerformanceIndicator, year: int) -> tuple[Decimal | None, str]:
    baseline = indicator.baseline
    if year > ledger.year:
        return None, ""
    found = actual(indicator, year)
    if isinstance(found.value, Fraction):
        mark = "*" if is_carried_over(indicator, year) else ""
        written = actual_text(ledger.record, indicator, found)
        return half_up(found.value, 6), chart_label(indicator, written) + mark
    if baseline and baseline.year == year:
        return baseline.value, chart_label(indicator, value_text(ledger.record, indicator, baseline.value))
    return None, ""
