"""The checks of reports: those that a person sees, a new one, and the files of one."""

from http import HTTPStatus

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from saksama.language.messages import _
from saksama.web.organisations.access import Action, agencies_of, governments_of, person_of, roles_of
from saksama.web.organisations.models import Agency, Person
from saksama.web.reporting.check_access import check_for, checks_of
from saksama.web.reporting.checking import ask_for_check
from saksama.web.reporting.models import ReportCheck
from saksama.web.stored_files import RefusedUploadError

_MOST_SHOWN = 50
_A_YEAR = 31_536_000


@require_http_methods(["GET", "POST"])
def checks(request: HttpRequest) -> HttpResponse:
    """The reports that the person sees checked, and the place for another."""
    person = person_of(request)
    if not roles_of(person):
        raise Http404
    offices = list(agencies_of(person, Action.REPORT).order_by("name"))
    error, wish = "", str(offices[0].pk) if len(offices) == 1 else ""
    if request.method == "POST":
        wish = request.POST.get("agency", "")
        try:
            return redirect("check", _asked(request, person, offices, wish).pk)
        except RefusedUploadError as refused:
            error = str(refused)
    shown = checks_of(person).select_related("agency", "person").defer("findings", "passages")[:_MOST_SHOWN]
    return render(
        request,
        "reporting/checks.html",
        {"checks": shown, "offices": offices, "wish": wish, "error": error},
        status=HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK,
    )


def _asked(request: HttpRequest, person: Person, offices: list[Agency], wish: str) -> ReportCheck:
    agency = next((office for office in offices if str(office.pk) == wish), None)
    if wish and agency is None:
        raise Http404
    upload = request.FILES.get("report")
    if upload is None:
        raise RefusedUploadError(_("Pilih berkas laporannya lebih dahulu."))
    government = agency.government if agency else governments_of(person)[0]
    return ask_for_check(upload, government, person, agency=agency)


@require_GET
def marked_copy(request: HttpRequest, number: int) -> HttpResponse | FileResponse:
    """The copy of the report in which the findings are marked."""
    found = check_for(person_of(request), number)
    if not found.marked_name:
        raise Http404
    name = f"{found.title.rpartition('.')[0] or found.title} - {_('diperiksa')}{found.marked_suffix}"
    # Always downloaded, never shown here: what stands in it comes from outside.
    return FileResponse(default_storage.open(found.marked_name), as_attachment=True, filename=name)


@require_GET
def page_picture(request: HttpRequest, number: int, page: int) -> FileResponse:
    """The picture of a page of the report."""
    name = check_for(person_of(request), number).pictures.get(str(page))
    if not name:
        raise Http404
    response = FileResponse(default_storage.open(name), content_type="image/png")
    response.headers["Cache-Control"] = f"private, max-age={_A_YEAR}, immutable"
    return response
