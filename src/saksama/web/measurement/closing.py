"""Why the words of a year and the evidence of a figure are closed with its quarter (docs/decisions/0035)."""

from saksama.kernel.period import Cycle, Period
from saksama.web.measurement.entry import quarter_of
from saksama.web.measurement.models import Measurement
from saksama.web.workflow.locks import last_quarter, locks_of
from saksama.web.workflow.models import SubmissionState


def words_closed(agency: int, year: int) -> str:
    """Why the words of a year are closed, once its last quarter is approved; "" where they are open. 1 query."""
    locks, quarter = locks_of(agency, [year]), last_quarter(year)
    return locks.reason(quarter) if locks.closed.get(quarter) is SubmissionState.APPROVED else ""


def evidence_closed(agency: int, measurement: Measurement) -> str:
    """Why no evidence of a figure is taken away, with the figures of its quarter; "" where it may be. 1 query."""
    period = Period(measurement.year, measurement.number or 1, Cycle(measurement.cycle))  # the year's own number is 0
    return locks_of(agency, [period.year]).reason(quarter_of(period))
