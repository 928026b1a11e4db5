"""What an agreement promised when it was signed."""

from dataclasses import replace
from decimal import Decimal

from saksama.kernel.agreements import as_agreed, previous_agreement
from saksama.kernel.budget import (
    Amount,
    BudgetLevel,
    BudgetNode,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
)
from saksama.kernel.indicator import Target
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import AgreedTarget, PerformanceAgreement, PerformanceRecord
from saksama.kernel.results import target_in_force
from saksama.kernel.spending import total_spending
from tests.kernel.small_record import IK1, YEAR, record

ORIGINAL = BudgetVersion("murni", YEAR, BudgetVersionKind.ORIGINAL)
REVISED = BudgetVersion("perubahan", YEAR, BudgetVersionKind.REVISED)
FIRST = PerformanceAgreement(YEAR, budget_version="murni")
SECOND = PerformanceAgreement(
    YEAR,
    revision=1,
    targets=(AgreedTarget("IK1", Target(YEAR, Decimal(85), Decimal(85))),),
    budget_version="perubahan",
)


def _programme(identifier: str, revised: str, original: str | None) -> BudgetNode:
    earlier = () if original is None else (EarlierAppropriation("murni", Decimal(original)),)
    amount = Amount(YEAR, Decimal(revised), earlier=earlier)
    return BudgetNode(identifier, f"Program {identifier}", BudgetLevel.PROGRAMME, amounts=(amount,))


def _record(*programmes: BudgetNode) -> PerformanceRecord:
    return replace(record(programmes=programmes), agreements=(FIRST, SECOND), budget_versions=(ORIGINAL, REVISED))


def _target(found: PerformanceRecord) -> Decimal | None:
    target = target_in_force(found, IK1, YEAR)
    return target.high if target else None


def test_the_first_agreement_has_the_plan_s_target_and_the_original_budget() -> None:
    whole = _record(_programme("P1", "900", "1000"), _programme("P2", "550", "400"))

    first, last = as_agreed(whole, FIRST), as_agreed(whole, SECOND)

    assert (_target(first), _target(last)) == (Decimal(80), Decimal(85))
    assert total_spending(first, YEAR).appropriation.value == 1400
    assert total_spending(last, YEAR).appropriation.value == 1450
    assert first.agreement(YEAR) is FIRST


def test_what_the_earlier_budget_does_not_state_is_missing_and_not_zero() -> None:
    whole = _record(_programme("P1", "900", None))

    found = total_spending(as_agreed(whole, FIRST), YEAR).appropriation.value

    assert isinstance(found, Uncomputable)
    assert found.reason is Reason.NO_APPROPRIATION


def test_an_agreement_that_names_no_budget_rests_on_the_last() -> None:
    whole = _record(_programme("P1", "900", "1000"))

    found = total_spending(as_agreed(whole, replace(FIRST, budget_version="")), YEAR).appropriation.value

    assert found == 900


def test_a_revision_replaces_the_one_before_and_the_first_none() -> None:
    third = replace(SECOND, revision=3)
    whole = replace(_record(), agreements=(third, SECOND, FIRST))

    assert previous_agreement(whole, third) is SECOND
    assert previous_agreement(whole, FIRST) is None
