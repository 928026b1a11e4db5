"""Who has not reported: every agency in the last quarter that has ended, with the reminder ready to send."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
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
from saksama.web.overview.reminder_letter import Letter, reminder_letter
from saksama.web.overview.reminding import NotRemindedError, remind
from saksama.web.overview.standings import Standing, standings
from saksama.web.overview.tasks import time_left
from saksama.web.workflow.calendar import last_ended
from saksama.web.workflow.deadlines import measurement_due
from saksama.web.workflow.models import ReminderState


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
                    one.reminder is None or one.reminder.on < today or one.reminder.state == ReminderState.FAILED,
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
    person, today = person_of(request), timezone.localdate()
    government = government_for(person, Action.REMIND)
    agency = government.agencies.filter(pk=number, ends_on=None).first()
    if agency is None or year < FIRST_YEAR or not 1 <= quarter <= Cycle.QUARTER.periods:
        raise Http404
    period = Period(year, quarter, Cycle.QUARTER)
    if last_ended(today) < period:
        raise Http404
    (standing,) = standings([agency], period, today=today)
    due = measurement_due(government, period)
    try:
        reminder = remind(
            standing, period, due, person=person, today=today, address=_address(request, standing, period)
        )
    except NotRemindedError as error:
        messages.warning(request, str(error))
    else:
        to = ", ".join(reminder.recipients)
        match reminder.state:
            case ReminderState.MAILED:
                messages.success(request, _("{agency}: surel terkirim kepada {to}.").format(agency=agency.name, to=to))
            case ReminderState.FAILED:
                messages.error(
                    request,
                    _("{agency}: surel gagal dikirim ({reason}). Salin teksnya, atau coba lagi nanti.").format(
                        agency=agency.name, reason=reminder.failure
                    ),
                )
            case _other:
                messages.success(
                    request, _("{agency}: pengingat tampil di beranda {to}.").format(agency=agency.name, to=to)
                )
    return redirect(f"{reverse('missing')}?year={year}")


def _address(request: HttpRequest, standing: Standing, period: Period) -> str:
    return request.build_absolute_uri(reverse("measurements", args=[standing.agency.pk, period.year]))
