"""The passages of a document that marks stand in: headings, paragraphs, items, captions and cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from saksama.audit.marking.locating import located
from saksama.audit.marking.marks import Mark
from saksama.documents.document import (
    Block,
    Content,
    Document,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Table,
    Text,
    blocks,
    plain,
)
from saksama.kernel.provenance import Place


@dataclass(slots=True)
class Unit:
    """A passage that marks can stand in: a heading, paragraph, item or cell."""

    places: tuple[Place, ...]
    text: str
    spans: list[tuple[int, int, Mark]] = field(default_factory=list)
    whole: list[Mark] = field(default_factory=list)

    def in_order(self) -> list[tuple[int, int, Mark]]:
        """The marked words as they follow each other, of those that begin together the longest first."""
        return sorted(self.spans, key=_place_in_text)


def units_of(document: Document) -> list[Unit]:
    """Every passage in reading order."""
    return [
        Unit(tuple(_places(place, content)), plain(content))
        for block in blocks(document)
        for place, content in _passages(block)
    ]


def with_units(document: Document, units: Sequence[Unit]) -> Iterator[tuple[Block, list[Unit]]]:
    """Every block with its units; a table has its caption first, then its cells with the tables in them."""
    waiting = iter(units)
    for block in blocks(document):
        count = sum(1 for _passage in _passages(block))
        yield block, [next(waiting) for _number in range(count)]


def marks_in(unit: Unit) -> list[Mark]:
    """The marks of a unit."""
    return [*(mark for _start, _end, mark in unit.in_order()), *unit.whole]


def _passages(block: Block) -> Iterator[tuple[Place | None, Content]]:
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
                        yield from _passages(inner)
        case Figure():
            yield block.place, (Text(f"{block.number} {block.caption}".strip()),)
        case _:
            pass


def _places(place: Place | None, content: Content) -> Iterator[Place]:
    if place is not None:
        yield place
    yield from (run.place for run in content if isinstance(run, Text) and run.place is not None)


def put(mark: Mark, units: Sequence[Unit]) -> bool:
    """Put a mark where it belongs; whether it has a place."""
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


def _place_in_text(span: tuple[int, int, Mark]) -> tuple[int, int]:
    return span[0], -span[1]
