"""What an indicator goes on from, what changed in its meaning, and what it is to reach by the end of the plan."""

from http import HTTPStatus

import pytest
from django.urls import reverse

from saksama.kernel.indicator import Continuity
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.import_locks import locked_reasons
from saksama.web.measurement.storage import load_record, save_record
from saksama.web.planning.models import (
    Indicator,
    IndicatorChange,
    IndicatorDefinition,
    Objective,
    PlanVersion,
    StrategicPlan,
)
from saksama.web.workflow.models import Change, Submission
from tests.web.cast import Cast, client_of
from tests.web.test_plan import definition, entered, seen_in, send

NEW = {
    "change-0-year": "2026",
    "change-0-continuity": "redefined",
    "change-0-previous": "",
    "change-0-note": "Survei yang lain.",
}
REFUSED = "Tulis alasan perubahannya"


def approved(cast: Cast) -> None:
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=1, state="approved")


def kept(cast: Cast) -> list[tuple[int, str, str, str]]:
    rows = IndicatorChange.objects.filter(definition=definition(cast))
    return list(rows.values_list("year", "continuity", "previous", "note"))


@pytest.fixture
def earlier(cast: Cast) -> Indicator:
    """An indicator of the plan before."""
    plan = StrategicPlan.objects.create(agency=cast.agency, first_year=2019, last_year=2024)
    PlanVersion.objects.create(plan=plan, title="Renstra lama")
    indicator = Indicator.objects.create(plan=plan, key="IK7")
    goal = plan.versions.get().goals.create(position=0, key="T1", name="Tujuan")
    IndicatorDefinition.objects.create(
        indicator=indicator, goal=goal, position=0, name="Jumlah berita", formula="ratio"
    )
    return indicator


def test_a_change_of_the_meaning_cuts_the_trend_and_is_in_the_history(cast: Cast) -> None:
    row, browser = definition(cast), client_of(cast.ani)
    version = cast.version.plan.record_version

    send(browser, cast, row, entered(row, **NEW))

    assert kept(cast) == [(2026, "redefined", "", "Survei yang lain.")]
    own = next(one for one in load_record(cast.version).plan.indicators() if one.id == "IK4")
    assert own.trend_start(2027) == 2026
    change = Change.objects.get()
    assert (change.fact, change.old, change.reason, change.is_revision) == ("changes", None, "Saran inspektorat", False)
    assert change.new == "2026 · Nama sama, arti atau rumusnya lain · Survei yang lain."
    assert StrategicPlan.objects.get(pk=cast.version.plan_id).record_version > version
    page = browser.get(f"/agencies/{cast.agency.pk}/definitions/{row.pk}/").content.decode()
    assert "Survei yang lain." in page
    shown = browser.get(f"/agencies/{cast.agency.pk}/indicators/{row.indicator_id}/?year=2025").content.decode()
    assert "Sejak 2026 berubah cara ukur atau maknanya; nilai sebelum 2026 tidak dibandingkan." in shown
    assert "change-1-year" in page, "an empty one below it"

    send(browser, cast, row, entered(row, **dict.fromkeys(NEW, "")))
    assert kept(cast) == []


def test_what_cuts_figures_that_were_approved_needs_a_reason_and_is_a_revision(cast: Cast) -> None:
    approved(cast)
    row, browser = definition(cast), client_of(cast.ani)

    assert REFUSED in send(browser, cast, row, entered(row, **NEW, why=""))
    assert kept(cast) == []
    send(browser, cast, row, entered(row, **NEW | {"change-0-continuity": "continued"}, why=""))
    assert Change.objects.get().is_revision is False, "another name cuts nothing"
    send(browser, cast, row, entered(row, **NEW))
    assert Change.objects.latest("pk").is_revision is True


def test_half_a_change_is_told_beside_its_fields_and_stays_typed(cast: Cast) -> None:
    row, browser = definition(cast), client_of(cast.ani)

    page = send(browser, cast, row, entered(row, **NEW | {"change-0-year": ""}))

    assert "kosongkan seluruh barisnya" in page
    assert "Survei yang lain." in page
    for wrong in ({"change-0-previous": "IK4"}, {"change-0-year": "kelak"}, {"change-0-continuity": "x"}):
        assert 'class="error"' in send(browser, cast, row, entered(row, **NEW | wrong))
    assert not Change.objects.exists()


def test_of_two_who_write_a_change_the_second_sees_the_first_and_loses_nothing(cast: Cast) -> None:
    row, browser = definition(cast), client_of(cast.ani)
    opened = seen_in(browser, cast, row)
    send(browser, cast, row, entered(row, **NEW))
    second = {name.replace("-0-", "-1-"): value for name, value in NEW.items()} | {"change-1-year": "2028"}
    send(browser, cast, row, entered(row, **NEW, **second))

    page = send(browser, cast, row, entered(row, **NEW | {"change-0-year": "2027"}, seen=opened))

    assert "Yang tersimpan sekarang: 2026" in page
    assert "change-1-year" in page, "what he had not seen is there now"
    assert [one[0] for one in kept(cast)] == [2026, 2028]


def test_an_indicator_goes_on_from_one_of_the_plan_before(cast: Cast, earlier: Indicator) -> None:
    row, browser = definition(cast), client_of(cast.ani)
    path = f"/agencies/{cast.agency.pk}/definitions/{row.pk}/"
    assert "IK7 Jumlah berita (2019–2024)" in browser.get(path).content.decode()

    send(browser, cast, row, entered(row, continues=str(earlier.pk)))

    assert Indicator.objects.get(pk=row.indicator_id).continues == earlier
    change = Change.objects.get()
    assert (change.fact, change.old, change.new) == ("continues", None, "IK7 Jumlah berita (2019–2024)")
    shown = browser.get(f"/agencies/{cast.agency.pk}/indicators/{row.indicator_id}/?year=2025").content.decode()
    assert f'/agencies/{cast.agency.pk}/indicators/{earlier.pk}/">IK7 Jumlah berita (2019–2024)' in shown
    elsewhere = Indicator.objects.filter(plan=cast.other_version.plan).first()
    assert elsewhere
    for wrong in (elsewhere.pk, row.indicator_id, "abc"):
        assert 'class="error"' in send(browser, cast, row, entered(row, continues=str(wrong)))
    assert Indicator.objects.get(pk=row.indicator_id).continues == earlier


def test_a_file_does_not_take_away_what_a_later_plan_goes_on_from(cast: Cast, earlier: Indicator) -> None:
    row = definition(cast)
    send(client_of(cast.ani), cast, row, entered(row, continues=str(earlier.pk)))
    version = earlier.plan.versions.get()
    record: PerformanceRecord = load_record(cast.other_version)

    reasons = locked_reasons(version, save_record(record, version, is_kept=False))

    assert "Indikator IK7 tidak dapat dihapus: rencana lain melanjutkannya." in reasons


def test_the_target_of_the_end_of_the_plan_is_kept_with_its_history(cast: Cast) -> None:
    row, browser = definition(cast), client_of(cast.ani)

    send(browser, cast, row, entered(row, **{"low-end": "", "high-end": "600,5"}))

    end = row.targets.get(is_end=True)
    assert (str(end.low), str(end.high), end.year) == ("600.5", "600.5", 2030)
    change = Change.objects.get()
    assert (change.fact, change.new) == ("end_target 2030", "600,5")
    assert "Akhir rencana (2030)" in browser.get(f"/agencies/{cast.agency.pk}/definitions/{row.pk}/").content.decode()
    assert "bukan angka" in send(browser, cast, row, entered(row, **{"high-end": "banyak"}))
    send(browser, cast, row, entered(row, **{"low-end": "", "high-end": ""}))
    assert not row.targets.filter(is_end=True).exists()
    assert row.targets.filter(year=2030, number=0, is_end=False).exists()


def test_with_an_approved_quarter_the_end_target_needs_a_reason_and_a_closed_year_does_not_close_it(cast: Cast) -> None:
    approved(cast)
    Submission.objects.create(agency=cast.agency, year=2030, cycle="quarter", number=4, state="submitted")
    row, browser = definition(cast), client_of(cast.ani)
    typed = {"low-end": "", "high-end": "600"}

    assert "Tulis alasan perubahannya" in send(browser, cast, row, entered(row, **typed, why=""))
    assert not Change.objects.exists()
    send(browser, cast, row, entered(row, **typed))
    assert Change.objects.get().is_revision is True


def test_a_new_indicator_with_a_target_on_which_approved_figures_rest_is_kept_with_a_reason(cast: Cast) -> None:
    approved(cast)
    own = Objective.objects.filter(goal__version=cast.version).earliest("pk")
    browser, path = client_of(cast.ani), reverse("add-indicator", args=[cast.agency.pk, 2025, "objective", own.pk])
    typed = {"name": "Indeks baru", "unit": "Indeks", "formula": "ratio", "decimals": "2", "cycle": "year"}
    typed |= {"consolidation": "last", "zero_target": "uncomputable", "high-end": "70"}

    page = browser.post(path, typed).content.decode()
    assert "Tulis alasan perubahannya" in page
    assert 'name="why"' in page
    browser.post(path, typed | {"why": "IKU yang baru"})
    assert IndicatorDefinition.objects.filter(name="Indeks baru").exists()
    assert Change.objects.get(fact__startswith="end_target").is_revision


def test_nobody_else_writes_a_lineage(cast: Cast) -> None:
    row = definition(cast)
    for someone in (cast.budi, cast.citra):
        path = f"/agencies/{cast.agency.pk}/definitions/{row.pk}/"
        answer = client_of(someone).post(path, entered(row, **NEW, **{"high-end": "1"}))
        assert answer.status_code == HTTPStatus.NOT_FOUND
    assert not Change.objects.exists()
    assert Continuity.REDEFINED.value == NEW["change-0-continuity"]
