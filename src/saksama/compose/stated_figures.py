"""What documents say of a figure, by the id that it has there: a target, an actual, the progress of a quarter."""

from collections.abc import Iterator

from saksama.compose.figures import known_years
from saksama.compose.interim import Interim
from saksama.compose.kinds import KINDS, Kind, make
from saksama.compose.ledger import Ledger
from saksama.compose.period_figures import period_in
from saksama.compose.request import Request
from saksama.documents.document import Explained
from saksama.kernel.agreements import up_to
from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import PerformanceRecord


def stated_figure(record: PerformanceRecord, identifier: str) -> Explained | None:
    """The explanation with this id in any document of any year, the last one first; or `None`."""
    years = list(reversed(known_years(record, identifier)))
    in_documents = (
        found
        for year in years
        for kind in KINDS
        for wish in _wishes(record, kind, year, period_in(identifier))
        for found in make(kind, wish).explanations
    )
    found = next((found for found in in_documents if found.id == identifier), None)
    return found or stated_of_indicator(record, identifier)


def stated_of_indicator(record: PerformanceRecord, identifier: str) -> Explained | None:
    """The explanation with this id among what an indicator states, which needs no document; or `None`."""
    years = reversed(known_years(record, identifier))
    every = (found for year in years for found in _of_indicators(record, year, identifier))
    return next((found for found in every if found.id == identifier), None)


def _of_indicators(record: PerformanceRecord, year: int, identifier: str) -> tuple[Explained, ...]:
    """What tables for analysts state and no document prints, such as the end-of-plan target of an output."""
    ledger, period = Ledger(record, year), period_in(identifier)
    for indicator in record.indicators():
        if f"/{indicator.id}" in identifier:
            ledger.actual(indicator, year)
            ledger.target(indicator, year)
            ledger.plan_target(indicator, year)
            ledger.end_target(indicator)
            ledger.baseline(indicator)
            if period and period.year == year:
                interim = Interim(ledger, period)
                interim.target_in_text(indicator)
                interim.actual_in_text(indicator)
                interim.target_to_date_text(indicator)
                interim.actual_to_date_text(indicator)
    return ledger.explained({identifier})


def _wishes(record: PerformanceRecord, kind: Kind, year: int, named: Period | None) -> Iterator[Request]:
    """What to ask a kind for: each version of a promise, and the quarter that holds the period that the id names."""
    if kind.is_promise:
        for agreement in reversed(record.agreement_versions(year)):
            yield Request(up_to(record, year, agreement.revision), year)
        if not record.agreement_versions(year):
            yield Request(record, year)
        return
    quarter = (named.last_month + 2) // 3 if named and named.year == year else 4
    yield Request(record, year, Period(year, quarter, Cycle.QUARTER) if kind.takes_period else None)
