"""Importing a file: it is uploaded, watched while it is read, looked at, and applied. Two kinds, one way."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from saksama.language.messages import _
from saksama.web.measurement.importing import RUNNING, SUFFIXES, agree, ask_for_import
from saksama.web.measurement.models import Import, ImportKind, ImportState
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.organisations.models import Agency
from saksama.web.planning.versions import version_in_force
from saksama.web.stored_files import RefusedUploadError
from saksama.web.typed_text import typed_line, typed_text

_ACTION = {ImportKind.RECORD: Action.PLAN, ImportKind.SPENDING: Action.MEASURE}
_MOST_SHOWN = 20


@never_cache
@require_http_methods(["GET", "POST"])
def _imports(request: HttpRequest, number: int, year: int, *, kind: ImportKind) -> HttpResponse:
    """Ask for a file, and list those that were imported before. 7 queries."""
    person = person_of(request)
    agency = agency_for(person, number, _ACTION[kind])
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    agency_name = typed_line(request, "agency", most=200)
    if request.method == "POST":
        upload = request.FILES.get("file")
        try:
            if upload is None:
                raise RefusedUploadError(_("Pilih berkasnya lebih dahulu."))
            made = ask_for_import(upload, version, kind, year, person=person, agency_name=agency_name)
            return redirect("one-import", number, made.pk)
        except RefusedUploadError as error:
            messages.error(request, str(error))
    every = Import.objects.filter(version__plan__agency=agency, kind=kind).select_related("person").defer("preview")
    shown = {"year": year, "imports": every[:_MOST_SHOWN], "agency_name": agency_name}
    return render(request, "measurement/imports.html", _described(agency, kind, year) | shown)


import_record = partial(_imports, kind=ImportKind.RECORD)
import_spending = partial(_imports, kind=ImportKind.SPENDING)


@never_cache
@require_GET
def one_import(request: HttpRequest, number: int, import_number: int) -> HttpResponse:
    """An import: its stage while the worker has it, then what it would change or has changed."""
    agency, asked = _import(request, number, import_number)
    state = ImportState(asked.state)
    stages = RUNNING[3:] if state in RUNNING[3:] else RUNNING[:3]
    shown = {
        "asked": asked,
        "is_running": state in RUNNING,
        "stage": stages.index(state) if state in RUNNING else 0,
        "stages": len(stages),
    }
    return render(request, "measurement/import.html", _described(agency, ImportKind(asked.kind), asked.year) | shown)


@require_POST
def apply_import(request: HttpRequest, number: int, import_number: int) -> HttpResponse:
    """Agree to what an import shows."""
    _agency, asked = _import(request, number, import_number)
    reason = typed_text(request, "reason", most=2000)
    if (asked.preview or {}).get("needs_reason") and not reason:
        messages.error(request, _("Tulis alasannya: angka yang sudah disetujui dihitung dengan isian yang berubah."))
    elif not agree(asked, person_of(request), reason):
        messages.info(request, _("Impor ini tidak lagi menunggu persetujuan."))
    return redirect("one-import", number, import_number)


def _import(request: HttpRequest, number: int, import_number: int) -> tuple[Agency, Import]:
    """An import of the agency, for whoever may make one of its kind there. Raises `Http404`."""
    person = person_of(request)
    agency = agency_for(person, number)
    found: models.QuerySet[Import] = Import.objects.filter(pk=import_number, version__plan__agency=agency)
    asked = found.select_related("person", "agreed_by").first()
    if asked is None or not may(person, _ACTION[ImportKind(asked.kind)], agency):
        raise Http404
    return agency, asked


def _described(agency: Agency, kind: ImportKind, year: int) -> dict[str, Any]:
    """What both pages say of a kind: its title, its own page, and where its figures are."""
    is_record = kind is ImportKind.RECORD
    return {
        "agency": agency,
        "year": year,
        "is_record": is_record,
        "accepted": ",".join(SUFFIXES[kind]),
        "title": _("Impor buku kerja") if is_record else _("Impor dari SIPD"),
        "page": reverse("import" if is_record else "import-money", args=[agency.pk, year]),
        "figures": reverse("plan" if is_record else "money", args=[agency.pk, year]),
        "figures_title": _("Rencana") if is_record else _("Anggaran {year}").format(year=year),
    }
