"""Which printed figure, if it were another, would make most failed relations hold: the smallest set of suspects.

A wrong figure makes every relation fail that it is part of. The figure for which the failed relations agree on one
other value, and which no relation that holds speaks for, is the root; the relations are its consequences (audit.md
2.7).
"""

from dataclasses import dataclass

from saksama.audit.change import corrected, implied
from saksama.audit.relation import Relation, judge
from saksama.audit.spots import Cell, cell_of
from saksama.kernel.figures import Interval
from saksama.understanding.reading import Figured

LEAST_EXPLAINED = 2


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure, the value that would repair the relations, and which failed relations those are, by number."""

    figured: Figured
    value: Interval
    explained: tuple[int, ...]


Failure = tuple[Relation, ...]
"""The relations of one failed look, any of which would have satisfied its rule."""


def suspects(failed: dict[int, Failure], passed: tuple[Relation, ...]) -> tuple[Suspect, ...]:
    """Figures that explain at least two failures each, the strongest first; each failure is explained once."""
    supporting: dict[Cell, list[Relation]] = {}
    for relation in passed:
        for figured in relation.figures():
            supporting.setdefault(cell_of(figured), []).append(relation)
    found: list[Suspect] = []
    left = dict(failed)
    while True:
        ranked = sorted(_candidates(left, supporting), key=lambda pair: pair[0])
        if not ranked:
            return tuple(found)
        suspect = ranked[0][1]
        found.append(suspect)
        for number in suspect.explained:
            del left[number]
        # What compares another wrong figure with this one says what that should be as soon as this is mended.
        mended = {cell_of(suspect.figured): suspect.value}
        left = {
            number: tuple(corrected(relation, mended) or relation for relation in rivals)
            for number, rivals in left.items()
        }


_Rank = tuple[int, int, int]


def _candidates(failed: dict[int, Failure], supporting: dict[Cell, list[Relation]]) -> list[tuple[_Rank, Suspect]]:
    involved: dict[Cell, tuple[Figured, list[int]]] = {}
    for number, rivals in failed.items():
        for cell, figured in {cell_of(figured): figured for each in rivals for figured in each.figures()}.items():
            involved.setdefault(cell, (figured, []))[1].append(number)
    found: list[tuple[_Rank, Suspect]] = []
    for order, (cell, (figured, numbers)) in enumerate(involved.items()):
        if len(numbers) < LEAST_EXPLAINED:
            continue
        suspect = _agreed(figured, numbers, failed)
        if suspect is None:
            continue
        broken = sum(not _still_holds(relation, suspect) for relation in supporting.get(cell, ()))
        score = len(suspect.explained) - broken
        if score > 0:
            found.append(((-score, -len(suspect.explained), order), suspect))
    return found


def _agreed(figured: Figured, numbers: list[int], failed: dict[int, Failure]) -> Suspect | None:
    """The value that most of the figure's failures agree on, if two do."""
    wanted = {number: _implied(failed[number], figured) for number in numbers}
    best: Suspect | None = None
    for value in dict.fromkeys(value for values in wanted.values() for value in values):
        common, explained = value, []
        for number, values in wanted.items():
            other = next((other for other in values if common.meets(other)), None)
            if other:
                common = Interval(max(common.low, other.low), min(common.high, other.high))
                explained.append(number)
        if len(explained) >= LEAST_EXPLAINED and (best is None or len(explained) > len(best.explained)):
            best = Suspect(figured, common, tuple(explained))
    return best


def _implied(rivals: Failure, figured: Figured) -> tuple[Interval, ...]:
    return tuple(dict.fromkeys(value for relation in rivals for value in implied(relation, figured)))


def _still_holds(relation: Relation, suspect: Suspect) -> bool:
    changed = corrected(relation, {cell_of(suspect.figured): suspect.value})
    return changed is None or judge(changed).holds
