"""Money without result, result without money, targets that became easier."""

from dataclasses import replace
from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.budget import BudgetNode
from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import PerformanceRecord
from saksama.web.agreements.models import AgreedTarget
from saksama.web.measurement.models import Measurement
from saksama.web.organisations.models import RoleKind
from saksama.web.overview.mismatches import mismatches
from saksama.web.overview.summaries import IndicatorState, states_of
from saksama.web.planning.models import Indicator, StrategicPlan
from tests.web.cast import Cast, client_of, person

YEAR_END = Period(2025, 4, Cycle.QUARTER)
PAGE = "/money-and-results/?year=2025"


def told(record: PerformanceRecord, **states: IndicatorState) -> list[str]:
    """What is said of a record of which some indicators stand otherwise."""
    found = mismatches(record, YEAR_END, states_of(record, YEAR_END) | states)
    return [f"{one.key}: {one.statement}" for one in found]


def without(*pairs: tuple[str, str]) -> PerformanceRecord:
    """The sample in which some nodes do not serve some subjects."""
    kept = tuple(one for one in SAMPLE_2025.supports if (one.node, one.subject) not in pairs)
    return replace(SAMPLE_2025, supports=kept)


def emptied(node: BudgetNode) -> BudgetNode:
    """The node without amounts."""
    return replace(node, amounts=(), children=tuple(map(emptied, node.children)))


def test_where_everything_fits_nothing_is_said() -> None:
    assert told(SAMPLE_2025) == []


def test_money_that_was_spent_on_an_objective_of_which_nothing_was_reached() -> None:
    missed, unreported = IndicatorState.MISSED, IndicatorState.UNREPORTED

    assert told(SAMPLE_2025, IK1=missed) == [], "one of the two was reached"
    assert told(SAMPLE_2025, IK1=missed, IK2=missed) == [
        "S1: anggarannya sudah dipakai, tetapi tidak satu pun dari 2 indikatornya mencapai target"
    ]
    assert told(SAMPLE_2025, IK1=missed, IK2=unreported) == [
        "S1: anggarannya sudah dipakai, tetapi 1 dari 2 indikatornya belum dilaporkan"
    ]


def test_a_programme_that_serves_nothing_and_the_objective_that_nothing_serves() -> None:
    assert told(without(("2.16.03", "S1"))) == [
        "2.16.03: pagu Rp2.620.650.000, tetapi tidak mendukung sasaran mana pun",
        "S1: tidak didukung program yang beranggaran; 2 dari 2 indikatornya mencapai target",
    ]


def test_where_nothing_is_linked_or_budgeted_yet_nothing_is_claimed() -> None:
    assert told(replace(SAMPLE_2025, supports=())) == []
    assert told(replace(SAMPLE_2025, programmes=tuple(map(emptied, SAMPLE_2025.programmes)))) == []


def test_an_objective_whose_programmes_have_no_money_this_year() -> None:
    programmes = tuple(emptied(one) if one.id == "2.16.03" else one for one in SAMPLE_2025.programmes)

    assert told(replace(SAMPLE_2025, programmes=programmes)) == [
        "S1: tidak didukung program yang beranggaran; 2 dari 2 indikatornya mencapai target"
    ]


def test_what_is_served_through_a_part_of_a_programme_is_served() -> None:
    programme = next(one for one in SAMPLE_2025.programmes if one.id == "2.16.03")
    moved = tuple(
        replace(one, node=programme.children[0].id) if one.node == "2.16.03" else one for one in SAMPLE_2025.supports
    )

    assert told(replace(SAMPLE_2025, supports=moved)) == []


@pytest.fixture
def leader(cast: Cast) -> Client:
    return client_of(person("Kirana", RoleKind.LEADER, cast.government))


def test_the_page_leads_to_what_is_seen(
    cast: Cast, leader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    easy = Indicator.objects.get(plan=cast.version.plan, key="IK4")
    AgreedTarget.objects.filter(indicator=easy).update(low="1", high="1")
    Measurement.objects.filter(indicator__plan=cast.version.plan, indicator__key__in=["IK1", "IK2"]).delete()
    StrategicPlan.objects.update(record_version=99)
    leader.get(PAGE)  # makes the summaries

    with django_assert_num_queries(8):
        page = leader.get(PAGE).content.decode()

    assert f'<a href="/agencies/{cast.agency.pk}/objectives/S1/?year=2025">' in page
    assert "Anggarannya sudah dipakai, tetapi 2 dari 2 indikatornya belum dilaporkan" in page
    assert f'<a href="/agencies/{cast.agency.pk}/indicators/{easy.pk}/?year=2025">' in page
    assert "Target perjanjian 2025 (1) lebih mudah daripada target rencana (480)" in page
    assert "1 tidak ikut" in page, "the plan of the other agency ended before"


def test_what_is_gone_since_leads_to_the_agency(cast: Cast, leader: Client) -> None:
    AgreedTarget.objects.filter(indicator__plan=cast.version.plan, indicator__key="IK4").update(low="1", high="1")
    StrategicPlan.objects.update(record_version=99)
    leader.get(PAGE)  # makes the summaries
    Indicator.objects.filter(plan=cast.version.plan, key="IK4").update(key="IK4-lama")

    page = leader.get(PAGE).content.decode()

    assert f'<td><a href="/agencies/{cast.agency.pk}/?year=2025">' in page


def test_who_sees_it(cast: Cast, leader: Client) -> None:
    assert 'href="/money-and-results/' in leader.get("/").content.decode()
    for someone in (cast.ani, cast.budi, cast.citra):
        assert client_of(someone).get(PAGE).status_code == HTTPStatus.NOT_FOUND
