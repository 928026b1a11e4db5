"""A record's plan, indicators and programmes → the rows that hold them."""

from typing import Any

from django.db import models

from saksama.exchange.record_json import encoded
from saksama.kernel.budget import BudgetNode as KernelNode
from saksama.kernel.record import PerformanceRecord
from saksama.web.planning.indicator_rows import add_indicators
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
            lambda: _of_definitions(Target, version),
            lambda row: (row.definition.indicator.key, row.year, row.cycle, row.number, row.is_end),
        ),
        Table(
            IndicatorChange,
            lambda: _of_definitions(IndicatorChange, version),
            lambda row: (row.definition.indicator.key, row.position),
        ),
        Table(RecordPart, lambda: RecordPart.objects.filter(plan=plan), lambda row: (row.name,)),
    )


def definitions(version: PlanVersion) -> models.QuerySet[IndicatorDefinition]:
    """The indicators of a version of the plan, and those of its programmes.

    Found from those of the plan: no index answers "or" over three tables, and a nation has millions of definitions.
    """
    return IndicatorDefinition.objects.filter(
        models.Q(goal__version=version) | models.Q(objective__goal__version=version) | models.Q(node__isnull=False),
        indicator__plan_id=version.plan_id,
    )


def _of_definitions(model: type[Target | IndicatorChange], version: PlanVersion) -> models.QuerySet[Any]:
    """The rows of the indicators of a version. 1 query, and another when they are read.

    By their numbers: where PostgreSQL takes the tables for empty, as during a first import, it reads all targets anew
    for each definition of a subquery.
    """
    numbers = list(definitions(version).values_list("pk", flat=True))
    return model.objects.filter(definition__in=numbers).select_related("definition__indicator")


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
        add_indicators(wanted, goal.indicators, plan, goal=above)
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
            add_indicators(wanted, objective.indicators, plan, objective=own)
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
    add_indicators(wanted, node.indicators, plan, node=own)
    for number, child in enumerate(node.children):
        _add_node(wanted, child, plan, number, parent=own)
