"""The reader of cells gives what the workbook holds: exact numbers, dates, formulas with their values, formats."""

import time
import warnings
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from saksama.documents.readers.spreadsheet import read_workbook
from saksama.documents.readers.spreadsheet_cells import (
    CellRange,
    Sheet,
    SheetCell,
    cell_name,
    cell_position,
    cell_range,
)
from saksama.documents.readers.spreadsheet_formats import (
    ErrorValue,
    is_date_format,
    is_percent_format,
    printed_decimals,
    shown,
)
from saksama.documents.readers.spreadsheet_sheet import exact_number
from tests.documents.raw_workbook import SPREADSHEET, write_raw_workbook

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"


def only_sheet(path: Path) -> Sheet:
    (sheet,) = read_workbook(path).sheets
    return sheet


def raw_sheet(folder: Path, rows: str, **parts: str) -> Sheet:
    path = folder / "mentah.xlsx"
    write_raw_workbook(path, rows, **parts)
    return only_sheet(path)


def test_numbers_are_the_shortest_decimal_of_the_stored_double(tmp_path: Path) -> None:
    path = tmp_path / "angka.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, number in enumerate((0.1, 67.5, 0.1 + 0.2, 4827274899, -12.25, 1e-7, 1e15, 123456789012345678)):
            sheet.write_number(row, 0, number)

    values = [cell.value for cell in only_sheet(path).cells.values()]  # xlsxwriter stores 16 digits: 0.3

    assert [str(value) for value in values] == [
        "0.1", "67.5", "0.3", "4827274899", "-12.25", "1E-7", "1000000000000000", "123456789012345700",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stored", "exact"),
    [
        ("0.93279999999999996", Decimal("0.9328")),
        ("93.28", Decimal("93.28")),
        ("0.30000000000000004", Decimal("0.30000000000000004")),
        ("1.0E3", Decimal(1000)),
        ("-0.5", Decimal("-0.5")),
        ("1E400", None),
        ("NaN", None),
        ("１２", Decimal(12)),
        ("empat", None),
    ],
)
def test_a_stored_number_is_read_exactly_or_not_at_all(stored: str, exact: Decimal | None) -> None:
    assert exact_number(stored) == exact


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_double_comes_back_as_itself(number: float) -> None:
    read = exact_number(repr(number))

    assert read is not None
    assert float(read) == number


def test_texts_come_without_formatting_and_phonetic_readings(tmp_path: Path) -> None:
    shared = (
        f'<sst xmlns="{SPREADSHEET}"><si><t>biasa</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">tebal </t></r>'
        "<r><t>dan miring</t></r><rPh sb='0' eb='1'><t>bunyi</t></rPh></si>"
        "<si><t>baris_x000D_baru _x005F_x0041_</t></si></sst>"
    )
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
        '<c r="D1" t="inlineStr"><is><r><t>di </t></r><r><t>sini</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'
        '<c r="E1" t="s"><v>99</v></c></row>'
    )

    sheet = raw_sheet(tmp_path, rows, shared=shared)

    assert [cell.value for cell in sheet.cells.values()] == [
        "biasa",
        "tebal dan miring",
        "baris\rbaru _x0041_",
        "di sini",
        ErrorValue("", "99"),
    ]


def test_a_formula_keeps_its_text_and_the_value_it_had(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>B1*2</f><v>135</v></c><c r="B1"><v>67.5</v></c><c r="C1"><f>A1</f><v/></c>'
        '<c r="D1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A3">B2+1</f><v>1</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c></row>'
    )

    cells = raw_sheet(tmp_path, rows).cells

    assert cells[1, 1] == SheetCell(Decimal(135), "B1*2")
    assert cells[1, 3] == SheetCell(None, "A1")
    assert cells[1, 4] == SheetCell("ab", '"a"&"b"')
    assert cells[1, 5] == SheetCell(ErrorValue("#DIV/0!"), "1/0")
    assert cells[3, 1] == SheetCell(Decimal(2), "B2+1")


def test_a_number_is_a_date_by_its_format_and_the_date_system(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" s="1"><v>44196</v></c><c r="B1" s="1"><v>44196.5</v></c><c r="C1" s="1"><v>1</v></c>'
        '<c r="D1" s="1"><v>60</v></c><c r="E1" s="1"><v>-3</v></c><c r="F1"><v>44196</v></c>'
        '<c r="G1" t="d"><v>2020-12-31T00:00:00</v></c></row>'
    )
    styles = f'<styleSheet xmlns="{SPREADSHEET}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'

    since_1900 = raw_sheet(tmp_path, rows, styles=styles)
    since_1904 = raw_sheet(tmp_path, rows, styles=styles, properties='<workbookPr date1904="1"/>')

    assert [cell.value for cell in since_1900.cells.values()] == [
        date(2020, 12, 31),
        datetime(2020, 12, 31, 12),  # noqa: DTZ001
        date(1900, 1, 1),
        Decimal(60),
        Decimal(-3),
        Decimal(44196),
        date(2020, 12, 31),
    ]
    assert since_1904.cells[1, 1].value == date(2025, 1, 1)


def test_what_is_no_value_is_an_error_value_and_reading_goes_on(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>sembilan</v></c><c r="B1" t="b"><v>7</v></c><c r="C1" t="b"><v>1</v></c>'
        '<c r="D1" t="d"><v>kemarin</v></c><c r="E1" s="77"><v>5</v></c><c r="F1" t="e"><v>#N/A</v></c></row>'
    )

    cells = raw_sheet(tmp_path, rows).cells

    assert [cell.value for cell in cells.values()] == [
        ErrorValue("", "sembilan"),
        ErrorValue("", "7"),
        True,
        ErrorValue("", "kemarin"),
        Decimal(5),
        ErrorValue("#N/A"),
    ]


def test_cells_and_rows_without_names_follow_each_other(tmp_path: Path) -> None:
    cells = raw_sheet(
        tmp_path, "<row><c><v>1</v></c><c><v>2</v></c></row><row><c r='C2'><v>3</v></c><c><v>4</v></c></row>"
    ).cells

    assert {position: cell.text for position, cell in cells.items()} == {
        (1, 1): "1",
        (1, 2): "2",
        (2, 3): "3",
        (2, 4): "4",
    }


def test_merges_and_hidden_parts_are_known(tmp_path: Path) -> None:
    path = tmp_path / "tersembunyi.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Tampak")
        sheet.merge_range("B2:C4", "gabung")
        sheet.set_row(6, None, None, {"hidden": True})
        sheet.set_column("E:F", None, None, {"hidden": True})
        book.add_worksheet("Rahasia").hide()

    workbook = read_workbook(path)

    assert [(found.name, found.hidden) for found in workbook.sheets] == [("Tampak", False), ("Rahasia", True)]
    visible = workbook.sheet("Tampak")
    assert visible is not None
    assert visible.merges == (CellRange(2, 2, 4, 3),)
    assert visible.hidden_rows == {7}
    assert visible.hidden_columns == {5, 6}
    assert workbook.sheet("Tidak ada") is None


@pytest.mark.parametrize("prefix", ["x:", ""])
@pytest.mark.parametrize("namespace", [SPREADSHEET, "http://purl.oclc.org/ooxml/spreadsheetml/main"])
def test_both_editions_of_the_format_and_any_prefix_are_read(tmp_path: Path, prefix: str, namespace: str) -> None:
    path = tmp_path / "lain.xlsx"
    write_raw_workbook(path, '<row r="1"><c r="A1"><v>1</v></c></row>', prefix=prefix, namespace=namespace)

    assert only_sheet(path).cells[1, 1].value == 1


def test_a_chart_sheet_is_a_sheet_without_cells(tmp_path: Path) -> None:
    path = tmp_path / "grafik.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Data").write_column("A1", [1, 2, 3])
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$A$1:$A$3"})
        book.add_chartsheet("Grafik").set_chart(chart)

    data, chart_sheet = read_workbook(path).sheets

    assert len(data.cells) == 3
    assert (chart_sheet.name, len(chart_sheet.cells)) == ("Grafik", 0)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (Decimal("0.9328"), "0.00%", "93,28%"),
        (Decimal("67.5"), "0.00", "67,50"),
        (Decimal("67.5"), "General", "67,5"),
        (Decimal(4827274899), '"Rp"#,##0', "Rp4.827.274.899"),
        (Decimal(4827274899), "[$Rp-421]#,##0.00", "Rp4.827.274.899,00"),
        (Decimal(0), '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "-"),
        (Decimal(-5), '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "(5)"),
        (Decimal(-5), "#,##0", "-5"),
        (Decimal("-0.001"), "0.0", "0,0"),
        (Decimal("2.5"), "0", "3"),
        (Decimal(1234567), "#,##0,", "1.235"),
        (Decimal("0.5"), "# ?/?", "0,5"),
        (date(2020, 12, 31), "dd/mm/yyyy", "31/12/2020"),
        (True, "General", "TRUE"),
        (ErrorValue("#REF!"), "General", "#REF!"),
        (None, "0.00", ""),
    ],
)
def test_a_value_is_shown_as_a_person_sees_it(value: Decimal | None, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("d-mmm", True),
        ("[$-421]dd mmmm yyyy;@", True),
        ("[h]:mm:ss", True),
        ("General", False),
        ('0 "hari"', False),
        ("0.00E+00", False),
        ("[Red]#,##0", False),
        ("\\d0", False),
        ("#,##0_d", False),
        ("@", False),
        ("", False),
    ],
)
def test_a_date_format_is_told_from_letters_in_other_formats(code: str, is_date: bool) -> None:
    assert is_date_format(code) is is_date


def test_a_format_says_how_many_decimals_and_whether_percent() -> None:
    assert [printed_decimals(code) for code in ("0.00", "0", "General", "0.0%", "#,##0.000;-#,##0.0", "@")] == [
        2, 0, None, 1, 3, None,
    ]  # fmt: skip
    assert [is_percent_format(code) for code in ("0.0%", "0.00", '0.0"%"', "0\\%")] == [True, False, False, False]


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_names_and_positions_of_cells_are_each_others_inverse(row: int, column: int) -> None:
    assert cell_name(row, column) == f"{get_column_letter(column)}{row}"
    assert cell_position(cell_name(row, column)) == (row, column)


def test_what_is_no_cell_has_no_position() -> None:
    assert [cell_position(name) for name in ("A0", "XFE1", "A1048577", "7", "", "A-1", "AAAA1", "é1")] == [None] * 8
    assert cell_range("C4:B2") == CellRange(2, 2, 4, 3)
    assert cell_range("B2:") == CellRange(2, 2, 2, 2)
    assert cell_range("B2:zz") is None


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.glob("*.xlsx")) or ["none"])
def test_real_workbooks_hold_what_openpyxl_finds(name: str) -> None:
    if not CORPUS.is_dir():
        pytest.skip("needs the shared corpus")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values, formulas = (openpyxl.load_workbook(CORPUS / name, data_only=wish) for wish in (True, False))

    workbook = read_workbook(CORPUS / name)

    assert [sheet.name for sheet in workbook.sheets] == values.sheetnames
    for sheet in workbook.sheets:
        expected = {
            (cell.row, cell.column): (cell.value, cell.number_format)
            for row in values[sheet.name].iter_rows()
            for cell in row
            if cell.value is not None
        }
        read = {
            position: (comparable(cell), cell.format)
            for position, cell in sheet.cells.items()
            if cell.value is not None
        }
        written = {
            position for position in sheet.cells if str(formulas[sheet.name].cell(*position).value).startswith("=")
        }
        assert read == expected
        assert {position for position, cell in sheet.cells.items() if cell.formula} == written


def comparable(cell: SheetCell) -> object:
    if isinstance(cell.value, Decimal):
        return float(cell.value)
    return cell.value.code if isinstance(cell.value, ErrorValue) else cell.value


def test_a_hundred_thousand_cells_are_read_within_a_second(tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row in range(10_000):
            for column in range(0, 10, 2):
                sheet.write_number(row, column, row * 1.1 + column)
                sheet.write_string(row, column + 1, f"teks {row} {column}")
    runs = []
    for _ in range(3):  # the fastest of three: other programs run on the machine too
        began = time.process_time()
        cells = only_sheet(path).cells
        runs.append(time.process_time() - began)

    assert len(cells) == 100_000
    assert min(runs) < 1.0
