"""A report as a Word file made with python-docx: merged cells, tables on landscape pages, headers repeated or not."""

import io
from random import Random
from typing import Any

from benchmarks.audit.spanned import placed
from saksama.documents.document import Document, Heading, ItemList, Paragraph, Table, blocks, plain

WIDE = 7
"""Tables of so many columns stand on landscape pages."""


def write_word(document: Document, seed: int) -> bytes:
    """The Word file; the seed decides whether headers repeat on each page."""
    import docx  # noqa: PLC0415 - needed for this layout only, and not installed to run the program

    made = docx.Document()
    repeats = bool(Random(seed).randrange(2))
    for block in blocks(document):
        match block:
            case Heading():
                made.add_heading(f"{block.number} {block.text}".strip(), block.level)
            case Paragraph():
                made.add_paragraph(plain(block.content))
            case ItemList():
                for item in block.items:
                    made.add_paragraph(plain(item), style="List Bullet")
            case Table():
                is_wide = len(block.columns) >= WIDE
                if is_wide:
                    _turn(made)
                made.add_paragraph(f"{block.number}\n{block.caption}")
                _table(made, block, repeats=repeats)
                made.add_paragraph("")
                if is_wide:
                    _turn(made)
            case _:
                pass
    output = io.BytesIO()
    made.save(output)
    return output.getvalue()


def _turn(made: Any) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415

    before = made.sections[-1]
    section = made.add_section()
    portrait = before.orientation == WD_ORIENT.PORTRAIT
    section.orientation = WD_ORIENT.LANDSCAPE if portrait else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = before.page_height, before.page_width


def _table(made: Any, table: Table, *, repeats: bool) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    rows = (*table.header, *table.rows)
    grid = made.add_table(rows=len(rows), cols=len(table.columns))
    grid.style = "Table Grid"
    cells = [list(row.cells) for row in grid.rows]
    for item in placed(rows):
        cell = cells[item.row][item.column]
        if item.cell.rowspan > 1 or item.cell.colspan > 1:
            end = cells[item.row + item.cell.rowspan - 1][item.column + item.cell.colspan - 1]
            cell = cell.merge(end)
        cell.paragraphs[0].add_run(item.text)
    if repeats:
        for row in grid.rows[: len(table.header)]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
