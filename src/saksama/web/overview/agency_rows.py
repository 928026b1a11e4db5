"""The plain values of an agency's page: objectives, indicators with their figures to date, and money."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from saksama.compose.values import actual_text, bounds_text
from saksama.documents.writers.svg_meter import bar_svg
from saksama.kernel.evaluation import Result
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import Promise, achieved_to_date, promised_to_date, reached_to_date
from saksama.kernel.period import Period
from saksama.kernel.periods import period_key
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_number
from saksama.language.explanations import reason_text
from saksama.language.messages import _
from saksama.web.overview.figure_ids import Address
from saksama.web.overview.pages import Pages

Holder = Goal | StrategicObjective
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
    share: Fraction | None
    """The achievement as a share of the target, which a bar draws."""
    target_path: str
    actual_path: str
    achievement_path: str
    """Where each figure is explained; "" where there is none to explain."""
    page: str = ""

    @property
    def is_unreported(self) -> bool:
        """Whether a value is due and not reported."""
        return self.tone == WARN and not self.actual

    @property
    def bar(self) -> str:
        """The achievement as a drawing."""
        return bar_svg(self.share)


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective, or a goal, with its indicators."""

    key: str
    name: str
    path: str
    indicators: tuple[IndicatorRow, ...]
    is_goal: bool


def objective_rows(record: PerformanceRecord, period: Period, pages: Pages) -> tuple[ObjectiveRow, ...]:
    """Every goal that has indicators of its own and every objective, with the indicators that are used in the year."""
    return tuple(
        _objective(record, holder, period, pages)
        for holder in holders_of(record.plan)
        if holder.indicators or isinstance(holder, StrategicObjective)
    )


def holders_of(plan: StrategicPlan) -> Iterator[Holder]:
    """Every goal and objective, each goal before its objectives."""
    for goal in plan.goals:
        yield goal
        yield from goal.objectives


def _objective(record: PerformanceRecord, holder: Holder, period: Period, pages: Pages) -> ObjectiveRow:
    rows = used_rows(record, holder.indicators, period, pages)
    return ObjectiveRow(holder.id, holder.name, pages.objective(holder.id), rows, isinstance(holder, Goal))


def used_rows(
    record: PerformanceRecord, indicators: Iterable[PerformanceIndicator], period: Period, pages: Pages
) -> tuple[IndicatorRow, ...]:
    """The indicators that are used in the year, each with the address of its page."""
    return tuple(
        replace(indicator_row(record, one, period, pages.figure), page=pages.indicator.get(one.id, ""))
        for one in indicators
        if one.is_used(period.year)
    )


def indicator_row(
    record: PerformanceRecord, indicator: PerformanceIndicator, period: Period, address: Address
) -> IndicatorRow:
    """An indicator to the end of the period."""
    result = achieved_to_date(record, indicator, period)
    state, tone = _state(result)
    target = _promise(record, indicator, promised_to_date(record, indicator, period))
    actual = actual_text(record, indicator, reached_to_date(indicator, period))
    stated = f"-sd-tw/{indicator.id}/{period_key(period)}"
    return IndicatorRow(
        indicator.id,
        indicator.name,
        indicator.unit,
        target,
        actual,
        result.printed() or "",
        state,
        tone,
        result.band.word if result.band else "",
        _carried_from(indicator, period),
        None if isinstance(result.capped, Uncomputable) else result.capped / 100,
        address(f"target{stated}") if target else "",
        address(f"realisasi{stated}") if actual else "",
        address(result.explanation.id),
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
