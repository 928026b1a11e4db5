"""Pictures on a sheet come back as the bytes that were put in, with their kind and size."""

import io
import struct
import zlib
from pathlib import Path

import pytest
import xlsxwriter

from saksama.documents.readers.picture_size import PictureKind, picture_kind
from saksama.documents.readers.spreadsheet import read_workbook


def png(width: int, height: int) -> bytes:
    """A small grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_pictures_are_read_from_top_to_bottom_with_their_cell(tmp_path: Path) -> None:
    path = tmp_path / "logo.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Profil")
        sheet.insert_image("D9", "bawah.png", {"image_data": io.BytesIO(png(5, 7))})
        sheet.insert_image("B2", "atas.png", {"image_data": io.BytesIO(png(6, 8))})

    (sheet_read,) = read_workbook(path).sheets

    assert [(picture.row, picture.column) for picture in sheet_read.pictures] == [(2, 2), (9, 4)]
    assert [picture.content for picture in sheet_read.pictures] == [png(6, 8), png(5, 7)]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(5, 7), PictureKind("image/png", 5, 7)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x11\x08\x00\x07\x00\x05\x03", PictureKind("image/jpeg", 5, 7)),
        (png(5, 7)[:20], None),
        (b"\xff\xd8\xff\xe0\x00\x04ab", None),
        (b"\xff\xd8\xff\xe0\x00\x00" * 3, None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_the_kind_and_size_of_a_picture_are_in_its_first_bytes(content: bytes, kind: PictureKind | None) -> None:
    assert picture_kind(content) == kind
