"""What is due from a person: figures to enter, to verify or to approve, and what was returned."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from saksama.kernel.period import Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.organisations.access import Action, may
from saksama.web.organisations.models import Agency, Government, Person
from saksama.web.overview.open_steps import OpenStep, handed_step, known_submissions, open_steps
from saksama.web.overview.standings import reminders_of
from saksama.web.overview.summaries import AgencySummary
from saksama.web.overview.year_duties import DUTIES, YearDuty
from saksama.web.overview.year_standings import year_standings
from saksama.web.workflow.deadlines import Due, measurement_due
from saksama.web.workflow.models import DeadlineKind, Reminder, Submission, SubmissionState


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: at which agency, what, where, and how it stands with time. `is_late` is said in words too."""

    agency: str
    text: str
    path: str
    time: str
    basis: str
    is_late: bool
    reminder: Reminder | None


def tasks_of(
    person: Person,
    agencies: Iterable[Agency],
    summaries: Mapping[int, AgencySummary],
    period: Period,
    *,
    planned: Collection[int],
    due: Due,
    today: date,
) -> tuple[Task, ...]:
    """The tasks of the person in the period, what other quarters wait for, and what is due once a year.

    `planned` are the agencies with a plan for the year. 1 query, and 1 for each other quarter that waits for him; where
    he enters figures 11 more, where he only issues reports 5.
    """
    every = list(agencies)
    rows = known_submissions(every, period)
    found = {one.agency_id: one for one in rows if (one.year, one.number) == (period.year, period.number)}
    made = (_task(person, agency, summaries.get(agency.pk), found.get(agency.pk), period) for agency in every)
    reminders = reminders_of(
        [one for one in every if may(person, Action.MEASURE, one)], DeadlineKind.MEASUREMENT, period
    )
    time, is_late = time_left(due, today)
    figures = tuple(
        Task(
            agency.name,
            text,
            reverse("measurements", args=[agency.pk, period.year]),
            time,
            due.basis,
            is_late,
            reminders.get(agency.pk),
        )
        for agency, text in zip(every, made, strict=True)
        if text
    )
    steps = open_steps(person, every, rows, period, planned=planned)
    plans = _plans(person, every, planned, period, time=time, is_late=is_late)
    yearly = tuple(task for duty in DUTIES for task in _of_year(duty, person, every, today))
    return plans + figures + _others(steps, today) + yearly


def first_agency(government: Government) -> Task:
    """What an administrator does first of all."""
    return Task(government.name, _("Tambahkan perangkat daerah yang pertama"), reverse("agencies"), "", "", False, None)


def _plans(
    person: Person, agencies: list[Agency], planned: Collection[int], period: Period, *, time: str, is_late: bool
) -> tuple[Task, ...]:
    """The agencies without a plan for the year, for who enters their figures."""
    return tuple(
        Task(
            one.name,
            _("Mulai rencana: belum ada rencana untuk {year}").format(year=period.year),
            reverse("begin-plan", args=[one.pk]),
            time,
            "",
            is_late,
            None,
        )
        for one in agencies
        if one.pk not in planned and may(person, Action.MEASURE, one)
    )


def _others(steps: Iterable[OpenStep], today: date) -> tuple[Task, ...]:
    dues: dict[Period, Due] = {}
    tasks = []
    for step in steps:
        if step.period not in dues:
            dues[step.period] = measurement_due(step.agency.government, step.period)
        due = dues[step.period]
        path = reverse("measurements", args=[step.agency.pk, step.period.year])
        tasks.append(Task(step.agency.name, step.text, path, *_when(due, today), None))
    return tuple(tasks)


def _when(due: Due, today: date) -> tuple[str, str, bool]:
    time, is_late = time_left(due, today)
    return time, due.basis, is_late


def _of_year(duty: YearDuty, person: Person, agencies: list[Agency], today: date) -> tuple[Task, ...]:
    """The agencies at which it is not done, for whose duty it is."""
    own = [one for one in agencies if any(may(person, action, one) for action in duty.actions)]
    if not own:
        return ()
    year, undone = duty.year(today), duty.words.undone
    due = duty.due(own[0].government, year.year)
    time, is_late = time_left(due, today)
    return tuple(
        Task(
            one.agency.name,
            _(undone).format(year=year.year),
            duty.path(one.agency.pk, year.year),
            time,
            due.basis,
            is_late,
            one.reminder,
        )
        for one in year_standings(duty, own, year)
        if one.is_behind
    )


def _task(
    person: Person, agency: Agency, summary: AgencySummary | None, submission: Submission | None, period: Period
) -> str:
    state = SubmissionState(submission.state) if submission else SubmissionState.DRAFT
    title = period_title(period)
    if summary is None:
        return ""
    if state is SubmissionState.DRAFT and may(person, Action.MEASURE, agency):
        missing = summary.due - summary.reported
        if missing:
            return _("Isi {period}: {count} indikator belum dilaporkan").format(period=title, count=missing)
        return _("Ajukan {period}: semua indikator sudah terisi").format(period=title)
    return handed_step(person, agency, state, title)


def time_left(due: Due, today: date) -> tuple[str, bool]:
    """How much time is left in words, and whether it is over."""
    days = (due.on - today).days
    if days < 0:
        return _("Tenggat lewat {days} hari").format(days=-days), True
    if days == 0:
        return _("Tenggat hari ini"), False
    return _("Tenggat {days} hari lagi").format(days=days), False
