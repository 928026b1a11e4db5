"""Goals and objectives of the version in force, and what the plan says as a whole: added, changed, moved, deleted."""

import json
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from saksama.language.messages import _
from saksama.web.measurement.plan_part_forms import GoalForm, ObjectiveForm, WholeForm
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.organisations.models import Agency, Person
from saksama.web.planning.models import (
    Goal,
    Indicator,
    IndicatorDefinition,
    Objective,
    PlanVersion,
    StrategicPlan,
    Support,
)
from saksama.web.planning.versions import version_in_force
from saksama.web.typed_text import seen_of, typed_text
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.recording import record_change

_SHORT = {"goal": "T", "objective": "S"}


_Part = PlanVersion | Goal | Objective


@never_cache
@require_http_methods(["GET", "POST"])
@transaction.atomic
def edit_part(request: HttpRequest, number: int, year: int, kind: str, part: int) -> HttpResponse:
    """Change a goal, an objective or the plan as a whole."""
    agency, version = _place(request, number, year)
    row = _part(version, kind, part)
    return _edit(request, agency, year, kind, row)


@never_cache
@require_http_methods(["GET", "POST"])
@transaction.atomic
def add_part(request: HttpRequest, number: int, year: int, kind: str, above: int = 0) -> HttpResponse:
    """Add a goal to the plan, or an objective to a goal."""
    agency, version = _place(request, number, year)
    if kind == "goal":
        return _edit(request, agency, year, kind, Goal(version=version))
    goal = Goal.objects.filter(version=version, pk=above).first()
    if goal is None or kind != "objective":
        raise Http404
    return _edit(request, agency, year, kind, Objective(goal=goal))


@require_POST
@transaction.atomic
def move_part(request: HttpRequest, number: int, year: int, kind: str, part: int) -> HttpResponse:
    """Change places with the one above or below: a goal, an objective, or an indicator of either."""
    agency, version = _place(request, number, year)
    hold_figures(agency.pk)
    rows: list[Any]
    if kind == "indicator":
        row = (
            IndicatorDefinition.objects.select_related("indicator")
            .filter(pk=part, indicator__plan=version.plan_id)
            .first()
        )
        holder = (row.goal or row.objective) if row else None
        if row is None or holder is None:
            raise Http404
        _part(version, "goal" if row.goal_id else "objective", holder.pk)
        rows, subject = list(holder.indicators.all()), f"indicator:{row.indicator.key}"
    else:
        own = _part(version, kind, part)
        if isinstance(own, PlanVersion):
            raise Http404
        rows = list(version.goals.all() if isinstance(own, Goal) else own.goal.objectives.all())
        subject = f"{kind}:{own.key}"
    place = [one.pk for one in rows].index(part)
    other = place - 1 if request.POST.get("direction") == "up" else place + 1
    if 0 <= other < len(rows):
        positions = [one.position for one in rows]
        rows[place], rows[other] = rows[other], rows[place]
        for one, position in zip(rows, positions, strict=True):
            type(one)._default_manager.filter(pk=one.pk).update(position=position)
        record_change(agency, person_of(request), subject, "position", old=place + 1, new=other + 1)
        _count(version)
    return redirect("plan", number, year)


@require_POST
@transaction.atomic
def delete_part(request: HttpRequest, number: int, year: int, kind: str, part: int) -> HttpResponse:
    """Delete a goal or an objective on which nothing hangs; else say what does."""
    agency, version = _place(request, number, year)
    hold_figures(agency.pk)
    row = _part(version, kind, part)
    if isinstance(row, PlanVersion):
        raise Http404
    if reasons := _hanging(row):
        messages.error(request, _("Tidak dihapus. {reasons}").format(reasons=" ".join(reasons)))
        return redirect("edit-part", number, year, kind, part)
    row.delete()
    record_change(agency, person_of(request), f"{kind}:{row.key}", kind, old=row.name, new=None)
    _count(version)
    messages.success(request, _("{name} dihapus dari rencana.").format(name=row.name))
    return redirect("plan", number, year)


def _edit(request: HttpRequest, agency: Agency, year: int, kind: str, row: _Part) -> HttpResponse:
    form_of = WholeForm if kind == "whole" else ObjectiveForm if kind == "objective" else GoalForm
    kept = {name: getattr(row, name) for name in form_of.base_fields}
    seen = seen_of(json.dumps(kept))
    form = form_of(request.POST if request.method == "POST" else None, initial=kept)
    if request.method == "POST":
        hold_figures(agency.pk)
        if row.pk and request.POST.get("seen") != seen:
            told = _("Orang lain mengubahnya sementara itu. Yang tersimpan: {value}. Periksa, lalu simpan lagi.")
            form.add_error(None, told.format(value=" · ".join(_text(value) for value in kept.values() if value)))
        if form.is_valid():
            reason = typed_text(request, "why", most=2000)
            _save(row, kind, kept, form.cleaned_data, agency=agency, person=person_of(request), reason=reason)
            messages.success(request, _("Rencana tersimpan."))
            return redirect("plan", agency.pk, year)
    return render(
        request,
        "measurement/edit_part.html",
        {
            "agency": agency,
            "year": year,
            "kind": kind,
            "row": row if row.pk else None,
            "form": form,
            "why": request.POST.get("why", ""),
            "seen": seen,
            "hanging": () if isinstance(row, PlanVersion) or not row.pk else _hanging(row),
        },
    )


def _save(
    row: _Part,
    kind: str,
    kept: Mapping[str, Any],
    found: Mapping[str, Any],
    *,
    agency: Agency,
    person: Person,
    reason: str,
) -> None:
    version = row if isinstance(row, PlanVersion) else row.version if isinstance(row, Goal) else row.goal.version
    if not isinstance(row, PlanVersion) and not row.pk:
        rows = version.goals if isinstance(row, Goal) else row.goal.objectives
        row.position = (rows.aggregate(last=Max("position"))["last"] or 0) + 1
        row.key = _fresh_key(version, kind)
    for name, value in found.items():
        setattr(row, name, value)
    row.save()
    subject = "plan" if isinstance(row, PlanVersion) else f"{kind}:{row.key}"
    for name, value in found.items():
        old, new = _text(kept[name]), _text(value)
        if old != new:
            record_change(agency, person, subject, name, old=old or None, new=new or None, reason=reason)
    _count(version)


def _place(request: HttpRequest, number: int, year: int) -> tuple[Agency, PlanVersion]:
    agency = agency_for(person_of(request), number, Action.PLAN)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    return agency, version


def _part(version: PlanVersion, kind: str, number: int) -> _Part:
    found: _Part | None = None
    if kind == "goal":
        found = Goal.objects.select_related("version").filter(version=version, pk=number).first()
    elif kind == "objective":
        found = Objective.objects.select_related("goal__version").filter(goal__version=version, pk=number).first()
    elif kind == "whole" and number == version.pk:
        found = version
    if found is None:
        raise Http404
    return found


def _hanging(row: Goal | Objective) -> tuple[str, ...]:
    plan = (row.version if isinstance(row, Goal) else row.goal.version).plan_id
    found = []
    if isinstance(row, Goal) and row.objectives.exists():
        found.append(_("Masih ada sasaran di bawahnya."))
    if row.indicators.exists():
        found.append(_("Masih ada indikatornya."))
    if Support.objects.filter(node__plan=plan, subject=row.key).exists():
        found.append(_("Ada program yang mendukungnya: ubah programnya dahulu."))
    return tuple(found)


def _fresh_key(version: PlanVersion, kind: str) -> str:
    taken = {
        *Goal.objects.filter(version__plan=version.plan_id).values_list("key", flat=True),
        *Objective.objects.filter(goal__version__plan=version.plan_id).values_list("key", flat=True),
        *Indicator.objects.filter(plan=version.plan_id).values_list("key", flat=True),
    }
    return next(key for number in range(1, len(taken) + 2) if (key := f"{_SHORT[kind]}{number}") not in taken)


def _text(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)


def _count(version: PlanVersion) -> None:
    StrategicPlan.objects.filter(pk=version.plan_id).update(record_version=F("record_version") + 1)
