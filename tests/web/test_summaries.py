"""Summaries: a page makes a few, the worker the rest; what an earlier month had stays beside what there is now."""

from dataclasses import replace
from datetime import date

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from saksama.exchange.sample import SAMPLE
from saksama.kernel.period import Cycle, Period
from saksama.web.measurement.models import Measurement
from saksama.web.organisations.models import RoleKind
from saksama.web.overview.kept_summaries import known_summaries, make_summaries
from saksama.web.overview.models import Summary
from saksama.web.overview.movement import Movement, movement
from saksama.web.overview.summaries import AgencySummary, IndicatorState
from saksama.web.planning.models import RecordPart, StrategicPlan
from saksama.web.planning.versions import versions_in_force
from tests.web.cast import Cast, client_of, hold, person

YEAR_END = Period(2025, 4, Cycle.QUARTER)
BEFORE = AgencySummary(4, 3, 2, ("D",), "41,20", "100", "41")
NOW = AgencySummary(4, 4, 2, (), "55,00", "100", "55")
_R, _M, _U = IndicatorState.REACHED, IndicatorState.MISSED, IndicatorState.UNREPORTED
OLD_STATES = {"A": _R, "B": _R, "C": _M, "D": _U}
NAMES = {"A": "Indeks A", "B": "Indeks B", "C": "Indeks C", "D": "Indeks D"}


@pytest.fixture
def queue(settings: Settings) -> None:
    """Tasks wait in the database, as they do where a worker carries them out."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def test_a_movement_names_what_rose_and_what_fell() -> None:
    found = movement("2025-10-31", (BEFORE, OLD_STATES), (NOW, {"A": _R, "B": _M, "C": _R, "D": _M}), NAMES)

    assert found == Movement(
        "2025-10-31",
        met=(),
        unmet=("Indeks D",),
        risen=("Indeks C",),
        fallen=("Indeks B",),
        absorption=("41,20", "55,00"),
        is_completed=True,
    )


def test_an_indicator_that_is_no_longer_in_the_plan_has_not_fallen() -> None:
    found = movement("2025-10-31", (BEFORE, OLD_STATES), (BEFORE, {"B": _R, "C": _M, "D": _U}), NAMES)

    assert not found.is_any


def test_what_an_earlier_month_had_is_compared_and_within_the_month_it_stays(cast: Cast) -> None:
    def known(today: date) -> Movement | None:
        versions = versions_in_force([cast.agency], 2025)
        return known_summaries(versions, YEAR_END, today=today).movements.get(cast.agency.pk)

    last = Measurement.objects.filter(indicator__plan=cast.version.plan, year=2025, indicator__key="IK4", number=4)
    last.update(value=1)
    _changed()
    assert known(date(2026, 1, 20)) is None
    last.update(value=200)
    _changed()
    reached = known(date(2026, 2, 3))
    _changed()
    again = known(date(2026, 2, 4))

    assert reached is not None
    assert reached.since == "2026-01-20"
    assert reached.risen == ("Jumlah konten informasi publik yang diterbitkan",)
    assert again == reached
    assert known(date(2026, 3, 2)) is None


@pytest.mark.usefixtures("queue")
def test_a_page_leaves_many_to_the_worker_and_says_that_they_are_on_their_way(cast: Cast) -> None:
    for number in range(5):
        hold(replace(SAMPLE, agency=replace(SAMPLE.agency, name=f"Dinas {number}")), cast.government)
    leader = client_of(person("Kirana", RoleKind.LEADER, cast.government))

    first = leader.get("/?year=2020").content.decode()
    second = leader.get("/?year=2020").content.decode()
    asked = DBTaskResult.objects.get()
    make_summaries.call(*asked.args_kwargs["args"])
    DBTaskResult.objects.all().delete()
    last = leader.get("/?year=2020").content.decode()

    assert "Data 6 perangkat daerah baru berubah" in first
    assert first.count("Sedang dihitung") == second.count("Sedang dihitung") == 6
    assert len(asked.args_kwargs["args"][0]) == 6
    assert "edang dihitung" not in last
    assert not DBTaskResult.objects.exists()


@pytest.mark.usefixtures("queue")
def test_what_is_old_is_never_shown_as_complete(cast: Cast) -> None:
    leader = client_of(person("Kirana", RoleKind.LEADER, cast.government))
    for number in range(3):
        hold(replace(SAMPLE, agency=replace(SAMPLE.agency, name=f"Dinas {number}")), cast.government)
    make_summaries.call([one.pk for one in versions_in_force(cast.government.agencies.all(), 2020).values()], 2020, 4)
    complete = leader.get("/?year=2020").content.decode().count('<span class="tag good">Lengkap</span>')
    _changed()

    outdated = leader.get("/?year=2020").content.decode()

    assert complete > 0
    assert outdated.count("Dihitung ulang") == 1 + 4
    assert '<span class="tag good">Lengkap</span>' not in outdated


def _changed() -> None:
    for plan in StrategicPlan.objects.all():
        StrategicPlan.objects.filter(pk=plan.pk).update(record_version=plan.record_version + 1)


def test_a_record_that_cannot_be_read_does_not_keep_the_others_waiting(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    RecordPart.objects.filter(plan=cast.version.plan).update(content="rusak")

    make_summaries.call([cast.version.pk, cast.other_version.pk], 2020, 4)

    assert list(Summary.objects.values_list("version", flat=True)) == [cast.other_version.pk]
    assert f"summary of version {cast.version.pk}" in caplog.text
