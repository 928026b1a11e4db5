"""A table of the document from a grid and its words: header rows, kinds of rows, where everything stands."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from saksama.documents.document import Align, Cell, Column, Row, RowKind, Table
from saksama.documents.readers.pdf.cells import Rest, cell_lines, content
from saksama.documents.readers.pdf.drawings import Fill
from saksama.documents.readers.pdf.frame import Frame
from saksama.documents.readers.pdf.lattice import Area, Grid
from saksama.documents.readers.pdf.words import Word
from saksama.kernel.provenance import Place

_NUMBERS_CELL = re.compile(r"\(?\s*(?:[-−–]?\d{1,2}|[IVX]{1,4}|[a-z])\s*\)?(?:\s*[=:(].*)?")
_FIGURE = re.compile(r"(?:Rp\.?\s*)?[(\-−–]?\s*\d[\d.,]*\s*%?\s*\)?(?:,-)?")
_CODE = re.compile(r"(?:\d+|[IVX]+)(?:\.\d+)*\.?")  # of a programme or activity
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(r"(?:sub\s*)?(?:jumlah|total)\b", re.IGNORECASE)
_LONGEST_TOTAL = 40  # characters
_TALLEST_REST = 110.0  # points
_DEEPEST_HEADER = 6  # rows

Cells = dict[int, list[Word]]
NO_RESTS: Mapping[int, tuple[Rest, ...]] = {}


def is_table(grid: Grid, cells: Cells) -> bool:
    """Whether a grid is a table, and not a frame around text, a chart, or boxes that lines connect."""
    filled = len(cells)
    if filled == 1 and len(grid.xs) >= 4 and len(grid.ys) == 2 and grid.ys[1] - grid.ys[0] < _TALLEST_REST:
        return True  # the rest of a row that the page before began
    if len(grid.xs) < 3 or filled < 2 or len(grid.areas) < 2:
        return False
    if not grid.is_rectangular and filled < 0.6 * len(grid.areas):
        return False
    columns = {grid.areas[index].column for index in cells}
    return len(columns) > 1 and filled >= 0.08 * len(grid.areas)


def table_of(
    grid: Grid,
    cells: Cells,
    fills: list[Fill],
    frame: Frame,
    place: Place,
    *,
    known: frozenset[str] = frozenset(),
    rests: Mapping[int, tuple[Rest, ...]] = NO_RESTS,
) -> Table:
    """The table of a grid whose words are in `cells`. `place` names file, page and table.

    `known` are words that the document has elsewhere, `rests` what later pages have of the last row's cells.
    """
    texts: dict[int, str] = {}
    rows: list[list[Cell]] = [[] for _ in range(len(grid.ys) - 1)]
    for index, area in enumerate(grid.areas):
        here = replace(place, box=frame.on_page(area.box), row=area.row + 1, column=area.column + 1)
        lines = cell_lines(cells.get(index, []))
        runs = content(lines, area.box, frame, here, known=known, rests=rests.get(index, ()))
        texts[index] = "".join(run.text for run in runs).strip()
        rows[area.row].append(Cell(runs, colspan=area.colspan, rowspan=area.rowspan, place=here))
    deep, numbers = header_depth(grid, cells, texts, fills)
    kinds = [RowKind.BODY] * len(rows)
    if numbers is not None:
        kinds[numbers] = RowKind.NUMBERS
    named: set[int] = set()
    for index, area in enumerate(grid.areas):
        if area.row < deep or area.row in named or not texts[index] or _FIGURE.fullmatch(texts[index]):
            continue
        named.add(area.row)
        if _TOTAL.match(texts[index]) and len(texts[index]) <= _LONGEST_TOTAL:
            kinds[area.row] = RowKind.TOTAL
    made = [Row(tuple(row), kind) for row, kind in zip(rows, kinds, strict=True)]
    return Table(
        columns=_columns(grid, texts, deep),
        header=tuple(made[:deep]),
        rows=tuple(made[deep:]),
        place=replace(place, box=frame.on_page(grid.box)),
    )


def _columns(grid: Grid, texts: dict[int, str], deep: int) -> tuple[Column, ...]:
    figures = [0] * (len(grid.xs) - 1)
    words = [0] * (len(grid.xs) - 1)
    for index, area in enumerate(grid.areas):
        if area.row >= deep and area.colspan == 1 and texts[index]:
            counted = figures if _FIGURE.fullmatch(texts[index]) else words
            counted[area.column] += 1
    return tuple(
        Column(round(end - start, 2), Align.RIGHT if figures[number] > words[number] else Align.LEFT)
        for number, (start, end) in enumerate(pairwise(grid.xs))
    )


def header_depth(grid: Grid, cells: Cells, texts: dict[int, str], fills: list[Fill]) -> tuple[int, int | None]:
    """How many rows are the header, and which of them numbers the columns."""
    rows: list[list[int]] = [[] for _ in range(len(grid.ys) - 1)]
    for index, area in enumerate(grid.areas):
        rows[area.row].append(index)
    highest = min(_DEEPEST_HEADER, len(rows))
    for number in range(highest):
        if _numbers_columns(rows[number], texts):
            return _without_spans_across(grid.areas, number + 1), number
    deep = 0
    while deep < highest:
        row = [index for index in rows[deep] if texts[index]]
        if not row and deep:
            deep += 1
            continue
        if not row or not _looks_like_header(row, grid.areas, cells, texts, fills, first=deep == 0):
            break
        deep = max(grid.areas[index].row + grid.areas[index].rowspan for index in rows[deep])
    deep = _without_spans_across(grid.areas, deep)
    return (0, None) if deep >= len(rows) and len(rows) > 1 else (min(deep, len(rows)), None)


def _numbers_columns(row: list[int], texts: dict[int, str]) -> bool:
    """Whether a row is 1 2 3 or (1) (2) (3): nearly every cell a small number, each greater than the one before."""
    filled = [texts[index] for index in row if texts[index]]
    fewest = 2 if filled and filled[0] in ("(1)", "1") and row[0] else 3
    if (
        len(filled) < fewest
        or len(filled) < 0.6 * len(row)
        or not all(_NUMBERS_CELL.fullmatch(text) for text in filled)
    ):
        return False
    marks = [re.match(r"\(?\s*[-−–]?(\d{1,2})", text) for text in filled]
    numbers = [int(mark[1]) for mark in marks if mark]
    steps = sum(1 for before, after in pairwise(numbers) if after == before + 1)
    return len(numbers) >= 2 and steps >= 0.6 * (len(filled) - 1)


def _looks_like_header(
    row: list[int], areas: tuple[Area, ...], cells: Cells, texts: dict[int, str], fills: list[Fill], *, first: bool
) -> bool:
    figures = sum(1 for index in row if _FIGURE.fullmatch(texts[index]) and not _YEAR.fullmatch(texts[index]))
    if figures > 0.25 * len(row) or (figures and first) or _CODE.fullmatch(texts[row[0]]):
        return False
    if len(row) == 1 and areas[row[0]].colspan > 1 and not first:
        return False  # a group row across the body
    bold = sum(1 for index in row if all(word.bold for word in cells[index]))
    capitals = sum(1 for index in row if texts[index].isupper())
    grounded = sum(1 for index in row if _ground(areas[index], fills))
    has_levels = {area.rowspan > 1 for area in (areas[index] for index in row)} == {True, False} and any(
        areas[index].colspan > 1 and areas[index].rowspan == 1 for index in row
    )
    if first and (has_levels or capitals == len(row) > 2):
        return True
    return max(bold, grounded) >= 0.75 * len(row) and (first or len(row) > 1 or grounded > 0)


def _ground(area: Area, fills: list[Fill]) -> bool:
    x, y = (area.box[0] + area.box[2]) / 2, (area.box[1] + area.box[3]) / 2
    return any(fill.shows and fill.box[0] <= x <= fill.box[2] and fill.box[1] <= y <= fill.box[3] for fill in fills)


def _without_spans_across(areas: tuple[Area, ...], deep: int) -> int:
    """The depth grown until no cell crosses from header to body."""
    while True:
        grown = max((area.row + area.rowspan for area in areas if area.row < deep), default=deep)
        if grown <= deep:
            return deep
        deep = grown
