"""Tables in HTML."""

from itertools import groupby

from saksama.documents.document import Align, Cell, Row, RowKind, Table
from saksama.documents.pictures import Chart
from saksama.documents.writers.grid import starts
from saksama.documents.writers.html_text import Links, anchor, lines
from saksama.documents.writers.printable import escaped

_WIDE = 4  # from so many columns a table scrolls on a phone instead of breaking its words
_COLUMN_REM = 4.4
_ALIGNED = {Align.LEFT: "", Align.CENTER: "c", Align.RIGHT: "r"}
_KINDS = {RowKind.BODY: "", RowKind.GROUP: "group", RowKind.TOTAL: "total", RowKind.NUMBERS: "numbers"}


def table(block: Table, links: Links) -> str:
    """A table with its caption, source and notes."""
    count = len(block.columns)
    total = sum(column.width for column in block.columns) or 1
    columns = "".join(f'<col style="width:{column.width * 100 / total:.1f}%">' for column in block.columns)
    caption = f"<caption><span>{captioned(block.number, block.caption)}</span></caption>" if block.caption else ""
    wide = count >= _WIDE
    style = f' style="min-width:{min(count, 12) * _COLUMN_REM:.1f}rem"' if wide else ""
    grid = f"<table{style}>{caption}<colgroup>{columns}</colgroup>{_head(block, links)}{_bodies(block, links)}</table>"
    notes = "".join(f'<p class="note">{links.content(note)}</p>' for note in block.notes)
    source = f'<p class="note">{links.content(block.source)}</p>' if block.source else ""
    identifier = f' id="{anchor(block.label)}"' if block.label else ""
    return (
        f'<div class="table"{identifier}>'
        + (scrolling(grid, f"{block.number} {block.caption}".strip() or "Tabel") if wide else grid)
        + f"{source}{notes}</div>"
    )


def chart_table(chart: Chart, caption: str, links: Links) -> str:
    """The values of a chart as printed, for those who cannot or would rather not read a drawing."""
    heads = "".join(f'<th scope="col" class="r">{lines(series.name)}</th>' for series in chart.series)
    rows = []
    for index, category in enumerate(chart.categories):
        cells = []
        for series in chart.series:
            text = series.labels[index] if index < len(series.labels) else ""
            why = series.explanations[index] if index < len(series.explanations) else None
            cells.append(f'<td class="r">{links.figure(lines(text or "–"), why)}</td>')
        rows.append(f'<tr><th scope="row">{lines(category)}</th>{"".join(cells)}</tr>')
    unit = f" ({lines(chart.unit)})" if chart.unit else ""
    grid = (
        f"<table><caption><span>Angka dalam {lines(caption)}{unit}</span></caption>"
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )
    return scrolling(grid, f"Angka dalam {caption}") if len(chart.series) + 1 >= _WIDE else grid


def captioned(number: str, caption: str) -> str:
    """A number and its caption."""
    return f"<b>{lines(number)}</b> {lines(caption)}" if number else lines(caption)


def scrolling(content: str, name: str) -> str:
    """Content that scrolls sideways by itself, by keyboard too."""
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{escaped(name)}">{content}</div>'


def _head(block: Table, links: Links) -> str:
    if not block.header:
        return ""
    rows = []
    for row, columns in zip(block.header, starts(block.header), strict=True):
        cells = []
        for cell, column in zip(row.cells, columns, strict=True):
            if row.kind is RowKind.NUMBERS:
                cells.append(f"<td{_extent(cell)}>{links.content(cell.content)}</td>")
                continue
            align = cell.align or (block.columns[column].align if column < len(block.columns) else Align.LEFT)
            scope = "colgroup" if cell.colspan > 1 else "col"
            cells.append(_cell("th", cell, align, links, scope=scope))
        rows.append(f"{_row(row)}{''.join(cells)}</tr>")
    return f"<thead>{''.join(rows)}</thead>"


def _bodies(block: Table, links: Links) -> str:
    """The rows, in a group of their own from each row above others on, unless a cell reaches across."""
    placed = tuple(zip(block.rows, starts(block.rows), strict=True))
    reach, group, numbered = 0, 0, []
    for index, (row, columns) in enumerate(placed):
        if row.kind is RowKind.GROUP and index >= reach:
            group += 1
        numbered.append((group, row, columns))
        reach = max([reach, *(index + cell.rowspan for cell in row.cells)])
    return "".join(
        f"<tbody>{''.join(_body_row(row, columns, block, links) for _, row, columns in rows)}</tbody>"
        for _, rows in groupby(numbered, key=lambda item: item[0])
    )


def _body_row(row: Row, columns: tuple[int, ...], block: Table, links: Links) -> str:
    cells = []
    for cell, column in zip(row.cells, columns, strict=True):
        align = cell.align or (block.columns[column].align if column < len(block.columns) else Align.LEFT)
        if row.kind is RowKind.GROUP and len(row.cells) == 1:
            cells.append(_cell("th", cell, cell.align or Align.LEFT, links, scope="rowgroup"))
        elif cell.header:
            cells.append(_cell("th", cell, align, links, scope="row"))
        else:
            cells.append(_cell("td", cell, align, links))
    return f"{_row(row)}{''.join(cells)}</tr>"


def _row(row: Row) -> str:
    kind = _KINDS[row.kind]
    return f'<tr class="{kind}">' if kind else "<tr>"


def _cell(tag: str, cell: Cell, align: Align, links: Links, *, scope: str = "") -> str:
    scoped = f' scope="{scope}"' if scope else ""
    look = f' class="{_ALIGNED[align]}"' if _ALIGNED[align] else ""
    return f"<{tag}{scoped}{look}{_extent(cell)}>{links.content(cell.content)}</{tag}>"


def _extent(cell: Cell) -> str:
    across = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    return across + (f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "")
