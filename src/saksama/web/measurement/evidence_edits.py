"""Evidence of a figure, added and taken away on an indicator's page."""

from pathlib import Path

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.validators import URLValidator
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from saksama.language.messages import _
from saksama.web.measurement.closing import evidence_closed
from saksama.web.measurement.indicator_edits import back_to, indicator_of
from saksama.web.measurement.models import Evidence, Measurement
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.stored_files import RefusedUploadError, store_upload
from saksama.web.typed_text import typed_line
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.recording import record_change

_LARGEST = 20 * 2**20
_is_link = URLValidator(schemes=["http", "https"])


@require_POST
def add_evidence(request: HttpRequest, number: int, indicator_number: int) -> HttpResponse:
    """Add a file or a link to a figure."""
    person = person_of(request)
    agency = agency_for(person, number, Action.MEASURE)
    indicator = indicator_of(agency, indicator_number)
    row = Measurement.objects.filter(indicator=indicator, pk=_number(request.POST.get("measurement")) or 0).first()
    if row is None:
        raise Http404
    upload, link = request.FILES.get("file"), typed_line(request, "link", most=1000)
    title = typed_line(request, "title", most=280)
    try:
        _check(link, is_file=upload is not None)
        kept = store_upload(upload, largest=_LARGEST) if upload else None
    except RefusedUploadError as error:
        messages.error(request, str(error))
        return back_to(agency, indicator, row.year)
    with transaction.atomic():
        made = Evidence.objects.create(
            measurement=row,
            title=_title(title, upload.name if upload else None, link),
            file=kept.name if kept else "",
            sha256=kept.sha256 if kept else "",
            link="" if kept else link,
            page=_number(request.POST.get("page")),
            added_by=person,
        )
        fact = f"evidence {row.year}"
        record_change(agency, person, f"indicator:{indicator.key}", fact, old=None, new=made.title)
    messages.success(request, _("Bukti ditambahkan."))
    return back_to(agency, indicator, row.year)


@require_GET
def evidence_file(request: HttpRequest, number: int, evidence_number: int) -> FileResponse:
    """A file of evidence, always downloaded and never shown here: it comes from outside."""
    agency = agency_for(person_of(request), number)
    found = Evidence.objects.filter(pk=evidence_number, measurement__indicator__plan__agency=agency).first()
    if found is None or not found.file:
        raise Http404
    return FileResponse(default_storage.open(str(found.file.name)), as_attachment=True, filename=found.title)


@require_POST
def retire(request: HttpRequest, number: int, evidence_number: int) -> HttpResponse:
    """Take evidence from the page; it is kept, and so is who took it away."""
    person = person_of(request)
    agency = agency_for(person, number, Action.MEASURE)
    found = (
        Evidence.objects.filter(pk=evidence_number, measurement__indicator__plan__agency=agency, retired_at=None)
        .select_related("measurement__indicator")
        .first()
    )
    if found is None:
        raise Http404
    indicator = found.measurement.indicator
    with transaction.atomic():
        hold_figures(agency.pk)
        if reason := evidence_closed(agency.pk, found.measurement):
            messages.error(
                request, _("Bukti tidak ditarik. {reason} Bukti lain boleh ditambahkan.").format(reason=reason)
            )
            return back_to(agency, indicator, found.measurement.year)
        if not Evidence.objects.filter(pk=found.pk, retired_at=None).update(retired_at=timezone.now()):
            return back_to(agency, indicator, found.measurement.year)  # somebody was quicker
        fact = f"evidence {found.measurement.year}"
        record_change(agency, person, f"indicator:{indicator.key}", fact, old=found.title, new=None)
    return back_to(agency, indicator, found.measurement.year)


def _title(title: str, file: str | None, link: str) -> str:
    """What the evidence is called. A file keeps its ending: under this name it is downloaded and opened."""
    if file is None:
        return title or link[:300]
    suffix = Path(file).suffix[:20]
    stem = title or file.removesuffix(suffix)[:280]
    return stem if stem.lower().endswith(suffix.lower()) else f"{stem}{suffix}"


def _check(link: str, *, is_file: bool) -> None:
    """Raises `RefusedUploadError` where it is not one file or one link."""
    if is_file == bool(link):
        raise RefusedUploadError(_("Pilih satu berkas, atau tulis satu tautan."))
    if link:
        try:
            _is_link(link)
        except ValidationError:
            raise RefusedUploadError(_("Tautan harus diawali https:// atau http://.")) from None


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
