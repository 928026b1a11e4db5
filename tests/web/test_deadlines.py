"""Deadlines: the usual ones, the government's own in their place, who may set them, and what stays of each change."""

from datetime import date
from http import HTTPStatus

import pytest

from saksama.kernel.period import Cycle, Period
from saksama.kernel.provenance import Certainty
from saksama.web.organisations.models import Person, RoleKind
from saksama.web.workflow.deadlines import agreement_due, measurement_due, report_due
from saksama.web.workflow.models import Deadline
from tests.web.cast import Cast, client_of, person

THIRD = Period(2025, 3, Cycle.QUARTER)


@pytest.fixture
def dewi(cast: Cast) -> Person:
    """Who keeps the deadlines, at the organisation bureau."""
    return person("Dewi", RoleKind.ORGANISATION_BUREAU, cast.government)


def typed(**values: str) -> dict[str, str]:
    """A form in which only these fields were filled: `m3_due_on` is the day of the third quarter."""
    names = {"m": "measurement-", "r": "report-", "a": "agreement-"}
    return {f"{names[key[0]]}{key[1]}-{key[3:]}": value for key, value in values.items()}


def test_the_usual_days_follow_from_law_and_custom(cast: Cast) -> None:
    measured, reported = measurement_due(cast.government, THIRD), report_due(cast.government, 2023)

    assert (measured.on, measured.certainty) == (date(2025, 10, 15), Certainty.OWN)
    assert (reported.on, reported.certainty) == (date(2024, 2, 29), Certainty.GENERAL), "2024 is a leap year"
    assert "Perpres 29/2014" in reported.basis
    agreed = agreement_due(cast.government, 2025)
    assert (agreed.on, agreed.certainty) == (date(2025, 1, 31), Certainty.WEAK)
    assert "Permenpan RB 53/2014, Lampiran I: Satu bulan setelah dokumen anggaran disahkan" in agreed.basis


def test_an_agreement_is_due_in_its_own_year_or_the_next(cast: Cast, dewi: Person) -> None:
    browser = client_of(dewi)

    page = browser.post("/deadlines/2025/", typed(a1_due_on="2024-12-31", a1_basis="SE 1")).content.decode()
    assert "Tulis hari sesudah 31 Desember 2024" in page
    browser.post("/deadlines/2025/", typed(a1_due_on="2025-02-14", a1_basis="SE 14/2024"))

    assert agreement_due(cast.government, 2025).on == date(2025, 2, 14)
    assert agreement_due(cast.government, 2026).on == date(2026, 1, 31)


def test_the_governments_own_day_takes_the_place_of_the_usual_one_and_back(cast: Cast, dewi: Person) -> None:
    browser = client_of(dewi)

    browser.post(
        "/deadlines/2025/",
        typed(m3_due_on="2025-10-08", m3_basis="SE 12/2025", r1_due_on="2026-01-31", r1_basis="SE 13/2025"),
    )
    due = measurement_due(cast.government, THIRD)
    assert (due.on, due.basis, due.certainty) == (date(2025, 10, 8), "SE 12/2025", None)
    assert report_due(cast.government, 2025).on == date(2026, 1, 31)
    assert measurement_due(cast.government, Period(2025, 2, Cycle.QUARTER)).on == date(2025, 7, 15)

    browser.post("/deadlines/2025/", typed(r1_due_on="2026-01-31", r1_basis="SE 13/2025"))
    assert measurement_due(cast.government, THIRD).on == date(2025, 10, 15)
    assert report_due(cast.government, 2025).on == date(2026, 1, 31)


def test_each_change_stays_with_who_made_it_and_what_did_not_change_adds_nothing(cast: Cast, dewi: Person) -> None:
    browser = client_of(dewi)
    same = typed(m3_due_on="2025-10-08", m3_basis="SE 12/2025")

    browser.post("/deadlines/2025/", same)
    browser.post("/deadlines/2025/", same)
    page = browser.post("/deadlines/2025/", typed(), follow=True).content.decode()

    kept = [(one.due_on, one.person.name) for one in Deadline.objects.order_by("id")]
    assert kept == [(date(2025, 10, 8), "Dewi"), (None, "Dewi")]
    assert "SE 12/2025" in page
    assert "kembali ke yang lazim" in page


def test_wrong_days_are_told_beside_their_fields_and_nothing_typed_is_lost(cast: Cast, dewi: Person) -> None:
    page = (
        client_of(dewi)
        .post(
            "/deadlines/2025/",
            typed(m1_due_on="2025-04-10", m2_due_on="2025-06-30", m2_basis="SE 1", m3_basis="SE 2", m4_due_on="besok"),
        )
        .content.decode()
    )

    assert page.count('class="error"') == 4
    assert 'value="2025-04-10"' in page
    assert 'value="SE 2"' in page
    assert not Deadline.objects.exists()


@pytest.mark.parametrize("kind", [RoleKind.INSPECTORATE, RoleKind.PLANNING_AGENCY, RoleKind.LEADER, RoleKind.READER])
def test_nobody_else_sees_or_sets_them(cast: Cast, kind: RoleKind) -> None:
    for someone in (person("Joko", kind, cast.government), cast.ani, cast.citra):
        browser = client_of(someone)
        assert browser.get("/deadlines/").status_code == HTTPStatus.NOT_FOUND
        assert browser.get("/deadlines/2025/").status_code == HTTPStatus.NOT_FOUND
        answer = browser.post("/deadlines/2025/", typed(m3_due_on="2025-10-08", m3_basis="SE 12/2025"))
        assert answer.status_code == HTTPStatus.NOT_FOUND
    assert not Deadline.objects.exists()


def test_the_administrator_sets_them_too_and_the_page_speaks_english(cast: Cast) -> None:
    browser = client_of(person("Hana", RoleKind.ADMINISTRATOR, cast.government))
    browser.post("/language/", {"language": "en"})
    page = browser.get("/deadlines/2025/").content.decode()

    assert "Fifteen days after the quarter" in page
    assert browser.get("/deadlines/", follow=True).status_code == HTTPStatus.OK
    assert browser.get("/deadlines/1/").status_code == HTTPStatus.NOT_FOUND
