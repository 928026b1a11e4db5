"""Rows that the end of a page cuts, made whole: the rest at the top of the next page joins the cells that it is of."""

import re
from collections.abc import Sequence
from dataclasses import replace

from saksama.documents.readers.pdf.broken_words import broken_lines, has_room, is_full
from saksama.documents.readers.pdf.cells import NUMBER, Rest, cell_lines, is_one_number
from saksama.documents.readers.pdf.lattice import Area, Grid
from saksama.documents.readers.pdf.order import Item, TableItem
from saksama.documents.readers.pdf.repeated_headers import repeated_rows
from saksama.documents.readers.pdf.tables import Cells
from saksama.documents.readers.pdf.words import Line, text_of

_SAME_WIDTH = 3.0  # points
_LINE = 0.6  # of the size: the cells that a page cuts all end on its last line
_OPEN = re.compile(
    r"(?:\b(?:dan|serta|atau|yang|di|ke|dari|dalam|pada|untuk|terhadap|dengan|oleh|atas|bagi|Rp\.?)|[,/(&–-])$"
)
_NUMBERING = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[-•*])$")


def with_whole_rows(items: Sequence[Item], known: frozenset[str]) -> list[Item]:
    """The items, in which no row is cut any more. `known` are the words of the document that are surely whole."""
    made: list[Item] = []
    end = 0  # the page on which the last item ends
    head: TableItem | None = None  # the first page of the table
    for item in items:
        last = made[-1] if made else None
        if not isinstance(item, TableItem):
            head = None
            made.append(item)
        elif head and isinstance(last, TableItem) and item.page.number == end + 1 and _are_alike(head.grid, item.grid):
            made[-1:] = _joined(head, last, item, known)
        else:
            head = item
            made.append(item)
        end = item.page.number
    return made


def _joined(head: TableItem, last: TableItem, item: TableItem, known: frozenset[str]) -> list[TableItem]:
    """Both tables, the rest of the first one's last row taken from the second; one where the rest was all it had."""
    first, item = repeated_rows(head, item)
    if first >= len(item.grid.ys) - 1 or first >= len(last.grid.ys) - 1:
        return [last, item]
    bottom = _at_the_bottom(last.grid)
    row = [(index, area) for index, area in enumerate(item.grid.areas) if area.row == first and index in item.cells]
    pairs = [(index, area, bottom.get((area.column, area.colspan))) for index, area in row]
    signs = [_sign(last, above, item, index, known) for index, _area, above in pairs]
    if row and False not in signs and (True in signs or _lacks_its_number(last, item, first)):
        moved = [(index, above) for index, _area, above in pairs if above is not None]
        rest = _without_row(_moved(item, moved), first)
        return [_with_rests(last, item, moved), *([rest] if len(rest.grid.ys) - 1 > first else [])]
    moved = [
        (index, above)
        for (index, area, above), sign in zip(pairs, signs, strict=True)
        if above is not None
        and (
            (sign and last.grid.areas[above].rowspan + area.rowspan > 2) or _is_centred(last, above, item, index, first)
        )
    ]
    return [_with_rests(last, item, moved), _moved(item, moved)] if moved else [last, item]


def _is_centred(last: TableItem, above: int, item: TableItem, index: int, first: int) -> bool:
    """Whether the text of a cell stands in the middle of it, on the second page: its half on the first is the only
    empty cell of a column whose cells reach over several rows.
    """
    column = item.grid.areas[index].column
    areas = [
        (area, place in table.cells, (table is last and place == above))
        for table in (last, item)
        for place, area in enumerate(table.grid.areas)
        if area.column == column and area.row >= first
    ]
    return any(area.rowspan > 1 for area, _filled, _own in areas) and all(
        is_filled != is_own for _area, is_filled, is_own in areas
    )


def _are_alike(grid: Grid, other: Grid) -> bool:
    """Whether two grids have the same columns."""
    return len(grid.xs) == len(other.xs) and all(
        abs((here - grid.xs[0]) - (there - other.xs[0])) <= _SAME_WIDTH
        for here, there in zip(grid.xs, other.xs, strict=True)
    )


def _at_the_bottom(grid: Grid) -> dict[tuple[int, int], int]:
    """The cells that end with the grid, by their first column and their extent."""
    rows = len(grid.ys) - 1
    return {
        (area.column, area.colspan): index for index, area in enumerate(grid.areas) if area.row + area.rowspan == rows
    }


def _sign(last: TableItem, above: int | None, item: TableItem, index: int, known: frozenset[str]) -> bool | None:
    """Whether a cell is the rest of the one at the end of the page before; `None` where it may be or not."""
    if above is None or above not in last.cells:
        return False
    start = [*cell_lines(last.cells[above]), *(line for rest in last.rests.get(above, ()) for line in rest.lines)]
    rest = cell_lines(item.cells[index])
    ends, begins = start[-1], rest[0]
    if above not in last.rests and not _reaches_the_end(ends, last):
        return False
    box = last.grid.areas[above].box
    if len(start) - 1 in broken_lines([*start, *rest], box, known):
        return True
    word, first = ends[-1].text, begins[0].text
    if NUMBER.fullmatch(word) and NUMBER.fullmatch(first):
        return is_one_number(word, first, is_full=is_full(ends, begins[0], box))
    if _NUMBERING.match(first) or has_room(ends, begins[0], box):
        return False
    if _OPEN.search(text_of(ends)):
        return True
    if first[0] in "(),/&":
        return True
    is_one_word = len(start) == len(ends) == len(rest) == len(begins) == 1
    return True if first[:1].islower() and not is_one_word else None


def _reaches_the_end(line: Line, item: TableItem) -> bool:
    rows = len(item.grid.ys) - 1
    lowest = max(
        words[-1].baseline
        for index, words in item.cells.items()
        if item.grid.areas[index].row + item.grid.areas[index].rowspan == rows
    )
    return line[0].baseline > lowest - _LINE * line[0].size


def _lacks_its_number(last: TableItem, item: TableItem, first: int) -> bool:
    """Whether a row alone has no text in the first column, in which the other rows have their numbers."""
    rows = [
        [(area, index in table.cells) for index, area in enumerate(table.grid.areas) if area.column == 0]
        for table in (last, item)
    ]
    before = [is_filled for area, is_filled in rows[0] if area.row >= first]
    after = [is_filled for area, is_filled in rows[1] if area.row > first]
    mine = [area for area, is_filled in rows[1] if area.row == first and not is_filled]
    return bool(mine) and mine[0].rowspan == 1 and len(before) + len(after) > 1 and all(before + after)


def _with_rests(last: TableItem, item: TableItem, moved: Sequence[tuple[int, int]]) -> TableItem:
    rests = dict(last.rests)
    for index, above in moved:
        rest = Rest(tuple(cell_lines(item.cells[index])), item.page.frame, item.page.number)
        rests[above] = (*rests.get(above, ()), rest, *item.rests.get(index, ()))
    return replace(last, rests=rests)


def _moved(item: TableItem, moved: Sequence[tuple[int, int]]) -> TableItem:
    gone = {index for index, _above in moved}
    return replace(item, cells={index: words for index, words in item.cells.items() if index not in gone})


def _without_row(item: TableItem, row: int) -> TableItem:
    """The table without a row; a cell that begins there and reaches further down begins a row later."""
    ys = (*item.grid.ys[:row], *item.grid.ys[row + 1 :])
    areas: list[Area] = []
    cells: Cells = {}
    for index, area in enumerate(item.grid.areas):
        down = area.rowspan - (area.row <= row < area.row + area.rowspan)
        if down == 0:
            continue
        top = area.row - (area.row > row)
        left, _top, right, _bottom = area.box
        if index in item.cells:
            cells[len(areas)] = item.cells[index]
        areas.append(replace(area, row=top, rowspan=down, box=(left, ys[top], right, ys[top + down])))
    return replace(item, grid=replace(item.grid, ys=ys, areas=tuple(areas)), cells=cells)
