"""Tables: a fixed grid, header rows that repeat, merged cells, and what stands below."""

import re
from collections.abc import Iterator
from itertools import pairwise

from saksama.documents.document import Align, Cell, Column, Content, Row, RowKind, Table, Text, plain
from saksama.documents.writers import palette
from saksama.documents.writers.docx.inline import Anchors, paragraph, runs
from saksama.documents.writers.docx.styles import hue
from saksama.documents.writers.fitting import numbers_fit
from saksama.documents.writers.printable import escaped

# A row this long may break across pages; a shorter one moves to the next page as a whole.
_LONG_ROW = 700
_STYLES = {Align.LEFT: "TableText", Align.CENTER: "TableCentered", Align.RIGHT: "TableNumber"}
# In points: the type of a table and the room beside a cell, as the styles have them.
_SIZE, _INSET = 9.0, 4.0
_STYLE = re.compile(r'<w:pStyle w:val="(Table\w+)"/>')
_SMALL_MARGINS = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
_SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{hue(palette.PANEL)}"/>'
_RULES = '<w:tcBorders><w:{0} w:val="single" w:sz="8" w:space="0" w:color="{1}"/></w:tcBorders>'
_ABOVE = _RULES.format("top", hue(palette.STRONG_RULE))
_BELOW = _RULES.format("bottom", hue(palette.STRONG_RULE))
_EMPTY = Cell(())


def table(block: Table, anchors: Anchors, width: int) -> str:
    """The grid of a table, without its caption and notes, `width` twentieths of a point wide."""
    if not block.columns or not (block.header or block.rows):
        return ""
    widths = shares(block.columns, width)
    title = escaped(" ".join(filter(None, (block.number, block.caption))))
    said = escaped(_description(block))
    first = int(bool(block.header))
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in widths)
    head = "".join(_rows(block.header, block.columns, widths, anchors, header=True))
    body = "".join(_rows(block.rows, block.columns, widths, anchors, header=False))
    is_small = not numbers_fit(block, [share / 20 for share in widths], _SIZE, _INSET)
    margins = _SMALL_MARGINS if is_small else ""
    if is_small:
        head, body = _small(head), _small(body)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Report"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout '
        f'w:type="fixed"/>{margins}<w:tblLook w:val="{0x0400 + 0x20 * first:04X}" w:firstRow="{first}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        + (f'<w:tblCaption w:val="{title}"/>' if title else "")
        + (f'<w:tblDescription w:val="{said}"/>' if said else "")
        + f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _small(rows: str) -> str:
    """The same rows in small type."""
    return _STYLE.sub(r'<w:pStyle w:val="\1Small"/>', rows)


def below(block: Table, anchors: Anchors) -> str:
    """The source and notes below a table, or the room that keeps it apart from what follows."""
    return notes(((block.source,) if block.source else ()) + block.notes, anchors) or paragraph("Gap", "")


def notes(contents: tuple[Content, ...], anchors: Anchors) -> str:
    """Paragraphs of small print; the last one ends the block."""
    last = len(contents) - 1
    return "".join(
        paragraph(
            "NoteLast" if index == last else "Note", runs(content, anchors), "" if index == last else "<w:keepNext/>"
        )
        for index, content in enumerate(contents)
    )


def shares(columns: tuple[Column, ...], width: int) -> list[int]:
    """The widths of the columns, whole numbers that add up to `width` exactly."""
    total = sum(column.width for column in columns)
    edges, passed = [0], 0.0
    for column in columns:
        passed += column.width
        edges.append(round(width * passed / total))
    return [right - left for left, right in pairwise(edges)]


def _description(block: Table) -> str:
    heads = [plain(cell.content).replace("\n", " ") for row in block.header[:1] for cell in row.cells]
    return f"Kolom: {'; '.join(heads)}." if heads else ""


def _rows(
    rows: tuple[Row, ...], columns: tuple[Column, ...], widths: list[int], anchors: Anchors, *, header: bool
) -> Iterator[str]:
    covered: dict[int, tuple[int, int]] = {}  # column -> rows that a cell from above still covers, and its colspan
    openings = [_opening(column, width) for column, width in zip(columns, widths, strict=True)]
    for index, row in enumerate(rows):
        simple = not header and row.kind is RowKind.BODY
        cells: list[str] = []
        waiting = iter(row.cells)
        column = length = 0
        while column < len(columns):
            rest, span = covered.pop(column, (0, 1))
            if rest:
                if rest > 1:
                    covered[column] = (rest - 1, span)
                cells.append(
                    _cell(
                        _EMPTY,
                        row.kind,
                        columns[column],
                        sum(widths[column : column + span]),
                        anchors,
                        header=header,
                        span=span,
                        merge="<w:vMerge/>",
                    )
                )
                column += span
                continue
            cell = next(waiting, _EMPTY)
            if simple and (text := _plain(cell)) is not None:
                length = max(length, len(text))
                cells.append(f"{openings[column]}{escaped(text)}{_CLOSING}")
                column += 1
                continue
            span = _span(cell, column, len(columns), covered)
            # A rowspan ends with the header or the table, whatever the cell says.
            depth = min(cell.rowspan, len(rows) - index)
            if depth > 1:
                covered[column] = (depth - 1, span)
            length = max(length, len(plain(cell.content)))
            cells.append(
                _cell(
                    cell,
                    row.kind,
                    columns[column],
                    sum(widths[column : column + span]),
                    anchors,
                    header=header,
                    span=span,
                    merge='<w:vMerge w:val="restart"/>' if depth > 1 else "",
                )
            )
            column += span
        keep = "" if length > _LONG_ROW else "<w:cantSplit/>"
        repeat = "<w:tblHeader/>" if header else ""
        properties = f"<w:trPr>{keep}{repeat}</w:trPr>" if keep or repeat else ""
        made = f"<w:tr>{properties}{''.join(cells)}</w:tr>"
        # Not the header: LibreOffice would then keep the whole table with what follows it.
        leads = not header and row.kind is RowKind.GROUP and index + 1 < len(rows)
        yield kept_with_next(made) if leads else made


def kept_with_next(rows: str) -> str:
    """Rows that no page ends with: each stays with what follows it."""
    return re.sub(r'(<w:pStyle w:val="\w+"/>)(?!<w:keepNext/>)', r"\1<w:keepNext/>", rows)


def _plain(cell: Cell) -> str | None:
    """The text of a cell that is one run of plain text, as most cells of a large table are."""
    if len(cell.content) != 1 or cell.colspan != 1 or cell.rowspan != 1 or cell.align is not None:
        return None
    only = cell.content[0]
    if not isinstance(only, Text) or only.bold or only.italic or only.gap or "\n" in only.text:
        return None
    return only.text


_CLOSING = "</w:t></w:r></w:p></w:tc>"


def _opening(column: Column, width: int) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle '
        f'w:val="{_STYLES[column.align]}"/></w:pPr><w:r><w:t xml:space="preserve">'
    )


def _span(cell: Cell, column: int, columns: int, covered: dict[int, tuple[int, int]]) -> int:
    span = min(max(cell.colspan, 1), columns - column)
    return next((other for other in range(1, span) if column + other in covered), span)


def _cell(
    cell: Cell, kind: RowKind, column: Column, width: int, anchors: Anchors, *, header: bool, span: int, merge: str
) -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    borders = shade = middle = ""
    # A group's name stands left across the table, whatever its first column holds.
    grouped = kind is RowKind.GROUP and span > 1
    style = _STYLES[cell.align or (Align.LEFT if grouped else column.align)]
    match kind:
        case RowKind.NUMBERS:
            borders, style = _BELOW, "TableColumns"
        case RowKind.GROUP:
            shade = _SHADE
        case RowKind.TOTAL:
            borders, shade = _ABOVE, _SHADE
        case RowKind.BODY if header:
            borders, shade, middle, style = _BELOW, _SHADE, '<w:vAlign w:val="center"/>', "TableHeader"
    strong = kind in (RowKind.GROUP, RowKind.TOTAL)
    align = f'<w:jc w:val="{cell.align.value}"/>' if cell.align and style.startswith(("TableH", "TableC")) else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}{merge}{borders}{shade}{middle}</w:tcPr>'
        f"{paragraph(style, runs(cell.content, anchors, bold=strong), align)}</w:tc>"
    )
