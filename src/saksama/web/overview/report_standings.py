"""Which agencies have still to issue the performance report of a year, and whom to remind of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from saksama.kernel.period import Cycle, Period
from saksama.web.issuing.models import Snapshot
from saksama.web.organisations.models import Agency, Role, RoleKind
from saksama.web.overview.standings import reminders_of
from saksama.web.planning.versions import versions_in_force
from saksama.web.workflow.models import Reminder

REPORT = "lkjip"
"""The kind of document."""


@dataclass(frozen=True, slots=True)
class ReportStanding:
    """An agency with a plan in the year. `recipients` are its operators and its head."""

    agency: Agency
    is_behind: bool
    recipients: tuple[str, ...]
    reminder: Reminder | None


def year_to_report(today: date) -> Period:
    """The year whose report is due: the last that has ended."""
    return Period(today.year - 1, 1, Cycle.YEAR)


def report_standings(agencies: Iterable[Agency], year: Period) -> tuple[ReportStanding, ...]:
    """The standing of each agency that had a plan in the year, in their order. 4 queries; none without agencies."""
    every = list(agencies)
    if not every:
        return ()
    planned = versions_in_force(every, year.year)
    issued = set(
        Snapshot.objects.filter(agency__in=every, kind=REPORT, year=year.year)
        .order_by()
        .values_list("agency", flat=True)
    )
    people: dict[int | None, list[str]] = {}
    roles = Role.objects.filter(
        agency__in=every, kind__in=(RoleKind.OPERATOR, RoleKind.HEAD), person__is_active=True
    ).distinct()
    for number, address in roles.order_by("person__email").values_list("agency", "person__email"):
        people.setdefault(number, []).append(address)
    reminders = reminders_of(every, year)
    return tuple(
        ReportStanding(one, one.pk not in issued, tuple(people.get(one.pk, ())), reminders.get(one.pk))
        for one in every
        if one.pk in planned
    )
