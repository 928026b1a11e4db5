"""Understood tables → statements: each figure with what it is about, what it measures, and when."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from saksama.kernel.figures import Blank
from saksama.understanding.cell_figures import cell_figure, year_in_cell
from saksama.understanding.columns import MONEY_MEASURES
from saksama.understanding.periods import period_in_row
from saksama.understanding.reading import (
    Chapter,
    ColumnPart,
    FactKey,
    Figured,
    Measure,
    RowRole,
    Statement,
    SubjectKind,
    UnderstoodTable,
)
from saksama.understanding.rows import kind_of_label
from saksama.understanding.totals import is_total

Matcher = Callable[[SubjectKind, str], str]
"""The canonical name of what a text names."""

_OBJECTIVE = re.compile(
    r"sasaran(?:\s+strategis)?\s*(?:ke-?)?\s*(?P<number>\d+)?\s*[:.]\s*(?P<name>[^\W\d_].{8,})", re.IGNORECASE
)
_OBJECTIVE_NUMBER = re.compile(r"sasaran\s+(?P<number>\d+)\b", re.IGNORECASE)
_ITEMS = re.compile(r"(?:^|\s)\d{1,2}[.)]\s*(?=[^\W\d_])")
_BULLETS = "•●▪○◦ "
_OF_TOTALS = MONEY_MEASURES | {Measure.EFFICIENCY, Measure.COUNT, Measure.AVERAGE_ACHIEVEMENT, Measure.CHANGE}
_LEAST_PERIODS = 2
_EMPTY_WORDS = {"belum diisi", "-", "–", "—", ""}


@dataclass(frozen=True, slots=True)
class _About:
    kind: SubjectKind
    text: str
    is_whole: bool = False


def table_statements(tables: Sequence[UnderstoodTable], *, matched: Matcher) -> tuple[Statement, ...]:
    """The statements of all tables; `matched` gives the canonical name of what a label names."""
    made: list[Statement] = []
    objectives: dict[str, str] = {}
    for table in tables:
        scope = _scope(table, objectives)
        if table.chapter is not Chapter.SCALE:
            made += _statements(table, scope, matched)
    return tuple(made)


def unstated_figures(tables: Sequence[UnderstoodTable], statements: Sequence[Statement]) -> tuple[Figured, ...]:
    """The figures of the tables that became no statement, each cell of the page once."""
    stated = {(statement.table, statement.row, statement.column) for statement in statements}
    return tuple(
        cell
        for table in tables
        for row, cells in enumerate(table.cells)
        for column, cell in enumerate(cells)
        if cell is not None
        and (cell.readings or cell.blank is Blank.MALFORMED)
        and (row, column) not in table.repeats
        and (table.index, row, column) not in stated
    )


def named_rows(table: UnderstoodTable, matched: Matcher) -> UnderstoodTable:
    """The table with the canonical subject of each row."""
    rows = tuple(
        replace(row, subject="" if row.role is RowRole.NOTE else matched(row.kind, row.subject)) for row in table.rows
    )
    return replace(table, rows=rows)


def _scope(table: UnderstoodTable, objectives: dict[str, str]) -> _About:
    """What the whole table is about: the objective that caption or nearest heading names, else the agency."""
    for heading in reversed(table.headings):
        found = _OBJECTIVE.search(heading)
        if found:
            if found["number"]:
                objectives[found["number"]] = found["name"].strip()
            return _About(SubjectKind.OBJECTIVE, found["name"].strip())
    numbered = _OBJECTIVE_NUMBER.search(table.caption)
    if numbered:
        return _About(SubjectKind.OBJECTIVE, objectives.get(numbered["number"], numbered[0].lower()))
    return _About(SubjectKind.AGENCY, "", is_whole=True)


def _statements(table: UnderstoodTable, scope: _About, matched: Matcher) -> Iterator[Statement]:
    comparators = _comparator_column(table)
    shared = _shared_labels(table)
    timed = _period_column(table)
    for row, cells in enumerate(table.cells):
        role = table.rows[row].role
        if role is RowRole.NOTE:
            continue
        for place, cell in enumerate(cells):
            column = table.columns[place]
            measure = column.measure
            if (
                cell is None
                or measure in {None, Measure.OTHER}
                or (row, place) in table.repeats
                or not _states(cell, measure)
            ):
                continue
            about = _about(table, row, place)
            if timed is not None and role is RowRole.DATA:
                about = _left_of(table, row, timed) or about
            aspect = column.aspect
            if role in {RowRole.TOTAL, RowRole.AVERAGE}:
                about = _of_total(table, row, scope)
                if measure is Measure.ACHIEVEMENT:
                    measure = Measure.AVERAGE_ACHIEVEMENT
                    aspect = "dibatasi" if "dibatasi" in table.rows[row].label.lower() else aspect
                elif measure not in _OF_TOTALS or role is RowRole.AVERAGE:
                    continue
            if about is None or (about.kind is SubjectKind.OTHER and measure is Measure.COUNT):
                continue
            if measure is Measure.VARIANCE and _is_to_end(table, place):
                aspect = "target akhir"
            comparator = column.comparator
            if comparators is not None and measure in {Measure.BENCHMARK, Measure.VARIANCE}:
                comparator = matched(SubjectKind.OTHER, table.texts[row][comparators]) or comparator
            period = column.period
            if measure is Measure.BASELINE:
                period = year_in_cell(cell.text) or period
            if timed is not None and role is RowRole.DATA:
                period = period_in_row(table.texts[row][timed], column.header, period) or period
            for text, figure in _separate(about.text, cell):
                name = text if about.is_whole else matched(about.kind, text)
                if name and table.rows[row].label in shared and about.text.endswith(table.rows[row].label):
                    name = _below_parent(table, row, name, matched)
                key = FactKey(about.kind, name, measure, period, column.version, comparator, aspect)
                yield Statement(key, figure, table.chapter, text.lstrip(_BULLETS), table.index, row, place)


def _period_column(table: UnderstoodTable) -> int | None:
    """The column that names the quarter, semester or month of each row, where one does."""
    rows = [row for row, found in enumerate(table.rows) if found.role is RowRole.DATA]
    for place, column in enumerate(table.columns):
        if column.part is ColumnPart.FIGURES or len(rows) < _LEAST_PERIODS or not place:
            continue
        if all(period_in_row(table.texts[row][place], "", "") for row in rows):
            return place
    return None


def _left_of(table: UnderstoodTable, row: int, timed: int) -> _About | None:
    """What the periods beside it are about: the nearest label to the left, or above where it stands only once."""
    for above in range(row, -1, -1):
        for spot in range(timed - 1, -1, -1):
            text = table.texts[above][spot]
            if text and table.columns[spot].part is ColumnPart.LABEL:
                return _About(_kind(table, above, spot), text)
    return None


def _is_to_end(table: UnderstoodTable, place: int) -> bool:
    """Whether a distance is the one to the target at the end of the plan: the table has no other target before it."""
    before = [column.measure for column in table.columns[:place]]
    return Measure.END_TARGET in before and Measure.TARGET not in before


def _shared_labels(table: UnderstoodTable) -> frozenset[str]:
    """Labels that stand below several parents: "Belanja Barang" of each activity is another fact."""
    parents: dict[str, set[int | None]] = {}
    for found in table.rows:
        if found.role in {RowRole.DATA, RowRole.GROUP}:
            parents.setdefault(found.label, set()).add(found.parent)
    return frozenset(label for label, above in parents.items() if len(above) > 1)


def _below_parent(table: UnderstoodTable, row: int, name: str, matched: Matcher) -> str:
    parent = table.rows[row].parent
    if parent is None:
        return name
    above = table.rows[parent]
    return f"{name} ({matched(above.kind, above.label)})"


def _states(cell: Figured, measure: Measure) -> bool:
    """Whether a cell claims something: a figure, digits that make none, or the word of a rating."""
    if measure is Measure.RATING:
        word = cell.text.strip().lower()
        return word not in _EMPTY_WORDS and any(map(str.isalpha, word))
    return bool(cell.readings) or cell.blank is Blank.MALFORMED


def _kind(table: UnderstoodTable, row: int, place: int) -> SubjectKind:
    understood = table.rows[row]
    column = table.columns[place]
    if understood.label and understood.label in table.texts[row][place] and understood.kind is not SubjectKind.OTHER:
        return understood.kind
    return kind_of_label(table.texts[row][place], column.kind)


def _about(table: UnderstoodTable, row: int, place: int) -> _About | None:
    """What a figure is about: its column's label in this row, or the nearest label left of that where it is empty.

    A figure that spans rows is about the label that spans the same rows.
    """
    column = table.columns[place]
    if column.about is None:
        label = table.rows[row].label
        return _About(table.rows[row].kind, label) if label else None
    reach = _reach(table, row, place)
    labels = [
        spot for spot, found in enumerate(table.columns) if found.part is ColumnPart.LABEL and spot <= column.about
    ]
    for spot in reversed(labels):
        text = table.texts[row][spot]
        if not text or (table.columns[spot].kind is SubjectKind.OTHER and spot != column.about):
            continue
        if all(table.texts[below][spot] == text for below in range(row + 1, row + reach)) or spot == labels[0]:
            return _About(_kind(table, row, spot), text)
    label = table.rows[row].label
    return _About(table.rows[row].kind, label) if label else None


def _reach(table: UnderstoodTable, row: int, place: int) -> int:
    """How many rows a figure's cell spans."""
    cell = table.cells[row][place]
    below = row + 1
    while below < len(table.cells) and cell and table.cells[below][place] is cell and (below, place) in table.repeats:
        below += 1
    return below - row


def _of_total(table: UnderstoodTable, row: int, scope: _About) -> _About:
    """What a total is the total of: its group, the objective that its row repeats, or what the table is about."""
    parent = table.rows[row].parent
    if parent is not None:
        above = table.rows[parent]
        return _About(above.kind, above.label)
    for place, column in enumerate(table.columns):
        text = table.texts[row][place]
        if column.kind is SubjectKind.OBJECTIVE and column.part is ColumnPart.LABEL and text and not is_total(text):
            return _About(SubjectKind.OBJECTIVE, text)
    return scope


def _comparator_column(table: UnderstoodTable) -> int | None:
    """The label column that names whose figure a benchmark is, row by row."""
    for place, column in enumerate(table.columns):
        if column.part is not ColumnPart.FIGURES and "pembanding" in column.header.lower():
            return place
    return None


def _separate(text: str, cell: Figured) -> Iterator[tuple[str, Figured]]:
    """One statement, or one each where a cell holds as many figures as its label has numbered items."""
    parts = cell.text.split()
    if cell.blank is Blank.MALFORMED and 2 <= len(parts) <= 6:
        items = [item.strip() for item in _ITEMS.split(text) if item.strip()]
        if len(items) == len(parts):
            at = 0
            for item, part in zip(items, parts, strict=True):
                at = cell.text.find(part, at)
                place = replace(cell.place, start=(cell.place.start or 0) + at)
                readings, blank = cell_figure(part)
                single = readings[0] if len(readings) == 1 else None
                yield item, Figured(part, place, readings, blank, single, "only reading" if single else "")
            return
    yield text, cell
