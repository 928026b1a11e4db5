"""Issuing, the page of an issued document, and its public proof."""

from hashlib import sha256

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods

from saksama.compose.kinds import KINDS
from saksama.documents.writers import pdf
from saksama.exchange.record_json import encoded
from saksama.language.messages import _
from saksama.web.issuing.models import IssuedFile, Snapshot
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.planning.versions import version_in_force
from saksama.web.reporting.comparison import differences
from saksama.web.reporting.documents import period_of, typesetting_failure
from saksama.web.reporting.house_templates import template_in_force, template_of
from saksama.web.reporting.issue import RefusedIssueError, issue
from saksama.web.reporting.views import RefusedWish, documents_page
from saksama.web.typed_text import typed_text

_LARGEST_PROVED = 50 * 2**20
_MOST_CHANGES = 200


@require_http_methods(["GET", "POST"])
def issue_document(request: HttpRequest, number: int, year: int, kind: str) -> HttpResponse:
    """Issue a document from the live record."""
    person = person_of(request)
    agency = agency_for(person, number, Action.ISSUE)
    if request.method == "GET":  # a page that answered a form was asked for again, such as in the other language
        return redirect("documents", number, year)
    chosen = next((one for one in KINDS if one.name == kind), None)
    version = version_in_force(agency, year)
    if chosen is None or version is None:
        raise Http404
    reason = typed_text(request, "reason", most=2000)
    address = request.build_absolute_uri(reverse("proof", args=["CODE"])).replace("CODE", "{code}")
    try:
        made = issue(
            load_record(version),
            agency,
            chosen,
            period_of(year),
            template=template_of(template_in_force(agency.government_id)),
            person=person,
            reason=reason,
            at=timezone.localtime(),
            address=address,
        )
    except RefusedIssueError as error:
        return documents_page(request, agency, year, refused=RefusedWish(kind, reason, str(error)))
    except pdf.TypesettingError as error:
        messages.error(request, typesetting_failure(error))
        return redirect("documents", number, year)
    messages.success(request, _("{title} terbit dengan kode {code}.").format(title=made.title, code=made.code))
    return redirect("issued", number, made.pk)


@require_GET
def issued(request: HttpRequest, number: int, snapshot: int) -> HttpResponse:
    """An issued document: its files, its proof, and what has changed in the live record since."""
    agency = agency_for(person_of(request), number)
    found = Snapshot.objects.filter(agency=agency, pk=snapshot).select_related("issued_by").first()
    if found is None:
        raise Http404
    version = version_in_force(agency, found.year)
    changed = list(differences(found.record, encoded(load_record(version)))) if version else []
    return render(
        request,
        "reporting/issued.html",
        {
            "agency": agency,
            "snapshot": found,
            "files": found.files.order_by("suffix"),
            "changed": changed[:_MOST_CHANGES],
            "count": len(changed),
            "newer": _newer(found),
        },
    )


@login_not_required
@require_http_methods(["GET", "POST"])
def proof(request: HttpRequest, code: str) -> HttpResponse:
    """What anybody sees who scans the code: what was issued, by whom, and whether a file is the one that was issued."""
    found = Snapshot.objects.filter(code=code.upper()).select_related("agency__government").first()
    if found is None:
        return render(request, "reporting/no_proof.html", {"code": code}, status=404)
    verdict, upload = None, request.FILES.get("file")
    if upload is not None and upload.size is not None and upload.size <= _LARGEST_PROVED:
        digest = sha256()
        for chunk in upload.chunks():
            digest.update(chunk)
        verdict = found.files.filter(sha256=digest.hexdigest()).exists()
    return render(
        request,
        "reporting/proof.html",
        {
            "snapshot": found,
            "files": found.files.order_by("suffix"),
            "verdict": verdict,
            "newer": _newer(found),
        },
    )


@login_not_required
@require_GET
def issued_file(_request: HttpRequest, code: str, suffix: str) -> FileResponse:
    """A file of an issued document, byte for byte as it was issued."""
    found = IssuedFile.objects.filter(snapshot__code=code.upper(), suffix=suffix).select_related("snapshot").first()
    if found is None:
        raise Http404
    name = f"{slugify(found.snapshot.title)}-{found.snapshot.code}.{suffix}"
    return FileResponse(default_storage.open(found.name), as_attachment=True, filename=name)


def _newer(snapshot: Snapshot) -> Snapshot | None:
    return (
        Snapshot.objects.filter(
            agency=snapshot.agency_id, kind=snapshot.kind, year=snapshot.year, edition__gt=snapshot.edition
        )
        .order_by("-edition")
        .first()
    )
