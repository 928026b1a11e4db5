"""The entry grid: each role's view, saving a cell, and what happens when two people type in the same one."""

import json
import re
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from saksama.web.measurement.entry import FIELDS, cell_mark
from saksama.web.measurement.models import Evidence, Measurement
from saksama.web.planning.models import IndicatorDefinition
from saksama.web.workflow.models import Change, Submission, SubmissionState
from tests.web.cast import Cast, client_of

CONTENT = "IK4"
"""The contents published in a quarter (98, 131, 142, 127 in 2025), added up over the year."""
THIS_YEAR = timezone.localdate().year
"""Its fourth quarter has not ended."""


def path(cast: Cast) -> str:
    return f"/agencies/{cast.agency.pk}/measurements/2025/"


def answer_of(response: Any) -> Any:
    return json.loads(response.content)


def mark_now(key: str = CONTENT, quarter: int = 4) -> str:
    """The mark of a figure as the page shows it now."""
    return cell_mark(Measurement.objects.filter(indicator__key=key, year=2025, number=quarter).first(), FIELDS)


def send(
    browser: Client, cast: Cast, text: str, *, seen: str | None = None, key: str = CONTENT, quarter: int = 4
) -> Any:
    mark = mark_now(key, quarter) if seen is None else seen
    content = {"key": key, "cycle": "quarter", "number": quarter, "seen": mark, "typed": {"value": text}}
    return browser.post(path(cast) + "cell/", json.dumps(content), content_type="application/json")


def test_it_shows_what_was_typed_and_what_follows(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = client_of(cast.ani)

    with django_assert_num_queries(20):
        page = browser.get(path(cast)).content.decode()

    assert 'value="127"' in page
    assert "498" in page, "98 + 131 + 142 + 127"
    assert "99,60" in page, "498 of the 500 that the revised agreement promises"


@pytest.mark.parametrize(("who", "status"), [("ani", 200), ("budi", 200), ("citra", 404)])
def test_who_sees_it(cast: Cast, who: str, status: int) -> None:
    assert client_of(getattr(cast, who)).get(path(cast)).status_code == status


@pytest.mark.parametrize("who", ["budi", "citra"])
def test_only_who_measures_may_save(cast: Cast, who: str) -> None:
    assert send(client_of(getattr(cast, who)), cast, "130").status_code == HTTPStatus.NOT_FOUND


def test_a_saved_cell_answers_with_the_new_achievement_and_is_in_the_history(cast: Cast) -> None:
    answer = answer_of(send(client_of(cast.ani), cast, "129"))

    assert answer["year"]["value"] == "500"
    assert answer["year"]["achievement"] == "100,00"
    assert answer["cell"]["seen"] == mark_now()
    change = Change.objects.get()
    assert (change.person, change.subject, change.old, change.new) == (cast.ani, f"indicator:{CONTENT}", "127", "129")


def test_the_digits_come_back_as_they_were_typed(cast: Cast) -> None:
    assert answer_of(send(client_of(cast.ani), cast, "129,50"))["cell"]["typed"]["value"] == "129,50"


def test_an_emptied_cell_is_missing_and_not_zero(cast: Cast) -> None:
    answer = answer_of(send(client_of(cast.ani), cast, ""))

    assert answer["cell"]["typed"]["value"] == ""
    assert answer["year"]["achievement"] == ""


@pytest.mark.parametrize("text", ["1.234", "seratus", "-", "12 juta", "12 orang lebih", "9" * 80, "1e5"])
def test_what_is_not_clear_is_asked_and_not_kept(cast: Cast, text: str) -> None:
    answer = send(client_of(cast.ani), cast, text)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer_of(answer)["error"]
    assert Measurement.objects.get(indicator__key=CONTENT, year=2025, number=4).value == 127


def test_of_two_who_type_the_second_sees_the_first_and_loses_nothing(cast: Cast) -> None:
    seen = mark_now()
    send(client_of(cast.ani), cast, "129")

    second = send(client_of(cast.ani), cast, "140", seen=seen)

    assert second.status_code == HTTPStatus.CONFLICT
    assert answer_of(second)["theirs"]["value"] == "129"
    assert send(client_of(cast.ani), cast, "140", seen=answer_of(second)["seen"]).status_code == HTTPStatus.OK


def test_a_submitted_quarter_is_locked(cast: Cast) -> None:
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state=SubmissionState.SUBMITTED)

    assert send(client_of(cast.ani), cast, "129").status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"key": 1}',
        '{"key": "IK4", "cycle": "week", "number": 1}',
        '{"number": Infinity}',
    ],
)
def test_a_request_that_no_page_sends_is_refused(cast: Cast, content: str) -> None:
    answer = client_of(cast.ani).post(path(cast) + "cell/", content, content_type="application/json")

    assert answer.status_code == HTTPStatus.BAD_REQUEST


def test_months_are_locked_with_the_quarter_in_which_they_end(cast: Cast) -> None:
    IndicatorDefinition.objects.filter(indicator__key=CONTENT).update(cycle="month")
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=1, state=SubmissionState.SUBMITTED)

    page = client_of(cast.ani).get(path(cast)).content.decode()

    (row,) = (part for part in page.split("<tr ") if f'data-key="{CONTENT}"' in part)
    cells = row.split('<td class="cell"')[1:]
    assert ["readonly" in cell for cell in cells] == [True] * 3 + [False] * 9


@pytest.mark.parametrize(
    ("cycle", "number", "field"), [("year", 0, "value"), ("month", 12, "value"), ("quarter", 4, "numerator")]
)
def test_a_figure_that_the_grid_does_not_ask_for_is_refused(cast: Cast, cycle: str, number: int, field: str) -> None:
    content = {"key": CONTENT, "cycle": cycle, "number": number, "seen": "", "typed": {field: "1"}}

    answer = client_of(cast.ani).post(path(cast) + "cell/", json.dumps(content), content_type="application/json")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Change.objects.exists()


@pytest.mark.parametrize(("year", "status"), [(2025, 302), (THIS_YEAR, 404), (2199, 404), (99999, 404)])
def test_only_a_quarter_of_the_plan_that_has_ended_is_submitted(cast: Cast, year: int, status: int) -> None:
    address = f"/agencies/{cast.agency.pk}/measurements/{year}/4/step/"

    assert client_of(cast.ani).post(address, {"step": "submit"}).status_code == status
    assert Submission.objects.count() == (status == HTTPStatus.FOUND)


def test_figures_without_evidence_are_counted_at_their_quarter(cast: Cast) -> None:
    row = Measurement.objects.get(indicator__plan__agency=cast.agency, indicator__key="IK4", year=2025, number=1)

    def counts() -> list[str]:
        return re.findall(r"(\d+) angka tanpa bukti", client_of(cast.budi).get(path(cast)).content.decode())

    before = counts()
    Evidence.objects.create(measurement=row, title="Rekap", link="https://contoh.go.id", added_by=cast.ani)

    assert len(before) == 4
    assert counts() == [str(int(before[0]) - 1), *before[1:]]
