"""Rows of the money: programmes with their amounts, and what they serve."""

from collections.abc import Iterator
from decimal import Decimal

from saksama.exchange.fields import NONE, NOT_YET, key
from saksama.exchange.rows.row import Row, Value, is_exact, number, row
from saksama.exchange.sheets.money import implied_parent, stated_code
from saksama.kernel.budget import BudgetNode
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.spending import spending


def budget_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Every programme, activity and sub-activity, each below its parent."""
    identifiers = {node.id for node in record.nodes()}
    for programme in record.programmes:
        yield from _node_rows(programme, (), identifiers)


def _node_rows(node: BudgetNode, above: tuple[str, ...], identifiers: set[str]) -> Iterator[Row]:
    none = NONE if implied_parent(node.id) in identifiers else ""
    yield row(
        [
            ("level", node.level.value),
            ("parent", above[0] if above else none),
            ("id", node.id),
            ("name", node.name),
            *(cell for amount in node.amounts for cell in _stated_amounts(node, amount.year)),
            *(cell for year in _budgeted_years(node) for cell in _totals(node, year)),
            ("code", stated_code(node.id, node.code)),
            ("parent_read", above[0] if above else None),
            ("ancestors", "".join(f"#{identifier}" for identifier in above[:2]) + "#"),
            ("is_leaf", 0 if node.children else 1),
        ]
    )
    for child in node.children:
        yield from _node_rows(child, (node.id, *above), identifiers)


def _stated_amounts(node: BudgetNode, year: int) -> Iterator[tuple[str, Value | None]]:
    amount = node.amount(year)
    if amount is None:
        return
    is_unknown = amount.appropriation is None and amount.expenditure is None
    yield (key("appropriation", year), NOT_YET if is_unknown else amount.appropriation)
    yield (key("expenditure", year), amount.expenditure)


def _budgeted_years(node: BudgetNode) -> list[int]:
    return sorted({amount.year for leaf in node.leaves() for amount in leaf.amounts})


def _totals(node: BudgetNode, year: int) -> Iterator[tuple[str, Value | None]]:
    money = spending(node, year)
    leaves = [amount for leaf in node.leaves() if (amount := leaf.amount(year))]
    are_exact = all(_is_exact(amount.appropriation) and _is_exact(amount.expenditure) for amount in leaves)
    if are_exact:
        yield (key("appropriation_total", year), number(money.appropriation.value))
        yield (key("expenditure_total", year), number(money.expenditure.value))
        yield (key("absorption", year), number(money.absorption.value))


def _is_exact(value: Decimal | None) -> bool:
    return value is None or is_exact(value)


def support_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Which node serves which objective or indicator, with its share."""
    nodes = {node.id: node.name for node in record.nodes()}
    subjects = {objective.id: objective.name for objective in record.plan.objectives()}
    subjects |= {goal.id: goal.name for goal in record.plan.goals}
    subjects |= {indicator.id: indicator.name for indicator in record.plan.indicators()}
    shares: dict[str, Decimal] = {}
    for support in record.supports:
        shares[support.node] = shares.get(support.node, Decimal(0)) + support.share
    for support in record.supports:
        yield row(
            [
                ("node", support.node),
                ("node_name", nodes.get(support.node)),
                ("subject", support.subject),
                ("subject_name", subjects.get(support.subject)),
                ("share", support.share),
                ("share_total", shares[support.node]),
            ]
        )
