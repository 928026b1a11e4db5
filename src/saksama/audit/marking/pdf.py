"""A PDF with its findings: highlights with notes that open, numbers in the margin, and the notes on pages at the end.

The file is added to and never rewritten: its own bytes stand unchanged at the beginning.
"""

import hashlib
import io
import re
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from saksama.audit.marking.marks import AUTHOR, Mark, signature
from saksama.audit.marking.notes_page import notes_document
from saksama.audit.marking.pdf_annotations import (
    Box,
    Colour,
    add_pages,
    draw_appearances,
    highlight,
    names_on,
    number,
    number_width,
)
from saksama.audit.marking.pdf_places import boxes, by_page
from saksama.audit.marking.pdf_table import with_whole_table
from saksama.audit.marking.xml_edit import UnmarkableError
from saksama.audit.rule import Severity
from saksama.documents.writers import pdf as pdf_writer

_PREFIX = "saksama-"
_PAPER: dict[Severity, Colour] = {
    Severity.ERROR: (255, 190, 180),
    Severity.WARNING: (255, 226, 140),
    Severity.NOTE: (205, 224, 250),
}
_INK: dict[Severity, Colour] = {
    Severity.ERROR: (170, 20, 20),
    Severity.WARNING: (130, 85, 0),
    Severity.NOTE: (30, 70, 140),
}
_WHITE: Colour = (255, 255, 255)
_EDGE = 14.0  # an office printer leaves about 4 mm white
_LINE = 11.0
_SEAL = re.compile(rb"/ID\s*\[[^\n]{0,400}?<([0-9A-Fa-f]{32})>\s*\]")


def mark_pdf(path: Path, content: bytes, marks: Sequence[Mark]) -> bytes:
    """The PDF with a highlight for each mark that it does not have yet; itself where it has them all."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UnmarkableError(str(error)) from error
    try:
        present = _present(document)
        missing = [mark for mark in marks if _name(mark) not in present]
        if not missing:
            return content
        _mark_pages(document, missing)
        first = [mark for mark in missing if mark.is_first]
        if first:
            notes = pypdfium2.PdfDocument(pdf_writer.write(notes_document(path.name, first)))
            add_pages(document, notes, name=f"{_PREFIX}catatan")
            notes.close()
        written = io.BytesIO()
        document.save(written, flags=pdfium.FPDF_INCREMENTAL)
    finally:
        document.close()
    return _sealed(content, with_whole_table(written.getvalue()))


def _name(mark: Mark) -> str:
    return f"{_PREFIX}{mark.fingerprint}"


def _present(document: pypdfium2.PdfDocument) -> set[str]:
    found: set[str] = set()
    for index in range(len(document)):
        page = document[index]
        found.update(name for name in names_on(page) if name.startswith(_PREFIX))
        page.close()
    return found


def _mark_pages(document: pypdfium2.PdfDocument, marks: Sequence[Mark]) -> None:
    """Mark each page once it is open. What has no place on a page is marked in the corner of the first."""
    for place, theirs in sorted(by_page(marks, len(document)).items()):
        page = document[place - 1]
        _mark_page(document, page, theirs)
        draw_appearances(page)
        page.close()


def _mark_page(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, marks: Sequence[Mark]) -> None:
    turns = page.get_rotation() // 90
    frame = page.get_cropbox()
    coloured: set[Box] = set()
    numbers: dict[int, list[str]] = {}
    for mark, box in boxes(page, marks):
        # Two coats of colour would hide the text; the second note still opens there.
        colour = _WHITE if box in coloured else _PAPER[mark.severity]
        coloured.add(box)
        note = "\n".join((mark.title, *mark.lines, f"[{signature(mark)}]"))
        highlight(page, _wider(box), colour, author=AUTHOR, name=_name(mark), note=note)
        beside = numbers.setdefault(_line(box, frame, turns), [])
        if mark.number not in beside:
            corner = _margin(box, frame, turns, sum(number_width(other) + 1.5 for other in beside))
            number(document, page, corner, mark.number, _INK[mark.severity], turns=turns, name=f"{_name(mark)}-n")
            beside.append(mark.number)


def _wider(box: Box) -> Box:
    left, bottom, right, top = box
    return left - 0.8, bottom - 0.8, right + 0.8, top + 0.8


def _line(box: Box, frame: Box, turns: int) -> int:
    """Which line of the page as it is held, so that the numbers of a line stand beside each other."""
    left, bottom, right, top = box
    middle = (bottom + top) / 2 if turns % 2 == 0 else (left + right) / 2
    return round((middle - (frame[1] if turns % 2 == 0 else frame[0])) / _LINE)


def _margin(box: Box, frame: Box, turns: int, shift: float) -> tuple[float, float]:
    """Where the number stands: at the left edge of the page as it is held, beside the box."""
    left, bottom, right, top = box
    across, along = (left + right) / 2, (bottom + top) / 2
    match turns:
        case 0:
            return frame[0] + _EDGE + shift, along - 5
        case 1:
            return across + 5, frame[1] + _EDGE + shift
        case 2:
            return frame[2] - _EDGE - shift, along + 5
        case _:
            return across - 5, frame[3] - _EDGE - shift


def _sealed(content: bytes, written: bytes) -> bytes:
    """The file with an identifier made of its content: pdfium makes one of the clock."""
    seals = list(_SEAL.finditer(written, len(content) if written.startswith(content) else 0))
    if not seals:
        return written
    start, end = seals[-1].span(1)
    seal = hashlib.sha256(written[:start] + written[end:]).hexdigest()[:32].upper().encode()
    return written[:start] + seal + written[end:]
