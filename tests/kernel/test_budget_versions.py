from decimal import Decimal

from saksama.kernel.budget import (
    Amount,
    BudgetLevel,
    BudgetNode,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
)
from saksama.kernel.budget_versions import appropriation_at
from saksama.kernel.evaluation import Result
from saksama.kernel.quantity import Reason, Uncomputable

ORIGINAL = BudgetVersion("murni", 2025, BudgetVersionKind.ORIGINAL)
REVISED = BudgetVersion("perubahan", 2025, BudgetVersionKind.REVISED)


def leaf(identifier: str, now: int, before: int | None) -> BudgetNode:
    earlier = () if before is None else (EarlierAppropriation("murni", Decimal(before)),)
    amount = Amount(2025, Decimal(now), earlier=earlier)
    return BudgetNode(identifier, f"Kegiatan {identifier}", BudgetLevel.ACTIVITY, amounts=(amount,))


def at(version: BudgetVersion, *leaves: BudgetNode) -> Result:
    node = BudgetNode("P", "Program", BudgetLevel.PROGRAMME, children=leaves)
    return appropriation_at((node,), version, is_last=version is REVISED, subject="P", title="Pagu")


def test_each_version_is_the_sum_of_its_own_leaves() -> None:
    leaves = leaf("A", 800, 1000), leaf("B", 600, 500)

    assert at(ORIGINAL, *leaves).value == 1500
    assert at(REVISED, *leaves).value == 1400


def test_a_leaf_without_that_version_leaves_the_sum_without_a_number() -> None:
    result = at(ORIGINAL, leaf("A", 800, 1000), leaf("B", 600, None))

    assert result.value == Uncomputable(Reason.NO_APPROPRIATION, "Kegiatan B")


def test_a_leaf_that_an_earlier_version_states_as_zero_was_not_in_it() -> None:
    leaves = leaf("A", 800, 1000), leaf("B", 600, 0)

    assert at(ORIGINAL, *leaves).value == 1000
    assert at(ORIGINAL, leaf("B", 600, 0)).value == 0
    assert at(REVISED, *leaves).value == 1400


def test_nothing_in_the_year_is_no_appropriation() -> None:
    assert at(ORIGINAL, BudgetNode("A", "Kegiatan A", BudgetLevel.ACTIVITY)).value == Uncomputable(
        Reason.NO_APPROPRIATION
    )
