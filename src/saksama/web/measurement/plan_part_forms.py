"""What is typed of a goal, an objective and the plan as a whole."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format

from saksama.language.messages import _
from saksama.web.day_input import DayInput
from saksama.web.planning.models import PlanVersion


class LinesField(forms.CharField):
    """A list that is typed line by line."""

    def prepare_value(self, value: Any) -> Any:
        """One item a line."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """The items, without empty lines."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


def _lines() -> LinesField:
    return LinesField(required=False, max_length=20_000, widget=forms.Textarea({"rows": 4}))


class GoalForm(forms.Form):
    """A goal."""

    name = forms.CharField(max_length=2000, widget=forms.Textarea({"rows": 2}))


class ObjectiveForm(GoalForm):
    """An objective with what leads to it."""

    strategies, policies = _lines(), _lines()


class WholeForm(forms.Form):
    """What the plan says as a whole, and what its version rests on."""

    title = forms.CharField(max_length=500)
    reason = forms.CharField(required=False, max_length=5000, widget=forms.Textarea({"rows": 2}))
    legal_basis = forms.CharField(required=False, max_length=500)
    valid_from = forms.DateField(required=False, widget=DayInput())
    vision = forms.CharField(required=False, max_length=5000, widget=forms.Textarea({"rows": 2}))
    mission = forms.CharField(required=False, max_length=5000, widget=forms.Textarea({"rows": 4}))
    strategies, policies = _lines(), _lines()


def check_begin(form: forms.Form | forms.ModelForm[PlanVersion], earlier: QuerySet[PlanVersion]) -> None:
    """A version does not begin before those that it changes. 1 query."""
    begins = form.cleaned_data.get("valid_from")
    before = earlier.filter(valid_from__isnull=False).order_by("number").last()
    if begins and before and before.valid_from and begins < before.valid_from:
        told = _("Versi sebelumnya berlaku sejak {day}: tulis hari itu atau sesudahnya.")
        form.add_error("valid_from", told.format(day=date_format(before.valid_from, "j F Y")))
