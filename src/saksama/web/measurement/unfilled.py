"""Figures of a quarter that are not filled in: what is asked before they are submitted."""

from collections.abc import Iterator

from saksama.kernel.indicator import Actual, ActualState, PeriodActual
from saksama.kernel.period import Period, periods_of
from saksama.kernel.periods import period_title, stated_in
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _
from saksama.web.measurement.entry import quarter_of
from saksama.web.measurement.names import shortened

_WITHOUT_NUMBER = frozenset({ActualState.NOT_RELEASED, ActualState.NOT_APPLICABLE})


def is_filled(stated: Actual | PeriodActual | None) -> bool:
    """Whether there is a value, both numbers of the raw data, or the statement that there can be none."""
    if stated is None:
        return False
    has_raw = stated.numerator is not None and stated.denominator is not None
    return stated.value is not None or has_raw or stated.state in _WITHOUT_NUMBER


def why_incomplete(record: PerformanceRecord, quarter: Period) -> str:
    """Which figures of a quarter are not filled in, and what to do; "" where none is missing."""
    missing = list(_unfilled(record, quarter))
    if not missing:
        return ""
    return _(
        "{period} belum lengkap: {count} angka belum terisi ({names}). Isi dahulu, atau ajukan dengan alasan mengapa "
        "belum ada."
    ).format(period=period_title(quarter), count=len(missing), names=shortened(missing))


def _unfilled(record: PerformanceRecord, quarter: Period) -> Iterator[str]:
    """The name of the indicator for each figure of the entry grid that is due."""
    for objective in record.plan.objectives():
        for indicator in objective.indicators:
            if indicator.is_used(quarter.year):
                for period in periods_of(quarter.year, indicator.schedule.cycle):
                    is_due = quarter_of(period) == quarter and indicator.schedule.is_due(period)
                    if is_due and not is_filled(stated_in(indicator, period)):
                        yield indicator.name
