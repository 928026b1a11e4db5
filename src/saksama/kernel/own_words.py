"""The planner's own words in a record by name, so that a text edited elsewhere finds its way back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from saksama.kernel.budget import BudgetNode
from saksama.kernel.indicator import Narrative, NarrativePart, PerformanceIndicator
from saksama.kernel.plan import Goal, StrategicObjective
from saksama.kernel.record import PerformanceRecord, ReportPart, ReportText


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A text of the record: its name, which part it is, of which indicator by name, and what stands there.

    A narrative that only says why there is nothing to tell is a text of its own, the reason.
    """

    name: str
    part: ReportPart | NarrativePart
    indicator: str
    text: str


def narrative_name(indicator: str, year: int, part: NarrativePart, *, is_reason: bool = False) -> str:
    """The name of what is said of an indicator, or of the reason why nothing is."""
    return f"{'reason' if is_reason else 'narrative'}/{year}/{part.value}/{indicator}"


def text_name(year: int, part: ReportPart) -> str:
    """The name of a passage of the report."""
    return f"text/{year}/{part.value}"


def own_words(record: PerformanceRecord, year: int) -> Iterator[OwnWords]:
    """Every text that a planner may write for a year; "" where there is none yet."""
    for part in ReportPart:
        yield OwnWords(text_name(year, part), part, "", record.text(year, part))
    for indicator in record.indicators():
        for what in NarrativePart:
            said = indicator.narrative(year, what)
            because = said.not_applicable_because if said else ""
            name = narrative_name(indicator.id, year, what, is_reason=bool(because))
            yield OwnWords(name, what, indicator.name, because or (said.text if said else ""))


def with_words(record: PerformanceRecord, name: str, text: str) -> PerformanceRecord:
    """The record with another text under the name. An empty text is a text that is not there."""
    kind, _, rest = name.partition("/")
    year, _, rest = rest.partition("/")
    if kind == "text":
        return _with_passage(record, ReportText(int(year), ReportPart(rest), text))
    part, _, indicator = rest.partition("/")
    said = Narrative(int(year), NarrativePart(part), *(("", text) if kind == "reason" else (text,)))
    return _with_narrative(record, indicator, said)


def _with_passage(record: PerformanceRecord, passage: ReportText) -> PerformanceRecord:
    others = [one for one in record.texts if (one.year, one.part) != (passage.year, passage.part)]
    made = sorted([*others, *([passage] if passage.text else [])], key=lambda one: (one.year, _PLACES[one.part]))
    return replace(record, texts=tuple(made))


_PLACES = {part: place for place, part in enumerate(ReportPart)}


def _with_narrative(record: PerformanceRecord, identifier: str, said: Narrative) -> PerformanceRecord:
    def told(indicators: tuple[PerformanceIndicator, ...]) -> tuple[PerformanceIndicator, ...]:
        return tuple(_telling(one, said) if one.id == identifier else one for one in indicators)

    def objective(one: StrategicObjective) -> StrategicObjective:
        return replace(one, indicators=told(one.indicators))

    def goal(one: Goal) -> Goal:
        return replace(one, indicators=told(one.indicators), objectives=tuple(map(objective, one.objectives)))

    def node(one: BudgetNode) -> BudgetNode:
        return replace(one, indicators=told(one.indicators), children=tuple(map(node, one.children)))

    plan = replace(record.plan, goals=tuple(map(goal, record.plan.goals)))
    return replace(record, plan=plan, programmes=tuple(map(node, record.programmes)))


def _telling(indicator: PerformanceIndicator, said: Narrative) -> PerformanceIndicator:
    kept = list(indicator.narratives)
    place = next((at for at, one in enumerate(kept) if (one.year, one.part) == (said.year, said.part)), len(kept))
    kept[place : place + 1] = [said] if said.text or said.not_applicable_because else []
    return replace(indicator, narratives=tuple(kept))
