"""Whether the figures of an agency's period may still be changed."""

from collections.abc import Iterable

from saksama.kernel.period import Cycle, Period
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


def closed_quarters(agency: int, years: Iterable[int]) -> frozenset[Period]:
    """The quarters of the years whose figures are closed: submitted, verified or approved. 1 query."""
    return _quarters(agency, years, frozenset(SubmissionState) - OPEN)


def approved_quarters(agency: int, years: Iterable[int]) -> frozenset[Period]:
    """The quarters of the years whose figures were approved, and were not opened again since. 1 query."""
    return _quarters(agency, years, frozenset({SubmissionState.APPROVED}))


def last_quarter(year: int) -> Period:
    """The quarter that closes the year: what belongs to the whole year is closed with it."""
    return Period(year, 4, Cycle.QUARTER)


def _quarters(agency: int, years: Iterable[int], states: frozenset[SubmissionState]) -> frozenset[Period]:
    rows = Submission.objects.filter(
        agency=agency, year__in=list(years), cycle=Cycle.QUARTER.value, state__in=[one.value for one in states]
    ).values_list("year", "number")
    return frozenset(Period(year, number, Cycle.QUARTER) for year, number in rows)
