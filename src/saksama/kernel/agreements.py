"""The record as it stood when an agreement was signed: its targets and the budget that it rests on."""

from dataclasses import replace
from decimal import Decimal

from saksama.kernel.budget import Amount, BudgetNode
from saksama.kernel.record import PerformanceAgreement, PerformanceRecord


def as_agreed(record: PerformanceRecord, agreement: PerformanceAgreement) -> PerformanceRecord:
    """The record up to this agreement: later revisions are left out, and its year's appropriations are those of its
    budget version, or those of the last where it names none.

    A leaf that states nothing for that version has no appropriation in it: missing is never zero, and never another
    version's figure.
    """
    versions = record.versions_of_budget(agreement.year)
    is_last = not agreement.budget_version or (versions and versions[-1].id == agreement.budget_version)
    programmes = record.programmes
    if not is_last:
        programmes = tuple(_at(node, agreement.year, agreement.budget_version) for node in programmes)
    return replace(up_to(record, agreement.year, agreement.revision), programmes=programmes)


def up_to(record: PerformanceRecord, year: int, revision: int) -> PerformanceRecord:
    """The record without the agreements of a year that came after a revision."""
    kept = (found for found in record.agreements if found.year != year or found.revision <= revision)
    return replace(record, agreements=tuple(kept))


def previous_agreement(record: PerformanceRecord, agreement: PerformanceAgreement) -> PerformanceAgreement | None:
    """The agreement that a revision replaces."""
    versions = record.agreement_versions(agreement.year)
    return next((found for found in reversed(versions) if found.revision < agreement.revision), None)


def _at(node: BudgetNode, year: int, version: str) -> BudgetNode:
    amounts = tuple(
        replace(amount, appropriation=_appropriation(amount, version)) if amount.year == year else amount
        for amount in node.amounts
    )
    return replace(node, amounts=amounts, children=tuple(_at(child, year, version) for child in node.children))


def _appropriation(amount: Amount, version: str) -> Decimal | None:
    return next((found.appropriation for found in amount.earlier if found.version == version), None)
