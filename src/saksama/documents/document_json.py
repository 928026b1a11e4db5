"""A document as JSON: its blocks in reading order, tables cell by cell, places, and what could not be read."""

from typing import Any

from saksama.documents.document import (
    Block,
    Cell,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    ItemList,
    KeyFigures,
    Landscape,
    Letterhead,
    PageBreak,
    Paragraph,
    Particulars,
    Row,
    Signatures,
    Table,
    Title,
    Unread,
    blocks,
    inlines,
    plain,
)
from saksama.documents.pictures import Chart, Image
from saksama.documents.writers.grid import starts
from saksama.kernel.provenance import Place
from saksama.language.explanation_json import place_json

Json = dict[str, Any]


def document_json(document: Document) -> Json:
    """The whole document."""
    return {
        "title": document.title,
        "author": document.author,
        "blocks": [_block(block) for block in blocks(document) if not isinstance(block, Landscape | PageBreak)],
        "unread": [_unread(item) for item in document.unread],
    }


def _block(block: Block) -> Json:
    match block:
        case Heading():
            found = {"kind": "heading", "level": block.level, "number": block.number, "text": block.text}
            return _placed(found, block.place)
        case Paragraph():
            return _placed({"kind": "paragraph", "text": plain(block.content)}, block.place)
        case ItemList():
            items = [plain(item) for item in block.items]
            return _placed({"kind": "list", "marks": block.kind.value, "items": items}, block.place)
        case Table():
            return {"kind": "table", **table_json(block)}
        case Figure():
            return _figure(block)
        case Contents():
            entries = [{"level": entry.level, "number": entry.number, "text": entry.text} for entry in block.entries]
            return {"kind": "contents", "lists": block.kind.value, "entries": entries}
        case Cover():
            lines = (block.government, block.agency, *block.title, block.year, block.mark)
            return {"kind": "text", "text": "\n".join(filter(None, lines))}
        case Letterhead():
            lines = (block.government, block.agency, block.address)
            return {"kind": "text", "text": "\n".join(filter(None, lines))}
        case Title():
            return {"kind": "text", "text": "\n".join(filter(None, (*block.lines, block.below)))}
        case Particulars():
            named = [f"{name}: {plain(content)}" for name, content in block.items]
            return {"kind": "text", "text": "\n".join(named)}
        case KeyFigures():
            items = [f"{item.name}: {plain(item.figure)}" for item in block.items]
            return {"kind": "text", "text": "\n".join(items)}
        case Signatures() | Landscape() | PageBreak():
            return {"kind": "text", "text": "\n".join(inline.text for inline in inlines(block))}


def table_json(table: Table) -> Json:
    """A table: its rows hold the cells that begin in them; rows and columns count from 1."""
    lines = (*table.header, *table.rows)
    rows = [
        {"kind": row.kind.value, "cells": _cells(row, columns, index)}
        for index, (row, columns) in enumerate(zip(lines, starts(lines), strict=True), start=1)
    ]
    found = {
        "number": table.number,
        "caption": table.caption,
        "source": plain(table.source),
        "columns": len(table.columns),
        "header_rows": len(table.header),
        "rows": rows,
    }
    return _placed(found, table.place)


def _cells(row: Row, columns: tuple[int, ...], index: int) -> list[Json]:
    return [_cell(cell, index, column + 1) for cell, column in zip(row.cells, columns, strict=True)]


def _cell(cell: Cell, row: int, column: int) -> Json:
    found: Json = {"row": row, "column": column, "text": plain(cell.content)}
    if cell.colspan > 1:
        found["colspan"] = cell.colspan
    if cell.rowspan > 1:
        found["rowspan"] = cell.rowspan
    if cell.tables:
        found["tables"] = [table_json(table) for table in cell.tables]
    return _placed(found, cell.place)


def _figure(figure: Figure) -> Json:
    found: Json = {"kind": "figure", "number": figure.number, "caption": figure.caption}
    match figure.picture:
        case Chart() as chart:
            found["description"] = chart.description
            found["categories"] = list(chart.categories)
            found["series"] = [
                {
                    "name": series.name,
                    "values": [None if value is None else f"{value:f}" for value in series.values],
                    "labels": list(series.labels),
                }
                for series in chart.series
            ]
        case Image() as image:
            found["description"] = image.description
        case tree:
            found["description"] = tree.description
    return _placed(found, figure.place)


def _unread(item: Unread) -> Json:
    return {"kind": item.kind.value, "note": item.note, "place": place_json(item.place)}


def _placed(found: Json, place: Place | None) -> Json:
    return {**found, "place": place_json(place)} if place else found
