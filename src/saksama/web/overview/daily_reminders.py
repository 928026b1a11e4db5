"""Reminders that nobody has to think of: the worker sends those that are due, each morning."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from saksama.kernel.period import Period
from saksama.web.organisations.models import Agency, Government
from saksama.web.overview.reminding import NotRemindedError, remind
from saksama.web.overview.standings import Standing, standings, was_reminded
from saksama.web.overview.year_duties import DUTIES
from saksama.web.overview.year_standings import YearStanding, year_standings
from saksama.web.queueing import forget_ended
from saksama.web.workflow.calendar import last_ended
from saksama.web.workflow.deadlines import Due, measurement_due
from saksama.web.workflow.models import Reminder

HOUR = time(7)
DAYS_BEFORE = 3
"""How long before the deadline the first reminder goes out."""
DAYS_BETWEEN = 7
"""How long after a reminder, by whomever, the next one goes out."""

DAYS_OF_YEAR_DUTY = 90
"""How long after its deadline an agency is reminded of what it makes once a year."""


@task()
def remind_each_morning() -> None:
    """Send what is due, forget jobs that ended long ago, and come back tomorrow."""
    # First, so that a morning that fails does not end the mornings.
    schedule_reminders(timezone.localtime())
    forget_ended(timezone.now())
    send_due_reminders(timezone.localdate())


def schedule_reminders(now: datetime) -> None:
    """Have the next morning's reminders wait for the worker, once."""
    waiting = DBTaskResult.objects.filter(task_path=remind_each_morning.module_path, status=TaskResultStatus.READY)
    morning = datetime.combine(now.date(), HOUR, now.tzinfo)
    with transaction.atomic():
        if not waiting.exists():
            remind_each_morning.using(run_after=morning if now < morning else morning + timedelta(days=1)).enqueue()


def send_due_reminders(today: date) -> list[Reminder]:
    """Remind every agency that is behind with the last quarter, report or agreement, where it is time for it."""
    period = last_ended(today)
    sent: list[Reminder] = []
    for government in Government.objects.all():
        agencies = list(Agency.objects.filter(government=government, ends_on=None))
        due = measurement_due(government, period)
        for one in standings(agencies, period, today=today):
            if is_time(one, due, today):
                path = reverse("measurements", args=[one.agency.pk, period.year])
                sent += _reminded(one, period, due, today=today, path=path)
        for duty in DUTIES:
            year = duty.year(today)
            due = duty.due(government, year.year)
            if today > due.on + timedelta(days=DAYS_OF_YEAR_DUTY):
                continue
            for own in year_standings(duty, agencies, year):
                if is_time(own, due, today):
                    path = duty.path(own.agency.pk, year.year)
                    sent += _reminded(own, year, due, today=today, path=path)
    return sent


def _reminded(
    standing: Standing | YearStanding, period: Period, due: Due, *, today: date, path: str
) -> tuple[Reminder, ...]:
    """The reminder; none where somebody was quicker."""
    address = f"{settings.ADDRESS}{path}" if settings.ADDRESS else ""
    try:
        return (remind(standing, period, due, person=None, today=today, address=address),)
    except NotRemindedError:
        return ()


def is_time(standing: Standing | YearStanding, due: Due, today: date) -> bool:
    """Whether the agency is behind, the deadline is near or over, and the last reminder is long enough ago."""
    if not standing.is_behind or not standing.recipients or today < due.on - timedelta(days=DAYS_BEFORE):
        return False
    last = standing.reminder
    return last is None or not was_reminded(last) or last.on <= today - timedelta(days=DAYS_BETWEEN)
