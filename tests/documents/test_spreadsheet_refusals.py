"""A file that is no workbook, or could exhaust the machine, is refused with one clear message."""

import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from saksama.documents.readers import office_package, spreadsheet, spreadsheet_sheet
from saksama.documents.readers.spreadsheet import read_workbook
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.language.messages import current_language, use_language
from tests.documents.raw_workbook import SPREADSHEET, raw_parts, write_raw_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def refusal(path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_workbook(path)
    assert caught.value.place.file == str(path)
    assert caught.value.remedy
    assert not any(phrase.endswith(".") for phrase in (caught.value.found, caught.value.remedy))
    return caught.value


def zipped(members: dict[str, bytes]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)

    return write


def holding(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (holding(b""), "berkas kosong"),
        (holding(b" \n\n"), "berkas kosong"),
        (holding(b"%PDF-1.7\n%\xe2\xe3"), "berkas PDF"),
        (holding(b"\r\n\r\n%PDF-1.4 late"), "berkas PDF"),
        (holding(OLE + "WordDocument".encode("utf-16-le")), "dokumen Word lama (.doc)"),
        (holding(OLE + "Workbook".encode("utf-16-le")), "buku kerja Excel lama (.xls)"),
        (holding(b"\x09\x08\x10\x00\x00\x06\x05\x00"), "buku kerja Excel lama (.xls)"),
        (
            holding(OLE + "EncryptionInfo EncryptedPackage".encode("utf-16-le")),
            "berkas Office yang dikunci dengan kata sandi",
        ),
        (holding(OLE + "PowerPoint Document".encode("utf-16-le")), "berkas Office lama"),
        (holding(b"{\\rtf1 teks}"), "dokumen RTF"),
        (holding(b"\x89PNG\r\n\x1a\n0000"), "gambar"),
        (holding(b"Rar!\x1a\x07\x00"), "arsip (RAR, 7z atau gzip)"),
        (holding(b"kode;nama;pagu\n1;Program;5\n"), "teks berkolom (CSV)"),
        (holding("kode\tnama\n1\tProgram\n".encode("utf-16")), "teks berkolom (CSV)"),
        (holding(b"Laporan kinerja\ntahun ini\n"), "berkas teks biasa"),
        (holding(b"<html><table><tr><td>1</td></tr></table>"), "halaman web (HTML)"),
        (holding(b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"),
         "buku kerja Excel 2003 berbentuk XML"),
        (holding(b"<?xml version='1.0'?><a/>"), "berkas XML"),
        (holding(bytes(range(256)) * 4), "berkas yang tidak dikenal"),
        (holding(b"PK\x03\x04 dan seterusnya"), "berkas yang rusak atau terpotong"),
        (zipped({"word/document.xml": b"<w/>"}), "dokumen Word (.docx)"),
        (zipped({"ppt/presentation.xml": b"<p/>"}), "presentasi PowerPoint (.pptx)"),
        (zipped({"xl/workbook.bin": b"\x00"}), "buku kerja Excel biner (.xlsb)"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "lembar sebar OpenDocument (.ods)"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "dokumen OpenDocument"),
        (zipped({"foto.jpg": b"\xff\xd8"}), "arsip ZIP yang bukan buku kerja"),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_named_for_what_it_is(
    tmp_path: Path, write: Callable[[Path], object], name: str
) -> None:
    path = tmp_path / "isian.xlsx"
    write(path)

    error = refusal(path)

    assert error.found == f"{name}, walaupun namanya berakhiran .xlsx"
    assert error.expected == "buku kerja Excel (.xlsx)"


def test_another_kind_with_an_honest_name_is_not_blamed_for_it(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    path.write_bytes(b"%PDF-1.7")

    assert refusal(path).found == "berkas PDF"


def test_a_workbook_under_another_suffix_says_so(tmp_path: Path) -> None:
    path = tmp_path / "isian.docx"
    write_raw_workbook(path, ONE_CELL)

    error = refusal(path)

    assert error.found == "buku kerja Excel dengan akhiran nama .docx"
    assert error.expected == "akhiran nama .xlsx"


@pytest.mark.parametrize("name", ["isian.XLSX", "isian.xlsm", "isian"])
def test_a_workbook_with_macros_or_without_suffix_is_read(tmp_path: Path, name: str) -> None:
    write_raw_workbook(tmp_path / name, ONE_CELL)

    assert len(read_workbook(tmp_path / name).sheets) == 1


def test_a_file_that_is_not_there_a_folder_and_a_channel_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.xlsx")
    (tmp_path / "berkas").write_bytes(b"x")

    assert refusal(tmp_path / "tidak-ada.xlsx").found == "tidak ada berkas dengan nama ini"
    assert refusal(tmp_path / "berkas" / "isian.xlsx").found == "tidak ada berkas dengan nama ini"
    assert refusal(tmp_path).found == "sebuah folder"
    assert refusal(tmp_path / "pipa.xlsx").found == "perangkat atau saluran, bukan berkas"
    assert refusal(tmp_path / ("a" * 300 + ".xlsx")).found.startswith("berkas ini gagal dibaca")
    assert refusal(Path("isi\x00an.xlsx")).found.startswith("berkas ini gagal dibaca")


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rahasia.xlsx"
    write_raw_workbook(path, ONE_CELL)
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything

        def refuse(self: Path, mode: str = "r") -> None:
            raise PermissionError(13, "Permission denied", str(self))

        monkeypatch.setattr(Path, "open", refuse)

    assert refusal(path).found == "berkas ini tidak boleh dibaca"
    path.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(tmp_path: Path, kept: float) -> None:
    path = tmp_path / "terpotong.xlsx"
    write_raw_workbook(path, ONE_CELL)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])

    assert refusal(path).found.startswith("berkas yang rusak atau terpotong")


def test_any_damaged_byte_gives_a_workbook_or_a_refusal(tmp_path: Path) -> None:
    path = tmp_path / "rusak.xlsx"
    write_raw_workbook(path, ONE_CELL)
    content = path.read_bytes()

    for position in range(len(content)):
        path.write_bytes(content[:position] + bytes([content[position] ^ 0xFF]) + content[position + 1 :])
        try:
            read_workbook(path)
        except UnreadableFileError as error:
            assert error.found  # noqa: PT017 (either outcome is right)


def test_a_zip_bomb_is_stopped_while_it_unpacks(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    write_raw_workbook(path, ONE_CELL + " " * (40 * 2**20))

    assert refusal(path).found == "isi yang mengembang lebih dari 200 kali lipat ketika dibuka"


@pytest.mark.parametrize("unfinished", ["<!--", "<c r='", "<c "])
def test_a_tag_without_end_is_refused_before_it_is_read_again_and_again(tmp_path: Path, unfinished: str) -> None:
    path = tmp_path / "bom.xlsx"
    write_raw_workbook(path, ONE_CELL + unfinished + "x" * (40 * 2**20))

    assert refusal(path).found == "bagian xl/worksheets/sheet1.xml rusak atau terpotong"


def test_a_bomb_that_lies_about_its_size_is_stopped_as_well(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    write_raw_workbook(path, ONE_CELL + " " * (40 * 2**20))
    content = path.read_bytes()
    entry = content.rindex(b"PK\x01\x02", 0, content.rindex(b"xl/worksheets/sheet1.xml"))
    packed, unpacked = struct.unpack("<II", content[entry + 20 : entry + 28])
    assert unpacked > 40 * 2**20
    path.write_bytes(content[: entry + 20] + struct.pack("<II", 40 * 2**20, 1000) + content[entry + 28 :])

    assert "rusak" in refusal(path).found
    assert packed < 2**20


@pytest.mark.parametrize(
    ("module", "limit", "least", "expected"),
    [
        (office_package, "MAXIMUM_FILE_BYTES", 2**10, "berkas paling besar 0 MB"),
        (office_package, "MAXIMUM_UNPACKED_BYTES", 2**10, "isi paling besar 0 MB"),
        (office_package, "MAXIMUM_PARTS", 2, "buku kerja Excel (.xlsx) yang utuh"),
        (spreadsheet_sheet, "MAXIMUM_CELLS", 3, "paling banyak 3 sel yang terisi di semua lembar"),
        (spreadsheet, "MAXIMUM_SHEETS", 1, "paling banyak 1 lembar"),
    ],
)
def test_what_passes_a_limit_is_refused_with_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, *, limit: str, least: int, expected: str
) -> None:
    path = tmp_path / "besar.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for _ in range(2):
            book.add_worksheet().write_row("A1", [1, 2])
    assert len(read_workbook(path).sheets) == 2
    monkeypatch.setattr(module, limit, least)
    if limit == "MAXIMUM_CELLS":
        monkeypatch.setattr(spreadsheet, limit, least)

    assert refusal(path).expected == expected


def test_a_workbook_at_the_limit_of_cells_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pas.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for _ in range(2):
            book.add_worksheet().write_row("A1", [1, 2])
    monkeypatch.setattr(spreadsheet, "MAXIMUM_CELLS", 4)

    assert sum(len(sheet.cells) for sheet in read_workbook(path).sheets) == 4


@pytest.mark.parametrize(
    ("part", "text", "found"),
    [
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{SPREADSHEET}"><sheetData>', "rusak atau terpotong"),
        ("xl/worksheets/sheet1.xml", "<a>" * 65 + "</a>" * 65, "bersarang terlalu dalam"),
        ("xl/worksheets/sheet1.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "deklarasi"),
        ("xl/sharedStrings.xml", '<?xml version="1.0" encoding="latin-99"?><sst/>', "rusak atau terpotong"),
        ("xl/workbook.xml", "", "rusak atau terpotong"),
    ],
)
def test_a_damaged_part_is_named(tmp_path: Path, part: str, text: str, found: str) -> None:
    path = tmp_path / "bagian.xlsx"
    parts = raw_parts(ONE_CELL) | {part: text}
    zipped({name: content.encode() for name, content in parts.items()})(path)

    error = refusal(path)

    assert part in error.found
    assert found in error.found


def test_a_missing_sheet_part_and_a_strange_compression_are_refused(tmp_path: Path) -> None:
    missing, squeezed = tmp_path / "kurang.xlsx", tmp_path / "lzma.xlsx"
    parts = raw_parts(ONE_CELL)
    zipped({name: text.encode() for name, text in parts.items() if "sheet1" not in name})(missing)
    with zipfile.ZipFile(squeezed, "w", zipfile.ZIP_LZMA) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)

    assert refusal(missing).found == "bagian xl/worksheets/sheet1.xml tidak ada di dalam berkas"
    assert "dimampatkan" in refusal(squeezed).found


def test_a_refusal_reads_in_indonesian_whatever_language_was_used_before(tmp_path: Path) -> None:
    before = current_language()
    use_language("id")

    error = refusal(tmp_path / "tidak-ada.xlsx")

    assert str(error) == (
        f"{tmp_path / 'tidak-ada.xlsx'}: tidak ada berkas dengan nama ini; buku kerja Excel (.xlsx). "
        "Periksa nama dan foldernya; nama berkas harus ditulis lengkap dengan akhirannya"
    )
    use_language(before)
