"""What a formula is, and the one call that evaluates any of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import product

from saksama.kernel.figures import Interval
from saksama.kernel.provenance import Citation
from saksama.kernel.quantity import Quantity, Uncomputable

Values = Mapping[str, Fraction]


class Polarity(Enum):
    """Which way an actual is better than another."""

    HIGHER_IS_BETTER = "higher-is-better"
    LOWER_IS_BETTER = "lower-is-better"
    ON_TARGET = "on-target"
    NONE = "none"  # sums, means, absorption: nothing is promised


@dataclass(frozen=True, slots=True)
class Formula:
    """A named way to compute. A released formula never changes; a new name retires the old.

    `expression` is what the report prints, with the inputs as {name}. `excel` is the same for a spreadsheet cell, valid
    where `compute` gives a number. A formula with no `inputs` takes any number of them (sums and means). The result is
    in `unit`, and so is every percentage: 138.19 stands for 138.19 %.
    """

    name: str
    title: str
    inputs: tuple[str, ...]
    expression: str
    excel: str
    compute: Callable[[Values], Quantity]
    citation: Citation
    polarity: Polarity = Polarity.NONE
    unit: str = "%"


def bounds(formula: Formula, intervals: Mapping[str, Interval]) -> Interval | Uncomputable:
    """The interval in which the formula's value lies while each input stays in its own.

    Every formula is monotone in each input between the places where two inputs are equal or a bound of a piece is
    passed, so the extremes lie at the inputs' own bounds or where one input meets a bound of another. Uncomputable
    where the formula is so at any of these points.
    """
    if not formula.inputs:  # sums and means rise with every input
        extremes = [{name: i.low for name, i in intervals.items()}, {name: i.high for name, i in intervals.items()}]
        return _span([formula.compute(point) for point in extremes])
    # Zero is a bound too: a target there, or below, gives no number.
    ends = {end for interval in intervals.values() for end in (interval.low, interval.high)} | {Fraction(0)}
    candidates = {name: sorted(end for end in ends if end in interval) for name, interval in intervals.items()}
    points = product(*candidates.values())
    return _span([formula.compute(dict(zip(candidates, point, strict=True))) for point in points])


def _span(values: list[Quantity]) -> Interval | Uncomputable:
    numbers: list[Fraction] = []
    for value in values:
        if isinstance(value, Uncomputable):
            return value
        numbers.append(value)
    return Interval(min(numbers), max(numbers))
