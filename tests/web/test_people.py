"""People and roles: who administers, and what keeps a government from being left without."""

from http import HTTPStatus

import pytest
from django.test import Client

from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind
from tests.web.cast import Cast, client_of, person


@pytest.fixture
def hana(cast: Cast) -> Person:
    """The administrator."""
    return person("Hana", RoleKind.ADMINISTRATOR, cast.government)


def test_only_an_administrator_sees_and_changes_people(cast: Cast, hana: Person) -> None:
    assert client_of(hana).get("/people/").status_code == HTTPStatus.OK
    for someone in (cast.ani, cast.budi, cast.citra):
        browser = client_of(someone)
        assert browser.get("/people/").status_code == HTTPStatus.NOT_FOUND
        assert browser.post(f"/people/{hana.pk}/link/").status_code == HTTPStatus.NOT_FOUND
        assert browser.post(f"/roles/{Role.objects.get(person=hana).pk}/end/").status_code == HTTPStatus.NOT_FOUND


def test_a_new_person_signs_in_by_the_link_that_the_administrator_hands_over(cast: Cast, hana: Person) -> None:
    browser = client_of(hana)
    entered = {"name": "Joko", "email": "Joko@contoh.go.id", "kind": "operator", "agency": cast.agency.pk}

    browser.post("/people/", entered)
    joko = Person.objects.get(email="joko@contoh.go.id")
    page = browser.post(f"/people/{joko.pk}/link/").content.decode()
    path = page.split("http://testserver")[1].split("<")[0]

    theirs = Client()
    theirs.post(path)
    assert theirs.get(f"/agencies/{cast.agency.pk}/").status_code == HTTPStatus.OK
    assert theirs.get(f"/agencies/{cast.other_agency.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_a_wrong_address_is_told_beside_its_field(cast: Cast, hana: Person) -> None:
    page = client_of(hana).post("/people/", {"name": "", "email": "joko", "kind": "reader"}).content.decode()

    assert page.count('class="error"') == 2
    assert "Isian ini perlu diisi." in page


@pytest.mark.parametrize("kind", ["operator", "verifier", "head"])
def test_who_works_at_an_agency_is_not_of_all_by_an_oversight(cast: Cast, hana: Person, kind: str) -> None:
    entered = {"name": "Joko", "email": "joko@contoh.go.id", "kind": kind, "agency": ""}

    page = client_of(hana).post("/people/", entered).content.decode()

    assert "pilih yang mana" in page
    assert not Person.objects.filter(email="joko@contoh.go.id").exists()


def test_the_last_administrator_stays_and_who_has_no_role_is_closed(cast: Cast, hana: Person) -> None:
    browser = client_of(hana)

    browser.post(f"/roles/{Role.objects.get(person=hana).pk}/end/")
    browser.post(f"/roles/{Role.objects.get(person=cast.citra).pk}/end/")

    assert Role.objects.filter(person=hana).exists()
    cast.citra.refresh_from_db()
    assert not cast.citra.is_active
    assert client_of(cast.citra).get("/").headers["Location"].startswith("/sign-in/")


def test_no_administrator_signs_in_as_somebody_of_another_government(cast: Cast, hana: Person) -> None:
    elsewhere = Government.objects.create(name="Pemerintah Kota Lain")
    victim = person("Lina", RoleKind.ADMINISTRATOR, elsewhere)
    browser = client_of(hana)

    browser.post("/people/", {"name": "x", "email": victim.email, "kind": "reader", "agency": ""})
    page = browser.post(f"/people/{victim.pk}/link/", follow=True).content.decode()

    assert "peran di pemerintah lain" in page
    assert not victim.sign_in_links.exists()


def test_an_administrator_of_one_agency_does_not_replace_the_last_one(cast: Cast, hana: Person) -> None:
    person("Rudi", RoleKind.ADMINISTRATOR, cast.government, cast.agency)

    client_of(hana).post(f"/roles/{Role.objects.get(person=hana, agency=None).pk}/end/")

    assert Role.objects.filter(person=hana).exists()


def test_an_agency_of_another_government_is_told_beside_its_field_and_nothing_typed_is_lost(
    cast: Cast, hana: Person
) -> None:
    elsewhere = Agency.objects.create(government=Government.objects.create(name="Kabupaten Lain"), name="Dinas")
    entered = {"name": "Joko", "email": "joko@contoh.go.id", "kind": "verifier", "agency": str(elsewhere.pk)}

    page = client_of(hana).post("/people/", entered).content.decode()

    assert 'id="id_agency-error"' in page
    assert 'aria-describedby="id_agency-error"' in page
    assert 'value="Joko"' in page
    assert '<option value="verifier" selected>' in page
    assert not Person.objects.filter(name="Joko").exists()
