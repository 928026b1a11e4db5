"""The pages of a PDF that have marks: where the marks stand on them, and their pictures."""

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from saksama.audit.marking.marks import Mark
from saksama.audit.marking.pdf_places import boxes, by_page
from saksama.audit.marking.pdf_words import Box
from saksama.documents.page_images import has_extent, small_picture

Page = Mapping[str, Any]
"""Width and height in points as the page is held, and its marks: number, severity, then left, top, width, height."""
_MOST_PAGES = 60
_MOST_BYTES = 200_000
_SECONDS = 45
_FINE = 10  # pdfium gives whole numbers: in tenths of a point


def pages_with_marks(file: Path, marks: Sequence[Mark]) -> dict[int, Page]:
    """The pages of a PDF with their marks, those of the gravest findings first; none where it cannot be opened."""
    placed = [mark for mark in marks if mark.spot and mark.spot.place.page is not None]
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError:
        return {}
    found: dict[int, Page] = {}
    try:
        for number, theirs in list(by_page(placed, len(document)).items())[:_MOST_PAGES]:
            page = document[number - 1]
            if not has_extent(page):
                continue
            width, height = page.get_size()
            exact = [mark for mark in theirs if mark.spot and mark.spot.place.box]
            listed = [[mark.number, mark.severity.value, *_held(page, box)] for mark, box in boxes(page, exact)]
            found[number] = {"width": round(width, 1), "height": round(height, 1), "marks": listed}
            page.close()
    except pypdfium2.PdfiumError:
        pass  # the pages before it are as good as they were
    finally:
        document.close()
    return found


def _held(page: pypdfium2.PdfPage, box: Box) -> tuple[float, float, float, float]:
    """Left, top, width, height from the upper left corner of the page as it is held, turned and cut."""
    width, height = page.get_size()
    corners = [_point(page, width, height, across, along) for across, along in (box[:2], box[2:])]
    left, right = sorted(corner[0] for corner in corners)
    top, bottom = sorted(corner[1] for corner in corners)
    return left, top, round(right - left, 1), round(bottom - top, 1)


def _point(page: pypdfium2.PdfPage, width: float, height: float, across: float, along: float) -> tuple[float, float]:
    found_across, found_along = ctypes.c_int(), ctypes.c_int()
    size = (round(width * _FINE), round(height * _FINE))
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, across, along, found_across, found_along)
    return found_across.value / _FINE, found_along.value / _FINE


def drawn(file: Path, pages: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """The pages as PNG, one after the other, until the time is over."""
    end = monotonic() + _SECONDS
    wanted = list(pages)
    if not wanted:
        return
    document = pypdfium2.PdfDocument(file)
    try:
        document.init_forms()  # what is typed into a form is part of the page
        for number in wanted:
            if monotonic() > end:
                return
            page = document[number - 1]
            yield number, small_picture(page, most=_MOST_BYTES)
            page.close()
    except pypdfium2.PdfiumError:
        return  # pages without a picture show their text
    finally:
        document.close()
