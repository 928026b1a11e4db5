"""Record → the evaluation of the yearly plan (Renja) inside the plan period: columns 5 to 15 of its form.

Volumes of years add up where the indicator's periods do (`Consolidation.SUM`); of every other indicator, percentages
and indices above all, the last year's value stands. Adding percentages would give 200 %.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from saksama.kernel.budget import BudgetNode
from saksama.kernel.evaluation import Result, evaluate, formula_named
from saksama.kernel.explanation import Input, Limits
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import PerformanceIndicator, Target
from saksama.kernel.interim import Promise, is_year_end, reached_to_date
from saksama.kernel.money import ABSORPTION
from saksama.kernel.period import Consolidation, Period
from saksama.kernel.periods import achieved, period_key, period_title
from saksama.kernel.periods_money import PeriodMoney
from saksama.kernel.quantity import Quantity, Reason, Uncomputable, added, exact
from saksama.kernel.rating import PERMENDAGRI_86_2017
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import actual
from saksama.kernel.rounding import write_rupiah
from saksama.kernel.totals import CAPPED_MEAN, MEAN, SUM


def adds_up(indicator: PerformanceIndicator) -> bool:
    """Whether the values of years add up to that of the plan."""
    return indicator.schedule.consolidation is Consolidation.SUM


def plan_promise(record: PerformanceRecord, indicator: PerformanceIndicator) -> Promise:
    """Column 5: the plan's target for its whole period."""
    plan, end = record.plan, indicator.end_target
    origin = f"Target Renstra {plan.first_year}–{plan.last_year}"
    if adds_up(indicator):
        targets = [(year, indicator.target(year)) for year in plan.years]
        low = added([_bound(target, year, indicator, is_low=True) for year, target in targets])
        high = added([_bound(target, year, indicator, is_low=False) for year, target in targets])
        return Promise(low, high, origin)
    target = end or indicator.target(plan.last_year)
    if target is None:
        missing = Uncomputable(Reason.NO_TARGET, indicator.name)
        return Promise(missing, missing, origin)
    return Promise(exact(target.low), exact(target.high), origin, (target.low, target.high), target.place)


def reached_before(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Input:
    """Column 6: what was reached in the plan period to the end of the year before."""
    years = range(record.plan.first_year, year)
    origin = f"Realisasi s.d. {year - 1}"
    found = [actual(indicator, one) for one in years]
    if not adds_up(indicator):
        return found[-1] if found else Input("actual", Uncomputable(Reason.NOT_APPLICABLE, indicator.name), origin)
    return Input("actual", added([item.value for item in found]), _sum_origin(origin, found))


def reached_in_plan(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Input:
    """Column 14: what was reached in the plan period to the end of the period."""
    now = reached_to_date(indicator, period)
    if not adds_up(indicator):
        return now
    before = reached_before(record, indicator, period.year)
    parts = (before, now) if period.year > record.plan.first_year else (now,)
    origin = f"Realisasi Renstra s.d. {period_title(period)}"
    return Input("actual", added([item.value for item in parts]), origin)


def plan_level(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Result:
    """Column 15: what was reached in the plan period against the plan's target, in percent."""
    promise = plan_promise(record, indicator)
    formula = formula_named(indicator.formula)
    is_lower_better = formula is not None and formula.polarity is Polarity.LOWER_IS_BETTER
    if adds_up(indicator) and is_lower_better and (period.year < record.plan.last_year or not is_year_end(period)):
        # Few accidents in one of five years would pass for few in all five.
        not_due = Uncomputable(Reason.NOT_DUE, indicator.name)
        promise = Promise(not_due, not_due, promise.origin)
    identifier = f"tingkat-renstra/{indicator.id}/{period_key(period)}"
    reached = reached_in_plan(record, indicator, period)
    return achieved(record, indicator, reached, promise.bounds, origin=promise.origin, identifier=identifier)


def planned_money(record: PerformanceRecord, node: BudgetNode) -> Result:
    """Column 5: what the plan foresees for a node. Every year must be stated for every leaf, if only as 0."""
    plan = record.plan
    inputs = [
        _money_input(leaf, amount.planned if amount else None, f"Pagu Renstra {year}", Reason.NO_APPROPRIATION)
        for leaf in node.leaves()
        for year, amount in ((year, leaf.amount(year)) for year in plan.years)
    ]
    return _sum(f"pagu-renstra/{node.id}", inputs)


def planned_in_year(node: BudgetNode, year: int) -> Quantity:
    """What the plan foresees for a node in a year, in rupiah. A leaf outside that year's budget is left out."""
    budgeted = [(leaf, amount) for leaf in node.leaves() if (amount := leaf.amount(year))]
    if not budgeted:
        return Uncomputable(Reason.NO_APPROPRIATION, node.name)
    return added(
        Uncomputable(Reason.NO_APPROPRIATION, leaf.name) if amount.planned is None else exact(amount.planned)
        for leaf, amount in budgeted
    )


def spent_before(record: PerformanceRecord, node: BudgetNode, year: int) -> Result:
    """Column 6: what was spent on a node in the plan period to the end of the year before.

    A node outside the budget of a year spent nothing in it; a year whose budget the record does not hold is missing.
    """
    inputs = []
    for one in range(record.plan.first_year, year):
        if not any(other.amount(one) for other in record.nodes()):
            origin = f"Realisasi anggaran {one}"
            inputs.append(Input(node.id, Uncomputable(Reason.NO_EXPENDITURE, str(one)), origin))
        for leaf in node.leaves():
            if amount := leaf.amount(one):
                title = f"Realisasi anggaran {one}"
                inputs.append(_money_input(leaf, amount.expenditure, title, Reason.NO_EXPENDITURE))
    return _sum(f"belanja-sebelum/{node.id}/{year}", inputs)


def spent_in_plan(record: PerformanceRecord, node: BudgetNode, period: Period, money: PeriodMoney) -> Result:
    """Column 14: what was spent on a node in the plan period to the end of the period."""
    before = spent_before(record, node, period.year)
    inputs = [_from("", money.to_date, f"Realisasi anggaran s.d. {period_title(period)}")]
    if period.year > record.plan.first_year:
        inputs.insert(0, _from("", before, f"Realisasi anggaran s.d. {period.year - 1}"))
    return _sum(f"belanja-renstra/{node.id}/{period_key(period)}", inputs)


def plan_absorption(record: PerformanceRecord, node: BudgetNode, period: Period, money: PeriodMoney) -> Result:
    """Column 15: what was spent in the plan period against what the plan foresees, in percent."""
    spent, planned = spent_in_plan(record, node, period, money), planned_money(record, node)
    inputs = (
        _from("expenditure", spent, f"Realisasi anggaran Renstra s.d. {period_title(period)}"),
        _from("appropriation", planned, "Pagu Renstra"),
    )
    return evaluate(ABSORPTION, inputs, identifier=f"serapan-renstra/{node.id}/{period_key(period)}")


@dataclass(frozen=True, slots=True)
class MeanLevel:
    """The mean of levels, uncapped and with each capped; without a number where one that is due is missing."""

    uncapped: Result
    capped: Result
    missing: tuple[PerformanceIndicator, ...]
    left_out: tuple[PerformanceIndicator, ...]
    """Not due yet, or not applicable."""


def mean_level(
    record: PerformanceRecord, levels: Iterable[tuple[PerformanceIndicator, Result]], identifier: str
) -> MeanLevel:
    """The mean of levels of achievement; only the capped one is rated."""
    every = tuple(levels)
    left_out = tuple(one for one, level in every if _is_left_out(level))
    due = [(one, level) for one, level in every if not _is_left_out(level)]
    limit = Limits(cap=record.settings.average_cap)
    inputs = [
        Input(one.id, level.capped, f"Capaian: {one.name}", explanation=level.explanation.id) for one, level in due
    ]
    limited = [
        replace(item, value=limit.apply(item.value)) if isinstance(item.value, Fraction) else item for item in inputs
    ]
    return MeanLevel(
        evaluate(MEAN, tuple(inputs), identifier=f"rata-rata/{identifier}"),
        evaluate(CAPPED_MEAN, tuple(limited), PERMENDAGRI_86_2017, identifier=f"rata-rata-dibatasi/{identifier}"),
        tuple(one for one, level in due if isinstance(level.capped, Uncomputable)),
        left_out,
    )


def _is_left_out(level: Result) -> bool:
    value = level.capped
    return isinstance(value, Uncomputable) and value.reason in (Reason.NOT_DUE, Reason.NOT_APPLICABLE)


def _bound(target: Target | None, year: int, indicator: PerformanceIndicator, *, is_low: bool) -> Quantity:
    if target is None:
        return Uncomputable(Reason.NO_TARGET, f"{indicator.name}, {year}")
    return exact(target.low if is_low else target.high)


def _sum_origin(origin: str, parts: list[Input]) -> str:
    terms = [part.printed for part in parts]
    return f"{origin} = {' + '.join(terms)}" if terms and all(terms) else origin


def _money_input(leaf: BudgetNode, amount: Decimal | None, title: str, missing: Reason) -> Input:
    if amount is None:
        return Input(leaf.id, Uncomputable(missing, f"{title}: {leaf.name}"), title)
    value = exact(amount)
    return Input(leaf.id, value, f"{title}: {leaf.name}", write_rupiah(value) if isinstance(value, Fraction) else "")


def _from(name: str, result: Result, origin: str) -> Input:
    value = result.value
    printed = write_rupiah(value) if isinstance(value, Fraction) else ""
    return Input(name, value, origin, printed, explanation=result.explanation.id)


def _sum(identifier: str, inputs: list[Input]) -> Result:
    return evaluate(SUM, tuple(inputs), identifier=identifier, decimals=0)
