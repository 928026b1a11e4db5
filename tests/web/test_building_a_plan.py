"""A plan is built on the web from nothing to the first agreement, and its parts are moved, changed and deleted."""

from http import HTTPStatus

import pytest
from django.test import Client

from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import Agency, Person, RoleKind
from saksama.web.planning.models import Goal, IndicatorDefinition, Objective, PlanVersion
from saksama.web.planning.versions import version_in_force
from saksama.web.workflow.models import Change, Submission
from tests.web.cast import Cast, client_of, person

SHEET = {
    "name": "Persentase jalan mantap",
    "unit": "%",
    "formula": "ratio",
    "is_key": "on",
    "decimals": "2",
    "cycle": "quarter",
    "consolidation": "last",
    "high-2026": "80,5",
    "high-2027": "82",
}


@pytest.fixture
def planner(cast: Cast) -> Person:
    fresh = Agency.objects.create(government=cast.government, name="Dinas Baru")
    return person("Joko", RoleKind.OPERATOR, cast.government, fresh)


def at(planner: Person) -> str:
    role = planner.roles.get()
    return f"/agencies/{role.agency_id}/"


def begun(planner: Person) -> tuple[Client, str, PlanVersion]:
    """A plan with a goal, an objective and an indicator."""
    browser, path = client_of(planner), at(planner)
    browser.post(f"{path}plan/", {"title": "Renstra 2026-2030", "first_year": "2026", "last_year": "2030"})
    agency = planner.roles.get().agency
    assert agency
    version = version_in_force(agency, 2026)
    assert version
    browser.post(f"{path}plan/2026/goals/add/", {"name": "Meningkatnya konektivitas"})
    goal = Goal.objects.get(version=version)
    sent = {
        "name": "Meningkatnya kualitas jalan",
        "strategies": "Pemeliharaan rutin\n\nPeningkatan jalan",
        "policies": "",
    }
    browser.post(f"{path}plan/2026/goals/{goal.pk}/add/", sent)
    objective = Objective.objects.get(goal=goal)
    browser.post(f"{path}plan/2026/objective/{objective.pk}/indicators/add/", SHEET)
    return browser, path, version


def test_from_nothing_to_the_first_agreement(planner: Person) -> None:
    browser, path, version = begun(planner)

    plan = load_record(version).plan
    (goal,) = plan.goals
    (objective,) = goal.objectives
    (indicator,) = objective.indicators
    assert (goal.id, objective.id, indicator.id) == ("T1", "S1", "IK1")
    assert objective.strategies == ("Pemeliharaan rutin", "Peningkatan jalan")
    assert (indicator.is_key, str(indicator.targets[0].high), indicator.schedule.cycle.value) == (
        True,
        "80.5",
        "quarter",
    )
    browser.post(f"{path}programmes/2026/add/", {"code": "1.03.10", "name": "Program jalan", "subject-0": "S1"})
    for page in ("plan", "targets", "measurements"):
        assert "Persentase jalan mantap" in browser.get(f"{path}{page}/2026/").content.decode(), page
    for page in ("programmes", "money", "documents"):
        assert browser.get(f"{path}{page}/2026/").status_code == HTTPStatus.OK, page
    link = f"{path}documents/2026/pk.docx"
    document = browser.get(link)
    assert document.status_code == HTTPStatus.OK
    assert document.content[:2] == b"PK"


def test_what_is_not_clear_in_a_new_indicator_is_told_beside_its_fields(planner: Person) -> None:
    browser, path, version = begun(planner)
    objective = Objective.objects.get(goal__version=version)
    wrong = {
        "name": "Setengah jadi",
        "formula": "tebakan",
        "raw_numerator": "Jalan mantap",
        "baseline_year": "2025",
        "minimum": "10",
        "maximum": "1",
        "high-2026": "banyak",
    }

    page = browser.post(f"{path}plan/2026/objective/{objective.pk}/indicators/add/", SHEET | wrong).content.decode()

    for told in ("Isi pembilang dan penyebut", "Isi tahun dan nilainya", "lebih kecil daripada", "bukan angka"):
        assert told in page, told
    assert "Setengah jadi" in page
    assert page.index("Belum tersimpan") < page.index('<form method="post" class="reading"')
    assert IndicatorDefinition.objects.filter(objective=objective).count() == 1


def test_parts_change_places_and_are_deleted_only_while_unused(planner: Person) -> None:
    browser, path, version = begun(planner)
    browser.post(f"{path}plan/2026/goals/add/", {"name": "Tujuan kedua"})
    first, second = Goal.objects.filter(version=version)
    row = IndicatorDefinition.objects.get(objective__goal=first)

    browser.post(f"{path}plan/2026/goal/{second.pk}/move/", {"direction": "up"})
    assert next(one.name for one in Goal.objects.filter(version=version)) == "Tujuan kedua"
    refused = browser.post(f"{path}plan/2026/goal/{first.pk}/delete/", follow=True).content.decode()
    assert "Masih ada sasaran" in refused
    browser.post(f"{path}plan/2026/goal/{second.pk}/delete/")
    browser.post(f"{path}definitions/{row.pk}/delete/")
    browser.post(f"{path}plan/2026/objective/{row.objective_id}/delete/")
    browser.post(f"{path}plan/2026/goal/{first.pk}/delete/")

    assert load_record(version).plan.goals == ()
    gone = Change.objects.filter(new=None).exclude(old=None).values_list("fact", flat=True)
    assert list(gone) == ["goal", "indicator", "objective", "goal"]


def test_an_indicator_that_was_measured_ends_and_is_not_deleted(cast: Cast) -> None:
    row = IndicatorDefinition.objects.get(indicator__plan=cast.version.plan, indicator__key="IK4")

    page = client_of(cast.ani).post(f"/agencies/{cast.agency.pk}/definitions/{row.pk}/delete/", follow=True)

    assert "Sudah ada realisasi atau analisisnya" in page.content.decode()
    assert IndicatorDefinition.objects.filter(pk=row.pk).exists()


def test_the_plan_as_a_whole_is_changed_and_the_second_of_two_is_told(planner: Person) -> None:
    browser, path, version = begun(planner)
    place = f"{path}plan/2026/whole/{version.pk}/"
    seen = browser.get(place).content.decode().split('name="seen" value="')[1].split('"')[0]
    sent = {
        "title": "Renstra",
        "vision": "Kota terhubung",
        "mission": "",
        "strategies": "",
        "policies": "",
        "seen": seen,
    }

    browser.post(place, sent)
    page = browser.post(place, sent | {"vision": "Kota maju"}).content.decode()

    assert "Orang lain mengubahnya" in page
    version.refresh_from_db()
    assert load_record(version).plan.vision == "Kota terhubung"


def test_how_approved_figures_are_computed_changes_with_a_reason(planner: Person) -> None:
    browser, path, version = begun(planner)
    row = IndicatorDefinition.objects.get(indicator__plan=version.plan)
    Submission.objects.create(
        agency=version.plan.agency, year=2026, cycle="quarter", number=1, state="returned", is_revised=True
    )
    place = f"{path}definitions/{row.pk}/"
    seen = browser.get(place).content.decode().split('name="seen" value="')[1].split('"')[0]
    sent = SHEET | {"formula": "inverse", "seen": seen}

    assert "Tulis alasan perubahannya" in browser.post(place, sent).content.decode()
    browser.post(place, sent | {"why": "Saran inspektorat"})

    change = Change.objects.latest("pk")
    assert (change.fact, change.new, change.is_revision, change.reason) == (
        "formula",
        "inverse",
        True,
        "Saran inspektorat",
    )


def test_who_builds_a_plan(cast: Cast, planner: Person) -> None:
    _browser, path, version = begun(planner)
    goal, row = Goal.objects.get(version=version), IndicatorDefinition.objects.get(indicator__plan=version.plan)
    own = (
        *(f"plan/2026/{one}" for one in ("goals/add/", f"goals/{goal.pk}/add/", f"goal/{goal.pk}/", "whole/1/")),
        *(f"plan/2026/goal/{goal.pk}/{one}" for one in ("move/", "delete/", "indicators/add/")),
        *(f"definitions/{row.pk}/{one}" for one in ("", "delete/")),
    )
    for someone in (cast.ani, person("Tono", RoleKind.READER, cast.government)):
        for page in own:
            assert client_of(someone).post(path + page).status_code == HTTPStatus.NOT_FOUND, page
    mine = client_of(cast.ani)
    for kind in ("goal", "objective", "whole", "lain"):
        answer = mine.post(f"/agencies/{cast.agency.pk}/plan/2025/{kind}/{goal.pk}999/delete/")
        assert answer.status_code == HTTPStatus.NOT_FOUND, kind
    foreign = mine.get(f"/agencies/{cast.agency.pk}/plan/2025/goal/{goal.pk}/")
    assert foreign.status_code == HTTPStatus.NOT_FOUND, "a goal of another agency's plan"


def test_zero_is_a_number_in_the_history(planner: Person) -> None:
    browser, path, version = begun(planner)
    row = IndicatorDefinition.objects.get(objective__goal__version=version)
    earlier = Change.objects.latest("id").pk

    for minimum in ("0", "1", "0", ""):
        row.refresh_from_db()
        place = f"{path}definitions/{row.pk}/"
        seen = browser.get(place).content.decode().split('name="seen" value="')[1].split('"')[0]
        browser.post(place, SHEET | {"minimum": minimum, "seen": seen, "zero_target": "uncomputable"})

    found = Change.objects.filter(fact="minimum", pk__gt=earlier).order_by("id").values_list("old", "new")
    assert list(found) == [(None, "0"), ("0", "1"), ("1", "0"), ("0", None)]
