"""Whether the figures of an agency's period may still be changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.organisations.models import Agency
from saksama.web.workflow.models import Submission, SubmissionState

OPEN = frozenset({SubmissionState.DRAFT, SubmissionState.RETURNED})


def hold_figures(agency: int) -> None:
    """Let nobody else enter or submit figures of the agency until this transaction ends. 1 query.

    Whoever changes a figure or takes a step holds them first and asks `is_open` then: otherwise a figure that is
    entered while somebody submits would change what was submitted.
    """
    Agency.objects.select_for_update(no_key=True).only("pk").get(pk=agency)


def submission_of(agency: Agency, period: Period) -> Submission | None:
    """The submission of a period; `None` where nobody began it, which is as a draft. 1 query."""
    return Submission.objects.filter(
        agency=agency, year=period.year, cycle=period.cycle.value, number=period.number
    ).first()


def submissions_of(agency: Agency, year: int) -> dict[tuple[str, int], Submission]:
    """The submissions of a year by cycle and number. 1 query."""
    return {(one.cycle, one.number): one for one in Submission.objects.filter(agency=agency, year=year)}


def is_open(submission: Submission | None) -> bool:
    """Whether its figures may be changed."""
    return submission is None or submission.state in OPEN


@dataclass(frozen=True, slots=True)
class Locks:
    """How the quarters of an agency stand: `closed` are those whose figures may not be changed now.

    `approved` are those that were approved, also where they were opened again since.
    """

    closed: Mapping[Period, SubmissionState]
    approved: frozenset[Period]

    def reason(self, quarter: Period) -> str:
        """Why what belongs to the quarter is closed, and who can open it; "" where it is open."""
        state = self.closed.get(quarter)
        if state is None:
            return ""
        if state is SubmissionState.APPROVED:
            words = _("{period} sudah disetujui, sehingga terkunci. Kepala perangkat daerah dapat membukanya kembali.")
        else:
            words = _("{period} sudah diajukan, sehingga terkunci. Verifikator dapat mengembalikannya.")
        return words.format(period=period_title(quarter))


def locks_of(agency: int, years: Iterable[int]) -> Locks:
    """How the quarters of the years stand. 1 query."""
    rows = Submission.objects.filter(agency=agency, year__in=list(years), cycle=Cycle.QUARTER.value)
    found = {Period(row.year, row.number, Cycle.QUARTER): row for row in rows}
    return Locks(
        {period: SubmissionState(row.state) for period, row in found.items() if not is_open(row)},
        frozenset(
            period for period, row in found.items() if row.is_revised or row.state == SubmissionState.APPROVED.value
        ),
    )


def last_quarter(year: int) -> Period:
    """The quarter that closes the year: what belongs to the whole year is closed with it."""
    return Period(year, 4, Cycle.QUARTER)
