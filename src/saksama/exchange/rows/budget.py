"""Rows of the money: programmes with their amounts, and what they serve."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from saksama.exchange.fields import NONE, NOT_YET, key
from saksama.exchange.rows.row import Row, Value, is_exact, number, row
from saksama.exchange.sheets.money import implied_parent, stated_code
from saksama.kernel.budget import BudgetNode
from saksama.kernel.money import ABSORPTION
from saksama.kernel.record import PerformanceRecord

Money = tuple[Fraction | None, Fraction | None]
"""Appropriation and expenditure of a node in a year; `None` where no number follows."""


def budget_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Every programme, activity and sub-activity, each below its parent."""
    identifiers = {node.id for node in record.nodes()}
    for programme in record.programmes:
        yield from _node_rows(programme, (), identifiers)[0]


def _node_rows(node: BudgetNode, above: tuple[str, ...], identifiers: set[str]) -> tuple[list[Row], dict[int, Money]]:
    """The rows of a node and what is below it, and its money by year: `spending`, summed once for all levels."""
    below = [_node_rows(child, (node.id, *above), identifiers) for child in node.children]
    money = _summed([of_child for _, of_child in below]) if below else _own(node)
    none = NONE if implied_parent(node.id) in identifiers else ""
    own = row(
        [
            ("level", node.level.value),
            ("parent", above[0] if above else none),
            ("id", node.id),
            ("name", node.name),
            *(cell for amount in node.amounts for cell in _stated_amounts(node, amount.year)),
            *(cell for year, pair in money.items() for cell in _totals(year, *pair)),
            ("code", stated_code(node.id, node.code)),
            ("owner", node.owner),
            ("parent_read", above[0] if above else None),
            ("ancestors", "".join(f"#{identifier}" for identifier in above[:2]) + "#"),
            ("is_leaf", 0 if node.children else 1),
        ]
    )
    return [own, *(found for rows, _ in below for found in rows)], money


def _stated_amounts(node: BudgetNode, year: int) -> Iterator[tuple[str, Value | None]]:
    amount = node.amount(year)
    if amount is None:
        return
    stated = [(name, getattr(amount, name)) for name in ("appropriation", "expenditure", "planned", "physical")]
    is_unknown = all(value is None for _name, value in stated)
    yield from ((key(name, year), value) for name, value in stated)
    if is_unknown:
        yield (key("appropriation", year), NOT_YET)


def _own(node: BudgetNode) -> dict[int, Money]:
    return {amount.year: (_number(amount.appropriation), _number(amount.expenditure)) for amount in node.amounts}


def _number(value: Decimal | None) -> Fraction | None:
    """The amount as the workbook can compute with it: what is too long for a cell's number is text there."""
    return None if value is None or not is_exact(value) else Fraction(value)


def _summed(parts: list[dict[int, Money]]) -> dict[int, Money]:
    """The sums by year over the nodes that are in that year's budget; none where one of them has no number."""
    years = sorted({year for part in parts for year in part})
    return {year: _pair_sum([part[year] for part in parts if year in part]) for year in years}


def _pair_sum(pairs: list[Money]) -> Money:
    first, second = zip(*pairs, strict=True)
    return _sum(first), _sum(second)


def _sum(values: tuple[Fraction | None, ...]) -> Fraction | None:
    numbers = [value for value in values if value is not None]
    return sum(numbers, Fraction(0)) if len(numbers) == len(values) else None


def _totals(
    year: int, appropriation: Fraction | None, expenditure: Fraction | None
) -> Iterator[tuple[str, Value | None]]:
    yield (key("appropriation_total", year), appropriation)
    yield (key("expenditure_total", year), expenditure)
    if appropriation is not None and expenditure is not None:
        absorbed = ABSORPTION.compute({"appropriation": appropriation, "expenditure": expenditure})
        yield (key("absorption", year), number(absorbed))


def support_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Which node serves which objective or indicator, with its share."""
    nodes = {node.id: node.name for node in record.nodes()}
    subjects = {objective.id: objective.name for objective in record.plan.objectives()}
    subjects |= {goal.id: goal.name for goal in record.plan.goals}
    subjects |= {indicator.id: indicator.name for indicator in record.plan.indicators()}
    shares: dict[str, Decimal] = {}
    for support in record.supports:
        if not support.is_shared:
            shares[support.node] = shares.get(support.node, Decimal(0)) + support.share
    for support in record.supports:
        yield row(
            [
                ("node", support.node),
                ("node_name", nodes.get(support.node)),
                ("subject", support.subject),
                ("subject_name", subjects.get(support.subject)),
                ("share", support.share),
                ("share_total", None if support.is_shared else Fraction(shares[support.node])),
                ("is_shared", "yes" if support.is_shared else None),
            ]
        )
