"""What is edited on an indicator's page: the words of a year, and evidence of its figures."""

from http import HTTPStatus
from pathlib import Path

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import F
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from saksama.kernel.indicator import NarrativePart
from saksama.language.messages import _
from saksama.web.measurement.closing import evidence_closed, words_closed
from saksama.web.measurement.indicator_words import WordsConflict, title_of
from saksama.web.measurement.models import Evidence, Measurement, Narrative
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.organisations.models import Agency
from saksama.web.planning.models import Indicator, StrategicPlan
from saksama.web.stored_files import store_upload
from saksama.web.typed_text import seen_of, typed_line, typed_text
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.models import Change
from saksama.web.workflow.recording import record_change

_LONGEST = 20_000
_LARGEST = 20 * 2**20
_is_link = URLValidator(schemes=["http", "https"])


@require_POST
def save_words(request: HttpRequest, number: int, indicator_number: int, year: int) -> HttpResponse:
    """Keep what is said of an indicator in a year. A part that was emptied is unfilled again.

    A part that somebody else has changed since is shown beside what was typed, and only the others are kept.
    """
    person = person_of(request)
    agency = agency_for(person, number, Action.MEASURE)
    indicator = _indicator(agency, indicator_number)
    if not indicator.plan.first_year <= year <= indicator.plan.last_year:
        raise Http404
    conflicts = []
    with transaction.atomic():
        hold_figures(agency.pk)
        if reason := words_closed(agency.pk, year):
            content = {
                "agency": agency,
                "indicator": indicator,
                "year": year,
                "reason": reason,
                "typed": _typed(request),
            }
            return render(request, "measurement/words_closed.html", content, status=HTTPStatus.CONFLICT)
        known = {row.part: row for row in indicator.narratives.select_for_update().filter(year=year)}
        for part in NarrativePart:
            if part.value not in request.POST:
                continue
            text = typed_text(request, part.value, most=_LONGEST)
            row = known.get(part.value)
            old = row.text if row else ""
            seen = request.POST.get(f"seen-{part.value}", seen_of(old))
            if text == old or (seen != seen_of(old) and seen == seen_of(text)):
                continue  # nothing was typed here
            if seen != seen_of(old):
                conflicts.append(_conflict(agency, indicator, year, part, mine=text, theirs=old))
                continue
            if not text and row:
                row.delete()
            else:
                Narrative.objects.update_or_create(
                    indicator=indicator,
                    year=year,
                    part=part.value,
                    defaults={"text": text, "not_applicable_because": ""},
                )
            record_change(agency, person, f"indicator:{indicator.key}", f"{part.value} {year}", old=old, new=text)
        StrategicPlan.objects.filter(pk=indicator.plan_id).update(record_version=F("record_version") + 1)
    if conflicts:
        content = {"agency": agency, "indicator": indicator, "year": year, "conflicts": conflicts}
        return render(request, "measurement/words_conflict.html", content, status=HTTPStatus.CONFLICT)
    messages.success(request, _("Analisis tersimpan."))
    return _back(agency, indicator, year)


@require_POST
def add_evidence(request: HttpRequest, number: int, indicator_number: int) -> HttpResponse:
    """Add a file or a link to a figure."""
    person = person_of(request)
    agency = agency_for(person, number, Action.MEASURE)
    indicator = _indicator(agency, indicator_number)
    row = Measurement.objects.filter(indicator=indicator, pk=_number(request.POST.get("measurement")) or 0).first()
    if row is None:
        raise Http404
    upload, link = request.FILES.get("file"), typed_line(request, "link", most=1000)
    title = typed_line(request, "title", most=280)
    problem = _problem(upload.size if upload else None, link)
    if problem:
        messages.error(request, problem)
        return _back(agency, indicator, row.year)
    kept = store_upload(upload) if upload else None
    Evidence.objects.create(
        measurement=row,
        title=_title(title, upload.name if upload else None, link),
        file=kept.name if kept else "",
        sha256=kept.sha256 if kept else "",
        link="" if kept else link,
        page=_number(request.POST.get("page")),
        added_by=person,
    )
    record_change(agency, person, f"indicator:{indicator.key}", f"evidence {row.year}", old=None, new=title or link)
    messages.success(request, _("Bukti ditambahkan."))
    return _back(agency, indicator, row.year)


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
            return _back(agency, indicator, found.measurement.year)
        found.retired_at = timezone.now()
        found.save(update_fields=["retired_at"])
        fact = f"evidence {found.measurement.year}"
        record_change(agency, person, f"indicator:{indicator.key}", fact, old=found.title, new=None)
    return _back(agency, indicator, found.measurement.year)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be kept by hand: it is not saved, and it is not lost."""
    parts = ((title_of(part), typed_text(request, part.value, most=_LONGEST)) for part in NarrativePart)
    return [(title, text) for title, text in parts if text]


def _conflict(
    agency: Agency, indicator: Indicator, year: int, part: NarrativePart, *, mine: str, theirs: str
) -> WordsConflict:
    made = Change.objects.filter(agency=agency, subject=f"indicator:{indicator.key}", fact=f"{part.value} {year}")
    last = made.select_related("person").order_by("id").last()
    name = last.person.name if last and last.person else ""
    return WordsConflict(part.value, title_of(part), theirs, name, mine, seen_of(theirs))


def _title(title: str, file: str | None, link: str) -> str:
    """What the evidence is called. A file keeps its ending: under this name it is downloaded and opened."""
    if file is None:
        return title or link[:300]
    suffix = Path(file).suffix[:20]
    stem = title or file.removesuffix(suffix)[:280]
    return stem if stem.lower().endswith(suffix.lower()) else f"{stem}{suffix}"


def _problem(size: int | None, link: str) -> str:
    if (size is None) == (not link):
        return _("Pilih satu berkas, atau tulis satu tautan.")
    if size is not None and not 0 < size <= _LARGEST:
        return _("Berkas kosong, atau lebih besar dari {most} MB.").format(most=_LARGEST // 2**20)
    if link:
        try:
            _is_link(link)
        except ValidationError:
            return _("Tautan harus diawali https:// atau http://.")
    return ""


def _indicator(agency: Agency, number: int) -> Indicator:
    found = Indicator.objects.filter(plan__agency=agency, pk=number).select_related("plan").first()
    if found is None:
        raise Http404
    return found


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def _back(agency: Agency, indicator: Indicator, year: int) -> HttpResponse:
    return redirect(f"{reverse('indicator', args=[agency.pk, indicator.pk])}?year={year}")
