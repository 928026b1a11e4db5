"""The agreement of the year: who has still to make it, on the start page, on its own page, and in the morning mail."""

from datetime import date
from http import HTTPStatus

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from saksama.web.agreements.models import PerformanceAgreement
from saksama.web.organisations.models import Person, RoleKind
from saksama.web.overview.daily_reminders import send_due_reminders
from saksama.web.workflow.models import Deadline, DeadlineKind, Reminder, Submission
from tests.web.cast import Cast, client_of, person

PAGE = "/missing/agreements/?year=2026"


@pytest.fixture
def dewi(cast: Cast) -> Person:
    """Who watches over the agencies, at the organisation bureau."""
    return person("Dewi", RoleKind.ORGANISATION_BUREAU, cast.government)


def made(cast: Cast, year: int) -> None:
    PerformanceAgreement.objects.create(plan=cast.version.plan, year=year)


def test_who_fills_it_in_finds_it_on_the_start_page_until_it_is_there(cast: Cast, dewi: Person) -> None:
    year = timezone.localdate().year
    task = f"Perjanjian kinerja {year} belum ada"

    page = client_of(cast.ani).get("/").content.decode()
    assert task in page
    assert "Permenpan RB 53/2014" in page
    link = f"/agencies/{cast.agency.pk}/sheets/{year}/agreements/"
    assert f'href="{link}"' in page
    assert client_of(cast.ani).get(link).status_code == HTTPStatus.OK
    for someone in (cast.budi, cast.citra, dewi):
        assert task not in client_of(someone).get("/").content.decode(), "no plan of Citra's agency holds the year"

    made(cast, year)

    assert task not in client_of(cast.ani).get("/").content.decode()


def test_the_start_page_of_who_fills_it_in_takes_as_many_queries_whatever_is_due(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = client_of(cast.ani)
    browser.get("/")  # makes the summary
    with django_assert_num_queries(21):
        browser.get("/")
    made(cast, timezone.localdate().year)
    with django_assert_num_queries(21):
        browser.get("/")


def test_the_page_names_who_has_none_with_the_day_and_what_it_rests_on(
    cast: Cast, dewi: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = client_of(dewi)
    with django_assert_num_queries(9):
        page = browser.get(PAGE).content.decode()
    assert f"letter-{cast.agency.pk}" in page
    assert "31 Januari 2026" in page
    assert "Satu bulan setelah dokumen anggaran disahkan" in page
    assert cast.other_agency.name not in page
    assert "Semua sudah mempunyai perjanjian" not in page

    made(cast, 2026)

    page = browser.get(PAGE).content.decode()
    assert f"letter-{cast.agency.pk}" not in page
    assert "Semua sudah mempunyai perjanjian" in page
    nobody = browser.get("/missing/agreements/?year=2024").content.decode()
    assert "Semua sudah mempunyai perjanjian" not in nobody, "no plan holds that year"
    assert "/missing/agreements/" in browser.get("/missing/?year=2025").content.decode()


def test_only_who_sees_all_agencies_sees_it_and_no_year_to_come(cast: Cast, dewi: Person) -> None:
    head = person("Eka", RoleKind.HEAD, cast.government, cast.agency)
    for someone in (cast.ani, cast.budi, cast.citra, head):
        assert client_of(someone).get(PAGE).status_code == HTTPStatus.NOT_FOUND
    for year in (timezone.localdate().year + 1, "99999", "abcd"):
        assert client_of(dewi).get(f"/missing/agreements/?year={year}").status_code == HTTPStatus.NOT_FOUND


def test_the_worker_reminds_before_the_day_and_each_week_and_not_of_the_report_meanwhile(
    cast: Cast, settings: Settings
) -> None:
    settings.SENDS_MAIL = True
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state="approved")

    def sent(month: int, day: int) -> list[str]:
        return [one.kind for one in send_due_reminders(date(2026, month, day))]

    assert [sent(1, 27), sent(1, 28), sent(1, 28), sent(2, 3), sent(2, 4)] == [[], ["agreement"], [], [], ["agreement"]]
    assert mail.outbox[0].to == ["ani@contoh.go.id"]
    assert "Perjanjian kinerja 2026 belum ada. Tenggatnya 31 Januari 2026, 3 hari lagi." in mail.outbox[0].body

    made(cast, 2026)
    assert sent(2, 25) == ["report"]


def test_what_was_reminded_of_the_agreement_says_nothing_of_the_same_year_s_report(
    cast: Cast, settings: Settings
) -> None:
    settings.SENDS_MAIL = True
    for year, quarter in ((2025, 4), (2026, 4)):
        Submission.objects.create(agency=cast.agency, year=year, cycle="quarter", number=quarter, state="approved")
    made(cast, 2027)
    Reminder.objects.create(
        agency=cast.agency, kind=DeadlineKind.AGREEMENT, year=2026, cycle="year", number=1, on=date(2027, 2, 25),
        recipients=[], state="mailed",
    )  # fmt: skip

    assert [one.kind for one in send_due_reminders(date(2027, 2, 25))] == ["report"]


def test_the_government_s_own_day_counts(cast: Cast, dewi: Person, settings: Settings) -> None:
    settings.SENDS_MAIL = True
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state="approved")
    Deadline.objects.create(
        government=cast.government, kind=DeadlineKind.AGREEMENT, year=2026, cycle="year", number=1,
        due_on=date(2026, 1, 12), basis="SE 1/2026", person=dewi,
    )  # fmt: skip

    assert [one.kind for one in send_due_reminders(date(2026, 1, 9))] == ["agreement"]
    assert "SE 1/2026" in client_of(dewi).get(PAGE).content.decode()
    late = [one.kind for one in send_due_reminders(date(2026, 4, 13))]
    assert "agreement" not in late, "three months after its day nobody is reminded any more"
