"""What a printed average of achievements may be the average of."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from saksama.audit.change import exactly
from saksama.audit.facts import Facts, columns
from saksama.audit.membership import of_members
from saksama.audit.relation import Precision, Relation, Term, readings
from saksama.audit.rivals import CAPS
from saksama.kernel.totals import MEAN, SUM
from saksama.understanding.reading import FactKey, Figured, Measure, Statement, SubjectKind

LEAST_PARTS = 2
_ACHIEVEMENTS = (Measure.ACHIEVEMENT, Measure.AVERAGE_ACHIEVEMENT)


def candidates(known: Facts, statement: Statement) -> tuple[Relation, ...]:
    """The relations that the average may follow, the likeliest first: each set of its parts, plain and limited."""
    sets = [*_in_column(known, statement)] if statement.table is not None else []
    sets += _in_tables(known, statement)
    if statement.key.kind is SubjectKind.OBJECTIVE:
        parts = of_members(known, statement, Measure.ACHIEVEMENT)
        sets += [tuple(part.figure for part in parts)] if parts else []
    found = [relation for cells in dict.fromkeys(sets) for relation in _means(statement.figure, cells)]
    # A row of shares that ends in their sum, 100 %.
    sums = [replace(relation, formula=SUM) for relation in found[:1] if statement.table is not None]
    return (*found, *sums)


def _means(stated: Figured, cells: tuple[Figured, ...]) -> Iterator[Relation]:
    yield _mean(stated, cells)
    for cap in CAPS:
        limited = tuple(exactly(cell, cap) if Fraction(readings(cell)[0].value) > cap else cell for cell in cells)
        if limited != cells:
            yield _mean(stated, limited)


def _mean(stated: Figured, cells: tuple[Figured, ...]) -> Relation:
    terms = tuple(Term(f"{place}", cell, Precision.COMPUTED) for place, cell in enumerate(cells))
    return Relation(MEAN, stated, terms)


def _in_column(known: Facts, statement: Statement) -> Iterator[tuple[Figured, ...]]:
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
    for chosen in (since, parts, siblings, averages):
        if len(chosen) >= LEAST_PARTS:
            yield tuple(part.figure for part in chosen)


def _of_table(known: Facts, statement: Statement) -> Iterator[Statement]:
    rows = known.reading.tables[statement.table or 0].rows
    for row in range(len(rows)):
        for other in known.rows.get((statement.table or 0, row), ()):
            if other.key.measure in _ACHIEVEMENTS:
                yield other


def _in_tables(known: Facts, statement: Statement) -> Iterator[tuple[Figured, ...]]:
    """Of the agency: the achievements of all indicators, in one table or in all tables with the same header."""
    if statement.key.kind is not SubjectKind.AGENCY:
        return
    measured = [
        other
        for other in known.reading.statements
        if other.key.measure is Measure.ACHIEVEMENT
        and other.key.kind is SubjectKind.INDICATOR
        and other.key.period == statement.key.period
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
        if len(parts) >= LEAST_PARTS:
            yield tuple(other.figure for other in parts)
