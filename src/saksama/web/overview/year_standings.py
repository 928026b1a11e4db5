"""Which agencies have still to do what is due once a year, and whom to remind of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from saksama.kernel.period import Period
from saksama.web.organisations.models import Agency, Role
from saksama.web.overview.standings import reminders_of
from saksama.web.overview.year_duties import YearDuty
from saksama.web.planning.versions import versions_in_force
from saksama.web.workflow.models import Reminder


@dataclass(frozen=True, slots=True)
class YearStanding:
    """An agency with a plan in the year. `recipients` are the people of the agency whose duty it is."""

    agency: Agency
    duty: YearDuty
    is_behind: bool
    recipients: tuple[str, ...]
    reminder: Reminder | None


def year_standings(duty: YearDuty, agencies: Iterable[Agency], year: Period) -> tuple[YearStanding, ...]:
    """The standing of each agency that had a plan in the year, in their order. 4 queries; none without agencies."""
    every = list(agencies)
    if not every:
        return ()
    planned, done = versions_in_force(every, year.year), duty.done_by(every, year.year)
    people: dict[int | None, list[str]] = {}
    roles = Role.objects.filter(agency__in=every, kind__in=duty.roles, person__is_active=True).distinct()
    for number, address in roles.order_by("person__email").values_list("agency", "person__email"):
        people.setdefault(number, []).append(address)
    reminders = reminders_of(every, duty.kind, year)
    return tuple(
        YearStanding(one, duty, one.pk not in done, tuple(people.get(one.pk, ())), reminders.get(one.pk))
        for one in every
        if one.pk in planned
    )
