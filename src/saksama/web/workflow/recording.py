"""The history: every change of a fact is recorded where it is made, in the same transaction."""

from collections.abc import Iterable

from django.db import transaction

from saksama.web.organisations.models import Agency, Person
from saksama.web.rows import Difference
from saksama.web.workflow.models import Change


def record_change(
    agency: Agency, person: Person | None, subject: str, fact: str, *, old: object, new: object, reason: str = ""
) -> None:
    """Keep that a person changed a fact, such as ("indicator:IKU-1", "value 2025 quarter 3", 81,2 → 82,5)."""
    Change.objects.create(
        agency=agency, person=person, subject=subject, fact=fact, old=_text(old), new=_text(new), reason=reason
    )


def record_differences(
    agency: Agency, person: Person | None, differences: Iterable[Difference], *, reason: str = ""
) -> None:
    """Keep what an import changed: a `Change` for each field of each row."""
    made = []
    for one in differences:
        table = one.model._meta.model_name or ""
        subject = f"{table}:{'/'.join(str(part) for part in one.key)}"[:120]
        for name in {**(one.old or {}), **(one.new or {})}:
            old, new = _text((one.old or {}).get(name)), _text((one.new or {}).get(name))
            if old != new:
                made.append(
                    Change(agency=agency, person=person, subject=subject, fact=name, old=old, new=new, reason=reason)
                )
    with transaction.atomic():
        Change.objects.bulk_create(made, batch_size=2000)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
