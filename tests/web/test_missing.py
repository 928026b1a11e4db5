"""Who has not reported: what is said of whom, and reminders, of which nobody gets two a day."""

from datetime import date, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, Settings

from saksama.kernel.period import Cycle, Period
from saksama.web.environment import UnusableEnvironmentError, read_environment
from saksama.web.measurement.models import Measurement
from saksama.web.organisations.models import Person, Role, RoleKind
from saksama.web.overview.daily_reminders import remind_each_morning, schedule_reminders, send_due_reminders
from saksama.web.overview.reminding import NotRemindedError, remind
from saksama.web.overview.standings import standings
from saksama.web.workflow.deadlines import measurement_due
from saksama.web.workflow.models import Deadline, DeadlineKind, Reminder, ReminderState, Submission, SubmissionState
from tests.web.cast import Cast, client_of, person

YEAR_END = Period(2025, 4, Cycle.QUARTER)
PAGE = "/missing/?year=2025"
BROKEN = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def dewi(cast: Cast, settings: Settings) -> Person:
    """Who watches over the agencies, at the organisation bureau, in an installation with a mail server."""
    settings.SENDS_MAIL = True
    return person("Dewi", RoleKind.ORGANISATION_BUREAU, cast.government)


def button(cast: Cast) -> str:
    """Where the reminder of Ani's agency for the last quarter of 2025 is sent from."""
    return f"/missing/{cast.agency.pk}/2025/4/remind/"


def test_the_page_names_what_is_missing_and_how_late_it_is(cast: Cast, dewi: Person) -> None:
    Measurement.objects.filter(indicator__plan=cast.version.plan, year=2025, indicator__key="IK4").delete()
    late = (timezone.localdate() - date(2026, 1, 15)).days

    page = client_of(dewi).get(PAGE).content.decode()

    (ours,) = (part for part in page.split("<li>") if f"letter-{cast.agency.pk}" in part)
    assert "1 dari" in ours
    assert f"Tenggat lewat {late} hari" in page
    assert f"Tenggatnya 15 Januari 2026, sudah lewat {late} hari." in ours
    assert "- Jumlah konten informasi publik yang diterbitkan" in ours
    assert f"http://testserver/agencies/{cast.agency.pk}/measurements/2025/" in ours


def test_who_has_submitted_is_not_among_the_missing_even_with_gaps_which_are_said(cast: Cast, dewi: Person) -> None:
    Measurement.objects.filter(indicator__plan=cast.version.plan, year=2025, indicator__key="IK4").delete()
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state=SubmissionState.SUBMITTED)

    page = client_of(dewi).get(PAGE).content.decode()

    submitted = page.split("<h2>")[-1]
    assert cast.agency.name in submitted
    assert "1 dari" in submitted
    assert f"letter-{cast.agency.pk}" not in page


def test_the_page_takes_the_same_queries_however_many_agencies(
    cast: Cast, dewi: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = client_of(dewi)
    browser.get(PAGE)  # makes the summaries

    with django_assert_num_queries(10):
        browser.get(PAGE)


def test_the_government_s_own_deadline_counts(cast: Cast, dewi: Person) -> None:
    Deadline.objects.create(
        government=cast.government, kind=DeadlineKind.MEASUREMENT, year=2025, cycle="quarter", number=4,
        due_on=date(2026, 2, 2), basis="SE 12/2025", person=dewi,
    )  # fmt: skip
    page = client_of(dewi).get(PAGE).content.decode()

    assert "Tenggatnya 2 Februari 2026" in page
    assert "SE 12/2025" in page


@pytest.mark.parametrize("kind", [RoleKind.INSPECTORATE, RoleKind.LEADER, RoleKind.READER])
def test_some_read_but_do_not_remind_and_agencies_see_nothing(cast: Cast, dewi: Person, kind: RoleKind) -> None:
    reader = client_of(person("Gilang", kind, cast.government))
    page = reader.get(PAGE)
    assert page.status_code == HTTPStatus.OK
    assert button(cast) not in page.content.decode()
    assert reader.post(button(cast)).status_code == HTTPStatus.NOT_FOUND
    for someone in (cast.ani, cast.budi, cast.citra):
        assert client_of(someone).get(PAGE).status_code == HTTPStatus.NOT_FOUND
        assert client_of(someone).post(button(cast)).status_code == HTTPStatus.NOT_FOUND
    assert not Reminder.objects.exists()


def test_a_period_that_has_not_ended_and_an_agency_elsewhere_are_not_found(cast: Cast, dewi: Person) -> None:
    browser = client_of(dewi)
    next_year = timezone.localdate().year + 1

    assert browser.get(f"/missing/?year={next_year}").status_code == HTTPStatus.NOT_FOUND
    assert browser.get("/missing/?year=0000").status_code == HTTPStatus.NOT_FOUND
    for path in (
        f"{cast.agency.pk}/{next_year}/1",
        f"{cast.agency.pk}/2025/5",
        f"{cast.agency.pk}/0/1",
        "999999/2025/4",
    ):
        assert browser.post(f"/missing/{path}/remind/").status_code == HTTPStatus.NOT_FOUND


def test_a_reminder_goes_to_the_operators_once_a_day(cast: Cast, dewi: Person) -> None:
    browser = client_of(dewi)

    page = browser.post(button(cast), follow=True).content.decode()
    again = browser.post(button(cast), follow=True).content.decode()

    (sent,) = mail.outbox
    assert sent.to == ["ani@contoh.go.id"]
    assert "belum diajukan" in sent.subject
    assert f"/agencies/{cast.agency.pk}/measurements/2025/" in sent.body
    assert "surel terkirim kepada ani@contoh.go.id" in page
    assert "sudah diingatkan hari ini" in again
    kept = Reminder.objects.get()
    assert (kept.state, kept.person, kept.recipients) == (ReminderState.MAILED, dewi, ["ani@contoh.go.id"])
    assert button(cast) not in page, "the button comes back tomorrow"


def test_a_mail_that_failed_is_told_and_may_be_tried_again(cast: Cast, dewi: Person, settings: Settings) -> None:
    browser, working = client_of(dewi), settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = BROKEN, "127.0.0.1", 9
    page = browser.post(button(cast), follow=True).content.decode()
    assert "surel gagal dikirim" in page
    assert button(cast) in page

    settings.EMAIL_BACKEND = working
    browser.post(button(cast))

    assert len(mail.outbox) == 1
    assert [(one.state, one.failure) for one in Reminder.objects.all()] == [(ReminderState.MAILED, "")]


def test_nobody_to_remind_and_nothing_to_remind_of(cast: Cast, dewi: Person) -> None:
    browser = client_of(dewi)
    Role.objects.filter(person=cast.ani).delete()
    assert "belum mempunyai operator" in browser.post(button(cast), follow=True).content.decode()

    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state="approved")
    assert "tidak perlu diingatkan" in browser.post(button(cast), follow=True).content.decode()
    assert mail.outbox == []
    assert not Reminder.objects.exists()


def test_without_a_mail_server_the_reminder_stands_on_the_operator_s_start_page(
    cast: Cast, dewi: Person, settings: Settings
) -> None:
    settings.SENDS_MAIL = False
    assert "Diingatkan" not in client_of(cast.ani).get("/?year=2025").content.decode()

    page = client_of(dewi).post(button(cast), follow=True).content.decode()

    assert "Server surel belum diatur" in page
    assert "pengingat tampil di beranda ani@contoh.go.id" in page
    assert mail.outbox == []
    assert Reminder.objects.get().state == ReminderState.SHOWN
    assert "oleh Dewi" in client_of(cast.ani).get("/?year=2025").content.decode()


def test_the_start_page_leads_to_both_pages_in_both_languages(cast: Cast, dewi: Person) -> None:
    browser = client_of(dewi)
    assert 'href="/missing/' in browser.get("/").content.decode()
    assert 'href="/deadlines/' in browser.get("/").content.decode()
    assert 'href="/missing/' not in client_of(cast.ani).get("/").content.decode()

    browser.post("/language/", {"language": "en"})
    page = browser.get(PAGE).content.decode()
    assert "Not yet submitted" in page
    assert "Yth. " in page, "the letter is Indonesian always"


def test_the_worker_reminds_before_the_deadline_and_then_each_week_until_it_is_submitted(
    cast: Cast, dewi: Person
) -> None:
    def sent(day: date) -> int:
        return len([one for one in send_due_reminders(day) if one.kind == "measurement"])

    assert sent(date(2026, 1, 11)) == 0, "the deadline is on 15 January"
    assert sent(date(2026, 1, 12)) == 1
    assert sent(date(2026, 1, 12)) == 0
    assert sent(date(2026, 1, 18)) == 0
    assert sent(date(2026, 1, 19)) == 1
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state="submitted")
    assert sent(date(2026, 2, 1)) == 0
    measured = [one for one in mail.outbox if "Pengukuran" in one.subject]
    assert [one.to for one in measured] == [["ani@contoh.go.id"]] * 2, "no plan of Citra's agency holds the year"
    assert {one.person for one in Reminder.objects.all()} == {None}


def test_what_somebody_sent_by_hand_counts_for_the_worker_and_the_other_way_round(cast: Cast, dewi: Person) -> None:
    today = date(2026, 1, 20)
    due = measurement_due(cast.government, YEAR_END)
    (standing,) = standings([cast.agency], YEAR_END, today=date(2026, 1, 20))

    remind(standing, YEAR_END, due, person=dewi, today=today, address="")
    assert send_due_reminders(today + timedelta(days=1)) == []
    assert len(send_due_reminders(today + timedelta(days=7))) == 1
    with pytest.raises(NotRemindedError):
        remind(standing, YEAR_END, due, person=dewi, today=today + timedelta(days=7), address="")
    assert len(mail.outbox) == 2


def test_a_mail_that_failed_this_morning_is_tried_the_next(cast: Cast, dewi: Person, settings: Settings) -> None:
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = BROKEN, "127.0.0.1", 9
    assert [one.state for one in send_due_reminders(date(2026, 1, 20))] == [ReminderState.FAILED]

    settings.EMAIL_BACKEND = working
    assert [one.state for one in send_due_reminders(date(2026, 1, 21))] == [ReminderState.MAILED]


def test_each_morning_leaves_exactly_one_for_the_next(cast: Cast, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    jakarta = ZoneInfo("Asia/Jakarta")

    schedule_reminders(datetime(2026, 1, 12, 6, 30, tzinfo=jakarta))
    schedule_reminders(datetime(2026, 1, 12, 6, 31, tzinfo=jakarta))
    (first,) = DBTaskResult.objects.all()
    assert first.run_after == datetime(2026, 1, 12, 7, tzinfo=jakarta)

    first.claim("worker")
    remind_each_morning.call()
    (second,) = DBTaskResult.objects.filter(status="READY")
    assert timedelta() < second.run_after - timezone.now() <= timedelta(days=1)
    assert timezone.localtime(second.run_after).hour == 7


def test_mail_comes_from_the_account_of_the_mail_server(tmp_path: Path) -> None:
    installation = {"SAKSAMA_DATA": str(tmp_path)}
    server = "surat.kota.go.id"

    named = read_environment(installation | {"SAKSAMA_MAIL": f"smtps://bagor%40kota.go.id:rahasia@{server}"})
    nameless = read_environment(installation | {"SAKSAMA_MAIL": f"smtp://{server}"})

    assert named.mail["DEFAULT_FROM_EMAIL"] == "Saksama <bagor@kota.go.id>"
    assert nameless.mail["DEFAULT_FROM_EMAIL"] == "Saksama <saksama@surat.kota.go.id>"


@pytest.mark.parametrize("hosts", ["*", ".kota.go.id", "saksama.kota.go.id, *"])
def test_links_lead_only_to_names_that_are_written_out(tmp_path: Path, hosts: str) -> None:
    with pytest.raises(UnusableEnvironmentError, match="SAKSAMA_HOSTS"):
        read_environment({"SAKSAMA_DATA": str(tmp_path), "SAKSAMA_HOSTS": hosts})
