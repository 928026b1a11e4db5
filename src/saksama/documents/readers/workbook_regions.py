"""The regions of a sheet: rectangles of cells that empty rows and columns part from each other."""

from collections import Counter

from saksama.documents.readers.spreadsheet_cells import CellRange, Sheet

_MOST_COVERED = 200_000
"""Cells that merges cover, of all merges together; a merge of whole columns is only its corner."""


def merged_cells(sheet: Sheet) -> dict[tuple[int, int], CellRange]:
    """The merge that covers a cell, for every cell that one covers."""
    found: dict[tuple[int, int], CellRange] = {}
    for merge in sheet.merges:
        size = (merge.last_row - merge.first_row + 1) * (merge.last_column - merge.first_column + 1)
        if len(found) + size > _MOST_COVERED:
            continue
        for row in range(merge.first_row, merge.last_row + 1):
            for column in range(merge.first_column, merge.last_column + 1):
                found[row, column] = merge
    return found


def regions(sheet: Sheet, merged: dict[tuple[int, int], CellRange]) -> list[CellRange]:
    """The regions from top to bottom and from left to right.

    A sheet is cut at its empty rows; each band is cut at its empty columns where both sides are tables of their own;
    and each piece is cut at its empty rows again.
    """
    filled = {position for position, cell in sheet.cells.items() if cell.text.strip()}
    # A merged title reaches over the columns of its table and keeps them together.
    filled |= {position for position, merge in merged.items() if (merge.first_row, merge.first_column) in filled}
    found: list[CellRange] = []
    for band in _bands(sorted(filled)):
        for piece in _side_by_side(band):
            for part in _bands(piece):
                rows, columns = [row for row, _ in part], [column for _, column in part]
                found.append(CellRange(min(rows), min(columns), max(rows), max(columns)))
    return found


def _bands(cells: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The cells parted at empty rows; they come and go in the order of rows."""
    bands: list[list[tuple[int, int]]] = []
    last = None
    for position in cells:
        if last is None or position[0] > last + 1:
            bands.append([])
        bands[-1].append(position)
        last = position[0]
    return bands


def _side_by_side(band: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The cells of a band parted at empty columns, from left to right."""
    columns = sorted({column for _, column in band})
    groups: list[list[int]] = []
    for column in columns:
        if not groups or column > groups[-1][-1] + 1:
            groups.append([])
        groups[-1].append(column)
    starts = {column: index for index, group in enumerate(groups) for column in group}
    pieces: list[list[tuple[int, int]]] = [[] for _ in groups]
    for position in band:
        pieces[starts[position[1]]].append(position)
    return pieces if all(map(_is_table, pieces)) else [band]


def _is_table(piece: list[tuple[int, int]]) -> bool:
    """Whether two rows hold more than one cell; amounts beyond an empty column, say, are a column and no table."""
    wide = [row for row, count in Counter(row for row, _ in piece).items() if count > 1]
    return len(wide) > 1
