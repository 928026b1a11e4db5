"""Record → what was measured and promised in a period ("TW ini") and from the year's start to its end ("s.d. TW").

The value of a year follows from its periods by the indicator's consolidation where the year itself states none.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction

from saksama.kernel.achievement import FORMULAS, LEVEL_RATIO, RANGES
from saksama.kernel.evaluation import Result, evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import Actual, ActualState, PerformanceIndicator, PeriodActual, PeriodTarget
from saksama.kernel.period import Consolidation, Cycle, Period, periods_of
from saksama.kernel.provenance import Place
from saksama.kernel.quantity import Quantity, Reason, Uncomputable, exact
from saksama.kernel.ranks import ranked
from saksama.kernel.raw import raw_value
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.totals import MEAN

_NAMES = {Cycle.YEAR: "Tahun", Cycle.SEMESTER: "Semester", Cycle.QUARTER: "TW", Cycle.MONTH: "Bulan"}
_ROMAN = ("I", "II", "III", "IV")

Bounds = tuple[Quantity, Quantity]
"""The lower and upper bound of a target; the same number twice where it is one."""


def period_title(period: Period) -> str:
    """The period as reports name it: "TW III 2025", "Semester I 2025", "Bulan 7 2025"."""
    if period.cycle is Cycle.YEAR:
        return str(period.year)
    number = str(period.number) if period.cycle is Cycle.MONTH else _ROMAN[period.number - 1]
    return f"{_NAMES[period.cycle]} {number} {period.year}"


def period_key(period: Period) -> str:
    """The period inside the id of an explanation: "2025-quarter-3"."""
    return f"{period.year}-{period.cycle.value}-{period.number}"


def stated_in(indicator: PerformanceIndicator, period: Period) -> Actual | PeriodActual | None:
    """What was stated for a year or a period of it, whether or not it has a number."""
    if period.cycle is Cycle.YEAR:
        return next((one for one in indicator.actuals if one.year == period.year), None)
    return _reported(indicator, period)


def value_in(indicator: PerformanceIndicator, period: Period) -> Input:
    """What was measured in the period itself, or to its end where the schedule is cumulative."""
    origin = f"Realisasi {period_title(period)}"
    reported = _reported(indicator, period)
    if reported is None:
        is_due = indicator.schedule.is_due(period)
        reason = Reason.NO_ACTUAL if is_due else Reason.NOT_DUE
        return Input("actual", Uncomputable(reason, indicator.name), origin)
    value, printed = _measured(indicator, reported)
    return Input("actual", value, origin, printed, reported.place)


def value_to_date(indicator: PerformanceIndicator, period: Period) -> Input:
    """What was reached from the year's start to the end of the period, by the indicator's consolidation.

    A sum or average needs every period that is due; the last known value is that of the last period with one.
    """
    schedule = indicator.schedule
    until = [one for one in periods_of(period.year, period.cycle) if one.number <= period.number]
    origin = f"Realisasi s.d. {period_title(period)}"
    if schedule.is_cumulative or schedule.consolidation is Consolidation.LAST:
        backwards = (value_in(indicator, one) for one in reversed(until))
        known = next((item for item in backwards if isinstance(item.value, Fraction)), None)
        return known or Input("actual", value_in(indicator, until[-1]).value, origin)
    due = [value_in(indicator, one) for one in until if schedule.is_due(one)]
    value = _consolidated(due, schedule.consolidation)
    terms = " + ".join(item.printed for item in due if item.printed)
    how = terms if schedule.consolidation is Consolidation.SUM else f"({terms}) ÷ {len(due)}"
    is_computed = isinstance(value, Fraction) and len(due) > 1
    return Input("actual", value, f"{origin} = {how}" if is_computed else origin, place=_place(due))


def target_in(indicator: PerformanceIndicator, period: Period) -> PeriodTarget | None:
    """What was promised for the period, or for its end where the schedule is cumulative."""
    # The number first: comparing periods takes longer, and an entry grid asks some thousand times.
    alike = (target for target in indicator.period_targets if target.period.number == period.number)
    return next((target for target in alike if target.period == period), None)


def achievement_in(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Result:
    """The achievement of a period against its own target, in percent."""
    bounds = _bounds_in(target_in(indicator, period))
    origin = f"Target {period_title(period)}"
    identifier = f"capaian-tw/{indicator.id}/{period_key(period)}"
    return achieved(record, indicator, value_in(indicator, period), bounds, origin=origin, identifier=identifier)


def achievement_to_date(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Result:
    """The achievement from the year's start to the end of the period against the target to date, in percent."""
    bounds = bounds_to_date(indicator, period)
    origin = f"Target s.d. {period_title(period)}"
    identifier = f"capaian-sd-tw/{indicator.id}/{period_key(period)}"
    return achieved(record, indicator, value_to_date(indicator, period), bounds, origin=origin, identifier=identifier)


def target_to_date(indicator: PerformanceIndicator, period: Period) -> Quantity:
    """The target from the year's start to the end of the period; its upper bound where it is a range."""
    return bounds_to_date(indicator, period)[1]


def bounds_to_date(indicator: PerformanceIndicator, period: Period) -> Bounds:
    """Both bounds of the target from the year's start to the end of the period."""
    return (
        _to_date(indicator, period, lambda target: exact(target.low)),
        _to_date(indicator, period, lambda target: exact(target.high)),
    )


def achieved(
    record: PerformanceRecord,
    indicator: PerformanceIndicator,
    reached: Input,
    bounds: Bounds,
    *,
    origin: str,
    identifier: str,
) -> Result:
    """The achievement of what was reached against a target by the indicator's formula, in percent.

    `origin` says which target it is.
    """
    formula = next((one for one in FORMULAS if one.name == indicator.formula), None)
    if formula is None:
        unknown = Input("actual", Uncomputable(Reason.UNKNOWN_FORMULA, indicator.formula))
        return evaluate(MEAN, (unknown,), identifier=identifier)
    low, high = bounds
    inputs: tuple[Input, ...]
    if formula.name in RANGES:
        inputs = (reached, Input("low", low, f"{origin}, batas bawah"), Input("high", high, f"{origin}, batas atas"))
    else:
        is_range = isinstance(low, Fraction) and low != high
        target: Quantity = Uncomputable(Reason.RANGE_NEEDS_FORMULA, indicator.name) if is_range else high
        inputs = (reached, Input("target", target, origin))
    if formula is LEVEL_RATIO:
        inputs = tuple(ranked(record, indicator, item) for item in inputs)
    settings = record.settings
    return evaluate(
        formula,
        inputs,
        settings.scale,
        identifier=identifier,
        limits=settings.limits,
        zero_target=indicator.zero_target,
    )


def _bounds_in(target: PeriodTarget | None) -> Bounds:
    if target is None:
        missing = Uncomputable(Reason.NO_TARGET)
        return missing, missing
    low = exact(target.low)
    return low, low if target.low.compare_total(target.high) == 0 else exact(target.high)


def _to_date(indicator: PerformanceIndicator, period: Period, bound: Callable[[PeriodTarget], Quantity]) -> Quantity:
    schedule = indicator.schedule
    stated = [
        target
        for one in periods_of(period.year, period.cycle)
        if one.number <= period.number and (target := target_in(indicator, one)) is not None
    ]
    if not stated:
        return Uncomputable(Reason.NO_TARGET, indicator.name)
    if schedule.is_cumulative or schedule.consolidation is Consolidation.LAST:
        return bound(stated[-1])
    return _consolidated([Input("target", bound(target)) for target in stated], schedule.consolidation)


def _consolidated(items: Sequence[Input], how: Consolidation) -> Quantity:
    total = Fraction(0)
    for item in items:
        if isinstance(item.value, Uncomputable):
            return item.value
        total += item.value
    if not items:
        return Uncomputable(Reason.NO_ACTUAL)
    return total / len(items) if how is Consolidation.AVERAGE else total


def _reported(indicator: PerformanceIndicator, period: Period) -> PeriodActual | None:
    alike = (one for one in indicator.period_actuals if one.period.number == period.number)
    return next((one for one in alike if one.period == period), None)


def _measured(indicator: PerformanceIndicator, reported: PeriodActual) -> tuple[Quantity, str]:
    if reported.state is ActualState.NOT_APPLICABLE:
        return Uncomputable(Reason.NOT_APPLICABLE, reported.note), ""
    if indicator.raw and reported.numerator is not None and reported.denominator is not None:
        return raw_value(indicator.raw, reported.numerator, reported.denominator), ""
    if reported.value is None:
        is_late = reported.state is ActualState.NOT_RELEASED
        return Uncomputable(Reason.NOT_RELEASED if is_late else Reason.NO_ACTUAL, reported.note), ""
    return exact(reported.value), write_decimal(reported.value)


def _place(items: Sequence[Input]) -> Place | None:
    return next((item.place for item in items if item.place), None)
