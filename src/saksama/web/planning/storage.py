"""Rows → the plan, its indicators and its programmes, with what was measured of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, get_type_hints

from saksama.kernel.budget import Amount, BudgetLevel
from saksama.kernel.budget import BudgetNode as KernelNode
from saksama.kernel.budget import Support as KernelSupport
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.plan import Goal as KernelGoal
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.plan import StrategicPlan as KernelPlan
from saksama.kernel.record import PerformanceRecord
from saksama.web.planning.indicator_storage import Measured, indicators
from saksama.web.planning.kept_json import kept_value
from saksama.web.planning.models import BudgetNode, PlanVersion, RecordPart, Support
from saksama.web.planning.plan_rows import PARTS, definitions


def load_plan(
    version: PlanVersion, measured: Mapping[str, Measured], years: Collection[int] | None = None
) -> KernelPlan:
    """The plan of a version with its indicators and their targets, of all years or of some. 5 queries."""
    rows = definitions(version).filter(node=None).select_related("indicator")
    below_goal: dict[int | None, list[PerformanceIndicator]] = defaultdict(list)
    below_objective: dict[int | None, list[PerformanceIndicator]] = defaultdict(list)
    for row, indicator in indicators(rows, measured, years):
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
    below_node = defaultdict(list)
    rows = definitions(version).exclude(node=None).select_related("indicator")
    for row, indicator in indicators(rows, measured, years):
        below_node[row.node_id].append(indicator)
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
            tuple(below_node[node.pk]),
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
