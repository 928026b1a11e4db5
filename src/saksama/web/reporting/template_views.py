"""The page of a government's template: what is in force, another one in its place, or none."""

from http import HTTPStatus

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from saksama.language.messages import _
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.organisations.models import Government
from saksama.web.reporting.house_templates import LOGO_SUFFIXES, SUFFIXES, keep, read_upload, template_in_force
from saksama.web.reporting.models import GovernmentTemplate
from saksama.web.reporting.template_json import template_from
from saksama.web.reporting.template_words import told
from saksama.web.stored_files import RefusedUploadError


@never_cache
@require_http_methods(["GET", "POST"])
def house_template(request: HttpRequest) -> HttpResponse:
    """What the template in force lays down; a POST reads another, and says all that is wrong with it. 4 queries."""
    government = _government(request)
    if request.method != "POST":
        return _page(request, government)
    file = request.FILES.get("template")
    try:
        if file is None:
            raise RefusedUploadError(_("Pilih berkas templatnya lebih dahulu."))
        upload = read_upload(file, request.FILES.get("logo"))
    except RefusedUploadError as error:
        return _page(request, government, problems=(str(error),))
    if upload.content is None:
        return _page(request, government, problems=upload.problems, title=upload.title)
    if keep(government, person_of(request), upload):
        messages.success(
            request, _("Templat {name} berlaku untuk semua dokumen mulai sekarang.").format(name=upload.title)
        )
    else:
        messages.info(request, _("Templat {name} sudah berlaku; tidak ada yang berubah.").format(name=upload.title))
    return redirect("house-template")


@require_POST
def take_away(request: HttpRequest) -> HttpResponse:
    """Back to the usual way with documents."""
    if keep(_government(request), person_of(request), None):
        messages.success(request, _("Templat dicabut. Dokumen memakai susunan yang biasa mulai sekarang."))
    return redirect("house-template")


@require_GET
def template_file(request: HttpRequest) -> FileResponse:
    """The template in force, as it was uploaded."""
    row = _row(request)
    # Always downloaded, never shown here: what stands in it comes from outside.
    return FileResponse(default_storage.open(row.name), as_attachment=True, filename=row.title)


@never_cache
@require_GET
def template_logo(request: HttpRequest) -> FileResponse:
    """The logo of the template in force."""
    row = _row(request)
    logo = (row.content or {}).get("logo")
    if not logo:
        raise Http404
    return FileResponse(default_storage.open(row.logo_name), filename=row.logo_title, content_type=logo["media_type"])


def _government(request: HttpRequest) -> Government:
    return government_for(person_of(request), Action.SET_TEMPLATE)


def _row(request: HttpRequest) -> GovernmentTemplate:
    row = template_in_force(_government(request).pk)
    if row is None:
        raise Http404
    return row


def _page(
    request: HttpRequest, government: Government, *, problems: tuple[str, ...] = (), title: str = ""
) -> HttpResponse:
    """The page; `problems` are those of the upload with this title."""
    row = template_in_force(government.pk)
    return render(
        request,
        "reporting/house_template.html",
        {
            "government": government,
            "row": row,
            "told": list(told(template_from(row.content))) if row and row.content is not None else (),
            "problems": problems,
            "title": title,
            "accepted": ",".join(SUFFIXES),
            "accepted_logos": ",".join(LOGO_SUFFIXES),
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK,
    )
