"""The history of an agency and of a government: roles, posts and deadlines too, filtered, paged, in few queries."""

from html import unescape
from http import HTTPStatus

import pytest
from pytest_django import DjangoAssertNumQueries

from saksama.web.organisations.models import Agency, Government, Person, Role, RoleKind, Unit
from saksama.web.overview.history_views import ON_A_PAGE
from saksama.web.planning.models import IndicatorDefinition
from saksama.web.workflow.models import Change
from saksama.web.workflow.recording import record_change
from tests.web.cast import Cast, client_of, person


@pytest.fixture
def administrator(cast: Cast) -> Person:
    return person("Admin", RoleKind.ADMINISTRATOR, cast.government)


def facts() -> list[tuple[str, str, str | None, str | None]]:
    return list(Change.objects.order_by("pk").values_list("subject", "fact", "old", "new"))


def test_roles_given_and_ended_and_accounts_that_close_are_recorded(cast: Cast, administrator: Person) -> None:
    browser = client_of(administrator)
    sent = {"name": "Sri", "email": "sri@contoh.go.id", "kind": "operator", "agency": str(cast.agency.pk)}

    browser.post("/people/", sent)
    browser.post("/people/", sent)
    browser.post(f"/people/{Person.objects.get(name='Sri').pk}/link/")
    browser.post(f"/roles/{Role.objects.get(person__name='Sri').pk}/end/")

    who = "person:sri@contoh.go.id"
    assert facts() == [
        (who, "account", None, "aktif"),
        (who, "role", None, "Operator"),
        (who, "link", None, "Sri"),
        (who, "role", "Operator", None),
        (who, "account", "aktif", "nonaktif"),
    ]
    assert {one.person for one in Change.objects.select_related("person")} == {administrator}
    assert [one.agency for one in Change.objects.filter(fact="role")] == [cast.agency, cast.agency]
    assert [one.agency for one in Change.objects.exclude(fact="role")] == [None, None, None]


def test_posts_agencies_and_deadlines_are_recorded(cast: Cast, administrator: Person) -> None:
    browser = client_of(administrator)

    browser.post("/agencies/", {"name": "Dinas Baru"})
    fresh = Agency.objects.get(name="Dinas Baru")
    post = {"title": "Kepala Dinas", "is_head": "on", "begins_on": "2026-01-02"}
    browser.post(f"/agencies/{fresh.pk}/posts/", post | {"name": "Pejabat A"})
    browser.post(f"/agencies/{fresh.pk}/posts/", post | {"name": "Pejabat B", "acting": "Plt."})
    merged = {"predecessor": cast.other_agency.pk, "successor": fresh.pk, "kind": "merged", "on": "2026-01-31"}
    browser.post("/agencies/successions/", merged | {"legal_basis": "Perda 1/2026"})
    browser.post("/deadlines/2025/", {"measurement-1-due_on": "2025-05-02", "measurement-1-basis": "SE 1/2025"})

    assert [(fact, old, new) for _subject, fact, old, new in facts()] == [
        ("agency", None, "Dinas Baru"),
        ("head", None, "Kepala Dinas"),
        ("holder", None, "Pejabat A, 2026-01-02"),
        ("holder", "Pejabat A", "Plt. Pejabat B, 2026-01-02"),
        ("succession", cast.other_agency.name, "Dinas Baru, 2026-01-31"),
        ("succession", cast.other_agency.name, "Dinas Baru, 2026-01-31"),
        ("deadline 2025 quarter 1", None, "2025-05-02"),
    ]


def test_the_page_filters_by_person_and_subject_and_turns_pages(
    cast: Cast, administrator: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(ON_A_PAGE + 5):
        record_change(cast.agency, cast.ani, f"indicator:IK{number}", "value 2025", old=None, new=f"angka-{number};")
    record_change(cast.agency, cast.budi, "node:2.16", "name", old="Lama", new="Baru", is_revision=True)
    record_change(cast.other_agency, cast.citra, "plan", "version 1", old=None, new="Versi lain")
    browser = client_of(cast.ani)
    path = f"/agencies/{cast.agency.pk}/history/"

    with django_assert_num_queries(8):
        first = browser.get(path).content.decode()
    assert first.index("Revisi setelah disetujui") < first.index("angka-54;")
    assert "angka-5;" not in first
    assert "Versi lain" not in first
    older = first.split("before=")[1].split('"')[0]
    assert "angka-5;" in browser.get(path, {"before": older}).content.decode()
    own = browser.get(path, {"person": str(cast.budi.pk)}).content.decode()
    assert ("Baru" in own, "angka-" in own) == (True, False)
    assert "angka-" not in browser.get(path, {"kind": "node"}).content.decode()
    one = browser.get(path, {"about": "IK54"}).content.decode()
    assert ("angka-54;" in one, "angka-53;" in one) == (True, False)
    assert "Versi lain" in client_of(administrator).get("/history/").content.decode()
    for odd in ({"before": "9" * 19}, {"person": "x"}, {"about": "\0"}, {"kind": "'"}, {"before": "²"}):
        assert browser.get(path, odd).status_code == HTTPStatus.OK, odd


def test_who_reads_the_history(cast: Cast, administrator: Person) -> None:
    assert client_of(cast.citra).get(f"/agencies/{cast.agency.pk}/history/").status_code == HTTPStatus.NOT_FOUND
    assert client_of(cast.ani).get("/history/").status_code == HTTPStatus.NOT_FOUND
    elsewhere = Government.objects.create(name="Kabupaten Lain")
    stranger = client_of(person("Wati", RoleKind.ADMINISTRATOR, elsewhere))
    record_change(cast.government, cast.ani, "person:a@b.id", "role", old=None, new="Rahasia")
    assert "Rahasia" not in stranger.get("/history/").content.decode()
    assert "Rahasia" in client_of(administrator).get("/history/").content.decode()


def test_a_filter_that_finds_nothing_and_an_empty_history_say_different_things(cast: Cast) -> None:
    browser, path = client_of(cast.ani), f"/agencies/{cast.agency.pk}/history/"

    empty = browser.get(path).content.decode()
    record_change(cast.agency, cast.ani, "plan", "title", old=None, new="Renstra")
    nothing = browser.get(path, {"about": "tidak ada"}).content.decode()

    assert ("Belum ada perubahan yang tercatat." in empty, 'class="filters"' in empty) == (True, False)
    assert ("Tidak ada perubahan yang cocok." in nothing, "Hapus saringan" in nothing) == (True, True)
    assert "Tidak ada perubahan yang lebih lama." in browser.get(path, {"before": "1"}).content.decode()


def test_a_change_names_what_it_belongs_to(cast: Cast) -> None:
    unit = Unit.objects.create(agency=cast.agency, name="Bidang Layanan")
    elsewhere = Unit.objects.create(agency=cast.other_agency, name="Bidang Orang Lain")
    goal = cast.version.goals.get()
    subjects = ("indicator:IK4", "measurement:IK4/2025/quarter/1", "indicator:IK-HILANG", f"goal:{goal.key}")
    for subject in (*subjects, f"unit:{unit.pk}", f"unit:{elsewhere.pk}", "unit:x"):
        record_change(cast.agency, cast.ani, subject, "name", old=None, new="x")
    own = IndicatorDefinition.objects.get(indicator__plan=cast.version.plan, indicator__key="IK4").name

    page = unescape(client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/history/").content.decode())

    assert f"Indikator IK4 ({own})" in page
    assert f"Realisasi IK4 · 2025 · quarter · 1 ({own})" in page
    assert f"Tujuan {goal.key} ({goal.name})" in page
    assert "<strong>Unit kerja Bidang Layanan</strong>" in page
    assert "<strong>Indikator IK-HILANG</strong>" in page
    assert "Bidang Orang Lain" not in page
