"""Workbooks are read as documents: sheets as headings, regions of cells as tables."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from saksama.documents.document import Document, Paragraph, UnreadKind, blocks, plain
from saksama.documents.readers import workbook_document
from saksama.documents.readers.read import READERS, read_document
from saksama.documents.readers.unreadable import UnreadableFileError
from tests.documents import read_back


def _read(folder: Path, rows: list[list[Any]], merges: tuple[str, ...] = (), **formats: str) -> Document:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Realisasi"
    for row in rows:
        sheet.append(row)
    for merge in merges:
        sheet.merge_cells(merge)
    for cell, code in formats.items():
        sheet[cell].number_format = code
    path = folder / "laporan.xlsx"
    book.save(path)
    return read_document(path)


def test_a_sheet_is_a_heading_and_a_table_with_merged_headers(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        [
            ["PENGUKURAN KINERJA"],
            ["TAHUN 2024"],
            [],
            ["Sasaran", "Tahun 2024", None, "Ket"],
            [None, "Target", "Realisasi", None],
            [1, 2, 3, 4],
            ["Mutu", 80.5, 0.9328, "baik"],
        ],
        ("A4:A5", "B4:C4", "D4:D5"),
        C7="0.00%",
    )

    assert read_back.headings(document) == [(1, "", "Realisasi")]
    lines = [plain(block.content) for block in blocks(document) if isinstance(block, Paragraph)]
    assert lines == ["PENGUKURAN KINERJA", "TAHUN 2024"]
    (found,) = read_back.tables(document)
    assert len(found.header) == 3
    assert read_back.squares(found) == [
        ["Sasaran", "Tahun 2024", "Tahun 2024", "Ket"],
        ["Sasaran", "Target", "Realisasi", "Ket"],
        ["1", "2", "3", "4"],
        ["Mutu", "80,5", "93,28%", "baik"],
    ]
    place = found.rows[0].cells[2].place
    assert place is not None
    assert (place.sheet, place.cell, place.row, place.column, str(place)) == ("Realisasi", "C7", 7, 3, "Realisasi!C7")


def test_regions_apart_are_tables_of_their_own(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        [
            ["No", "Program", None, "Tahun", "Nilai"],
            [1, "A", None, 2019, 70],
            [2, "B", None, 2020, 80],
            [],
            ["Tabel 2 Rincian"],
            ["No", "Kegiatan"],
            [1, "C"],
        ],
    )

    assert [(found.number, read_back.squares(found)) for found in read_back.tables(document)] == [
        ("", [["No", "Program"], ["1", "A"], ["2", "B"]]),
        ("", [["Tahun", "Nilai"], ["2019", "70"], ["2020", "80"]]),
        ("Tabel 2", [["No", "Kegiatan"], ["1", "C"]]),
    ]


def test_an_empty_column_inside_a_table_parts_nothing(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        [
            [None, "PROGRAM", None, "ANGGARAN", "Keterangan"],
            [None, None, None, 300],
            [1, "Pelayanan administrasi", None, 100],
            [2, "Pengelolaan keuangan", None, 200],
        ],
    )

    (found,) = read_back.tables(document)
    assert [row[3] for row in read_back.squares(found)] == ["ANGGARAN", "300", "100", "200"]


def test_hidden_rows_are_left_out_and_said_and_hidden_sheets_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    shown, hidden = book.active, book.create_sheet("Lama")
    shown.append(["No", "Nilai"])
    shown.append([1, "#DIV/0!"])
    shown["B2"].data_type = "e"
    shown.append([2, 99])
    shown.row_dimensions[3].hidden = True
    hidden.append(["No", "Nilai"])
    hidden.append([1, 5])
    hidden.sheet_state = "hidden"
    book.create_chartsheet("Grafik")
    path = tmp_path / "laporan.xlsx"
    book.save(path)

    document = read_document(path)

    assert [text for _level, _number, text in read_back.headings(document)] == ["Sheet", "Lama"]
    assert [(item.kind, str(item.place), item.note) for item in document.unread] == [
        (UnreadKind.HIDDEN, "Sheet", "baris tersembunyi, tidak dibaca: 3"),
        (UnreadKind.DAMAGED, "Sheet!B2", "#DIV/0!"),
        (UnreadKind.HIDDEN, "Lama", "lembar tersembunyi, tetap dibaca"),
    ]


def test_a_table_keeps_together_and_its_cells_their_names_over_hidden_rows_and_columns(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["No", "Program", "x", "Pagu"], [1, "A", 7, 10], [9, "lama", 7, 99], [2, "B", 7, 20]):
        sheet.append(row)
    sheet.append(["Jumlah", None, 7, 30])
    sheet.merge_cells("A5:B5")
    sheet.merge_cells("C3:D4")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    path = tmp_path / "laporan.xlsx"
    book.save(path)

    (found,) = read_back.tables(read_document(path))

    assert read_back.squares(found) == [
        ["No", "Program", "Pagu"],
        ["1", "A", "10"],
        ["2", "B", "7"],
        ["Jumlah", "Jumlah", "30"],
    ]
    assert [str(row.cells[-1].place) for row in (*found.header, *found.rows)] == [
        "Sheet!D1",
        "Sheet!D2",
        "Sheet!D4",
        "Sheet!D5",
    ]


def test_hidden_rows_that_a_visible_formula_adds_up_are_read(tmp_path: Path) -> None:
    path = tmp_path / "laporan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Pagu")
        for row, line in enumerate((["Program", "Pagu"], ["A", 10], ["B", 20], ["lama", 7])):
            sheet.write_row(row, 0, line)
        sheet.write_row(4, 0, ["Jumlah"])
        sheet.write_formula(4, 1, "=SUM(B2:B3)", None, 30)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(3, None, None, {"hidden": True})

    document = read_document(path)

    (found,) = read_back.tables(document)
    assert [line[0] for line in read_back.squares(found)] == ["Program", "A", "B", "Jumlah"]
    assert [item.note for item in document.unread] == ["baris tersembunyi, tidak dibaca: 4"]


def test_a_sparse_sheet_stays_within_the_limit_of_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_document, "MAXIMUM_TABLE_CELLS", 5)

    document = _read(tmp_path, [["a", "b", "c"], [1, 2, 3]])

    assert [item.kind for item in document.unread] == [UnreadKind.LIMIT]


def test_a_name_that_lies_is_refused_with_both_kinds(tmp_path: Path) -> None:
    _read(tmp_path, [["No", "Nilai"], [1, 2]])
    path = (tmp_path / "laporan.xlsx").rename(tmp_path / "laporan.docx")

    with pytest.raises(UnreadableFileError) as refused:
        read_document(path)

    assert refused.value.found == "buku kerja Excel, walaupun namanya berakhiran .docx"
    assert refused.value.expected == "dokumen Word (.docx)"


@pytest.mark.parametrize("name", ["laporan.doc", "laporan", "laporan.exe"])
def test_a_suffix_that_no_reader_takes_is_refused_with_those_that_are_taken(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")

    with pytest.raises(UnreadableFileError) as refused:
        read_document(tmp_path / name)

    assert refused.value.expected == "salah satu dari .docx, .pdf, .xlsx, .html, .txt"


def test_each_suffix_has_one_reader() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]

    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(
    ("name", "tables", "widest"),
    [
        ("evaluasi-renja-bappedalitbang-deliserdang-2025.xlsx", 1, 36),
        ("lra-diskominfo-lampungselatan.xlsx", 1, 14),
    ],
)
def test_real_workbooks_are_read(shared: Path, name: str, tables: int, widest: int) -> None:
    found = list(read_back.tables(read_document(shared / "corpus" / name)))

    assert len(found) == tables
    assert max(len(table.columns) for table in found) == widest
    assert all(len(table.header) == 4 for table in found)
