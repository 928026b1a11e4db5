"""Indicators that one table of targets names as no other table does, beside the one whose target they carry."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from saksama.audit.relation import meet
from saksama.understanding.reading import Chapter, Measure, Reading, RowRole, Statement, SubjectKind

_PLANNING = (Chapter.PLAN, Chapter.KEY_INDICATORS, Chapter.AGREEMENT, Chapter.ATTACHMENT)
_MEASURED = frozenset((Measure.ACTUAL, Measure.ACHIEVEMENT))
_LEAST_TABLES = 2
"""So many other tables must have the usual name."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """The target of the name that stands alone, and that of the usual name in another table."""

    odd: Statement
    usual: Statement


def renamed(reading: Reading) -> tuple[Renamed, ...]:
    """The indicators of each table of targets that have another name everywhere else.

    Both names share most of their words and the target of the same year; each table has only one of them.
    """
    tables = _names_by_table(reading)
    targets: dict[int, list[Statement]] = {}
    measuring = {one.table for one in reading.statements if one.key.measure in _MEASURED}
    for statement in reading.statements:
        key = statement.key
        if key.kind is SubjectKind.INDICATOR and key.measure is Measure.TARGET and statement.table is not None:
            targets.setdefault(statement.table, []).append(statement)
    counted = Counter(name for names in tables.values() for name in names)
    found = []
    for table, stated in targets.items():
        if table in measuring or reading.tables[table].chapter not in _PLANNING:
            continue
        for odd in stated:
            if counted[odd.key.subject] == 1:
                usual = list(_usual(odd, targets, own=tables[table], counted=counted))
                if len({one.key.subject for one in usual}) == 1:
                    found.append(Renamed(odd, usual[0]))
    return tuple(found)


def _names_by_table(reading: Reading) -> dict[int, set[str]]:
    """The indicators that each table names."""
    found: dict[int, set[str]] = {}
    for table in reading.tables:
        rows = (row for row in table.rows if row.kind is SubjectKind.INDICATOR and row.role is RowRole.DATA)
        found[table.index] = {row.subject for row in rows if row.subject}
    for statement in reading.statements:
        if statement.table is not None and statement.key.kind is SubjectKind.INDICATOR:
            found[statement.table].add(statement.key.subject)
    return found


def _usual(
    odd: Statement, targets: dict[int, list[Statement]], *, own: set[str], counted: Counter[str]
) -> Iterator[Statement]:
    for table, stated in targets.items():
        for other in stated:
            name = other.key.subject
            if (
                table != odd.table
                and name not in own
                and counted[name] >= _LEAST_TABLES
                and other.key.period == odd.key.period
                and meet(odd.figure, other.figure)
                and _are_alike(odd.key.subject, name)
            ):
                yield other


def _are_alike(one: str, other: str) -> bool:
    """Whether two names share at least half of their words, and neither is only the other cut off."""
    mine, theirs = one.split(), other.split()
    shared = (Counter(mine) & Counter(theirs)).total()
    letters = [re.sub(r"[\W\d_]", "", name) for name in (one, other)]
    is_cut = letters[0] in letters[1] or letters[1] in letters[0]
    return 2 * shared >= max(len(mine), len(theirs)) and not is_cut
