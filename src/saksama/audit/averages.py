"""What a printed average of achievements may be the average of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from saksama.audit.change import exactly
from saksama.audit.facts import Facts, columns, is_limited, of_members
from saksama.audit.relation import Precision, Relation, Term, readings
from saksama.audit.rivals import CAPS
from saksama.kernel.totals import MEAN, SUM
from saksama.understanding.reading import FactKey, Figured, Measure, RowRole, Statement, SubjectKind

LEAST_PARTS = 2
_CAP = re.compile(r"dibatasi (\d{3})\s*%")
_ACHIEVEMENTS = (Measure.ACHIEVEMENT, Measure.AVERAGE_ACHIEVEMENT)


Parts = tuple[Figured, ...]


def candidates(known: Facts, statement: Statement, measured: dict[str, tuple[Parts, ...]]) -> Iterator[Relation]:
    """The relations that the average may follow, the likeliest first: each set of its parts, plain and limited.

    `measured` holds what all indicators achieved by period; it fills as it is asked for.
    """
    seen: set[Parts] = set()
    first: Relation | None = None
    for cells in _sets(known, statement, measured):
        if cells and cells not in seen:
            seen.add(cells)
            for relation in _means(known, statement, cells):
                first = first or relation
                yield relation
    if first and statement.table is not None:  # a row of shares that ends in their sum, 100 %
        yield replace(first, formula=SUM)


def _sets(known: Facts, statement: Statement, measured: dict[str, tuple[Parts, ...]]) -> Iterator[Parts]:
    key = statement.key
    if key.kind is SubjectKind.OBJECTIVE:
        yield tuple(part.figure for part in of_members(known, statement, Measure.ACHIEVEMENT))
    if statement.table is not None:
        yield from _in_column(known, statement)
    if key.kind is SubjectKind.AGENCY:
        if key.period not in measured:
            measured[key.period] = tuple(_in_tables(known, key.period))
        yield from measured[key.period]


def _means(known: Facts, statement: Statement, cells: Parts) -> Iterator[Relation]:
    plain = _mean(statement.figure, cells)
    if not is_limited(statement.key):
        yield plain
    named = _named_cap(known, statement)
    for cap in CAPS if named is None else (named,):
        for floor in (None, Fraction(0)):
            limited = tuple(_limited(cell, cap, floor) for cell in cells)
            if limited != cells:
                yield _mean(statement.figure, limited)
    is_above = named is not None and any(Fraction(readings(cell)[0].value) > named for cell in cells)
    if is_limited(statement.key) and not is_above:
        yield plain


def _named_cap(known: Facts, statement: Statement) -> Fraction | None:
    """The cap that the row, the column or the sentence of a limited mean names: "tiap capaian dibatasi 100%"."""
    if not is_limited(statement.key):
        return None
    if statement.table is not None and statement.row is not None and statement.column is not None:
        table = known.reading.tables[statement.table]
        text = f"{table.rows[statement.row].label} {table.columns[statement.column].header}"
    else:
        text = known.reading.sentences[statement.sentence or 0].text
    named = {Fraction(found) for found in _CAP.findall(text)}
    return named.pop() if len(named) == 1 else None


def _limited(cell: Figured, cap: Fraction, floor: Fraction | None) -> Figured:
    value = Fraction(readings(cell)[0].value)
    if value > cap:
        return exactly(cell, cap)
    return exactly(cell, floor) if floor is not None and value < floor else cell


def _mean(stated: Figured, cells: Parts) -> Relation:
    terms = tuple(Term(f"{place}", cell, Precision.COMPUTED) for place, cell in enumerate(cells))
    return Relation(MEAN, stated, terms)


def _in_column(known: Facts, statement: Statement) -> Iterator[Parts]:
    """Of a row of a table: the achievements above it since the last average, all above it, the averages above it."""
    above = [
        other
        for other in columns(_of_table(known, statement)).get((statement.table or 0, statement.column or 0), ())
        if (other.row or 0) < (statement.row or 0)
    ]
    averages = [other for other in above if other.key.measure is Measure.AVERAGE_ACHIEVEMENT]
    parts = [other for other in above if other.key.measure is Measure.ACHIEVEMENT]
    since = [part for part in parts if not averages or (part.row or 0) > (averages[-1].row or 0)]
    table = known.reading.tables[statement.table or 0]
    own = table.rows[statement.row or 0]
    siblings = [part for part in parts if table.rows[part.row or 0].parent == own.parent]
    # An objective among objectives has its mean from its indicators, not from the objectives above it.
    is_objective = own.role is RowRole.DATA and statement.key.kind is SubjectKind.OBJECTIVE
    for chosen in (since, parts, siblings, *(() if is_objective else (averages,))):
        if len(chosen) >= LEAST_PARTS:
            yield tuple(part.figure for part in chosen)


def _of_table(known: Facts, statement: Statement) -> Iterator[Statement]:
    rows = known.reading.tables[statement.table or 0].rows
    for row in range(len(rows)):
        for other in known.rows.get((statement.table or 0, row), ()):
            if other.key.measure in _ACHIEVEMENTS:
                yield other


def _in_tables(known: Facts, period: str) -> Iterator[Parts]:
    """Of the agency: the achievements of all indicators, in one table or in all tables with the same header."""
    measured = [
        other
        for other in known.reading.statements
        if other.key.measure is Measure.ACHIEVEMENT
        and other.key.kind is SubjectKind.INDICATOR
        and other.key.period == period
        and not other.key.comparator
        and other.figure.readings
    ]
    by_column = columns(measured)
    by_header: dict[str, dict[FactKey, Statement]] = {}
    for (table, column), stated in by_column.items():
        header = known.reading.tables[table].columns[column].header
        for other in stated:
            by_header.setdefault(header, {}).setdefault(other.key, other)
    for parts in (*by_column.values(), *(list(same.values()) for same in by_header.values())):
        yield tuple(other.figure for other in parts)
