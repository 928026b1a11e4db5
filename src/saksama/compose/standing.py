"""How far an actual can be relied on: whose data, of which year, released or not. Nothing carried over is rated
silently.
"""

from collections.abc import Iterable

from saksama.compose.grid import cell
from saksama.compose.ledger import Ledger
from saksama.compose.phrases import ended
from saksama.documents.document import Cell, Inline
from saksama.kernel.indicator import Actual, ActualState, PerformanceIndicator

MARK = " *)"


def is_carried_over(indicator: PerformanceIndicator, year: int) -> bool:
    """Whether a year's actual is an earlier year's value."""
    reported = indicator.actual(year)
    return reported is not None and reported.is_carried_over


def marked(indicator: PerformanceIndicator, year: int, figure: Inline) -> Cell:
    """A figure that rests on a year's actual, with a mark where that is carried over."""
    return cell(figure, MARK) if is_carried_over(indicator, year) else cell(figure)


def data_origin(indicator: PerformanceIndicator, year: int) -> str:
    """ "data 2024 dari BPS; data 2025 belum rilis" for a carried-over actual, else ""."""
    reported = indicator.actual(year)
    if reported is None or not reported.is_carried_over:
        return ""
    whose = f" dari {reported.measured_by}" if reported.measured_by else ""
    is_late = reported.state is ActualState.NOT_RELEASED
    return f"data {reported.reference_year}{whose}; data {year} {'belum rilis' if is_late else 'belum tersedia'}"


def standing_notes(indicators: Iterable[PerformanceIndicator], year: int) -> tuple[str, ...]:
    """Footnotes of a table: carried-over values, and those that the measuring body has not released."""
    every = tuple(indicators)
    carried = [
        f"*) {indicator.name}: {data_origin(indicator, year)}{_more(indicator.actual(year))}"
        for indicator in every
        if is_carried_over(indicator, year)
    ]
    if carried:
        carried.append(f"*) Capaian dan peringkat yang bertanda memakai data lama dan belum menilai tahun {year}.")
    return (*carried, *(note for indicator in every if (note := _unreleased(indicator, year))))


def measuring_bodies(ledger: Ledger, indicators: Iterable[PerformanceIndicator]) -> str:
    """The source line of a table of actuals, with the bodies that measured them."""
    reported = (indicator.actual(ledger.year) for indicator in indicators)
    bodies = dict.fromkeys(found.measured_by for found in reported if found and found.measured_by)
    return "".join(f"; {body}" for body in bodies)


def _unreleased(indicator: PerformanceIndicator, year: int) -> str:
    reported = indicator.actual(year)
    is_late = reported is not None and reported.state is ActualState.NOT_RELEASED and not reported.is_carried_over
    if not is_late or reported is None or not reported.measured_by:
        return ""
    return f"{indicator.name}: data {year} dari {reported.measured_by} belum rilis{_more(reported)}"


def _more(reported: Actual | None) -> str:
    return f". {ended(reported.note)}" if reported and reported.note else "."
