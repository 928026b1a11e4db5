"""Goals and objectives of the version in force, and what the plan says as a whole: added, changed, moved, deleted."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from saksama.language.messages import _
from saksama.web.measurement.plan_part_edits import Part, hanging_on_part, said, save_part
from saksama.web.measurement.plan_part_forms import GoalForm, ObjectiveForm, WholeForm, check_begin
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.organisations.models import Agency
from saksama.web.planning.models import (
    Goal,
    IndicatorDefinition,
    Objective,
    PlanVersion,
)
from saksama.web.planning.record_versions import count_change
from saksama.web.planning.versions import version_in_force
from saksama.web.typed_text import seen_of, typed_text
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.recording import record_change
from saksama.web.workflow.whole_writes import written_whole


@never_cache
@require_http_methods(["GET", "POST"])
@written_whole
def edit_part(request: HttpRequest, number: int, year: int, kind: str, part: int) -> HttpResponse:
    """Change a goal, an objective or the plan as a whole."""
    agency, version = _place(request, number, year)
    row = _part(version, kind, part)
    return _edit(request, agency, year, kind, row)


@never_cache
@require_http_methods(["GET", "POST"])
@written_whole
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
        count_change(version.plan_id)
    return redirect("plan", number, year)


@require_POST
@transaction.atomic
def delete_part(request: HttpRequest, number: int, year: int, kind: str, part: int) -> HttpResponse:
    """Delete a goal or an objective on which nothing hangs; else say what does."""
    agency, version = _place(request, number, year)
    row = _part(version, kind, part)
    if isinstance(row, PlanVersion):
        raise Http404
    if reasons := hanging_on_part(row):
        messages.error(request, _("Tidak dihapus. {reasons}").format(reasons=" ".join(reasons)))
        return redirect("edit-part", number, year, kind, part)
    row.delete()
    record_change(agency, person_of(request), f"{kind}:{row.key}", kind, old=row.name, new=None)
    count_change(version.plan_id)
    messages.success(request, _("{name} dihapus dari rencana.").format(name=row.name))
    return redirect("plan", number, year)


def _edit(request: HttpRequest, agency: Agency, year: int, kind: str, row: Part) -> HttpResponse:
    form_of = WholeForm if kind == "whole" else ObjectiveForm if kind == "objective" else GoalForm
    kept = {name: getattr(row, name) for name in form_of.base_fields}
    seen = seen_of(kept)
    form = form_of(request.POST if request.method == "POST" else None, initial=kept)
    if request.method == "POST":
        if isinstance(row, PlanVersion) and row.number:
            _check_version(form, row)
        if row.pk and request.POST.get("seen") != seen:
            told = _("Orang lain mengubahnya sementara itu. Yang tersimpan: {value}. Periksa, lalu simpan lagi.")
            form.add_error(None, told.format(value=" · ".join(said(value) for value in kept.values() if value)))
        if form.is_valid():
            reason = typed_text(request, "why", most=2000)
            save_part(row, kind, kept, form.cleaned_data, agency=agency, person=person_of(request), reason=reason)
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
            "hanging": () if isinstance(row, PlanVersion) or not row.pk else hanging_on_part(row),
        },
    )


def _check_version(form: Form, row: PlanVersion) -> None:
    """A version after the first one says why it was made, and does not begin before the one that it changes."""
    if form.is_valid() and not form.cleaned_data["reason"]:
        form.add_error("reason", _("Tulis alasan versi ini."))
    check_begin(form, row.plan.versions.filter(number__lt=row.number))


def _place(request: HttpRequest, number: int, year: int) -> tuple[Agency, PlanVersion]:
    """The agency, and the version in force; its figures are held before it is read, where something is written."""
    agency = agency_for(person_of(request), number, Action.PLAN)
    if request.method == "POST":
        hold_figures(agency.pk)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    return agency, version


def _part(version: PlanVersion, kind: str, number: int) -> Part:
    found: Part | None = None
    if kind == "goal":
        found = Goal.objects.select_related("version").filter(version=version, pk=number).first()
    elif kind == "objective":
        found = Objective.objects.select_related("goal__version").filter(goal__version=version, pk=number).first()
    elif kind == "whole" and number == version.pk:
        found = version
    if found is None:
        raise Http404
    return found
