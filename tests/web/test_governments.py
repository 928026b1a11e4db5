"""Somebody with roles in two governments chooses for which one he works, and its pages follow."""

from http import HTTPStatus

import pytest
from django.test import Client

from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind
from tests.web.cast import Cast, client_of, person


@pytest.fixture
def other(cast: Cast) -> Government:
    made = Government.objects.create(name="Kabupaten Lain")
    Agency.objects.create(government=made, name="Dinas Kabupaten")
    return made


@pytest.fixture
def both(cast: Cast, other: Government) -> Person:
    """An administrator of the first government, who only reads the second."""
    made = person("Rina", RoleKind.ADMINISTRATOR, cast.government)
    Role.objects.create(person=made, government=other, kind=RoleKind.READER)
    return made


def choose(browser: Client, one: Government) -> None:
    browser.post("/government/", {"government": str(one.pk)})


def test_pages_of_a_whole_government_follow_the_choice(cast: Cast, other: Government, both: Person) -> None:
    browser = client_of(both)
    page = browser.get("/").content.decode()
    assert "Pindah ke Kabupaten Lain" in page
    assert cast.agency.name in page
    assert "Dinas Kabupaten" not in page

    choose(browser, other)

    page = browser.get("/").content.decode()
    assert "Anda sekarang bekerja di Kabupaten Lain" in page
    assert f"Pindah ke {cast.government.name}" in page
    assert "Dinas Kabupaten" in page
    assert cast.agency.name not in page
    assert "Orang dan peran" not in page, "there he only reads"
    assert browser.get("/people/").status_code == HTTPStatus.NOT_FOUND
    choose(browser, cast.government)
    assert browser.get("/people/").status_code == HTTPStatus.OK


def test_what_an_administrator_does_is_done_in_the_chosen_government(
    cast: Cast, other: Government, both: Person
) -> None:
    Role.objects.create(person=both, government=other, kind=RoleKind.ADMINISTRATOR)
    browser = client_of(both)
    choose(browser, other)

    browser.post("/agencies/", {"name": "Dinas Tambahan"})

    assert Agency.objects.get(name="Dinas Tambahan").government == other


def test_links_into_the_other_government_still_open(cast: Cast, other: Government, both: Person) -> None:
    browser = client_of(both)
    choose(browser, other)

    assert browser.get(f"/agencies/{cast.agency.pk}/?year=2025").status_code == HTTPStatus.OK


def test_nobody_chooses_a_government_without_a_role_there(cast: Cast, other: Government) -> None:
    browser = client_of(cast.ani)

    for chosen in (str(other.pk), "x", ""):
        browser.post("/government/", {"government": chosen})

    page = browser.get("/").content.decode()
    assert cast.agency.name in page
    assert "Pindah ke" not in page
    assert Client().post("/government/", {"government": str(other.pk)}).status_code == HTTPStatus.FOUND, "to sign in"
