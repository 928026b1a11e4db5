"""The evaluation of the yearly plan inside the plan period, column by column."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode
from saksama.kernel.evaluation import replay
from saksama.kernel.indicator import Actual, PerformanceIndicator, Target
from saksama.kernel.interim import achieved_to_date
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from saksama.kernel.periods_money import node_money
from saksama.kernel.plan_evaluation import (
    mean_level,
    plan_absorption,
    plan_level,
    plan_promise,
    planned_money,
    reached_before,
    reached_in_plan,
    spent_before,
    spent_in_plan,
)
from saksama.kernel.quantity import Reason, Uncomputable
from tests.kernel.small_record import IK1, programme, record

YEAR = 2024  # the third year of the plan 2022–2026
END = Period(YEAR, 4, Cycle.QUARTER)


def yearly(targets: str, actuals: str, *, consolidation: Consolidation) -> PerformanceIndicator:
    """An indicator with targets and actuals from 2022 on."""
    return replace(
        IK1,
        schedule=Schedule(consolidation=consolidation),
        targets=tuple(Target(2022 + n, Decimal(value), Decimal(value)) for n, value in enumerate(targets.split())),
        actuals=tuple(Actual(2022 + n, Decimal(value)) for n, value in enumerate(actuals.split())),
    )


def test_volumes_of_years_add_up_to_that_of_the_plan() -> None:
    documents = yearly("10 10 12 12 16", "8 10 12", consolidation=Consolidation.SUM)

    assert plan_promise(record(), documents).high == 60
    assert reached_before(record(), documents, YEAR).value == 18
    assert reached_before(record(), documents, YEAR).origin == "Realisasi s.d. 2023 = 8 + 10"
    assert reached_in_plan(record(), documents, END).value == 30
    assert achieved_to_date(record(), documents, END).value == 100
    assert plan_level(record(), documents, END).value == 50


def test_percentages_of_years_are_never_added_up() -> None:
    served = yearly("80 85 90 95 100", "75 85 90", consolidation=Consolidation.LAST)

    assert plan_promise(record(), served).high == 100
    assert reached_before(record(), served, YEAR).value == 85
    assert reached_in_plan(record(), served, END).value == 90
    assert plan_level(record(), served, END).value == 90


def test_a_year_without_target_leaves_the_plan_without_one() -> None:
    documents = yearly("10 10 12", "8 10 12", consolidation=Consolidation.SUM)

    missing = plan_level(record(), documents, END).value
    assert isinstance(missing, Uncomputable)
    assert missing.reason is Reason.NO_TARGET


def test_a_high_level_does_not_hide_a_low_one_in_the_mean() -> None:
    high = yearly("10 10 10 10 10", "10 10 25", consolidation=Consolidation.SUM)
    low = yearly("10 10 10 10 10", "10 10 5", consolidation=Consolidation.SUM)

    mean = mean_level(record(), [(one, achieved_to_date(record(), one, END)) for one in (high, low)], "e81")

    assert mean.uncapped.value == 150
    assert mean.capped.value == 75  # (100 + 50) ÷ 2
    assert mean.capped.band
    assert mean.capped.band.word == "Sedang"
    assert replay(mean.capped.explanation).value == 75


def test_a_missing_level_that_is_due_withholds_the_mean_and_one_not_due_does_not() -> None:
    known = yearly("10 10 10 10 10", "10 10 5", consolidation=Consolidation.SUM)
    unknown = yearly("10 10 10 10 10", "10 10", consolidation=Consolidation.SUM)
    third = Period(YEAR, 3, Cycle.QUARTER)

    withheld = mean_level(record(), [(one, achieved_to_date(record(), one, END)) for one in (known, unknown)], "e81")
    early = mean_level(record(), [(unknown, achieved_to_date(record(), unknown, third))], "e81")

    assert isinstance(withheld.capped.value, Uncomputable)
    assert withheld.capped.band is None
    assert withheld.missing == (unknown,)
    assert early.missing == ()
    assert early.left_out == (unknown,)


def test_few_accidents_in_three_years_are_not_measured_against_those_of_five() -> None:
    accidents = replace(yearly("10 10 10 10 10", "8 8 8", consolidation=Consolidation.SUM), formula="complement")

    value = plan_level(record(), accidents, END).value
    assert isinstance(value, Uncomputable)
    assert value.reason is Reason.NOT_DUE


def money_leaf(planned: str, spent: str) -> BudgetNode:
    """A leaf with what the plan foresees for 2022 to 2026, and what was spent from 2022 on; "-" for not stated."""
    expenditures = spent.split()
    amounts = []
    for number, foreseen in enumerate(planned.split()):
        used = expenditures[number] if number < len(expenditures) else "-"
        stated = [None if text == "-" else Decimal(text) for text in (foreseen, used)]
        amounts.append(Amount(2022 + number, Decimal(100), stated[1], stated[0]))
    return BudgetNode("K1", "Simpul K1", BudgetLevel.ACTIVITY, amounts=tuple(amounts))


def test_money_of_the_plan_period() -> None:
    node = programme("P1", money_leaf("100 100 100 100 100", "90 80 70"))
    whole = record(programmes=(node,))
    money = node_money(node, END)

    assert planned_money(whole, node).value == 500
    assert spent_before(whole, node, YEAR).value == 170
    assert spent_in_plan(whole, node, END, money).value == 240
    assert plan_absorption(whole, node, END, money).value == 48


def test_a_plan_without_a_year_has_no_total() -> None:
    node = programme("P1", money_leaf("100 100 100 100 -", "90 80 70"))

    assert isinstance(planned_money(record(programmes=(node,)), node).value, Uncomputable)


def test_a_year_that_the_record_does_not_hold_is_missing_not_zero() -> None:
    late = BudgetNode("K1", "Simpul K1", BudgetLevel.ACTIVITY, amounts=(Amount(2023, Decimal(9), Decimal(8)),))
    new = BudgetNode("K2", "Simpul K2", BudgetLevel.ACTIVITY, amounts=(Amount(2024, Decimal(9), Decimal(8)),))
    before = BudgetNode("K0", "Simpul K0", BudgetLevel.ACTIVITY, amounts=(Amount(2022, Decimal(9), Decimal(8)),))

    assert isinstance(spent_before(record(programmes=(late,)), late, YEAR).value, Uncomputable)
    assert spent_before(record(programmes=(late, before)), late, YEAR).value == 8
    assert spent_before(record(programmes=(new, late, before)), new, YEAR).value == Fraction(0)
