"""Values that stand for words, as ranks on the indicator's own scale."""

from dataclasses import replace
from fractions import Fraction

from saksama.kernel.explanation import Input
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceRecord


def ranked(record: PerformanceRecord, indicator: PerformanceIndicator, stated: Input) -> Input:
    """The rank on the indicator's own scale of a value that stands for a word."""
    if isinstance(stated.value, Uncomputable):
        return stated
    scale = record.value_scale(indicator.value_scale)
    rank = scale.rank(stated.value) if scale else None
    level = scale.level(stated.value) if scale else None
    if rank is None or level is None:
        return replace(stated, value=Uncomputable(Reason.UNKNOWN_LEVEL, indicator.name))
    return replace(stated, value=Fraction(rank), origin=f"{stated.origin}: {level.word}", printed=str(rank))
