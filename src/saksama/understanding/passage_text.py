"""The running text of a document: each piece with where every part of it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from saksama.documents.document import (
    Content,
    Document,
    ItemList,
    KeyFigures,
    Paragraph,
    Text,
    plain,
)
from saksama.kernel.provenance import Place
from saksama.understanding.chapters import Passage, passages
from saksama.understanding.reading import Chapter


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, item or key figure as one text. `block` counts the blocks, so that items of one list share it."""

    text: str
    chapter: Chapter
    headings: tuple[str, ...]
    block: int
    runs: tuple[tuple[int, Place | None], ...]  # where each run begins in the text, and where it stands
    place: Place | None

    def at(self, position: int) -> Place:
        """Where the character at `position` stands."""
        start, found = 0, self.place
        for begin, place in self.runs:
            if begin <= position and place is not None:
                start, found = begin, place
        if found is None:
            return Place()
        return replace(found, start=(found.start or 0) + position - start) if found.path or found.start else found


def pieces(document: Document) -> Iterator[Piece]:
    """All running text in reading order. Headings and tables are read elsewhere."""
    for number, passage in enumerate(passages(document)):
        match passage.block:
            case Paragraph() as block if not _is_furniture(plain(block.content), passage):
                yield _piece(block.content, passage, number, block.place)
            case ItemList() as block:
                for item in block.items:
                    if not _is_furniture(plain(item), passage):
                        yield _piece(item, passage, number, block.place)
            case KeyFigures() as block:
                for key in block.items:
                    meaning = (Text(f" ({key.meaning})"),) if key.meaning else ()
                    yield _piece((Text(f"{key.name}: "), *key.figure, *meaning), passage, number, None)
            case _:
                pass


_CONTENTS_LINE = re.compile(
    r".*(?:\.{4,}|…{2,}|\t)[\s.…]*(?:\d{1,3}|[ivxl]{1,6})\s*|\s*\d{1,3}\s*|BAB\s+[IVX]+\b.{0,60}\s\d{1,3}"
)
_LISTED = re.compile(r"(?:tabel|gambar|grafik|bagan|lampiran)\s+[\dIVXL]+(?:\.\d+)*\b", re.IGNORECASE)
_CONTENTS_HEADING = re.compile(r"daftar\s+(?:isi|tabel|gambar|lampiran|grafik)", re.IGNORECASE)


def _is_furniture(text: str, passage: Passage) -> bool:
    """Page numbers and lines of a list of contents say nothing."""
    if _CONTENTS_LINE.fullmatch(text):
        return True
    is_listed = bool(passage.headings and _CONTENTS_HEADING.search(passage.headings[-1]))
    # A whole list that a reader took for one paragraph names one caption after the other.
    return is_listed and (len(text) < 200 or len(_LISTED.findall(text)) > 2)


def _piece(content: Content, passage: Passage, number: int, place: Place | None) -> Piece:
    runs: list[tuple[int, Place | None]] = []
    length = 0
    for inline in content:
        runs.append((length, inline.place if isinstance(inline, Text) else None))
        length += len(inline.text)
    return Piece(plain(content), passage.chapter, passage.headings, number, tuple(runs), place)
