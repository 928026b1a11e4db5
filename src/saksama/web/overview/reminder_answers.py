"""What the person who pressed the button of a reminder is told came of it."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest

from saksama.kernel.period import Period
from saksama.language.messages import _
from saksama.web.organisations.access import person_of
from saksama.web.overview.reminding import NotRemindedError, remind
from saksama.web.overview.standings import Standing
from saksama.web.overview.year_standings import YearStanding
from saksama.web.workflow.deadlines import Due
from saksama.web.workflow.models import Reminder, ReminderState


def remind_and_tell(
    request: HttpRequest, standing: Standing | YearStanding, period: Period, due: Due, *, today: date, path: str
) -> None:
    """Remind the people of an agency in the name of who asks, and say what came of it; `path` is what they open."""
    try:
        reminder = remind(
            standing, period, due, person=person_of(request), today=today, address=request.build_absolute_uri(path)
        )
    except NotRemindedError as error:
        messages.warning(request, str(error))
        return
    agency, to = standing.agency.name, ", ".join(reminder.recipients)
    match reminder.state:
        case ReminderState.MAILED:
            messages.success(request, _("{agency}: surel terkirim kepada {to}.").format(agency=agency, to=to))
        case ReminderState.FAILED:
            messages.error(
                request,
                _("{agency}: surel gagal dikirim ({reason}). Salin teksnya, atau coba lagi nanti.").format(
                    agency=agency, reason=reminder.failure
                ),
            )
        case _other:
            messages.success(request, _("{agency}: pengingat tampil di beranda {to}.").format(agency=agency, to=to))


def is_open_today(reminder: Reminder | None, today: date) -> bool:
    """Whether somebody may still be reminded today: once a day, and again where the mail failed."""
    return reminder is None or reminder.on < today or reminder.state == ReminderState.FAILED
