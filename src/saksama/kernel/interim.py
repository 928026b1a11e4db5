"""Record → what an interim report of a period says of an indicator, whatever cycle the indicator itself has.

A quarter holds the months of one indicator, is the half of another's semester, and says nothing of a third that is
measured once a year. At the end of the year the figures to date are those of the year.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from saksama.kernel.evaluation import Result
from saksama.kernel.explanation import Input
from saksama.kernel.indicator import PerformanceIndicator, PeriodTarget
from saksama.kernel.period import Consolidation, Cycle, Period, periods_of
from saksama.kernel.periods import (
    Bounds,
    achieved,
    period_key,
    period_title,
    target_in,
    value_in,
    value_to_date,
)
from saksama.kernel.provenance import Place
from saksama.kernel.quantity import Quantity, Reason, Uncomputable, added, exact
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import achievement, actual, states_nothing, target_in_force


@dataclass(frozen=True, slots=True)
class Promise:
    """A target as an interim report has it: its bounds, which target it is, and where it stands.

    `stated` are the bounds as they were written; `None` where they were added up from those of shorter periods.
    """

    low: Quantity
    high: Quantity
    origin: str
    stated: tuple[Decimal, Decimal] | None = None
    place: Place | None = None

    @property
    def bounds(self) -> Bounds:
        """The lower and upper bound."""
        return self.low, self.high


def is_year_end(period: Period) -> bool:
    """Whether the period ends with the year."""
    return period.last_month == 12


def reached_in(indicator: PerformanceIndicator, period: Period) -> Input:
    """What was measured in the period: by the indicator's own periods that end in it."""
    if indicator.schedule.cycle is Cycle.YEAR:
        if _month_of_year(indicator) < period.first_month:
            return Input("actual", Uncomputable(Reason.NOT_DUE, indicator.name), f"Realisasi {period_title(period)}")
        return _of_year(indicator, period)
    own = _ending_in(indicator, period)
    if len(own) == 1 or (own and _takes_last(indicator)):
        return value_in(indicator, own[-1])
    due = [value_in(indicator, one) for one in own if indicator.schedule.is_due(one)]
    if not due:
        return Input("actual", Uncomputable(Reason.NOT_DUE, indicator.name), f"Realisasi {period_title(period)}")
    terms = " + ".join(item.printed for item in due)
    is_sum = indicator.schedule.consolidation is Consolidation.SUM
    value = _consolidated([item.value for item in due], indicator)
    how = terms if is_sum else f"({terms}) ÷ {len(due)}"
    origin = f"Realisasi {period_title(period)}"
    return Input("actual", value, f"{origin} = {how}" if isinstance(value, Fraction) else origin, place=_place(due))


def reached_to_date(indicator: PerformanceIndicator, period: Period) -> Input:
    """What was reached from the year's start to the end of the period.

    Uncomputable where the last period that is due has no value: an older one is not passed off as that of today.
    """
    if indicator.schedule.cycle is Cycle.YEAR:
        return _of_year(indicator, period)
    stated = indicator.actual(period.year)
    if is_year_end(period) and stated and not states_nothing(stated):
        return actual(indicator, period.year)
    until = _until(indicator, period)
    if not until:
        return Input("actual", Uncomputable(Reason.NOT_DUE, indicator.name), f"Realisasi s.d. {period_title(period)}")
    latest = value_in(indicator, until[-1])
    if isinstance(latest.value, Uncomputable):
        return replace(latest, origin=f"Realisasi s.d. {period_title(period)}")
    return value_to_date(indicator, until[-1])


def last_known(indicator: PerformanceIndicator, period: Period) -> Period | None:
    """The last period of the indicator, to the end of this one, for which a value was reported."""
    known = (one for one in _until(indicator, period) if isinstance(value_in(indicator, one).value, Fraction))
    return max(known, default=None, key=lambda one: one.number)


def promised_in(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Promise:
    """The target of the period itself."""
    if indicator.schedule.cycle is Cycle.YEAR:
        if _month_of_year(indicator) < period.first_month:
            not_due = Uncomputable(Reason.NOT_DUE, indicator.name)
            return Promise(not_due, not_due, f"Target {period_title(period)}")
        return _promise_of_year(record, indicator, period)
    own = _ending_in(indicator, period)
    return _promised(indicator, own, f"Target {period_title(period)}")


def promised_to_date(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Promise:
    """The target from the year's start to the end of the period; at the end of the year the one in force."""
    if indicator.schedule.cycle is Cycle.YEAR or is_year_end(period):
        return _promise_of_year(record, indicator, period)
    return _promised(indicator, _until(indicator, period), f"Target s.d. {period_title(period)}")


def achieved_in(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Result:
    """The achievement of the period against its own target, in percent."""
    promise = promised_in(record, indicator, period)
    identifier = f"capaian-tw/{indicator.id}/{period_key(period)}"
    reached = reached_in(indicator, period)
    return achieved(record, indicator, reached, promise.bounds, origin=promise.origin, identifier=identifier)


def achieved_to_date(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Result:
    """The achievement from the year's start to the end of the period; at the end of the year that of the year."""
    reached, promise = reached_to_date(indicator, period), promised_to_date(record, indicator, period)
    if is_year_end(period) and isinstance(reached.value, Fraction):
        return achievement(record, indicator, period.year)
    identifier = f"capaian-sd-tw/{indicator.id}/{period_key(period)}"
    return achieved(record, indicator, reached, promise.bounds, origin=promise.origin, identifier=identifier)


def progress_in_year(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Result:
    """What was reached to date against the target of the whole year, in percent: no achievement before its end."""
    promise = _promise_of_year(record, indicator, period)
    identifier = f"kemajuan-tahun/{indicator.id}/{period_key(period)}"
    reached = reached_to_date(indicator, period)
    return achieved(record, indicator, reached, promise.bounds, origin=promise.origin, identifier=identifier)


def _month_of_year(indicator: PerformanceIndicator) -> int:
    """The month in which what has a value for the year alone is measured."""
    return indicator.schedule.measured_in or 12


def _of_year(indicator: PerformanceIndicator, period: Period) -> Input:
    """The value of a year, once the month in which it is measured has come."""
    if period.last_month < _month_of_year(indicator):
        return Input("actual", Uncomputable(Reason.NOT_DUE, indicator.name), f"Realisasi {period.year}")
    return actual(indicator, period.year)


def _promise_of_year(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> Promise:
    origin = f"Target {period.year}"
    if indicator.schedule.cycle is Cycle.YEAR and period.last_month < _month_of_year(indicator):
        not_due = Uncomputable(Reason.NOT_DUE, indicator.name)
        return Promise(not_due, not_due, origin)
    target = target_in_force(record, indicator, period.year)
    if target is None:
        missing = Uncomputable(Reason.NO_TARGET, indicator.name)
        return Promise(missing, missing, origin)
    return Promise(exact(target.low), exact(target.high), origin, (target.low, target.high), target.place)


def _ending_in(indicator: PerformanceIndicator, period: Period) -> list[Period]:
    """The indicator's own periods that end within this one."""
    return [one for one in _until(indicator, period) if one.last_month >= period.first_month]


def _until(indicator: PerformanceIndicator, period: Period) -> list[Period]:
    own = periods_of(period.year, indicator.schedule.cycle)
    return [one for one in own if one.last_month <= period.last_month]


def _takes_last(indicator: PerformanceIndicator) -> bool:
    schedule = indicator.schedule
    return schedule.is_cumulative or schedule.consolidation is Consolidation.LAST


def _promised(indicator: PerformanceIndicator, own: list[Period], origin: str) -> Promise:
    due = [one for one in own if indicator.schedule.is_due(one)]
    if not due:
        not_due = Uncomputable(Reason.NOT_DUE, indicator.name)
        return Promise(not_due, not_due, origin)
    if _takes_last(indicator) or len(due) == 1:
        last = target_in(indicator, due[-1])
        return _stated(indicator, last, origin)
    targets = [target_in(indicator, one) for one in due]

    def bound(of: Callable[[PeriodTarget], Quantity]) -> Quantity:
        missing = Uncomputable(Reason.NO_TARGET, indicator.name)
        return _consolidated([of(target) if target else missing for target in targets], indicator)

    places = (target.place for target in targets if target and target.place)
    low, high = bound(lambda target: exact(target.low)), bound(lambda target: exact(target.high))
    return Promise(low, high, origin, place=next(places, None))


def _stated(indicator: PerformanceIndicator, target: PeriodTarget | None, origin: str) -> Promise:
    if target is None:
        missing = Uncomputable(Reason.NO_TARGET, indicator.name)
        return Promise(missing, missing, origin)
    return Promise(exact(target.low), exact(target.high), origin, (target.low, target.high), target.place)


def _consolidated(values: Sequence[Quantity], indicator: PerformanceIndicator) -> Quantity:
    total = added(values)
    is_average = indicator.schedule.consolidation is Consolidation.AVERAGE
    return total / len(values) if is_average and isinstance(total, Fraction) else total


def _place(items: Sequence[Input]) -> Place | None:
    return next((item.place for item in items if item.place), None)
