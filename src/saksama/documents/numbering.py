"""Number headings, tables and figures, and resolve references and contents, once for all writers."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from saksama.documents.document import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    ContentsKind,
    Document,
    Figure,
    Heading,
    HeadingNumbering,
    Inline,
    ItemList,
    KeyFigures,
    Landscape,
    Paragraph,
    Part,
    Particulars,
    Reference,
    Row,
    Signature,
    Signatures,
    Table,
)

CONTENTS_DEPTH = 3


class NumberingStyle(Enum):
    """How headings below a chapter are numbered."""

    LETTERS = "letters"  # A., 1., a.
    DECIMAL = "decimal"  # 3.1, 3.1.1, 3.1.1.1


class UnknownLabelError(ValueError):
    """A reference to a label that nothing in the document has."""


class RepeatedLabelError(ValueError):
    """A label that two blocks of the document have."""


def resolve(document: Document, style: NumberingStyle = NumberingStyle.LETTERS) -> Document:
    """Fill in every number, reference and list of contents.

    Chapters are BAB I, BAB II …, what is below them follows the style; tables and figures carry the chapter's number
    (Tabel 3.1), and the attachment's with L (Tabel L1.1). Raises `UnknownLabelError` and `RepeatedLabelError`.
    """
    counter = _Counter(style)
    numbered = tuple(_map_blocks(part, counter.number) for part in document.parts)
    names = counter.names
    entries = {kind: tuple(found) for kind, found in counter.entries.items()}

    def link(block: Block) -> Block:
        if isinstance(block, Contents):
            return replace(block, entries=entries[block.kind])
        return _map_inlines(block, lambda inline: _resolve(inline, names))

    return replace(document, parts=tuple(_map_blocks(part, link) for part in numbered))


class _Counter:
    def __init__(self, style: NumberingStyle) -> None:
        self._style = style
        self.names: dict[str, str] = {}
        self.entries: dict[ContentsKind, list[ContentsEntry]] = {kind: [] for kind in ContentsKind}
        self._chapters = 0
        self._attachments = 0
        self._prefix = ""
        self._numbered = False
        self._levels = [0, 0, 0, 0]
        self._tables = 0
        self._figures = 0

    def number(self, block: Block) -> Block:
        match block:
            case Heading():
                number = self._heading_number(block)
                self._name(block.label, number.rstrip(".") or block.text)
                if block.level <= CONTENTS_DEPTH:
                    self._enter(ContentsKind.HEADINGS, block.level, number, block.text, block.label)
                return replace(block, number=number)
            case Table() if block.caption:
                self._tables += 1
                number = f"Tabel {self._prefix}{self._tables}"
                self._name(block.label, number)
                self._enter(ContentsKind.TABLES, 1, number, block.caption, block.label)
                return replace(block, number=number)
            case Figure() if block.caption:
                self._figures += 1
                number = f"Gambar {self._prefix}{self._figures}"
                self._name(block.label, number)
                self._enter(ContentsKind.FIGURES, 1, number, block.caption, block.label)
                return replace(block, number=number)
            case _:
                return block

    def _heading_number(self, heading: Heading) -> str:
        if heading.level == 1:
            self._levels = [0, 0, 0, 0]
            self._tables = self._figures = 0
            match heading.numbering:
                case HeadingNumbering.CHAPTER:
                    self._chapters += 1
                    self._prefix, self._numbered = f"{self._chapters}.", True
                    return f"BAB {_roman(self._chapters)}"
                case HeadingNumbering.ATTACHMENT:
                    self._attachments += 1
                    self._prefix, self._numbered = f"L{self._attachments}.", False
                    return f"LAMPIRAN {self._attachments}"
                case HeadingNumbering.NONE:
                    self._prefix, self._numbered = "", False
                    return ""
        if not self._numbered:
            return ""
        index = heading.level - 1
        self._levels[index] += 1
        self._levels[index + 1 :] = [0] * (3 - index)
        count = self._levels[index]
        if self._style is NumberingStyle.DECIMAL:
            return ".".join(map(str, (self._chapters, *self._levels[1 : index + 1])))
        return f"{_letters(count)}." if index == 1 else f"{count}." if index == 2 else f"{_letters(count).lower()}."

    def _name(self, label: str, name: str) -> None:
        if label in self.names:
            raise RepeatedLabelError(label)
        if label:
            self.names[label] = name

    def _enter(self, kind: ContentsKind, level: int, number: str, text: str, label: str) -> None:
        self.entries[kind].append(ContentsEntry(level, number, text, label))


def _roman(number: int) -> str:
    text = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _resolve(inline: Inline, names: dict[str, str]) -> Inline:
    if not isinstance(inline, Reference):
        return inline
    if inline.target not in names:
        raise UnknownLabelError(inline.target)
    return replace(inline, text=names[inline.target])


def _has_reference(items: tuple[Inline, ...]) -> bool:
    return any(isinstance(item, Reference) for item in items)


def _map_blocks(part: Part, change: Callable[[Block], Block]) -> Part:
    return replace(part, blocks=_map(part.blocks, change))


def _map(items: tuple[Block, ...], change: Callable[[Block], Block]) -> tuple[Block, ...]:
    return tuple(
        replace(block, blocks=_map(block.blocks, change)) if isinstance(block, Landscape) else change(block)
        for block in items
    )


def _map_inlines(block: Block, change: Callable[[Inline], Inline]) -> Block:
    def content(items: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(change, items)) if _has_reference(items) else items

    def cell(item: Cell) -> Cell:
        return replace(item, content=content(item.content)) if _has_reference(item.content) else item

    def row(item: Row) -> Row:
        # Most of a long report is table cells, and hardly one of them refers to anything.
        changes = any(_has_reference(cell.content) for cell in item.cells)
        return replace(item, cells=tuple(map(cell, item.cells))) if changes else item

    def signature(item: Signature) -> Signature:
        return Signature(tuple(map(content, item.above)), content(item.name), tuple(map(content, item.below)))

    match block:
        case Paragraph():
            return replace(block, content=content(block.content))
        case ItemList():
            return replace(block, items=tuple(map(content, block.items)))
        case Table():
            return replace(
                block,
                header=tuple(map(row, block.header)),
                rows=tuple(map(row, block.rows)),
                source=content(block.source),
                notes=tuple(map(content, block.notes)),
            )
        case Figure():
            return replace(block, source=content(block.source))
        case KeyFigures():
            items = tuple(replace(item, figure=content(item.figure)) for item in block.items)
            return KeyFigures(items)
        case Particulars():
            return Particulars(tuple((name, content(items)) for name, items in block.items))
        case Signatures():
            return Signatures(signature(block.right), signature(block.left) if block.left else None)
        case _:
            return block
