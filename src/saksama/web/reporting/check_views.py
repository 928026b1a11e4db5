"""Checking a report that somebody uploads."""

from django.contrib import messages
from django.core.files.storage import default_storage
from django.db import models
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from saksama.language.messages import _
from saksama.web.organisations.access import person_of, roles_of
from saksama.web.organisations.models import Person
from saksama.web.reporting.checking import RefusedUploadError, ask_for_check
from saksama.web.reporting.finding_rows import FindingRow, finding_rows
from saksama.web.reporting.models import CheckState, Decision, DecisionKind, ReportCheck
from saksama.web.typed_text import typed_text

_LONGEST_REASON = 2000
_MOST_SHOWN = 50


@require_http_methods(["GET", "POST"])
def checks(request: HttpRequest) -> HttpResponse:
    """The reports that the person has checked, and the place for another."""
    person = person_of(request)
    roles = roles_of(person)
    if not roles:
        raise Http404
    if request.method == "POST":
        upload = request.FILES.get("report")
        if upload is None:
            messages.error(request, _("Pilih berkas laporannya lebih dahulu."))
            return redirect("checks")
        try:
            made = ask_for_check(upload, roles[0].government, person)
        except RefusedUploadError as error:
            messages.error(request, str(error))
            return redirect("checks")
        return redirect("check", made.pk)
    return render(request, "reporting/checks.html", {"checks": _own(person)[:_MOST_SHOWN]})


@require_GET
def check(request: HttpRequest, number: int) -> HttpResponse:
    """A check: its stage while it runs, then its findings."""
    found = _check(person_of(request), number)
    state = CheckState(found.state)
    rows = finding_rows(found) if state is CheckState.DONE else ()
    return render(
        request,
        "reporting/check.html",
        {
            "check": found,
            "is_running": state not in {CheckState.DONE, CheckState.FAILED},
            "stage": list(CheckState).index(state),
            "headlines": [row for row in rows if row.is_headline],
            "others": [row for row in rows if not row.is_headline],
            "coverage": (found.findings or {}).get("coverage"),
            "kinds": DecisionKind.choices,
        },
    )


@require_POST
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Decide about a finding, with a reason."""
    person = person_of(request)
    found = _check(person, number)
    key, kind = request.POST.get("finding", ""), request.POST.get("kind", "")
    reason = typed_text(request, "reason", most=_LONGEST_REASON)
    if key not in _keys(finding_rows(found)) or kind not in DecisionKind.values:
        raise Http404
    if kind != DecisionKind.FIXED and not reason:
        messages.error(request, _("Tulis alasannya: orang lain akan membacanya nanti."))
    else:
        Decision.objects.create(check_of=found, finding=key, kind=kind, reason=reason, person=person)
    return redirect(f"{request.path.removesuffix('decide/')}#finding-{key}")


@require_GET
def marked_copy(request: HttpRequest, number: int) -> HttpResponse | FileResponse:
    """The copy of the report in which the findings are marked."""
    found = _check(person_of(request), number)
    if not found.marked_name:
        raise Http404
    name = f"{found.title.rpartition('.')[0] or found.title} - {_('diperiksa')}{found.marked_suffix}"
    # Always downloaded, never shown here: what stands in it comes from outside.
    return FileResponse(default_storage.open(found.marked_name), as_attachment=True, filename=name)


def _own(person: Person) -> models.QuerySet[ReportCheck]:
    return ReportCheck.objects.filter(person=person).defer("findings")


def _check(person: Person, number: int) -> ReportCheck:
    found = ReportCheck.objects.filter(person=person, pk=number).first()
    if found is None:
        raise Http404
    return found


def _keys(rows: tuple[FindingRow, ...]) -> set[str]:
    return {row.key for row in rows} | {key for row in rows for key in _keys(row.consequences)}
