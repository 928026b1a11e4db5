"""What looks wrong and what is still owed: on the start page, and on a page that leads to where it is filled."""

from http import HTTPStatus

from pytest_django import DjangoAssertNumQueries

from saksama.web.measurement.models import Measurement
from saksama.web.organisations.models import RoleKind
from saksama.web.planning.models import Indicator, StrategicPlan
from tests.web.cast import Cast, client_of, person

CONTENT = "Jumlah konten informasi publik yang diterbitkan"


def far_off(cast: Cast) -> None:
    """The third quarter of IK4 a hundred times too high, as after a slip of the decimal mark."""
    Measurement.objects.filter(indicator__key="IK4", year=2025, number=3).update(value=12100)
    StrategicPlan.objects.filter(agency=cast.agency).update(record_version=77)


def test_a_slip_of_the_decimal_mark_is_asked_about_on_the_start_page(cast: Cast) -> None:
    far_off(cast)

    operator = client_of(cast.ani).get("/?year=2025").content.decode()
    leader = client_of(person("Kirana", RoleKind.LEADER, cast.government)).get("/?year=2025").content.decode()

    assert CONTENT in operator
    assert "periksa letak komanya" in operator
    assert f'href="/agencies/{cast.agency.pk}/shortfalls/2025/"' in leader
    assert "periksa letak komanya" not in leader


def test_the_page_names_every_question_and_every_gap_and_leads_to_where_it_is_filled(cast: Cast) -> None:
    far_off(cast)
    number = Indicator.objects.get(plan__agency=cast.agency, key="IK4").pk

    page = client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/shortfalls/2025/").content.decode()
    empty = client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/shortfalls/2026/").content.decode()

    assert f"/agencies/{cast.agency.pk}/indicators/{number}/?year=2025" in page
    assert "TW III 2025: Jauh dari TW II 2025" in page
    assert f"/agencies/{cast.agency.pk}/sheets/2026/agreements/" in empty
    assert "perjanjian kinerja" in empty


def test_who_may_not_read_the_agency_does_not_find_the_page(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    path = f"/agencies/{cast.agency.pk}/shortfalls/2025/"
    assert client_of(cast.citra).get(path).status_code == HTTPStatus.NOT_FOUND
    assert client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/shortfalls/1990/").status_code == HTTPStatus.NOT_FOUND
    budi = client_of(cast.budi)
    with django_assert_num_queries(29):
        budi.get(path)
