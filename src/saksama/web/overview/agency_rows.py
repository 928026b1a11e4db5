"""The plain values of an agency's page: objectives, indicators with their figures to date, and money."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from saksama.compose.values import actual_text, bounds_text
from saksama.kernel.evaluation import Result
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import Promise, achieved_to_date, promised_to_date, reached_to_date
from saksama.kernel.period import Period
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_number
from saksama.language.explanations import explain_result, reason_text
from saksama.language.messages import _

GOOD, WARN, WAIT, NONE = "good", "warn", "wait", ""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator to the end of a period. `tone` is the look of its `state`, which is always its word too.

    `rating` is the word of the scale of achievement; `carried_from` the year that the value is really of.
    """

    key: str
    name: str
    unit: str
    target: str
    actual: str
    achievement: str
    state: str
    tone: str
    rating: str
    carried_from: int | None
    explanation: tuple[tuple[str, str], ...]
    number: int | None = None
    """The number of the indicator's page."""


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective with its indicators."""

    key: str
    name: str
    indicators: tuple[IndicatorRow, ...]


def objective_rows(record: PerformanceRecord, period: Period, numbers: Mapping[str, int]) -> tuple[ObjectiveRow, ...]:
    """Every objective with the indicators that are used in the year; `numbers` are those of their pages, by key."""
    return tuple(_objective(record, objective, period, numbers) for objective in record.plan.objectives())


def _objective(
    record: PerformanceRecord, objective: StrategicObjective, period: Period, numbers: Mapping[str, int]
) -> ObjectiveRow:
    used = (indicator for indicator in objective.indicators if indicator.is_used(period.year))
    return ObjectiveRow(
        objective.id,
        objective.name,
        tuple(replace(indicator_row(record, one, period), number=numbers.get(one.id)) for one in used),
    )


def indicator_row(record: PerformanceRecord, indicator: PerformanceIndicator, period: Period) -> IndicatorRow:
    """An indicator to the end of the period."""
    result = achieved_to_date(record, indicator, period)
    state, tone = _state(result)
    return IndicatorRow(
        indicator.id,
        indicator.name,
        indicator.unit,
        _promise(record, indicator, promised_to_date(record, indicator, period)),
        actual_text(record, indicator, reached_to_date(indicator, period)),
        result.printed() or "",
        state,
        tone,
        result.band.word if result.band else "",
        _carried_from(indicator, period),
        explain_result(result),
    )


def _carried_from(indicator: PerformanceIndicator, period: Period) -> int | None:
    reported = indicator.actual(period.year)
    return reported.reference_year if reported and reported.is_carried_over and period.last_month == 12 else None


def _promise(record: PerformanceRecord, indicator: PerformanceIndicator, promise: Promise) -> str:
    if promise.stated:
        return bounds_text(record, indicator, *promise.stated)
    if isinstance(promise.high, Fraction):
        return write_number(promise.high, indicator.decimals)
    return ""


def _state(result: Result) -> tuple[str, str]:
    value = result.capped
    if isinstance(value, Uncomputable):
        match value.reason:
            case Reason.NO_ACTUAL:
                return _("Belum dilaporkan"), WARN
            case Reason.NOT_DUE:
                return _("Belum waktunya"), WAIT
            case _:
                return reason_text(Uncomputable(value.reason)), NONE
    return (_("Tercapai"), GOOD) if value >= 100 else (_("Tidak tercapai"), WARN)
