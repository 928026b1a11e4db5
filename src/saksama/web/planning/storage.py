"""Rows → the plan, its indicators and its programmes, with what was measured of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple, get_type_hints

from django.db import models

from saksama.kernel.budget import Amount, BudgetLevel
from saksama.kernel.budget import BudgetNode as KernelNode
from saksama.kernel.budget import Support as KernelSupport
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.indicator import (
    Actual,
    Baseline,
    Benchmark,
    Continuity,
    IndicatorSheet,
    Narrative,
    PerformanceIndicator,
    PeriodActual,
    PeriodTarget,
    RawCalculation,
    ResultKind,
)
from saksama.kernel.indicator import IndicatorChange as KernelChange
from saksama.kernel.indicator import Target as KernelTarget
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from saksama.kernel.plan import Goal as KernelGoal
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.plan import StrategicPlan as KernelPlan
from saksama.kernel.record import PerformanceRecord
from saksama.web.planning.indicator_rows import WHOLE_YEAR
from saksama.web.planning.kept_json import kept_value
from saksama.web.planning.models import (
    BudgetNode,
    IndicatorChange,
    IndicatorDefinition,
    PlanVersion,
    RecordPart,
    Support,
    Target,
)
from saksama.web.planning.plan_rows import PARTS, definitions


class _Row(NamedTuple):
    """A target's columns."""

    year: int
    cycle: str
    number: int
    is_end: bool
    low: Decimal
    high: Decimal


_CYCLES = {cycle.value: cycle for cycle in Cycle}


@dataclass(slots=True)
class Measured:
    """What is known of an indicator beside its definition."""

    actuals: list[Actual] = field(default_factory=list)
    period_actuals: list[PeriodActual] = field(default_factory=list)
    benchmarks: list[Benchmark] = field(default_factory=list)
    narratives: list[Narrative] = field(default_factory=list)


def load_plan(
    version: PlanVersion, measured: Mapping[str, Measured], years: Collection[int] | None = None
) -> KernelPlan:
    """The plan of a version with its indicators and their targets, of all years or of some. 5 queries."""
    rows = definitions(version).filter(node=None).select_related("indicator")
    below_goal: dict[int | None, list[PerformanceIndicator]] = defaultdict(list)
    below_objective: dict[int | None, list[PerformanceIndicator]] = defaultdict(list)
    for row, indicator in _indicators(rows, measured, years):
        (below_goal[row.goal_id] if row.goal_id else below_objective[row.objective_id]).append(indicator)
    goals = []
    for goal in version.goals.prefetch_related("objectives"):
        objectives = tuple(
            StrategicObjective(
                one.key, one.name, tuple(below_objective[one.pk]), tuple(one.strategies), tuple(one.policies)
            )
            for one in goal.objectives.all()
        )
        goals.append(KernelGoal(goal.key, goal.name, objectives, tuple(below_goal[goal.pk])))
    return KernelPlan(
        version.title,
        version.plan.first_year,
        version.plan.last_year,
        tuple(goals),
        tuple(version.strategies),
        tuple(version.policies),
        version.vision,
        version.mission,
    )


def load_programmes(
    version: PlanVersion,
    measured: Mapping[str, Measured],
    amounts: Mapping[int, tuple[Amount, ...]],
    years: Collection[int] | None = None,
) -> tuple[KernelNode, ...]:
    """The programmes with their amounts, which are given by the number of the node. 4 queries."""
    indicators = defaultdict(list)
    rows = definitions(version).exclude(node=None).select_related("indicator")
    for row, indicator in _indicators(rows, measured, years):
        indicators[row.node_id].append(indicator)
    below: dict[int | None, list[BudgetNode]] = defaultdict(list)
    for node in BudgetNode.objects.filter(plan=version.plan_id):
        below[node.parent_id].append(node)

    def made(node: BudgetNode) -> KernelNode:
        return KernelNode(
            node.key,
            node.name,
            BudgetLevel(node.level),
            node.code,
            amounts.get(node.pk, ()),
            tuple(indicators[node.pk]),
            tuple(made(child) for child in below[node.pk]),
            node.owner,
        )

    return tuple(made(node) for node in below[None])


def load_supports(version: PlanVersion) -> tuple[KernelSupport, ...]:
    """Which node serves what. 1 query."""
    return tuple(
        KernelSupport(row.node.key, row.subject, row.share, row.is_shared)
        for row in Support.objects.filter(node__plan=version.plan_id).select_related("node")
    )


def load_parts(version: PlanVersion, names: Iterable[str] = PARTS) -> dict[str, Any]:
    """The parts that are kept whole, by the name of the record's field. 1 query."""
    hints = get_type_hints(PerformanceRecord)
    return {
        row.name: kept_value(hints[row.name], row.content, row.name)
        for row in RecordPart.objects.filter(plan=version.plan_id, name__in=names)
    }


def _indicators(
    rows: Iterable[IndicatorDefinition], measured: Mapping[str, Measured], years: Collection[int] | None
) -> Iterable[tuple[IndicatorDefinition, PerformanceIndicator]]:
    found = list(rows)
    numbers = [row.pk for row in found]
    targets: dict[int, list[_Row]] = defaultdict(list)
    promised = Target.objects.filter(definition__in=numbers)
    if years is not None:
        promised = promised.filter(models.Q(year__in=list(years)) | models.Q(is_end=True))
    columns = promised.values_list("definition", "year", "cycle", "number", "is_end", "low", "high")
    for definition, year, cycle, number, is_end, low, high in columns:
        targets[definition].append(_Row(year, cycle, number, is_end, low, high))
    changes: dict[int, list[IndicatorChange]] = defaultdict(list)
    for change in IndicatorChange.objects.filter(definition__in=numbers):
        changes[change.definition_id].append(change)
    for row in found:
        known = measured.get(row.indicator.key, Measured())
        yield row, _indicator(row, targets[row.pk], changes[row.pk], known)


def _indicator(
    row: IndicatorDefinition, targets: list[_Row], changes: list[IndicatorChange], measured: Measured
) -> PerformanceIndicator:
    of_year = [target for target in targets if target.number == WHOLE_YEAR]
    factor, baseline = row.raw_factor, row.baseline_value
    return PerformanceIndicator(
        id=row.indicator.key,
        name=row.name,
        unit=row.unit,
        formula=row.formula,
        is_key=row.is_key,
        kind=ResultKind(row.kind) if row.kind else None,
        decimals=row.decimals,
        minimum=row.minimum,
        maximum=row.maximum,
        zero_target=ZeroTarget(row.zero_target),
        raw=None if factor is None else RawCalculation(row.raw_numerator, row.raw_denominator, factor),
        sheet=IndicatorSheet(
            row.definition,
            row.calculation,
            row.reason,
            row.source,
            row.collection,
            row.frequency,
            row.owner,
            row.verifier,
            row.basis,
        ),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        replaced_by=row.replaced_by,
        baseline=None if row.baseline_year is None or baseline is None else Baseline(row.baseline_year, baseline),
        targets=tuple(KernelTarget(one.year, one.low, one.high) for one in of_year if not one.is_end),
        end_target=next((KernelTarget(one.year, one.low, one.high) for one in of_year if one.is_end), None),
        actuals=tuple(measured.actuals),
        benchmarks=tuple(measured.benchmarks),
        narratives=tuple(measured.narratives),
        schedule=Schedule(Cycle(row.cycle), row.is_cumulative, Consolidation(row.consolidation), row.measured_in),
        period_targets=tuple(
            PeriodTarget(Period(one.year, one.number, _CYCLES[one.cycle]), one.low, one.high)
            for one in targets
            if one.number != WHOLE_YEAR
        ),
        period_actuals=tuple(measured.period_actuals),
        value_scale=row.value_scale,
        changes=tuple(KernelChange(one.year, Continuity(one.continuity), one.previous, one.note) for one in changes),
    )
