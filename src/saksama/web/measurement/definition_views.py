"""An indicator of the plan: added below a goal or an objective, changed with a reason, deleted while unused."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.contrib import messages
from django.db import transaction
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from saksama.kernel.value_scale import SHIPPED_VALUE_SCALES
from saksama.language.messages import _
from saksama.web.measurement.definition_edits import (
    YearTarget,
    hanging_on,
    new_definition,
    save_definition,
    year_targets,
)
from saksama.web.measurement.definition_form import COMPUTING, DefinitionForm
from saksama.web.measurement.lineage_edits import cuts_differ
from saksama.web.measurement.lineage_form import ContinuesForm, change_forms
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.organisations.models import Agency
from saksama.web.planning.models import Goal, IndicatorDefinition, Objective, PlanVersion
from saksama.web.planning.plan_rows import definitions
from saksama.web.planning.record_versions import count_change
from saksama.web.planning.storage import load_parts
from saksama.web.planning.versions import version_in_force
from saksama.web.typed_text import seen_of, typed_text
from saksama.web.workflow.locks import hold_figures, locks_of
from saksama.web.workflow.recording import record_change
from saksama.web.workflow.whole_writes import written_whole

_HOLDERS = {"goal": Goal, "objective": Objective}


@never_cache
@require_http_methods(["GET", "POST"])
@written_whole
def edit_indicator(request: HttpRequest, number: int, definition: int) -> HttpResponse:
    """The data sheet and the targets of an indicator of the version in force, with the reason of a change."""
    agency = agency_for(person_of(request), number, Action.PLAN)
    if request.method == "POST":
        hold_figures(agency.pk)
    row, version = _definition(agency, definition)
    return _edit(request, agency, version, row)


@never_cache
@require_http_methods(["GET", "POST"])
@written_whole
def add_indicator(request: HttpRequest, number: int, year: int, kind: str, holder: int) -> HttpResponse:
    """A new indicator below a goal or an objective of the version in force."""
    agency = agency_for(person_of(request), number, Action.PLAN)
    if request.method == "POST":
        hold_figures(agency.pk)
    version = version_in_force(agency, year)
    if version is None or kind not in _HOLDERS:
        raise Http404
    found: Goal | Objective | None
    if kind == "goal":
        found = Goal.objects.filter(version=version, pk=holder).first()
    else:
        found = Objective.objects.filter(goal__version=version, pk=holder).first()
    if found is None:
        raise Http404
    return _edit(request, agency, version, new_definition(version.plan, found))


@require_POST
def delete_indicator(request: HttpRequest, number: int, definition: int) -> HttpResponse:
    """Delete an indicator that nothing rests on; else say what does."""
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    with transaction.atomic():
        hold_figures(agency.pk)
        row, version = _definition(agency, definition)
        if reasons := hanging_on(row):
            messages.error(request, _("Tidak dihapus. {reasons}").format(reasons=" ".join(reasons)))
            return redirect("edit-indicator", number, definition)
        own = row.indicator
        row.delete()
        own.delete()
        record_change(agency, person, f"indicator:{own.key}", "indicator", old=row.name, new=None)
        count_change(version.plan_id)
    messages.success(request, _("{name} dihapus dari rencana.").format(name=row.name))
    return redirect("plan", number, version.plan.first_year)


def _edit(request: HttpRequest, agency: Agency, version: PlanVersion, row: IndicatorDefinition) -> HttpResponse:
    """The form, and keeping it. The figures were held before the row was read: it is compared with what was seen."""
    plan, is_new = version.plan, row.pk is None
    posted = request.POST if request.method == "POST" else None
    others = {
        key: f"{key} {name}"
        for key, name in definitions(version).filter(node=None).values_list("indicator__key", "name")
        if key != row.indicator.key
    }
    own_scales = load_parts(version, ("value_scales",)).get("value_scales", ())
    # An own scale goes before one of ours that has its name.
    scales = {one.name: f"{one.title} ({one.name})" for one in (*SHIPPED_VALUE_SCALES, *own_scales)}
    kept = _shown(
        [
            DefinitionForm(instance=row, others=others, scales=scales),
            ContinuesForm(None, row.indicator),
            *change_forms(row, others, None),
        ],
        year_targets(row, plan, None),
    )
    continues, changes = ContinuesForm(posted, row.indicator), change_forms(row, others, posted)
    form = DefinitionForm(posted, instance=row, others=others, scales=scales)
    cells = year_targets(row, plan, posted)
    locks = locks_of(agency.pk, range(plan.first_year, plan.last_year + 1))
    why = typed_text(request, "why", most=2000)
    every = [form, continues, *changes]
    if posted is not None and not is_new and posted.get("seen") != seen_of(kept):
        cells = _contradicted(every, cells, kept)
        if any(one.errors for one in every) or any(cell.error for cell in cells):
            messages.error(request, _("Orang lain mengubahnya sementara itu. Periksa yang ditandai, lalu simpan lagi."))
    if posted is not None and all(one.is_valid() for one in every) and not any(cell.error for cell in cells):
        is_computed_anew = bool(COMPUTING & set(form.changed_data)) or cuts_differ(row, changes)
        if not is_new and locks.approved and not why and is_computed_anew:
            form.add_error(None, _("Angka yang sudah disetujui dihitung dengan isian ini. Tulis alasan perubahannya."))
        else:
            cells = save_definition(form, cells, continues, changes, locks=locks, person=person_of(request), reason=why)
            if not any(cell.error for cell in cells):
                messages.success(request, _("Indikator tersimpan."))
                return redirect("plan", agency.pk, plan.first_year)
    return render(
        request,
        "measurement/edit_indicator.html",
        {
            "agency": agency,
            "plan": plan,
            "row": None if is_new else row,
            "form": form,
            "cells": cells,
            "is_refused": any(cell.error for cell in cells) or any(one.errors for one in every),
            "continues": continues,
            "changes": changes,
            "why": why,
            "rests": bool(locks.approved),
            "seen": seen_of(kept),
            "hanging": () if is_new else hanging_on(row),
        },
    )


def _definition(agency: Agency, number: int) -> tuple[IndicatorDefinition, PlanVersion]:
    """The definition and its version, where that is the last one: an earlier version is history."""
    row = (
        IndicatorDefinition.objects.filter(pk=number, indicator__plan__agency=agency, node=None)
        .select_related("indicator__plan__agency__government", "goal__version", "objective__goal__version")
        .first()
    )
    if row is None:
        raise Http404
    goal = row.goal or (row.objective.goal if row.objective else None)
    last = row.indicator.plan.versions.select_related("plan__agency__government").latest("number")
    if goal is None or goal.version_id != last.pk:
        raise Http404
    return row, last


def _shown(every: Sequence[BaseForm], cells: list[YearTarget]) -> dict[str, str]:
    """What the forms show, by the names of their fields."""
    typed = {f"{end}-{cell.name}": getattr(cell, end) for cell in cells for end in ("low", "high")}
    return {one.html_name: _said(one.value()) for form in every for one in form} | typed


def _contradicted(every: Sequence[BaseForm], cells: list[YearTarget], kept: Mapping[str, str]) -> list[YearTarget]:
    """Tell beside each field what is kept there instead of what was typed; the cells with theirs."""

    def told(now: str) -> str:
        return _("Yang tersimpan sekarang: {value}").format(value=now or _("(kosong)"))

    for form in every:
        for one in form:
            if _said(one.value()) != kept.get(one.html_name, ""):
                form.add_error(one.name, told(kept.get(one.html_name, "")))
    found = []
    for cell in cells:
        low, high = kept[f"low-{cell.name}"], kept[f"high-{cell.name}"]
        differs = (cell.low, cell.high) != (low, high)
        found.append(replace(cell, error=told(f"{low}–{high}" if low else high)) if differs else cell)
    return found


def _said(value: object) -> str:
    if isinstance(value, bool):
        return _("Ya") if value else ""
    return "\n".join(str("" if value is None else value).strip().splitlines())
