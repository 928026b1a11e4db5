"""Small PDF files drawn for a test, operator by operator, so that each quirk of real reports stands alone."""

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf

from saksama.documents.document import Block, Document, Figure, Heading, ItemList, Paragraph, Table, blocks, plain
from saksama.documents.readers.pdf.read import read

A4 = (595.0, 842.0)


def write(
    x: float, y: float, text: str, *, size: float = 10, bold: bool = False, italic: bool = False, before: str = ""
) -> str:
    """Text from a point, italic only where it is bold; `before` sets what holds for it alone, as "3 Tr"."""
    font = ("FBI" if italic else "FB") if bold else "F"
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q BT {before} /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET Q\n"


def line(x1: float, y1: float, x2: float, y2: float, *, width: float = 0.5) -> str:
    return f"{width} w {x1} {y1} m {x2} {y2} l S\n"


def ground(left: float, bottom: float, right: float, top: float, colour: str = "0.8 0.8 0.8") -> str:
    return f"q {colour} rg {left} {bottom} {right - left} {top - bottom} re f Q\n"


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    """A full grid; `ys` fall."""
    level = "".join(line(xs[0], y, xs[-1], y) for y in ys)
    return level + "".join(line(x, ys[0], x, ys[-1]) for x in xs)


def filled(xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], *, bold_rows: int = 0) -> str:
    """The texts of a grid, a cell's lines parted by "\\n", from its upper left corner."""
    drawn = ""
    for number, row in enumerate(rows):
        for left, cell in zip(xs, row, strict=False):
            for index, text in enumerate(cell.split("\n")):
                if text:
                    drawn += write(left + 4, ys[number] - 12 - 12 * index, text, bold=number < bold_rows)
    return drawn


def pdf(*contents: str, size: tuple[float, float] = A4, rotate: int = 0, password: str = "") -> bytes:
    """A file with a page for each content."""
    document = pikepdf.new()
    fonts = pikepdf.Dictionary(
        {
            "/F": pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            ),
            "/FB": pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name("/Helvetica-Bold"),
                Encoding=pikepdf.Name.WinAnsiEncoding,
            ),
            "/FBI": pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name("/Helvetica-BoldOblique"),
                Encoding=pikepdf.Name.WinAnsiEncoding,
            ),
        }
    )
    picture = document.make_stream(
        b"\x80", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray,
    )  # fmt: skip
    for content in contents:
        page = document.add_blank_page(page_size=size)
        page.Contents = document.make_stream(content.encode("cp1252"))
        page.Resources = pikepdf.Dictionary(Font=fonts, XObject=pikepdf.Dictionary({"/Im": picture}))
        if rotate:
            page.Rotate = rotate
    stream = io.BytesIO()
    encryption = pikepdf.Encryption(owner=password, user=password) if password else None
    document.save(stream, encryption=encryption) if encryption else document.save(stream)
    return stream.getvalue()


def picture(left: float, bottom: float, width: float, height: float) -> str:
    return f"q {width} 0 0 {height} {left} {bottom} cm /Im Do Q\n"


def read_bytes(folder: Path, content: bytes, name: str = "laporan.pdf") -> Document:
    path = folder / name
    path.write_bytes(content)
    return read(path)


def tables(document: Document) -> list[Table]:
    return [block for block in blocks(document) if isinstance(block, Table)]


def grid(table: Table) -> list[list[str]]:
    """Every row of a table, header first, as text."""
    return [[plain(cell.content) for cell in row.cells] for row in (*table.header, *table.rows)]


def flow(document: Document) -> list[str]:
    """What a person reads outside tables, block by block."""
    return [text for block in blocks(document) for text in _texts(block)]


def _texts(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{block.number} {block.text}".strip()]
        case Paragraph():
            return [plain(block.content)]
        case ItemList():
            return [plain(item) for item in block.items]
        case Figure():
            return []
        case _:
            return []
