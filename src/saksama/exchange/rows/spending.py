"""Rows of the money in the course of a year: versions of the budget, earlier appropriations, spending by period."""

from collections.abc import Iterator

from saksama.exchange.rows.row import Row, row
from saksama.exchange.sheets.periods import period_value
from saksama.kernel.budget import BudgetNode, PeriodSpending
from saksama.kernel.period import periods_of
from saksama.kernel.record import PerformanceRecord


def version_rows(record: PerformanceRecord) -> Iterator[Row]:
    """The versions of the budgets, from the first to the last."""
    for version in record.budget_versions:
        yield row(
            [
                ("id", version.id),
                ("year", version.year),
                ("kind", version.kind.value),
                ("adopted_on", version.adopted_on),
                ("document", version.document),
                ("reason", version.reason),
            ]
        )


def earlier_rows(record: PerformanceRecord) -> Iterator[Row]:
    """What versions before the last appropriated for each leaf."""
    for leaf in _leaves(record):
        for amount in leaf.amounts:
            for earlier in amount.earlier:
                named = [("node", leaf.id), ("node_name", leaf.name), ("version", earlier.version)]
                yield row([*named, ("appropriation", earlier.appropriation)])


def period_rows(record: PerformanceRecord, prepared: int | None) -> Iterator[Row]:
    """What was spent in each period, and rows for `prepared` where the year before was stated by period."""
    for leaf in _leaves(record):
        for amount in leaf.amounts:
            for spent in amount.periods:
                yield _period_row(leaf, spent)
        before, now = (leaf.amount(year) for year in ((prepared or 0) - 1, prepared or 0))
        if before and before.periods and not (now and now.periods):
            cycle = before.periods[0].period.cycle
            yield from (_period_row(leaf, PeriodSpending(period)) for period in periods_of(before.year + 1, cycle))


def _period_row(leaf: BudgetNode, spent: PeriodSpending) -> Row:
    return row(
        [
            ("node", leaf.id),
            ("node_name", leaf.name),
            ("year", spent.period.year),
            ("period", period_value(spent.period)),
            ("expenditure", spent.expenditure),
            ("physical", spent.physical),
        ]
    )


def _leaves(record: PerformanceRecord) -> Iterator[BudgetNode]:
    return (node for node in record.nodes() if not node.children)
