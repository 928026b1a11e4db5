"""The lists of issued documents: who sees whose, what is replaced, and when the record has changed since."""

from http import HTTPStatus

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from saksama.web.issuing.models import Snapshot
from saksama.web.organisations.models import Agency, RoleKind
from saksama.web.workflow.recording import record_change
from tests.web.cast import Cast, client_of, person


def issue(cast: Cast, agency: Agency, code: str, edition: int = 1, year: int = 2025) -> Snapshot:
    return Snapshot.objects.create(
        code=code,
        agency=agency,
        kind="lkjip",
        title=f"Laporan {code}",
        year=year,
        edition=edition,
        record={},
        results=[],
        sha256="0" * 64,
        issued_at=timezone.now(),
        issued_by=cast.ani,
    )


def test_a_leader_sees_all_and_an_operator_his_own(cast: Cast) -> None:
    issue(cast, cast.agency, "AAAA")
    issue(cast, cast.other_agency, "BBBB")

    leader = client_of(person("Kirana", RoleKind.LEADER, cast.government)).get("/issued/").content.decode()
    own = client_of(cast.ani).get("/issued/").content.decode()

    assert "AAAA" in leader
    assert "BBBB" in leader
    assert "AAAA" in own
    assert "BBBB" not in own
    path = f"/agencies/{cast.agency.pk}/issued/"
    assert client_of(cast.citra).get(path).status_code == HTTPStatus.NOT_FOUND
    assert "AAAA" in client_of(cast.budi).get(path).content.decode()


def test_what_was_replaced_and_what_changed_since_is_told(cast: Cast) -> None:
    browser = client_of(cast.ani)
    issue(cast, cast.agency, "AAAA")
    assert "Sudah diganti" not in browser.get("/issued/").content.decode()

    issue(cast, cast.agency, "BBBB", edition=2)
    record_change(cast.agency, cast.ani, "unit:1", "name", old="a", new="b")
    record_change(cast.agency, cast.ani, "person:budi@contoh.go.id", "role", old=None, new="Verifikator")
    record_change(
        cast.agency, cast.ani, "reminder", "measurement-reminder 2025 quarter 4", old=None, new="ani@contoh.go.id"
    )
    page = browser.get("/issued/").content.decode()
    record_change(cast.agency, cast.ani, "indicator:IK4", "value 2025 quarter 4", old="1", new="2")
    changed = browser.get("/issued/").content.decode()

    assert page.count("Sudah diganti") == 1
    assert "Data berubah sesudahnya" not in page
    assert ">Data berubah sesudahnya<" in changed


def test_a_year_is_chosen(cast: Cast) -> None:
    issue(cast, cast.agency, "AAAA", year=2024)
    issue(cast, cast.agency, "BBBB", year=2025)
    browser = client_of(cast.ani)

    page = browser.get("/issued/?year=2024").content.decode()

    assert "AAAA" in page
    assert "BBBB" not in page
    for wrong in ("abcd", "20255", "٢٠٢٥"):
        assert browser.get(f"/issued/?year={wrong}").status_code == HTTPStatus.NOT_FOUND


def test_a_list_takes_the_same_queries_however_long(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = client_of(cast.ani)
    for count in range(2):
        issue(cast, cast.agency, f"AAAA{count}", year=2025 - count)
        with django_assert_num_queries(7):
            browser.get("/issued/")


@pytest.mark.parametrize(
    ("subject", "fact", "is_stated"),
    [
        ("indicator:IK4", "value 2026 quarter 1", False),
        ("node:2.16.02", "expenditure 2026 quarter 1", False),
        ("measurement:IK4/2026/quarter/1", "value", False),
        ("amount:2.16.02/2026", "expenditure", False),
        ("indicator:IK4", "evidence 2025", False),
        ("indicator:IK4", "value 2025 quarter 4", True),
        ("indicator:IK4", "value 2024 year 1", True),
        ("measurement:IK4/2025/quarter/1", "value", True),
        ("indicator:IK4", "target 2026", True),
        ("indicator:IK4", "end_target 2026", True),
        ("target:IK4/2026/year/0/False", "high", True),
        ("goal:T1", "name", True),
    ],
)
def test_what_later_years_bring_does_not_change_a_document(
    cast: Cast, subject: str, fact: str, is_stated: bool
) -> None:
    issue(cast, cast.agency, "AAAA")
    record_change(cast.agency, cast.ani, subject, fact, old="1", new="2")

    assert (">Data berubah sesudahnya<" in client_of(cast.ani).get("/issued/").content.decode()) is is_stated
