"""Agencies, what becomes of them, and who signs for them."""

from datetime import date, timedelta
from http import HTTPStatus

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from saksama.web.measurement.storage import load_record
from saksama.web.organisations.heads import holder_of
from saksama.web.organisations.models import Agency, Position, RoleKind, Succession, Tenure
from tests.web.cast import Cast, client_of, person


@pytest.fixture
def administrator(cast: Cast) -> Client:
    """A browser in which the administrator has signed in."""
    return client_of(person("Hana", RoleKind.ADMINISTRATOR, cast.government))


def holder(title: str, name: str, since: str, **more: str) -> dict[str, str]:
    return {"title": title, "name": name, "begins_on": since, **more}


def test_only_an_administrator_changes_agencies(cast: Cast) -> None:
    for someone in (cast.ani, cast.budi, cast.citra):
        browser = client_of(someone)
        assert browser.get("/agencies/").status_code == HTTPStatus.NOT_FOUND
        assert browser.post("/agencies/successions/").status_code == HTTPStatus.NOT_FOUND
        assert browser.get(f"/agencies/{cast.agency.pk}/posts/").status_code == HTTPStatus.NOT_FOUND


def test_a_renamed_agency_ends_and_its_figures_stay(cast: Cast, administrator: Client) -> None:
    administrator.post("/agencies/", {"name": "Dinas Digital", "short_name": "Disdig"})
    fresh = Agency.objects.get(name="Dinas Digital")
    entered = {"predecessor": cast.agency.pk, "successor": fresh.pk, "kind": "renamed", "on": "2027-01-01"}

    administrator.post("/agencies/successions/", entered)

    cast.agency.refresh_from_db()
    assert cast.agency.ends_on == date(2027, 1, 1)
    assert Succession.objects.get().successor == fresh
    assert administrator.get(f"/agencies/{cast.agency.pk}/?year=2025").status_code == HTTPStatus.OK
    assert "Dinas Digital" in administrator.get("/agencies/").content.decode()


def test_an_agency_does_not_follow_itself_and_no_name_is_given_twice(cast: Cast, administrator: Client) -> None:
    itself = {"predecessor": cast.agency.pk, "successor": cast.agency.pk, "kind": "merged", "on": "2027-01-01"}
    administrator.post("/agencies/successions/", itself)
    page = administrator.post("/agencies/", {"name": cast.agency.name}).content.decode()

    assert not Succession.objects.exists()
    assert Agency.objects.filter(name=cast.agency.name).count() == 1
    assert 'class="error"' in page


def test_the_head_in_office_signs_and_the_one_before_stays_in_the_list(cast: Cast, administrator: Client) -> None:
    path = f"/agencies/{cast.agency.pk}/posts/"
    administrator.post(path, holder("Kepala Dinas", "Rani Dewanti", "2026-01-02", is_head="on"))
    administrator.post(path, holder("Kepala Dinas", "Seno Aji", "2026-07-01", is_head="on", acting="Plt."))

    head = load_record(cast.version).agency.head
    assert head is not None
    assert (head.name, head.acting, head.position) == ("Seno Aji", "Plt.", "Kepala Dinas")
    assert Position.objects.get(agency=cast.agency).is_head
    assert Tenure.objects.get(name="Rani Dewanti").ends_on == date(2026, 7, 1)


def test_a_post_has_one_holder_and_the_database_holds_to_it(cast: Cast, administrator: Client) -> None:
    path = f"/agencies/{cast.agency.pk}/posts/"
    administrator.post(path, holder("Kepala Dinas", "Rani Dewanti", "2026-01-02", is_head="on"))
    administrator.post(path, holder("Kepala Dinas", "Seno Aji", "2026-07-01", is_head="on"))

    assert Tenure.objects.get(ends_on=None).name == "Seno Aji"
    with pytest.raises(IntegrityError), transaction.atomic():
        Tenure.objects.update(ends_on=None)


def test_what_is_missing_is_told_beside_its_field(cast: Cast, administrator: Client) -> None:
    page = administrator.post(f"/agencies/{cast.agency.pk}/posts/", holder("", "", "kapan")).content.decode()

    assert page.count('class="error"') == 3
    assert not Tenure.objects.exists()


def test_who_holds_the_post_next_month_signs_next_month(cast: Cast, administrator: Client) -> None:
    path, later = f"/agencies/{cast.agency.pk}/posts/", timezone.localdate() + timedelta(days=30)
    administrator.post(path, holder("Kepala Dinas", "Rani Dewanti", "2026-01-02", is_head="on"))
    administrator.post(path, holder("Kepala Dinas", "Seno Aji", str(later), is_head="on"))

    head = load_record(cast.version).agency.head
    assert head is not None
    assert head.name == "Rani Dewanti"
    (post,) = Position.objects.prefetch_related("tenures")
    holder_now = holder_of(post)
    assert holder_now is not None
    assert holder_now.name == "Rani Dewanti"
    administrator.get("/people/")  # what is told once is told here
    assert "Seno Aji" not in administrator.get("/agencies/").content.decode()


def test_nobody_holds_a_post_beside_whose_end_is_not_known(cast: Cast, administrator: Client) -> None:
    path = f"/agencies/{cast.agency.pk}/posts/"
    administrator.post(path, holder("Kepala Dinas", "Rani Dewanti", "2026-01-02", is_head="on"))

    page = administrator.post(path, holder("Kepala Dinas", "Seno Aji", "", is_head="on")).content.decode()

    assert "pejabat sebelumnya berakhir" in page
    assert Tenure.objects.get().name == "Rani Dewanti"
    administrator.post(path, holder("Sekretaris", "Seno Aji", ""))
    assert Tenure.objects.filter(name="Seno Aji", begins_on=None).exists()


def test_nobody_takes_over_a_post_before_its_holder_began(cast: Cast, administrator: Client) -> None:
    path = f"/agencies/{cast.agency.pk}/posts/"
    administrator.post(path, holder("Kepala Dinas", "Rani Dewanti", "2026-01-02", is_head="on"))

    page = administrator.post(path, holder("Kepala Dinas", "Seno Aji", "2025-12-31", is_head="on")).content.decode()

    assert "Rani Dewanti menjabat sejak 2 Januari 2026" in page
    assert Tenure.objects.get().ends_on is None


@pytest.mark.parametrize("names", [("Seno Aji", "Rani Dewanti"), ("Rani Dewanti", "Seno Aji")])
def test_whose_first_day_is_not_known_came_before(cast: Cast, names: tuple[str, str]) -> None:
    post = Position.objects.create(agency=cast.agency, title="Kepala Dinas", is_head=True)
    days = {"Seno Aji": (None, date(2100, 1, 1)), "Rani Dewanti": (date(2026, 1, 2), None)}
    for name in names:
        Tenure.objects.create(position=post, name=name, begins_on=days[name][0], ends_on=days[name][1])

    head = load_record(cast.version).agency.head
    assert head is not None
    assert head.name == "Rani Dewanti"


def test_a_succession_that_is_refused_keeps_what_was_typed(cast: Cast, administrator: Client) -> None:
    itself = {"predecessor": cast.agency.pk, "successor": cast.agency.pk, "kind": "merged", "legal_basis": "Perda 4"}

    page = administrator.post("/agencies/successions/", itself).content.decode()

    assert 'id="id_on-error"' in page
    assert "Pilih perangkat daerah yang berbeda dari yang lama." in page
    assert '<option value="merged" selected>' in page
    assert 'value="Perda 4"' in page
    assert not Succession.objects.exists()
    assert administrator.get("/agencies/successions/", follow=True).status_code == HTTPStatus.OK


def test_the_list_names_who_heads_each_agency_in_few_queries(
    cast: Cast, administrator: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    path = f"/agencies/{cast.agency.pk}/posts/"
    administrator.post(path, holder("Kepala Dinas", "Rani Dewanti", "2026-01-02", is_head="on"))
    administrator.post(path, holder("Kepala Dinas", "Seno Aji", "2026-07-01", is_head="on", acting="Plt."))

    administrator.get("/people/")  # what is told once is told here

    with django_assert_num_queries(9):
        page = administrator.get("/agencies/").content.decode()

    assert "Plt. Seno Aji" in page
    assert "Rani Dewanti" not in page
    assert page.count("belum dicatat") == Agency.objects.count() - 1
