"""Whether a target was reached, as far as the document's figures say it. Direction is never taken from a word."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import product

from saksama.audit.facts import Facts, is_limited
from saksama.audit.relation import readings, span
from saksama.understanding.reading import Figured, Measure, Statement, SubjectKind

_WHOLE = 100


class Reached(Enum):
    """What a figure says of the target."""

    MISSED = "missed"
    MET = "met"  # exactly
    EXCEEDED = "exceeded"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Figures that say whether a target was reached: an achievement, or an actual that equals its target."""

    reached: frozenset[Reached]
    figures: tuple[Figured, ...]


def evidence(known: Facts, kind: SubjectKind, subject: str, period: str) -> list[Evidence]:
    """What the document states of a subject's target in a period, each figure by itself.

    An achievement that follows from none of the targets and actuals says nothing: that is a fault of its own.
    """
    name = (kind, "" if kind is SubjectKind.AGENCY else subject, "")
    targets, actuals = (
        [each for each in known.subjects.get((name, measure), ()) if each.key.period == period]
        for measure in (Measure.TARGET, Measure.ACTUAL)
    )
    pairs = [
        (actual, target)
        for actual in actuals
        for target in targets
        if (actual.table, actual.row, actual.sentence) == (target.table, target.row, target.sentence)
    ]
    found = [each for pair in pairs for each in _of_pair(*pair)]
    if pairs and len(found) == len(pairs):
        return found  # a target met exactly, however its 100% is rounded
    for measure in (Measure.ACHIEVEMENT, Measure.AVERAGE_ACHIEVEMENT):
        for statement in known.subjects.get((name, measure), ()):
            if statement.key.period != period or is_limited(statement.key) or statement.alternatives:
                continue
            if not pairs or any(_follows(statement, *pair) for pair in pairs):
                found += of_achievement(statement)
    return found


def _follows(achievement: Statement, actual: Statement, target: Statement) -> bool:
    """Whether an achievement can be that of the pair, whichever direction is better."""
    for stated, one, other in product(*(readings(each.figure) for each in (achievement, actual, target))):
        got, wanted = Fraction(one.value), Fraction(other.value)
        if not got or not wanted:
            continue
        interval, unit = span(stated), Fraction(stated.scale, 10**stated.decimals)
        possible = (got / wanted, wanted / got, (2 * wanted - got) / wanted)
        if any(interval.low - unit <= value * _WHOLE <= interval.high + unit for value in possible):
            return True
    return False


def of_achievement(statement: Statement) -> Iterator[Evidence]:
    """What an achievement says: "100,00" may be a little less or more than the target."""
    found: set[Reached] = set()
    for figure in readings(statement.figure):
        interval = span(figure)
        if interval.low < _WHOLE:
            found.add(Reached.MISSED)
        if Fraction(_WHOLE) in interval:
            found.add(Reached.MET)
        if interval.high > _WHOLE:
            found.add(Reached.EXCEEDED)
        if figure.value == _WHOLE and not figure.decimals:
            found |= {Reached.MET}
    if found:
        yield Evidence(frozenset(found), (statement.figure,))


def _of_pair(actual: Statement, target: Statement) -> Iterator[Evidence]:
    """An actual that equals its target met it, whichever direction is better; else the figures leave it open."""
    values = [
        (Fraction(one.value), Fraction(other.value))
        for one in readings(actual.figure)
        for other in readings(target.figure)
    ]
    if values and all(one == other for one, other in values):
        yield Evidence(frozenset((Reached.MET,)), (actual.figure, target.figure))
