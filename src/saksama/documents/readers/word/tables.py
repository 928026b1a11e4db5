"""A Word table as a grid: cells that Word writes in parts become one."""

from itertools import islice

from saksama.documents.document import Cell, Column, Content, Row, Table, Text
from saksama.documents.readers.table_rows import split_header
from saksama.documents.readers.word.flow import Container, Item, Line, OpenCell, OpenRow, OpenTable
from saksama.kernel.provenance import Place

_MOST_BOX_ROWS = 3
_LINE_BREAK = Text("\n")


def as_box(table: OpenTable) -> list[Item] | None:
    """What stands in a table of one column and few rows, which is a frame around text; else `None`."""
    if len(table.rows) > _MOST_BOX_ROWS or any(len(row.cells) != 1 for row in table.rows):
        return None
    return [item for row in table.rows for item in row.cells[0].container.items]


def build(table: OpenTable, file: str) -> Table:
    """The table; its rows are those that a person sees."""
    seen = [row for row in table.rows if not (row.is_removed or row.is_hidden)]
    rows = [_row(row, seen, index) for index, row in enumerate(seen)]
    width = max([len(table.widths), *(row.next_column - 1 for row in seen)])
    marked = next((index for index, row in enumerate(seen) if not row.is_header), len(seen))
    header, body = split_header(tuple(rows), marked if marked < len(seen) else 0)
    widths = table.widths if len(table.widths) == width and all(table.widths) else [1.0] * width
    place = Place(file=file, table=str(table.number), path=table.path)
    return Table(tuple(Column(share) for share in widths), header, body, place=place)


def _row(row: OpenRow, rows: list[OpenRow], index: int) -> Row:
    return Row(
        tuple(
            Cell(cell.content, _across(row, place), _depth(cell, rows, index), tables=cell.tables, place=cell.place)
            for place, cell in enumerate(row.cells)
            if not _is_covered(cell, rows, index) and not (cell.across == "continue" and place)
        )
    )


def _is_covered(cell: OpenCell, rows: list[OpenRow], index: int) -> bool:
    """Whether a cell above reaches here; one that only says so stands for itself."""
    above = _at(rows[index - 1], cell.column) if index and cell.merged == "continue" else None
    return above is not None and bool(above.merged)


def _across(row: OpenRow, place: int) -> int:
    """The columns of a cell; old files write the rest of a wide cell as cells of their own."""
    cell = row.cells[place]
    span = cell.span
    if cell.across == "restart":
        for other in row.cells[place + 1 :]:
            if other.across != "continue":
                break
            span += other.span
    return span


def _depth(cell: OpenCell, rows: list[OpenRow], index: int) -> int:
    depth = 1
    if cell.merged:
        for row in islice(rows, index + 1, None):
            part = _at(row, cell.column)
            if part is None or part.merged != "continue":
                break
            depth += 1
    return depth


def _at(row: OpenRow, column: int) -> OpenCell | None:
    return next((cell for cell in row.cells if cell.column == column), None)


def close_cell(cell: OpenCell) -> None:
    """Put together the text and the tables of a cell whose end was reached."""
    cell.content, cell.tables = joined(cell.container)


def joined(container: Container) -> tuple[Content, tuple[Table, ...]]:
    """The text of a cell, a paragraph to a line, and the tables inside it."""
    content: list[Text] = []
    tables: list[Table] = []
    for item in container.items:
        match item:
            case Line():
                if content:
                    content.append(_LINE_BREAK)
                content += [run for run in item.marked() if isinstance(run, Text)]
            case Table():
                tables.append(item)
    return tuple(content), tuple(tables)
