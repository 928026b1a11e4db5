"""Headings by their words: BAB I, A., 1., a., and the parts of a report that have no number."""

import re
from collections.abc import Iterable
from dataclasses import replace

from saksama.documents.document import Block, Heading, HeadingNumbering, Paragraph, plain

LONGEST_HEADING = 160

# Some programs lose the space between the number and the title of a chapter: "BAB IPendahuluan".
_CHAPTER = r"BAB\s+(?:(?:[IVXLC]+|\d{1,2})\b\.?|[IVXLC]+(?=[A-Z][a-z]))"
_ATTACHMENT = r"LAMPIRAN\s+(?:[IVXLC]+|\d{1,2})\b\.?"
_NUMBER = re.compile(
    rf"\s*({_CHAPTER}|{_ATTACHMENT}|(?:[IVXLC]+|\d{{1,2}}|[A-Z])(?:\.\d{{1,2}}){{1,4}}\.?(?=\s)|[IVX]{{1,5}}\.|"
    r"[A-Z]\.|[a-z]\.|\(?\d{1,2}[.)]|\(?[a-z]\))[\s:.–-]*(?=\S|$)(.*)",
    re.DOTALL,
)
_WITHOUT_NUMBER = re.compile(
    r"(?:kata pengantar|daftar (?:isi|tabel|gambar|grafik|lampiran|bagan|diagram)|(?:ringkasan|ikhtisar) eksekutif|"
    r"pernyataan telah direviu|lampiran(?:\s*-\s*lampiran)?|pendahuluan|penutup)\s*:?",
    re.IGNORECASE,
)


def split_number(text: str) -> tuple[str, str]:
    """The number that a heading begins with, and its words: "BAB I PENDAHULUAN" → ("BAB I", "PENDAHULUAN")."""
    found = _NUMBER.fullmatch(" ".join(text.split()))
    return (found[1], found[2].strip()) if found else ("", " ".join(text.split()))


def level_of(number: str) -> int:
    """The level that a number stands for where nothing else says it."""
    bare = number.rstrip(".)").lstrip("(")
    if bare.upper().startswith(("BAB", "LAMPIRAN")):
        return 1
    if "." in bare:
        return min(bare.count(".") + 1, 4)
    if bare.isdigit():
        return 3
    return 4 if bare.islower() else 2


def is_chapter(number: str) -> bool:
    """Whether a number is a chapter's or an attachment's."""
    return number.upper().startswith(("BAB", "LAMPIRAN"))


def is_unnumbered_part(text: str) -> bool:
    """Whether the text is the name of a part that has no number, such as KATA PENGANTAR."""
    return _WITHOUT_NUMBER.fullmatch(text.strip()) is not None


def guessed_level(text: str, *, is_bold: bool) -> int:
    """The level of a line that no style calls a heading, or 0 where it is none.

    Bold lines with a number are headings, and so is, whatever its look, a chapter or the name of a part in capitals.
    """
    short = " ".join(text.split())
    if not short or len(short) > LONGEST_HEADING:
        return 0
    number, words = split_number(short)
    if number and is_chapter(number):
        is_title = not words or words == words.upper() or is_bold
        return 1 if is_title and number.split()[0].isupper() else 0
    if is_unnumbered_part(short) and (is_bold or short == short.upper()):
        return 1
    if number and words and is_bold and not short.endswith((";", ",", ":")):
        return level_of(number)
    return 0


def heading(text: str, level: int, label: str, number: str = "") -> Heading:
    """The heading; `number` is its automatic one, and otherwise it is taken from the text."""
    own, words = (number, " ".join(text.split())) if number else split_number(text)
    numbering = HeadingNumbering.NONE
    if own.upper().startswith("BAB"):
        numbering = HeadingNumbering.CHAPTER
    elif own.upper().startswith("LAMPIRAN"):
        numbering = HeadingNumbering.ATTACHMENT
    return Heading(min(max(level, 1), 4), words, label, numbering, own)


def joined_chapters(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each "BAB I" that stands on a line of its own joined to its title on the next."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if isinstance(before, Heading) and is_chapter(before.number) and not before.text:
            title = _title(block)
            if title:
                found[-1] = replace(before, text=title)
                continue
        found.append(block)
    return tuple(found)


def _title(block: Block) -> str:
    match block:
        case Heading() if (not block.number and not is_unnumbered_part(block.text)) or (
            isinstance(block, Heading) and not block.number and block.text.isupper()
        ):
            return block.text
        case Paragraph():
            text = " ".join(plain(block.content).split())
            is_title = len(text) <= LONGEST_HEADING and text == text.upper() and any(map(str.isalpha, text))
            return text if is_title else ""
        case _:
            return ""
