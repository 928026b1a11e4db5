"""Performance indicators: what is measured, what was promised, what was reached, and what is said of it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.period import YEARLY, Period, Schedule
from saksama.kernel.provenance import Place


class ActualState(Enum):
    """How far an actual (realisasi) can be relied on. Not due and not reported follow from deadlines; not stored."""

    FINAL = "final"
    PRELIMINARY = "preliminary"
    NOT_RELEASED = "not-released"
    """The measuring body has not published it yet."""
    NOT_APPLICABLE = "not-applicable"


class ResultKind(Enum):
    """Where the indicator stands in the results chain."""

    IMPACT = "impact"
    OUTCOME = "outcome"
    OUTPUT = "output"
    INPUT = "input"


class NarrativePart(Enum):
    """What is said of an indicator in a year, beside its figures."""

    CAUSE = "cause"
    OBSTACLE = "obstacle"
    SOLUTION = "solution"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True)
class Narrative:
    """What the planner wrote for a year, or why there is nothing to write. What is unfilled has no `Narrative`."""

    year: int
    part: NarrativePart
    text: str = ""
    not_applicable_because: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A value to be reached by the end of a year; a range where `high` differs from `low`."""

    year: int
    low: Decimal
    high: Decimal
    place: Place | None = field(default=None, compare=False)

    @property
    def is_range(self) -> bool:
        """Whether two bounds were promised."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Baseline:
    """The value at the start (data dasar)."""

    year: int
    value: Decimal
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Actual:
    """What was measured for a year: a value, or numerator and denominator of the indicator's `RawCalculation`.

    `source` is the document that it comes from, `measured_by` the body that measures ("BPS"); `note` the reason where
    it is not applicable or not released. `reference_year` is the year that the data are of where that is an earlier
    one: the value is carried over and footnoted, never silently rated.
    """

    year: int
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    state: ActualState = ActualState.FINAL
    source: str = ""
    note: str = ""
    measured_by: str = ""
    reference_year: int | None = None
    released_on: date | None = None
    place: Place | None = field(default=None, compare=False)

    @property
    def is_carried_over(self) -> bool:
        """Whether the value is that of an earlier year."""
        return self.reference_year is not None and self.reference_year < self.year


@dataclass(frozen=True, slots=True)
class PeriodTarget:
    """A value to be reached in a period, or by its end where the indicator's schedule is cumulative."""

    period: Period
    low: Decimal
    high: Decimal
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PeriodActual:
    """What was measured in a period, or from the year's start to its end where the schedule is cumulative."""

    period: Period
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    state: ActualState = ActualState.FINAL
    note: str = ""
    place: Place | None = field(default=None, compare=False)


class Continuity(Enum):
    """What a change does to an indicator's trend."""

    CONTINUED = "continued"
    """Another name, the same measure: the trend goes on."""
    REPLACED = "replaced"
    REDEFINED = "redefined"
    """The same name, another meaning, such as a new formula or survey: the trend is cut."""


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """What happened to an indicator from a year on. `previous` is the id of the indicator that it continues."""

    year: int
    continuity: Continuity
    previous: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A value outside the agency to compare with ("Nasional", "Provinsi Jawa Timur", "SPM"), or why there is none."""

    year: int
    name: str
    value: Decimal | None = None
    source: str = ""
    not_applicable_because: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class RawCalculation:
    """How the actual follows from raw data (data mentah): numerator ÷ denominator × factor, with their names."""

    numerator: str
    denominator: str
    factor: Decimal = Decimal(100)


@dataclass(frozen=True, slots=True)
class IndicatorSheet:
    """The data sheet of an indicator (PER/20/M.PAN/11/2008; regulations.md 5), in the agency's words."""

    definition: str = ""
    calculation: str = ""
    reason: str = ""
    source: str = ""
    collection: str = ""
    frequency: str = ""
    owner: str = ""
    verifier: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class PerformanceIndicator:
    """An indicator (indikator kinerja) of a goal, an objective, a programme, an activity or a sub-activity.

    `formula` names a formula of `achievement.FORMULAS`, which has the polarity. `decimals` is how its values are
    printed where they are computed; stated values are printed as stated. `valid_from` and `valid_to` are years;
    `replaced_by` is another indicator's id. `value_scale` names the scale of an indicator whose values are words.
    """

    id: str
    name: str
    unit: str
    formula: str
    is_key: bool = False
    kind: ResultKind | None = None
    decimals: int = 2
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    zero_target: ZeroTarget = ZeroTarget.UNCOMPUTABLE
    raw: RawCalculation | None = None
    sheet: IndicatorSheet = IndicatorSheet()
    valid_from: int | None = None
    valid_to: int | None = None
    replaced_by: str = ""
    baseline: Baseline | None = None
    targets: tuple[Target, ...] = ()
    end_target: Target | None = None
    actuals: tuple[Actual, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    schedule: Schedule = YEARLY
    period_targets: tuple[PeriodTarget, ...] = ()
    period_actuals: tuple[PeriodActual, ...] = ()
    value_scale: str = ""
    changes: tuple[IndicatorChange, ...] = ()
    place: Place | None = field(default=None, compare=False)

    def target(self, year: int) -> Target | None:
        """The plan's target for a year."""
        return next((target for target in self.targets if target.year == year), None)

    def actual(self, year: int) -> Actual | None:
        """What was reported for a year."""
        return next((actual for actual in self.actuals if actual.year == year), None)

    def narrative(self, year: int, part: NarrativePart) -> Narrative | None:
        """What was written for a year."""
        return next((found for found in self.narratives if (found.year, found.part) == (year, part)), None)

    def is_used(self, year: int) -> bool:
        """Whether it is an indicator of that year."""
        is_new = self.valid_from is not None and year < self.valid_from
        return not is_new and (self.valid_to is None or year <= self.valid_to)

    def trend_start(self, year: int) -> int | None:
        """The year from which values can be compared with that of `year`; `None` where nothing cuts the trend."""
        cuts = [change.year for change in self.changes if change.continuity is not Continuity.CONTINUED]
        return max((cut for cut in cuts if cut <= year), default=None)
