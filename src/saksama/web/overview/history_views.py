"""The history of an agency, and of a government: who changed what, when, from which value to which, and why."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from saksama.web.fact_words import SUBJECTS
from saksama.web.organisations.access import Action, agency_for, government_for, person_of
from saksama.web.organisations.models import Person
from saksama.web.overview.subject_names import with_names
from saksama.web.workflow.models import Change

ON_A_PAGE = 50
_LARGEST_NUMBER = 2**63 - 1
"""What a column of numbers holds."""


@never_cache
@require_GET
def agency_history(request: HttpRequest, number: int) -> HttpResponse:
    """Everything that changed at an agency, newest first, for who reads its figures. A fixed number of queries."""
    agency = agency_for(person_of(request), number)
    content = _page(request, Change.objects.filter(agency=agency))
    return render(request, "overview/history.html", content | {"agency": agency, "title": agency.name})


@never_cache
@require_GET
def government_history(request: HttpRequest) -> HttpResponse:
    """Everything that changed in a government and its agencies, for its administrators."""
    government = government_for(person_of(request), Action.ADMINISTER)
    content = _page(request, Change.objects.filter(government=government))
    return render(request, "overview/history.html", content | {"title": government.name})


def _page(request: HttpRequest, every: models.QuerySet[Change]) -> dict[str, object]:
    """The changes asked for with the names of what they belong to, and who made any. At most 7 queries."""
    who, kind = _number(request.GET.get("person", "")), request.GET.get("kind", "")
    word, before = request.GET.get("about", "").replace("\0", "").strip()[:100], _number(request.GET.get("before", ""))
    found = every.select_related("person", "agency").order_by("-pk")
    if who:
        found = found.filter(person=who)
    if kind in SUBJECTS:
        found = found.filter(models.Q(subject=kind) | models.Q(subject__startswith=f"{kind}:"))
    if word:
        found = found.filter(models.Q(subject__icontains=word) | models.Q(new__icontains=word))
    if before:
        found = found.filter(pk__lt=before)
    rows = list(found[: ON_A_PAGE + 1])
    return {
        "changes": with_names(rows[:ON_A_PAGE]),
        "older": rows[ON_A_PAGE - 1].pk if len(rows) > ON_A_PAGE else None,
        "people": Person.objects.filter(pk__in=every.values("person")).order_by("name"),
        "kinds": SUBJECTS,
        "who": who,
        "kind": kind,
        "about": word,
        "before": before,
        "asks": bool(who or word or kind in SUBJECTS),
    }


def _number(text: str) -> int:
    """A number of a row, 0 where it is none."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0
    return number if number <= _LARGEST_NUMBER else 0
