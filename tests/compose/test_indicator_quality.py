"""What stands against an indicator as a measure, criterion by criterion."""

from dataclasses import replace
from decimal import Decimal

import pytest

from saksama.compose.indicator_quality import Criterion, quality_questions
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.indicator import Baseline, IndicatorSheet, PerformanceIndicator, ResultKind, Target
from saksama.kernel.record import PerformanceRecord

SHEET = IndicatorSheet(definition="Jalan mantap dibagi semua jalan", calculation="a ÷ b × 100", source="Dinas PU")
TARGETS = tuple(Target(year, Decimal(80), Decimal(80)) for year in SAMPLE_2025.plan.years)
GOOD = PerformanceIndicator(
    *("IK1", "Persentase jalan mantap", "%", "ratio"),
    kind=ResultKind.OUTCOME,
    sheet=SHEET,
    baseline=Baseline(2024, Decimal(70)),
    targets=TARGETS,
    end_target=TARGETS[-1],
)


def with_indicator(indicator: PerformanceIndicator) -> PerformanceRecord:
    goal = SAMPLE_2025.plan.goals[0]
    objective = replace(goal.objectives[0], indicators=(indicator,))
    goals = (replace(goal, indicators=(), objectives=(objective,)),)
    return replace(SAMPLE_2025, plan=replace(SAMPLE_2025.plan, goals=goals))


def asked(indicator: PerformanceIndicator) -> set[Criterion]:
    return {one.criterion for one in quality_questions(with_indicator(indicator), indicator)}


def test_a_good_indicator_is_not_asked_about() -> None:
    assert asked(GOOD) == set()


@pytest.mark.parametrize(
    ("change", "criterion"),
    [
        ({"name": "Meningkatnya jalan mantap"}, Criterion.SPECIFIC),
        ({"sheet": replace(SHEET, definition="")}, Criterion.SPECIFIC),
        ({"unit": ""}, Criterion.MEASURABLE),
        ({"unit": "km"}, Criterion.MEASURABLE),
        ({"name": "Jumlah jalan mantap"}, Criterion.MEASURABLE),
        ({"sheet": replace(SHEET, calculation="")}, Criterion.MEASURABLE),
        ({"baseline": None}, Criterion.ACHIEVABLE),
        ({"targets": TARGETS[1:]}, Criterion.TIME_BOUND),
        ({"end_target": None}, Criterion.TIME_BOUND),
        ({"name": "Terlaksananya pemeliharaan jalan"}, Criterion.OUTCOME),
        ({"kind": ResultKind.OUTPUT}, Criterion.OUTCOME),
    ],
)
def test_what_stands_against_a_criterion_is_asked_about_there_alone(
    change: dict[str, object], criterion: Criterion
) -> None:
    assert asked(replace(GOOD, **change)) == {criterion}  # type: ignore[arg-type]


def test_an_indicator_that_no_programme_serves_is_asked_about() -> None:
    record = replace(with_indicator(GOOD), supports=())

    assert [one.criterion for one in quality_questions(record, GOOD)] == [Criterion.RELEVANT]


def test_a_year_outside_its_validity_needs_no_target() -> None:
    first = SAMPLE_2025.plan.first_year
    assert asked(replace(GOOD, targets=TARGETS[1:], valid_from=first + 1)) == set()
