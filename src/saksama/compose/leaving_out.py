"""Sections of the report that a government may do without, and the report without them.

What PermenPANRB 53/2014 asks for (regulations.md 2.3) is not among them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from saksama.documents.document import (
    Block,
    Content,
    Document,
    Figure,
    Heading,
    Inline,
    ItemList,
    Landscape,
    Paragraph,
    Reference,
    Table,
    Text,
    blocks,
)

OPTIONAL = (
    "kata-pengantar",
    "daftar-tabel",
    "daftar-gambar",
    "sistematika",
    "iku",
    "standar-penilaian",
    "survei-kepuasan",
    "inovasi-penghargaan",
    "dokumentasi",
    "lampiran-pengukuran",
    "lampiran-indikator",
)
"""The labels of their headings, which are also their names in a template."""


def without(document: Document, labels: Iterable[str]) -> Document:
    """The document without the sections whose headings have these labels; what referred to them names them in words."""
    unwanted = frozenset(labels)
    if not unwanted:
        return document
    parts = tuple(replace(part, blocks=_kept(part.blocks, unwanted)) for part in document.parts)
    short = replace(document, parts=parts)
    gone = dict(_names(document))
    for label, _name in _names(short):
        gone.pop(label, None)
    return replace(short, parts=tuple(replace(part, blocks=_unreferred(part.blocks, gone)) for part in short.parts))


def _kept(items: tuple[Block, ...], unwanted: frozenset[str]) -> tuple[Block, ...]:
    kept: list[Block] = []
    level = 0  # of the heading that opened the section being left out
    for block in items:
        if isinstance(block, Heading):
            if level and block.level <= level:
                level = 0
            if not level and block.label in unwanted:
                level = block.level
        if not level:
            kept.append(block)
    return tuple(kept)


def _names(document: Document) -> Iterator[tuple[str, str]]:
    """Every label with what stands there in words."""
    for block in blocks(document):
        match block:
            case Heading():
                yield block.label, block.text
            case Table() | Figure():
                yield block.label, block.caption
            case _:
                pass


def _unreferred(items: tuple[Block, ...], gone: dict[str, str]) -> tuple[Block, ...]:
    return tuple(_without_references(block, gone) for block in items)


def _without_references(block: Block, gone: dict[str, str]) -> Block:
    def inline(found: Inline) -> Inline:
        if isinstance(found, Reference) and found.target in gone:
            return Text(f"“{gone[found.target]}”")
        return found

    def content(found: Content) -> Content:
        return tuple(map(inline, found))

    match block:
        case Paragraph():
            return replace(block, content=content(block.content))
        case ItemList():
            return replace(block, items=tuple(map(content, block.items)))
        case Table():
            return replace(block, source=content(block.source), notes=tuple(map(content, block.notes)))
        case Landscape():
            return Landscape(_unreferred(block.blocks, gone))
        case _:
            return block
