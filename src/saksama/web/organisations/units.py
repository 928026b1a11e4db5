"""The units of an agency as reports print them."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone

from saksama.kernel.agency import Unit as KernelUnit
from saksama.web.organisations.models import Unit


def units_of(agency: int) -> tuple[KernelUnit, ...]:
    """The units of today by the number of the agency, each followed by those below it. 1 query.

    What is below a unit that has ended is at the top.
    """
    today = timezone.localdate()
    rows = Unit.objects.filter(Q(ends_on=None) | Q(ends_on__gt=today), agency=agency).order_by("pk")
    return tuple(_from_the_top({row.pk: row for row in rows}))


def _from_the_top(units: dict[int, Unit]) -> Iterator[KernelUnit]:
    below: dict[int | None, list[Unit]] = defaultdict(list)
    for row in reversed(units.values()):
        below[row.parent_id if row.parent_id in units else None].append(row)
    left = below[None]
    while left:
        row = left.pop()
        parent = units.get(row.parent_id) if row.parent_id else None
        yield KernelUnit(row.name, parent.name if parent else "", row.tasks)
        left += below[row.pk]
