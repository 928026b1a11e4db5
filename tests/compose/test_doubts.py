"""What a careful reader would ask before the head signs."""

from dataclasses import replace
from decimal import Decimal

from saksama.compose.doubts import doubts
from saksama.exchange.sample import SAMPLE
from saksama.kernel.budget import Amount, PeriodSpending, Support
from saksama.kernel.indicator import Actual, Narrative, NarrativePart, PerformanceIndicator, Target
from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import PerformanceRecord


def with_indicators(*indicators: PerformanceIndicator) -> PerformanceRecord:
    goal = SAMPLE.plan.goals[0]
    objective = replace(goal.objectives[0], indicators=indicators)
    goals = (replace(goal, indicators=(), objectives=(objective,)),)
    return replace(SAMPLE, plan=replace(SAMPLE.plan, goals=goals), programmes=(), supports=(), agreements=())


def indicator(target: str, *actuals: tuple[int, str], formula: str = "ratio") -> PerformanceIndicator:
    promised = Target(2020, Decimal(target), Decimal(target))
    reached = tuple(Actual(year, Decimal(value)) for year, value in actuals)
    return PerformanceIndicator("X", "Indikator X", "%", formula, targets=(promised,), actuals=reached)


def questions(record: PerformanceRecord) -> str:
    return "\n".join(doubt.question for doubt in doubts(record, 2020))


def test_a_target_below_last_years_actual_is_asked_about() -> None:
    assert "lebih mudah daripada realisasi 2019 (84,69)" in questions(SAMPLE)


def test_a_target_above_last_years_actual_is_not_asked_about() -> None:
    assert "lebih mudah" not in questions(with_indicators(indicator("60", (2019, "50"), (2020, "61"))))


def test_for_lower_is_better_a_higher_target_is_the_easier_one() -> None:
    easier = indicator("60", (2019, "50"), (2020, "55"), formula="complement")
    harder = indicator("40", (2019, "50"), (2020, "39"), formula="complement")

    assert "lebih mudah" in questions(with_indicators(easier))
    assert "lebih mudah" not in questions(with_indicators(harder))


def test_two_scores_of_the_same_word_are_equally_easy() -> None:
    scored = replace(indicator("70.01", (2019, "72.35")), formula="level-ratio", value_scale="predikat-akip")
    lower = replace(indicator("60", (2019, "72.35")), formula="level-ratio", value_scale="predikat-akip")

    assert "lebih mudah" not in questions(with_indicators(scored))
    assert "lebih mudah" in questions(with_indicators(lower))


def test_actuals_equal_to_their_targets_everywhere_are_one_question() -> None:
    record = with_indicators(indicator("60", (2020, "60")), replace(indicator("70", (2020, "70")), id="Y"))

    assert questions(record).count("sama persis") == 1
    assert "pada semua indikator" in questions(record)


def test_one_percent_beside_the_target_is_no_question() -> None:
    assert questions(with_indicators(indicator("60", (2020, "61")))) == ""


def test_quarters_that_are_more_than_the_ceiling_or_not_the_sum_of_the_year_are_asked_about() -> None:
    def asked(*quarters: int, year: int) -> str:
        periods = tuple(
            PeriodSpending(Period(2020, number, Cycle.QUARTER), Decimal(one)) for number, one in enumerate(quarters, 1)
        )
        amounts = (Amount(2020, Decimal(100), Decimal(year), periods=periods),)
        programme = replace(SAMPLE.programmes[1], amounts=amounts, children=())
        return questions(replace(SAMPLE, programmes=(programme,), supports=()))

    assert "berjumlah Rp180, lebih dari pagu Rp100" in asked(20, 40, 50, 70, year=70)
    assert "berjumlah Rp80, sedangkan realisasi 2020 Rp90" in asked(20, 20, 20, 20, year=90)
    assert "berjumlah" not in asked(20, 20, 20, 20, year=80)
    assert "berjumlah" not in asked(20, 20, year=80), "a quarter that is missing is no contradiction"


def test_spending_above_the_ceiling_is_asked_about_with_the_amount() -> None:
    programme = replace(SAMPLE.programmes[1], amounts=(Amount(2020, Decimal(100), Decimal(150)),))

    assert "melebihi pagu sebesar Rp50" in questions(replace(SAMPLE, programmes=(programme,), supports=()))


def test_shares_that_do_not_add_to_a_hundred_are_asked_about() -> None:
    record = replace(SAMPLE, supports=(Support("P2", "IK1", Decimal(60)), Support("P2", "IK2", Decimal(30))))

    assert "berjumlah 90,00%" in questions(record)


def test_an_analysis_copied_from_last_year_is_asked_about() -> None:
    copied = replace(
        indicator("60", (2020, "61")),
        narratives=(
            Narrative(2019, NarrativePart.CAUSE, "Kerja sama yang baik."),
            Narrative(2020, NarrativePart.CAUSE, "kerja sama  yang baik."),
        ),
    )

    assert "kata demi kata dengan tahun 2019" in questions(with_indicators(copied))
