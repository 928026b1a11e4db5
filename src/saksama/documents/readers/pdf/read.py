"""Read a digital PDF: text, tables and headings by where they stand, and what could not be read."""

import time
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from saksama.documents.document import Document, Part, PartKind, Unread, UnreadKind
from saksama.documents.readers.pdf.blocks import blocks_of
from saksama.documents.readers.pdf.opening import opened
from saksama.documents.readers.pdf.order import Item, items_of
from saksama.documents.readers.pdf.page import PageParts, read_page
from saksama.documents.readers.pdf.running import common_text, running_texts, without_running
from saksama.documents.readers.pdf.words import Word
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_PAGES = 2_000
MAXIMUM_MARKS = 5_000_000
"""Characters and drawn objects of all pages together; 1,500 pages full of text and tables have fewer."""
MAXIMUM_SECONDS = 300.0
"""For all pages together; the last guard against a file made to be slow."""


def read(path: Path) -> Document:
    """The document that a PDF file holds. Raises `UnreadableFileError` where it cannot be opened."""
    file = path.name
    with opened(path) as document:
        pages, unread = _pages(document, file)
        title, author = (document.get_metadata_value(name) for name in ("Title", "Author"))
    running, marks = running_texts([(page.words, page.frame.height) for page in pages])
    items: list[Item] = []
    dropped: list[list[Word]] = []
    for page in pages:
        kept, runs = without_running((page.words, page.frame.height), running, marks)
        dropped.append(runs)
        items += items_of(page, kept)
        for problem in page.problems:
            box = page.frame.on_page(problem.box) if problem.box else None
            unread.append(Unread(problem.kind, Place(file=file, page=page.number, box=box), problem.note))
    unread.sort(key=lambda problem: problem.place.page or 0)
    return Document(
        title=title.strip(),
        author=author.strip(),
        date=None,
        parts=(Part(PartKind.BODY, tuple(blocks_of(items, file))),),
        header=common_text(dropped),
        mark=_watermark(pages),
        unread=tuple(unread),
    )


def _pages(document: pypdfium2.PdfDocument, file: str) -> tuple[list[PageParts], list[Unread]]:
    pages: list[PageParts] = []
    unread: list[Unread] = []
    count = len(document)
    marks = 0
    started = time.monotonic()
    for index in range(min(count, MAXIMUM_PAGES)):
        if marks >= MAXIMUM_MARKS or time.monotonic() - started > MAXIMUM_SECONDS:
            note = _("hanya {read} dari {count} halaman dibaca").format(read=index, count=count)
            return pages, [*unread, Unread(UnreadKind.LIMIT, Place(file=file, page=index + 1), note)]
        page: Any = pdfium.FPDF_LoadPage(document.raw, index)
        if not page:
            note = _("halaman ini rusak")
            unread.append(Unread(UnreadKind.DAMAGED, Place(file=file, page=index + 1), note))
            continue
        try:
            pages.append(read_page(page, index + 1))
            marks += pages[-1].marks
        finally:
            pdfium.FPDF_ClosePage(page)
    if count > MAXIMUM_PAGES:
        note = _("hanya {read} dari {count} halaman dibaca").format(read=MAXIMUM_PAGES, count=count)
        unread.append(Unread(UnreadKind.LIMIT, Place(file=file, page=MAXIMUM_PAGES + 1), note))
    return pages, unread


def _watermark(pages: list[PageParts]) -> str:
    """The text that runs askew over most pages."""
    texts = [page.watermark for page in pages if page.watermark]
    if 2 * len(texts) <= len(pages):
        return ""
    return max(sorted(set(texts)), key=texts.count)
