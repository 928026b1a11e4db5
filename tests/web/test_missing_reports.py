"""The report of the year: who has still to issue it, on the start page, on its own page, and in the morning's mail."""

from datetime import date
from http import HTTPStatus

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from saksama.web.issuing.models import Snapshot
from saksama.web.organisations.models import Person, RoleKind
from saksama.web.overview.daily_reminders import send_due_reminders
from saksama.web.workflow.models import Deadline, DeadlineKind, Submission
from tests.web.cast import Cast, client_of, person

PAGE = "/missing/reports/?year=2025"


@pytest.fixture
def head(cast: Cast) -> Person:
    """The head of Ani's agency."""
    return person("Dewi", RoleKind.HEAD, cast.government, cast.agency)


def issued(cast: Cast, head: Person) -> None:
    Snapshot.objects.create(
        code="CONTOH", agency=cast.agency, kind="lkjip", title="LKjIP", year=timezone.localdate().year - 1, edition=1,
        record={}, results=[], sha256="0" * 64, issued_at=timezone.now(), issued_by=head,
    )  # fmt: skip


def test_the_head_and_the_operator_see_on_their_start_page_that_it_is_not_issued(cast: Cast, head: Person) -> None:
    year = timezone.localdate().year - 1
    task = f"LKjIP {year} belum diterbitkan"
    for someone in (head, cast.ani):
        page = client_of(someone).get("/").content.decode()
        assert task in page
        assert f"/agencies/{cast.agency.pk}/documents/{year}/" in page
        assert "Pasal 18-27" in page
    for someone in (cast.budi, cast.citra, person("Kirana", RoleKind.LEADER, cast.government)):
        assert task not in client_of(someone).get("/").content.decode(), "no plan of Citra's agency holds the year"

    issued(cast, head)

    assert task not in client_of(head).get("/").content.decode()


def test_the_page_names_who_has_not_issued_with_the_day_of_the_law(
    cast: Cast, head: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    leader = client_of(person("Kirana", RoleKind.LEADER, cast.government))
    with django_assert_num_queries(9):
        page = leader.get(PAGE).content.decode()
    assert f"letter-{cast.agency.pk}" in page
    assert "28 Februari 2026" in page
    assert cast.other_agency.name not in page
    assert "Semua sudah menerbitkan" not in page

    issued(cast, head)

    page = leader.get(PAGE).content.decode()
    assert f"letter-{cast.agency.pk}" not in page
    assert "Semua sudah menerbitkan" in page
    assert "Semua sudah menerbitkan" not in leader.get("/missing/reports/?year=2024").content.decode()


def test_only_who_sees_all_agencies_sees_it_and_only_of_a_year_that_has_ended(cast: Cast, head: Person) -> None:
    for someone in (cast.ani, cast.budi, cast.citra, head):
        assert client_of(someone).get(PAGE).status_code == HTTPStatus.NOT_FOUND
    leader = client_of(person("Kirana", RoleKind.LEADER, cast.government))
    for year in (timezone.localdate().year, "99999", "abcd"):
        assert leader.get(f"/missing/reports/?year={year}").status_code == HTTPStatus.NOT_FOUND


def test_the_worker_reminds_once_before_the_day_and_then_each_week(
    cast: Cast, head: Person, settings: Settings
) -> None:
    settings.SENDS_MAIL = True
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state="approved")

    def sent(month: int, day: int) -> int:
        return len([one for one in send_due_reminders(date(2026, month, day)) if one.kind == "report"])

    assert [sent(2, 24), sent(2, 25), sent(2, 25), sent(3, 3), sent(3, 4)] == [0, 1, 0, 0, 1]
    mails = [one for one in mail.outbox if "LKjIP" in one.subject]
    assert sorted(mails[0].to) == ["ani@contoh.go.id", "dewi@contoh.go.id"]
    assert "LKjIP 2025 belum diterbitkan. Tenggatnya 28 Februari 2026, 3 hari lagi." in mails[0].body
    assert "oleh Saksama" in client_of(head).get("/").content.decode()
    assert sent(5, 30) == 0, "three months after its day nobody is reminded any more"


def test_the_government_s_own_day_counts_and_who_has_issued_is_left_alone(
    cast: Cast, head: Person, settings: Settings
) -> None:
    settings.SENDS_MAIL = True
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state="approved")
    Deadline.objects.create(
        government=cast.government, kind=DeadlineKind.REPORT, year=2025, cycle="year", number=1,
        due_on=date(2026, 2, 10), basis="SE 1/2026", person=head,
    )  # fmt: skip
    assert [one.kind for one in send_due_reminders(date(2026, 2, 7))] == ["agreement", "report"]
    Snapshot.objects.create(
        code="CONTOH", agency=cast.agency, kind="lkjip", title="LKjIP", year=2025, edition=1,
        record={}, results=[], sha256="0" * 64, issued_at=timezone.now(), issued_by=head,
    )  # fmt: skip
    assert [one.kind for one in send_due_reminders(date(2026, 2, 20))] == ["agreement"]
