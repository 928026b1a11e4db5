"""The documents of an agency's year."""

from dataclasses import dataclass
from http import HTTPStatus
from itertools import groupby

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from saksama.compose.doubts import Doubt
from saksama.compose.gap import Gap, owner_name
from saksama.compose.house_template import USUAL
from saksama.compose.kinds import KINDS, Kind
from saksama.documents.writers import pdf
from saksama.web.issuing.models import Snapshot
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.organisations.models import Agency
from saksama.web.planning.versions import version_in_force, years_of
from saksama.web.reporting.documents import MEDIA_TYPES, made, period_of, request_for, typesetting_failure
from saksama.web.reporting.house_templates import template_in_force, template_of

_POLICY = (
    "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""An HTML report stands alone, its style inside. No script runs in it, and it is nobody's page of this place."""


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of document: what it lacks, by who knows it, and what a careful reader would ask."""

    kind: Kind
    owed: tuple[tuple[str, tuple[Gap, ...]], ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class RefusedWish:
    """A kind of document that was not issued, the reason as it was typed, and what is wrong with it."""

    kind: str
    reason: str
    error: str


@require_GET
def documents(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """Every kind of document, what it still lacks, and its formats."""
    return documents_page(request, agency_for(person_of(request), number, Action.REPORT), year)


def documents_page(
    request: HttpRequest, agency: Agency, year: int, *, refused: RefusedWish | None = None
) -> HttpResponse:
    """The page of the documents; `refused` is what was asked to be issued and was not."""
    version = version_in_force(agency, year)
    rows: tuple[KindRow, ...] = ()
    period = period_of(year)
    if version:
        record = load_record(version)
        # What a document lacks does not depend on the government's template.
        wishes = ((kind, request_for(record, kind, year, period, suffix="docx", template=USUAL)) for kind in KINDS)
        rows = tuple(KindRow(kind, _owed(kind.gaps(wish)), kind.doubts(wish)) for kind, wish in wishes)
    return render(
        request,
        "reporting/documents.html",
        {
            "agency": agency,
            "year": year,
            "years": years_of(agency),
            "rows": rows,
            "suffixes": ("docx", "pdf", "html"),
            "snapshots": _snapshots(agency, year),
            "may_issue": may(person_of(request), Action.ISSUE, agency),
            "refused": refused,
        },
        status=HTTPStatus.OK if refused is None else HTTPStatus.UNPROCESSABLE_ENTITY,
    )


@require_GET
def document(request: HttpRequest, number: int, year: int, kind: str, suffix: str) -> HttpResponse:
    """One document, made from the live record."""
    agency = agency_for(person_of(request), number, Action.REPORT)
    chosen = next((one for one in KINDS if one.name == kind), None)
    version = version_in_force(agency, year)
    if chosen is None or version is None or suffix not in MEDIA_TYPES:
        raise Http404
    try:
        template = template_of(template_in_force(agency.government_id))
        content = made(load_record(version), chosen, year, period_of(year), suffix=suffix, template=template)
    except pdf.TypesettingError as error:
        messages.error(request, typesetting_failure(error))
        return redirect("documents", number, year)
    response = HttpResponse(content, content_type=MEDIA_TYPES[suffix])
    if suffix == "html":
        response.headers["Content-Security-Policy"] = _POLICY
    place = "inline" if suffix == "html" else "attachment"
    response.headers["Content-Disposition"] = f'{place}; filename="{_file_name(agency, chosen, year, suffix)}"'
    return response


def _snapshots(agency: Agency, year: int) -> models.QuerySet[Snapshot]:
    """What was issued of the year; `is_replaced` where a later edition is in force."""
    later = Snapshot.objects.filter(
        agency=agency, year=year, kind=models.OuterRef("kind"), edition__gt=models.OuterRef("edition")
    )
    issued = Snapshot.objects.filter(agency=agency, year=year).annotate(is_replaced=models.Exists(later))
    return issued.defer("record", "results")


def _owed(gaps: tuple[Gap, ...]) -> tuple[tuple[str, tuple[Gap, ...]], ...]:
    def who(gap: Gap) -> str:
        return gap.person or owner_name(gap.owner)

    return tuple((name, tuple(theirs)) for name, theirs in groupby(sorted(gaps, key=who), key=who))


def _file_name(agency: Agency, kind: Kind, year: int, suffix: str) -> str:
    return f"{slugify(f'{kind.name} {agency.short_name or agency.name} {year}')}.{suffix}"
