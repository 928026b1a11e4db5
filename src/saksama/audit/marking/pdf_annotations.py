"""Annotations of a PDF through pdfium: highlights, numbers in the margin, pages of notes."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the file's page."""
Colour = tuple[int, int, int]

_NUMBER_SIZE = 7.0
_NUMBER_HEIGHT = 10.0


def wide(text: str) -> Any:
    """Text as pdfium takes it."""
    encoded = text.encode("utf-16-le", "replace") + b"\0\0"
    return ctypes.cast(ctypes.create_string_buffer(encoded, len(encoded)), ctypes.POINTER(pdfium.FPDF_WCHAR))


def names_on(page: pypdfium2.PdfPage) -> Iterator[str]:
    """The names (NM) of the annotations of a page."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            yield _string(annotation, b"NM")
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _string(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


@contextmanager
def _annotation(page: pypdfium2.PdfPage, kind: int, rect: Box, texts: dict[bytes, str]) -> Iterator[Any]:
    annotation = pdfium.FPDFPage_CreateAnnot(page.raw, kind)
    try:
        left, bottom, right, top = rect
        pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(left, top, right, bottom))
        for key, text in texts.items():
            pdfium.FPDFAnnot_SetStringValue(annotation, key, wide(text))
        pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
        yield annotation
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def highlight(page: pypdfium2.PdfPage, box: Box, colour: Colour, *, author: str, name: str, note: str) -> None:
    """Mark a box like a marker pen; the note opens on it."""
    texts = {b"T": author, b"NM": name, b"Contents": note}
    left, bottom, right, top = box
    with _annotation(page, pdfium.FPDF_ANNOT_HIGHLIGHT, box, texts) as annotation:
        pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *colour, 255)
        quad = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, quad)


def draw_appearances(page: pypdfium2.PdfPage) -> None:
    """Give every annotation without an appearance one (/AP, blend mode Multiply): pdfium makes it when it draws.

    Without it some viewers and printers draw nothing or cover the text.
    """
    bitmap = pypdfium2.PdfBitmap.new_native(4, 4, pdfium.FPDFBitmap_BGRA)
    pdfium.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, 4, 4, 0, pdfium.FPDF_ANNOT)
    bitmap.close()


def number_width(text: str) -> float:
    """How wide the box of a number is."""
    return 4.0 + 0.56 * _NUMBER_SIZE * len(text)


def number(
    document: pypdfium2.PdfDocument,
    page: pypdfium2.PdfPage,
    corner: tuple[float, float],
    text: str,
    colour: Colour,
    *,
    turns: int,
    name: str,
) -> None:
    """Print a small number in a box whose lower left corner, as the page is held, is `corner`."""
    width = number_width(text)
    cosine, sine = ((1, 0), (0, 1), (-1, 0), (0, -1))[turns % 4]
    matrix = cosine, sine, -sine, cosine, *corner
    edges = [_moved(matrix, x, y) for x, y in ((0.0, 0.0), (width, _NUMBER_HEIGHT))]
    rect = (
        min(edge[0] for edge in edges) - 0.5,
        min(edge[1] for edge in edges) - 0.5,
        max(edge[0] for edge in edges) + 0.5,
        max(edge[1] for edge in edges) + 0.5,
    )
    with _annotation(page, pdfium.FPDF_ANNOT_STAMP, rect, {b"T": "Saksama", b"NM": name}) as annotation:
        box = pdfium.FPDFPageObj_CreateNewRect(0.0, 0.0, width, _NUMBER_HEIGHT)
        pdfium.FPDFPageObj_SetFillColor(box, 255, 255, 255, 255)
        pdfium.FPDFPageObj_SetStrokeColor(box, *colour, 255)
        pdfium.FPDFPageObj_SetStrokeWidth(box, 0.7)
        pdfium.FPDFPath_SetDrawMode(box, pdfium.FPDF_FILLMODE_WINDING, True)
        font = pdfium.FPDFText_LoadStandardFont(document.raw, b"Helvetica-Bold")
        written = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, _NUMBER_SIZE)
        pdfium.FPDFText_SetText(written, wide(text))
        pdfium.FPDFPageObj_SetFillColor(written, *colour, 255)
        pdfium.FPDFPageObj_Transform(written, 1, 0, 0, 1, 2.0, 2.4)
        for item in (box, written):
            pdfium.FPDFPageObj_Transform(item, *matrix)
            pdfium.FPDFAnnot_AppendObject(annotation, item)
        pdfium.FPDFFont_Close(font)


def _moved(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def add_pages(document: pypdfium2.PdfDocument, notes: pypdfium2.PdfDocument, *, name: str) -> None:
    """Add the pages of another PDF at the end, each as one stamp on an empty page.

    A stamp is printed and seen as a page is, but is no text of the document: what is read from the marked document is
    what was read before.
    """
    for index in range(len(notes)):
        width, height = notes[index].get_size()
        page = document.new_page(width, height)
        source = pdfium.FPDF_NewXObjectFromPage(document.raw, notes.raw, index)
        whole = pdfium.FPDF_NewFormObjectFromXObject(source)
        with _annotation(
            page, pdfium.FPDF_ANNOT_STAMP, (0.0, 0.0, width, height), {b"T": "Saksama", b"NM": name}
        ) as annotation:
            pdfium.FPDFAnnot_AppendObject(annotation, whole)
        pdfium.FPDF_CloseXObject(source)
        page.close()
