"""Where marks stand in a PDF: which page, and which box on it."""

from collections.abc import Sequence

import pypdfium2

from saksama.audit.marking.marks import Mark
from saksama.audit.marking.pdf_words import Box, PageWords


def by_page(marks: Sequence[Mark], last: int) -> dict[int, list[Mark]]:
    """The marks of each page, counted from 1; what has no place on a page of the file belongs to the first."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        page = mark.spot.place.page if mark.spot else None
        found.setdefault(page if page is not None and 0 < page <= last else 1, []).append(mark)
    return found


def boxes(page: pypdfium2.PdfPage, marks: Sequence[Mark]) -> list[tuple[Mark, Box]]:
    """Each mark of a page with the box of its words; what has no place there stands in the corner."""
    corner = _corner(page.get_cropbox(), page.get_rotation() // 90)
    words = PageWords(page)
    found = []
    for mark in marks:
        place = mark.spot.place.box if mark.spot else None
        found.append((mark, corner if place is None else words.box_of(mark.target, place)))
    words.close()
    return found


def _corner(frame: Box, turns: int) -> Box:
    """A small box at the upper left of the page as it is held."""
    left, bottom, right, top = frame
    side = 12.0
    match turns:
        case 0:
            return left + 24, top - 24 - side, left + 24 + side, top - 24
        case 1:
            return left + 24, bottom + 24, left + 24 + side, bottom + 24 + side
        case 2:
            return right - 24 - side, bottom + 24, right - 24, bottom + 24 + side
        case _:
            return right - 24 - side, top - 24 - side, right - 24, top - 24
