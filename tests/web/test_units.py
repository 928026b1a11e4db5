"""Units: who makes, renames and ends them, what each is responsible for, and when nothing bears its name."""

from dataclasses import replace
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from saksama.exchange.record_json import encoded
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.agency import Unit as KernelUnit
from saksama.web.measurement.models import Measurement
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import Position, RoleKind, Tenure, Unit
from saksama.web.overview.unit_form import UnitForm
from saksama.web.planning.models import IndicatorDefinition, RecordPart
from saksama.web.workflow.models import Change
from tests.web.cast import Cast, client_of, person


@pytest.fixture
def ani(cast: Cast) -> Client:
    """A browser in which Ani has signed in."""
    return client_of(cast.ani)


def path(cast: Cast) -> str:
    return f"/agencies/{cast.agency.pk}/units/"


def unit_of(cast: Cast, name: str = "Sekretariat") -> Unit:
    return Unit.objects.create(agency=cast.agency, name=name)


def change(browser: Client, cast: Cast, unit: Unit, **entered: object) -> str:
    """The page that answers to who saw the unit as it is now."""
    seen = UnitForm(cast.agency, instance=unit).seen
    return browser.post(f"{path(cast)}{unit.pk}/", {"seen": seen} | entered, follow=True).content.decode()


def test_a_unit_is_made_renamed_and_ended_and_all_of_it_is_recorded(cast: Cast, ani: Client) -> None:
    ani.post(path(cast), {"name": "  Bidang  Lama "})
    unit = Unit.objects.get()
    change(ani, cast, unit, name="Bidang Baru", ends_on="2027-01-01")

    unit.refresh_from_db()
    assert (unit.name, str(unit.ends_on)) == ("Bidang Baru", "2027-01-01")
    assert list(Change.objects.order_by("id").values_list("fact", "old", "new", "person")) == [
        ("made", None, "Bidang Lama", cast.ani.pk),
        ("name", "Bidang Lama", "Bidang Baru", cast.ani.pk),
        ("ends_on", None, "2027-01-01", cast.ani.pk),
    ]
    assert "Berakhir 1 Januari 2027" in ani.get(path(cast)).content.decode()


def test_who_reads_sees_units_and_changes_none(cast: Cast) -> None:
    unit = unit_of(cast)

    for browser in (client_of(cast.budi), client_of(person("Kirana", RoleKind.LEADER, cast.government))):
        assert "<form" not in browser.get(f"{path(cast)}{unit.pk}/").content.decode().split("<main")[1]
        for address in (path(cast), f"{path(cast)}{unit.pk}/"):
            assert browser.post(address, {"name": "Lain"}).status_code == HTTPStatus.NOT_FOUND
    for address in (path(cast), f"{path(cast)}{unit.pk}/"):
        assert client_of(cast.citra).get(address).status_code == HTTPStatus.NOT_FOUND
        assert client_of(cast.citra).post(address, {"name": "Lain"}).status_code == HTTPStatus.NOT_FOUND
    other = Unit.objects.create(agency=cast.other_agency, name="Bidang Lain")
    assert client_of(cast.ani).get(f"{path(cast)}{other.pk}/").status_code == HTTPStatus.NOT_FOUND
    assert list(cast.agency.units.values_list("name", flat=True)) == ["Sekretariat"]


def test_of_two_who_edit_a_unit_the_second_sees_the_first_and_loses_nothing(cast: Cast, ani: Client) -> None:
    unit = unit_of(cast)
    post = Position.objects.create(agency=cast.agency, title="Sekretaris Dinas", unit=unit)
    page = html.fromstring(ani.get(f"{path(cast)}{unit.pk}/").content.decode())
    sent = dict(page.xpath("//main//form")[0].form_values()) | {"name": "Bagian Umum"}
    assert sent["posts"] == str(post.pk), "the page sends the posts that the unit has"
    change(client_of(person("Hana", RoleKind.ADMINISTRATOR, cast.government)), cast, unit, name="Sekretariat Dinas")

    second = ani.post(f"{path(cast)}{unit.pk}/", sent).content.decode()

    assert "Orang lain mengubahnya sementara itu. Yang tersimpan: Sekretariat Dinas." in second
    form = html.fromstring(second).xpath("//main//form")[0]
    assert dict(form.form_values())["name"] == "Bagian Umum", "what was typed stays"
    unit.refresh_from_db()
    assert unit.name == "Sekretariat Dinas"
    ani.post(f"{path(cast)}{unit.pk}/", dict(form.form_values()))
    unit.refresh_from_db()
    assert unit.name == "Bagian Umum"
    assert list(unit.positions.all()) == [post]


def test_an_administrator_may_change_units(cast: Cast) -> None:
    administrator = client_of(person("Hana", RoleKind.ADMINISTRATOR, cast.government))

    administrator.post(path(cast), {"name": "Sekretariat"})

    assert Unit.objects.get().name == "Sekretariat"


def test_what_is_wrong_is_told_beside_its_field(cast: Cast, ani: Client) -> None:
    unit = unit_of(cast)
    child = Unit.objects.create(agency=cast.agency, name="Subbagian Umum", parent=unit)

    for entered in (
        {"name": ""},
        {"name": "Subbagian Umum"},
        {"name": "x", "parent": child.pk},
        {"name": "x", "ends_on": "k"},
    ):
        page = change(ani, cast, unit, **entered)
        assert page.count('class="error"') == 1, entered
    unit.refresh_from_db()
    assert (unit.name, unit.parent) == ("Sekretariat", None)


def test_a_unit_answers_for_what_bears_its_name_or_that_of_its_post(cast: Cast, ani: Client) -> None:
    unit = unit_of(cast)
    post = Position.objects.create(agency=cast.agency, title="Kepala Bidang Statistik")
    Tenure.objects.create(position=post, name="Rani Dewanti")
    IndicatorDefinition.objects.filter(indicator__key="IK4").update(owner="Bidang Lain; kepala bidang  statistik")
    Measurement.objects.filter(indicator__key="IK4", year=2025).delete()
    before = ani.get(f"{path(cast)}{unit.pk}/?year=2025").content.decode()

    change(ani, cast, unit, name=unit.name, posts=[post.pk])
    page = ani.get(f"{path(cast)}{unit.pk}/?year=2025").content.decode()

    assert "Jumlah konten informasi publik" not in before
    assert "Jumlah konten informasi publik" in page
    assert "1 belum dilaporkan" in page
    assert "Rani Dewanti" in page
    assert Change.objects.get(fact="posts").new == "Kepala Bidang Statistik"


def test_a_unit_that_nothing_names_says_so_and_so_does_an_owner_without_unit(cast: Cast, ani: Client) -> None:
    unit = unit_of(cast, "Bidang Antah Berantah")
    unit_of(cast, "sekretariat")

    page = ani.get(f"{path(cast)}{unit.pk}/?year=2025").content.decode()
    listed = ani.get(f"{path(cast)}?year=2025").content.decode().split("Penanggung jawab yang belum menjadi unit")[1]

    assert "Tidak ada indikator atau program yang penanggung jawabnya bernama sama" in page
    assert "Bidang Pemerintahan Digital" in listed
    assert "Sekretariat" not in listed


def test_posts_are_offered_and_a_form_that_is_refused_does_not_say_that_the_unit_ended(cast: Cast, ani: Client) -> None:
    unit, _other = unit_of(cast, "Bidang Statistik"), unit_of(cast)
    post = Position.objects.create(agency=cast.agency, title="Kepala Bidang Statistik")
    entered = {"name": "Sekretariat", "ends_on": "2026-05-05", "posts": str(post.pk)}

    assert f'name="posts" value="{post.pk}"' in ani.get(path(cast)).content.decode()
    page = ani.post(f"{path(cast)}{unit.pk}/", entered).content.decode()

    assert "Nama ini sudah ada." in page
    assert 'type="date" name="ends_on" value="2026-05-05"' in page
    assert "Berakhir 5 Mei 2026" not in page


def test_a_page_that_is_looked_at_is_no_transaction(cast: Cast, ani: Client) -> None:
    own = IndicatorDefinition.objects.filter(node=None).earliest("pk")
    pages = (path(cast), reverse("edit-indicator", args=[cast.agency.pk, own.pk]))
    for page in pages:
        with CaptureQueriesContext(connection) as asked:
            ani.get(page)
        assert len(asked) > 1
        assert not [one for one in asked if "SAVEPOINT" in one["sql"]]


def brought(cast: Cast, *units: KernelUnit) -> None:
    """Have the record hold these units, as an import brings them."""
    content = encoded(replace(SAMPLE_2025.agency, units=units))
    RecordPart.objects.filter(plan=cast.version.plan, name="agency").update(content=content)


def test_units_of_the_workbook_are_taken_once_and_print_as_before(cast: Cast, ani: Client) -> None:
    before = load_record(cast.version).agency.units
    offered = ani.get(f"{path(cast)}?year=2025").content.decode()

    answer = ani.post(f"{path(cast)}take/2025/", follow=True).content.decode()
    again = ani.post(f"{path(cast)}take/2025/", follow=True).content.decode()

    assert f"Ambil {len(before)} unit dari buku kerja" in offered
    assert f"{len(before)} unit diambil dari buku kerja." in answer
    assert "dari buku kerja</button>" not in answer
    assert "Tidak ada unit yang perlu diambil." in again
    assert load_record(cast.version).agency.units == before
    assert Change.objects.filter(fact="made", person=cast.ani).count() == len(before)
    unit = Unit.objects.get(name="Sekretariat")
    change(ani, cast, unit, name="Sekretariat Dinas", parent=unit.parent_id)
    printed = [one.name for one in load_record(cast.version).agency.units]
    assert printed == ["Sekretariat Dinas" if one.name == "Sekretariat" else one.name for one in before]


def test_a_unit_that_is_there_only_gets_what_it_lacks(cast: Cast, ani: Client) -> None:
    top = unit_of(cast, "Dinas")
    own = Unit.objects.create(agency=cast.agency, name="Bidang A", parent=top, tasks="Melayani")
    lacking = unit_of(cast, "Bidang B")
    brought(
        cast,
        KernelUnit("Kepala"),
        KernelUnit("Bidang A", "Kepala", "Lain"),
        KernelUnit("Bidang  B", "Kepala", "Mendata"),
        KernelUnit("Lingkar 1", "Lingkar 2"),
        KernelUnit("Lingkar 2", "Lingkar 1"),
    )
    warned = ani.get(f"{path(cast)}?year=2025").content.decode()

    ani.post(f"{path(cast)}take/2025/")

    assert "5 unit yang belum diambil ke sini" in warned
    for one in (own, lacking):
        one.refresh_from_db()
    assert (own.parent, own.tasks) == (top, "Melayani")
    assert (lacking.parent, lacking.tasks) == (Unit.objects.get(name="Kepala"), "Mendata")
    assert not Unit.objects.filter(name__startswith="Lingkar").exclude(parent=None).exists(), "a circle is opened"
    facts = Change.objects.filter(subject=f"unit:{lacking.pk}").order_by("fact").values_list("fact", "new")
    assert list(facts) == [("parent", "Kepala"), ("tasks", "Mendata")]
    assert len(load_record(cast.version).agency.units) == Unit.objects.count()


def test_a_unit_whose_name_is_too_long_is_told_and_none_is_taken(cast: Cast, ani: Client) -> None:
    brought(cast, KernelUnit("Sekretariat"), KernelUnit("Bidang " * 60))

    answer = ani.post(f"{path(cast)}take/2025/", follow=True).content.decode()

    assert "lebih dari 300 huruf: Bidang Bidang" in answer
    assert not Unit.objects.exists()
    assert len(load_record(cast.version).agency.units) == 2


def test_only_who_may_edit_units_takes_them(cast: Cast) -> None:
    address = f"{path(cast)}take/2025/"
    for someone in (cast.budi, cast.citra, person("Kirana", RoleKind.LEADER, cast.government)):
        assert client_of(someone).post(address).status_code == HTTPStatus.NOT_FOUND
    assert "dari buku kerja</button>" not in client_of(cast.budi).get(f"{path(cast)}?year=2025").content.decode()
    assert client_of(cast.ani).get(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert client_of(cast.ani).post(f"{path(cast)}take/1999/").status_code == HTTPStatus.NOT_FOUND
    assert not Unit.objects.exists()


def test_tasks_are_told_printed_and_recorded(cast: Cast, ani: Client) -> None:
    unit = unit_of(cast)

    page = change(ani, cast, unit, name=unit.name, tasks="Melayani\r\n administrasi")

    assert "<p>Melayani administrasi</p>" in page
    assert load_record(cast.version).agency.units == (KernelUnit("Sekretariat", "", "Melayani administrasi"),)
    assert Change.objects.get().fact == "tasks"
