"""Cell notes in a workbook: kept beside those of others, and never twice; cells and formulas stay."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import run

import openpyxl
import pytest
import xlsxwriter
from lxml import etree

from saksama.audit.finding import Audit, Finding
from saksama.audit.marking.mark import marked
from saksama.audit.rule import Severity
from saksama.documents.readers.read import read_document
from tests.audit.hand_built import audit_of, finding, spot


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "anggaran.xlsx"
    with xlsxwriter.Workbook(path) as book:
        first, second = book.add_worksheet("Anggaran"), book.add_worksheet("Lain & 'x' y")
        amount = book.add_format({"num_format": "#,##0"})
        first.write_row(0, 0, ("Program", "Anggaran"))
        first.write_row(1, 0, ("A", 2_000_000_000), amount)
        first.write_row(2, 0, ("B", 2_827_274_899), amount)
        first.write("A4", "JUMLAH")
        first.write_formula("B4", "=SUM(B2:B3)", amount, 8_582_457_773)
        first.write_comment("B3", "Dari Ani", {"author": "Ani"})
        first.insert_chart("D2", _chart(book))
        second.write_row(0, 0, ("Indikator", "Target"))
        second.write_row(1, 0, ("Persentase", "67,5"))
        second.set_footer("&L&G", {"image_left": str(_picture(tmp_path))})
    return path


def _chart(book: xlsxwriter.Workbook) -> object:
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Anggaran!$B$2:$B$3"})
    return chart


def _picture(folder: Path) -> Path:
    import struct  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    path = folder / "titik.png"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )
    return path


def _findings(path: Path) -> tuple[Finding, ...]:
    total = spot(path, "8.582.457.773", row="JUMLAH", column="Anggaran")
    follows = finding(spot(path, "67,5"), severity=Severity.WARNING)
    return (
        finding(total, spot(path, "2.827.274.899"), consequences=(follows,)),
        finding(stated=None, message="Lembar kinerja tidak ada."),
    )


def _mark(path: Path, audit: Audit) -> bytes:
    return marked(path, path.read_bytes(), audit, suffix=path.suffix)


def _notes(content: bytes) -> dict[tuple[str, str], str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = ((sheet.title, cell) for sheet in book for row in sheet.iter_rows() for cell in row)
    return {(title, cell.coordinate): cell.comment.text for title, cell in cells if cell.comment}


def test_each_finding_is_a_note_on_its_cell_and_the_notes_of_others_stay(workbook: Path) -> None:
    notes = _notes(_mark(workbook, audit_of(workbook, *_findings(workbook))))

    assert sorted(notes) == [("Anggaran", "A1"), ("Anggaran", "B3"), ("Anggaran", "B4"), ("Lain & 'x' y", "B2")]
    assert notes["Anggaran", "B4"].startswith("Temuan 1 (kesalahan)\nTertulis 8.582.457.773")
    assert notes["Anggaran", "B3"].startswith("Dari Ani\n\nTemuan 1 (kesalahan)\nLihat temuan 1:")
    assert notes["Lain & 'x' y", "B2"].startswith("Temuan 1.1 (perlu dicek), akibat temuan 1\n")


def test_a_second_run_adds_nothing(workbook: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan" / workbook.name
    copy.parent.mkdir()
    copy.write_bytes(_mark(workbook, audit_of(workbook, *_findings(workbook))))

    assert _mark(copy, audit_of(copy, *_findings(copy))) == copy.read_bytes()
    assert read_document(copy) == read_document(workbook)


def test_cells_formulas_and_every_other_part_stay(workbook: Path) -> None:
    content = _mark(workbook, audit_of(workbook, *_findings(workbook)))

    before, after = (zipfile.ZipFile(io.BytesIO(file)) for file in (workbook.read_bytes(), content))
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {
        "[Content_Types].xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/_rels/sheet2.xml.rels",
    }
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book["Anggaran"]["B4"].value == "=SUM(B2:B3)"


def test_each_note_has_its_box_and_the_sheet_keeps_the_order_of_its_elements(workbook: Path) -> None:
    content = _mark(workbook, audit_of(workbook, *_findings(workbook)))

    archive = zipfile.ZipFile(io.BytesIO(content))
    boxes = etree.fromstring(archive.read("xl/drawings/vmlDrawing1.vml"))
    rows = [int(row.text) for row in boxes.iter("{urn:schemas-microsoft-com:office:excel}Row")]
    assert sorted(rows) == [0, 2, 3]
    names = [etree.QName(child).localname for child in etree.fromstring(archive.read("xl/worksheets/sheet2.xml"))]
    assert names[-2:] == ["legacyDrawing", "legacyDrawingHF"]
    identifiers = [shape.get("id") for shape in boxes.iter("{urn:schemas-microsoft-com:vml}shape")]
    assert len(set(identifiers)) == len(identifiers) == 3


def test_a_hostile_message_is_text(workbook: Path) -> None:
    hostile = finding(spot(workbook, "67,5"), message="=cmd|' /C calc'!A0 </t><x> \x00\x1b \ud800")

    notes = _notes(_mark(workbook, audit_of(workbook, hostile)))

    assert "=cmd|' /C calc'!A0 </t><x> " in notes["Lain & 'x' y", "B2"]


def test_libreoffice_opens_it_with_its_notes(
    workbook: Path, tmp_path: Path, require_tool: Callable[[str], str]
) -> None:
    soffice = require_tool("soffice")
    copy = tmp_path / "bertanda.xlsx"
    copy.write_bytes(_mark(workbook, audit_of(workbook, *_findings(workbook))))

    run(
        [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fods",
         "--outdir", str(tmp_path), str(copy)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    opened = etree.parse(str(tmp_path / "bertanda.fods"))
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
    texts = ["".join(note.itertext()) for note in opened.iter(office)]
    assert len(texts) == 4
    assert sum("Saksama · " in text for text in texts) == 4
