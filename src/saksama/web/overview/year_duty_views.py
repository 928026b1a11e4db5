"""Who has not done what is due once a year: agreements that are not made, reports that are not issued."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from saksama.kernel.period import Cycle, Period
from saksama.language.messages import _
from saksama.web.organisations.access import Action, government_for, may_in_government, person_of
from saksama.web.overview.asked_period import FIRST_YEAR, asked_period
from saksama.web.overview.reminder_answers import is_open_today, remind_and_tell
from saksama.web.overview.reminder_letter import Letter, year_letter
from saksama.web.overview.tasks import time_left
from saksama.web.overview.year_duties import YearDuty
from saksama.web.overview.year_standings import YearStanding, year_standings
from saksama.web.workflow.deadlines import Due


@require_GET
def missing_of_year(request: HttpRequest, duty: YearDuty) -> HttpResponse:
    """Every agency with a plan in the last year of which it is due, or in ?year=. 6 queries."""
    person, today = person_of(request), timezone.localdate()
    government = government_for(person, Action.READ)
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
                (one, _letter(request, one, year, due, today), is_open_today(one.reminder, today))
                for one in every
                if one.is_behind
            ],
            "may_remind": may_in_government(person, Action.REMIND, government),
            "sends_mail": settings.SENDS_MAIL,
            "done": [one for one in every if not one.is_behind],
        },
    )


@require_POST
def remind_of_year(request: HttpRequest, number: int, year: int, duty: YearDuty) -> HttpResponse:
    """Remind the people of an agency whose duty it is, and say what came of it."""
    today = timezone.localdate()
    government = government_for(person_of(request), Action.REMIND)
    if not FIRST_YEAR <= year <= duty.year(today).year:
        raise Http404
    asked = Period(year, 1, Cycle.YEAR)
    standing = next(iter(year_standings(duty, government.agencies.filter(pk=number, ends_on=None), asked)), None)
    if standing is None:
        raise Http404
    due = duty.due(government, year)
    remind_and_tell(request, standing, asked, due, today=today, path=duty.path(number, year))
    return redirect(f"{reverse(duty.list_page)}?year={year}")


def _letter(request: HttpRequest, standing: YearStanding, year: Period, due: Due, today: date) -> Letter:
    address = request.build_absolute_uri(standing.duty.path(standing.agency.pk, year.year))
    return year_letter(standing, year, due, today=today, address=address)
