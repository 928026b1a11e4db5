"""A workbook that was rearranged is read as far as it is certain which sheet, column and row is meant."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from saksama.exchange.problem import Severity, describe
from saksama.exchange.reading import read_record
from saksama.exchange.sheets.catalogue import SHEETS
from tests.exchange.filled_workbook import RECORD, both, indicator, problems_of, put, read_changed

Change = Callable[[Workbook], object]


def insert_row(sheet: str, row: int) -> Change:
    return lambda book: book[sheet].insert_rows(row)


def insert_column(sheet: str, column: int) -> Change:
    return lambda book: book[sheet].insert_cols(column)


def rename(sheet: str, name: str) -> Change:
    return lambda book: setattr(book[sheet], "title", name)


def move_last(sheet: str) -> Change:
    return lambda book: book.move_sheet(sheet, offset=len(book.sheetnames))


@pytest.mark.parametrize(
    "change",
    [
        insert_row("Realisasi", 6),
        insert_row("Realisasi", 7),
        insert_row("Realisasi", 3),
        insert_row("Profil", 3),
        insert_column("Realisasi", 4),
        insert_column("Profil", 2),
        rename("Realisasi", "REALISASI "),
        move_last("Profil"),
        put("Realisasi", "H5", " sumber  DATA*"),
    ],
)
def test_what_moved_is_found_without_a_word(tmp_path: Path, change: Change) -> None:
    reading = read_changed(tmp_path, change)

    assert reading.problems == ()
    assert reading.record == RECORD


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (
            rename("Realisasi", "Realisasi 2020"),
            (
                'Realisasi 2020: ditemukan lembar "Realisasi 2020", dibaca sebagai lembar Realisasi. Kembalikan '
                "namanya bila memang lembar itu."
            ),
        ),
        (
            rename("Realisasi", "Sheet1"),
            (
                'Sheet1: ditemukan lembar "Sheet1", dibaca sebagai lembar Realisasi. Kembalikan namanya bila memang '
                "lembar itu."
            ),
        ),
        (
            put("Realisasi", "H5", "Sumber datanya"),
            (
                'Realisasi!H5: ditemukan kolom "Sumber datanya", dibaca sebagai Sumber data. Kembalikan judulnya bila '
                "memang kolom itu."
            ),
        ),
        (lambda book: book.create_sheet("Coretan"), "Coretan: ditemukan lembar tambahan, yang tidak dibaca."),
        (
            both(put("Realisasi", "S5", "Keterangan bidang"), put("Realisasi", "S6", "x")),
            'Realisasi!S5: ditemukan kolom tambahan "Keterangan bidang", yang tidak dibaca.',
        ),
        (
            lambda book: setattr(book["Realisasi"], "sheet_state", "hidden"),
            "Realisasi: ditemukan lembar tersembunyi, yang ikut dibaca.",
        ),
        (
            lambda book: setattr(book["Realisasi"].row_dimensions[7], "hidden", True),
            "Realisasi!7:7: ditemukan baris tersembunyi (7), yang ikut dibaca.",
        ),
        (
            lambda book: setattr(book["Realisasi"].column_dimensions["H"], "hidden", True),
            'Realisasi!H5: ditemukan kolom tersembunyi "Sumber data", yang ikut dibaca.',
        ),
        (
            both(put("Anggaran", "D9", "JUMLAH"), put("Anggaran", "E9", 5)),
            "Anggaran!D9: ditemukan baris jumlah, yang tidak dibaca karena jumlah selalu dihitung.",
        ),
    ],
)
def test_what_changed_is_noted_and_read_all_the_same(tmp_path: Path, change: Change, note: str) -> None:
    reading = read_changed(tmp_path, change)

    assert problems_of(reading, Severity.NOTE) == [note]
    assert reading.record == RECORD


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (
            put("Indikator", "D5", "zzz"),
            (
                'Indikator!5:5: ditemukan lembar tanpa kolom "Satuan"; seharusnya kolom "Satuan". Kembalikan kolom itu '
                "dengan judul yang sama seperti di templat."
            ),
        ),
        (
            lambda book: book.remove(book["Indikator"]),
            (
                "Indikator: ditemukan buku kerja tanpa lembar Indikator; seharusnya lembar Indikator. Salin lembar itu "
                "dari templat: saksama template data.xlsx."
            ),
        ),
        (
            put("Profil", "A6", "Instansinya siapa"),
            (
                'Profil: ditemukan lembar tanpa baris "Nama instansi"; seharusnya baris "Nama instansi". Kembalikan '
                "baris itu dengan judul yang sama seperti di templat."
            ),
        ),
        (
            both(put("Realisasi", "I5", "Sumber data"), put("Realisasi", "I6", "lain")),
            (
                'Realisasi!I5: ditemukan kolom "Sumber data" yang juga ada di H5; seharusnya satu kolom untuk setiap '
                "judul. Hapus salah satunya, atau ganti judulnya."
            ),
        ),
    ],
)
def test_what_is_missing_or_double_is_an_error(tmp_path: Path, change: Change, error: str) -> None:
    reading = read_changed(tmp_path, change)

    assert problems_of(reading, Severity.ERROR) == [error]
    assert reading.record is None


def test_a_missing_sheet_without_which_a_report_can_be_is_noted(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, lambda book: book.remove(book["Dukungan"]))

    assert problems_of(reading, Severity.NOTE) == [
        (
            "Dukungan: ditemukan buku kerja tanpa lembar Dukungan. Lembar itu dianggap kosong; salin dari templat bila "
            "diperlukan."
        )
    ]
    assert reading.record is not None
    assert reading.record.supports == ()


def _older(book: Workbook) -> None:
    """What a workbook lacks that was made before optional sheets and later columns existed."""
    for sheet in SHEETS:
        if sheet.is_optional:
            book.remove(book[sheet.name])
            continue
        later = {column.heading for column in sheet.columns((2020, 2021)) if column.field.is_later}
        for row in book[sheet.name].iter_rows():
            for cell in row:
                if cell.value in later:
                    cell.value = None


def test_an_older_workbook_is_read_without_complaint(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, _older)

    assert [describe(problem) for problem in reading.problems] == []
    assert reading.record == RECORD


def test_a_sheet_of_the_planners_own_with_an_optional_name_is_asked_about(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Catatan"]
        for row in sheet.iter_rows():
            for cell in row:
                cell.value = None
        sheet["A1"] = "Coretan rapat"

    assert problems_of(read_changed(tmp_path, change), Severity.QUESTION) == [
        (
            "Catatan: ditemukan lembar tanpa baris judul kolom; seharusnya baris judul dengan kolom Perihal, Pilihan, "
            "Alasan. Salin baris judul dari templat, atau ganti nama lembar itu bila bukan isian Saksama."
        )
    ]


def test_a_code_merged_over_two_rows_holds_for_both(tmp_path: Path) -> None:
    merge = both(
        put("Realisasi", "A7", None),
        put("Realisasi", "C7", 2021),
        lambda book: book["Realisasi"].merge_cells("A6:A7"),
    )

    reading = read_changed(tmp_path, merge)

    assert reading.problems == ()
    assert [actual.year for actual in indicator(reading, "IK1").actuals] == [2020, 2021]


def test_a_row_in_which_only_keys_are_filled_reads_as_nothing(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, both(put("Realisasi", "A8", "IK2"), put("Realisasi", "C8", 2021)))

    assert reading.problems == ()
    assert reading.record == RECORD


def test_an_activity_without_parent_belongs_to_the_programme_above(tmp_path: Path) -> None:
    added = both(
        *(put("Anggaran", f"{column}9", text) for column, text in zip("ACD", ("Kegiatan", "x1", "Lain"), strict=True))
    )

    reading = read_changed(tmp_path, added)

    assert problems_of(reading, Severity.NOTE) == [
        (
            'Anggaran!B9: ditemukan baris tanpa kode induk, dibaca sebagai bagian dari "8.01.03" di atasnya. Isi Kode '
            "induk bila bukan itu."
        )
    ]
    assert reading.record is not None
    assert [node.id for node in reading.record.programmes[0].children] == ["8.01.03.2.01", "8.01.03.2.02", "x1"]


def test_all_problems_come_at_once_in_the_order_of_the_workbook(tmp_path: Path) -> None:
    changes = both(
        put("Anggaran", "E7", "banyak"),
        put("Realisasi", "F7", "naik"),
        put("Realisasi", "A6", "IK9"),
        put("Profil", "B6", None),
        put("Indikator", "E6", "entah"),
    )

    reading = read_changed(tmp_path, changes)

    assert [str(problem.place) for problem in reading.problems] == [
        "Profil!B6",
        "Indikator!E6",
        "Realisasi!A6",
        "Realisasi!F7",
        "Anggaran!E7",
    ]


def test_a_workbook_of_another_program_is_told_how_to_get_one_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Nama", "Nilai"])
    book.save(path)

    reading = read_record(path)

    assert reading.record is None
    assert problems_of(reading, Severity.ERROR) == [
        (
            f"{path}: ditemukan buku kerja yang bukan isian Saksama; seharusnya lembar seperti Profil, Sasaran, "
            "Indikator dan Realisasi. Buat isiannya dengan: saksama template data.xlsx."
        )
    ]
    assert len(reading.problems) == 1


def test_a_file_that_is_no_workbook_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "laporan.xlsx"
    path.write_bytes(b"%PDF-1.7")

    reading = read_record(path)

    assert reading.record is None
    assert problems_of(reading, Severity.ERROR) == [
        (
            f"{path}: ditemukan berkas PDF, walaupun namanya berakhiran .xlsx; seharusnya buku kerja Excel (.xlsx). "
            "Pilih berkas buku kerjanya; isi dokumen lain dapat disalin ke dalam buku kerja dengan Excel."
        )
    ]
