"""What was understood of a document, as lines for a terminal."""

from collections.abc import Iterator, Sequence

from saksama.documents.document import (
    Block,
    Contents,
    Document,
    Figure,
    Heading,
    ItemList,
    Landscape,
    ListKind,
    PageBreak,
    Paragraph,
    Table,
    Unread,
    UnreadKind,
    blocks,
    inlines,
    plain,
)
from saksama.documents.pictures import Chart, Image
from saksama.documents.writers.grid import starts
from saksama.kernel.provenance import Place
from saksama.language.messages import _

_WIDTH = 110
_CELL = 34
_NARROWEST = 4


def outline(document: Document) -> Iterator[str]:
    """The document in reading order, then what could not be read."""
    every = [block for block in blocks(document) if not isinstance(block, Landscape | PageBreak)]
    if document.title:
        yield document.title
    yield _("{headings} judul, {paragraphs} paragraf dan daftar, {tables} tabel, {figures} gambar").format(
        headings=_count(every, Heading),
        paragraphs=_count(every, Paragraph) + _count(every, ItemList),
        tables=_count(every, Table),
        figures=_count(every, Figure),
    )
    for block in every:
        yield from _block(block)
    if document.unread:
        yield ""
        yield _("Tidak terbaca, atau dibaca dengan catatan:")
        yield from (f"  {_unread(item)}" for item in document.unread)


def _count(every: Sequence[Block], kind: type) -> int:
    return sum(isinstance(block, kind) for block in every)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield ""
            yield f"{'#' * block.level} {f'{block.number} {block.text}'.strip()}{_at(block.place)}"
        case Paragraph():
            yield f"  {_cut(plain(block.content), _WIDTH)}{_at(block.place)}"
        case ItemList():
            for index, item in enumerate(block.items):
                yield f"  {_mark(block.kind, index)} {_cut(plain(item), _WIDTH)}"
        case Table():
            yield ""
            yield from table_lines(block)
            yield ""
        case Figure():
            yield from _figure(block)
        case Contents():
            yield "  " + _("daftar dengan {count} butir").format(count=len(block.entries))
        case _:
            text = "\n".join(inline.text for inline in inlines(block))
            yield f"  {_cut(text, _WIDTH)}"


def table_lines(table: Table, indent: str = "  ") -> Iterator[str]:
    """A table as a grid. A cell that spans is marked ← and ↑ in the squares that it covers."""
    title = " ".join(filter(None, (table.number, table.caption))) or _("Tabel tanpa judul")
    yield f"{indent}{_cut(title, _WIDTH)}{_at(table.place)}"
    lines = (*table.header, *table.rows)
    grid = [[""] * len(table.columns) for _row in lines]
    for row, (cells, columns) in enumerate(zip(lines, starts(lines), strict=True)):
        for cell, column in zip(cells.cells, columns, strict=True):
            for down in range(min(cell.rowspan, len(lines) - row)):
                for across in range(min(cell.colspan, len(table.columns) - column)):
                    shown = "↑" if down else "←" if across else _cut(plain(cell.content), _CELL)
                    grid[row + down][column + across] = shown
    widths = [max([_NARROWEST, *(len(texts[column]) for texts in grid)]) for column in range(len(table.columns))]
    for index, texts in enumerate(grid):
        if index == len(table.header) and index:
            yield indent + "-+-".join("-" * width for width in widths)
        yield indent + " | ".join(text.ljust(width) for text, width in zip(texts, widths, strict=True)).rstrip()
    if table.source:
        yield f"{indent}{_cut(plain(table.source), _WIDTH)}"
    for inner in (inner for line in lines for cell in line.cells for inner in cell.tables):
        yield from table_lines(inner, indent + "    ")


def _figure(figure: Figure) -> Iterator[str]:
    title = " ".join(filter(None, (figure.number, figure.caption))) or _("Gambar tanpa judul")
    yield f"  [{_cut(title, _WIDTH)}]{_at(figure.place)}"
    match figure.picture:
        case Chart() as chart:
            for series in chart.series:
                points = zip(chart.categories, series.labels, strict=False)
                shown = "; ".join(f"{_cut(name, _CELL)} {label or '–'}" for name, label in points)
                yield f"    {series.name}: {shown}"
        case Image() as image if image.description:
            yield f"    {_cut(image.description, _WIDTH)}"


def _mark(kind: ListKind, index: int) -> str:
    match kind:
        case ListKind.BULLETS:
            return "•"
        case ListKind.NUMBERS:
            return f"{index + 1}."
        case ListKind.LETTERS:
            return f"{chr(ord('a') + index % 26)}."


def _unread(item: Unread) -> str:
    said = _kind_name(item.kind) + (f": {_cut(item.note, _WIDTH)}" if item.note else "")
    return said + _at(item.place)


def _kind_name(kind: UnreadKind) -> str:
    match kind:
        case UnreadKind.IMAGE_PAGE:
            return _("halaman berupa gambar")
        case UnreadKind.IMAGE:
            return _("gambar")
        case UnreadKind.UNMAPPED_FONT:
            return _("huruf tanpa peta Unicode")
        case UnreadKind.HIDDEN:
            return _("tidak terlihat oleh pembaca")
        case UnreadKind.DAMAGED:
            return _("rusak")
        case UnreadKind.LIMIT:
            return _("melampaui batas")


def _at(place: Place | None) -> str:
    """Where it stands, in the fewest words that its format has."""
    if place is None:
        return ""
    if place.sheet:
        return f"  [{place.sheet}!{place.cell}]" if place.cell else f"  [{place.sheet}]"
    if place.page is not None:
        return "  [" + _("hal. {page}").format(page=place.page) + "]"
    if place.line is not None:
        return "  [" + _("baris {line}").format(line=place.line) + "]"
    return f"  [{place.path}]" if place.path else ""


def _cut(text: str, width: int) -> str:
    short = " ".join(text.split())
    return short if len(short) <= width else short[: width - 1] + "…"
