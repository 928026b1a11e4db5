"""Captions: a line "Tabel 3.1 …" beside a table becomes the table's, "Gambar 2.1 …" the figure's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from saksama.documents.document import Block, Figure, Heading, Paragraph, Table, plain

_LONGEST = 250
_MOST_LINES = 4
_COUNT = r"(?=[A-Z]{0,2}\d|[IVXLC]+\b)[A-Z]{0,2}(?:\d{1,3}|[IVXLC]+)(?:\s?[.\-–]\s?(?:\d{1,3}|[IVXLC]+)\b)*[a-z]?\b"
_FLAGS = re.IGNORECASE | re.DOTALL
_TABLE = re.compile(rf"\s*((?:tabel|table)\b[.\s]*{_COUNT})(?!\s?[%,]\d)\s*[.:–-]*\s*(.*)", _FLAGS)
_FIGURE = re.compile(rf"\s*((?:gambar|grafik|bagan|diagram|figur)\b[.\s]*{_COUNT})\s*[.:–-]*\s*(.*)", _FLAGS)
_BARE = re.compile(r"(?:tabel|table)\s*[.:]?\s*", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?:[.;]\s+\w.*|\b(?:menunjukkan|menggambarkan|dapat dilihat|di atas|di bawah|berikut)\b.*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Caption:
    """A number as printed ("Tabel 3.1", "Tabel. 3.2") and the words after it."""

    number: str
    text: str


def table_caption(text: str) -> Caption | None:
    """The caption of a table that the line is, or `None`."""
    return _caption(text, _TABLE)


def figure_caption(text: str) -> Caption | None:
    """The caption of a figure that the line is, or `None`."""
    return _caption(text, _FIGURE)


def _caption(text: str, pattern: re.Pattern[str]) -> Caption | None:
    short = " ".join(text.split())
    found = pattern.fullmatch(short) if len(short) <= _LONGEST else None
    # "Tabel 3.1 menunjukkan …" is a sentence: what follows the number of a caption begins a title.
    if found is None or found[2][:1].islower() or _SENTENCE.search(found[2]):
        return None
    return Caption(" ".join(found[1].split()), found[2].strip())


def with_captions(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each caption taken into the table or figure that it stands directly above or below."""
    items = list(blocks)
    found: list[Block] = []
    index = 0
    while index < len(items):
        block = items[index]
        index += 1
        match block:
            case Table():
                captioned, used = (block, 0) if block.number else _above(block, found)
                if used:
                    del found[-used:]
                elif not block.number and index < len(items) and _is_below(items, index):
                    captioned = _with(block, table_caption(_text(items[index])))
                    index += 1
                index, captioned = _with_source(captioned, items, index)
                found.append(captioned)
            case Figure() if not block.number:
                caption = figure_caption(_text(items[index])) if index < len(items) else None
                if caption:
                    index += 1
                    block = replace(block, number=caption.number, caption=caption.text or block.caption)
                elif found and (caption := figure_caption(_text(found[-1]))):
                    found.pop()
                    block = replace(block, number=caption.number, caption=caption.text or block.caption)
                found.append(block)
            case _:
                found.append(block)
    return tuple(found)


def _text(block: Block) -> str:
    return plain(block.content) if isinstance(block, Paragraph) else ""


def _with(table: Table, caption: Caption | None) -> Table:
    return replace(table, number=caption.number, caption=caption.text) if caption else table


def _above(table: Table, before: list[Block]) -> tuple[Table, int]:
    """The table with the caption above it, and how many blocks that caption was.

    A number alone on its line is followed by the title, on one line or several.
    """
    title: list[str] = []
    for count, block in enumerate(reversed(before[-_MOST_LINES:]), start=1):
        if not isinstance(block, Paragraph | Heading):
            break
        text = " ".join((plain(block.content) if isinstance(block, Paragraph) else block.text).split())
        caption = table_caption(text)
        if caption:
            words = " ".join(filter(None, (caption.text, *reversed(title))))
            return replace(table, number=caption.number, caption=words), count
        if isinstance(block, Heading) or len(text) > _LONGEST or text.endswith((".", ":", ";")):
            break
        if _BARE.match(text) and count == 1 and len(text) > len("Tabel ") and text[:1].isupper():
            words = _BARE.sub("", text, count=1)
            return (replace(table, caption=words), 1) if words[:1].isupper() else (table, 0)
        title.append(text)
    return table, 0


def _is_below(items: list[Block], index: int) -> bool:
    """Whether the block is the caption of the table before it and not of one after it."""
    if table_caption(_text(items[index])) is None:
        return False
    following = items[index + 1 : index + 1 + _MOST_LINES]
    for block in following:
        if isinstance(block, Table):
            return False
        if not isinstance(block, Paragraph) or len(_text(block)) > _LONGEST:
            break
    return True


def _with_source(table: Table, items: list[Block], index: int) -> tuple[int, Table]:
    if index < len(items):
        block = items[index]
        if isinstance(block, Paragraph) and re.match(r"\s*\(?sumber(?: data)?\b\s*:", _text(block), re.IGNORECASE):
            return index + 1, replace(table, source=block.content)
    return index, table
