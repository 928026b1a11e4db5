"""The findings of a check beside the page that they are about, and what is decided of each."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from saksama.language.messages import _
from saksama.web.organisations.access import person_of
from saksama.web.reporting.beside import beside
from saksama.web.reporting.check_access import check_for
from saksama.web.reporting.check_coverage import check_coverage
from saksama.web.reporting.finding_rows import FindingRow, finding_rows, grouped_rows, severity_counts
from saksama.web.reporting.models import CheckState, Decision, DecisionKind, ReportCheck
from saksama.web.typed_text import typed_text

LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True)
class _Refused:
    """A decision that was not taken, as it was typed."""

    key: str
    kind: str
    reason: str
    error: str


@require_GET
def check(request: HttpRequest, number: int) -> HttpResponse:
    """A check: its stage while it runs, then its findings."""
    found = check_for(person_of(request), number)
    state = CheckState(found.state)
    if state is CheckState.DONE:
        return _page(request, found, finding_rows(found), None)
    content = {"check": found, "is_running": state is not CheckState.FAILED, "stage": list(CheckState).index(state)}
    return render(request, "reporting/check.html", content)


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Decide about a finding, with a reason."""
    person = person_of(request)
    found = check_for(person, number)
    if request.method == "GET":  # a page that answered a form was asked for again, such as in the other language
        return redirect("check", number)
    rows = finding_rows(found)
    key, kind = request.POST.get("finding", ""), request.POST.get("kind", "")
    reason = typed_text(request, "reason", most=LONGEST_REASON)
    if key not in {row.key for row in rows} or (kind and kind not in DecisionKind.values):
        raise Http404
    error = ""
    if not kind:
        error = _("Pilih keputusannya.")
    elif kind != DecisionKind.FIXED and not reason:
        error = _("Tulis alasannya: orang lain akan membacanya nanti.")
    if error:
        return _page(request, found, rows, _Refused(key, kind, reason, error))
    Decision.objects.create(check_of=found, finding=key, kind=kind, reason=reason, person=person)
    choice = urlencode({"finding": key, "show": _filter(request.POST.get("show", ""))})
    return redirect(f"{request.path.removesuffix('decide/')}?{choice}#finding-{key}")


def _page(
    request: HttpRequest, found: ReportCheck, rows: tuple[FindingRow, ...], refused: _Refused | None
) -> HttpResponse:
    asked = request.POST if refused else request.GET
    filtered = _filter(asked.get("show", ""))
    shown = tuple(row for row in rows if filtered == "all" or row.is_open == (filtered == "open"))
    if refused:
        shown = tuple(row for row in rows if row in shown or row.key == refused.key)
    chosen = beside(found, shown, asked.get("finding", ""), asked.get("place", ""))
    others = [row for row in shown if not row.is_headline]
    counts = severity_counts(rows)
    return render(
        request,
        "reporting/findings.html",
        {
            "check": found,
            "coverage": check_coverage(found.findings or {}),
            "counts": counts,
            "open": sum(row.is_open for row in rows),
            "total": len(rows),
            "show": filtered,
            "headlines": [row for row in shown if row.is_headline],
            "groups": grouped_rows(others),
            "beside": chosen,
            "is_whole": asked.get("whole") == "1",
            "kinds": [choice for choice in DecisionKind.choices if choice[0] != DecisionKind.REOPENED],
            "refused": refused,
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK,
    )


def _filter(wish: str) -> str:
    return wish if wish in {"open", "decided"} else "all"
