"""The record of an agency as the workbook that an import reads: to look at, to keep, or to fill elsewhere."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from saksama.exchange.attachment_files import attachment_files
from saksama.exchange.workbook import write_workbook
from saksama.exchange.writing import TooLongForCellError
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.planning.versions import version_in_force

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def workbook(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """The workbook of the plan in force in a year; in a ZIP where PDF attachments lie beside it."""
    agency = agency_for(person_of(request), number, Action.REPORT)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    record = load_record(version)
    try:
        content = write_workbook(record, first_year=record.plan.first_year, last_year=record.plan.last_year)
    except TooLongForCellError as error:
        messages.error(request, str(error))
        return redirect("documents", number, year)
    name = slugify(f"saksama {agency.short_name or agency.name} {record.plan.first_year}-{record.plan.last_year}")
    beside = attachment_files(record)
    if not beside:
        return _file(content, f"{name}.xlsx", _SHEET)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path, part in {f"{name}.xlsx": content, **beside}.items():
            archive.writestr(path, part)
    return _file(packed.getvalue(), f"{name}.zip", "application/zip")


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
