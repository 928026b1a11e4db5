"""The form of a unit: name, the unit above it, tasks, posts, and when it ended; what it changes is recorded."""

from typing import Any, ClassVar

from django import forms
from django.utils.formats import date_format

from saksama.language.messages import _
from saksama.web.day_input import DayInput
from saksama.web.organisations.models import Agency, Person, Unit
from saksama.web.typed_text import seen_of
from saksama.web.workflow.recording import record_change


class UnitForm(forms.ModelForm):  # type: ignore[type-arg]
    """A unit of an agency, which `instance` names. `seen` is the mark of the unit as it is kept.

    The agency is held (`hold_figures`) where something is entered, and was before the unit was read.
    """

    posts = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Unit
        fields = ("name", "parent", "tasks", "ends_on")
        widgets: ClassVar = {"ends_on": DayInput(), "tasks": forms.Textarea({"rows": 2})}

    def __init__(self, agency: Agency, entered: object = None, *, instance: Unit) -> None:
        posts = list(instance.positions.order_by("title")) if instance.pk else []
        kept = [str(one.pk) for one in posts]
        super().__init__(entered, instance=instance, initial={"posts": kept})  # type: ignore[arg-type]
        self.seen = seen_of([instance.name, instance.parent_id, instance.tasks, instance.ends_on, kept])
        above_it = instance.parent.name if instance.parent else ""
        ends = date_format(instance.ends_on, "j F Y") if instance.ends_on else ""
        told = (instance.name, above_it, instance.tasks, ends, *(one.title for one in posts))
        self._kept = " · ".join(word for word in told if word)
        above = agency.units.filter(ends_on=None).exclude(pk__in=_below(agency, instance))
        self.fields["parent"].queryset = above.order_by("name")  # type: ignore[attr-defined]
        self.fields["parent"].empty_label = _("Tidak ada")  # type: ignore[attr-defined]
        # Compared here and not by the database, in which an enormous number is an error.
        self._posts = {str(one.pk): one for one in agency.positions.order_by("title")}
        self.fields["posts"].choices = [(key, one.title) for key, one in self._posts.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Nothing is kept where somebody else has changed the unit since this person saw it: that is told first."""
        if self.instance.pk and self.data.get("seen") != self.seen:
            told = _("Orang lain mengubahnya sementara itu. Yang tersimpan: {value}. Periksa, lalu simpan lagi.")
            raise forms.ValidationError(told.format(value=self._kept))
        return super().clean() or self.cleaned_data

    def clean_name(self) -> str:
        """The name, which no other unit of the agency has."""
        name: str = " ".join(self.cleaned_data["name"].split())
        if self.instance.agency.units.filter(name=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Nama ini sudah ada."))
        return name

    def clean_tasks(self) -> str:
        """The tasks in one line, as a cell of the workbook has them."""
        return " ".join(self.cleaned_data["tasks"].split())

    def keep(self, person: Person) -> Unit:
        """Keep the unit, and what was changed by whom."""
        unit: Unit = self.instance
        agency, is_new = unit.agency, unit.pk is None
        before = None if is_new else Unit.objects.select_related("parent").get(pk=unit.pk)
        self.save()
        subject = f"unit:{unit.pk}"
        if before is None:
            record_change(agency, person, subject, "made", old=None, new=unit.name)
        else:
            for name in self.Meta.fields:
                old, new = getattr(before, name), getattr(unit, name)
                if old != new:
                    record_change(agency, person, subject, name, old=old, new=new)
        self._keep_posts(unit, person)
        return unit

    def _keep_posts(self, unit: Unit, person: Person) -> None:
        old, new = set(unit.positions.all()), {self._posts[key] for key in self.cleaned_data["posts"]}
        if old == new:
            return
        unit.positions.exclude(pk__in=[one.pk for one in new]).update(unit=None)
        unit.agency.positions.filter(pk__in=[one.pk for one in new]).update(unit=unit)
        titles = [", ".join(sorted(one.title for one in posts)) or None for posts in (old, new)]
        record_change(unit.agency, person, f"unit:{unit.pk}", "posts", old=titles[0], new=titles[1])


def _below(agency: Agency, unit: Unit) -> set[int]:
    """The unit and all units below it, none of which can be above it."""
    if unit.pk is None:
        return set()
    parents = dict(agency.units.values_list("pk", "parent_id"))
    found = {unit.pk}
    for _depth in parents:
        found |= {number for number, parent in parents.items() if parent in found}
    return found
