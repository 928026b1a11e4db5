"""A sheet as it is printed: without its hidden rows and columns, which are often left over from another document.

Those that a visible formula of the sheet adds up are kept: without them its result could not be followed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from saksama.documents.readers.spreadsheet_cells import CellRange, Sheet, cell_range

_REFERENCE = re.compile(r"(?<![!\w$'\]])(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\w(!])")
"""Of cells of the same sheet."""


@dataclass(frozen=True, slots=True)
class VisibleSheet:
    """A sheet counted without its hidden rows and columns; `row` and `column` give the true numbers."""

    sheet: Sheet
    rows: tuple[int, ...]
    columns: tuple[int, ...]

    def row(self, number: int) -> int:
        """The true number of a row of `sheet`."""
        return self.rows[number] if self.rows else number

    def column(self, number: int) -> int:
        """The true number of a column of `sheet`."""
        return self.columns[number] if self.columns else number


def visible(whole: Sheet) -> VisibleSheet:
    """The sheet without what is hidden; a merge whose corner is hidden keeps its text at its first visible cell."""
    sheet = replace(whole, hidden_rows=whole.hidden_rows - _added_up(whole))
    if not sheet.hidden_rows and not sheet.hidden_columns:
        return VisibleSheet(sheet, (), ())
    rows, columns = sorted(sheet.hidden_rows), sorted(sheet.hidden_columns)
    cells = {
        (_less(row, rows), _less(column, columns)): cell
        for (row, column), cell in sheet.cells.items()
        if row not in sheet.hidden_rows and column not in sheet.hidden_columns
    }
    merges = []
    for merge in sheet.merges:
        seen = CellRange(
            _less(merge.first_row, rows),
            _less(merge.first_column, columns),
            merge.last_row - bisect_right(rows, merge.last_row),
            merge.last_column - bisect_right(columns, merge.last_column),
        )
        corner = sheet.cells.get((merge.first_row, merge.first_column))
        if seen.last_row < seen.first_row or seen.last_column < seen.first_column:
            continue
        merges.append(seen)
        if corner is not None:
            cells[seen.first_row, seen.first_column] = corner
    ordered = dict(sorted(cells.items()))
    last = (max((row for row, _ in sheet.cells), default=0), max((column for _, column in sheet.cells), default=0))
    return VisibleSheet(
        replace(sheet, cells=ordered, merges=tuple(merges)),
        _numbers(last[0], sheet.hidden_rows, (merge.last_row for merge in sheet.merges)),
        _numbers(last[1], sheet.hidden_columns, (merge.last_column for merge in sheet.merges)),
    )


def _added_up(sheet: Sheet) -> frozenset[int]:
    """The hidden rows that formulas in visible rows refer to."""
    rows = sorted(sheet.hidden_rows)
    found: set[int] = set()
    if rows:
        for (row, _column), cell in sheet.cells.items():
            if cell.formula and row not in sheet.hidden_rows:
                for named in _REFERENCE.findall(cell.formula):
                    area = cell_range(named)
                    if area is not None:
                        found.update(rows[bisect_left(rows, area.first_row) : bisect_right(rows, area.last_row)])
                        if len(found) == len(rows):
                            return frozenset(found)
    return frozenset(found)


def _less(number: int, hidden: list[int]) -> int:
    return number - bisect_left(hidden, number)


def _numbers(last: int, hidden: frozenset[int], merged: Iterable[int]) -> tuple[int, ...]:
    """The true numbers of what is seen, by its place among them; nothing where nothing is hidden."""
    if not hidden:
        return ()
    end = max((last, *merged))
    return (0, *(number for number in range(1, end + 1) if number not in hidden))
