"""Programmes, activities and sub-activities of a plan: the tree, adding, changing, moving and deleting a node."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from saksama.kernel.budget import BudgetLevel
from saksama.language.messages import _
from saksama.web.measurement.programme_edits import delete_node, hanging, move_node, save_node, sort_by_code
from saksama.web.measurement.programme_form import NodeForm, support_lines, supports_text
from saksama.web.measurement.programme_tree import (
    code_doubts,
    coverage,
    node_rows,
    plan_with_programmes,
    subject_names,
)
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.organisations.models import Agency
from saksama.web.planning.models import BudgetNode, PlanVersion, Support
from saksama.web.planning.versions import version_in_force, years_of
from saksama.web.typed_text import seen_of, typed_text
from saksama.web.workflow.locks import hold_figures, locks_of
from saksama.web.workflow.whole_writes import written_whole


@require_GET
def plan_programmes(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """The programmes of the plan that holds the year, with what they serve and what nothing serves."""
    person = person_of(request)
    agency = agency_for(person, number)
    version = _version(agency, year)
    record = plan_with_programmes(version)
    return render(
        request,
        "measurement/programmes.html",
        {
            "agency": agency,
            "year": year,
            "years": years_of(agency),
            "version": version,
            "rows": node_rows(record, version),
            "coverage": coverage(record),
            "may_plan": may(person, Action.PLAN, agency),
        },
    )


@never_cache
@require_http_methods(["GET", "POST"])
@written_whole
def edit_node(request: HttpRequest, number: int, year: int, node: int | None = None) -> HttpResponse:
    """Add or change a node. Where somebody else has changed it since, nothing is kept and that is told."""
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    if request.method == "POST":
        hold_figures(agency.pk)
    version = _version(agency, year)
    nodes = {one.pk: one for one in BudgetNode.objects.filter(plan=version.plan_id).select_related("parent")}
    if node is not None and node not in nodes:
        raise Http404
    row = nodes[node] if node else BudgetNode(plan=version.plan)
    above = request.GET.get("below", "")
    parent = next((one for one in nodes.values() if str(one.pk) == above), None)
    if node is None and parent:
        row.parent = parent
    subjects = subject_names(plan_with_programmes(version))
    kept = seen_of([row.code, row.name, row.owner, row.level, row.parent_id, supports_text(_supports(row))])
    shown = " · ".join(part for part in (row.code, row.name, row.owner, supports_text(_supports(row))) if part)
    posted = request.POST if request.method == "POST" else None
    form = NodeForm(posted, instance=row, nodes=nodes)
    lines = support_lines(row, posted, subjects)
    rests = bool(node and locks_of(agency.pk, range(version.plan.first_year, version.plan.last_year + 1)).approved)
    if posted is not None:
        why = typed_text(request, "why", most=2000)
        if node and posted.get("seen") != kept:
            now = _("Orang lain mengubahnya sementara itu. Yang tersimpan: {value}. Periksa, lalu simpan lagi.")
            form.add_error(None, now.format(value=shown))
        if form.is_valid() and not any(line.error for line in lines):
            problem = save_node(form, lines, person=person, reason=why, rests=rests)
            if not problem:
                for doubt in code_doubts(row.code, BudgetLevel(row.level), row.parent.code if row.parent else None):
                    messages.warning(request, doubt)
                messages.success(request, _("{name} tersimpan.").format(name=row.name))
                return redirect("plan-programmes", number, year)
            form.add_error(None, problem)
    return render(
        request,
        "measurement/edit_node.html",
        {
            "agency": agency,
            "year": year,
            "row": nodes.get(node) if node else None,
            "form": form,
            "lines": lines,
            "subjects": subjects,
            "rests": rests,
            "why": request.POST.get("why", ""),
            "seen": kept,
            "hanging": hanging(row) if node else (),
        },
    )


@require_POST
def move(request: HttpRequest, number: int, year: int, node: int) -> HttpResponse:
    """Change places with the sibling above or below."""
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    version = _version(agency, year)
    with transaction.atomic():
        hold_figures(agency.pk)
        move_node(_node(version, node), up=request.POST.get("direction") == "up", person=person)
    return redirect("plan-programmes", number, year)


@require_POST
def sort(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """Put every node in the order of its code."""
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    version = _version(agency, year)
    with transaction.atomic():
        hold_figures(agency.pk)
        sort_by_code(version, person=person)
    messages.success(request, _("Diurutkan menurut kode."))
    return redirect("plan-programmes", number, year)


@require_POST
def delete(request: HttpRequest, number: int, year: int, node: int) -> HttpResponse:
    """Delete a node on which nothing hangs; else say what does."""
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    version = _version(agency, year)
    with transaction.atomic():
        hold_figures(agency.pk)
        found = _node(version, node)
        if reasons := hanging(found):
            messages.error(request, _("Tidak dihapus. {reasons}").format(reasons=" ".join(reasons)))
            return redirect("edit-node", number, year, node)
        delete_node(found, person=person, reason=typed_text(request, "why", most=2000))
    messages.success(request, _("{name} dihapus dari rencana.").format(name=found.name))
    return redirect("plan-programmes", number, year)


def _version(agency: Agency, year: int) -> PlanVersion:
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    return version


def _node(version: PlanVersion, number: int) -> BudgetNode:
    found = BudgetNode.objects.filter(plan=version.plan_id, pk=number).select_related("plan__agency").first()
    if found is None:
        raise Http404
    return found


def _supports(node: BudgetNode) -> list[Support]:
    return list(node.supports.all()) if node.pk else []
