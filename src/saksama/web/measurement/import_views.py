"""Importing a workbook or JSON in two steps: look at what would change, then apply it."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from saksama.language.messages import _
from saksama.web.measurement.difference_rows import difference_groups
from saksama.web.measurement.importing import (
    ChangedMeanwhileError,
    RefusedImportError,
    apply,
    keep,
    preview,
)
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.organisations.models import Agency, Person
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.versions import version_in_force
from saksama.web.typed_text import typed_text

_SALT = "saksama.import"
_HOUR = 60 * 60
_MOST_ROWS = 100


@require_http_methods(["GET", "POST"])
def import_record(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """Ask for a file, show what it would change, and apply what was shown."""
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    if request.method == "GET":
        return render(request, "measurement/import.html", {"agency": agency, "year": year})
    try:
        if request.POST.get("token"):
            return _applied(request, agency, version, year, person=person)
        upload = request.FILES.get("file")
        if upload is None:
            raise RefusedImportError(_("Pilih berkasnya lebih dahulu."))
        name, suffix = keep(upload)
        return _previewed(request, agency, version, year, name=name, suffix=suffix)
    except RefusedImportError as error:
        messages.error(request, str(error))
        return redirect("import", number, year)


def _previewed(
    request: HttpRequest, agency: Agency, version: PlanVersion, year: int, *, name: str, suffix: str
) -> HttpResponse:
    found = preview(version, name, suffix)
    token = signing.dumps(
        {"name": name, "suffix": suffix, "version": version.pk, "seen": version.plan.record_version}, salt=_SALT
    )
    return render(
        request,
        "measurement/import.html",
        {
            "agency": agency,
            "year": year,
            "preview": found,
            "groups": difference_groups(found.differences, most=_MOST_ROWS),
            "token": token,
        },
    )


def _applied(request: HttpRequest, agency: Agency, version: PlanVersion, year: int, *, person: Person) -> HttpResponse:
    try:
        shown: Any = signing.loads(request.POST["token"], salt=_SALT, max_age=_HOUR)
    except signing.BadSignature:
        raise RefusedImportError(_("Pratinjau itu sudah lewat waktunya. Unggah lagi berkasnya.")) from None
    if shown["version"] != version.pk:
        raise RefusedImportError(_("Pratinjau itu untuk rencana lain. Unggah lagi berkasnya."))
    reason = typed_text(request, "reason", most=2000)
    try:
        count = apply(version, shown["name"], shown["suffix"], seen=shown["seen"], person=person, reason=reason)
    except ChangedMeanwhileError:
        messages.warning(request, _("Data berubah sejak pratinjau dibuat. Periksa sekali lagi apa yang akan berubah."))
        return _previewed(request, agency, version, year, name=shown["name"], suffix=shown["suffix"])
    messages.success(request, _("{count} isian diterapkan.").format(count=count))
    return redirect("agency", agency.pk)
