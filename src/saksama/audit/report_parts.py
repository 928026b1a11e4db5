"""The parts of a performance report, recognised by the words of their headings."""

import re
from collections.abc import Iterator

from saksama.documents.document import Contents, Cover, Heading, Paragraph, blocks, plain
from saksama.language.messages import _
from saksama.understanding.chapters import passages
from saksama.understanding.reading import Chapter, Reading

CHAPTERS = (
    re.compile(r"pendahuluan"),
    re.compile(r"perenca\w+(?: dan perjanjian)? (?:kinerja|strategis)|rencana strategis"),
    re.compile(r"akuntabilitas kinerja(?! instansi)|(?:capaian|pengukuran|hasil) kinerja"),
    re.compile(r"penutup|kesimpulan"),
)
"""The chapters of PermenPANRB 53/2014, annex II, and the words that name them."""
_CHAPTER = re.compile(r"bab\s+[ivxlc\d]+", re.IGNORECASE)
_REPORT = re.compile(
    r"laporan\s+(?:akuntabilitas\s+)?kinerja|\bl(?:a)?k(?:j|i)?ip\b|\blakip\b|\blkj\b|akuntabilitas kinerja",
    re.IGNORECASE,
)
_LEAST_CHAPTERS = 2


def chapter_names() -> tuple[str, ...]:
    """What the chapters are called."""
    return (
        _("Bab I Pendahuluan"),
        _("Bab II Perencanaan Kinerja"),
        _("Bab III Akuntabilitas Kinerja"),
        _("Bab IV Penutup"),
    )


def chapter_lines(reading: Reading) -> Iterator[str]:
    """Headings and lines outside the attachments that may name a chapter, in lower case."""
    for passage in passages(reading.document):
        if passage.chapter is Chapter.ATTACHMENT:
            continue
        match passage.block:
            case Heading(level=1 | 2) as block:
                yield " ".join(f"{block.number} {block.text}".lower().split())
            case Paragraph() as block:
                line = " ".join(plain(block.content).split())
                if len(line) < 80 and (_CHAPTER.match(line) or (line.isupper() and len(line) > 6)):
                    yield line.lower()
            case _:
                pass


def is_performance_report(reading: Reading) -> bool:
    """Whether the document is a performance report with chapters, not an agreement, a plan or a single table."""
    lines = tuple(chapter_lines(reading))
    named = [
        any(pattern.search(line) and (_CHAPTER.match(line) or len(line) < 50) for line in lines) for pattern in CHAPTERS
    ]
    if sum(named) < _LEAST_CHAPTERS:
        return False
    if named[2]:
        return True
    front = (reading.document.title, reading.document.header, *_front(reading))
    return any(_REPORT.search(text) for text in front)


def _front(reading: Reading) -> Iterator[str]:
    for number, block in enumerate(blocks(reading.document)):
        if number > 30:
            return
        match block:
            case Cover():
                yield " ".join(block.title)
            case Paragraph():
                yield plain(block.content)[:300]
            case Heading():
                yield block.text
            case Contents():
                return
            case _:
                pass
