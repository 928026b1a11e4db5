"""Who has not done what is due once a year: agreements that are not made, reports that are not issued."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from saksama.kernel.period import Cycle, Period
from saksama.language.messages import _
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.overview.asked_period import asked_period
from saksama.web.overview.reminder_letter import year_letter
from saksama.web.overview.tasks import time_left
from saksama.web.overview.year_duties import YearDuty
from saksama.web.overview.year_standings import year_standings


@require_GET
def missing_of_year(request: HttpRequest, duty: YearDuty) -> HttpResponse:
    """Every agency with a plan in the last year of which it is due, or in ?year=. 6 queries."""
    today = timezone.localdate()
    government = government_for(person_of(request), Action.READ)
    last, who = duty.year(today), duty.words.who
    year = Period(asked_period(request).year, 1, Cycle.YEAR) if request.GET.get("year") else last
    if last < year:
        raise Http404
    due = duty.due(government, year.year)
    every = year_standings(duty, government.agencies.filter(ends_on=None), year)
    time, is_late = time_left(due, today)
    return render(
        request,
        "overview/missing_of_year.html",
        {
            "government": government,
            "duty": duty,
            "title": _(who).format(year=year.year),
            "year": year.year,
            "due": due,
            "time": time,
            "is_late": is_late,
            "behind": [
                (
                    one,
                    year_letter(one, year, due, today=today, address=_address(request, duty, one.agency.pk, year.year)),
                )
                for one in every
                if one.is_behind
            ],
            "done": [one for one in every if not one.is_behind],
        },
    )


def _address(request: HttpRequest, duty: YearDuty, agency: int, year: int) -> str:
    return request.build_absolute_uri(duty.path(agency, year))
