"""Who has not issued its performance report of a year."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from saksama.kernel.period import Cycle, Period
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.overview.asked_period import asked_period
from saksama.web.overview.reminder_letter import report_letter
from saksama.web.overview.report_standings import report_standings, year_to_report
from saksama.web.overview.tasks import time_left
from saksama.web.workflow.deadlines import report_due


@require_GET
def missing_reports(request: HttpRequest) -> HttpResponse:
    """Every agency with a plan in the year that ended last, or in ?year=. 6 queries."""
    today = timezone.localdate()
    government = government_for(person_of(request), Action.READ)
    last = year_to_report(today)
    year = Period(asked_period(request).year, 1, Cycle.YEAR) if request.GET.get("year") else last
    if last < year:
        raise Http404
    due = report_due(government, year.year)
    every = report_standings(government.agencies.filter(ends_on=None), year)
    time, is_late = time_left(due, today)
    return render(
        request,
        "overview/missing_reports.html",
        {
            "government": government,
            "year": year.year,
            "due": due,
            "time": time,
            "is_late": is_late,
            "behind": [
                (one, report_letter(one, year, due, today=today, address=_address(request, one.agency.pk, year.year)))
                for one in every
                if one.is_behind
            ],
            "issued": [one for one in every if not one.is_behind],
        },
    )


def _address(request: HttpRequest, agency: int, year: int) -> str:
    return request.build_absolute_uri(reverse("documents", args=[agency, year]))
