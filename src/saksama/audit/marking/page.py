"""A web page with the text of a document, its findings marked, and their notes beside it.

It stands alone: no script, nothing fetched, and nothing of the source but its text.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath

from saksama.audit.finding import Audit
from saksama.audit.marking.marks import Mark
from saksama.audit.marking.page_style import STYLE
from saksama.audit.marking.units import Unit, marks_in, put, units_of, with_units
from saksama.audit.marking.xml_edit import xml_text
from saksama.audit.rule import Severity
from saksama.documents.document import (
    Block,
    Cell,
    Figure,
    Heading,
    ItemList,
    Landscape,
    ListKind,
    Paragraph,
    Row,
    Table,
)
from saksama.documents.readers.html_tags import OWN
from saksama.language.messages import _, current_language


def mark_page(audit: Audit, marks: Sequence[Mark]) -> bytes:
    """The page. Same input, same bytes."""
    document = audit.reading.document
    units = units_of(document)
    left = [mark for mark in marks if not put(mark, units)]
    body = "\n".join(_block(block, iter(theirs)) for block, theirs in with_units(document, units))
    aside = f"<section {OWN}><h2>{_('Tentang seluruh dokumen')}</h2>{_notes(left)}</section>" if left else ""
    title = _("Catatan pemeriksaan: {file}").format(file=PurePath(audit.file).name)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{current_language()}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{xml_text(title)}</title><style>{STYLE}</style></head>\n"
        f"<body><header><p><b>{xml_text(title)}</b></p><p>{xml_text(_lead(marks))}</p></header>\n"
        f"<main>{aside}\n{body}\n</main></body></html>\n"
    ).encode()


def _lead(marks: Sequence[Mark]) -> str:
    first = [mark.severity for mark in marks if mark.is_first]
    return _("{errors} kesalahan, {warnings} perlu dicek, {notes} catatan.").format(
        errors=first.count(Severity.ERROR), warnings=first.count(Severity.WARNING), notes=first.count(Severity.NOTE)
    )


# How it is written


def _block(block: Block, units: Iterator[Unit]) -> str:
    match block:
        case Heading():
            level = min(max(block.level, 1), 6)
            return _beside(units, lambda text: f"<h{level}>{text}</h{level}>")
        case Paragraph():
            return _beside(units, lambda text: f"<p>{text}</p>")
        case ItemList():
            tag = "ul" if block.kind is ListKind.BULLETS else "ol"
            every = list(units)
            items = "".join(f"<li>{_marked(unit)}</li>" for unit in every)
            return _row(f"<{tag}>{items}</{tag}>", [mark for unit in every for mark in marks_in(unit)])
        case Table():
            told: list[Mark] = []
            written = _table(block, units, told)
            return _row(written, told)
        case Figure():
            return _beside(units, lambda text: f'<p class="figure">{text}</p>')
        case Landscape():
            return ""  # what it holds follows
        case _:
            return ""


def _beside(units: Iterator[Unit], wrap: Callable[[str], str]) -> str:
    unit = next(units)
    return _row(wrap(_marked(unit)), marks_in(unit)) if unit.text.strip() else ""


def _row(content: str, marks: Sequence[Mark]) -> str:
    notes = f"<aside {OWN}>{_notes(marks)}</aside>" if marks else ""
    return f'<div class="passage"><div class="source">{content}</div>{notes}</div>'


def _table(table: Table, units: Iterator[Unit], told: list[Mark]) -> str:
    caption = next(units)
    told += marks_in(caption)
    header = "".join(_table_row(row, units, told, "th") for row in table.header)
    rows = "".join(_table_row(row, units, told, "td") for row in table.rows)
    title = f"<caption>{_marked(caption)}</caption>" if caption.text else ""
    return f"<table>{title}<thead>{header}</thead><tbody>{rows}</tbody></table>"


def _table_row(row: Row, units: Iterator[Unit], told: list[Mark], tag: str) -> str:
    return f"<tr>{''.join(_cell(cell, units, told, tag) for cell in row.cells)}</tr>"


def _cell(cell: Cell, units: Iterator[Unit], told: list[Mark], tag: str) -> str:
    unit = next(units)
    told += marks_in(unit)
    inner = "".join(_table(table, units, told) for table in cell.tables)
    extent = "".join(
        f' {name}="{count}"' for name, count in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if count > 1
    )
    return f"<{tag}{extent}>{_marked(unit)}{inner}</{tag}>"


def _marked(unit: Unit) -> str:
    """The text with its marks; of marks that overlap, the later begins where the earlier ends."""
    pieces: list[str] = []
    done = 0
    for start, end, mark in unit.in_order():
        begin = max(start, done)
        pieces.append(_text(unit.text[done:begin]))
        pieces.append(f'<mark class="{mark.severity.value}">{_text(unit.text[begin:end])}{_pointer(mark)}</mark>')
        done = max(done, end)
    pieces.append(_text(unit.text[done:]))
    written = "".join(pieces)
    for mark in unit.whole:
        written = f'<mark class="{mark.severity.value}">{written}{_pointer(mark)}</mark>'
    return written


def _pointer(mark: Mark) -> str:
    number = xml_text(mark.number)
    return f'<sup {OWN}><a href="#t{number}">{number}</a></sup>'


def _text(text: str) -> str:
    return xml_text(text).replace("\n", "<br>")


def _notes(marks: Sequence[Mark]) -> str:
    written: list[str] = []
    for mark in marks:
        number = f' id="t{xml_text(mark.number)}"' if mark.is_first else ""
        lines = "".join(f"<p>{xml_text(line)}</p>" for line in mark.lines)
        written.append(f'<div class="remark {mark.severity.value}"{number}><b>{xml_text(mark.title)}</b>{lines}</div>')
    return "".join(written)
