"""What of a document can be compared after it was written and read: its headings and its tables, cell by cell."""

from collections.abc import Iterator

from saksama.documents.document import Block, Document, Heading, Paragraph, Table, Text, blocks, plain
from saksama.documents.writers.grid import starts

Squares = list[list[str]]


def headings(document: Document) -> list[tuple[int, str, str]]:
    """Level, number and text of each heading."""
    found = (block for block in blocks(document) if isinstance(block, Heading))
    return [(heading.level, heading.number, " ".join(heading.text.split())) for heading in found]


def tables(document: Document) -> Iterator[Table]:
    """The tables in order."""
    yield from (block for block in blocks(document) if isinstance(block, Table))


def only_table(document: Document) -> Table:
    """The table of a document that has one."""
    (found,) = tables(document)
    return found


def lines(document: Document) -> list[str]:
    """The text of each paragraph."""
    return [plain(block.content) for block in blocks(document) if isinstance(block, Paragraph)]


def cell_texts(table: Table) -> list[list[str]]:
    """The text of each cell, row by row, covered squares left out."""
    return [[plain(cell.content) for cell in row.cells] for row in (*table.header, *table.rows)]


def squares(table: Table, *, spans: bool = True) -> Squares:
    """The text of every square of the grid; a spanning cell fills all of its own, or only its first."""
    rows = (*table.header, *table.rows)
    grid = [[""] * len(table.columns) for _ in rows]
    for index, (row, columns) in enumerate(zip(rows, starts(rows), strict=True)):
        for cell, column in zip(row.cells, columns, strict=True):
            for down in range(cell.rowspan if spans else 1):
                for across in range(cell.colspan if spans else 1):
                    if index + down < len(grid) and column + across < len(table.columns):
                        grid[index + down][column + across] = " ".join(plain(cell.content).split())
    return grid


def numbered_tables(document: Document, *, spans: bool = True) -> dict[str, tuple[str, int, Squares]]:
    """Caption, number of header rows and squares of each table that has a number."""
    return {
        table.number: (table.caption, len(table.header), squares(table, spans=spans))
        for table in tables(document)
        if table.number
    }


def texts(block: Block) -> Iterator[Text]:
    """The placed runs of a block."""
    match block:
        case Table():
            for row in (*block.header, *block.rows):
                for cell in row.cells:
                    yield from (run for run in cell.content if isinstance(run, Text) and run.place)
                    for inner in cell.tables:
                        yield from texts(inner)
        case _:
            content = getattr(block, "content", ())
            for item in getattr(block, "items", ()):
                content = (*content, *item)
            yield from (run for run in content if isinstance(run, Text) and run.place)
