"""A record's plan, indicators and programmes → the rows that hold them."""

from django.db import models

from saksama.exchange.record_json import encoded
from saksama.kernel.budget import BudgetNode as KernelNode
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.indicator import Target as KernelTarget
from saksama.kernel.period import Cycle
from saksama.kernel.record import PerformanceRecord
from saksama.web.planning.models import (
    BudgetNode,
    Goal,
    Indicator,
    IndicatorChange,
    IndicatorDefinition,
    Objective,
    PlanVersion,
    RecordPart,
    StrategicPlan,
    Support,
    Target,
)
from saksama.web.rows import Ref, Table, Wanted

PARTS = (
    "agency",
    "issues",
    "texts",
    "settings",
    "choices",
    "value_scales",
    "surveys",
    "recommendations",
    "innovations",
    "awards",
    "assets",
    "pictures",
    "attachments",
)
"""The fields of a record that are kept whole, each as a `RecordPart`."""

WHOLE_YEAR = 0
"""The number of a row of the year itself, beside those of its periods."""


def tables(plan: StrategicPlan, version: PlanVersion) -> tuple[Table, ...]:
    """The tables of this app in the order in which they need each other."""
    of_version = {"version": version}
    return (
        Table(PlanVersion, lambda: PlanVersion.objects.filter(pk=version.pk), lambda _row: ()),
        Table(Goal, lambda: Goal.objects.filter(**of_version), lambda row: (row.key,)),
        Table(Objective, lambda: Objective.objects.filter(goal__version=version), lambda row: (row.key,)),
        Table(BudgetNode, lambda: BudgetNode.objects.filter(plan=plan), lambda row: (row.key,)),
        Table(
            Support,
            lambda: Support.objects.filter(node__plan=plan).select_related("node"),
            lambda row: (row.node.key, row.subject),
        ),
        Table(Indicator, lambda: Indicator.objects.filter(plan=plan), lambda row: (row.key,)),
        Table(
            IndicatorDefinition,
            lambda: definitions(version).select_related("indicator"),
            lambda row: (row.indicator.key,),
        ),
        Table(
            Target,
            lambda: Target.objects.filter(definition__in=definitions(version)).select_related("definition__indicator"),
            lambda row: (row.definition.indicator.key, row.year, row.cycle, row.number, row.is_end),
        ),
        Table(
            IndicatorChange,
            lambda: IndicatorChange.objects.filter(definition__in=definitions(version)).select_related(
                "definition__indicator"
            ),
            lambda row: (row.definition.indicator.key, row.position),
        ),
        Table(RecordPart, lambda: RecordPart.objects.filter(plan=plan), lambda row: (row.name,)),
    )


def definitions(version: PlanVersion) -> models.QuerySet[IndicatorDefinition]:
    """The indicators of a version of the plan, and those of its programmes."""
    return IndicatorDefinition.objects.filter(
        models.Q(goal__version=version)
        | models.Q(objective__goal__version=version)
        | models.Q(node__plan_id=version.plan_id)
    )


def add_plan(wanted: Wanted, record: PerformanceRecord, plan: StrategicPlan, version: PlanVersion) -> None:
    """Ask for every row of the plan, its indicators, its programmes, and the parts that are kept whole."""
    wanted.add(
        PlanVersion,
        (),
        title=record.plan.title,
        vision=record.plan.vision,
        mission=record.plan.mission,
        strategies=list(record.plan.strategies),
        policies=list(record.plan.policies),
    )
    place = 0
    for number, goal in enumerate(record.plan.goals):
        above = wanted.add(Goal, (goal.id,), version=version, key=goal.id, position=number, name=goal.name)
        _add_indicators(wanted, goal.indicators, plan, goal=above)
        for objective in goal.objectives:
            place += 1
            own = wanted.add(
                Objective,
                (objective.id,),
                goal=above,
                key=objective.id,
                position=place,
                name=objective.name,
                strategies=list(objective.strategies),
                policies=list(objective.policies),
            )
            _add_indicators(wanted, objective.indicators, plan, objective=own)
    for place, programme in enumerate(record.programmes):
        _add_node(wanted, programme, plan, place, parent=None)
    for place, support in enumerate(record.supports):
        wanted.add(
            Support,
            (support.node, support.subject),
            node=Ref(BudgetNode, (support.node,)),
            subject=support.subject,
            position=place,
            share=support.share,
            is_shared=support.is_shared,
        )
    for name in PARTS:
        wanted.add(RecordPart, (name,), plan=plan, name=name, content=encoded(getattr(record, name)))


def _add_node(wanted: Wanted, node: KernelNode, plan: StrategicPlan, place: int, *, parent: Ref | None) -> None:
    own = wanted.add(
        BudgetNode,
        (node.id,),
        plan=plan,
        parent=parent,
        key=node.id,
        position=place,
        level=node.level.value,
        code=node.code,
        name=node.name,
        owner=node.owner,
    )
    _add_indicators(wanted, node.indicators, plan, node=own)
    for number, child in enumerate(node.children):
        _add_node(wanted, child, plan, number, parent=own)


def _add_indicators(
    wanted: Wanted,
    indicators: tuple[PerformanceIndicator, ...],
    plan: StrategicPlan,
    *,
    goal: Ref | None = None,
    objective: Ref | None = None,
    node: Ref | None = None,
) -> None:
    for place, one in enumerate(indicators):
        indicator = wanted.add(Indicator, (one.id,), plan=plan, key=one.id)
        sheet, schedule, raw = one.sheet, one.schedule, one.raw
        definition = wanted.add(
            IndicatorDefinition,
            (one.id,),
            indicator=indicator,
            goal=goal,
            objective=objective,
            node=node,
            position=place,
            name=one.name,
            unit=one.unit,
            formula=one.formula,
            is_key=one.is_key,
            kind=one.kind.value if one.kind else "",
            decimals=one.decimals,
            minimum=one.minimum,
            maximum=one.maximum,
            zero_target=one.zero_target.value,
            raw_numerator=raw.numerator if raw else "",
            raw_denominator=raw.denominator if raw else "",
            raw_factor=raw.factor if raw else None,
            definition=sheet.definition,
            calculation=sheet.calculation,
            reason=sheet.reason,
            source=sheet.source,
            collection=sheet.collection,
            frequency=sheet.frequency,
            owner=sheet.owner,
            verifier=sheet.verifier,
            basis=sheet.basis,
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            replaced_by=one.replaced_by,
            baseline_year=one.baseline.year if one.baseline else None,
            baseline_value=one.baseline.value if one.baseline else None,
            cycle=schedule.cycle.value,
            is_cumulative=schedule.is_cumulative,
            consolidation=schedule.consolidation.value,
            measured_in=schedule.measured_in,
            value_scale=one.value_scale,
        )
        for target in one.targets:
            _add_target(wanted, definition, target, is_end=False)
        if one.end_target:
            _add_target(wanted, definition, one.end_target, is_end=True)
        for promised in one.period_targets:
            period = promised.period
            wanted.add(
                Target,
                (one.id, period.year, period.cycle.value, period.number, False),
                definition=definition,
                year=period.year,
                cycle=period.cycle.value,
                number=period.number,
                is_end=False,
                low=promised.low,
                high=promised.high,
            )
        for number, change in enumerate(one.changes):
            wanted.add(
                IndicatorChange,
                (one.id, number),
                definition=definition,
                position=number,
                year=change.year,
                continuity=change.continuity.value,
                previous=change.previous,
                note=change.note,
            )


def _add_target(wanted: Wanted, definition: Ref, target: KernelTarget, *, is_end: bool) -> None:
    wanted.add(
        Target,
        (*definition.key, target.year, Cycle.YEAR.value, WHOLE_YEAR, is_end),
        definition=definition,
        year=target.year,
        cycle=Cycle.YEAR.value,
        number=WHOLE_YEAR,
        is_end=is_end,
        low=target.low,
        high=target.high,
    )
