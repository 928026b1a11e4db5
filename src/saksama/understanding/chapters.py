"""Which role a passage has in the report: the chapter from its headings, from the outermost to the nearest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saksama.documents.document import Block, Document, Heading, Landscape, Paragraph, PartKind, plain
from saksama.understanding.reading import Chapter

_OUTER: tuple[tuple[str, Chapter], ...] = (
    (r"kata pengantar|ikhtisar|ringkasan eksekutif|^daftar (isi|tabel|gambar|lampiran)", Chapter.FRONT),
    (r"^lampiran", Chapter.ATTACHMENT),
    (r"pendahuluan", Chapter.INTRODUCTION),
    (r"perencanaan( dan perjanjian)?( kinerja)?$|perencanaan strategis|^rencana strategis", Chapter.PLAN),
    (r"akuntabilitas kinerja|^(bab \S+ )?(capaian|pengukuran) kinerja", Chapter.MEASUREMENT),
    (r"penutup", Chapter.CLOSING),
)
"""What the headings of chapters say; those of PermenPANRB 53/2014 (sample format) and their common variants."""
_SCALE = (r"(standar|skala|kriteria|kategori|rentang) (penilaian|nilai|peringkat|capaian|pengukuran)", Chapter.SCALE)
_INNER: dict[Chapter, tuple[tuple[str, Chapter], ...]] = {
    Chapter.PLAN: (
        _SCALE,
        (r"(perjanjian|penetapan|kontrak) kinerja", Chapter.AGREEMENT),
        (r"indikator kinerja utama|\biku\b", Chapter.KEY_INDICATORS),
    ),
    Chapter.MEASUREMENT: (
        _SCALE,
        (
            r"^(realisasi|akuntabilitas|penyerapan|pengelolaan|kinerja) (anggaran|keuangan)|realisasi anggaran$",
            Chapter.BUDGET,
        ),
    ),
}
_NUMBERED = re.compile(
    r"^(bab\s+[ivxlc\d]+\b|lampiran\s+[ivxlc\d]+\b|[a-z]\.|\d+(\.\d+)*[.)]?\s)[\s.:]*", re.IGNORECASE
)
_CHAPTER_LINE = re.compile(
    r"(bab\s+[ivxlc]{1,5}\b|lampiran\b|kata pengantar|daftar (isi|tabel|gambar))[^\n\t]{0,90}", re.IGNORECASE
)
_LETTER_LINE = re.compile(r"[A-H]\.\s+[^\W\d_][^.:;]{2,100}\.?")
_LONGEST_LINE = 120


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with the headings above it, from the chapter's down to the nearest, and the role that they give it."""

    block: Block
    chapter: Chapter
    headings: tuple[str, ...]


def passages(document: Document) -> Iterator[Passage]:
    """Every block in reading order but `Landscape`, whose blocks follow in its place.

    A line that stands as a paragraph but reads as a heading ("BAB III", "B. Realisasi Anggaran") counts as one.
    """
    path: list[tuple[int, str]] = []
    for part in document.parts:
        outer = _PARTS.get(part.kind, Chapter.UNKNOWN)
        if outer is not Chapter.UNKNOWN:
            path = []
        headings = tuple(above for _, above in path)
        chapter = chapter_of(headings, outer)
        for block in _flat(part.blocks):
            level, text = _heading(block, path)
            if level:
                path = [*((rank, above) for rank, above in path if rank < level), (level, text)]
                headings = tuple(above for _, above in path)
                chapter = chapter_of(headings, outer)
            yield Passage(block, chapter, headings)


_PARTS = {PartKind.COVER: Chapter.FRONT, PartKind.FRONT: Chapter.FRONT, PartKind.ATTACHMENTS: Chapter.ATTACHMENT}


def chapter_of(headings: tuple[str, ...], outer: Chapter = Chapter.UNKNOWN) -> Chapter:
    """The role of what stands below these headings; `outer` is what is known of the document's part."""
    found = outer
    for heading in headings:
        found = _refined(found, heading)
    return found


def chapter_of_table(chapter: Chapter, caption: str) -> Chapter:
    """The role of a table: its caption may say more than the headings above it."""
    text = _bare(caption)
    if re.search(_SCALE[0], text):
        return Chapter.SCALE
    if chapter is Chapter.UNKNOWN:
        return _first(_INNER[Chapter.PLAN] + _INNER[Chapter.MEASUREMENT], text) or chapter
    return _refined(chapter, caption) if chapter is Chapter.PLAN else chapter


def _refined(chapter: Chapter, heading: str) -> Chapter:
    text = _bare(heading)
    if chapter in _INNER:
        return _first(_INNER[chapter], text) or chapter
    if chapter is Chapter.UNKNOWN:
        return _first(_OUTER, text) or chapter
    return chapter


def _bare(heading: str) -> str:
    lowered = " ".join(heading.lower().split())
    if lowered.startswith("lampiran"):
        return lowered
    return _NUMBERED.sub("", lowered).strip(" .:")


def _first(patterns: tuple[tuple[str, Chapter], ...], text: str) -> Chapter | None:
    return next((chapter for pattern, chapter in patterns if re.search(pattern, text)), None)


def _heading(block: Block, path: list[tuple[int, str]]) -> tuple[int, str]:
    """The level and text of a heading or of a line that reads as one; level 0 for everything else."""
    match block:
        case Heading():
            text = " ".join(f"{block.number} {block.text}".split())
            return (1, text) if _CHAPTER_LINE.fullmatch(text) else (block.level, text)
        case Paragraph():
            text = " ".join(plain(block.content).split(" "))
            line = " ".join(text.split())
            if not line or len(line) > _LONGEST_LINE or "\t" in text:
                return 0, ""
            if _CHAPTER_LINE.fullmatch(line):
                return 1, line
            if line.isupper() and path and re.fullmatch(r"(?i)bab\s+[ivxlc]+\.?", path[-1][1]):
                return 1, f"{path[-1][1]} {line}"  # the chapter's title stands in the line below its number
            if _LETTER_LINE.fullmatch(line) and path:
                return 2, line
        case _:
            pass
    return 0, ""


def _flat(items: tuple[Block, ...]) -> Iterator[Block]:
    for block in items:
        if isinstance(block, Landscape):
            yield from _flat(block.blocks)
        else:
            yield block
