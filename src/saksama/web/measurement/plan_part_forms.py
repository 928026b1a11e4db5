"""What is typed of a goal, an objective and the plan as a whole."""

from typing import Any

from django import forms


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
    valid_from = forms.DateField(required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    vision = forms.CharField(required=False, max_length=5000, widget=forms.Textarea({"rows": 2}))
    mission = forms.CharField(required=False, max_length=5000, widget=forms.Textarea({"rows": 4}))
    strategies, policies = _lines(), _lines()
