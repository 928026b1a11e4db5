"""What other quarters than the asked one still wait for: handed on and not approved, or never submitted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db import models

from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.organisations.access import Action, may
from saksama.web.organisations.models import Agency, Person
from saksama.web.workflow.models import Submission, SubmissionState

_WAITING = (SubmissionState.RETURNED, SubmissionState.SUBMITTED, SubmissionState.VERIFIED)


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step that a person has to take at an agency for a period."""

    agency: Agency
    period: Period
    text: str


def handed_step(person: Person, agency: Agency, state: SubmissionState, title: str) -> str:
    """What somebody else's step asks of the person; "" where it is not his turn."""
    if state is SubmissionState.RETURNED and may(person, Action.MEASURE, agency):
        return _("{period} dikembalikan: perbaiki, lalu ajukan lagi").format(period=title)
    if state is SubmissionState.SUBMITTED and may(person, Action.VERIFY, agency):
        return _("Verifikasi {period}").format(period=title)
    if state is SubmissionState.VERIFIED and may(person, Action.APPROVE, agency):
        return _("Setujui {period}").format(period=title)
    return ""


def known_submissions(agencies: Collection[Agency], period: Period) -> tuple[Submission, ...]:
    """Those of the year's quarters and those that wait for somebody, oldest first. 1 query."""
    asked = models.Q(year=period.year) | models.Q(state__in=_WAITING)
    rows = Submission.objects.filter(asked, agency__in=agencies, cycle=Cycle.QUARTER.value)
    return tuple(rows.order_by("year", "number", "agency"))


def open_steps(
    person: Person,
    agencies: Collection[Agency],
    rows: Collection[Submission],
    period: Period,
    *,
    planned: Collection[int],
) -> tuple[OpenStep, ...]:
    """The steps of other quarters, oldest first; `planned` are the agencies with a plan for the year."""
    known = {one.pk: one for one in agencies}
    found = []
    for row in rows:
        other = Period(row.year, row.number, Cycle.QUARTER)
        if row.state in _WAITING and other != period:
            agency = known[row.agency_id]
            found.append(
                OpenStep(agency, other, handed_step(person, agency, SubmissionState(row.state), period_title(other)))
            )
    submitted = {(row.agency_id, row.year, row.number) for row in rows if row.state != SubmissionState.DRAFT}
    for agency in agencies:
        if agency.pk in planned and may(person, Action.MEASURE, agency):
            found += _never_submitted(agency, period, submitted)
    return tuple(one for one in found if one.text)


def _never_submitted(agency: Agency, period: Period, submitted: Collection[tuple[int, int, int]]) -> Iterator[OpenStep]:
    """The earlier quarters of the year in one step, due with the first of them."""
    missing = [
        Period(period.year, number, Cycle.QUARTER)
        for number in range(1, period.number)
        if (agency.pk, period.year, number) not in submitted
    ]
    if missing:
        titles = ", ".join(period_title(one) for one in missing)
        yield OpenStep(agency, missing[0], _("Belum diajukan: {periods}").format(periods=titles))
