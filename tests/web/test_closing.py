"""What a figure rests on is closed together with it, the page says why, and reopening opens all of it."""

import json
from http import HTTPStatus
from typing import Any

import pytest

from saksama.web.measurement.entry import cell_mark
from saksama.web.measurement.models import Amount, Evidence, Measurement, Narrative
from saksama.web.measurement.money_entry import OF_YEAR
from saksama.web.organisations.models import RoleKind
from saksama.web.planning.models import Indicator
from saksama.web.workflow.models import Change, Submission
from tests.web.cast import Cast, client_of, person


@pytest.fixture
def approved(cast: Cast) -> Submission:
    """The last quarter of 2025, approved."""
    return Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state="approved")


def words(cast: Cast) -> Any:
    own = Indicator.objects.get(plan=cast.version.plan, key="IK4")
    path = f"/agencies/{cast.agency.pk}/indicators/{own.pk}/2025/words/"
    return client_of(cast.ani).post(path, {"cause": "Sebab yang lain"})


def money(cast: Cast) -> Any:
    amount = Amount.objects.filter(node__plan=cast.version.plan, year=2025).select_related("node").first()
    assert amount
    cell = {"key": amount.node.key, "number": 0, "seen": cell_mark(amount, OF_YEAR), "typed": {"expenditure": "1"}}
    path = f"/agencies/{cast.agency.pk}/money/2025/cell/"
    return client_of(cast.ani).post(path, json.dumps(cell), content_type="application/json")


def evidence(cast: Cast, number: int = 4) -> Evidence:
    figure, _made = Measurement.objects.get_or_create(
        indicator=Indicator.objects.get(plan=cast.version.plan, key="IK4"),
        year=2025,
        cycle="quarter",
        number=number,
    )
    return Evidence.objects.create(measurement=figure, title="Rekap", link="https://contoh.go.id/a", added_by=cast.ani)


def retire(cast: Cast, one: Evidence) -> bool:
    client_of(cast.ani).post(f"/agencies/{cast.agency.pk}/evidence/{one.pk}/retire/")
    one.refresh_from_db()
    return one.retired_at is not None


def test_words_are_written_after_the_year_was_approved_and_are_a_revision(cast: Cast, approved: Submission) -> None:
    assert words(cast).status_code == HTTPStatus.FOUND

    assert Narrative.objects.filter(text="Sebab yang lain").exists()
    assert Change.objects.get(new="Sebab yang lain").is_revision


def test_words_of_an_open_year_are_no_revision(cast: Cast) -> None:
    words(cast)

    assert not Change.objects.get(new="Sebab yang lain").is_revision


def test_the_years_money_is_closed_with_its_last_quarter(cast: Cast, approved: Submission) -> None:
    answer = money(cast)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "TW IV 2025 sudah disetujui" in json.loads(answer.content)["error"]
    page = client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/money/2025/").content.decode()
    assert "TW IV 2025 sudah disetujui" in page
    assert page.count("readonly") == 2 * page.count("terkunci</span>"), "a year has two fields, a quarter too"


def test_evidence_of_a_closed_figure_stays_and_more_may_come(cast: Cast, approved: Submission) -> None:
    one = evidence(cast)

    assert not retire(cast, one)
    client_of(cast.ani).post(
        f"/agencies/{cast.agency.pk}/indicators/{one.measurement.indicator_id}/evidence/",
        {"measurement": str(one.measurement_id), "title": "Tambahan", "link": "https://contoh.go.id/b"},
    )
    assert Evidence.objects.filter(measurement=one.measurement_id).count() == 2
    assert retire(cast, evidence(cast, 3)), "the third quarter is open"


def test_reopening_opens_all_of_it(cast: Cast, approved: Submission) -> None:
    head = client_of(person("Hadi", RoleKind.HEAD, cast.government, cast.agency))
    step = {"step": "reopen", "reason": "Ada data yang terlewat"}
    head.post(f"/agencies/{cast.agency.pk}/measurements/2025/4/step/", step)

    assert money(cast).status_code == HTTPStatus.OK
    assert retire(cast, evidence(cast))
