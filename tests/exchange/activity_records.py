"""What generated records tell beside their indicators, with pictures and PDF files."""

import struct
import zlib

from hypothesis import strategies as st

from saksama.kernel.activities import (
    Asset,
    Award,
    BoundAttachment,
    FollowUpState,
    Innovation,
    Picture,
    Recommendation,
)
from tests.exchange.plain_values import maybe, maybe_text, texts

_years = st.integers(2019, 2023)


def recommendations() -> st.SearchStrategy[tuple[Recommendation, ...]]:
    """Recommendations and what became of them."""
    one = st.builds(
        Recommendation, _years, maybe_text(), texts(), maybe_text(), maybe(st.sampled_from(FollowUpState)), maybe_text()
    )
    return st.lists(one, max_size=2).map(tuple)


def innovations() -> st.SearchStrategy[tuple[Innovation, ...]]:
    """Innovations."""
    return st.lists(st.builds(Innovation, _years, texts(), maybe_text(), maybe_text()), max_size=2).map(tuple)


def awards() -> st.SearchStrategy[tuple[Award, ...]]:
    """Awards."""
    return st.lists(st.builds(Award, _years, texts(), maybe_text(), maybe_text()), max_size=2).map(tuple)


def assets() -> st.SearchStrategy[tuple[Asset, ...]]:
    """Assets."""
    counted = maybe(st.integers(0, 5000))
    return st.lists(st.builds(Asset, _years, texts(), counted, maybe_text(), maybe_text()), max_size=2).map(tuple)


@st.composite
def pictures(draw: st.DrawFn, subjects: list[str]) -> tuple[Picture, ...]:
    """Grey pictures of any of the subjects, or of none."""
    found = []
    for _number in range(draw(st.integers(0, 3))):
        width, height = draw(st.integers(1, 40)), draw(st.integers(1, 40))
        content, subject = png(width, height), draw(st.sampled_from(["", *subjects]))
        found.append(Picture(draw(_years), draw(texts()), "image/png", content, width, height, subject))
    return tuple(found)


def attachments() -> st.SearchStrategy[tuple[BoundAttachment, ...]]:
    """PDF files of one empty page."""
    content = st.integers(50, 900).map(pdf)
    return st.lists(st.builds(BoundAttachment, _years, texts(), content), max_size=2).map(tuple)


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pdf(width: int = 200) -> bytes:
    """A PDF with one empty page."""
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d 300]>>" % width,
    )
    content, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(content))
        content += b"%d 0 obj%sendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(content)
    return (
        content
        + b"xref\n0 4\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
    )
