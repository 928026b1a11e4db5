"""When something is due: the day that the government has set, else the one that follows from the law or from custom."""

from dataclasses import dataclass
from datetime import date, timedelta

from saksama.compose.interim import last_day
from saksama.kernel.period import Cycle, Period
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _, to_say
from saksama.web.organisations.models import Government
from saksama.web.workflow.models import Deadline, DeadlineKind

REPORT_MONTHS = 2
"""Months after the end of the year in which an agency reports."""
REPORT_BASIS = Citation(
    "Perpres 29/2014", "Pasal 18-27", Certainty.GENERAL, to_say("Dua bulan setelah tahun anggaran.")
)
AGREEMENT_MONTHS = 1
"""Months in which an agency makes its performance agreement, from the day its budget document is ratified."""
AGREEMENT_BASIS = Citation(
    "Permenpan RB 53/2014",
    "Lampiran I",
    Certainty.WEAK,
    to_say(
        "Satu bulan setelah dokumen anggaran disahkan; di sini dihitung sejak awal tahun, sebab tanggal pengesahannya "
        "berbeda-beda."
    ),
)
MEASUREMENT_DAYS = 15
"""Days after the end of a quarter in which its figures are due."""
MEASUREMENT_BASIS = Citation(
    to_say("Kebiasaan"), "", Certainty.OWN, to_say("Lima belas hari setelah triwulan; dapat diatur sendiri.")
)


@dataclass(frozen=True, slots=True)
class Due:
    """A day, and what it rests on. `certainty` is `None` where the government has set the day itself."""

    on: date
    basis: str
    certainty: Certainty | None


def measurement_due(government: Government, period: Period) -> Due:
    """When the figures of a period are due. 1 query."""
    return _own(government, DeadlineKind.MEASUREMENT, period) or usual_measurement_due(period)


def report_due(government: Government, year: int) -> Due:
    """When the performance report of a year is due from an agency. 1 query."""
    return _own(government, DeadlineKind.REPORT, Period(year, 1, Cycle.YEAR)) or usual_report_due(year)


def agreement_due(government: Government, year: int) -> Due:
    """When the performance agreement of a year is due from an agency. 1 query."""
    return _own(government, DeadlineKind.AGREEMENT, Period(year, 1, Cycle.YEAR)) or usual_agreement_due(year)


def usual_measurement_due(period: Period) -> Due:
    """When the figures of a period are due where the government has set no day."""
    return Due(
        last_day(period) + timedelta(days=MEASUREMENT_DAYS), _(MEASUREMENT_BASIS.note), MEASUREMENT_BASIS.certainty
    )


def usual_report_due(year: int) -> Due:
    """When the report of a year is due where the government has set no day."""
    return _lawful(last_day(Period(year + 1, REPORT_MONTHS, Cycle.MONTH)), REPORT_BASIS)


def usual_agreement_due(year: int) -> Due:
    """When the agreement of a year is due where the government has set no day."""
    return _lawful(last_day(Period(year, AGREEMENT_MONTHS, Cycle.MONTH)), AGREEMENT_BASIS)


def _lawful(on: date, basis: Citation) -> Due:
    return Due(on, f"{basis}: {_(basis.note)}", basis.certainty)


def _own(government: Government, kind: DeadlineKind, period: Period) -> Due | None:
    last = (
        Deadline.objects.filter(
            government=government, kind=kind, year=period.year, cycle=period.cycle.value, number=period.number
        )
        .order_by("id")
        .last()
    )
    return Due(last.due_on, last.basis, None) if last and last.due_on else None
