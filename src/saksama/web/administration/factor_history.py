"""Second factors that are switched on, replaced, switched off or removed, with what the history tells of it."""

from django.db import transaction

from saksama.web.organisations.access import governments_of
from saksama.web.organisations.models import Person, SecondFactor
from saksama.web.workflow.recording import record_change

_ON, _OFF = "aktif", "nonaktif"


def record_factor(person: Person, *, by: Person | None, old: bool, new: bool) -> None:
    """Keep that a person's second factor changed, in every government in which the person has a role."""
    for government in governments_of(person):
        record_change(
            government,
            by,
            f"person:{person.email}",
            "second-factor",
            old=_ON if old else _OFF,
            new=_ON if new else _OFF,
        )


def remove_factor_of(person: Person, *, by: Person | None) -> bool:
    """Remove a person's second factor with its recovery codes. Says whether there was one."""
    with transaction.atomic():
        removed, _each = SecondFactor.objects.filter(person=person).delete()
        if removed:
            record_factor(person, by=by, old=True, new=False)
    return bool(removed)
