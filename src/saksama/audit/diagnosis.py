"""Failed checks → roots with their consequences: each fault is reported once (audit.md 2.7).

Notes of one topic are one finding. A table most of whose relations fail is doubted before it is blamed. Of the rest,
the figures that explain most failures are the roots; what would hold if the roots were right hangs under them.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from saksama.audit.causes import Causes
from saksama.audit.change import corrected, what_if
from saksama.audit.finding import Finding
from saksama.audit.relation import SAME, Relation, Term, judge, readings
from saksama.audit.rule import Check, Outcome, Severity
from saksama.audit.spots import Cell, Spots, cell_of
from saksama.audit.suspects import Suspect, suspects
from saksama.audit.writing import FindingWriter, Look, doubt_of, notes_of
from saksama.kernel.figures import Interval
from saksama.understanding.reading import Figured, Reading, SubjectKind

DOUBTED_SHARE = Fraction(1, 2)
DOUBTED_LEAST = 6
"""So many failed relations, and more than this share of a table's, make its reading doubtful."""


def diagnose(reading: Reading, looks: tuple[Look, ...]) -> tuple[Finding, ...]:
    """The findings of all looks: every failed one appears once, as a root, as a consequence, or in a note."""
    failed = [look for look in looks if look.check.outcome is Outcome.FAILED]
    if not failed:
        return ()
    notes = [look for look in failed if look.severity is Severity.NOTE]
    serious = [look for look in failed if look.severity is not Severity.NOTE]
    passed = tuple(
        look.check.relation for look in looks if look.check.outcome is Outcome.PASSED and look.check.relation
    )
    spots = Spots(reading)
    writer = FindingWriter(spots, Causes(reading, spots))
    doubted = _doubted(spots, looks, serious)
    known = [look for look in serious if _table(spots, look) not in doubted]
    of_table = {table: [look for look in serious if _table(spots, look) == table] for table in doubted}
    return (
        *_roots(writer, known, passed),
        *(doubt_of(writer, reading, table, of_table[table]) for table in doubted),
        *notes_of(writer, notes),
    )


def _table(spots: Spots, look: Look) -> int | None:
    position = spots.position(look.check.stated) if look.check.stated else None
    return position[0] if position else None


def _doubted(spots: Spots, looks: tuple[Look, ...], serious: list[Look]) -> tuple[int, ...]:
    """Tables most of whose relations fail, in several columns. A column with one wrong formula is one failure."""
    wrong: dict[int, dict[Cell, Look]] = {}
    for look in serious:
        table = _table(spots, look)
        # What a known cause explains exactly was read right.
        if table is not None and _is_equation(look) and not look.check.cause:
            wrong.setdefault(table, {}).setdefault(cell_of(_stated(look)), look)
    candidates = {table for table, found in wrong.items() if len(found) >= DOUBTED_LEAST}
    if not candidates:
        return ()
    right: dict[int, int] = {}
    for look in looks:
        if look.check.outcome is Outcome.PASSED and _is_equation(look):
            table = _table(spots, look)
            if table in candidates:
                right[table] = right.get(table, 0) + 1
    return tuple(
        table
        for table in sorted(candidates)
        if len(wrong[table]) > DOUBTED_SHARE * (len(wrong[table]) + right.get(table, 0))
        and len({position[2] for look in wrong[table].values() if (position := spots.position(_stated(look)))}) > 1
    )


def _is_equation(look: Look) -> bool:
    """Whether the look says how a table was read; that a part is no larger than its whole holds by chance."""
    return look.check.relation is not None and not look.check.relation.is_limit


def _stated(look: Look) -> Figured:
    return look.check.stated or look.check.figures[0]


_COMPARING = ("CON", "TXT")
_OF_ROWS = ("SUM001", "SUM004")
"""A row is wrong as a whole: appropriation and expenditure miss the same part."""
_FIRST = ("AVG001",)
"""Of several rules that accuse one figure these say the most."""


def _roots(writer: FindingWriter, looks: list[Look], passed: tuple[Relation, ...]) -> list[Finding]:
    failed = sorted(looks, key=lambda look: look.rule.code not in _FIRST)
    parents = _repeated(failed)  # a failed look → the one that it hangs under
    relations = {
        number: look.check.relation
        for number, look in enumerate(failed)
        if look.check.relation and number not in parents
    }
    found = suspects(relations, passed)
    roots: dict[int, Suspect | None] = {}
    for suspect in found:
        first = _spokesman(failed, suspect)
        roots[first] = suspect
        parents.update((number, first) for number in suspect.explained if number != first)
    _join(writer.spots, failed, roots, parents)
    for number in range(len(failed)):
        if number not in parents and number not in roots:
            roots[number] = None
    _hang(failed, roots, parents, passed)
    return [
        writer.finding(failed[root], suspect, [failed[number] for number, parent in parents.items() if parent == root])
        for root, suspect in sorted(roots.items())
    ]


def _repeated(failed: list[Look]) -> dict[int, int]:
    """A wrong figure that other tables repeat is one fault; the first place speaks for the others."""
    first: dict[object, int] = {}
    parents: dict[int, int] = {}
    for number, look in enumerate(failed):
        stated = look.check.stated
        if look.check.key is None or stated is None or not readings(stated):
            continue
        inputs = look.check.relation.terms if look.check.relation else ()
        values = tuple(figure.value for term in inputs for figure in readings(term.figured)[:1])
        key = (look.rule.code, look.check.key.measure, readings(stated)[0].value, values)
        if first.setdefault(key, number) != number:
            parents[number] = first[key]
    return parents


def _spokesman(failed: list[Look], suspect: Suspect) -> int:
    """The look that says what is wrong with the suspect itself; else the first that it explains."""
    cell = cell_of(suspect.figured)
    accusing = [number for number in suspect.explained if cell_of(_stated(failed[number])) == cell]
    # A sum or a quotient says what should stand there; two prints that differ do not.
    return min(
        accusing or suspect.explained, key=lambda number: (failed[number].rule.code.startswith(_COMPARING), number)
    )


def _join(spots: Spots, failed: list[Look], roots: dict[int, Suspect | None], parents: dict[int, int]) -> None:
    """Several faults found in one figure, or in the sums of one row, are one."""
    by_place: dict[object, int] = {}
    for number, look in enumerate(failed):
        if number in parents or not look.check.stated:
            continue
        accused = look.check.accused or (look.check.stated,)
        keys: list[object] = [cell_of(figured) for figured in accused]
        position = spots.position(look.check.stated)
        if position and look.rule.code in _OF_ROWS:
            keys.append((look.rule.code, position[:2]))
        first = next((by_place[key] for key in keys if key in by_place), number)
        for key in keys:
            by_place.setdefault(key, first)
        if first != number and number not in roots:  # a root with consequences of its own keeps them
            parents[number] = first


def _hang(
    failed: list[Look], roots: dict[int, Suspect | None], parents: dict[int, int], passed: tuple[Relation, ...]
) -> None:
    """Hang under a root what would hold if the roots were right."""
    changes: dict[Figured, Interval] = {}
    for number in (*roots, *parents):
        suspect = roots.get(number)
        if suspect:
            changes[suspect.figured] = suspect.value
        elif repair := failed[number].check.repair:
            changes[_stated(failed[number])] = repair
    if not changes:
        return
    known = what_if(changes, passed)
    causes = {cell_of(figured) for figured in changes}
    for number in sorted(roots):
        check = failed[number].check
        if roots[number] is not None or check.relation is None or cell_of(_stated(failed[number])) in causes:
            continue
        if not any(_repaired(relation, known) for relation in _readings_of(check)):
            continue
        above = _nearest(failed, roots, number)
        if above is not None:
            parents[number] = above
            for other, parent in list(parents.items()):
                if parent == number:
                    parents[other] = above
    for number in parents:
        roots.pop(number, None)


def _readings_of(check: Check) -> Iterator[Relation]:
    """The relation of a check; where equals are compared, one for each figure that it may equal."""
    if check.relation is None:
        return
    yield check.relation
    if check.relation.formula is SAME:
        stated = check.relation.stated
        for figured in check.figures:
            if cell_of(figured) != cell_of(stated):
                yield replace(check.relation, terms=(Term("other", figured),))


def _repaired(relation: Relation, changes: dict[Figured, Interval]) -> bool:
    changed = corrected(relation, changes)
    return changed is not None and judge(changed).holds


def _nearest(failed: list[Look], roots: dict[int, Suspect | None], number: int) -> int | None:
    """The root that a consequence hangs under: one with a figure of its own, of its subject, a total, or any sum."""
    cells = {cell_of(figured) for figured in failed[number].check.figures}
    others = [root for root in sorted(roots) if root != number]
    touching = [
        root
        for root in others
        if ((suspect := roots[root]) and cell_of(suspect.figured) in cells) or cell_of(_stated(failed[root])) in cells
    ]
    subject = key.subject if (key := failed[number].check.key) else ""
    repairing = [root for root in others if failed[root].check.repair]
    of_subject = [root for root in repairing if subject and (key := failed[root].check.key) and key.subject == subject]
    sums = [root for root in repairing if failed[root].rule.code == "SUM001"]
    totals = [root for root in sums if (key := failed[root].check.key) and key.kind is SubjectKind.AGENCY]
    return next(iter((*touching, *of_subject, *totals, *sums, *repairing)), None)
