"""A web page with the text of a document, its findings marked, and their notes beside it.

It stands alone: no script, nothing fetched, and nothing of the source but its text.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from saksama.audit.finding import Audit
from saksama.audit.marking.locating import located
from saksama.audit.marking.marks import Mark
from saksama.audit.marking.page_style import STYLE
from saksama.audit.marking.xml_edit import xml_text
from saksama.audit.rule import Severity
from saksama.documents.document import (
    Block,
    Cell,
    Content,
    Document,
    Figure,
    Heading,
    ItemList,
    Landscape,
    ListKind,
    Paragraph,
    Row,
    Table,
    Text,
    blocks,
    plain,
)
from saksama.documents.readers.html_tags import OWN
from saksama.kernel.provenance import Place
from saksama.language.messages import _, current_language


@dataclass(slots=True)
class _Unit:
    """A passage that marks can stand in: a heading, paragraph, item or cell."""

    places: tuple[Place, ...]
    text: str
    spans: list[tuple[int, int, Mark]] = field(default_factory=list)
    whole: list[Mark] = field(default_factory=list)


def mark_page(audit: Audit, marks: Sequence[Mark]) -> bytes:
    """The page. Same input, same bytes."""
    document = audit.reading.document
    units = [_Unit(tuple(_places(place, content)), plain(content)) for place, content in _passages(document)]
    left = [mark for mark in marks if not _put(mark, units)]
    body = "\n".join(_block(block, iter_units) for block, iter_units in _with_units(document, units))
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


# Where marks go


def _passages(document: Document) -> Iterator[tuple[Place | None, Content]]:
    for block in blocks(document):
        yield from _passages_of(block)


def _passages_of(block: Block) -> Iterator[tuple[Place | None, Content]]:
    match block:
        case Heading():
            yield block.place, (Text(f"{block.number} {block.text}".strip()),)
        case Paragraph():
            yield block.place, block.content
        case ItemList():
            yield from ((block.place, item) for item in block.items)
        case Table():
            yield block.place, (Text(f"{block.number} {block.caption}".strip()),)
            for row in (*block.header, *block.rows):
                for cell in row.cells:
                    yield cell.place, cell.content
                    for inner in cell.tables:
                        yield from _passages_of(inner)
        case Figure():
            yield block.place, (Text(f"{block.number} {block.caption}".strip()),)
        case _:
            pass


def _places(place: Place | None, content: Content) -> Iterator[Place]:
    if place is not None:
        yield place
    yield from (run.place for run in content if isinstance(run, Text) and run.place is not None)


def _put(mark: Mark, units: Sequence[_Unit]) -> bool:
    if mark.spot is None:
        return False
    place = mark.spot.place
    if place == Place(file=place.file):
        return False
    nearby = [unit for unit in units if any(_is_same(place, other) for other in unit.places)]
    for unit in nearby:
        span = located(unit.text, mark.target, place.start)
        if span is not None:
            unit.spans.append((*span, mark))
            return True
    if nearby:
        nearby[0].whole.append(mark)
    return bool(nearby)


def _is_same(one: Place, other: Place) -> bool:
    """Whether two places are one cell or paragraph."""
    if one.path or other.path:
        return one.path == other.path
    if one.cell or other.cell:
        return (one.sheet, one.cell) == (other.sheet, other.cell)
    if one.line is not None and other.line is not None:
        return (one.line == other.line and None in (one.column, other.column)) or (
            (one.line, one.column) == (other.line, other.column)
        )
    if one.box and other.box:
        return one.page == other.page and _overlap(one.box, other.box)
    return (one.page, one.table, one.row, one.column) == (other.page, other.table, other.row, other.column)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


# How it is written


def _with_units(document: Document, units: Sequence[_Unit]) -> Iterator[tuple[Block, Iterator[_Unit]]]:
    waiting = iter(units)
    for block in blocks(document):
        count = sum(1 for _passage in _passages_of(block))
        yield block, iter([next(waiting) for _number in range(count)])


def _block(block: Block, units: Iterator[_Unit]) -> str:
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
            return _row(f"<{tag}>{items}</{tag}>", [mark for unit in every for mark in _marks(unit)])
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


def _beside(units: Iterator[_Unit], wrap: Callable[[str], str]) -> str:
    unit = next(units)
    return _row(wrap(_marked(unit)), _marks(unit)) if unit.text.strip() else ""


def _row(content: str, marks: Sequence[Mark]) -> str:
    notes = f"<aside {OWN}>{_notes(marks)}</aside>" if marks else ""
    return f'<div class="passage"><div class="source">{content}</div>{notes}</div>'


def _table(table: Table, units: Iterator[_Unit], told: list[Mark]) -> str:
    caption = next(units)
    told += _marks(caption)
    header = "".join(_table_row(row, units, told, "th") for row in table.header)
    rows = "".join(_table_row(row, units, told, "td") for row in table.rows)
    title = f"<caption>{_marked(caption)}</caption>" if caption.text else ""
    return f"<table>{title}<thead>{header}</thead><tbody>{rows}</tbody></table>"


def _table_row(row: Row, units: Iterator[_Unit], told: list[Mark], tag: str) -> str:
    return f"<tr>{''.join(_cell(cell, units, told, tag) for cell in row.cells)}</tr>"


def _cell(cell: Cell, units: Iterator[_Unit], told: list[Mark], tag: str) -> str:
    unit = next(units)
    told += _marks(unit)
    inner = "".join(_table(table, units, told) for table in cell.tables)
    extent = "".join(
        f' {name}="{count}"' for name, count in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if count > 1
    )
    return f"<{tag}{extent}>{_marked(unit)}{inner}</{tag}>"


def _marks(unit: _Unit) -> list[Mark]:
    return [*(mark for _start, _end, mark in sorted(unit.spans, key=_place_in_text)), *unit.whole]


def _place_in_text(span: tuple[int, int, Mark]) -> tuple[int, int]:
    return span[0], -span[1]


def _marked(unit: _Unit) -> str:
    """The text with its marks; of marks that overlap, the later begins where the earlier ends."""
    pieces: list[str] = []
    done = 0
    for start, end, mark in sorted(unit.spans, key=_place_in_text):
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
