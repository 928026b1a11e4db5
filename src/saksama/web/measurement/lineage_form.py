"""The lineage of an indicator as it is typed: which one of an earlier plan it goes on from, and what changed in it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Q

from saksama.exchange.checks import FIRST_YEAR, LAST_YEAR
from saksama.exchange.sheets.lineage import CHANGES
from saksama.language.messages import _
from saksama.web.planning.models import Indicator, IndicatorChange, IndicatorDefinition, StrategicPlan

MOST_CHANGES = 20
CONTINUITIES = {one.value: one.label for one in CHANGES.field("continuity").options}


class ContinuesForm(forms.Form):
    """The indicator of an earlier plan of the agency, or of one that it goes on from."""

    continues = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)

    def __init__(self, posted: Mapping[str, str] | None, indicator: Indicator) -> None:
        super().__init__(posted, initial={"continues": indicator.continues_id})
        self.earlier = earlier_indicators(indicator.plan)
        choices = [("", _("(indikator baru)")), *((str(key), name) for key, name in self.earlier.items())]
        self.fields["continues"].choices = choices  # type: ignore[attr-defined]


class ChangeForm(forms.Form):
    """What happened to an indicator from a year on; nothing where every field is empty."""

    year = forms.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False)
    continuity = forms.ChoiceField(required=False)
    previous = forms.ChoiceField(required=False)
    note = forms.CharField(max_length=2000, required=False, widget=forms.Textarea({"rows": 2}))

    def __init__(self, posted: Mapping[str, str] | None, number: int, others: Mapping[str, str], kept: Any) -> None:
        super().__init__(posted, prefix=f"change-{number}", initial=kept)
        named = (kept or {}).get("previous")
        known = dict(others) | ({} if not named or named in others else {named: named})
        own: Any = self.fields
        own["continuity"].choices = [("", _("(kosong)")), *((key, _(label)) for key, label in CONTINUITIES.items())]
        own["previous"].choices = [("", _("(tidak ada)")), *known.items()]

    def clean(self) -> dict[str, Any]:
        """A year and what happened, both or neither."""
        found = self.cleaned_data
        if any(value not in (None, "") for value in found.values()):
            for name in ("year", "continuity"):
                if name in found and not found[name]:
                    self.add_error(name, _("Isi tahun dan perubahannya, atau kosongkan seluruh barisnya."))
        return found

    @property
    def stated(self) -> dict[str, Any] | None:
        """What a valid form says; `None` where it is empty."""
        return dict(self.cleaned_data) if self.cleaned_data.get("year") else None


def change_forms(
    row: IndicatorDefinition, others: Mapping[str, str], posted: Mapping[str, str] | None
) -> list[ChangeForm]:
    """A form for each change, in their order, and an empty one; what is not sent stays as it is kept. 1 query."""
    kept = dict(enumerate(kept_changes(row)))
    if posted is None:
        return [ChangeForm(None, number, others, kept.get(number)) for number in range(len(kept) + 1)]
    sent = {number for number in range(MOST_CHANGES) if f"change-{number}-year" in posted}
    stays = {f"change-{number}-{name}": str(value) for number, one in kept.items() for name, value in one.items()}
    return [
        ChangeForm(posted if number in sent else stays, number, others, kept.get(number))
        for number in sorted(sent | kept.keys())
    ]


def kept_changes(row: IndicatorDefinition) -> list[dict[str, Any]]:
    """The changes as the database has them. 1 query."""
    rows: Any = IndicatorChange.objects.filter(definition=row) if row.pk else ()
    return [
        {"year": one.year, "continuity": one.continuity, "previous": one.previous, "note": one.note} for one in rows
    ]


def earlier_indicators(plan: StrategicPlan) -> dict[int, str]:
    """The indicators of earlier plans by their numbers, each with its code, name and plan. 1 query."""
    own = Q(indicator__plan__agency=plan.agency_id)
    predecessor = Q(indicator__plan__agency__successions__successor=plan.agency_id)
    rows = (
        IndicatorDefinition.objects.filter(own | predecessor, indicator__plan__last_year__lt=plan.first_year, node=None)
        .order_by("-indicator__plan__first_year", "indicator__plan", "pk")
        .values_list("indicator", "indicator__key", "name", "indicator__plan__first_year", "indicator__plan__last_year")
        .distinct()
    )
    return {number: f"{key} {name} ({first}–{last})" for number, key, name, first, last in rows}
