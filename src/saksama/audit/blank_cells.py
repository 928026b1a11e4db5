"""Rows of indicators whose figures of one measure are missing."""

import re
from collections.abc import Iterator

from saksama.audit.relation import readings
from saksama.audit.rule import Check, Outcome, Severity
from saksama.audit.words import fault, said, table_at
from saksama.kernel.figures import Blank
from saksama.kernel.provenance import Place
from saksama.understanding.reading import (
    ColumnPart,
    Figured,
    Measure,
    RowRole,
    SubjectKind,
    UnderstoodTable,
)

_NO_INDICATOR = re.compile(r"(?i:rata\s*[-–]?\s*rata|jumlah\s*$|total|belum diisi)|[a-z](?![.)])")
"""Means, totals and gaps; a name that begins small is the end of a row that a page cut."""
_MOST_NAMED = 3
"""So many missing figures of a table are named one by one; more are one note."""
_LEAST_FILLED = 2
"""A column counts as filled in when at least one of so many rows has a figure."""


def blank_rows(
    table: UnderstoodTable, measure: Measure, *, message: str, remedy: str, period: str = ""
) -> Iterator[Check]:
    """A look for each indicator of a table that states the measure: some figure of it, or none."""
    columns = [
        place
        for place, column in enumerate(table.columns)
        if column.measure is measure and (not period or column.period == period)
    ]
    labels = [
        place
        for place, column in enumerate(table.columns)
        if column.part is ColumnPart.LABEL and column.kind is SubjectKind.INDICATOR
    ]
    if not columns or len(labels) != 1 or any(table.columns[place].about not in (None, labels[0]) for place in columns):
        return
    rows = [row for row in range(len(table.rows)) if _is_indicator(table, row, labels[0])]
    filled = [row for row in rows if any(_is_filled(table.cells[row][place]) for place in columns)]
    if len(filled) * _LEAST_FILLED < len(rows):
        return  # a form that nobody filled in, or a column that was not understood
    blank = [row for row in rows if row not in filled]
    for row in filled:
        yield Check(Outcome.PASSED, tuple(cell for place in columns if (cell := table.cells[row][place])))
    if len(blank) > _MOST_NAMED:
        named = [said(" ".join(table.texts[row][labels[0]].split()), _place(table, row)) for row in blank]
        text = message.format(table=table_at(table), indicator="”, “".join(each.text for each in named[:_MOST_NAMED]))
        yield fault(f"{text} (+{len(named) - _MOST_NAMED})", named, remedy=remedy, severity=Severity.NOTE)
        return
    for row in blank:
        cells = [cell for place in columns if (cell := table.cells[row][place])]
        name = " ".join(table.texts[row][labels[0]].split())
        is_empty = all(cell.blank is Blank.EMPTY for cell in cells)
        yield fault(
            message.format(table=table_at(table), indicator=name),
            (said(name, _place(table, row)), *cells),
            remedy=remedy,
            severity=None if is_empty else Severity.NOTE,
        )


def _place(table: UnderstoodTable, row: int) -> Place:
    return next((cell.place for cell in table.cells[row] if cell), table.place)


def _is_indicator(table: UnderstoodTable, row: int, label: int) -> bool:
    return (
        table.rows[row].role is RowRole.DATA
        and len(table.texts[row][label].split()) > 1
        and not _NO_INDICATOR.match(table.texts[row][label].lstrip())
        and (row, label) not in table.repeats
    )


def _is_filled(cell: Figured | None) -> bool:
    """Whether something stands there that may be a figure: a predicate in words counts."""
    if cell is None:
        return False
    is_stated = cell.blank is Blank.WORDS and "belum" not in cell.text.lower() and bool(cell.text.strip())
    return bool(readings(cell)) or is_stated or cell.blank is Blank.MALFORMED
