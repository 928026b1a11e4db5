"""What a computation gives: an exact number, or the reason why there is none."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Reason(Enum):
    """Why no number follows."""

    NO_TARGET = "no-target"
    NO_ACTUAL = "no-actual"
    NOT_APPLICABLE = "not-applicable"
    NOT_RELEASED = "not-released"
    ZERO_TARGET = "zero-target"
    NEGATIVE_TARGET = "negative-target"
    ZERO_ACTUAL = "zero-actual"
    ZERO_DENOMINATOR = "zero-denominator"
    INVERTED_RANGE = "inverted-range"
    NOTHING_TO_AVERAGE = "nothing-to-average"
    NO_APPROPRIATION = "no-appropriation"
    NO_EXPENDITURE = "no-expenditure"
    ZERO_APPROPRIATION = "zero-appropriation"
    NO_PROGRAMME = "no-programme"
    INCOMPLETE_SHARES = "incomplete-shares"
    UNKNOWN_FORMULA = "unknown-formula"


@dataclass(frozen=True, slots=True)
class Uncomputable:
    """Stated, but no number follows. `subject` names what stands in the way, where it is not the thing itself."""

    reason: Reason
    subject: str = ""


Quantity = Fraction | Uncomputable
