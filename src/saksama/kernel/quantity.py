"""What a computation gives: an exact number, or the reason why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction


class Reason(Enum):
    """Why no number follows."""

    NO_TARGET = "no-target"
    NO_ACTUAL = "no-actual"
    NOT_APPLICABLE = "not-applicable"
    NOT_RELEASED = "not-released"
    NOT_DUE = "not-due"
    """It is measured later in the year."""
    ZERO_TARGET = "zero-target"
    NEGATIVE_TARGET = "negative-target"
    ZERO_ACTUAL = "zero-actual"
    ZERO_DENOMINATOR = "zero-denominator"
    INVERTED_RANGE = "inverted-range"
    RANGE_NEEDS_FORMULA = "range-needs-formula"
    """The target is a range, and the indicator's formula takes one number."""
    NOTHING_TO_AVERAGE = "nothing-to-average"
    NO_APPROPRIATION = "no-appropriation"
    NO_EXPENDITURE = "no-expenditure"
    ZERO_APPROPRIATION = "zero-appropriation"
    NO_PROGRAMME = "no-programme"
    INCOMPLETE_SHARES = "incomplete-shares"
    SHARED_AND_SPLIT = "shared-and-split"
    """Money is called shared (pagu bersama) for one subject and split by shares for another."""
    NESTED_SUPPORT = "nested-support"
    """A node and one below it both serve something, so that money would count twice."""
    NEGATIVE_VALUE = "negative-value"
    NOT_A_NUMBER = "not-a-number"
    """Stated as infinite, as no number, or beyond what is ever measured (`MAXIMUM_DIGITS`)."""
    UNKNOWN_FORMULA = "unknown-formula"
    UNKNOWN_LEVEL = "unknown-level"
    """A value that its scale of words does not have, or a scale that the record does not have."""


@dataclass(frozen=True, slots=True)
class Uncomputable:
    """Stated, but no number follows. `subject` names what stands in the way, where it is not the thing itself."""

    reason: Reason
    subject: str = ""


Quantity = Fraction | Uncomputable

MAXIMUM_DIGITS = 60
"""On either side of the point. Decimal("1E+999999999") is a valid number whose digits would fill the memory."""


def is_measurable(value: Decimal) -> bool:
    """Whether a stated number is finite and of a size that figures have."""
    text = str(value)
    if len(text) <= MAXIMUM_DIGITS and text.lstrip("-").replace(".", "", 1).isdigit():
        return True  # written out, as nearly every figure is; its tuple takes several times as long
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -MAXIMUM_DIGITS and value.adjusted() <= MAXIMUM_DIGITS


def exact(value: Decimal) -> Quantity:
    """The exact value of a stated number."""
    return Fraction(value) if is_measurable(value) else Uncomputable(Reason.NOT_A_NUMBER, str(value)[:MAXIMUM_DIGITS])


def added(values: Iterable[Quantity]) -> Quantity:
    """The sum, or the reason of the first that has no number."""
    total = Fraction(0)
    for value in values:
        if isinstance(value, Uncomputable):
            return value
        total += value
    return total
