"""Two versions of a plan → what differs, field by field: new, gone, or changed from what to what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import Enum

from saksama.compose.doubts import is_easier
from saksama.compose.values import target_text
from saksama.kernel.indicator import IndicatorSheet, PerformanceIndicator, Target
from saksama.kernel.period import Period
from saksama.kernel.periods import period_title
from saksama.kernel.record import PerformanceRecord
from saksama.web.fact_words import fact_words, value_words

_OWN = ("name", "unit", "formula", "is_key", "kind", "decimals", "minimum", "maximum", "zero_target")
_REST = ("value_scale", "valid_from", "valid_to", "replaced_by")
_SHEET = tuple(one.name for one in fields(IndicatorSheet))
_SCHEDULE = ("cycle", "is_cumulative", "consolidation", "measured_in")


@dataclass(frozen=True, slots=True)
class Fact:
    """A field with what it says in both versions. `is_easier`: a target that is easier to reach than before."""

    label: str
    old: str
    new: str
    is_easier: bool = False


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the plan that is "new", "gone" or "changed", with what differs in it."""

    kind: str
    subject: str
    name: str
    facts: tuple[Fact, ...]


_Told = Mapping[str, str]
"""What a part says, by the name of its field."""


def compare_plans(before: PerformanceRecord, after: PerformanceRecord) -> tuple[PartRow, ...]:
    """The plan itself, its goals, its objectives, then its indicators; each in the order of the later version."""
    return (
        *_rows("plan", {"": _plan(before)}, {"": _plan(after)}),
        *_rows("goal", *({one.id: {"name": one.name} for one in side.plan.goals} for side in (before, after))),
        *_rows("objective", _objectives(before), _objectives(after)),
        *_indicators(before, after),
    )


def _plan(record: PerformanceRecord) -> _Told:
    plan = record.plan
    return {
        "title": plan.title,
        "vision": plan.vision,
        "mission": plan.mission,
        "strategies": "\n".join(plan.strategies),
        "policies": "\n".join(plan.policies),
    }


def _objectives(record: PerformanceRecord) -> dict[str, _Told]:
    return {
        one.id: {
            "name": one.name,
            "goal": goal.name,
            "strategies": "\n".join(one.strategies),
            "policies": "\n".join(one.policies),
        }
        for goal in record.plan.goals
        for one in goal.objectives
    }


def _rows(subject: str, before: Mapping[str, _Told], after: Mapping[str, _Told]) -> Iterator[PartRow]:
    for key in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(key), after.get(key)
        told = tuple(_facts(old or {}, new or {}))
        if told:
            yield PartRow(_kind(old, new), fact_words(subject), (new or old or {}).get("name", ""), told)


def _kind(old: object, new: object) -> str:
    return "changed" if old and new else "new" if new else "gone"


def _facts(old: _Told, new: _Told) -> Iterator[Fact]:
    for name in {**old, **new}:
        before, after = old.get(name, ""), new.get(name, "")
        if before != after:
            yield Fact(fact_words(name), before, after)


def _indicators(before: PerformanceRecord, after: PerformanceRecord) -> Iterator[PartRow]:
    olds = {one.id: one for one in before.plan.indicators()}
    news = {one.id: one for one in after.plan.indicators()}
    for key in [*news, *(key for key in olds if key not in news)]:
        old, new = olds.get(key), news.get(key)
        told = (
            *_facts(_sheet(before, old) if old else {}, _sheet(after, new) if new else {}),
            *_targets(before, after, old, new),
        )
        if told:
            yield PartRow(_kind(old, new), fact_words("indicator"), (new or old).name, told)  # type: ignore[union-attr]


def _sheet(record: PerformanceRecord, indicator: PerformanceIndicator) -> _Told:
    parts: dict[str, object] = {name: getattr(indicator, name) for name in (*_OWN, *_REST)}
    parts |= {name: getattr(indicator.schedule, name) for name in _SCHEDULE}
    parts |= {name: getattr(indicator.sheet, name) for name in _SHEET}
    if indicator.raw:
        raw = indicator.raw
        parts |= {"raw_numerator": raw.numerator, "raw_denominator": raw.denominator, "raw_factor": raw.factor}
    if indicator.baseline:
        parts |= {"baseline_year": indicator.baseline.year, "baseline_value": indicator.baseline.value}
    return {name: text for name, value in parts.items() if (text := _text(name, value))} | _holder(record, indicator)


def _holder(record: PerformanceRecord, indicator: PerformanceIndicator) -> dict[str, str]:
    """Below what it stands."""
    for goal in record.plan.goals:
        if indicator in goal.indicators:
            return {"goal": goal.name}
        for objective in goal.objectives:
            if indicator in objective.indicators:
                return {"objective": objective.name}
    return {}


def _text(name: str, value: object) -> str:
    if value is None or value is False or value == "":
        return ""
    said = value.value if isinstance(value, Enum) else f"{value:f}" if isinstance(value, Decimal) else value
    return value_words(str(said), name)


def _targets(
    before: PerformanceRecord,
    after: PerformanceRecord,
    old: PerformanceIndicator | None,
    new: PerformanceIndicator | None,
) -> Iterator[Fact]:
    olds, news = _promises(old), _promises(new)
    for label in sorted({*olds, *news}):
        was, now = olds.get(label), news.get(label)
        before_text, after_text = _target(before, old, was), _target(after, new, now)
        if before_text != after_text:
            easier = bool(new and was and now and is_easier(after, new, now.high, was.high))
            yield Fact(label[-1], before_text, after_text, easier)


def _target(record: PerformanceRecord, indicator: PerformanceIndicator | None, found: Target | None) -> str:
    return target_text(record, indicator, found) if indicator and found else ""


def _promises(indicator: PerformanceIndicator | None) -> dict[tuple[int, int, str], Target]:
    """The targets by their place in time and their words."""
    if indicator is None:
        return {}
    found = {(one.year, 99, fact_words(f"target {one.year}")): one for one in indicator.targets}
    for one in indicator.period_targets:
        label = f"{fact_words('target')} {period_title(one.period)}"
        found[one.period.year, _order(one.period), label] = Target(one.period.year, one.low, one.high)
    if end := indicator.end_target:
        found[end.year, 100, fact_words(f"end_target {end.year}")] = end
    return found


def _order(period: Period) -> int:
    return period.last_month
