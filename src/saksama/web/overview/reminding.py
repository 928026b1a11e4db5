"""Reminding an agency: once a day of what is due for a period, by mail if a server is set, on its start page always."""

from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from saksama.kernel.period import Period
from saksama.language.messages import _
from saksama.web.organisations.models import Person
from saksama.web.overview.reminder_letter import reminder_letter, year_letter
from saksama.web.overview.standings import Standing
from saksama.web.overview.year_standings import YearStanding
from saksama.web.workflow.deadlines import Due
from saksama.web.workflow.models import DeadlineKind, Reminder, ReminderState
from saksama.web.workflow.recording import record_change


class NotRemindedError(Exception):
    """An agency that is not reminded; its text says why."""


def remind(
    standing: Standing | YearStanding, period: Period, due: Due, *, person: Person | None, today: date, address: str
) -> Reminder:
    """Remind an agency of a period's figures, or of what is due once a year, and keep what came of it.

    Raises `NotRemindedError`.
    """
    if not standing.is_behind:
        raise NotRemindedError(_("{agency} tidak perlu diingatkan.").format(agency=standing.agency.name))
    if not standing.recipients:
        raise NotRemindedError(
            _("{agency} belum mempunyai operator. Mintalah administrator menunjuknya.").format(
                agency=standing.agency.name
            )
        )
    reminder = _claimed(standing, period, person=person, today=today)
    if not settings.SENDS_MAIL:
        return _ended(reminder, ReminderState.SHOWN)
    if isinstance(standing, YearStanding):
        letter = year_letter(standing, period, due, today=today, address=address)
    else:
        letter = reminder_letter(standing, period, due, today=today, address=address)
    try:
        send_mail(letter.subject, letter.text, None, list(standing.recipients))
    except (SMTPException, OSError) as error:
        return _ended(reminder, ReminderState.FAILED, failure=str(error) or type(error).__name__)
    return _ended(reminder, ReminderState.MAILED)


def _claimed(standing: Standing | YearStanding, period: Period, *, person: Person | None, today: date) -> Reminder:
    """The day's reminder, which is this caller's alone to send: a new one, or one that failed before."""
    reminder, is_new = Reminder.objects.get_or_create(
        agency=standing.agency,
        kind=standing.duty.kind if isinstance(standing, YearStanding) else DeadlineKind.MEASUREMENT,
        year=period.year,
        cycle=period.cycle.value,
        number=period.number,
        on=today,
        defaults={"person": person, "recipients": list(standing.recipients)},
    )
    # One statement, so that of two who try again at once only one sends.
    failed = Reminder.objects.filter(pk=reminder.pk, state=ReminderState.FAILED)
    if not is_new and not failed.update(state=ReminderState.SENDING):
        raise NotRemindedError(_("{agency} sudah diingatkan hari ini.").format(agency=standing.agency.name))
    reminder.person = person
    reminder.recipients = list(standing.recipients)
    return reminder


def _ended(reminder: Reminder, state: ReminderState, *, failure: str = "") -> Reminder:
    """Keep how far it came; the history says what a person sent, and is not filled with what the worker sends."""
    reminder.state, reminder.failure = state, failure
    with transaction.atomic():
        reminder.save()
        if reminder.person and state is not ReminderState.FAILED:
            fact = f"{reminder.kind}-reminder {reminder.year} {reminder.cycle} {reminder.number}"
            to = ", ".join(reminder.recipients)
            record_change(reminder.agency, reminder.person, "reminder", fact, old=None, new=to)
    return reminder
