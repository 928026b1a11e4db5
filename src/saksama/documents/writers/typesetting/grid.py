"""Tables for the typesetter: every cell in its place, and no more said about it than needed."""

from collections.abc import Callable
from dataclasses import replace

from saksama.documents.document import Align, Cell, Column, Content, Row, RowKind, Table
from saksama.documents.writers.fitting import numbers_fit

Plain = dict[str, object]
Inlines = Callable[[Content, int], object]
Placed = list[list[tuple[int, Cell]]]  # the cells of each row with the column where each begins

_KINDS = {RowKind.BODY: "", RowKind.GROUP: "group", RowKind.TOTAL: "total", RowKind.NUMBERS: "numbers"}
_ALIGNS = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_EMPTY = Cell(())

# The size of type in points for tables of up to so many columns over the usual text width.
_USUAL_WIDTH = 440.0
_SIZES = ((7, 9.0), (10, 8.5), (13, 7.5), (15, 7.0), (17, 6.5))
_SMALLEST = 5.5
_CHARACTER = 0.53  # the width of an average character in sizes of type; bold ones included
# A row of more lines may break over pages; a header of more lines does not repeat.
_LONG_ROW = 14
_LEADING, _ROW_INSET = 1.2, 7.2  # sizes of type a line, points a row: as in the template
_TOGETHER = 260.0  # points: a table up to a third of a page stays on one page, with its source and notes
_LONG_HEADER = 24


def table(block: Table, *, width: float, inlines: Inlines) -> Plain:
    """The grid of a table for a text width in points."""
    header, rows = _place(block.header), _place(block.rows)
    ends = [column + cell.colspan for cells in (*header, *rows) for column, cell in cells]
    count = max(len(block.columns), *ends, 1)
    shares = _shares(block.columns, count)
    aligns = [column.align for column in block.columns] + [Align.LEFT] * (count - len(block.columns))
    crowd = count * _USUAL_WIDTH / width
    size, inset = _type(block, crowd, [width * share for share in shares])
    capacities = [max(3, int((width * share - 2 * inset) / (size * _CHARACTER))) for share in shares]
    header_lines, lines = (sum(_lines(cells, capacities) for cells in part) for part in (header, rows))
    height = (header_lines + lines) * size * _LEADING + (len(header) + len(rows)) * _ROW_INSET
    return {
        "columns": shares,
        "align": [_ALIGNS[align] for align in aligns],
        "size": size,
        "inset": inset,
        "together": height <= _TOGETHER,
        "repeat": header_lines <= _LONG_HEADER,
        "header": _cells(block.header, _fill(header, count), capacities, inlines=inlines, head=True),
        "rows": _cells(block.rows, _fill(rows, count), capacities, inlines=inlines, head=False, alone=not block.header),
    }


def _type(block: Table, crowd: float, widths: list[float]) -> tuple[float, float]:
    """The size of type and the room beside a cell: what the count of columns allows, or less where a number breaks."""
    usual = next((points for most, points in _SIZES if crowd <= most), _SMALLEST)
    inset = 4.0 if crowd <= 10 else 2.5
    if numbers_fit(block, widths, usual, inset):
        return usual, inset
    smaller = [size for size in (*(points for _most, points in _SIZES), _SMALLEST) if size <= usual]
    return next((size for size in smaller if numbers_fit(block, widths, size, 2.5)), _SMALLEST), 2.5


def _shares(columns: tuple[Column, ...], count: int) -> list[float]:
    widths = [column.width if column.width > 0 else 1.0 for column in columns] or [1.0]
    widths += [sum(widths) / len(widths)] * (count - len(widths))
    return [round(width / sum(widths), 5) for width in widths]


def _place(rows: tuple[Row, ...]) -> Placed:
    """A rowspan ends with the last row, and a colspan before a cell that reaches down from above."""
    free_from: dict[int, int] = {}  # column -> the first row in which it is free again, where a rowspan covers it
    placed: Placed = []
    for index, row in enumerate(rows):
        cells: list[tuple[int, Cell]] = []
        column = 0
        for cell in row.cells:
            while free_from.get(column, 0) > index:
                column += 1
            if cell.colspan == 1 and cell.rowspan == 1:
                cells.append((column, cell))
                column += 1
                continue
            colspan = 1
            while colspan < cell.colspan and free_from.get(column + colspan, 0) <= index:
                colspan += 1
            rowspan = max(1, min(cell.rowspan, len(rows) - index))
            if rowspan > 1:
                free_from.update(dict.fromkeys(range(column, column + colspan), index + rowspan))
            cells.append((column, replace(cell, colspan=colspan, rowspan=rowspan)))
            column += colspan
        placed.append(cells)
    return placed


def _fill(placed: Placed, count: int) -> Placed:
    """Put an empty cell wherever a row has none."""
    free_from = [0] * count
    filled: Placed = []
    for index, cells in enumerate(placed):
        for column, cell in cells:
            for spanned in range(column, column + cell.colspan):
                free_from[spanned] = index + cell.rowspan
        missing = [(column, _EMPTY) for column in range(count) if free_from[column] <= index]
        filled.append(sorted([*cells, *missing], key=lambda placed_cell: placed_cell[0]) if missing else cells)
    return filled


def _lines(cells: list[tuple[int, Cell]], capacities: list[int]) -> int:
    """About how many lines of type a row takes."""
    most = 1
    for column, cell in cells:
        capacity = sum(capacities[column : column + cell.colspan])
        if sum(len(inline.text) for inline in cell.content) <= capacity and len(cell.content) == 1:
            continue
        text = "".join(inline.text for inline in cell.content)
        most = max(most, sum(1 + len(line) // capacity for line in text.split("\n")) // cell.rowspan)
    return most


def _cells(
    rows: tuple[Row, ...], placed: Placed, capacities: list[int], *, inlines: Inlines, head: bool, alone: bool = False
) -> list[object]:
    """All cells in one list: content alone where nothing else is to be said.

    In a table without header rows the row headers stand `alone` for its structure and are set off.
    """
    found: list[object] = []
    foot: list[object] = []
    foot_begins = len(rows) if head else _foot_begins(rows, placed)
    for index, (row, cells) in enumerate(zip(rows, placed, strict=True)):
        kind = _KINDS[row.kind] or ("head" if head else "")
        long = _lines(cells, capacities) > _LONG_ROW
        whole = all(cell.rowspan == 1 for _, cell in cells) and sum(cell.colspan for _, cell in cells) == len(
            capacities
        )
        told_cells: list[object] = []
        for column, cell in cells:
            capacity = sum(capacities[column : column + cell.colspan])
            content = inlines(cell.content, capacity)
            told: Plain = {}
            if kind:
                told["kind"] = kind
            elif cell.header and alone:
                told["kind"] = "row"
            if cell.colspan > 1:
                told["colspan"] = cell.colspan
            if cell.rowspan > 1:
                told["rowspan"] = cell.rowspan
            if cell.align:
                told["align"] = _ALIGNS[cell.align]
            elif cell.colspan > 1 and not head:
                # "Jumlah" or a group's name begins at the left, whatever the column of its first cell does.
                told["align"] = "left"
            if long or cell.rowspan > 1:
                told["breakable"] = True
            told_cells.append({**told, "content": content} if told else content)
        if index >= foot_begins:
            foot += told_cells
        elif kind == "group" and whole and not long and not head:
            found.append({"group": told_cells})
        else:
            found += told_cells
    return [*found, {"foot": foot}] if foot else found


def _foot_begins(rows: tuple[Row, ...], placed: Placed) -> int:
    """The row before the total at the end, which keeps the total from standing alone on a page; or past the end.

    Where a cell spans rows there, nothing is kept, since a footer must hold it whole.
    """
    totals = next((count for count, row in enumerate(reversed(rows)) if row.kind is not RowKind.TOTAL), 0)
    begins = len(rows) - totals - 1
    spans = any(
        cell.rowspan > 1 and index + cell.rowspan > begins for index, cells in enumerate(placed) for _, cell in cells
    )
    return len(rows) if not totals or begins < 1 or spans else begins
