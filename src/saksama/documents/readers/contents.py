"""Lists of contents as they are read: entries without their page numbers."""

import re

from saksama.documents.document import ContentsEntry, ContentsKind
from saksama.documents.readers.captions import figure_caption, table_caption
from saksama.documents.readers.headings import is_unnumbered_part, level_of, split_number

_PAGE = re.compile(r"[\s.…·_]*(?:\t|\.{2,}|…+|\s{2,}|\s)[\s.…·_]*\(?(?:\d{1,3}|[ivxlc]{1,6})\)?\s*$")
_LINE = re.compile(r".*\S[\s.…·_]*(?:\t|\.{3,}|…)[\s.…·_]*\(?(?:\d{1,3}|[ivxlc]{1,6})\)?\s*")
_LONGEST = 500
_TITLES = (
    (re.compile(r"\s*daftar\s+isi\b", re.IGNORECASE), ContentsKind.HEADINGS),
    (re.compile(r"\s*daftar\s+tabel\b", re.IGNORECASE), ContentsKind.TABLES),
    (re.compile(r"\s*daftar\s+(?:gambar|grafik|bagan|diagram)\b", re.IGNORECASE), ContentsKind.FIGURES),
)


def is_contents_line(text: str) -> bool:
    """Whether the line ends, after a tab or dots, with the number of a page."""
    return len(text) <= _LONGEST and _LINE.fullmatch(text) is not None


def contents_entry(text: str) -> ContentsEntry:
    """The entry that a line is."""
    text = text[:_LONGEST]
    words = _PAGE.sub("", text.strip()) if _LINE.fullmatch(text) or "\t" in text else text.strip()
    caption = table_caption(words) or figure_caption(words)
    if caption:
        return ContentsEntry(1, caption.number, caption.text, "")
    number, title = split_number(words)
    level = 1 if not number or is_unnumbered_part(words) else min(level_of(number), 3)
    return ContentsEntry(level, number, title, "")


def contents_kind(title: str, entries: list[ContentsEntry]) -> ContentsKind | None:
    """What a list under this heading lists; `None` where neither the heading nor the entries say."""
    named = next((kind for pattern, kind in _TITLES if pattern.match(title)), None)
    if named is None and entries and all(table_caption(f"{entry.number} X") for entry in entries):
        return ContentsKind.TABLES
    if named is None and entries and all(figure_caption(f"{entry.number} X") for entry in entries):
        return ContentsKind.FIGURES
    return named
