"""Record → the money of a period and from the year's start to its end, with physical progress.

A sum needs every leaf of the year's budget: what is missing at one of them is missing in the sum.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from saksama.kernel.budget import BudgetNode, PeriodSpending
from saksama.kernel.evaluation import Result, evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.figures import write_decimal
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


def physical_progress(node: BudgetNode, period: Period) -> Result:
    """The physical progress of a leaf at the end of the period, in percent. Nothing adds it up for a parent."""
    amount = node.amount(period.year)
    at_end = (one.physical for one in _stated(node, period.year) if one.period.last_month == period.last_month)
    stated = next((one for one in at_end if one is not None), None)
    if stated is None and amount and period.last_month == 12:
        stated = amount.physical
    value = Uncomputable(Reason.NO_ACTUAL, node.name) if stated is None else exact(stated)
    printed = "" if stated is None else write_decimal(stated)
    item = Input(node.id, value, f"Realisasi fisik s.d. {period_title(period)}: {node.name}", printed)
    return evaluate(SUM, (item,), identifier=f"fisik/{node.id}/{period_key(period)}")


def unreported(node: BudgetNode, period: Period) -> tuple[BudgetNode, ...]:
    """The leaves of the year's budget whose expenditure to the end of the period is not known."""
    every = _budgeted(node, period.year)
    return tuple(leaf for leaf in every if isinstance(_sum(_to_date(leaf, period)), Uncomputable))


_Terms = Callable[[BudgetNode, Period], tuple[Input, ...]]


def _money(subject: str, parts: tuple[BudgetNode, ...], period: Period, appropriation: Result) -> PeriodMoney:
    title, key = period_title(period), period_key(period)

    def total(measure: str, origin: str, terms: _Terms) -> Result:
        inputs = _inputs(subject, parts, period, terms=terms, measure=measure, origin=origin)
        missing = Input("", Uncomputable(Reason.NO_EXPENDITURE), origin)
        return evaluate(SUM, inputs or (missing,), identifier=f"{measure}/{subject}/{key}", decimals=0)

    spent_in = total("belanja-tw", f"Realisasi anggaran {title}", _within)
    to_date = total("belanja-sd-tw", f"Realisasi anggaran s.d. {title}", _to_date)
    absorption = evaluate(
        ABSORPTION,
        (
            _from("expenditure", to_date, f"Realisasi anggaran s.d. {title}"),
            _from("appropriation", appropriation, f"Pagu {period.year}"),
        ),
        identifier=f"serapan-sd-tw/{subject}/{key}",
    )
    return PeriodMoney(appropriation, spent_in, to_date, absorption)


def _inputs(
    subject: str, parts: tuple[BudgetNode, ...], period: Period, *, terms: _Terms, measure: str, origin: str
) -> tuple[Input, ...]:
    """The periods of a leaf, or the totals of the parts."""
    if len(parts) == 1 and parts[0].id == subject:
        return terms(parts[0], period)
    found = []
    for part in parts:
        leaves = tuple(_budgeted(part, period.year))
        if leaves:
            value = added(_sum(terms(leaf, period)) for leaf in leaves)
            explained = f"{measure}/{part.id}/{period_key(period)}"
            found.append(Input(part.id, value, f"{origin}: {part.name}", _rupiah(value), explanation=explained))
    return tuple(found)


def _sum(terms: tuple[Input, ...]) -> Quantity:
    return added(term.value for term in terms)


def _from(name: str, result: Result, origin: str) -> Input:
    return Input(name, result.value, origin, _rupiah(result.value), explanation=result.explanation.id)


def _rupiah(value: Quantity) -> str:
    return write_rupiah(value) if isinstance(value, Fraction) else ""


def _budgeted(node: BudgetNode, year: int) -> Iterator[BudgetNode]:
    return (leaf for leaf in node.leaves() if leaf.amount(year) is not None)


def _within(leaf: BudgetNode, period: Period) -> tuple[Input, ...]:
    return _between(leaf, period, period.first_month)


def _to_date(leaf: BudgetNode, period: Period) -> tuple[Input, ...]:
    """At the end of the year what the year states, where it states anything."""
    amount = leaf.amount(period.year)
    if period.last_month == 12 and amount and amount.expenditure is not None:
        value = exact(amount.expenditure)
        origin = f"Realisasi anggaran {period.year}: {leaf.name}"
        return (Input(leaf.id, value, origin, _rupiah(value), amount.place),)
    return _between(leaf, period, first_month=1)


def _between(leaf: BudgetNode, period: Period, first_month: int) -> tuple[Input, ...]:
    """The periods of one cycle that together last from the first month to the end of the period."""
    stated = {one.period: one for one in _stated(leaf, period.year)}
    for cycle in Cycle:
        every = periods_of(period.year, cycle)
        within = [one for one in every if one.first_month >= first_month and one.last_month <= period.last_month]
        is_covered = (
            bool(within) and within[0].first_month == first_month and within[-1].last_month == period.last_month
        )
        found = [_term(leaf, stated[one]) for one in within if one in stated]
        if is_covered and len(found) == len(within) and not any(isinstance(one.value, Uncomputable) for one in found):
            return tuple(found)
    missing = Uncomputable(Reason.NO_EXPENDITURE, leaf.name)
    return (Input(leaf.id, missing, f"Realisasi anggaran s.d. {period_title(period)}: {leaf.name}"),)


def _term(leaf: BudgetNode, stated: PeriodSpending) -> Input:
    origin = f"Realisasi anggaran {period_title(stated.period)}: {leaf.name}"
    if stated.expenditure is None:
        return Input(leaf.id, Uncomputable(Reason.NO_EXPENDITURE, leaf.name), origin, place=stated.place)
    value = exact(stated.expenditure)
    return Input(leaf.id, value, origin, _rupiah(value), stated.place)


def _stated(leaf: BudgetNode, year: int) -> tuple[PeriodSpending, ...]:
    amount = leaf.amount(year)
    return amount.periods if amount else ()
