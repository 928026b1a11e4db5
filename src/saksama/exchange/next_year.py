"""A record → the same record made ready for its next year: what stays is kept, what is asked anew is empty."""

import re
from collections.abc import Callable
from dataclasses import replace

from saksama.kernel.activities import Asset, FollowUpState, Recommendation
from saksama.kernel.budget import BudgetNode
from saksama.kernel.indicator import Benchmark, PerformanceIndicator
from saksama.kernel.plan import Goal
from saksama.kernel.record import PerformanceRecord, ReportSettings


def next_year(record: PerformanceRecord, year: int) -> PerformanceRecord:
    """The record for the work on `year`; nothing that is stated is changed, and whatever `year` has already stays.

    New in `year`: what is compared with and what is owned, without numbers; and the recommendations that are not done,
    without what became of them. Pictures, attachments and the year before's source of the expenditure are left out.
    """

    def prepared(indicator: PerformanceIndicator) -> PerformanceIndicator:
        return replace(indicator, benchmarks=(*indicator.benchmarks, *_benchmarks(indicator, year)))

    return replace(
        record,
        plan=replace(record.plan, goals=tuple(_goal(goal, prepared) for goal in record.plan.goals)),
        programmes=tuple(_node(node, prepared) for node in record.programmes),
        settings=_settings(record.settings, year),
        recommendations=(*record.recommendations, *_open_recommendations(record, year)),
        assets=(*record.assets, *_assets(record, year)),
        pictures=(),
        attachments=(),
    )


_Change = Callable[[PerformanceIndicator], PerformanceIndicator]


def _goal(goal: Goal, change: _Change) -> Goal:
    objectives = (
        replace(objective, indicators=tuple(map(change, objective.indicators))) for objective in goal.objectives
    )
    return replace(goal, indicators=tuple(map(change, goal.indicators)), objectives=tuple(objectives))


def _node(node: BudgetNode, change: _Change) -> BudgetNode:
    return replace(
        node,
        indicators=tuple(map(change, node.indicators)),
        children=tuple(_node(child, change) for child in node.children),
    )


def _settings(settings: ReportSettings, year: int) -> ReportSettings:
    """A source that names an earlier year would be printed as the new year's."""
    named = (int(found) for found in re.findall(r"\b[0-9]{4}\b", settings.budget_source))
    return replace(settings, budget_source="") if any(found < year for found in named) else settings


def _benchmarks(indicator: PerformanceIndicator, year: int) -> tuple[Benchmark, ...]:
    if not indicator.is_used(year) or any(one.year == year for one in indicator.benchmarks):
        return ()
    last = max((one.year for one in indicator.benchmarks if one.year < year), default=None)
    stated = (one for one in indicator.benchmarks if one.year == last and not one.not_applicable_because)
    return tuple(Benchmark(year, one.name) for one in stated)


def _open_recommendations(record: PerformanceRecord, year: int) -> tuple[Recommendation, ...]:
    if any(one.year == year for one in record.recommendations):
        return ()
    last = {(one.source, one.text): one for one in sorted(record.recommendations, key=lambda one: one.year)}
    told = (one for one in last.values() if one.year < year and one.state is not FollowUpState.DONE)
    return tuple(Recommendation(year, one.source, one.text) for one in told)


def _assets(record: PerformanceRecord, year: int) -> tuple[Asset, ...]:
    if any(one.year == year for one in record.assets):
        return ()
    last = max((one.year for one in record.assets if one.year < year), default=None)
    owned = (one for one in record.assets if one.year == last)
    return tuple(Asset(year, one.name, None, one.unit, one.condition) for one in owned)
