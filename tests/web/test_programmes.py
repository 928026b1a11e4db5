"""The page of programmes: nodes are added, changed, moved and deleted by hand, and what they serve is seen."""

from http import HTTPStatus

from pytest_django import DjangoAssertNumQueries

from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import RoleKind
from saksama.web.planning.models import BudgetNode, Support
from saksama.web.workflow.models import Change, Submission
from tests.web.cast import Cast, client_of, person


def tree(cast: Cast, more: str = "") -> str:
    return f"/agencies/{cast.agency.pk}/programmes/2025/{more}"


def node(cast: Cast, code: str) -> BudgetNode:
    return BudgetNode.objects.get(plan=cast.version.plan, code=code)


def seen(cast: Cast, one: BudgetNode) -> str:
    page = client_of(cast.ani).get(tree(cast, f"{one.pk}/")).content.decode()
    return page.split('name="seen" value="')[1].split('"')[0]


def form(one: BudgetNode, **changed: str) -> dict[str, str]:
    """The form of a node as its page sends it, some fields changed."""
    sent = {"code": one.code, "name": one.name, "owner": one.owner, "level": one.level}
    sent["parent"] = str(one.parent_id or "-")
    for number, line in enumerate(one.supports.all()):
        sent |= {f"subject-{number}": line.subject, f"share-{number}": str(line.share).replace(".", ",")}
        sent |= {f"shared-{number}": "on"} if line.is_shared else {}
    return sent | changed


PROGRAMME = next(one for one in SAMPLE_2025.programmes if one.children)
ACTIVITY = PROGRAMME.children[0]


def test_a_programme_is_added_with_what_it_serves_and_by_its_code(cast: Cast) -> None:
    browser = client_of(cast.ani)
    objective = next(SAMPLE_2025.plan.objectives())

    browser.post(
        tree(cast, "add/"), {"code": "9.01.77", "name": "Program Baru", "subject-0": objective.id, "share-0": ""}
    )
    browser.post(tree(cast, "add/"), {"code": "9.01.77.2.01", "name": "Kegiatan Baru"})

    record = load_record(cast.version)
    added = record.programmes[-1]
    assert (added.code, added.level.value, [one.name for one in added.children]) == (
        "9.01.77",
        "programme",
        ["Kegiatan Baru"],
    )
    assert added.children[0].level.value == "activity"
    assert str(record.supports[-1].share) == "100"
    assert {one.fact for one in Change.objects.all()} == {"code", "name", "level", "parent", "supports"}


def test_what_a_code_leaves_open_is_told_beside_its_field_and_nothing_is_lost(cast: Cast) -> None:
    sent = {
        "code": ACTIVITY.code,
        "name": "Kegiatan kembar",
        "parent": str(node(cast, ACTIVITY.code).pk),
        "level": "programme",
        "subject-0": "",
        "share-0": "banyak",
    }

    page = client_of(cast.ani).post(tree(cast, "add/"), sent).content.decode()

    assert "sudah dipakai untuk" in page
    assert "tidak dapat berada di bawah" in page
    assert "Pilih apa yang didukung" in page
    assert "Kegiatan kembar" in page
    assert 'value="banyak"' in page
    assert not Change.objects.exists()


def test_a_code_that_tells_another_place_is_kept_and_asked(cast: Cast) -> None:
    parent = node(cast, PROGRAMME.code)

    page = client_of(cast.ani).post(
        tree(cast, "add/"), {"code": "9.99.99.2.01", "name": "Kegiatan titipan", "parent": str(parent.pk)}, follow=True
    )

    assert "Menurut kodenya, induknya 9.99.99" in page.content.decode()
    assert node(cast, "9.99.99.2.01").parent == parent


def test_money_stays_at_the_leaves(cast: Cast) -> None:
    leaf = next(one for one in PROGRAMME.leaves() if one.amounts)

    page = client_of(cast.ani).post(tree(cast, "add/"), {"name": "Rincian", "parent": str(node(cast, leaf.code).pk)})

    assert page.status_code == HTTPStatus.OK
    assert BudgetNode.objects.filter(name="Rincian").count() == 0


def test_a_node_is_changed_with_its_history_and_the_second_of_two_is_told(cast: Cast) -> None:
    one, browser = node(cast, PROGRAMME.code), client_of(cast.ani)
    first = seen(cast, one)
    browser.post(tree(cast, f"{one.pk}/"), form(one, owner="Bidang Informasi", seen=first, why="Perubahan SOTK"))

    page = browser.post(tree(cast, f"{one.pk}/"), form(one, owner="Bidang Data", seen=first)).content.decode()

    assert "Orang lain mengubahnya" in page
    assert "Bidang Informasi" in page
    assert "Bidang Data" in page
    change = Change.objects.get()
    assert (change.subject, change.fact, change.new, change.reason) == (
        f"node:{one.key}",
        "owner",
        "Bidang Informasi",
        "Perubahan SOTK",
    )
    assert load_record(cast.version).supports == SAMPLE_2025.supports


def test_nodes_change_places_and_are_sorted_by_their_codes(cast: Cast) -> None:
    browser = client_of(cast.ani)
    first = node(cast, SAMPLE_2025.programmes[0].code)

    browser.post(tree(cast, f"{first.pk}/move/"), {"direction": "down"})
    assert load_record(cast.version).programmes[1].code == first.code
    browser.post(tree(cast, "sort/"))

    codes = [one.code for one in load_record(cast.version).programmes]
    assert codes == sorted(codes)


def test_a_node_is_deleted_only_while_nothing_hangs_on_it(cast: Cast) -> None:
    browser = client_of(cast.ani)
    browser.post(
        tree(cast, "add/"), {"code": "9.01.77", "name": "Keliru", "subject-0": next(SAMPLE_2025.plan.objectives()).id}
    )
    used, unused = node(cast, PROGRAMME.code), node(cast, "9.01.77")

    page = browser.post(tree(cast, f"{used.pk}/delete/"), follow=True).content.decode()
    browser.post(tree(cast, f"{unused.pk}/delete/"))

    leaf = node(cast, next(one for one in PROGRAMME.leaves() if one.amounts).code)
    spent = browser.post(tree(cast, f"{leaf.pk}/delete/"), follow=True).content.decode()

    assert "rincian di bawahnya" in page
    assert "Masih ada anggaran" in spent
    assert BudgetNode.objects.filter(pk=used.pk).exists()
    assert not BudgetNode.objects.filter(pk=unused.pk).exists()
    assert load_record(cast.version) == SAMPLE_2025
    last = Change.objects.latest("pk")
    assert (last.fact, last.new) == ("node", None)


def test_shares_that_approved_figures_rest_on_change_with_a_reason(cast: Cast) -> None:
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=1, state="approved")
    one = Support.objects.filter(node__plan=cast.version.plan).first()
    assert one
    browser, path = client_of(cast.ani), tree(cast, f"{one.node.pk}/")
    sent = form(one.node, **{"share-0": "40", "seen": seen(cast, one.node)})

    assert "Tulis alasan perubahannya" in browser.post(path, sent).content.decode()
    browser.post(path, sent | {"why": "Salah ketik"})

    change = Change.objects.get()
    assert (change.fact, change.is_revision, change.reason) == ("supports", True, "Salah ketik")


def test_what_serves_nothing_and_what_nothing_serves_is_seen(cast: Cast) -> None:
    Support.objects.filter(node__plan=cast.version.plan).delete()

    page = client_of(cast.budi).get(tree(cast)).content.decode()

    assert "Belum ada program yang mendukung sasaran ini" in page
    assert page.count("Tidak mendukung apa pun") == len(SAMPLE_2025.programmes)
    assert "Tambah program" not in page, "who verifies does not plan"


def test_who_plans_programmes(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    one = node(cast, PROGRAMME.code)
    for someone in (cast.budi, cast.citra, person("Tono", RoleKind.READER, cast.government)):
        for path in ("add/", "sort/", f"{one.pk}/", f"{one.pk}/move/", f"{one.pk}/delete/"):
            assert client_of(someone).post(tree(cast, path)).status_code == HTTPStatus.NOT_FOUND, path
    assert client_of(cast.citra).get(tree(cast)).status_code == HTTPStatus.NOT_FOUND
    assert client_of(cast.ani).post(tree(cast, "999999/delete/")).status_code == HTTPStatus.NOT_FOUND
    browser = client_of(cast.ani)
    with django_assert_num_queries(17):
        browser.get(tree(cast))
