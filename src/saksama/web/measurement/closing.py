"""Why the evidence of a figure is closed with its quarter (docs/decisions/0035)."""

from saksama.kernel.period import Cycle, Period
from saksama.web.measurement.entry import quarter_of
from saksama.web.measurement.models import Measurement
from saksama.web.workflow.locks import locks_of


def evidence_closed(agency: int, measurement: Measurement) -> str:
    """Why no evidence of a figure is taken away, with the figures of its quarter; "" where it may be. 1 query."""
    period = Period(measurement.year, measurement.number or 1, Cycle(measurement.cycle))  # the year's own number is 0
    return locks_of(agency, [period.year]).reason(quarter_of(period))
