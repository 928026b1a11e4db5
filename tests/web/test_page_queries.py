"""How many queries the most read pages need: always as many, whatever the number of agencies and indicators."""

from dataclasses import replace

import pytest
from pytest_django import DjangoAssertNumQueries

from saksama.exchange.sample import SAMPLE
from saksama.web.organisations.models import RoleKind
from tests.web.cast import Cast, client_of, hold, person


@pytest.mark.parametrize("more", [0, 3])
def test_the_start_page_of_a_leader(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, more: int) -> None:
    for number in range(more):
        hold(replace(SAMPLE, agency=replace(SAMPLE.agency, name=f"Dinas {number}")), cast.government)
    browser = client_of(person("Dewi", RoleKind.LEADER, cast.government))
    browser.get("/?year=2020")

    with django_assert_num_queries(9):
        browser.get("/?year=2020")


@pytest.mark.parametrize(("own", "year"), [(True, 2025), (False, 2020)])
def test_the_page_of_an_agency(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, *, own: bool, year: int
) -> None:
    agency = cast.agency if own else cast.other_agency
    browser = client_of(person("Dewi", RoleKind.LEADER, cast.government))

    browser.get(f"/agencies/{agency.pk}/?year={year}")  # makes the summary

    with django_assert_num_queries(19):
        browser.get(f"/agencies/{agency.pk}/?year={year}")
