"""The button that reminds an agency of its report or its agreement: who may press it, how often, and what stays."""

from http import HTTPStatus

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from saksama.web.agreements.models import PerformanceAgreement
from saksama.web.organisations.models import Person, Role, RoleKind
from saksama.web.workflow.models import Change, Reminder, ReminderState
from tests.web.cast import Cast, client_of, person

BROKEN = "django.core.mail.backends.smtp.EmailBackend"
KINDS = ("reports", "agreements")


@pytest.fixture
def dewi(cast: Cast, settings: Settings) -> Person:
    """Who watches over the agencies, at the organisation bureau, in an installation with a mail server."""
    settings.SENDS_MAIL = True
    return person("Dewi", RoleKind.ORGANISATION_BUREAU, cast.government)


def year_of(kind: str) -> int:
    return 2025 if kind == "reports" else 2026


def button(cast: Cast, kind: str) -> str:
    """Where the reminder of Ani's agency is sent from."""
    return f"/missing/{kind}/{cast.agency.pk}/{year_of(kind)}/remind/"


def test_a_reminder_of_the_report_goes_to_operator_and_head_once_a_day(cast: Cast, dewi: Person) -> None:
    head = person("Eka", RoleKind.HEAD, cast.government, cast.agency)
    browser = client_of(dewi)
    assert button(cast, "reports") in browser.get("/missing/reports/?year=2025").content.decode()

    page = browser.post(button(cast, "reports"), follow=True).content.decode()
    again = browser.post(button(cast, "reports"), follow=True).content.decode()

    (sent,) = mail.outbox
    assert sent.to == ["ani@contoh.go.id", "eka@contoh.go.id"]
    assert "LKjIP 2025 belum diterbitkan" in sent.body
    assert f"http://testserver/agencies/{cast.agency.pk}/documents/2025/" in sent.body
    assert "surel terkirim kepada ani@contoh.go.id, eka@contoh.go.id" in page
    assert "oleh Dewi" in page
    assert button(cast, "reports") not in page, "the button comes back tomorrow"
    assert "sudah diingatkan hari ini" in again
    kept = Reminder.objects.get()
    assert (kept.kind, kept.state, kept.person, kept.year) == ("report", ReminderState.MAILED, dewi, 2025)
    change = Change.objects.get()
    assert (change.person, change.agency, change.subject, change.fact, change.new) == (
        dewi, cast.agency, "reminder", "report-reminder 2025 year 1", "ani@contoh.go.id, eka@contoh.go.id",
    )  # fmt: skip
    assert "Pengingat LKjIP 2025" in client_of(head).get(f"/agencies/{cast.agency.pk}/history/").content.decode()


def test_the_agreement_of_the_same_day_has_its_own_reminder(cast: Cast, dewi: Person) -> None:
    browser = client_of(dewi)

    for kind in KINDS:
        browser.post(button(cast, kind))
    browser.post(f"/missing/{cast.agency.pk}/2025/4/remind/")

    assert sorted(Reminder.objects.values_list("kind", flat=True)) == ["agreement", "measurement", "report"]
    assert len(mail.outbox) == 3
    assert f"/agencies/{cast.agency.pk}/sheets/2026/agreements/" in mail.outbox[1].body


@pytest.mark.parametrize("kind", KINDS)
def test_some_read_but_do_not_remind_and_agencies_see_nothing(cast: Cast, dewi: Person, kind: str) -> None:
    reader = client_of(person("Gilang", RoleKind.INSPECTORATE, cast.government))
    page = reader.get(f"/missing/{kind}/?year={year_of(kind)}")
    assert page.status_code == HTTPStatus.OK
    assert button(cast, kind) not in page.content.decode()
    assert reader.post(button(cast, kind)).status_code == HTTPStatus.NOT_FOUND
    for someone in (cast.ani, cast.budi, cast.citra):
        assert client_of(someone).post(button(cast, kind)).status_code == HTTPStatus.NOT_FOUND
    assert client_of(dewi).get(button(cast, kind)).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_no_year_to_come_nor_without_a_plan_nor_an_agency_elsewhere(cast: Cast, dewi: Person, kind: str) -> None:
    browser = client_of(dewi)
    next_year = timezone.localdate().year + 1
    for path in (f"{cast.agency.pk}/{next_year}", f"{cast.agency.pk}/0", f"{cast.other_agency.pk}/2025", "999999/2025"):
        assert browser.post(f"/missing/{kind}/{path}/remind/").status_code == HTTPStatus.NOT_FOUND, path
    assert not Reminder.objects.exists()


def test_a_mail_that_failed_is_told_is_no_history_and_may_be_tried_again(
    cast: Cast, dewi: Person, settings: Settings
) -> None:
    browser, working = client_of(dewi), settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = BROKEN, "127.0.0.1", 9
    page = browser.post(button(cast, "reports"), follow=True).content.decode()
    assert "surel gagal dikirim" in page
    assert button(cast, "reports") in page
    assert not Change.objects.exists()

    settings.EMAIL_BACKEND = working
    browser.post(button(cast, "reports"))

    assert len(mail.outbox) == 1
    assert [(one.state, one.failure) for one in Reminder.objects.all()] == [(ReminderState.MAILED, "")]
    assert Change.objects.count() == 1


def test_nobody_to_remind_and_nothing_to_remind_of(cast: Cast, dewi: Person) -> None:
    browser, page = client_of(dewi), "/missing/agreements/?year=2026"
    Role.objects.filter(person=cast.ani).delete()
    assert "Belum ada operator yang dapat diingatkan" in browser.get(page).content.decode()
    assert "belum mempunyai operator" in browser.post(button(cast, "agreements"), follow=True).content.decode()

    PerformanceAgreement.objects.create(plan=cast.version.plan, year=2026)
    assert "tidak perlu diingatkan" in browser.post(button(cast, "agreements"), follow=True).content.decode()
    assert mail.outbox == []


def test_without_a_mail_server_it_stands_on_the_start_page(
    cast: Cast, dewi: Person, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.SENDS_MAIL = False
    browser = client_of(dewi)

    page = browser.post(button(cast, "reports"), follow=True).content.decode()

    assert "Server surel belum diatur" in page
    assert "pengingat tampil di beranda ani@contoh.go.id" in page
    assert mail.outbox == []
    assert "oleh Dewi" in client_of(cast.ani).get("/").content.decode()
    with django_assert_num_queries(9):
        browser.get("/missing/reports/?year=2025")
