"""Importing an export of the budget system in two steps: look at what it would fill, then fill it."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from saksama.language.messages import _
from saksama.web.measurement.importing import ChangedMeanwhileError, RefusedImportError
from saksama.web.measurement.spending_importing import KeptExport, apply_spending, keep_export, preview_spending
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.organisations.models import Person
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.versions import version_in_force
from saksama.web.typed_text import typed_line, typed_text

_SALT = "saksama.import.spending"
_HOUR = 60 * 60


@require_http_methods(["GET", "POST"])
def import_spending(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """Ask for an export, show what it would fill, and fill what was shown."""
    person = person_of(request)
    agency = agency_for(person, number, Action.MEASURE)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    named = typed_line(request, "agency", most=200)
    try:
        if request.POST.get("token"):
            return _applied(request, version, year, person=person)
        if request.method == "POST":
            upload = request.FILES.get("file")
            if upload is None:
                raise RefusedImportError(_("Pilih berkasnya lebih dahulu."))
            return _previewed(request, version, keep_export(upload, year, named))
    except RefusedImportError as error:
        messages.error(request, str(error))
    return _page(request, version, year, named=named)


def _page(request: HttpRequest, version: PlanVersion, year: int, **more: object) -> HttpResponse:
    return render(request, "measurement/spending_import.html", {"agency": version.plan.agency, "year": year, **more})


def _previewed(request: HttpRequest, version: PlanVersion, export: KeptExport) -> HttpResponse:
    seen = version.plan.record_version
    found = preview_spending(version, export)
    token = signing.dumps({"export": asdict(export), "version": version.pk, "seen": seen}, salt=_SALT)
    return _page(request, version, export.year, preview=found, token=token, named=export.agency)


def _applied(request: HttpRequest, version: PlanVersion, year: int, *, person: Person) -> HttpResponse:
    try:
        shown: Any = signing.loads(request.POST["token"], salt=_SALT, max_age=_HOUR)
    except signing.BadSignature:
        raise RefusedImportError(_("Pratinjau itu sudah lewat waktunya. Unggah lagi berkasnya.")) from None
    export = KeptExport(**shown["export"])
    if (shown["version"], export.year) != (version.pk, year):
        raise RefusedImportError(_("Pratinjau itu untuk rencana lain. Unggah lagi berkasnya."))
    reason = typed_text(request, "reason", most=2000) or export.title
    try:
        count = apply_spending(version, export, seen=shown["seen"], person=person, reason=reason)
    except ChangedMeanwhileError:
        messages.warning(request, _("Data berubah sejak pratinjau dibuat. Periksa sekali lagi apa yang akan berubah."))
        return _previewed(request, version, export)
    messages.success(request, _("{count} isian diterapkan.").format(count=count))
    return redirect("money", version.plan.agency_id, year)
