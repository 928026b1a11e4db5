"""The units of an agency, and the page of one: its posts, and what it is responsible for."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.organisations.heads import holder_of
from saksama.web.organisations.models import Agency, Person, Unit
from saksama.web.organisations.units import units_of
from saksama.web.overview.asked_period import asked_period
from saksama.web.overview.pages import pages_of
from saksama.web.overview.unit_form import UnitForm
from saksama.web.overview.unit_rows import owners_of, owners_without_unit, responsibility
from saksama.web.overview.unit_taking import LongNameError, take_units, units_in_record
from saksama.web.planning.versions import version_in_force, years_of
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.whole_writes import written_whole


@require_http_methods(["GET", "POST"])
@written_whole
def units(request: HttpRequest, number: int) -> HttpResponse:
    """Every unit of an agency with its posts, and the place for another."""
    person = person_of(request)
    agency = agency_for(person, number)
    may_edit = _may_edit(person, agency)
    _hold(request, agency, may_edit=may_edit)
    form = UnitForm(agency, request.POST or None, instance=Unit(agency=agency)) if may_edit else None
    if form and request.method == "POST" and form.is_valid():
        made = form.keep(person)
        messages.success(request, _("{name} ditambahkan.").format(name=made.name))
        return redirect("units", number)
    period = asked_period(request)
    version = version_in_force(agency, period.year)
    every = list(agency.units.select_related("parent").order_by("name"))
    posts = list(agency.positions.prefetch_related("tenures").order_by("-is_head", "title"))
    return render(
        request,
        "overview/units.html",
        {
            "agency": agency,
            "period": period,
            "rows": [(one, [(post, holder_of(post)) for post in posts if post.unit_id == one.pk]) for one in every],
            "form": form,
            "unknown": owners_without_unit(version, every, posts) if version else (),
            "in_record": units_in_record(version) if version else (),
            "is_printed": bool(units_of(agency.pk)),
        },
    )


@require_POST
@transaction.atomic
def take(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """Make units of the agency of those that the workbook brought into the record of a year's plan."""
    person = person_of(request)
    agency = agency_for(person, number)
    _hold(request, agency, may_edit=_may_edit(person, agency))
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    try:
        count = take_units(agency, version, person)
    except LongNameError as error:
        messages.error(request, str(error))
    else:
        told = _("{count} unit diambil dari buku kerja.") if count else _("Tidak ada unit yang perlu diambil.")
        messages.success(request, told.format(count=count))
    return redirect(f"{reverse('units', args=[number])}?year={year}")


@never_cache
@require_http_methods(["GET", "POST"])
@written_whole
def unit(request: HttpRequest, number: int, unit_number: int) -> HttpResponse:
    """A unit in a year, and the place to change it."""
    person = person_of(request)
    agency = agency_for(person, number)
    may_edit = _may_edit(person, agency)
    _hold(request, agency, may_edit=may_edit)
    found = agency.units.select_related("parent", "agency").filter(pk=unit_number).first()
    if found is None:
        raise Http404
    # A form that is refused leaves what was typed in the row: the page tells what is kept.
    name, tasks, ends_on = found.name, found.tasks, found.ends_on
    form = UnitForm(agency, request.POST or None, instance=found) if may_edit else None
    if form and request.method == "POST" and form.is_valid():
        form.keep(person)
        messages.success(request, _("Perubahan {name} tersimpan.").format(name=found.name))
        return redirect("unit", number, unit_number)
    period = asked_period(request)
    version = version_in_force(agency, period.year)
    posts = list(found.positions.prefetch_related("tenures").order_by("title"))
    answers = None
    if version:
        record = load_record(version, [period.year])
        owners = owners_of(found, posts)
        answers = responsibility(record, owners, period, pages_of(version, agency.pk, period.year))
    return render(
        request,
        "overview/unit.html",
        {
            "agency": agency,
            "unit": found,
            "name": name,
            "tasks": tasks,
            "ends_on": ends_on,
            "period": period,
            "title": period_title(period),
            "years": years_of(agency),
            "posts": [(post, holder_of(post)) for post in posts],
            "children": found.children.order_by("name"),
            "answers": answers,
            "form": form,
            "may_plan": may(person, Action.PLAN, agency),
        },
    )


def _hold(request: HttpRequest, agency: Agency, *, may_edit: bool) -> None:
    """Let nobody else write where something is to be written. Raises `Http404` where this person may not."""
    if request.method != "POST":
        return
    if not may_edit:
        raise Http404
    hold_figures(agency.pk)


def _may_edit(person: Person, agency: Agency) -> bool:
    return may(person, Action.PLAN, agency) or may(person, Action.ADMINISTER, agency)
