"""Whether the figures of a row fit each other: a voter between readings and between columns, never a proof."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from saksama.kernel.figures import Figure
from saksama.understanding.reading import Measure

_OPERANDS: dict[Measure, tuple[Measure, Measure]] = {
    Measure.ACHIEVEMENT: (Measure.ACTUAL, Measure.TARGET),
    Measure.ABSORPTION: (Measure.EXPENDITURE, Measure.APPROPRIATION),
    Measure.REMAINDER: (Measure.APPROPRIATION, Measure.EXPENDITURE),
    Measure.VARIANCE: (Measure.ACTUAL, Measure.TARGET),
    Measure.PROGRESS: (Measure.ACTUAL, Measure.END_TARGET),
    Measure.EFFICIENCY: (Measure.ACHIEVEMENT, Measure.ABSORPTION),
}
_QUOTIENTS = {Measure.ACHIEVEMENT, Measure.ABSORPTION, Measure.PROGRESS}


def triples(measures: Sequence[Measure | None]) -> tuple[tuple[int, int, int], ...]:
    """The result columns with the columns that they are computed from: the nearest to the left of each measure."""
    found = []
    for column, measure in enumerate(measures):
        if measure is None or measure not in _OPERANDS:
            continue
        first, second = (_nearest(measures, wanted, column) for wanted in _OPERANDS[measure])
        if first is not None and second is not None:
            found.append((column, first, second))
    return tuple(found)


def _nearest(measures: Sequence[Measure | None], wanted: Measure, column: int) -> int | None:
    left = [place for place in range(column) if measures[place] is wanted]
    return left[-1] if left else None


def fits(measure: Measure, result: Figure, first: Figure, second: Figure) -> bool:
    """Whether a result follows from its operands, by one unit of its last printed decimal."""
    one, other, stated = Fraction(first.value), Fraction(second.value), Fraction(result.value)
    apart = Fraction(result.scale, 10**result.decimals)
    if measure in _QUOTIENTS:
        return bool(other) and abs(one / other * 100 - stated) <= apart
    if measure is Measure.EFFICIENCY and other and abs(one / other * 100 - stated) <= apart:
        return True
    difference = one - other
    if measure is Measure.VARIANCE:
        return abs(abs(difference) - abs(stated)) <= apart
    return abs(difference - stated) <= apart


def relations_that_hold(rows: Sequence[Mapping[int, Figure]], measures: Sequence[Measure | None]) -> int:
    """How many relations hold in the rows, each given as its columns' figures, less those that fail."""
    held = 0
    for column, first, second in triples(measures):
        measure = measures[column]
        for row in rows:
            if measure is not None and column in row and first in row and second in row:
                held += 1 if fits(measure, row[column], row[first], row[second]) else -1
    return held
