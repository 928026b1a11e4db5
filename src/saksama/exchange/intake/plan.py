"""Rows → the plan: goals with their objectives, each with its indicators, strategies and policies."""

from collections.abc import Mapping, Sequence

from saksama.exchange.intake.agency import Points
from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.problem import Problems
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.language.messages import _


def read_goal_codes(
    rows: Sequence[FilledRow], goals: Codes, objectives: Codes, subjects: Codes, *, problems: Problems
) -> list[FilledRow]:
    """The rows with a code of their own. `goals` and `subjects` take in all codes, `objectives` those of objectives."""
    kept: list[FilledRow] = []
    for row in rows:
        identifier = row.required_text("id", problems)
        if identifier and subjects.add(identifier, row.at("id"), problems):
            kept.append(row)
            goals.add(identifier, row.at("id"), problems)
            if row.text("level") == "objective":
                objectives.add(identifier, row.at("id"), problems)
    return kept


def read_plan(
    profile: FilledRow,
    years: range,
    rows: Sequence[FilledRow],
    *,
    codes: Codes,
    points: Points,
    indicators: Mapping[str, tuple[PerformanceIndicator, ...]],
    problems: Problems,
) -> StrategicPlan:
    """The plan; an objective belongs to the goal that it names, else to the nearest one above it."""
    below: dict[str, list[StrategicObjective]] = {}
    goals: list[FilledRow] = []
    for row in rows:
        level = row.required_text("level", problems)
        if level == "goal":
            goals.append(row)
        elif level == "objective":
            goal = _goal_of(row, goals, codes, problems)
            below.setdefault(goal, []).append(_objective(row, points, indicators, problems))
    names = {row.text("id") for row in goals}
    for row in rows:
        goal = codes.known(row.text("goal"))
        if goal and row.text("level") == "objective" and goal not in names:
            found = _('kode "{code}", yang bukan kode tujuan').format(code=goal)
            problems.error(row.at("goal"), found, _("kode tujuan"), _("Pilih kode tujuan di lembar ini"))
    return StrategicPlan(
        title=profile.text("plan_title"),
        first_year=years[0] if years else 0,
        last_year=years[-1] if years else 0,
        goals=tuple(
            Goal(
                row.text("id"),
                row.required_text("name", problems),
                tuple(below.get(row.text("id"), ())),
                indicators.get(row.text("id"), ()),
                row.place,
            )
            for row in goals
        ),
        strategies=points.of_plan.get("strategy", ()),
        policies=points.of_plan.get("policy", ()),
        vision=profile.text("vision"),
        mission=profile.text("mission"),
    )


def _goal_of(row: FilledRow, goals: list[FilledRow], codes: Codes, problems: Problems) -> str:
    entry = row.entries.get("goal")
    if entry:
        return codes.resolve(entry, _("Sasaran"), problems)
    if goals:
        return goals[-1].text("id")
    found = _("sasaran tanpa tujuan di atasnya")
    remedy = _("Tambahkan baris tujuan di atasnya, atau isi Kode tujuan")
    problems.error(row.at("goal"), found, _("kode tujuan"), remedy)
    return ""


def _objective(
    row: FilledRow, points: Points, indicators: Mapping[str, tuple[PerformanceIndicator, ...]], problems: Problems
) -> StrategicObjective:
    identifier = row.text("id")
    return StrategicObjective(
        identifier,
        row.required_text("name", problems),
        indicators.get(identifier, ()),
        points.of_objective.get((identifier, "strategy"), ()),
        points.of_objective.get((identifier, "policy"), ()),
        row.place,
    )
