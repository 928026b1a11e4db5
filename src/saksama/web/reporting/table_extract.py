"""What to show of a table: its header, the rows that have marks, and their neighbours."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from saksama.audit.marking.units import Unit, marks_in
from saksama.documents.document import Cell, Row, Table

_WHOLE = 12
"""Rows of a table that is shown as it is."""
_MOST_ROWS = 60
_MOST_COLUMNS = 40
_Placed = tuple[int, int, int, list[list[str]]]
"""The first column of a cell, how many it covers, a number that tells it from others, and its pieces."""


def extract(
    table: Table, units: Iterator[Unit], pieces: Callable[[Unit], list[list[str]]]
) -> Mapping[str, list[list[Any]]]:
    """The header and runs of rows that follow each other; between two runs rows are left out."""
    header, _marked = _placed(table.header, units, pieces)
    rows, marked = _placed(table.rows, units, pieces)
    if len(rows) <= _WHOLE:
        kept = list(range(len(rows)))
    else:
        near = {row for mark in marked for row in (mark - 1, mark, mark + 1)} | {len(rows) - 1}
        kept = sorted(row for row in near if 0 <= row < len(rows))[:_MOST_ROWS]
    return {"header": _run(header[:_MOST_ROWS]), "runs": [_run([rows[row] for row in run]) for run in _runs(kept)]}


def _placed(
    rows: Sequence[Row], units: Iterator[Unit], pieces: Callable[[Unit], list[list[str]]]
) -> tuple[list[list[_Placed]], set[int]]:
    """Every row with all its cells, also those that reach into it from above; and the rows with marks."""
    found: list[list[_Placed]] = []
    marked: set[int] = set()
    reaching: list[tuple[int, _Placed]] = []
    count = 0
    for number, row in enumerate(rows):
        reaching = [(end, cell) for end, cell in reaching if end > number]
        placed = [cell for _end, cell in reaching]
        taken = {column for first, width, *_rest in placed for column in range(first, first + width)}
        column = 0
        for cell in row.cells:
            theirs = _units(cell, units)
            if any(marks_in(unit) for unit in theirs):
                marked.add(number)
            while column in taken:
                column += 1
            if column >= _MOST_COLUMNS:
                continue
            width = max(1, min(cell.colspan, _MOST_COLUMNS - column))
            written = [piece for unit in theirs for piece in pieces(unit)]
            count += 1
            new = (column, width, count, written)
            placed.append(new)
            if cell.rowspan > 1:
                reaching.append((number + cell.rowspan, new))
            column += width
        found.append(sorted(placed, key=lambda cell: cell[:2]))
    return found, marked


def _units(cell: Cell, units: Iterator[Unit]) -> list[Unit]:
    """The unit of a cell and those of the tables in it."""
    found = [next(units)]
    for table in cell.tables:
        found.append(next(units))
        found += [unit for row in (*table.header, *table.rows) for inner in row.cells for unit in _units(inner, units)]
    return found


def _runs(kept: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for row in kept:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _run(rows: Sequence[Sequence[_Placed]]) -> list[Any]:
    """Rows of cells, each with its pieces, columns and rows; a cell stands in the first of its rows."""
    reach: dict[int, int] = {}
    for row in rows:
        for _column, _width, number, _written in row:
            reach[number] = reach.get(number, 0) + 1
    told: set[int] = set()
    written: list[Any] = []
    for row in rows:
        new = [cell for cell in row if cell[2] not in told]
        told.update(cell[2] for cell in new)
        written.append(
            [{"pieces": pieces, "columns": width, "rows": reach[number]} for _at, width, number, pieces in new]
        )
    return written
