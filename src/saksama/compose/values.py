"""Targets and actuals as reports print them: numbers as stated, and words where the indicator's values are words."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from saksama.compose.units import in_unit, on_chart
from saksama.kernel.explanation import Input
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import PerformanceIndicator, Target
from saksama.kernel.quantity import Uncomputable, exact
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_number

_SHORT_WORD = 3
"""Such as "BB", which stays on one line with its score."""
_WIDEST = 16.0


def value_text(record: PerformanceRecord, indicator: PerformanceIndicator, value: Decimal) -> str:
    """ "67,50"; a word where the value stands for one, with the score that earned it: "BB (72,35)"."""
    stated = exact(value)
    if isinstance(stated, Uncomputable):
        return write_decimal(value)
    return _worded(record, indicator, stated, write_decimal(value))


def target_text(record: PerformanceRecord, indicator: PerformanceIndicator, target: Target) -> str:
    """ "67,5", "BB", or "90–95" where a range was promised."""
    return bounds_text(record, indicator, target.low, target.high)


def bounds_text(record: PerformanceRecord, indicator: PerformanceIndicator, low: Decimal, high: Decimal) -> str:
    """One value, or two with a dash where they differ."""
    above = value_text(record, indicator, high)
    return f"{value_text(record, indicator, low)}–{above}" if low != high else above


def actual_text(record: PerformanceRecord, indicator: PerformanceIndicator, found: Input) -> str:
    """An actual as it was stated, or rounded where it was computed; "" where there is none."""
    if isinstance(found.value, Uncomputable):
        return ""
    return _worded(record, indicator, found.value, found.printed or write_number(found.value, indicator.decimals))


def with_unit(indicator: PerformanceIndicator, printed: str) -> str:
    """With the indicator's unit as a sentence has it; a word has none."""
    return printed if indicator.value_scale else in_unit(printed, indicator.unit)


def chart_label(indicator: PerformanceIndicator, printed: str) -> str:
    """As a chart labels it."""
    return printed if indicator.value_scale else on_chart(printed, indicator.unit)


def end_year(record: PerformanceRecord) -> int:
    """The year of the end-of-plan targets, which may lie after the plan's last year (2030 of a plan 2025–2029)."""
    stated = {found.end_target.year for found in record.plan.indicators() if found.end_target}
    return stated.pop() if len(stated) == 1 else record.plan.last_year


def value_width(record: PerformanceRecord, indicators: Iterable[PerformanceIndicator], usual: float) -> float:
    """The share of a table's width for a column of values, so that no word of theirs is broken."""
    scales = (record.value_scale(found.value_scale) for found in indicators if found.value_scale)
    words = (
        part + ("(00,00)" if scale.has_scores and len(level.word) <= _SHORT_WORD else "")
        for scale in scales
        if scale
        for level in scale.levels
        for part in level.word.split()
    )
    longest = max(map(len, words), default=0)
    return max(usual, min(_WIDEST, 2.5 + 1.25 * longest)) if longest else usual


def levels_apart(record: PerformanceRecord, indicator: PerformanceIndicator, value: Fraction, other: Fraction) -> int:
    """How many levels a value stands above another on the indicator's own scale; 0 where either has none."""
    scale = record.value_scale(indicator.value_scale)
    ranks = (scale.rank(value), scale.rank(other)) if scale else (None, None)
    return 0 if ranks[0] is None or ranks[1] is None else ranks[0] - ranks[1]


def _worded(record: PerformanceRecord, indicator: PerformanceIndicator, value: Fraction, number: str) -> str:
    scale = record.value_scale(indicator.value_scale) if indicator.value_scale else None
    level = scale.level(value) if scale else None
    if level is None:
        return number
    return level.word if Fraction(level.value) == value else f"{level.word} ({number})"
