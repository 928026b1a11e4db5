"""What hangs under which root: the failures that are gone when the document is looked at again with the root mended."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from saksama.audit.change import exactly, implied, what_if
from saksama.audit.relation import Relation, readings
from saksama.audit.relook import Changes, gone
from saksama.audit.rule import Check
from saksama.audit.spots import Cell, cell_of
from saksama.audit.suspects import Suspect
from saksama.audit.writing import Look
from saksama.kernel.figures import Interval
from saksama.understanding.reading import Figured, Reading, SubjectKind

Roots = dict[int, Suspect | None]
"""Looks by number that nothing explains yet; with the figure that explains others, where one does."""


def hanging(
    reading: Reading, failed: list[Look], roots: Roots, parents: dict[int, int], *, passed: tuple[Relation, ...]
) -> dict[int, int]:
    """The roots, by number, that follow from another root.

    First from the figures that are known to be wrong, and what follows from them; then from each that may be.
    """
    known = _under_the_known(reading, failed, roots, parents, passed=passed)
    left = {number: suspect for number, suspect in roots.items() if number not in known}
    found = _under_the_accused(reading, failed, left)
    return {number: found.get(above, above) for number, above in (known | found).items()}


def _under_the_known(
    reading: Reading, failed: list[Look], roots: Roots, parents: dict[int, int], *, passed: tuple[Relation, ...]
) -> dict[int, int]:
    figures: dict[Cell, Figured] = {}
    changes: dict[Cell, Interval] = {}
    for number in (*roots, *parents):
        if suspect := roots.get(number):
            figured, value = suspect.figured, suspect.value
        elif repair := failed[number].check.repair:
            figured, value = _stated(failed[number]), repair
        else:
            continue
        figures[cell_of(figured)] = figured
        changes[cell_of(figured)] = value
    if not changes:
        return {}
    asked = {
        number: failed[number]
        for number, suspect in roots.items()
        if suspect is None and failed[number].check.figures and cell_of(_stated(failed[number])) not in changes
    }
    wanted = what_if(changes, passed)
    figures |= {cell_of(relation.stated): relation.stated for relation in passed if cell_of(relation.stated) in wanted}
    mended = gone(reading, {cell: _with(figures[cell], value) for cell, value in wanted.items()}, asked)
    found: dict[int, int] = {}
    for number in sorted(mended):
        above = _nearest(failed, {root: roots[root] for root in roots if root not in found}, number)
        if above is not None:
            found[number] = above
    return found


def _under_the_accused(reading: Reading, failed: list[Look], roots: Roots) -> dict[int, int]:
    """Under a root whose figure may be wrong: what uses the figure, and holds when it is mended or left out."""
    explained: list[tuple[int, frozenset[int]]] = []
    for number in sorted(roots):
        cells = {cell_of(figured) for figured in _accused(failed[number].check)}
        others = {
            other: failed[other]
            for other, suspect in roots.items()
            if other != number and suspect is None and cells.intersection(_cells(failed[other].check))
        }
        options = _mendings(failed[number].check, roots[number]) if others else ()
        mended = max((gone(reading, changes, others) for changes in options), key=len, default=frozenset[int]())
        if mended:
            explained.append((number, mended))
    found: dict[int, int] = {}
    for number, mended in sorted(explained, key=lambda pair: -len(pair[1])):
        if number not in found:
            kept = set(found.values())
            found.update({other: number for other in mended if other not in found and other not in kept})
    return found


def _mendings(check: Check, suspect: Suspect | None) -> Iterator[Changes]:
    if check.accused:
        # Nobody knows what all of them should be, so nothing is judged by them.
        yield {cell_of(figured): replace(figured, readings=(), chosen=None) for figured in check.accused}
    elif suspect:
        yield {cell_of(suspect.figured): _with(suspect.figured, suspect.value)}
    elif check.relation and check.stated:
        values = [value for each in (check.relation, *check.rivals) for value in implied(each, check.stated)]
        for value in dict.fromkeys(values):
            yield {cell_of(check.stated): _with(check.stated, value)}


def _accused(check: Check) -> tuple[Figured, ...]:
    return check.accused or ((check.stated,) if check.stated else ())


def _cells(check: Check) -> set[Cell]:
    return {cell_of(figured) for figured in check.figures}


def _stated(look: Look) -> Figured:
    return look.check.stated or look.check.figures[0]


def _with(figured: Figured, value: Interval) -> Figured:
    return exactly(figured, Fraction(value.low + value.high) / 2) if readings(figured) else figured


def _nearest(failed: list[Look], roots: Roots, number: int) -> int | None:
    """The root that a consequence hangs under: one with a figure of its own, of its subject, a total, or any sum."""
    cells = _cells(failed[number].check)
    others = [root for root in sorted(roots) if root != number]
    touching = [
        root
        for root in others
        if ((suspect := roots[root]) and cell_of(suspect.figured) in cells)
        or (failed[root].check.figures and cell_of(_stated(failed[root])) in cells)
    ]
    subject = key.subject if (key := failed[number].check.key) else ""
    repairing = [root for root in others if failed[root].check.repair]
    of_subject = [root for root in repairing if subject and (key := failed[root].check.key) and key.subject == subject]
    sums = [root for root in repairing if failed[root].rule.code == "SUM001"]
    totals = [root for root in sums if (key := failed[root].check.key) and key.kind is SubjectKind.AGENCY]
    return next(iter((*touching, *of_subject, *totals, *sums, *repairing)), None)
