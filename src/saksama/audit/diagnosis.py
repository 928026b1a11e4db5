"""Failed checks → roots with their consequences: each fault is reported once (audit.md 2.7).

Notes of one topic are one finding. A table most of whose relations fail is doubted before it is blamed. Of the rest,
the figures that explain most failures are the roots; what would hold if the roots were right hangs under them.
"""

from fractions import Fraction

from saksama.audit.causes import Causes
from saksama.audit.finding import Finding
from saksama.audit.hanging import hanging
from saksama.audit.relation import Relation, readings
from saksama.audit.rule import Outcome, Severity
from saksama.audit.spots import Cell, Spots, cell_of
from saksama.audit.suspects import Suspect, suspects
from saksama.audit.writing import FindingWriter, Look, doubt_of, notes_of
from saksama.understanding.reading import Figured, Reading

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
        *_roots(reading, writer, known, passed),
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
_CHAPTER, _IN_CHAPTER = "DOC001", "DOC002"
_FIRST = ("AVG001",)
"""Of several rules that accuse one figure these say the most."""


def _roots(reading: Reading, writer: FindingWriter, looks: list[Look], passed: tuple[Relation, ...]) -> list[Finding]:
    failed = sorted(looks, key=lambda look: look.rule.code not in _FIRST)
    parents = _repeated(failed) | _of_missing_chapters(failed)  # a failed look → the one that it hangs under
    relations = {
        number: (look.check.relation, *look.check.rivals)
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
    for number, above in hanging(reading, failed, roots, parents, passed=passed).items():
        roots.pop(number, None)
        parents.update((other, above) for other in (number, *_below(parents, number)))
    return [
        writer.finding(failed[root], suspect, [failed[number] for number, parent in parents.items() if parent == root])
        for root, suspect in sorted(roots.items())
    ]


def _below(parents: dict[int, int], number: int) -> list[int]:
    return [other for other, parent in parents.items() if parent == number]


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


def _of_missing_chapters(failed: list[Look]) -> dict[int, int]:
    """What is missing in a chapter is so because the chapter is."""
    chapters = {look.check.group: number for number, look in enumerate(failed) if look.rule.code == _CHAPTER}
    return {
        number: chapters[look.check.group]
        for number, look in enumerate(failed)
        if look.rule.code == _IN_CHAPTER and look.check.group in chapters
    }


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
    by_place: dict[object, int] = {cell_of(suspect.figured): root for root, suspect in roots.items() if suspect}
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
