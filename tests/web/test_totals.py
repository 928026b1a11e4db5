"""Where the figures of all agencies together come from."""

import re
from dataclasses import replace
from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.web.measurement.models import Amount, Measurement, PeriodSpending
from saksama.web.organisations.models import Agency, Person, RoleKind
from saksama.web.planning.models import StrategicPlan
from tests.web.cast import Cast, client_of, hold, person


@pytest.fixture
def twin(cast: Cast) -> Agency:
    record = replace(SAMPLE_2025, agency=replace(SAMPLE_2025.agency, name="Dinas Kembar"))
    agency, _version = hold(record, cast.government)
    return agency


@pytest.fixture
def leader(cast: Cast) -> Client:
    return client_of(person("Kirana", RoleKind.LEADER, cast.government))


def page(browser: Client, what: str) -> str:
    return re.sub(r"\s+", " ", browser.get(f"/totals/{what}/?year=2025").content.decode())


def result(text: str) -> str:
    found = re.search(r'<p class="result">(.*?)</p>', text)
    assert found
    return found[1]


def inputs(text: str) -> list[int]:
    return [int(one.replace(".", "")) for one in re.findall(r"perangkat daerah = ([\d.]+)", text)]


def is_changed(agency: Agency) -> None:
    StrategicPlan.objects.filter(agency=agency).update(record_version=99)


def test_money_is_added_up_over_the_agencies_whose_spending_is_known(cast: Cast, twin: Agency, leader: Client) -> None:
    alone = page(client_of(cast.ani), "absorption")
    both = page(leader, "absorption")

    assert result(alone) == result(both), "twice the same"
    once, twice = inputs(alone), inputs(both)
    assert len(once) == 2
    assert twice == [2 * one for one in once]
    assert "PMK 214/2017" in both
    assert "Ikut dihitung" not in both, "all are"
    assert f'href="/agencies/{twin.pk}/figures/serapan-sd-tw/semua/2025-quarter-4/?year=2025"' in both

    Amount.objects.filter(node__plan__agency=twin, year=2025).update(expenditure=None)
    PeriodSpending.objects.filter(amount__node__plan__agency=twin, amount__year=2025).update(expenditure=None)
    is_changed(twin)
    assert result(page(leader, "absorption")) == result(alone), "what is not known lowers nothing"
    assert "Tidak</span>" in page(leader, "absorption")
    assert "Ya</span>" in page(leader, "absorption")


def test_an_agency_with_a_gap_is_not_complete(cast: Cast, twin: Agency, leader: Client) -> None:
    assert result(page(leader, "complete")) == "2 / 2"

    Measurement.objects.filter(indicator__plan__agency=twin, indicator__key="IK4", year=2025).delete()
    is_changed(twin)

    assert result(page(leader, "complete")) == "1 / 2"
    assert "1 tidak ikut: tanpa rencana" in page(leader, "complete"), "the plan of the other agency ended before"


def test_the_start_page_and_the_page_of_its_figure_say_the_same(twin: Agency, leader: Client) -> None:
    start = leader.get("/?year=2025").content.decode()

    for what in ("complete", "reached", "absorption"):
        found = re.search(rf'href="/totals/{what}/\?year=2025">(.*?)</a>', start)
        assert found
        assert result(page(leader, what)).removesuffix("%") == found[1]


def test_it_takes_the_same_queries_however_many_agencies(
    twin: Agency, leader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page(leader, "reached")  # makes the summaries

    with django_assert_num_queries(6):
        page(leader, "reached")


def test_who_sees_it(cast: Cast, leader: Client) -> None:
    nobody = Person.objects.create_user("nemo@contoh.go.id", "Nemo")
    assert cast.other_agency.name not in page(client_of(cast.ani), "reached")
    assert leader.get("/totals/unknown/").status_code == HTTPStatus.NOT_FOUND
    assert leader.get("/totals/reached/?year=x").status_code == HTTPStatus.NOT_FOUND
    assert client_of(nobody).get("/totals/reached/").status_code == HTTPStatus.NOT_FOUND
