"""The plan: goals, strategic objectives, strategies and policy directions of a plan period."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.provenance import Place


@dataclass(frozen=True, slots=True)
class StrategicObjective:
    """A measurable result below a goal (sasaran strategis)."""

    id: str
    name: str
    indicators: tuple[PerformanceIndicator, ...] = ()
    strategies: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be reached by the end of the plan (tujuan), with indicators of its own."""

    id: str
    name: str
    objectives: tuple[StrategicObjective, ...] = ()
    indicators: tuple[PerformanceIndicator, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class StrategicPlan:
    """The plan (Renstra) of a period, which is not always five years.

    `strategies` and `policies` are those of the whole plan; an objective may have its own.
    """

    title: str
    first_year: int
    last_year: int
    goals: tuple[Goal, ...] = ()
    strategies: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    vision: str = ""
    mission: str = ""

    @property
    def years(self) -> range:
        """The years of the plan."""
        return range(self.first_year, self.last_year + 1)

    def objectives(self) -> Iterator[StrategicObjective]:
        """Every objective, in order."""
        for goal in self.goals:
            yield from goal.objectives

    def indicators(self) -> Iterator[PerformanceIndicator]:
        """Every indicator of a goal or an objective, in order."""
        for goal in self.goals:
            yield from goal.indicators
            for objective in goal.objectives:
                yield from objective.indicators
