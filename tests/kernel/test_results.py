from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from saksama.kernel.explanation import Limits, ZeroTarget
from saksama.kernel.indicator import Actual, ActualState, PerformanceIndicator, RawCalculation, Target
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.rating import FOUR_CLASSES_110
from saksama.kernel.record import AgreedTarget, PerformanceAgreement, ReportSettings
from saksama.kernel.results import (
    achievement,
    actual,
    objective_average,
    overall_average,
    progress,
    target_in_force,
)
from saksama.kernel.steps import Step, StepKind, steps
from tests.kernel.exactly import exactly
from tests.kernel.small_record import IK1, S1, S2, YEAR, indicator, record


@pytest.mark.parametrize(
    ("target", "reached", "printed", "word"),
    [
        ("67.5", "93.28", "138,19", "Sangat tercapai/sangat berhasil"),
        ("40", "100", "250,00", "Sangat tercapai/sangat berhasil"),
        ("80.5", "80.5", "100,00", "Tercapai/berhasil"),
    ],
)
def test_achievement_of_the_starting_report(target: str, reached: str, printed: str, word: str) -> None:
    stated = record(settings=ReportSettings(scale=FOUR_CLASSES_110))

    result = achievement(stated, indicator("IK", target, reached), YEAR)

    assert result.printed() == printed
    assert result.band is not None
    assert result.band.word == word
    assert result.explanation.id == f"capaian/IK/{YEAR}"


def test_target_of_the_agreement_is_in_force_before_the_plans() -> None:
    agreed = AgreedTarget("IK1", Target(YEAR, Decimal(50), Decimal(50)))
    signed = replace(record(), agreements=(PerformanceAgreement(YEAR, targets=(agreed,)),))

    assert target_in_force(signed, IK1, YEAR) == agreed.target
    assert achievement(signed, IK1, YEAR).value == 80
    assert target_in_force(replace(signed, agreements=()), IK1, YEAR) == IK1.target(YEAR)


def test_agreement_of_another_year_changes_nothing() -> None:
    agreed = AgreedTarget("IK1", Target(YEAR - 1, Decimal(50), Decimal(50)))
    signed = replace(record(), agreements=(PerformanceAgreement(YEAR - 1, targets=(agreed,)),))

    assert achievement(signed, IK1, YEAR).value == 50


def _measured(**stated: object) -> PerformanceIndicator:
    reported = Actual(YEAR, **stated)  # type: ignore[arg-type]
    raw = RawCalculation("Kejadian selesai", "Kejadian")
    return replace(indicator("IK", "80"), raw=raw, actuals=(reported,))


def test_actual_is_computed_from_raw_data() -> None:
    measured = _measured(numerator=Decimal(2), denominator=Decimal(3), value=Decimal(70))

    found = actual(measured, YEAR)

    assert found.value == Fraction(200, 3)
    assert found.origin == f"Realisasi {YEAR} = 2 ÷ 3 × 100"
    assert achievement(record(), measured, YEAR).printed() == "83,33"


@pytest.mark.parametrize(
    ("stated", "reason", "subject"),
    [
        ({"numerator": Decimal(2), "denominator": Decimal(0)}, Reason.ZERO_DENOMINATOR, "Kejadian"),
        ({"numerator": Decimal("NaN"), "denominator": Decimal(3)}, Reason.NOT_A_NUMBER, "NaN"),
        ({"numerator": Decimal(2)}, Reason.NO_ACTUAL, ""),
        ({"value": Decimal("Infinity")}, Reason.NOT_A_NUMBER, "Infinity"),
        ({"value": Decimal("1E+999999999")}, Reason.NOT_A_NUMBER, "1E+999999999"),
        ({"state": ActualState.NOT_RELEASED, "note": "rilis BPS Juli"}, Reason.NOT_RELEASED, "rilis BPS Juli"),
        (
            {"state": ActualState.NOT_APPLICABLE, "note": "tidak ada pilkada"},
            Reason.NOT_APPLICABLE,
            "tidak ada pilkada",
        ),
    ],
)
def test_actual_without_a_number_says_why(stated: dict[str, object], reason: Reason, subject: str) -> None:
    measured = _measured(**stated)

    assert actual(measured, YEAR).value == Uncomputable(reason, subject)
    assert achievement(record(), measured, YEAR).value == Uncomputable(reason, subject)


def test_missing_actual_and_missing_target_are_told_apart() -> None:
    assert achievement(record(), indicator("IK", "80"), YEAR).value == Uncomputable(Reason.NO_ACTUAL, "Indikator IK")
    assert achievement(record(), indicator("IK", None, "80"), YEAR).value == Uncomputable(
        Reason.NO_TARGET, "Indikator IK"
    )


@pytest.mark.parametrize("formula", ["rasio", "", "sum", "absorption", "progress"])
def test_formula_that_is_none_of_achievement_gives_no_number(formula: str) -> None:
    odd = indicator("IK", "80", "40", formula=formula, end_target="90")

    assert achievement(record(), odd, YEAR).value == Uncomputable(Reason.UNKNOWN_FORMULA, formula)
    assert progress(record(), odd, YEAR).value == Uncomputable(Reason.UNKNOWN_FORMULA, formula)


@pytest.mark.parametrize(
    ("formula", "reached", "end", "expected"),
    [
        ("ratio", "40", "80", Fraction(50)),
        ("complement", "40", "20", Fraction(50)),
        ("inverse", "40", "20", Fraction(50)),
        ("on-target", "40", "50", Fraction(80)),
        ("range-ratio", "40", "50", Fraction(80)),
        ("ratio", "40", None, Uncomputable(Reason.NO_TARGET, "Indikator IK")),
        ("ratio", "40", "0", Uncomputable(Reason.ZERO_TARGET)),
        ("ratio", "40", "-1", Uncomputable(Reason.NEGATIVE_TARGET)),
        ("complement", "0", "0", Uncomputable(Reason.ZERO_TARGET)),
    ],
)
def test_progress_is_measured_against_the_end_of_the_plan(
    formula: str, reached: str, end: str | None, expected: object
) -> None:
    stated = indicator("IK", "1", reached, formula=formula, end_target=end)

    assert progress(record(), stated, YEAR).value == expected


def test_progress_follows_the_indicators_policy_for_zero() -> None:
    stated = replace(
        indicator("IK", "1", "0", formula="complement", end_target="0"), zero_target=ZeroTarget.MET_AT_ZERO
    )

    assert progress(record(), stated, YEAR).value == 100


def test_capped_average_does_not_let_one_result_hide_another() -> None:
    found = objective_average(record(), S1, YEAR)

    # IK1 reached 50 %, IK2 250 %, limited to 100 %.
    assert (found.uncapped.value, found.capped.value) == exactly(150, 75)
    assert (found.counted, found.total, found.is_complete) == (2, 2, True)
    assert found.uncapped.band is None
    assert found.capped.band is not None
    assert found.capped.band.word == "Sedang"


def test_average_counts_what_has_a_number_and_says_of_how_many() -> None:
    found = overall_average(record(), YEAR)

    assert found.uncapped.value == 150
    assert (found.counted, found.total, found.is_complete) == (2, 3, False)


def test_average_of_nothing_is_no_number() -> None:
    for subject in (S2, StrategicObjective("S3", "Sasaran tanpa indikator")):
        found = objective_average(record(), subject, YEAR)

        assert found.uncapped.value == found.capped.value == Uncomputable(Reason.NOTHING_TO_AVERAGE)


def test_average_cap_is_the_agencys() -> None:
    settings = ReportSettings(average_cap=Decimal(120))

    assert objective_average(record(settings=settings), S1, YEAR).capped.value == 85


def test_limits_of_the_agency_hold_before_the_average() -> None:
    settings = ReportSettings(limits=Limits(cap=Decimal(200)))
    result = achievement(record(settings=settings), S1.indicators[1], YEAR)

    assert (result.value, result.capped) == exactly(250, 200)
    assert objective_average(record(settings=settings), S1, YEAR).uncapped.value == 125


def test_latest_reported_year_is_one_with_a_value() -> None:
    later = replace(IK1, actuals=(*IK1.actuals, Actual(YEAR + 1, state=ActualState.NOT_RELEASED)))
    stated = record(objectives=(replace(S1, indicators=(later,)),))

    assert stated.latest_reported_year() == YEAR
    assert record(objectives=()).latest_reported_year() is None


def test_steps_can_be_followed_with_a_calculator() -> None:
    settings = ReportSettings(scale=FOUR_CLASSES_110, limits=Limits(cap=Decimal(120)))
    result = achievement(record(settings=settings), indicator("IK", "67.5", "93.28"), YEAR)

    assert [(step.kind, step.text) for step in steps(result.explanation)] == [
        (StepKind.SUBSTITUTE, "93,28 ÷ 67,5 × 100%"),
        (StepKind.COMPUTE, "138,192593…"),
        (StepKind.LIMIT, "120,00"),
        (StepKind.ROUND, "120,00"),
        (StepKind.RATE, "≥ 110: Sangat tercapai/sangat berhasil"),
    ]


def test_steps_put_a_number_below_zero_in_brackets() -> None:
    result = achievement(record(), indicator("IK", "10", "-5", formula="complement"), YEAR)

    assert steps(result.explanation)[0].text == "(2 × 10 − (-5)) ÷ 10 × 100%"


def test_steps_of_a_decided_zero_target_do_not_divide_by_zero() -> None:
    stated = replace(indicator("IK", "0", "3", formula="complement"), zero_target=ZeroTarget.MET_AT_ZERO)
    result = achievement(record(), stated, YEAR)

    assert steps(result.explanation)[0] == Step(StepKind.DECIDE, "0", Fraction(0))


def test_a_range_with_a_formula_of_one_number_gives_no_achievement() -> None:
    promised = replace(indicator("IK", "80", "85"), targets=(Target(YEAR, Decimal(80), Decimal(90)),))

    result = achievement(record(), promised, YEAR)

    assert isinstance(result.value, Uncomputable)
    assert result.value.reason is Reason.RANGE_NEEDS_FORMULA
