"""Rows of what was promised and reached in the periods of a year, and of what happened to indicators."""

from collections.abc import Iterator

from saksama.exchange.rows.indicators import (
    FORMULA_LABELS,
    ZERO_TARGET_LABELS,
    first_due,
    has_exact_periods,
    summed,
)
from saksama.exchange.rows.row import Row, Value, is_exact, number, row
from saksama.exchange.rows.stated import lower_bound, stated
from saksama.exchange.sheets.periods import period_value
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.indicator import PerformanceIndicator, PeriodActual, PeriodTarget
from saksama.kernel.period import Cycle, Period, periods_of
from saksama.kernel.periods import (
    achievement_in,
    achievement_to_date,
    bounds_to_date,
    target_in,
    value_in,
    value_to_date,
)
from saksama.kernel.record import PerformanceRecord

Cells = Iterator[tuple[str, Value | None]]


def change_rows(record: PerformanceRecord) -> Iterator[Row]:
    """What happened to each indicator."""
    for indicator in record.indicators():
        for change in indicator.changes:
            yield row(
                [
                    ("indicator", indicator.id),
                    ("indicator_name", indicator.name),
                    ("year", change.year),
                    ("continuity", change.continuity.value),
                    ("previous", change.previous),
                    ("note", change.note),
                ]
            )


def period_target_rows(record: PerformanceRecord, prepared: int | None) -> Iterator[Row]:
    """Every target of a period, and a row for each that is due in a year with others, or in `prepared`."""
    for indicator in record.indicators():
        known = {target.period: target for target in indicator.period_targets}
        for period in _periods(indicator, [*known], prepared):
            yield row([*_identity(indicator, period), *_target(record, indicator, known.get(period))])


def _target(record: PerformanceRecord, indicator: PerformanceIndicator, promised: PeriodTarget | None) -> Cells:
    if promised is None:
        return
    yield ("target", stated(record, indicator, promised.high))
    yield ("target_low", stated(record, indicator, lower_bound(promised)))
    if is_exact(promised.high):
        yield ("high", promised.high)
    if is_exact(promised.low):
        yield ("low", promised.low)


def period_actual_rows(record: PerformanceRecord, prepared: int | None) -> Iterator[Row]:
    """Every actual of a period, and a row for each that is due in a year with others, or in `prepared`."""
    for indicator in record.indicators():
        known = {reported.period: reported for reported in indicator.period_actuals}
        promised = [target.period for target in indicator.period_targets]
        for period in _periods(indicator, [*known, *promised], prepared):
            reported = known.get(period)
            cells = [*_identity(indicator, period), *_reported(record, indicator, reported)]
            yield row([*cells, *_computed(record, indicator, period)])


def _reported(record: PerformanceRecord, indicator: PerformanceIndicator, reported: PeriodActual | None) -> Cells:
    if reported is None:
        return
    yield ("numerator", reported.numerator)
    yield ("denominator", reported.denominator)
    yield ("value", stated(record, indicator, reported.value))
    yield ("state", reported.state.value)
    yield ("note", reported.note)


def _periods(indicator: PerformanceIndicator, known: list[Period], prepared: int | None) -> list[Period]:
    """The periods that have a row: those with something to say, and those that are due in the years of these."""
    schedule = indicator.schedule
    years = {period.year for period in known} | ({prepared} if prepared and indicator.is_used(prepared) else set())
    due = [
        period
        for year in years
        for period in periods_of(year, schedule.cycle)
        if schedule.cycle is not Cycle.YEAR and schedule.is_due(period)
    ]
    return sorted({*known, *due}, key=lambda period: (period.year, period.cycle.value, period.number))


def _identity(indicator: PerformanceIndicator, period: Period) -> Cells:
    yield ("indicator", indicator.id)
    yield ("indicator_name", indicator.name)
    yield ("year", period.year)
    yield ("period", period_value(period))
    yield ("unit", indicator.unit)
    yield ("group", f"{indicator.id}|{period.year}|{period.cycle.periods}")
    yield ("number", period.number)
    yield ("value_scale", indicator.value_scale)


def _computed(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Cells:
    yield ("formula", FORMULA_LABELS.get(indicator.formula, indicator.formula))
    yield ("factor", indicator.raw.factor if indicator.raw else None)
    if indicator.zero_target is not ZeroTarget.UNCOMPUTABLE:
        yield ("zero_target", ZERO_TARGET_LABELS[indicator.zero_target])
    yield ("periods", period.cycle.periods)
    yield ("first_due", first_due(indicator.schedule, period.cycle))
    yield ("summed", summed(indicator.schedule))
    is_of_year = period.cycle is indicator.schedule.cycle
    yield ("year_key", f"{indicator.id}|{period.year}" if is_of_year else None)
    if not has_exact_periods(indicator):
        return
    if is_of_year:
        last = Period(period.year, period.cycle.periods, period.cycle)
        yield ("year_value", number(value_to_date(indicator, last).value))
    promised = target_in(indicator, period)
    if promised:
        yield from (("target_low", promised.low), ("target", promised.high))
    yield ("actual", number(value_in(indicator, period).value))
    yield ("achievement", number(achievement_in(record, indicator, period).value))
    low, high = bounds_to_date(indicator, period)
    yield from (("target_low_to_date", number(low)), ("target_to_date", number(high)))
    yield ("actual_to_date", number(value_to_date(indicator, period).value))
    yield ("achievement_to_date", number(achievement_to_date(record, indicator, period).value))
