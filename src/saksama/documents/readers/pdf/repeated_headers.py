"""The header that each page of a table repeats, found by what its first page has."""

from collections.abc import Sequence
from dataclasses import replace

from saksama.documents.readers.pdf.lattice import Area
from saksama.documents.readers.pdf.order import TableItem

_DEEPEST_HEADER = 6  # rows


def repeated_rows(head: TableItem, item: TableItem) -> tuple[int, TableItem]:
    """How many rows at the top of both tables are the same, the header where pages repeat it, and the second table.

    LibreOffice may draw a repeated header too low for its text, so that the last words stand in the row below: the
    table is returned without them.
    """
    mine, theirs = _rows(head), _rows(item)
    alike = 0
    hanging: list[tuple[Area, list[str]]] = []
    while alike < min(len(mine), len(theirs), _DEEPEST_HEADER):
        pairs = list(zip(mine[alike], theirs[alike], strict=False))
        if len(mine[alike]) != len(theirs[alike]) or any(
            one != other or texts[: len(others)] != others for (one, texts), (other, others) in pairs
        ):
            break
        hanging += [(area, texts[len(others) :]) for (area, texts), (_, others) in pairs if len(texts) > len(others)]
        alike += 1
    while any(area.row < alike < area.row + area.rowspan for area in item.grid.areas):
        alike -= 1
    if not hanging:
        return alike, item
    whole = _without_hanging(item, hanging)
    return (alike, whole) if whole else (0, item)


def _without_hanging(item: TableItem, hanging: Sequence[tuple[Area, list[str]]]) -> TableItem | None:
    """The table without words that hang from header cells into those below; `None` where they do not stand there."""
    cells = dict(item.cells)
    for area, texts in hanging:
        below = [
            index
            for index, other in enumerate(item.grid.areas)
            if (other.row, other.column, other.colspan) == (area.row + area.rowspan, area.column, area.colspan)
        ]
        if not below:
            return None
        left = list(cells.get(below[0], ()))
        for text in texts:
            word = next((word for word in left if word.text == text), None)
            if word is None:
                return None
            left.remove(word)
        cells = {index: words for index, words in cells.items() if index != below[0]}
        if left:
            cells[below[0]] = left
    return replace(item, cells=cells)


def _rows(item: TableItem) -> list[list[tuple[Area, list[str]]]]:
    """The cells of the topmost rows, wherever they stand, and their words."""
    rows: list[list[tuple[Area, list[str]]]] = [[] for _ in range(min(len(item.grid.ys) - 1, _DEEPEST_HEADER))]
    for index, area in enumerate(item.grid.areas):
        if area.row < len(rows):
            texts = [word.text for word in item.cells.get(index, ())]
            rows[area.row].append((replace(area, box=(0.0, 0.0, 0.0, 0.0)), texts))
    return rows
