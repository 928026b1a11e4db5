"""The plan of an agency: what its version in force promises, and the promises of an indicator edited."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from saksama.compose.values import target_text
from saksama.kernel.achievement import FORMULAS
from saksama.kernel.figures import write_decimal
from saksama.kernel.period import Cycle
from saksama.language.messages import _
from saksama.web.measurement.indicator_words import seen_of
from saksama.web.measurement.plan_version_views import VersionForm
from saksama.web.measurement.storage import load_performance
from saksama.web.measurement.typed_numbers import UnclearNumberError, typed_number
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.organisations.models import Agency, Person
from saksama.web.planning.models import IndicatorDefinition, PlanVersion, StrategicPlan, Target
from saksama.web.planning.plan_rows import WHOLE_YEAR
from saksama.web.planning.versions import version_in_force, years_of
from saksama.web.typed_text import typed_text
from saksama.web.workflow.recording import record_change

_SHEET = ("name", "unit", "definition", "calculation", "reason", "source", "owner")


class DefinitionForm(forms.ModelForm):  # type: ignore[type-arg]
    """The data sheet of an indicator."""

    class Meta:
        model = IndicatorDefinition
        fields = _SHEET
        widgets: ClassVar = {name: forms.Textarea({"rows": 3}) for name in _SHEET if name != "unit"}


@dataclass(frozen=True, slots=True)
class TargetCell:
    """A year's target as it is typed; `error` where what was typed is not clear."""

    year: int
    low: str
    high: str
    error: str = ""


@require_GET
def plan(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """The plan in force in a year: goals, objectives, indicators with the targets of every year."""
    person = person_of(request)
    agency = agency_for(person, number)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    record = load_performance(version)
    years = list(record.plan.years)
    return render(
        request,
        "measurement/plan.html",
        {
            "agency": agency,
            "year": year,
            "years": years_of(agency),
            "version": version,
            "versions": version.plan.versions.order_by("number"),
            "plan": record.plan,
            "plan_years": years,
            "targets": {
                indicator.id: [
                    target_text(record, indicator, found) if (found := indicator.target(one)) else "" for one in years
                ]
                for indicator in record.plan.indicators()
            },
            "numbers": _numbers(version),
            "may_plan": may(person, Action.PLAN, agency),
            "form": VersionForm(instance=PlanVersion(title=version.title)),
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def edit_indicator(request: HttpRequest, number: int, definition: int) -> HttpResponse:
    """The data sheet and the targets of an indicator of the version in force, with the reason of a change.

    Where somebody else has changed them since, nothing is kept: his values stand beside what was typed.
    """
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    row = (
        IndicatorDefinition.objects.select_for_update(of=("self",))
        .filter(pk=definition, indicator__plan__agency=agency, node=None)
        .select_related("indicator__plan", "goal__version", "objective__goal__version")
        .first()
    )
    if row is None or _version_of(row).pk != _last(row.indicator.plan).pk:
        raise Http404  # an earlier version is history
    kept = _shown(row)
    form = DefinitionForm(request.POST if request.method == "POST" else None, instance=row)
    cells = _cells(row, request.POST if request.method == "POST" else None)
    if request.method == "POST" and request.POST.get("seen") != seen_of(json.dumps(kept)):
        cells = _contradicted(form, cells, kept)
        if form.errors or any(cell.error for cell in cells):
            messages.error(request, _("Orang lain mengubahnya sementara itu. Periksa yang ditandai, lalu simpan lagi."))
    if request.method == "POST" and form.is_valid() and not any(cell.error for cell in cells):
        _save(form, row, cells, person=person, reason=typed_text(request, "why", most=2000))
        messages.success(request, _("Indikator tersimpan."))
        return redirect(reverse("plan", args=[agency.pk, row.indicator.plan.first_year]))
    return render(
        request,
        "measurement/edit_indicator.html",
        {
            "agency": agency,
            "row": row,
            "form": form,
            "cells": cells,
            "formula": _formula(row.formula),
            "seen": seen_of(json.dumps(kept)),
        },
    )


def _shown(row: IndicatorDefinition) -> dict[str, str]:
    """What the form shows of a definition, by the names of its fields."""
    sheet = {name: str(getattr(row, name)) for name in _SHEET}
    return sheet | {f"{end}-{cell.year}": getattr(cell, end) for cell in _cells(row, None) for end in ("low", "high")}


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _contradicted(form: DefinitionForm, cells: list[TargetCell], kept: Mapping[str, str]) -> list[TargetCell]:
    """Tell beside each field what is kept there instead of what was typed; the cells with theirs."""

    def told(now: str) -> str:
        return _("Yang tersimpan sekarang: {value}").format(value=now or _("(kosong)"))

    for name in _SHEET:
        if _lines(form.data.get(name, "")) != _lines(kept[name]):
            form.add_error(name, told(kept[name]))
    found = []
    for cell in cells:
        low, high = kept[f"low-{cell.year}"], kept[f"high-{cell.year}"]
        differs = (cell.low, cell.high) != (low, high)
        found.append(replace(cell, error=told(f"{low}–{high}" if low else high)) if differs else cell)
    return found


def _numbers(version: PlanVersion) -> dict[str, int]:
    of_goals = IndicatorDefinition.objects.filter(goal__version=version)
    of_objectives = IndicatorDefinition.objects.filter(objective__goal__version=version)
    return dict((of_goals | of_objectives).values_list("indicator__key", "pk"))


def _version_of(row: IndicatorDefinition) -> PlanVersion:
    if row.goal:
        return row.goal.version
    assert row.objective
    return row.objective.goal.version


def _last(found: StrategicPlan) -> PlanVersion:
    return found.versions.latest("number")


def _cells(row: IndicatorDefinition, posted: Mapping[str, str] | None) -> list[TargetCell]:
    """The targets of the plan's years, as they are or as they were typed."""
    known = {one.year: one for one in row.targets.filter(cycle=Cycle.YEAR.value, number=WHOLE_YEAR, is_end=False)}
    cells = []
    for year in range(row.indicator.plan.first_year, row.indicator.plan.last_year + 1):
        found = known.get(year)
        high = write_decimal(found.high) if found else ""
        low = write_decimal(found.low) if found and found.low != found.high else ""
        if posted is None:
            cells.append(TargetCell(year, low, high))
            continue
        low, high = posted.get(f"low-{year}", ""), posted.get(f"high-{year}", "")
        cells.append(TargetCell(year, low, high, _target_error(low, high)))
    return cells


def _target_error(low: str, high: str) -> str:
    try:
        below, above = typed_number(low), typed_number(high)
    except UnclearNumberError as error:
        return str(error)
    if below is not None and above is None:
        return _("Isi batas atasnya.")
    if below is not None and above is not None and below > above:
        return _("Batas bawah lebih besar daripada batas atas.")
    return ""


def _save(
    form: DefinitionForm, row: IndicatorDefinition, cells: list[TargetCell], *, person: Person, reason: str
) -> None:
    agency: Agency = row.indicator.plan.agency
    subject = f"indicator:{row.indicator.key}"
    with transaction.atomic():
        old = IndicatorDefinition.objects.select_for_update().get(pk=row.pk)
        for name in form.changed_data:
            before, after = getattr(old, name), form.cleaned_data[name]
            record_change(agency, person, subject, name, old=before, new=after, reason=reason)
        form.save()
        for cell in cells:
            high = typed_number(cell.high)
            low = typed_number(cell.low)
            _save_target(row, cell.year, high if low is None else low, high, person=person, reason=reason)
        StrategicPlan.objects.filter(pk=row.indicator.plan_id).update(record_version=F("record_version") + 1)


def _save_target(
    row: IndicatorDefinition, year: int, low: Decimal | None, high: Decimal | None, *, person: Person, reason: str
) -> None:
    place: dict[str, Any] = {
        "definition": row,
        "year": year,
        "cycle": Cycle.YEAR.value,
        "number": WHOLE_YEAR,
        "is_end": False,
    }
    found = Target.objects.filter(**place).first()
    before = None if found is None else f"{found.low}–{found.high}" if found.low != found.high else str(found.high)
    after = None if high is None else f"{low}–{high}" if low != high else str(high)
    if before == after:
        return
    if high is None or low is None:
        Target.objects.filter(**place).delete()
    else:
        Target.objects.update_or_create(**place, defaults={"low": low, "high": high})
    record_change(
        row.indicator.plan.agency,
        person,
        f"indicator:{row.indicator.key}",
        f"target {year}",
        old=before,
        new=after,
        reason=reason,
    )


def _formula(name: str) -> str:
    return next((formula.title for formula in FORMULAS if formula.name == name), name)
