"""The plain values of the budget's page: every node with its money, its leaves with what can be typed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from saksama.compose.doubts import money_questions
from saksama.kernel.budget import BudgetNode
from saksama.kernel.evaluation import Result
from saksama.kernel.period import Cycle, Period, periods_of
from saksama.kernel.periods_money import node_money, total_money
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_rupiah
from saksama.web.measurement.models import Amount, PeriodSpending
from saksama.web.measurement.money_entry import OF_QUARTER, OF_YEAR, Kept, kept
from saksama.web.planning.models import PlanVersion

_DEPTHS = {"programme": 0, "activity": 1, "sub-activity": 2}


@dataclass(frozen=True, slots=True)
class MoneyCell:
    """A year (`number` 0) or a quarter of a leaf. A year is closed together with its last quarter."""

    number: int
    title: str
    kept: Kept
    is_closed: bool


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A node with its sums to the end of the period; cells where it is a leaf."""

    key: str
    code: str
    name: str
    depth: int
    appropriation: str
    expenditure: str
    absorption: str
    cells: tuple[MoneyCell, ...]
    questions: tuple[str, ...] = ()


def money_rows(
    record: PerformanceRecord, version: PlanVersion, period: Period, closed: Collection[int]
) -> tuple[MoneyRow, ...]:
    """Every node, parents first; `closed` are the quarters whose figures may not be changed. 2 queries."""
    year = period.year
    amounts = {row.node.key: row for row in _amounts(version, year)}
    spent = {
        (row.amount.node.key, row.number): row
        for row in PeriodSpending.objects.filter(
            amount__node__plan=version.plan_id, amount__year=year, cycle=Cycle.QUARTER.value
        ).select_related("amount__node")
    }
    return tuple(_row(node, period, amounts, spent, closed) for node in record.nodes())


def total_row(record: PerformanceRecord, period: Period) -> MoneyRow:
    """All programmes together."""
    money = total_money(record, period)
    return MoneyRow(
        "", "", "", 0, _rupiah(money.appropriation), _rupiah(money.to_date), money.absorption.printed() or "", ()
    )


def _amounts(version: PlanVersion, year: int) -> Iterator[Amount]:
    return iter(Amount.objects.filter(node__plan=version.plan_id, year=year).select_related("node"))


def _row(
    node: BudgetNode,
    period: Period,
    amounts: Mapping[str, Amount],
    spent: Mapping[tuple[str, int], PeriodSpending],
    closed: Collection[int],
) -> MoneyRow:
    money = node_money(node, period)
    cells: tuple[MoneyCell, ...] = ()
    if not node.children:
        quarters = periods_of(period.year, Cycle.QUARTER)
        cells = (
            MoneyCell(0, str(period.year), kept(amounts.get(node.id), OF_YEAR), 4 in closed),
            *(
                MoneyCell(
                    one.number,
                    ("TW I", "TW II", "TW III", "TW IV")[one.number - 1],
                    kept(spent.get((node.id, one.number)), OF_QUARTER),
                    one.number in closed,
                )
                for one in quarters
            ),
        )
    return MoneyRow(
        node.id,
        node.code,
        node.name,
        _DEPTHS[node.level.value],
        _rupiah(money.appropriation),
        _rupiah(money.to_date),
        money.absorption.printed() or "",
        cells,
        tuple(money_questions(node, period.year)) if cells else (),
    )


def _rupiah(result: Result) -> str:
    return "" if isinstance(result.value, Uncomputable) else write_rupiah(result.value)
