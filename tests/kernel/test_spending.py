from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.kernel.evaluation import replay
from saksama.kernel.money import EFFICIENCY_METHODS
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import ReportSettings
from saksama.kernel.results import achievement
from saksama.kernel.spending import (
    Verdict,
    efficiency,
    objective_subjects,
    serving_nodes,
    spending,
    subject_spending,
    total_spending,
    verdict,
)
from tests.kernel.exactly import exactly
from tests.kernel.small_record import IK1, P1, P2, P3, S1, YEAR, indicator, leaf, programme, record, support


def test_money_of_a_node_is_the_sum_of_its_leaves() -> None:
    spent = spending(P1, YEAR)

    assert (spent.appropriation.value, spent.expenditure.value, spent.absorption.value) == exactly(1000, 900, 90)
    assert spent.remainder.value == 100


def test_money_of_all_programmes_is_their_sum() -> None:
    spent = total_spending(record(), YEAR)

    assert (spent.appropriation.value, spent.expenditure.value, spent.absorption.value) == exactly(2000, 1400, 70)
    assert [item.explanation for item in spent.appropriation.explanation.inputs] == [f"pagu/P1/{YEAR}", ""]


def test_missing_expenditure_leaves_the_appropriation_alone() -> None:
    spent = total_spending(record(programmes=(P2, P3)), YEAR)

    assert spent.appropriation.value == 1300
    missing = Uncomputable(Reason.NO_EXPENDITURE, "Simpul P3")
    assert (spent.expenditure.value, spent.absorption.value, spent.remainder.value) == (missing, missing, missing)


def test_leaf_outside_the_year_is_left_out() -> None:
    older = leaf("K3", "5000", "5000", year=YEAR - 1)
    grown = programme("P1", *P1.children, older)

    assert spending(grown, YEAR).appropriation.value == 1000
    assert spending(grown, YEAR - 1).appropriation.value == 5000
    assert total_spending(record(programmes=(grown, programme("P9", older))), YEAR).appropriation.value == 1000


def test_node_outside_the_year_has_no_money() -> None:
    spent = spending(P1, YEAR - 1)

    assert spent.appropriation.value == Uncomputable(Reason.NO_APPROPRIATION)
    assert spent.absorption.value == Uncomputable(Reason.NO_APPROPRIATION)


def test_appropriation_of_zero_has_no_absorption() -> None:
    spent = spending(leaf("P4", "0", "0"), YEAR)

    assert spent.absorption.value == Uncomputable(Reason.ZERO_APPROPRIATION)


def test_money_of_an_objective_is_that_of_what_serves_it_and_its_indicators() -> None:
    served = record(supports=(support("P1", "IK1"), support("P2", "S1", "40"), support("P2", "S2", "60")))

    assert subject_spending(served, ("IK1",), YEAR).appropriation.value == 1000
    assert subject_spending(served, objective_subjects(S1), YEAR).appropriation.value == 1400
    assert subject_spending(served, ("S2",), YEAR).expenditure.value == 300


def test_node_that_serves_an_objective_and_its_indicator_counts_with_both_shares() -> None:
    served = record(supports=(support("P1", "S1", "60"), support("P1", "IK1", "40")))

    spent = subject_spending(served, objective_subjects(S1), YEAR)

    assert (spent.appropriation.value, spent.expenditure.value) == exactly(1000, 900)
    assert serving_nodes(served, objective_subjects(S1)) == ((P1, Decimal(100)),)


@pytest.mark.parametrize("shares", [("60", "30"), ("60", "50"), ("150", "-50"), ("100", "NaN"), ("100", "0")])
def test_shares_that_do_not_add_to_100_give_no_money(shares: tuple[str, str]) -> None:
    first, second = shares
    served = record(supports=(support("P1", "IK1", first), support("P1", "IK2", second)))

    spent = subject_spending(served, ("IK1",), YEAR)

    assert spent.appropriation.value == Uncomputable(Reason.INCOMPLETE_SHARES, "Simpul P1")
    assert spent.absorption.value == Uncomputable(Reason.INCOMPLETE_SHARES, "Simpul P1")


def test_shares_are_added_exactly() -> None:
    third = "33." + "3" * 32
    served = record(supports=tuple(support("P1", subject, third) for subject in ("IK1", "IK2", "IK3")))

    value = subject_spending(served, ("IK1",), YEAR).appropriation.value

    assert value == Uncomputable(Reason.INCOMPLETE_SHARES, "Simpul P1")


@pytest.mark.parametrize("subject", ["IK1", "IK2"])
def test_money_is_not_counted_twice_where_a_node_below_serves_too(subject: str) -> None:
    served = record(supports=(support("P1", "IK1"), support("K1", "IK2")))

    spent = subject_spending(served, (subject,), YEAR)

    assert isinstance(spent.appropriation.value, Uncomputable)
    assert spent.appropriation.value.reason is Reason.NESTED_SUPPORT


def test_subject_that_nothing_serves_has_no_money() -> None:
    assert subject_spending(record(), ("IK1",), YEAR).absorption.value == Uncomputable(Reason.NO_PROGRAMME, "IK1")


@settings(deadline=None)
@given(amounts=st.lists(st.tuples(st.none() | st.integers(0, 10**12), st.none() | st.integers(0, 10**12)), min_size=1))
def test_money_of_a_node_is_the_same_alone_and_in_the_total(amounts: list[tuple[int | None, int | None]]) -> None:
    texts = [tuple(None if value is None else str(value) for value in pair) for pair in amounts]
    node = programme("P1", programme("K1", *(leaf(f"L{n}", *pair) for n, pair in enumerate(texts))))

    alone, total = spending(node, YEAR), total_spending(record(programmes=(node,)), YEAR)

    assert (total.appropriation.value, total.expenditure.value) == (alone.appropriation.value, alone.expenditure.value)
    assert replay(total.appropriation.explanation) == total.appropriation


@pytest.mark.parametrize(
    ("method", "expected"),
    # IK1 reached 40 of 80: 50 %; P1 spent 900 of 1000: 90 %.
    [
        ("efficiency-gap", Fraction(-40)),
        ("efficiency-ratio", Fraction(500, 9)),
        ("efficiency-saving", Fraction(10)),
        ("efficiency-pmk", Fraction(-80)),
    ],
)
def test_efficiency_is_computed_by_the_method_that_the_agency_named(method: str, expected: Fraction) -> None:
    served = record(supports=(support("P1", "IK1"),), settings=ReportSettings(efficiency_method=method))
    reached, spent = achievement(served, IK1, YEAR), subject_spending(served, ("IK1",), YEAR)

    result = efficiency(served, "IK1", reached, spent, year=YEAR)

    assert result.value == expected
    assert result.explanation.formula == method
    assert {formula.name for formula in EFFICIENCY_METHODS} >= {method}


@pytest.mark.parametrize("method", ["efisiensi", "", "sum", "ratio", "efficiency-unit-cost"])
def test_efficiency_by_an_unknown_method_is_no_number(method: str) -> None:
    served = record(supports=(support("P1", "IK1"),), settings=ReportSettings(efficiency_method=method))
    reached, spent = achievement(served, IK1, YEAR), subject_spending(served, ("IK1",), YEAR)

    result = efficiency(served, "IK1", reached, spent, year=YEAR)

    assert result.value == Uncomputable(Reason.UNKNOWN_FORMULA, method)


@pytest.mark.parametrize("formula", EFFICIENCY_METHODS, ids=lambda formula: formula.name)
def test_efficiency_without_expenditure_is_no_number(formula: object) -> None:
    name = getattr(formula, "name", "")
    served = record(programmes=(P3,), supports=(support("P3", "IK1"),), settings=ReportSettings(efficiency_method=name))
    reached, spent = achievement(served, IK1, YEAR), subject_spending(served, ("IK1",), YEAR)

    result = efficiency(served, "IK1", reached, spent, year=YEAR)

    assert result.value == Uncomputable(Reason.NO_EXPENDITURE, "Simpul P3")


@pytest.mark.parametrize(
    ("reached", "spent", "expected"),
    [
        ("100", "90", Verdict.EFFICIENT),
        ("120", "100", Verdict.EFFICIENT),
        ("100", "100", Verdict.NOT_EFFICIENT),
        ("99.99", "90", Verdict.LEFT_OVER),
        ("99.99", "100", Verdict.NOT_EFFICIENT),
        ("150", "100.01", Verdict.OVERSPENT),
        (None, "90", Verdict.UNKNOWN),
        ("100", None, Verdict.UNKNOWN),
    ],
)
def test_efficient_is_said_only_where_the_target_was_reached_for_less(
    reached: str | None, spent: str | None, expected: Verdict
) -> None:
    budget = leaf("P2", "100", spent, level="programme")
    served = record(programmes=(budget,), supports=(support("P2", "IK"),))

    found = verdict(achievement(served, indicator("IK", "100", reached), YEAR), spending(budget, YEAR))

    assert found is expected


def test_shared_money_is_in_each_subject_and_once_in_the_total() -> None:
    shared = record(
        programmes=(P2,),
        supports=(
            replace(support("P2", "S1"), is_shared=True),
            replace(support("P2", "S2"), is_shared=True),
        ),
    )

    assert subject_spending(shared, ("S1",), YEAR).appropriation.value == 1000
    assert subject_spending(shared, ("S2",), YEAR).appropriation.value == 1000
    assert total_spending(shared, YEAR).appropriation.value == 1000
    assert "pagu bersama" in subject_spending(shared, ("S1",), YEAR).appropriation.explanation.inputs[0].origin


def test_money_is_either_shared_or_split() -> None:
    both = record(programmes=(P2,), supports=(support("P2", "S1"), replace(support("P2", "S2"), is_shared=True)))

    spent = subject_spending(both, ("S1",), YEAR).appropriation.value
    assert isinstance(spent, Uncomputable)
    assert spent.reason is Reason.SHARED_AND_SPLIT
