"""Tables of a foreign report: headers of one or two rows, and plain rows."""

from collections.abc import Sequence

from saksama.documents.document import Cell, Column, Row, RowKind, Table, Text

Rows = Sequence[Row]


def header(*columns: tuple[str, str | Sequence[str]]) -> tuple[Row, ...]:
    """Header rows: a column with parts stands above them, the others reach down."""
    deep = any(parts for _name, parts in columns)
    top: list[Cell] = []
    below: list[Cell] = []
    for name, parts in columns:
        if parts:
            top.append(Cell((Text(name, bold=True),), colspan=len(parts)))
            below += [Cell((Text(part, bold=True),)) for part in parts]
        else:
            top.append(Cell((Text(name, bold=True),), rowspan=2 if deep else 1))
    return (Row(tuple(top)), Row(tuple(below))) if deep else (Row(tuple(top)),)


def body(*texts: str, kind: RowKind = RowKind.BODY) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell((Text(text),)) for text in texts), kind)


def table(number: str, caption: str, head: tuple[Row, ...], rows: Rows) -> Table:
    """A table with its printed number and caption."""
    width = sum(cell.colspan for cell in head[0].cells)
    return Table(tuple(Column(1) for _ in range(width)), head, tuple(rows), number, caption, number=number)
