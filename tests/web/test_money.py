"""The budget's page: money at the leaves only, sums computed, and every change with its history."""

import json
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from saksama.web.measurement.entry import cell_mark
from saksama.web.measurement.models import Amount, PeriodSpending
from saksama.web.measurement.money_entry import OF_QUARTER, OF_YEAR
from saksama.web.workflow.models import Change
from tests.web.cast import Cast, client_of

LEAF = "2.16.02.2.01.0024"
"""Training: Rp60.000.000 after the budget change."""


def path(cast: Cast) -> str:
    return f"/agencies/{cast.agency.pk}/money/2025/"


def mark_now(key: str = LEAF, number: int = 0) -> str:
    """The mark of a year's money (`number` 0) or a quarter's as the page shows it now."""
    if number:
        spent = PeriodSpending.objects.filter(amount__node__key=key, amount__year=2025, number=number)
        return cell_mark(spent.first(), OF_QUARTER)
    return cell_mark(Amount.objects.filter(node__key=key, year=2025).first(), OF_YEAR)


def send(
    browser: Client,
    cast: Cast,
    typed: dict[str, str],
    *,
    number: int = 0,
    seen: str | None = None,
    key: str = LEAF,
) -> Any:
    mark = mark_now(key, number) if seen is None else seen
    content = {"key": key, "number": number, "seen": mark, "typed": typed}
    return browser.post(path(cast) + "cell/", json.dumps(content), content_type="application/json")


def test_a_programme_shows_the_sum_of_its_leaves(cast: Cast) -> None:
    page = client_of(cast.ani).get(path(cast)).content.decode()

    assert "Rp346.400.000" in page, "286.400.000 + 60.000.000"
    assert 'value="60.000.000"' in page


def test_a_ceiling_is_kept_and_is_in_the_history(cast: Cast) -> None:
    answer = send(client_of(cast.ani), cast, {"appropriation": "65.000.000"})

    assert json.loads(answer.content)["cell"]["typed"]["appropriation"] == "65.000.000"
    assert Amount.objects.get(node__key=LEAF, year=2025).appropriation == 65_000_000
    change = Change.objects.get()
    assert (change.subject, change.fact, change.old, change.new) == (
        f"node:{LEAF}",
        "appropriation 2025",
        "60000000",
        "65000000",
    )
    assert "Rp351.400.000" in client_of(cast.ani).get(path(cast)).content.decode()


@pytest.mark.parametrize(
    ("typed", "number", "key"),
    [
        ({"appropriation": "-1"}, 0, LEAF),
        ({"appropriation": "banyak"}, 0, LEAF),
        ({"physical": "101"}, 3, LEAF),
        ({"appropriation": "1"}, 0, "2.16.02"),
        ({"appropriation": "1"}, 0, "tidak ada"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, typed: dict[str, str], number: int, key: str) -> None:
    assert send(client_of(cast.ani), cast, typed, number=number, key=key).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Change.objects.exists()


def test_of_two_who_type_the_second_sees_the_first(cast: Cast) -> None:
    seen = mark_now()
    send(client_of(cast.ani), cast, {"appropriation": "65.000.000"})

    second = send(client_of(cast.ani), cast, {"appropriation": "70.000.000"}, seen=seen)

    assert second.status_code == HTTPStatus.CONFLICT
    assert json.loads(second.content)["theirs"]["appropriation"] == "65.000.000"


def test_who_sees_and_who_saves(cast: Cast) -> None:
    assert client_of(cast.budi).get(path(cast)).status_code == HTTPStatus.OK
    assert send(client_of(cast.budi), cast, {"appropriation": "1"}).status_code == HTTPStatus.NOT_FOUND
    assert client_of(cast.citra).get(path(cast)).status_code == HTTPStatus.NOT_FOUND
