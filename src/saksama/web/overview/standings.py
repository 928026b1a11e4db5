"""How far the agencies of a government are with a period: what is missing, whom to remind, and who was reminded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from saksama.kernel.period import Period
from saksama.web.organisations.models import Agency, Role, RoleKind
from saksama.web.overview.kept_summaries import known_summaries
from saksama.web.overview.summaries import AgencySummary
from saksama.web.planning.versions import versions_in_force
from saksama.web.workflow.locks import OPEN
from saksama.web.workflow.models import DeadlineKind, Reminder, ReminderState, Submission, SubmissionState


@dataclass(frozen=True, slots=True)
class Standing:
    """An agency in a period. `recipients` are its operators.

    `summary` is `None` where no plan holds the year, or where nothing is known yet; with `is_counted_anew` it is, if
    anything, how it was before the last changes.
    """

    agency: Agency
    summary: AgencySummary | None
    state: SubmissionState
    recipients: tuple[str, ...]
    reminder: Reminder | None
    is_planned: bool
    is_counted_anew: bool

    @property
    def is_behind(self) -> bool:
        """Whether the agency has still to submit its figures."""
        return self.is_planned and self.state in OPEN

    @property
    def missing(self) -> int:
        """How many indicators are due and not reported."""
        return self.summary.due - self.summary.reported if self.summary else 0


def standings(
    agencies: Iterable[Agency], period: Period, *, today: date, most: int | None = None
) -> tuple[Standing, ...]:
    """The standing of each agency, in their order; none is counted anew where that would be more than `most`.

    5 queries where nothing changed since the last time.
    """
    every = list(agencies)
    versions = versions_in_force(every, period.year)
    known = known_summaries(versions, period, today=today, most=most)
    submissions = Submission.objects.filter(
        agency__in=every, year=period.year, cycle=period.cycle.value, number=period.number
    )
    states = {one.agency_id: SubmissionState(one.state) for one in submissions}
    operators: dict[int | None, list[str]] = {}
    roles = Role.objects.filter(agency__in=every, kind=RoleKind.OPERATOR, person__is_active=True)
    for number, address in roles.values_list("agency", "person__email").order_by("person__email"):
        operators.setdefault(number, []).append(address)
    reminders = reminders_of(every, DeadlineKind.MEASUREMENT, period)
    return tuple(
        Standing(
            agency=one,
            summary=known.summaries.get(one.pk),
            state=states.get(one.pk, SubmissionState.DRAFT),
            recipients=tuple(operators.get(one.pk, ())),
            reminder=reminders.get(one.pk),
            is_planned=one.pk in versions,
            is_counted_anew=one.pk in known.behind,
        )
        for one in every
    )


def reminders_of(agencies: Iterable[Agency], kind: DeadlineKind, period: Period) -> dict[int, Reminder]:
    """The last reminder of what is due for a period by the agency's number, even if it failed. At most 1 query."""
    rows = Reminder.objects.filter(
        agency__in=list(agencies), kind=kind, year=period.year, cycle=period.cycle.value, number=period.number
    )
    return {row.agency_id: row for row in rows.select_related("person").order_by("on")}


def was_reminded(reminder: Reminder | None) -> bool:
    """Whether a reminder went out, as far as anybody knows."""
    return reminder is not None and reminder.state != ReminderState.FAILED
