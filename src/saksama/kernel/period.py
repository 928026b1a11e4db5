"""Parts of a year in which performance is measured, and how the year's value follows from theirs."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


class Cycle(Enum):
    """How often something is measured."""

    YEAR = "year"
    SEMESTER = "semester"
    QUARTER = "quarter"
    MONTH = "month"

    @property
    def periods(self) -> int:
        """How many periods a year has."""
        return _PERIODS[self._value_]


_PERIODS = {"year": 1, "semester": 2, "quarter": 4, "month": 12}
# By the value, since finding a member in a dictionary takes several times as long, and every page counts thousands.


class Consolidation(Enum):
    """How the value of a year follows from its periods (regulations.md 7.3)."""

    SUM = "sum"
    AVERAGE = "average"
    LAST = "last"
    """The last that was reported, not the highest: some applications take the maximum month by mistake."""


class InvalidPeriodError(ValueError):
    """A period that its cycle does not have, such as the fifth quarter."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The `number`th period of a cycle in a year, counted from 1. Raises `InvalidPeriodError`."""

    year: int
    number: int
    cycle: Cycle

    def __post_init__(self) -> None:
        if not 1 <= self.number <= self.cycle.periods:
            raise InvalidPeriodError(f"{self.cycle.value} {self.number}")

    @property
    def last_month(self) -> int:
        """The month in which the period ends."""
        return self.number * (12 // self.cycle.periods)

    @property
    def first_month(self) -> int:
        """The month in which the period begins."""
        return self.last_month - 12 // self.cycle.periods + 1


@lru_cache(maxsize=256)
def periods_of(year: int, cycle: Cycle) -> tuple[Period, ...]:
    """The periods of a year, in order. Kept: a page asks for the same ones for every indicator."""
    return tuple(Period(year, number, cycle) for number in range(1, cycle.periods + 1))


@dataclass(frozen=True, slots=True)
class Schedule:
    """When an indicator is measured.

    `is_cumulative`: the value of a period is that of the year so far ("s.d. TW III"), and so is its target.
    `measured_in`: the month in which it is measured, where that is once a year; earlier periods are not due.
    """

    cycle: Cycle = Cycle.YEAR
    is_cumulative: bool = False
    consolidation: Consolidation = Consolidation.LAST
    measured_in: int | None = None

    def is_due(self, period: Period) -> bool:
        """Whether a value is expected for the period at all."""
        return self.measured_in is None or period.last_month >= self.measured_in


YEARLY = Schedule()
