"""A table as a full grid, each place of it told from what only spans it."""

from dataclasses import dataclass

from saksama.documents.document import Cell, Row, Table, plain


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at its row and column, with its extent; `index` is its place among the cells of its `Row`."""

    row: int
    column: int
    index: int
    cell: Cell

    @property
    def text(self) -> str:
        """What is printed in it."""
        return plain(self.cell.content)


def placed(rows: tuple[Row, ...]) -> list[Placed]:
    """Every cell of the rows where it stands, as in HTML."""
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for number, row in enumerate(rows):
        column = 0
        for index, cell in enumerate(row.cells):
            while (number, column) in taken:
                column += 1
            found.append(Placed(number, column, index, cell))
            for below in range(cell.rowspan):
                taken.update((number + below, column + right) for right in range(cell.colspan))
            column += cell.colspan
    return found


def grid(rows: tuple[Row, ...], width: int) -> list[list[Placed | None]]:
    """The rows as a grid; a spanning cell stands in every place that it covers."""
    lines: list[list[Placed | None]] = [[None] * width for _ in rows]
    for item in placed(rows):
        for below in range(item.cell.rowspan):
            for right in range(item.cell.colspan):
                if item.row + below < len(rows) and item.column + right < width:
                    lines[item.row + below][item.column + right] = item
    return lines


def headers(table: Table) -> list[str]:
    """The header of each column from top to bottom."""
    lines = grid(table.header, len(table.columns))
    found = []
    for column in range(len(table.columns)):
        texts = [item.text for line in lines if (item := line[column])]
        found.append(" / ".join(dict.fromkeys(text for text in texts if text)))
    return found
