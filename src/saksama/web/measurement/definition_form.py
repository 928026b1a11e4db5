"""The data sheet of an indicator as it is typed: how it is computed, when it is measured, who answers for it."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from saksama.exchange.checks import FIRST_YEAR, LAST_YEAR
from saksama.exchange.sheets.definitions import DEFINITIONS
from saksama.exchange.sheets.plan import FORMULA_OPTIONS
from saksama.kernel.explanation import ZeroTarget
from saksama.language.messages import _
from saksama.web.measurement.models import Measurement
from saksama.web.measurement.typed_numbers import UnclearNumberError, field_text, typed_number
from saksama.web.planning.models import IndicatorDefinition

COMPUTING = frozenset(
    {
        "formula",
        "minimum",
        "maximum",
        "zero_target",
        "raw_numerator",
        "raw_denominator",
        "raw_factor",
        "cycle",
        "is_cumulative",
        "consolidation",
        "measured_in",
        "value_scale",
        "valid_from",
        "valid_to",
    }
)
"""What the achievements of an indicator rest on."""
_LONG = ("name", "definition", "calculation", "reason", "source", "collection", "basis")
_SHORT = ("raw_numerator", "raw_denominator", "frequency", "owner", "verifier")


class ExactField(forms.CharField):
    """A number as it is typed, kept exactly; `None` where nothing was typed."""

    def prepare_value(self, value: Any) -> Any:
        """The number as people write it."""
        return field_text(value) if isinstance(value, Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another number was typed, however it is written."""
        try:
            return bool(typed_number(data or "") != initial)
        except UnclearNumberError:
            return True

    def clean(self, value: Any) -> Any:
        """The number. Raises `ValidationError` where it is not clear."""
        try:
            return typed_number(super().clean(value))
        except UnclearNumberError as error:
            raise forms.ValidationError(str(error)) from error


def _year() -> forms.IntegerField:
    return forms.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False)


def _month(value: str) -> int:
    return int(value)


class DefinitionForm(forms.ModelForm):  # type: ignore[type-arg]
    """The data sheet. `others`: the plan's other indicators, `scales`: its scales of words, each by its key."""

    formula = forms.ChoiceField()
    kind = forms.ChoiceField(required=False)
    zero_target = forms.ChoiceField(required=False)
    cycle = forms.ChoiceField()
    consolidation = forms.ChoiceField()
    measured_in = forms.TypedChoiceField(coerce=_month, empty_value=None, required=False)
    value_scale = forms.ChoiceField(required=False)
    replaced_by = forms.ChoiceField(required=False)
    decimals = forms.IntegerField(min_value=0, max_value=6)
    minimum, maximum = ExactField(required=False), ExactField(required=False)
    raw_factor, baseline_value = ExactField(required=False), ExactField(required=False)
    valid_from, valid_to, baseline_year = _year(), _year(), _year()

    class Meta:
        model = IndicatorDefinition
        fields = (
            *("name", "unit", "formula", "is_key", "kind", "decimals", "minimum", "maximum", "zero_target"),
            *("raw_numerator", "raw_denominator", "raw_factor", "baseline_year", "baseline_value"),
            *("cycle", "is_cumulative", "consolidation", "measured_in", "value_scale"),
            *("definition", "calculation", "reason", "source", "collection", "frequency", "owner", "verifier", "basis"),
            *("valid_from", "valid_to", "replaced_by"),
        )
        widgets: ClassVar = {
            **{name: forms.Textarea({"rows": 2}) for name in _LONG},
            **{name: forms.TextInput() for name in _SHORT},
        }

    def __init__(self, *given: Any, others: dict[str, str], scales: dict[str, str], **named: Any) -> None:
        super().__init__(*given, **named)
        self._choose("formula", [(one.value, _(one.label)) for one in FORMULA_OPTIONS])
        for name in ("kind", "zero_target", "cycle", "consolidation", "measured_in"):
            options = [(one.value, _(one.label)) for one in DEFINITIONS.field(name).options]
            self._choose(name, options if self.fields[name].required else [("", _("(kosong)")), *options])
        self._choose("value_scale", [("", _("(bukan kata)")), *scales.items()])
        self._choose("replaced_by", [("", _("(tidak diganti)")), *others.items()])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What must be stated together, in order, and not beside measurements of another kind."""
        found = self.cleaned_data
        found["zero_target"] = found.get("zero_target") or ZeroTarget.UNCOMPUTABLE.value
        named = [name for name in ("raw_numerator", "raw_denominator") if found.get(name)]
        if len(named) == 1:
            missing = "raw_denominator" if named == ["raw_numerator"] else "raw_numerator"
            self.add_error(missing, _("Isi pembilang dan penyebut, atau kosongkan keduanya."))
        found["raw_factor"] = (found.get("raw_factor") or Decimal(100)) if named else None
        year, value = found.get("baseline_year"), found.get("baseline_value")
        if (year is None) != (value is None) and not {"baseline_year", "baseline_value"} & self.errors.keys():
            self.add_error("baseline_value" if value is None else "baseline_year", _("Isi tahun dan nilainya."))
        self._in_order("minimum", "maximum", _("Nilai terbesar lebih kecil daripada nilai terkecil."))
        self._in_order("valid_from", "valid_to", _("Tahun akhir lebih awal daripada tahun awal."))
        if self.instance.pk and "cycle" in self.changed_data and self._is_measured():
            self.add_error(
                "cycle",
                _("Sudah ada realisasi menurut siklus yang lama. Akhiri indikator ini, lalu buat penggantinya."),
            )
        return found

    def _in_order(self, first: str, last: str, words: str) -> None:
        low, high = self.cleaned_data.get(first), self.cleaned_data.get(last)
        if low is not None and high is not None and low > high:
            self.add_error(last, words)

    def _is_measured(self) -> bool:
        return Measurement.objects.filter(indicator=self.instance.indicator_id).exists()
