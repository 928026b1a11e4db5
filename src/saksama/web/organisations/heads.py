"""Who holds a post today."""

from datetime import date

from django.db.models import F, Q
from django.utils import timezone

from saksama.kernel.agency import Officeholder
from saksama.web.organisations.models import Position, Tenure


def head_of(agency: int) -> Officeholder | None:
    """The holder of the post of head, by the number of the agency; `None` where none is recorded. 1 query."""
    today = timezone.localdate()
    found = (
        Tenure.objects.filter(
            Q(begins_on=None) | Q(begins_on__lte=today),
            Q(ends_on=None) | Q(ends_on__gt=today),
            position__agency=agency,
            position__is_head=True,
        )
        .select_related("position")
        # The databases differ in where they put what is not known.
        .order_by(F("begins_on").asc(nulls_first=True), "pk")
        .last()
    )
    if found is None:
        return None
    return Officeholder(found.name, found.position.title, found.rank, found.employee_number, found.acting)


def holder_of(post: Position) -> Tenure | None:
    """Who holds a post today; its tenures were fetched with it."""
    today = timezone.localdate()
    now = (one for one in post.tenures.all() if _holds(one, today))
    return max(now, key=lambda one: (one.begins_on or date.min, one.pk), default=None)


def _holds(tenure: Tenure, day: date) -> bool:
    """Whether it is the tenure of that day: the day on which it ends is the first of the next."""
    has_begun = tenure.begins_on is None or tenure.begins_on <= day
    return has_begun and (tenure.ends_on is None or tenure.ends_on > day)
