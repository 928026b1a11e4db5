"""What one version of a plan says otherwise than another: field by field, and which targets became easier."""

from dataclasses import replace
from decimal import Decimal
from http import HTTPStatus

import pytest

from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.indicator import PerformanceIndicator, Target
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import speaking
from saksama.web.measurement.plan_comparison import Fact, PartRow, compare_plans
from saksama.web.planning.models import IndicatorDefinition, PlanVersion
from tests.web.cast import Cast, client_of


def with_first(change: dict[str, object]) -> tuple[PerformanceIndicator, PerformanceRecord]:
    """The record in which the first indicator of the first objective says something else."""
    goal = SAMPLE_2025.plan.goals[0]
    objective = goal.objectives[0]
    first, *rest = objective.indicators
    changed = replace(objective, indicators=(replace(first, **change), *rest))  # type: ignore[arg-type]
    goals = (replace(goal, objectives=(changed, *goal.objectives[1:])), *SAMPLE_2025.plan.goals[1:])
    return first, replace(SAMPLE_2025, plan=replace(SAMPLE_2025.plan, goals=goals))


def compared(after: PerformanceRecord) -> tuple[PartRow, ...]:
    with speaking("id"):
        return compare_plans(SAMPLE_2025, after)


def test_the_same_plan_has_no_difference() -> None:
    assert compared(SAMPLE_2025) == ()


@pytest.mark.parametrize(("more", "easier"), [(-1, True), (1, False)])
def test_a_target_that_becomes_easier_is_marked(more: int, *, easier: bool) -> None:
    first = with_first({})[0]
    targets = tuple(Target(one.year, one.low + more, one.high + more) for one in first.targets if one.year == 2026)
    kept = tuple(one for one in first.targets if one.year != 2026)

    (row,) = compared(with_first({"targets": (*kept, *targets), "unit": "butir"})[1])

    assert first.formula == "ratio"
    assert (row.kind, row.name) == ("changed", first.name)
    unit, target = row.facts
    assert unit == Fact("Satuan", first.unit, "butir")
    assert (target.label, target.is_easier) == ("Target 2026", easier)


def test_what_is_new_or_gone_is_told_with_what_it_says() -> None:
    first, after = with_first(
        {"id": "BARU", "name": "Indikator baru", "end_target": Target(2030, Decimal(9), Decimal(9))}
    )

    new, gone = (row for row in compared(after) if row.subject == "Indikator")

    assert (new.kind, new.name) == ("new", "Indikator baru")
    assert Fact("Target akhir rencana 2030", "", "9") in new.facts
    assert (gone.kind, gone.name) == ("gone", first.name)
    assert all(fact.new == "" for fact in gone.facts)


def test_the_page_compares_the_last_two_versions_or_those_asked_for(cast: Cast) -> None:
    path = f"/agencies/{cast.agency.pk}/plan/2025/versions/"
    browser = client_of(cast.ani)
    assert "baru mempunyai satu versi" in browser.get(path).content.decode()
    sent = {"title": "Renstra Perubahan", "reason": "Perubahan RPJMD", "legal_basis": "Perwal 9/2026"}
    browser.post(f"/agencies/{cast.agency.pk}/plan/2025/version/", sent)
    fresh = PlanVersion.objects.get(plan=cast.version.plan, number=1)
    row = IndicatorDefinition.objects.get(indicator__key="IK4", objective__goal__version=fresh)
    row.targets.filter(year=2026, is_end=False, number=0).update(low=1, high=1)

    page = browser.get(path).content.decode()

    for said in ("Perubahan RPJMD", "Perwal 9/2026", "Target 2026", "1 target menjadi lebih mudah"):
        assert said in page, said
    assert "Kedua versi ini sama" in browser.get(f"{path}?from=1&to=1").content.decode()
    assert browser.get(f"{path}?from=7").status_code == HTTPStatus.NOT_FOUND
    assert client_of(cast.citra).get(path).status_code == HTTPStatus.NOT_FOUND
    assert "Apa yang berubah antarversi" in browser.get(f"/agencies/{cast.agency.pk}/plan/2025/").content.decode()
