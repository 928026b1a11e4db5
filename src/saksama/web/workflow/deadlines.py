"""When something is due: the day that the government has set, else the one that follows from the law or from custom."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from saksama.kernel.period import Cycle, Period
from saksama.kernel.provenance import Certainty, Citation
from saksama.web.organisations.models import Government
from saksama.web.workflow.models import Deadline, DeadlineKind

REPORT_MONTHS = 2
"""Months after the end of the year in which an agency reports."""
REPORT_BASIS = Citation("Perpres 29/2014", "Pasal 18-27", Certainty.GENERAL, "Dua bulan setelah tahun anggaran.")
MEASUREMENT_DAYS = 15
"""Days after the end of a quarter in which its figures are due."""
MEASUREMENT_BASIS = Citation("Kebiasaan", "", Certainty.OWN, "Lima belas hari setelah triwulan; dapat diatur sendiri.")


@dataclass(frozen=True, slots=True)
class Due:
    """A day, and what it rests on."""

    on: date
    basis: str


def measurement_due(government: Government, period: Period) -> Due:
    """When the figures of a period are due. 1 query."""
    own = Deadline.objects.filter(
        government=government,
        kind=DeadlineKind.MEASUREMENT,
        year=period.year,
        cycle=period.cycle.value,
        number=period.number,
    ).first()
    if own:
        return Due(own.due_on, own.basis)
    last = date(period.year, period.last_month, monthrange(period.year, period.last_month)[1])
    return Due(last + timedelta(days=MEASUREMENT_DAYS), MEASUREMENT_BASIS.note)


def report_due(government: Government, year: int) -> Due:
    """When the performance report of a year is due from an agency. 1 query."""
    own = Deadline.objects.filter(
        government=government, kind=DeadlineKind.REPORT, year=year, cycle=Cycle.YEAR.value, number=1
    ).first()
    if own:
        return Due(own.due_on, own.basis)
    month = REPORT_MONTHS
    return Due(date(year + 1, month, monthrange(year + 1, month)[1]), str(REPORT_BASIS.regulation))
