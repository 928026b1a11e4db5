"""The plain values of the entry grid: a row for each indicator, a cell for each of its periods in the year."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from saksama.compose.values import actual_text, bounds_text
from saksama.kernel.evaluation import Result
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import last_known, reached_to_date
from saksama.kernel.period import Cycle, Period, periods_of
from saksama.kernel.periods import achievement_in, period_title, stated_in, target_in, value_in
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import achievement, actual, target_in_force
from saksama.language.explanations import reason_text
from saksama.language.messages import _
from saksama.web.measurement.entry import FIELDS, cell_mark, number_of, quarter_of, shown_values
from saksama.web.measurement.unfilled import is_filled
from saksama.web.planning.models import Indicator, PlanVersion


@dataclass(frozen=True, slots=True)
class Computed:
    """What follows: the value where it is computed from raw data, and the achievement or why there is none."""

    value: str
    achievement: str
    reason: str
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A period of an indicator, closed together with `quarter`, in which it ends. `seen` is the mark of its numbers."""

    cycle: str
    number: int
    quarter: int
    title: str
    target: str
    typed: Mapping[str, str]
    seen: str
    is_due: bool
    is_filled: bool
    computed: Computed


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator with its cells, and its year."""

    key: str
    number: int
    name: str
    unit: str
    objective: str
    words: tuple[str, ...]
    raw_names: tuple[str, str] | None
    cells: tuple[Cell, ...]
    year_target: str
    year: Computed


def rows_of(record: PerformanceRecord, version: PlanVersion, year: int) -> tuple[Row, ...]:
    """The rows of the year in the order of the plan. 1 query."""
    numbers = dict(Indicator.objects.filter(plan=version.plan_id).values_list("key", "pk"))
    return tuple(
        _row(record, indicator, year, objective.name, number=numbers[indicator.id])
        for objective in record.plan.objectives()
        for indicator in objective.indicators
        if indicator.is_used(year)
    )


def filled_counts(rows: Iterable[Row]) -> dict[int, tuple[int, int]]:
    """How many of the figures that are due in each quarter are filled in, and how many are due."""
    cells = [cell for row in rows for cell in row.cells if cell.is_due]
    due = Counter(cell.quarter for cell in cells)
    filled = Counter(cell.quarter for cell in cells if cell.is_filled)
    return {quarter: (filled[quarter], due[quarter]) for quarter in due}


def _row(
    record: PerformanceRecord,
    indicator: PerformanceIndicator,
    year: int,
    objective: str,
    *,
    number: int,
) -> Row:
    scale = record.value_scale(indicator.value_scale) if indicator.value_scale else None
    target = target_in_force(record, indicator, year)
    return Row(
        indicator.id,
        number,
        indicator.name,
        indicator.unit,
        objective,
        tuple(level.word for level in scale.levels) if scale else (),
        (indicator.raw.numerator, indicator.raw.denominator) if indicator.raw else None,
        tuple(cell_of(record, indicator, period) for period in periods_of(year, indicator.schedule.cycle)),
        bounds_text(record, indicator, target.low, target.high) if target else "",
        year_of(record, indicator, year),
    )


def cell_of(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Cell:
    """One cell."""
    stated = stated_in(indicator, period)
    promised = target_in(indicator, period)
    scale = record.value_scale(indicator.value_scale) if indicator.value_scale else None
    if period.cycle is Cycle.YEAR:
        target = ""
        computed = year_of(record, indicator, period.year)
    else:
        target = bounds_text(record, indicator, promised.low, promised.high) if promised else ""
        text = actual_text(record, indicator, value_in(indicator, period)) if indicator.raw else ""
        computed = _computed(achievement_in(record, indicator, period), text)
    return Cell(
        period.cycle.value,
        number_of(period),
        quarter_of(period).number,
        period_title(period).removesuffix(f" {period.year}"),
        target,
        shown_values(stated, scale) if stated else dict.fromkeys(FIELDS, ""),
        cell_mark(stated, FIELDS),
        indicator.schedule.is_due(period),
        is_filled(stated),
        computed,
    )


def year_of(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Computed:
    """The year as it follows from its periods; to which of them, where the last ones are not reported."""
    text = actual_text(record, indicator, actual(indicator, year))
    year_end = Period(year, 4, Cycle.QUARTER)
    if text and isinstance(reached_to_date(indicator, year_end).value, Uncomputable):
        known = last_known(indicator, year_end)
        text = _("{value} s.d. {period}").format(value=text, period=period_title(known)) if known else text
    return _computed(achievement(record, indicator, year), text)


def _computed(result: Result, value: str) -> Computed:
    found = result.capped
    if isinstance(found, Uncomputable):
        return Computed(value, "", reason_text(Uncomputable(found.reason)), None)
    return Computed(value, result.printed() or "", "", found >= Fraction(100))
