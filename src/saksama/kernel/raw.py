"""An actual from its raw data (data mentah)."""

from decimal import Decimal

from saksama.kernel.indicator import RawCalculation
from saksama.kernel.quantity import Quantity, Reason, Uncomputable, exact


def raw_value(raw: RawCalculation, numerator: Decimal, denominator: Decimal) -> Quantity:
    """Numerator ÷ denominator × factor, in the indicator's unit."""
    above, below, factor = exact(numerator), exact(denominator), exact(raw.factor)
    if isinstance(above, Uncomputable):
        return above
    if isinstance(below, Uncomputable):
        return below
    if isinstance(factor, Uncomputable):
        return factor
    return above / below * factor if below else Uncomputable(Reason.ZERO_DENOMINATOR, raw.denominator)
