"""One measure for each figure column of a table, chosen for all columns together."""

from collections.abc import Callable
from dataclasses import dataclass

from saksama.understanding.column_scores import UNKNOWN
from saksama.understanding.reading import Measure

_BEAM = 12
_TRIED = 3
_CLOSE = 20
"""Assignments that differ by less are decided by which of them makes the table's own relations hold."""
_SAME_FACT = 300
"""Two columns cannot state the same fact."""

Assignment = tuple[Measure | None, ...]
Judge = Callable[[Assignment], int]
"""How many relations of the table's rows hold under an assignment."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The rest of a column's key, and the label column that it is about."""

    period: str
    version: str
    comparator: str
    about: int | None
    aspect: str


@dataclass(frozen=True, slots=True)
class Candidates:
    """The points of each measure for each figure column, with the key that it would give the column.

    `bare` are the columns whose header says only "%".
    """

    width: int
    points: dict[int, dict[Measure, int]]
    drafts: dict[int, dict[Measure, Draft]]
    bare: frozenset[int]


def assigned(candidates: Candidates, *, judge: Judge) -> Assignment:
    """The best measures: what a column can be depends on what stands left of it."""
    beam: list[tuple[int, Assignment]] = [(0, ())]
    for column in range(candidates.width):
        tried: list[Measure | None] = [None]
        points = candidates.points.get(column, {})
        tried += [measure for _, _, measure in sorted((-told, found.value, found) for found, told in points.items())][
            :_TRIED
        ]
        grown = [
            (total + _step(before, column, measure, candidates), (*before, measure))
            for total, before in beam
            for measure in tried
        ]
        grown.sort(key=_order)
        beam = grown[:_BEAM]
    close = [state for state in beam if beam[0][0] - state[0] < _CLOSE]
    return beam[0][1] if len(close) == 1 else max(close, key=lambda state: judge(state[1]))[1]


def _order(state: tuple[int, Assignment]) -> tuple[int, list[str]]:
    return -state[0], [measure.value if measure else "" for measure in state[1]]


def _step(before: Assignment, column: int, measure: Measure | None, candidates: Candidates) -> int:
    """The points of a measure for a column, given those of the columns before."""
    if measure is None:
        return UNKNOWN if column in candidates.points else 0
    points = candidates.points[column][measure]
    draft = candidates.drafts[column][measure]
    if any(found is measure and candidates.drafts[place][measure] == draft for place, found in enumerate(before)):
        points -= _SAME_FACT
    last = next((found for found in reversed(before) if found is not None), None)
    is_bare = column in candidates.bare
    match measure:
        case Measure.ABSORPTION:
            points += 25 * (last in {Measure.EXPENDITURE, Measure.REMAINDER, Measure.APPROPRIATION})
            has_money = Measure.EXPENDITURE in before or Measure.APPROPRIATION in before
            points -= 45 * (not has_money) + 30 * (is_bare and Measure.EXPENDITURE not in before)
        case Measure.ACHIEVEMENT:
            points += 25 * (last in {Measure.ACTUAL, Measure.TARGET})
            points -= 40 * (is_bare and last is Measure.APPROPRIATION)
        case Measure.SHARE if is_bare:
            points += 60 * (last in {Measure.APPROPRIATION, Measure.COUNT} and Measure.EXPENDITURE not in before)
        case Measure.EXPENDITURE:
            points += 15 * (last is Measure.APPROPRIATION)
        case Measure.ACTUAL:
            points += 15 * (last in {Measure.TARGET, Measure.END_TARGET})
        case Measure.EFFICIENCY if is_bare:
            points += 60 if Measure.ABSORPTION in before and Measure.ACHIEVEMENT in before else -60
        case _:
            pass
    return points
