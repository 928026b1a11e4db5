"""The tables of a web page while they are read."""

from dataclasses import dataclass, field, replace

from saksama.documents.document import Cell, Column, Row, RowKind, Table, Text
from saksama.documents.readers.captions import table_caption
from saksama.documents.readers.table_rows import split_header
from saksama.kernel.provenance import Place

MAXIMUM_COLUMNS = 1_000


@dataclass(slots=True)
class OpenRun:
    """A run of text in one look that is still growing, and how long it is."""

    parts: list[str]
    bold: bool
    italic: bool
    place: Place
    length: int

    def grow(self, text: str) -> None:
        """Add text."""
        self.parts.append(text)
        self.length += len(text)


@dataclass(slots=True)
class HtmlCell:
    """A cell that is being read."""

    place: Place
    colspan: int
    rowspan: int
    is_header: bool
    content: list[OpenRun] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


@dataclass(slots=True)
class HtmlRow:
    """A row that is being read."""

    in_head: bool
    cells: list[HtmlCell] = field(default_factory=list)


@dataclass(slots=True)
class HtmlTable:
    """A table that is being read; `covered` are the columns that cells from above still reach into."""

    number: int
    path: str
    line: int
    rows: list[HtmlRow] = field(default_factory=list)
    caption: list[str] = field(default_factory=list)
    covered: dict[int, int] = field(default_factory=dict)
    in_head: bool = False

    def column(self) -> int:
        """The column, from 1, at which the next cell of the last row begins."""
        cells = self.rows[-1].cells
        column = (cells[-1].place.column or 1) + cells[-1].colspan if cells else 1
        while self.covered.get(column):
            column += 1
        return column

    def close_row(self) -> None:
        """Remember which columns are covered in the next row."""
        if not self.rows:
            return
        below = {column: rest - 1 for column, rest in self.covered.items() if rest > 1}
        for cell in self.rows[-1].cells:
            if cell.rowspan > 1 and cell.place.column:
                for column in range(cell.place.column, cell.place.column + cell.colspan):
                    below[column] = max(below.get(column, 0), cell.rowspan - 1)
        self.covered = below


def span(text: str | None, rest: int = MAXIMUM_COLUMNS) -> int:
    """The number of columns or rows that an attribute says."""
    digits = (text or "").strip()
    return min(max(int(digits), 1), rest) if digits.isascii() and digits.isdigit() and len(digits) < 7 else 1


def built(table: HtmlTable, file: str) -> Table:
    """The table."""
    rows = [row for row in table.rows if row.cells]
    made = tuple(
        Row(
            tuple(
                Cell(
                    trimmed(cell.content),
                    cell.colspan,
                    min(cell.rowspan, len(rows) - index),
                    header=cell.is_header and not row.in_head,
                    tables=tuple(cell.tables),
                    place=cell.place,
                )
                for cell in row.cells
            ),
            RowKind.BODY,
        )
        for index, row in enumerate(rows)
    )
    marked = next((index for index, row in enumerate(rows) if not _is_head(row)), 0)
    header, body = split_header(made, marked)
    width = max((row.cells[-1].place.column or 1) + row.cells[-1].colspan - 1 for row in rows) if rows else 0
    title = " ".join("".join(table.caption).split())
    caption = table_caption(title)
    return Table(
        tuple(Column(1.0) for _ in range(width)),
        header,
        body,
        number=caption.number if caption else "",
        caption=caption.text if caption else title,
        place=Place(file=file, table=str(table.number), line=table.line, path=table.path),
    )


def _is_head(row: HtmlRow) -> bool:
    return row.in_head or all(cell.is_header for cell in row.cells)


def trimmed(content: list[OpenRun]) -> tuple[Text, ...]:
    """The content without white space at its ends; what begins later says so in its place."""
    runs = [Text("".join(run.parts), run.bold, run.italic, place=run.place) for run in content]
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs and runs[0].text[0].isspace():
        shown = runs[0].text.lstrip()
        place = runs[0].place
        if place and place.start is not None:
            place = replace(place, start=place.start + len(runs[0].text) - len(shown))
        runs[0] = replace(runs[0], text=shown, place=place)
    if runs and runs[-1].text[-1].isspace():
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)
