"""How an indicator's values are written into cells: as numbers, or as the words of its scale."""

from decimal import Decimal
from fractions import Fraction

from saksama.exchange.rows.row import Value, is_exact
from saksama.kernel.achievement import LEVEL_RATIO
from saksama.kernel.indicator import PerformanceIndicator, PeriodTarget, Target
from saksama.kernel.record import PerformanceRecord


def stated(record: PerformanceRecord, indicator: PerformanceIndicator, value: Decimal | None) -> Value | None:
    """The word where the indicator is rated by levels and the value is exactly one; else the number."""
    scale = record.value_scale(indicator.value_scale) if indicator.formula == LEVEL_RATIO.name else None
    if value is None or scale is None or not is_exact(value):
        return value
    level = scale.level(Fraction(value))
    return level.word if level and level.value.as_tuple() == value.as_tuple() else value


def lower_bound(target: Target | PeriodTarget) -> Decimal | None:
    """The lower bound, where it differs from the upper one in its value or in its printed digits."""
    return target.low if target.low.as_tuple() != target.high.as_tuple() else None
