"""Plans and their versions: one is begun empty, the next one with everything that the last one says."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from saksama.kernel.agency import Agency as KernelAgency
from saksama.kernel.plan import StrategicPlan as KernelPlan
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _
from saksama.web.day_input import DayInput
from saksama.web.measurement.plan_part_forms import check_begin
from saksama.web.measurement.storage import load_record, save_record
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.organisations.models import Agency, Person
from saksama.web.planning.models import PlanVersion, StrategicPlan
from saksama.web.planning.versions import version_in_force
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.recording import record_change

_LONGEST_PLAN = 10
"""Years."""


class VersionForm(forms.ModelForm):  # type: ignore[type-arg]
    """Why and by what a new version of the plan is made."""

    class Meta:
        model = PlanVersion
        fields = ("title", "reason", "legal_basis", "valid_from")
        widgets: ClassVar = {
            "title": forms.TextInput(),
            "reason": forms.Textarea({"rows": 2}),
            "valid_from": DayInput(),
        }

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["reason"].required = True


class PlanForm(forms.Form):
    """A new plan: what it is called, and its years."""

    title = forms.CharField(max_length=500)
    first_year = forms.IntegerField(min_value=2000, max_value=2100)
    last_year = forms.IntegerField(min_value=2000, max_value=2100)

    def clean(self) -> dict[str, Any]:
        """Years in their order, and no more of them than a plan ever has."""
        found: dict[str, Any] = super().clean() or {}
        first, last = found.get("first_year"), found.get("last_year")
        if first and last and not first <= last <= first + _LONGEST_PLAN - 1:
            self.add_error("last_year", _("Tahun akhir paling awal sama dengan tahun awal, paling lama sepuluh tahun."))
        return found


@require_http_methods(["GET", "POST"])
def begin_plan(request: HttpRequest, number: int) -> HttpResponse:
    """Begin a plan of an agency. It is empty until it is filled by hand or from a workbook."""
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    form = PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        entered = form.cleaned_data
        years = range(entered["first_year"], entered["last_year"] + 1)
        if StrategicPlan.objects.filter(agency=agency, first_year__lte=years[-1], last_year__gte=years[0]).exists():
            form.add_error("first_year", _("Tahun-tahun itu sudah ada dalam rencana lain."))
        else:
            _begin(agency, entered["title"], years, person)
            messages.success(request, _("Rencana dibuat. Isilah, atau impor buku kerjanya."))
            return redirect("plan", number, years[0])
    return render(request, "measurement/begin_plan.html", {"agency": agency, "form": form})


def _begin(agency: Agency, title: str, years: range, person: Person) -> None:
    own = KernelAgency(agency.name, agency.government.name, agency.short_name)
    record = PerformanceRecord(own, KernelPlan(title, years[0], years[-1]))
    with transaction.atomic():
        made = StrategicPlan.objects.create(agency=agency, first_year=years[0], last_year=years[-1])
        save_record(record, PlanVersion.objects.create(plan=made))
        record_change(agency, person, "plan", f"plan {years[0]}-{years[-1]}", old=None, new=title)


@require_http_methods(["GET", "POST"])
def new_version(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """Begin a new version of the plan with everything that the last one says."""
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    version = _last(agency, year)
    form = VersionForm(request.POST or None, initial={"title": version.title})
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            hold_figures(agency.pk)  # before the last version is read, or what others keep meanwhile would be lost
            version = _last(agency, year)
            check_begin(form, version.plan.versions.all())
            made = _continued(form, version, person) if form.is_valid() else None
        if made:
            told = _("Versi {number} dibuat; yang sebelumnya tetap tersimpan.")
            messages.success(request, told.format(number=made.number))
            return redirect("plan", number, year)
    content = {"agency": agency, "year": year, "version": version, "form": form}
    return render(request, "measurement/new_version.html", content)


def _last(agency: Agency, year: int) -> PlanVersion:
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    return version


def _continued(form: VersionForm, version: PlanVersion, person: Person) -> PlanVersion:
    """The new version, with everything that this one says."""
    made: PlanVersion = form.save(commit=False)
    made.plan = StrategicPlan.objects.select_for_update().get(pk=version.plan_id)
    made.number = (made.plan.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    record = load_record(version)
    made.save()
    save_record(record, made)
    PlanVersion.objects.filter(pk=made.pk).update(title=form.cleaned_data["title"])
    agency, fact = version.plan.agency, f"version {made.number}"
    record_change(agency, person, "plan", fact, old=version.title, new=made.title, reason=made.reason)
    return made
