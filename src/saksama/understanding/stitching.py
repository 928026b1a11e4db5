"""Tables that a page break cut, put together again: one header, the rows of all pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from saksama.understanding.grid import Line
from saksama.understanding.header_words import header_text
from saksama.understanding.headers import header_length, header_paths, is_number_row
from saksama.understanding.located import LocatedTable


@dataclass(frozen=True, slots=True)
class StitchedTable:
    """A table over all its pages: header rows, body rows, and the body rows that begin a new page."""

    table: LocatedTable
    header: tuple[Line, ...]
    body: tuple[Line, ...]
    seams: frozenset[int]
    pages: tuple[int, ...]


def stitched(tables: Iterable[LocatedTable]) -> list[StitchedTable]:
    """Every table once, in reading order."""
    found: list[StitchedTable] = []
    for table in map(_without_blank_top, tables):
        length = header_length(table.grid)
        header, body = table.grid.lines[:length], table.grid.lines[length:]
        before = found[-1] if found else None
        if before and table.follows and _continues(before, table, header):
            found[-1] = _joined(before, table, body)
        elif table.grid.width:
            found.append(StitchedTable(table, header, _without_header(body, header), frozenset(), table.pages))
    return found


def _without_blank_top(table: LocatedTable) -> LocatedTable:
    """The table without the empty rows above its header, which a writer left for the space."""
    lines = table.grid.lines
    blank = next((row for row, line in enumerate(lines) if any(slot.text for slot in line)), len(lines))
    if not blank or table.grid.header:
        return table
    return replace(table, grid=replace(table.grid, lines=lines[blank:], kinds=table.grid.kinds[blank:]))


def _continues(before: StitchedTable, table: LocatedTable, header: tuple[Line, ...]) -> bool:
    if table.grid.width != before.table.grid.width:
        return False
    if not before.header:
        return not header
    if not header or all(is_number_row(line) for line in header):
        return True
    return _same(header, before.header)


def _same(header: tuple[Line, ...], other: tuple[Line, ...]) -> bool:
    """Whether two headers read the same: the column-number row, which not every page repeats, marks and the levels
    that a header is cut into left aside, most columns are named alike.
    """
    mine, theirs = _names(header), _names(other)
    alike = sum(here == there for here, there in zip(mine, theirs, strict=True))
    return any(mine) and alike * 3 >= len(mine) * 2


def _names(header: tuple[Line, ...]) -> list[str]:
    return [re.sub(r"\W", "", " ".join(path).lower()) for path in header_paths(header)]


def _words(line: Line) -> tuple[str, ...]:
    return tuple(header_text(slot.text) for slot in line)


def _joined(before: StitchedTable, table: LocatedTable, body: tuple[Line, ...]) -> StitchedTable:
    # The origins of the second table are moved past those of the first, so that no two cells share one.
    past = 1 + max((slot.origin for line in (*before.header, *before.body) for slot in line), default=0)
    moved = tuple(tuple(replace(slot, origin=slot.origin + past) for slot in line) for line in body)
    return replace(
        before,
        body=before.body + _without_header(moved, before.header),
        seams=before.seams | {len(before.body)},
        pages=tuple(dict.fromkeys((*before.pages, *table.pages))),
    )


def _without_header(body: tuple[Line, ...], header: tuple[Line, ...]) -> tuple[Line, ...]:
    """The body without header rows that a reader left in it at the top of each page."""
    known = {_words(line) for line in header}
    first = {words[0] for words in known}
    return tuple(
        line
        for line in body
        if not (header_text(line[0].text) in first and _words(line) in known) and not is_number_row(line)
    )
