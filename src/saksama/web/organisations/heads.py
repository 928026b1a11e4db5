"""Who heads an agency today."""

from saksama.kernel.agency import Officeholder
from saksama.web.organisations.models import Tenure


def head_of(agency: int) -> Officeholder | None:
    """The holder of the post of head, by the number of the agency; `None` where none is recorded. 1 query."""
    found = (
        Tenure.objects.filter(position__agency=agency, position__is_head=True, ends_on=None)
        .select_related("position")
        .order_by("begins_on", "pk")
        .last()
    )
    if found is None:
        return None
    return Officeholder(found.name, found.position.title, found.rank, found.employee_number, found.acting)
