"""What closes together with the figures of a period, and why: money, words, evidence (docs/decisions/0035)."""

from saksama.kernel.period import Cycle, Period
from saksama.web.measurement.entry import quarter_of
from saksama.web.measurement.models import Measurement
from saksama.web.workflow.locks import last_quarter, locks_of
from saksama.web.workflow.models import SubmissionState


def year_closed(agency: int, year: int) -> str:
    """Why the money of a whole year is closed, with the figures of its last quarter; "" where it is open. 1 query."""
    return locks_of(agency, [year]).reason(last_quarter(year))


def words_closed(agency: int, year: int) -> str:
    """Why the words of a year are closed, once its last quarter is approved; "" where they are open. 1 query."""
    locks, quarter = locks_of(agency, [year]), last_quarter(year)
    return locks.reason(quarter) if locks.closed.get(quarter) is SubmissionState.APPROVED else ""


def evidence_closed(agency: int, measurement: Measurement) -> str:
    """Why no evidence of a figure is taken away, with the figures of its quarter; "" where it may be. 1 query."""
    year, cycle = measurement.year, Cycle(measurement.cycle)
    quarter = last_quarter(year) if cycle is Cycle.YEAR else quarter_of(Period(year, measurement.number, cycle))
    return locks_of(agency, [year]).reason(quarter)
