"""Record → the money of a period and from the year's start to its end, with physical progress.

A sum needs every leaf of the year's budget: what is missing at one of them is missing in the sum.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from saksama.kernel.budget import BudgetNode, PeriodSpending
from saksama.kernel.evaluation import Result, evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.money import ABSORPTION
from saksama.kernel.period import Cycle, Period, periods_of
from saksama.kernel.periods import period_key, period_title
from saksama.kernel.quantity import Quantity, Reason, Uncomputable, added, exact
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_rupiah
from saksama.kernel.spending import spending, total_spending
from saksama.kernel.totals import SUM


@dataclass(frozen=True, slots=True)
class PeriodMoney:
    """Appropriation of the year; expenditure of the period and to its end, in rupiah; absorption to date in percent."""

    appropriation: Result
    in_period: Result
    to_date: Result
    absorption: Result


def node_money(node: BudgetNode, period: Period) -> PeriodMoney:
    """The money of a node: its own, or the sum of its leaves."""
    parts = node.children or (node,)
    return _money(node.id, parts, period, spending(node, period.year).appropriation)


def total_money(record: PerformanceRecord, period: Period) -> PeriodMoney:
    """The money of all programmes."""
    return _money("semua", record.programmes, period, total_spending(record, period.year).appropriation)


def physical_progress(node: BudgetNode, period: Period) -> Quantity:
    """The physical progress of a leaf at the end of the period, in percent. Nothing adds it up for a parent."""
    amount = node.amount(period.year)
    at_end = (one.physical for one in _stated(node, period.year) if one.period.last_month == period.last_month)
    stated = next((one for one in at_end if one is not None), None)
    if stated is None and amount and period.last_month == 12:
        stated = amount.physical
    return Uncomputable(Reason.NO_ACTUAL, node.name) if stated is None else exact(stated)


def unreported(node: BudgetNode, period: Period) -> tuple[BudgetNode, ...]:
    """The leaves of the year's budget whose expenditure to the end of the period is not known."""
    return tuple(leaf for leaf in _budgeted(node, period.year) if isinstance(_to_date(leaf, period), Uncomputable))


def _money(subject: str, parts: tuple[BudgetNode, ...], period: Period, appropriation: Result) -> PeriodMoney:
    title = period_title(period)
    budgeted = [part for part in parts if any(True for _leaf in _budgeted(part, period.year))]

    def total(measure: str, origin: str, spent: _Spent) -> Result:
        inputs = [_input(part, _summed(part, period, spent), f"{origin}: {part.name}") for part in budgeted]
        if not (len(budgeted) == 1 and budgeted[0].id == subject):
            explained = (f"{measure}/{part.id}/{period_key(period)}" for part in budgeted)
            inputs = [replace(item, explanation=name) for item, name in zip(inputs, explained, strict=True)]
        missing = Input("", Uncomputable(Reason.NO_EXPENDITURE), origin)
        identifier = f"{measure}/{subject}/{period_key(period)}"
        return evaluate(SUM, tuple(inputs) or (missing,), identifier=identifier, decimals=0)

    spent_in = total("belanja-tw", f"Realisasi anggaran {title}", _within)
    to_date = total("belanja-sd-tw", f"Realisasi anggaran s.d. {title}", _to_date)
    absorption = evaluate(
        ABSORPTION,
        (
            _from("expenditure", to_date, f"Realisasi anggaran s.d. {title}"),
            _from("appropriation", appropriation, f"Pagu {period.year}"),
        ),
        identifier=f"serapan-sd-tw/{subject}/{period_key(period)}",
    )
    return PeriodMoney(appropriation, spent_in, to_date, absorption)


def _input(part: BudgetNode, value: Quantity, origin: str) -> Input:
    return Input(part.id, value, origin, write_rupiah(value) if isinstance(value, Fraction) else "")


def _from(name: str, result: Result, origin: str) -> Input:
    value = result.value
    printed = write_rupiah(value) if isinstance(value, Fraction) else ""
    return Input(name, value, origin, printed, explanation=result.explanation.id)


def _budgeted(node: BudgetNode, year: int) -> Iterator[BudgetNode]:
    return (leaf for leaf in node.leaves() if leaf.amount(year) is not None)


_Spent = Callable[[BudgetNode, Period], Quantity]


def _summed(node: BudgetNode, period: Period, spent: _Spent) -> Quantity:
    return added([spent(leaf, period) for leaf in _budgeted(node, period.year)])


def _within(leaf: BudgetNode, period: Period) -> Quantity:
    return _spent_between(leaf, period.year, period.first_month, period.last_month)


def _to_date(leaf: BudgetNode, period: Period) -> Quantity:
    """At the end of the year what the year states, where it states anything."""
    amount = leaf.amount(period.year)
    if period.last_month == 12 and amount and amount.expenditure is not None:
        return exact(amount.expenditure)
    return _spent_between(leaf, period.year, 1, period.last_month)


def _spent_between(leaf: BudgetNode, year: int, first_month: int, last_month: int) -> Quantity:
    """The sum of periods of one cycle that cover the months exactly."""
    stated = {one.period: one.expenditure for one in _stated(leaf, year)}
    for cycle in Cycle:
        within = [
            one for one in periods_of(year, cycle) if one.first_month >= first_month and one.last_month <= last_month
        ]
        covers = sum(one.last_month - one.first_month + 1 for one in within) == last_month - first_month + 1
        amounts = [stated.get(one) for one in within]
        if covers and all(amount is not None for amount in amounts):
            return added([exact(amount) for amount in amounts if amount is not None])
    return Uncomputable(Reason.NO_EXPENDITURE, leaf.name)


def _stated(leaf: BudgetNode, year: int) -> tuple[PeriodSpending, ...]:
    amount = leaf.amount(year)
    return amount.periods if amount else ()
