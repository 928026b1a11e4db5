"""Headings: chapters, numbered sections, and lines that stand out by their size."""

import re
from dataclasses import dataclass

from saksama.documents.document import HeadingNumbering
from saksama.documents.readers.pdf.order import TextItem

_CHAPTER = re.compile(r"(BAB\s+(?:[IVXLC]+|\d+))\b\s*[.:\-–]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_ATTACHMENT = re.compile(r"(LAMPIRAN(?:\s+(?:[IVXLC]+|\d+))?)\b\s*[.:\-–]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_FRONT = re.compile(
    r"(?:kata pengantar|daftar (?:isi|tabel|gambar|grafik|lampiran)|(?:ringkasan|ikhtisar) eksekutif|executive summary"
    r"|pernyataan .*reviu.*|prakata)$",
    re.IGNORECASE,
)
_NUMBERED = (
    (re.compile(r"((?:\d+|[IVX]+)\.\d+\.\d+(?:\.\d+)*\.?)\s+(.*)", re.DOTALL), 3),
    (re.compile(r"((?:\d+|[IVX]+)\.\d+\.?)\s+(.*)", re.DOTALL), 2),
    (re.compile(r"([A-Z]\.|[IVX]{1,5}\.)\s+(.*)", re.DOTALL), 2),
    (re.compile(r"(\d{1,2}\.)\s+(.*)", re.DOTALL), 3),
    (re.compile(r"([a-z]\.|\(?[a-z]\)|\(?\d{1,2}\))\s+(.*)", re.DOTALL), 4),
)
_SUBJECT = re.compile(
    r"(?:tujuan|sasaran|indikator|program)(?:\s+(?:strategis|kinerja|utama))*\s+(?:\d{1,2}|[IVX]{1,5})\s*[.:–-]\s*\S.*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 200  # characters
_LARGER = 1.15  # of the usual size
_LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}")


@dataclass(frozen=True, slots=True)
class Title:
    """What a heading says, without its place."""

    level: int
    number: str
    text: str
    numbering: HeadingNumbering = HeadingNumbering.NONE


def title_of(item: TextItem) -> Title | None:
    """The heading that a paragraph is, if it is one."""
    block = item.block
    text = block.text.strip()
    is_large = block.size > _LARGER * item.usual
    if len(text) > _LONGEST or _LEADERS.search(text) or not any(letter.isalpha() for letter in text):
        return None
    if item.lists_contents and not _FRONT.fullmatch(text):
        return None
    chapter = _CHAPTER.fullmatch(text)
    if chapter and (block.bold or is_large or block.centred or not chapter[2]):
        return Title(1, " ".join(chapter[1].upper().split()), chapter[2].strip(), HeadingNumbering.CHAPTER)
    if not (block.bold or is_large):
        return None
    attachment = _ATTACHMENT.fullmatch(text)
    if attachment and (block.centred or is_large or text.isupper()):
        name = " ".join(attachment[1].upper().split())
        return Title(1, name, attachment[2].strip(), HeadingNumbering.ATTACHMENT)
    if _FRONT.fullmatch(text):
        return Title(1, "", text)
    if text[-1] in ";,.:":
        return None
    for pattern, level in _NUMBERED:
        match = pattern.fullmatch(text)
        if match:
            return Title(level, match[1], match[2].strip())
    if _SUBJECT.fullmatch(text):
        return Title(4, "", text)
    return Title(2, "", text) if is_large else None


def goes_on(title: Title, item: TextItem) -> bool:
    """Whether a paragraph is the text of the chapter whose number stands alone above it."""
    block = item.block
    is_title = block.bold or block.centred or block.size > _LARGER * item.usual or block.text.isupper()
    return title.numbering is not HeadingNumbering.NONE and not title.text and is_title and len(block.text) < _LONGEST
