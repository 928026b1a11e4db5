"""What looks wrong in an agency's figures: for whoever enters, verifies or leads, before somebody else finds it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from saksama.compose.doubts import Doubt, doubts, doubts_of_plan
from saksama.kernel.period import Period, periods_of
from saksama.kernel.periods import period_title
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.plausibility import questions

MOST_SHOWN = 3
"""How many of an agency the start page tells; all of them stand on a page of their own."""


@dataclass(frozen=True, slots=True)
class Concerns:
    """How many questions there are about an agency's figures, and the first of them: subject and question."""

    count: int
    first: tuple[tuple[str, str], ...]


def concerns_of(record: PerformanceRecord, period: Period) -> tuple[Doubt, ...]:
    """The questions to the end of a period. The record has the year and the one before it.

    What only a whole year can show, such as an achievement that is far too low, is asked when the year is over.
    """
    asked = doubts(record, period.year) if period.last_month == 12 else doubts_of_plan(record, period.year)
    return (*_unlikely(record, period), *asked)


def few(found: tuple[Doubt, ...]) -> Concerns:
    """What the start page tells of them."""
    return Concerns(len(found), tuple((one.subject, one.question) for one in found[:MOST_SHOWN]))


def restored(content: Mapping[str, object]) -> Concerns:
    """Concerns as they were kept."""
    return Concerns(content["count"], tuple((one, other) for one, other in content["first"]))  # type: ignore[arg-type, attr-defined]


def _unlikely(record: PerformanceRecord, period: Period) -> Iterator[Doubt]:
    for indicator in record.plan.indicators():
        if not indicator.is_used(period.year):
            continue
        for one in periods_of(period.year, indicator.schedule.cycle):
            if one.last_month <= period.last_month:
                for question in questions(indicator, one):
                    yield Doubt(indicator.name, f"{period_title(one)}: {question}")
