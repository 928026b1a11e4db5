"""A table as a full grid: every cell of the page stands in each row and column that it covers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from saksama.documents.document import Cell, Content, Row, RowKind, Table, Text, plain
from saksama.kernel.provenance import Place


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in a row and column of a grid.

    `origin` numbers the cell of the page, so that two slots with one origin are one cell; `is_repeat` marks all of
    them but the first.
    """

    text: str
    place: Place
    origin: int
    is_repeat: bool = False
    is_bold: bool = False
    indent: int = 0


Line = tuple[Slot, ...]
"""A row of a grid."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid of equally long rows. The first `header` rows were declared to be the header by the document."""

    lines: tuple[Line, ...]
    kinds: tuple[RowKind, ...]
    header: int

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.lines[0]) if self.lines else 0


def grid(table: Table, *, name: str = "", file: str = "") -> Grid:
    """Expand a table; what its rows leave uncovered is empty. `name` and `file` go into places that lack them."""
    rows = (*table.header, *table.rows)
    width = max(len(table.columns), _width(rows))
    taken: dict[tuple[int, int], Slot] = {}
    origin = 0
    lines = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            first = _slot(cell, number, column, origin=origin, name=name, file=file)
            origin += 1
            span = range(column, min(width, column + max(1, cell.colspan)))
            if cell.rowspan > 1 or len(span) > 1:
                again = replace(first, is_repeat=True)
                for below in range(number, min(len(rows), number + max(1, cell.rowspan))):
                    for beside in span:
                        taken.setdefault((below, beside), again)
            if column < width:
                taken[number, column] = first
            column += max(1, cell.colspan)
        for column in range(width):
            if (number, column) not in taken:
                taken[number, column] = Slot(
                    "", Place(file=file, table=name, row=number + 1, column=column + 1), origin
                )
                origin += 1
        lines.append(tuple(taken[number, column] for column in range(width)))
    return Grid(tuple(lines), tuple(row.kind for row in rows), len(table.header))


def _width(rows: tuple[Row, ...]) -> int:
    """The columns that the rows cover, cells that reach down from above included."""
    reaching: dict[int, int] = {}
    width = 0
    for number, row in enumerate(rows):
        covered = sum(columns for last, columns in _reaching(reaching) if last >= number)
        width = max(width, covered + sum(max(1, cell.colspan) for cell in row.cells))
        for cell in row.cells:
            if cell.rowspan > 1:
                last = number + cell.rowspan - 1
                reaching[last] = reaching.get(last, 0) + max(1, cell.colspan)
    return width


def _reaching(reaching: dict[int, int]) -> Iterator[tuple[int, int]]:
    yield from reaching.items()


def _slot(cell: Cell, row: int, column: int, *, origin: int, name: str, file: str) -> Slot:
    text = plain(cell.content)
    stripped = text.strip()
    place = cell.place or _place_of(cell.content)
    if place is None:
        place = Place(file, table=name, row=row + 1, column=column + 1)
    elif not place.row or not place.column:
        place = replace(place, table=place.table or name, row=place.row or row + 1, column=place.column or column + 1)
    indent = len(text) - len(text.lstrip()) if stripped else 0
    return Slot(stripped, place, origin, is_bold=_is_bold(cell.content), indent=indent)


def _place_of(content: Content) -> Place | None:
    return next((inline.place for inline in content if isinstance(inline, Text) and inline.place), None)


def _is_bold(content: Content) -> bool:
    if not any(isinstance(inline, Text) and inline.bold for inline in content):
        return False
    return all(isinstance(inline, Text) and inline.bold for inline in content if inline.text.strip())
