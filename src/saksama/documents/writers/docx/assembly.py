"""What a Word file needs to know while it is put together."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from saksama.documents import document as documents
from saksama.documents.document import Block, Document, Figure, Heading, Landscape, PartKind, Table
from saksama.documents.writers.docx.inline import Anchor, Anchors
from saksama.documents.writers.docx.numbering import WordCount
from saksama.documents.writers.docx.package import Package

MAIN_PART = "word/document.xml"


@dataclass(slots=True)
class Assembly:
    """The package under way, where labels stand, and what is counted through the whole file.

    `typed` holds the places in reading order of the headings whose number Word would not print as it should.
    """

    package: Package
    anchors: Anchors
    typed: frozenset[int]
    lists: list[bool] = field(default_factory=list)  # of each numbered list: is it lettered
    pictures: int = 0
    charts: int = 0
    images: dict[bytes, str] = field(default_factory=dict)
    headings: int = 0

    def next_picture(self) -> int:
        """A number for a drawing, unlike that of every other."""
        self.pictures += 1
        return self.pictures

    def next_heading_is_typed(self) -> bool:
        """Say whether the next heading in reading order prints its number as text."""
        self.headings += 1
        return self.headings in self.typed


def begin(document: Document) -> Assembly:
    """Survey the document: a bookmark for each label, and the headings that Word would number differently."""
    anchors: dict[str, Anchor] = {}
    typed = set()
    count = WordCount()
    headings = 0
    for kind, block in _blocks(document):
        switches = ""
        if isinstance(block, Heading):
            headings += 1
            if block.number and not count.agrees(block):
                typed.add(headings)
            elif block.number:
                switches = "\\n "
        elif not isinstance(block, Table | Figure):
            continue
        if block.label:
            anchors[block.label] = Anchor(
                f"_Ref{len(anchors) + 1:06}", len(anchors) + 1, switches, kind is PartKind.FRONT
            )
    return Assembly(Package(), anchors, frozenset(typed))


def _blocks(document: Document) -> Iterator[tuple[PartKind, Block]]:
    for part in document.parts:
        for block in documents.blocks(replace(document, parts=(part,))):
            yield part.kind, block


def listed(items: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks of a part, each `Landscape` as one."""
    for block in items:
        if not isinstance(block, Landscape) or block.blocks:
            yield block
