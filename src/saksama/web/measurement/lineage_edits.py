"""Keeping the lineage of an indicator, with its history; the figures are held."""

from collections.abc import Sequence
from typing import Any

from saksama.kernel.indicator import Continuity
from saksama.web.measurement.lineage_form import CONTINUITIES, ChangeForm, ContinuesForm, kept_changes
from saksama.web.organisations.models import Person
from saksama.web.planning.models import IndicatorChange, IndicatorDefinition
from saksama.web.workflow.recording import record_change


def changes_words(changes: Sequence[dict[str, Any]]) -> str:
    """The changes as the history keeps them."""
    return "\n".join(
        " · ".join(
            part for part in (str(one["year"]), CONTINUITIES[one["continuity"]], one["previous"], one["note"]) if part
        )
        for one in changes
    )


def typed_changes(forms: Sequence[ChangeForm]) -> list[dict[str, Any]]:
    """What valid forms say."""
    return [one.stated for one in forms if one.stated]


def cuts_differ(row: IndicatorDefinition, forms: Sequence[ChangeForm]) -> bool:
    """Whether other years than before would be compared with each other. 1 query."""
    return _cuts(typed_changes(forms)) != _cuts(kept_changes(row))


def keep_lineage(
    row: IndicatorDefinition,
    continues: ContinuesForm,
    forms: Sequence[ChangeForm],
    *,
    person: Person,
    reason: str,
    is_revision: bool,
) -> None:
    """Keep valid forms; `is_revision` where approved figures are compared across other years than before."""
    indicator, agency = row.indicator, row.indicator.plan.agency
    subject = f"indicator:{indicator.key}"
    before, after = indicator.continues_id, continues.cleaned_data["continues"]
    if before != after:
        indicator.continues_id = after
        indicator.save()
        old, new = (continues.earlier.get(one) if one else None for one in (before, after))
        record_change(agency, person, subject, "continues", old=old, new=new, reason=reason)
    kept, typed = kept_changes(row), typed_changes(forms)
    if kept != typed:
        row.changes.all().delete()
        IndicatorChange.objects.bulk_create(
            IndicatorChange(definition=row, position=place, **one) for place, one in enumerate(typed)
        )
        old, new = (changes_words(one) or None for one in (kept, typed))
        record_change(agency, person, subject, "changes", old=old, new=new, reason=reason, is_revision=is_revision)


def _cuts(changes: Sequence[dict[str, Any]]) -> set[int]:
    return {one["year"] for one in changes if one["continuity"] != Continuity.CONTINUED.value}
