"""The page that holds the indicators of a plan against the criteria of a good indicator."""

from http import HTTPStatus

import pytest
from pytest_django import DjangoAssertNumQueries

from saksama.web.planning.models import IndicatorDefinition
from tests.web.cast import Cast, client_of


def test_the_page_says_what_it_saw_with_its_basis_and_leads_to_the_sheet(cast: Cast) -> None:
    path = f"/agencies/{cast.agency.pk}/plan/2025/quality/"
    row = IndicatorDefinition.objects.get(indicator__key="IK4", objective__goal__version=cast.version)
    IndicatorDefinition.objects.filter(pk=row.pk).update(unit="", definition="")

    page = client_of(cast.ani).get(path).content.decode()

    for said in (
        "Satuannya kosong",
        "Definisi operasionalnya kosong",
        "Perpres 29/2014, Pasal 1",
        "PER/20/M.PAN/11/2008",
    ):
        assert said in page, said
    assert f'href="/agencies/{cast.agency.pk}/definitions/{row.pk}/"' in page
    assert "definitions/" not in client_of(cast.budi).get(path).content.decode()
    assert client_of(cast.citra).get(path).status_code == HTTPStatus.NOT_FOUND
    assert client_of(cast.ani).get(path.replace("2025", "1990")).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("page", ["quality", "versions"])
def test_its_queries_are_fixed(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, page: str) -> None:
    browser = client_of(cast.ani)
    with django_assert_max_num_queries(32):
        browser.get(f"/agencies/{cast.agency.pk}/plan/2025/{page}/")
