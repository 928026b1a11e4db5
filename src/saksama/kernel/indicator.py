"""Performance indicators: what is measured, what was promised, what was reached, and what is said of it."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from saksama.kernel.explanation import ZeroTarget
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

    `source` is the document or body that it comes from; `note` the reason where it is not applicable or not released.
    """

    year: int
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    state: ActualState = ActualState.FINAL
    source: str = ""
    note: str = ""
    place: Place | None = field(default=None, compare=False)


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
    `replaced_by` is another indicator's id.
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
