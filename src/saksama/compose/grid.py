"""Tables as official reports set them: heading row, column-number row, numbers on the right, source below."""

from saksama.documents.document import (
    Align,
    Cell,
    Column,
    Content,
    Inline,
    Paragraph,
    Reference,
    Row,
    RowKind,
    Table,
    Text,
)

LEFT, CENTER, RIGHT = Align.LEFT, Align.CENTER, Align.RIGHT


def text(*parts: str | Inline) -> Content:
    """Inline content from words and figures."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def passages(words: str, field: str) -> tuple[Paragraph, ...]:
    """The planner's own words of a field, a paragraph for each line that is not blank."""
    return tuple(Paragraph((Text(line, field=field),)) for line in words.split("\n") if line.strip())


def cell(*parts: str | Inline, colspan: int = 1, rowspan: int = 1, align: Align | None = None) -> Cell:
    """A cell from words and figures."""
    return Cell(text(*parts), colspan=colspan, rowspan=rowspan, align=align)


def row(*cells: Cell | str | Inline, kind: RowKind = RowKind.BODY) -> Row:
    """A row from cells, words and figures."""
    return Row(tuple(item if isinstance(item, Cell) else cell(item) for item in cells), kind)


def heading(*names: str, numbers: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """A heading row and the column-number row below it; `numbers` replaces (1) (2) (3) where a column has a formula."""
    first = Row(tuple(cell(name, align=CENTER) for name in names))
    counted = numbers or tuple(f"({number})" for number in range(1, len(names) + 1))
    return first, number_row(counted)


def number_row(numbers: tuple[str, ...]) -> Row:
    """The column-number row."""
    return Row(tuple(cell(number, align=CENTER) for number in numbers), RowKind.NUMBERS)


def columns(*widths: tuple[float, Align]) -> tuple[Column, ...]:
    """Columns from shares of the width and where their content stands."""
    return tuple(Column(width, align) for width, align in widths)


def shown_in(what: str, label: str) -> Paragraph:
    """The sentence that leads to a table or figure."""
    return Paragraph(text(f"{what} disajikan pada ", Reference(label), "."))


def source(name: str) -> Content:
    """The line below a table that says where its data come from."""
    return text(f"Sumber: {name}")


def table(
    label: str,
    caption: str,
    *,
    widths: tuple[Column, ...],
    header: tuple[Row, ...],
    rows: tuple[Row, ...],
    origin: str = "",
    notes: tuple[str | Content, ...] = (),
) -> Table:
    """A captioned table."""
    return Table(
        columns=widths,
        header=header,
        rows=rows,
        label=label,
        caption=caption,
        source=source(origin) if origin else (),
        notes=tuple(text(note) if isinstance(note, str) else note for note in notes),
    )
