"""Record → results: achievement, progress and averages of a year, each computed by one function here.

Results are named `measure/subject/year`, such as "capaian/IK1/2020"; the id of an explanation is that name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from saksama.kernel.achievement import FORMULAS, LEVEL_RATIO, RANGES
from saksama.kernel.evaluation import Result, evaluate
from saksama.kernel.explanation import Input, Limits
from saksama.kernel.figures import write_decimal
from saksama.kernel.formula import Formula, Polarity
from saksama.kernel.indicator import Actual, ActualState, PerformanceIndicator, Target
from saksama.kernel.money import PROGRESS, PROGRESS_INVERSE
from saksama.kernel.period import Period
from saksama.kernel.periods import value_to_date
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Reason, Uncomputable, exact
from saksama.kernel.ranks import ranked
from saksama.kernel.raw import raw_value
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.totals import CAPPED_MEAN, MEAN


def target_in_force(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Target | None:
    """The target that a year is measured against: the agreement's where it states one, else the plan's."""
    agreement = record.agreement(year)
    agreed = agreement.targets if agreement else ()
    found = next((item.target for item in agreed if item.indicator == indicator.id), None)
    return found or indicator.target(year)


def actual(indicator: PerformanceIndicator, year: int) -> Input:
    """The actual of a year in the indicator's unit, computed from raw data where there are any.

    Where the year itself states none, it follows from the periods by the indicator's consolidation.
    """
    origin = f"Realisasi {year}"
    reported = indicator.actual(year)
    is_left = reported is None or states_nothing(reported)
    if is_left and any(one.period.year == year for one in indicator.period_actuals):
        cycle = indicator.schedule.cycle
        return value_to_date(indicator, Period(year, cycle.periods, cycle))
    if reported is None:
        return Input("actual", Uncomputable(Reason.NO_ACTUAL, indicator.name), origin)
    if reported.state is ActualState.NOT_APPLICABLE:
        return Input("actual", Uncomputable(Reason.NOT_APPLICABLE, reported.note), origin, place=reported.place)
    raw = indicator.raw
    if raw and reported.numerator is not None and reported.denominator is not None:
        stated = (reported.numerator, reported.denominator, raw.factor)
        value = raw_value(raw, reported.numerator, reported.denominator)
        how = "{} ÷ {} × {}".format(*map(write_decimal, stated))
        return Input("actual", value, f"{origin} = {how}", place=reported.place)
    if reported.value is None:
        reason = Reason.NOT_RELEASED if reported.state is ActualState.NOT_RELEASED else Reason.NO_ACTUAL
        return Input("actual", Uncomputable(reason, reported.note), origin, place=reported.place)
    return Input("actual", exact(reported.value), origin, write_decimal(reported.value), reported.place)


def states_nothing(reported: Actual) -> bool:
    """Whether only its source or a note stands there, and the value is left to the periods."""
    is_open = reported.state in (ActualState.FINAL, ActualState.PRELIMINARY)
    return is_open and reported.value is None and reported.numerator is None


def _stated(name: str, value: Decimal | None, origin: str, target: Target | None, subject: str) -> Input:
    if value is None or target is None:
        return Input(name, Uncomputable(Reason.NO_TARGET, subject), origin)
    return Input(name, exact(value), origin, write_decimal(value), target.place)


def _target_inputs(formula: Formula, target: Target | None, origin: str, subject: str) -> tuple[Input, ...]:
    low, high = (target.low, target.high) if target else (None, None)
    if formula.name in RANGES:
        return (
            _stated("low", low, f"{origin}, batas bawah", target, subject),
            _stated("high", high, f"{origin}, batas atas", target, subject),
        )
    return (_one_number("target", target, origin, subject),)


def _one_number(name: str, target: Target | None, origin: str, subject: str) -> Input:
    if target and target.is_range:
        return Input(name, Uncomputable(Reason.RANGE_NEEDS_FORMULA, subject), origin, place=target.place)
    return _stated(name, target.high if target else None, origin, target, subject)


def _formula(indicator: PerformanceIndicator) -> Formula | None:
    return next((formula for formula in FORMULAS if formula.name == indicator.formula), None)


def _without_formula(indicator: PerformanceIndicator, identifier: str) -> Result:
    unknown = Input("actual", Uncomputable(Reason.UNKNOWN_FORMULA, indicator.formula))
    return evaluate(MEAN, (unknown,), identifier=identifier)


def achievement(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Result:
    """The achievement (capaian) of a year in percent, rated on the agency's scale."""
    settings = record.settings
    formula = _formula(indicator)
    identifier = f"capaian/{indicator.id}/{year}"
    if formula is None:
        return _without_formula(indicator, identifier)
    target = target_in_force(record, indicator, year)
    inputs = (actual(indicator, year), *_target_inputs(formula, target, f"Target {year}", indicator.name))
    if formula is LEVEL_RATIO:
        inputs = tuple(ranked(record, indicator, item) for item in inputs)
    return evaluate(
        formula,
        inputs,
        settings.scale,
        identifier=identifier,
        limits=settings.limits,
        zero_target=indicator.zero_target,
    )


def progress(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Result:
    """How far the actual of a year has come towards the end-of-plan target (tingkat kemajuan), in percent.

    R ÷ T or, where lower is better, T ÷ R; an indicator with a range or a point to keep to uses its own formula.
    """
    identifier = f"kemajuan/{indicator.id}/{year}"
    formula = _formula(indicator)
    if formula is None:
        return _without_formula(indicator, identifier)
    end, reached = indicator.end_target, actual(indicator, year)
    origin = f"Target akhir periode {end.year if end else record.plan.last_year}"
    if formula.name in RANGES or formula.polarity is Polarity.ON_TARGET:
        inputs = (reached, *_target_inputs(formula, end, origin, indicator.name))
        return evaluate(formula, inputs, identifier=identifier, zero_target=indicator.zero_target)
    towards = PROGRESS_INVERSE if formula.polarity is Polarity.LOWER_IS_BETTER else PROGRESS
    inputs = (reached, _one_number("end_target", end, origin, indicator.name))
    if formula is LEVEL_RATIO:
        inputs = tuple(ranked(record, indicator, item) for item in inputs)
    return evaluate(towards, inputs, identifier=identifier, zero_target=indicator.zero_target)


@dataclass(frozen=True, slots=True)
class Average:
    """The mean achievement of several indicators, uncapped and with each achievement capped.

    `counted` of `total` indicators have an achievement; the others have no number and are left out of both means.
    """

    uncapped: Result
    capped: Result
    counted: int
    total: int

    @property
    def is_complete(self) -> bool:
        """Whether every indicator has an achievement."""
        return self.counted == self.total


def average(
    record: PerformanceRecord, subject: str, indicators: Iterable[PerformanceIndicator], *, year: int
) -> Average:
    """The average achievement of indicators. The capped one is rated, since a cap keeps 250 % from hiding 50 %."""
    settings, every = record.settings, tuple(indicators)
    limit = Limits(cap=settings.average_cap)
    reached: list[Input] = []
    limited: list[Input] = []
    for indicator in every:
        result = achievement(record, indicator, year)
        if isinstance(result.capped, Fraction):
            name, origin = indicator.id, f"Capaian: {indicator.name}"
            explained = result.explanation.id
            reached.append(Input(name, result.capped, origin, explanation=explained))
            limited.append(Input(name, limit.apply(result.capped), origin, explanation=explained))
    uncapped = evaluate(MEAN, tuple(reached), identifier=f"rata-rata/{subject}/{year}")
    capped = evaluate(CAPPED_MEAN, tuple(limited), settings.scale, identifier=f"rata-rata-dibatasi/{subject}/{year}")
    return Average(uncapped, capped, len(reached), len(every))


def objective_average(record: PerformanceRecord, objective: StrategicObjective, year: int) -> Average:
    """The average achievement of an objective's indicators."""
    return average(record, objective.id, objective.indicators, year=year)


def overall_average(record: PerformanceRecord, year: int) -> Average:
    """The average achievement over the indicators of all objectives. Indicators of goals are not in it."""
    indicators = [indicator for objective in record.plan.objectives() for indicator in objective.indicators]
    return average(record, "semua", indicators, year=year)
