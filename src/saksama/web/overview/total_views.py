"""The page of a figure of all agencies together."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from saksama.web.organisations.access import agencies_of, person_of
from saksama.web.overview.asked_period import asked_period
from saksama.web.overview.kept_summaries import MOST_IN_A_PAGE, known_summaries
from saksama.web.overview.totals import total_of
from saksama.web.planning.versions import versions_in_force


@require_GET
def total(request: HttpRequest, what: str) -> HttpResponse:
    """A figure of the start page with the part of each agency that the person may see. 6 queries."""
    agencies = list(agencies_of(person_of(request)).filter(ends_on=None))
    period = asked_period(request)
    versions = versions_in_force(agencies, period.year)
    known = known_summaries(versions, period, today=timezone.localdate(), most=MOST_IN_A_PAGE)
    found = total_of(what, agencies, known.summaries, period)
    if found is None or not agencies:
        raise Http404
    return render(request, "overview/total.html", {"total": found, "year": period.year, "behind": len(known.behind)})
