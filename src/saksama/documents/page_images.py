"""Pages of a PDF as pictures, so that a scan that is bound into a report stands in every format of it."""

import zlib
from dataclasses import dataclass

from saksama.documents.pictures import Image

_DOTS_PER_INCH = 120
_LONGEST_SIDE = 1800
"""Pixels: an A4 page has 1.403, a plan on A0 is drawn smaller."""


@dataclass(frozen=True, slots=True)
class PageImages:
    """The pages that were drawn, and how many the file has; none of either where it cannot be opened."""

    images: tuple[Image, ...] = ()
    pages: int = 0


def page_images(content: bytes, title: str, *, most: int) -> PageImages:
    """Draw the first `most` pages of a PDF."""
    import pypdfium2  # noqa: PLC0415 - only a report with such an attachment needs it

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return PageImages()
    try:
        document.init_forms()  # signatures may be form fields
        pages = len(document)
        drawn = tuple(
            _drawn(page, f"{title}, halaman {number + 1} dari {pages}")
            for number in range(min(pages, most))
            if has_extent(page := document[number])
        )
        return PageImages(drawn, pages)
    except pypdfium2.PdfiumError:
        return PageImages()
    finally:
        document.close()


def has_extent(page: object) -> bool:
    """Whether anything of a page is seen; a file may cut all of it away."""
    return min(page.get_size()) > 0  # type: ignore[attr-defined, no-any-return]


def small_picture(page: object, *, most: int) -> bytes:
    """A page as a PNG in 16 greys, coarser until it has at most so many bytes where it can."""
    width, height = page.get_size()  # type: ignore[attr-defined]
    content = b""
    for dots in (110, 80, 60):
        scale = min(dots / 72, _LONGEST_SIDE / max(width, height, 1))
        bitmap = page.render(scale=scale, grayscale=True)  # type: ignore[attr-defined]
        pixels, stride = bytes(bitmap.buffer), bitmap.stride
        rows = [_halved(pixels[start : start + bitmap.width]) for start in range(0, bitmap.height * stride, stride)]
        content = _png(rows, 1, bitmap.width, depth=4)
        if len(content) <= most:
            break
    return content


_HIGH = bytes(grey & 0xF0 for grey in range(256))
_LOW = bytes(grey >> 4 for grey in range(256))


def _halved(row: bytes) -> bytes:
    """A row of grey with two pixels in each byte."""
    even = row + b"\0" * (len(row) % 2)
    high, low = even[::2].translate(_HIGH), even[1::2].translate(_LOW)
    return (int.from_bytes(high, "big") | int.from_bytes(low, "big")).to_bytes(len(high), "big")


def _drawn(page: object, description: str) -> Image:
    width, height = page.get_size()  # type: ignore[attr-defined]
    scale = min(_DOTS_PER_INCH / 72, _LONGEST_SIDE / max(width, height, 1))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)  # type: ignore[attr-defined]
    pixels, line = bytes(bitmap.buffer), bitmap.width * bitmap.n_channels
    rows = [pixels[start : start + line] for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)]
    if bitmap.n_channels == 3 and all(row[::3] == row[1::3] == row[2::3] for row in rows):
        return Image(
            "image/png", _png([row[::3] for row in rows], 1, bitmap.width), description, bitmap.width, bitmap.height
        )
    return Image("image/png", _png(rows, bitmap.n_channels, bitmap.width), description, bitmap.width, bitmap.height)


def _png(rows: list[bytes], channels: int, width: int, *, depth: int = 8) -> bytes:
    """A PNG (ISO/IEC 15948) of grey or coloured rows, so many bits a channel."""
    kind = {1: 0, 3: 2, 4: 6}[channels]
    header = width.to_bytes(4, "big") + len(rows).to_bytes(4, "big") + bytes((depth, kind, 0, 0, 0))
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", data), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    whole = kind + content
    return len(content).to_bytes(4, "big") + whole + zlib.crc32(whole).to_bytes(4, "big")
