"""The history: every change of a fact is recorded where it is made, in the same transaction."""

from collections.abc import Callable, Collection, Iterable

from django.db import transaction

from saksama.web.organisations.models import Agency, Government, Person
from saksama.web.rows import Difference, Key, Ref
from saksama.web.workflow.models import Change

LONGEST_SUBJECT = 120
_IN_THE_SUBJECT = frozenset({"year", "cycle", "number", "is_end", "position"})
"""What the key of a figure's row says already, and its place among its like."""


def record_change(
    place: Agency | Government,
    person: Person | None,
    subject: str,
    fact: str,
    *,
    old: object,
    new: object,
    reason: str = "",
    is_revision: bool = False,
) -> None:
    """Keep that a person changed a fact, such as ("indicator:IKU-1", "value 2025 quarter 3", 81,2 → 82,5).

    `place` is the agency, or the government where it belongs to no agency alone.
    """
    Change.objects.create(
        government_id=place.pk if isinstance(place, Government) else place.government_id,
        agency=place if isinstance(place, Agency) else None,
        person=person,
        subject=subject[:LONGEST_SUBJECT],
        fact=fact,
        old=_text(old),
        new=_text(new),
        reason=reason,
        is_revision=is_revision,
    )


def record_differences(
    agency: Agency,
    person: Person | None,
    differences: Iterable[Difference],
    *,
    reason: str,
    revised: Callable[[Difference], Collection[str]],
) -> None:
    """Keep what an import changed: a `Change` for each field of each row.

    `revised` tells on which of its fields figures rest that were approved.
    """
    made = []
    for one in differences:
        table = one.model._meta.model_name or ""
        subject = f"{table}:{'/'.join(str(part) for part in one.key)}"[:LONGEST_SUBJECT]
        marked = revised(one)
        for name in {**(one.old or {}), **(one.new or {})}:
            before, after = (one.old or {}).get(name), (one.new or {}).get(name)
            old, new = _text(before), _text(after)
            if (old or "") != (new or "") and not _is_in_the_subject(name, after or before, one.key):
                made.append(
                    Change(
                        government_id=agency.government_id,
                        agency=agency,
                        person=person,
                        subject=subject,
                        fact=name,
                        old=old,
                        new=new,
                        reason=reason,
                        is_revision=name in marked,
                    )
                )
    with transaction.atomic():
        Change.objects.bulk_create(made, batch_size=2000)


def _is_in_the_subject(name: str, value: object, key: Key) -> bool:
    return name in _IN_THE_SUBJECT or (isinstance(value, Ref) and value.key == key[: len(value.key)])


def _text(value: object) -> str | None:
    if isinstance(value, Ref):
        return "/".join(map(str, value.key))
    return None if value is None else str(value)
