"""The money of a period and to its end, as finance reports it."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, PeriodSpending
from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods_money import node_money, physical_progress, total_money, unreported
from saksama.kernel.quantity import Reason, Uncomputable
from tests.kernel.small_record import leaf, programme, record

YEAR = 2025


def quarter(number: int) -> Period:
    return Period(YEAR, number, Cycle.QUARTER)


def spending_leaf(identifier: str, ceiling: str, spent: str, *, year_total: str | None = None) -> BudgetNode:
    """A leaf with the expenditure of each quarter, "-" where none was reported."""
    periods = tuple(
        PeriodSpending(quarter(number), Decimal(value)) for number, value in enumerate(spent.split(), 1) if value != "-"
    )
    total = None if year_total is None else Decimal(year_total)
    amount = Amount(YEAR, Decimal(ceiling), total, periods=periods)
    return BudgetNode(identifier, f"Simpul {identifier}", BudgetLevel.SUB_ACTIVITY, amounts=(amount,))


PROGRAMME = programme("P1", spending_leaf("K1", "600", "100 150 200"), spending_leaf("K2", "400", "50 0 100"))


def test_quarters_of_the_leaves_add_up() -> None:
    money = node_money(PROGRAMME, quarter(3))

    assert money.appropriation.value == 1000
    assert money.in_period.value == 300
    assert money.to_date.value == 600
    assert money.absorption.value == 60


def test_all_programmes_together() -> None:
    both = record(programmes=(PROGRAMME, spending_leaf("P2", "1000", "300 300 300")))

    money = total_money(both, quarter(2))

    assert money.in_period.value == 450
    assert money.to_date.value == 900
    assert money.absorption.value == 45


def test_a_leaf_that_has_not_reported_is_no_zero() -> None:
    late = programme("P1", spending_leaf("K1", "600", "100 150 200"), spending_leaf("K2", "400", "50 0"))

    money = node_money(late, quarter(3))

    assert money.to_date.value == Uncomputable(Reason.NO_EXPENDITURE, "Simpul K2")
    assert isinstance(money.absorption.value, Uncomputable)
    assert [node.id for node in unreported(late, quarter(3))] == ["K2"]
    assert unreported(late, quarter(2)) == ()


def test_a_missing_quarter_in_the_middle_leaves_the_sum_to_date_unknown() -> None:
    money = node_money(spending_leaf("K1", "600", "100 - 200"), quarter(3))

    assert money.in_period.value == 200
    assert isinstance(money.to_date.value, Uncomputable)


def test_months_make_a_quarter() -> None:
    months = tuple(PeriodSpending(Period(YEAR, number, Cycle.MONTH), Decimal(number)) for number in range(1, 10))
    monthly = BudgetNode(
        "K1", "Simpul K1", BudgetLevel.SUB_ACTIVITY, amounts=(Amount(YEAR, Decimal(100), periods=months),)
    )

    assert node_money(monthly, quarter(3)).in_period.value == 7 + 8 + 9
    assert node_money(monthly, quarter(3)).to_date.value == 45
    assert isinstance(node_money(monthly, quarter(4)).to_date.value, Uncomputable)


def test_a_semester_says_nothing_of_its_first_quarter() -> None:
    half = PeriodSpending(Period(YEAR, 1, Cycle.SEMESTER), Decimal(70))
    node = BudgetNode(
        "K1", "Simpul K1", BudgetLevel.SUB_ACTIVITY, amounts=(Amount(YEAR, Decimal(100), periods=(half,)),)
    )

    assert isinstance(node_money(node, quarter(1)).to_date.value, Uncomputable)
    assert isinstance(node_money(node, quarter(2)).in_period.value, Uncomputable)
    assert node_money(node, quarter(2)).to_date.value == 70


def test_at_the_end_of_the_year_the_statement_of_the_year_stands() -> None:
    stated = spending_leaf("K1", "600", "100 150 200 -", year_total="590")

    money = node_money(stated, quarter(4))

    assert isinstance(money.in_period.value, Uncomputable)
    assert money.to_date.value == 590
    assert money.absorption.value == Fraction(590, 6)


def test_a_leaf_outside_the_budget_of_the_year_is_left_out() -> None:
    node = programme("P1", spending_leaf("K1", "600", "100"), leaf("K2", "5", "5", year=2024))

    assert node_money(node, quarter(1)).to_date.value == 100


@pytest.mark.parametrize(("number", "expected"), [(2, 40), (4, 95)])
def test_physical_progress_stands_at_the_end_of_a_period(number: int, expected: int) -> None:
    amount = Amount(YEAR, Decimal(600), physical=Decimal(95), periods=(PeriodSpending(quarter(2), None, Decimal(40)),))
    node = replace(spending_leaf("K1", "600", ""), amounts=(amount,))

    assert physical_progress(node, quarter(number)).value == expected
    assert isinstance(physical_progress(node, quarter(3)).value, Uncomputable)
