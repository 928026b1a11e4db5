"""Who has not reported: every agency in the last quarter that has ended, with the reminder ready to send."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.organisations.access import Action, government_for, may_in_government, person_of
from saksama.web.overview.asked_period import FIRST_YEAR, asked_period
from saksama.web.overview.kept_summaries import MOST_IN_A_PAGE
from saksama.web.overview.reminder_answers import is_open_today, remind_and_tell
from saksama.web.overview.reminder_letter import Letter, reminder_letter
from saksama.web.overview.standings import Standing, standings
from saksama.web.overview.tasks import time_left
from saksama.web.workflow.calendar import last_ended
from saksama.web.workflow.deadlines import measurement_due


@dataclass(frozen=True, slots=True)
class BehindRow:
    """An agency that is behind, with its letter and whether it may be reminded still today."""

    standing: Standing
    state: str
    letter: Letter
    is_open_today: bool


@require_GET
def missing(request: HttpRequest) -> HttpResponse:
    """What each agency still owes. 8 queries."""
    person, today = person_of(request), timezone.localdate()
    government = government_for(person, Action.READ)
    period = asked_period(request)
    if last_ended(today) < period:
        raise Http404
    due = measurement_due(government, period)
    every = standings(government.agencies.filter(ends_on=None), period, today=today, most=MOST_IN_A_PAGE)
    behind = sorted((one for one in every if one.is_behind), key=lambda one: -one.missing)
    time, is_late = time_left(due, today)
    return render(
        request,
        "overview/missing.html",
        {
            "government": government,
            "period": period,
            "title": period_title(period),
            "due": due,
            "time": time,
            "is_late": is_late,
            "rows": [
                BehindRow(
                    one,
                    _(one.state.label),
                    reminder_letter(one, period, due, today=today, address=_address(request, one, period)),
                    is_open_today(one.reminder, today),
                )
                for one in behind
            ],
            "without_plan": [one for one in every if not one.is_planned],
            "submitted": [(one, _(one.state.label)) for one in every if one.is_planned and not one.is_behind],
            "may_remind": may_in_government(person, Action.REMIND, government),
            "sends_mail": settings.SENDS_MAIL,
        },
    )


@require_POST
def remind_agency(request: HttpRequest, number: int, year: int, quarter: int) -> HttpResponse:
    """Remind the operators of an agency, and say what came of it."""
    today = timezone.localdate()
    government = government_for(person_of(request), Action.REMIND)
    agency = government.agencies.filter(pk=number, ends_on=None).first()
    if agency is None or year < FIRST_YEAR or not 1 <= quarter <= Cycle.QUARTER.periods:
        raise Http404
    period = Period(year, quarter, Cycle.QUARTER)
    if last_ended(today) < period:
        raise Http404
    (standing,) = standings([agency], period, today=today)
    due = measurement_due(government, period)
    path = reverse("measurements", args=[agency.pk, year])
    remind_and_tell(request, standing, period, due, today=today, path=path)
    return redirect(f"{reverse('missing')}?year={year}")


def _address(request: HttpRequest, standing: Standing, period: Period) -> str:
    return request.build_absolute_uri(reverse("measurements", args=[standing.agency.pk, period.year]))
