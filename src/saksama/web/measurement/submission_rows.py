"""The plain values of the panel above the grid: where each quarter stands, what may be done, what was remarked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from saksama.kernel.period import Cycle, Period, periods_of
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.measurement.unproven import unproven_counts
from saksama.web.organisations.models import Agency, Person
from saksama.web.workflow.calendar import last_ended_quarter
from saksama.web.workflow.models import Comment, Submission, SubmissionState
from saksama.web.workflow.steps import Step, steps_for

_TONES = {
    SubmissionState.DRAFT: "",
    SubmissionState.SUBMITTED: "wait",
    SubmissionState.RETURNED: "warn",
    SubmissionState.VERIFIED: "good",
    SubmissionState.APPROVED: "good",
}


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """A quarter of the year: its state in words with its tone, the steps that may be taken, its open remarks.

    Of `due` figures `filled` are there; `unproven` are those without evidence. `is_revised`: it was opened again after
    it had been approved.
    """

    number: int
    title: str
    state: str
    tone: str
    has_ended: bool
    steps: tuple[Step, ...]
    comments: tuple[Comment, ...]
    reason: str
    is_revised: bool
    unproven: int
    filled: int
    due: int


def quarter_rows(
    agency: Agency, person: Person, year: int, today: date, counts: Mapping[int, tuple[int, int]]
) -> tuple[QuarterRow, ...]:
    """The quarters of a year; `counts`: how many of their figures are filled in, and due. 4 queries."""
    found = {
        one.number: one
        for one in Submission.objects.filter(agency=agency, year=year, cycle=Cycle.QUARTER.value).prefetch_related(
            "comments__person", "transitions"
        )
    }
    ended = last_ended_quarter(year, today)
    without_evidence = unproven_counts(agency, year)
    return tuple(
        _row(
            agency,
            person,
            period,
            found.get(period.number),
            has_ended=ended is not None and period <= ended,
            unproven=without_evidence.get(period.number, 0),
            counts=counts.get(period.number, (0, 0)),
        )
        for period in periods_of(year, Cycle.QUARTER)
    )


def _row(
    agency: Agency,
    person: Person,
    period: Period,
    submission: Submission | None,
    *,
    has_ended: bool,
    unproven: int,
    counts: tuple[int, int],
) -> QuarterRow:
    state = SubmissionState(submission.state) if submission else SubmissionState.DRAFT
    transitions = list(submission.transitions.all()) if submission else []
    comments = [one for one in submission.comments.all() if one.settled_at is None] if submission else []
    return QuarterRow(
        period.number,
        period_title(period).removesuffix(f" {period.year}"),
        _(state.label),
        _TONES[state],
        has_ended,
        steps_for(person, agency, state) if has_ended else (),
        tuple(comments),
        transitions[-1].reason if transitions else "",
        submission is not None and submission.is_revised,
        unproven,
        *counts,
    )
