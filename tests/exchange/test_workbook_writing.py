"""What a planner meets in the workbook: headings, roles, lists, checks, protection; and the same bytes every time."""

import subprocess
import sys
import zipfile
from base64 import b64decode
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from saksama.exchange.fields import HEADING_ROW, Kind, Layout, Role, Sheet
from saksama.exchange.placement import SPARE_ROWS, letters
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sheets.catalogue import LIST_SHEET, SHEETS, START_SHEET, sheet_named
from saksama.exchange.sheets.money import code_of, implied_parent, stated_code
from saksama.exchange.workbook import write_workbook
from saksama.exchange.writing import TooLongForCellError
from saksama.kernel.agency import Logo
from tests.exchange.wide_record import wide_record

_GREY_POINT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
"""A picture of one grey pixel."""

_TABLES = [sheet for sheet in SHEETS if sheet.layout is Layout.TABLE]


def _open(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


@pytest.fixture(scope="module")
def template() -> openpyxl.Workbook:
    return _open(write_workbook(None, first_year=2025, last_year=2029))


@pytest.fixture(scope="module")
def filled() -> openpyxl.Workbook:
    return _open(write_workbook(wide_record(own_scale=False), first_year=2020, last_year=2021))


def test_the_sheets_stand_in_the_order_of_the_work(template: openpyxl.Workbook) -> None:
    assert template.sheetnames == [START_SHEET, *(sheet.name for sheet in SHEETS), LIST_SHEET]
    assert template.active.title == START_SHEET
    assert template[LIST_SHEET].sheet_state == "hidden"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.identifier)
def test_headings_and_identifiers_are_unique(sheet: Sheet) -> None:
    columns = sheet.columns((2020, 2021))

    assert len({column.heading for column in columns}) == len(columns)
    assert len({field.identifier for field in sheet.fields}) == len(sheet.fields)
    assert all(len(field.heading) <= 60 and field.hint for field in sheet.fields)
    named = {name for field in sheet.fields for name in (*field.unless, *field.when)}
    assert named <= {field.identifier for field in sheet.fields}
    assert all(field.options for field in sheet.fields if field.kind is Kind.CHOICE)
    assert all(field.refers_to for field in sheet.fields if field.kind is Kind.REFERENCE)


@pytest.mark.parametrize("sheet", _TABLES, ids=lambda sheet: sheet.identifier)
def test_every_heading_shows_who_knows_the_value(sheet: Sheet, template: openpyxl.Workbook) -> None:
    written = template[sheet.name]

    for position, column in enumerate(sheet.columns(range(2025, 2030)), 1):
        assert written.cell(HEADING_ROW, position).value == column.heading
        whose = "dihitung" if column.field.is_computed else column.field.role.value
        assert written.cell(HEADING_ROW - 2, position).value == whose


@pytest.mark.parametrize("sheet", _TABLES, ids=lambda sheet: sheet.identifier)
def test_only_headings_are_locked(sheet: Sheet, template: openpyxl.Workbook) -> None:
    written = template[sheet.name]

    assert written.protection.sheet
    assert written.protection.password is None
    assert not written.protection.insertRows
    assert not written.protection.sort
    for position, _ in enumerate(sheet.columns(range(2025, 2030)), 1):
        assert written.cell(HEADING_ROW, position).protection.locked
        # Excel deletes and sorts no row that has a locked cell. Cells that nobody wrote have their column's format.
        assert not written.column_dimensions[_group(written, position)].protection.locked


def _group(written: openpyxl.worksheet.worksheet.Worksheet, position: int) -> str:
    """Neighbouring columns of one width and format are stored as one."""
    starts: dict[int, str] = {span.min: letter for letter, span in written.column_dimensions.items() if span.min}
    return starts[max(start for start in starts if start <= position)]


@pytest.mark.parametrize("sheet", _TABLES, ids=lambda sheet: sheet.identifier)
def test_choices_and_codes_have_lists_and_numbers_have_checks(sheet: Sheet, template: openpyxl.Workbook) -> None:
    checked = {
        str(area).partition(":")[0]: check
        for check in template[sheet.name].data_validations.dataValidation
        for area in check.sqref.ranges
    }
    has_text = (Kind.TEXT, Kind.LONG_TEXT)

    for position, column in enumerate(sheet.columns(range(2025, 2030))):
        field = column.field
        check = checked.get(f"{letters(position)}{HEADING_ROW + 1}")
        if field.kind in has_text and not field.suggestions and not field.is_computed:
            assert check is None
            continue
        if field.is_computed:
            assert check is not None
            assert (check.type, check.formula1) == ("custom", "FALSE")
            continue
        assert check is not None, column.heading
        is_list = field.kind in (Kind.CHOICE, Kind.REFERENCE) or bool(field.suggestions)
        assert (check.type == "list") is is_list
        assert field.suggestions or (check.error and check.errorTitle)
        assert int(str(check.sqref).rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) >= SPARE_ROWS


def test_required_cells_turn_yellow_while_they_are_empty(template: openpyxl.Workbook) -> None:
    for sheet in SHEETS:
        rules = [str(area.sqref) for area in template[sheet.name].conditional_formatting]
        required = [column for column in sheet.columns(range(2025, 2030)) if column.field.required]
        assert len(rules) >= len(required) > 0


def test_a_value_keeps_the_decimals_that_it_was_stated_with(filled: openpyxl.Workbook) -> None:
    sheet = filled["Indikator"]
    positions = {cell.value: cell.column for cell in sheet[HEADING_ROW]}
    row = next(row for row in range(6, 800) if sheet.cell(row, 1).value == "RAW")
    target = sheet.cell(row, positions["Target 2020"])

    assert target.value == 67.5
    assert target.number_format == "#,##0.00"
    assert sheet.cell(row, positions["Target 2021"]).number_format == "#,##0"


def test_what_a_number_cannot_hold_is_text(filled: openpyxl.Workbook) -> None:
    sheet = filled["Indikator"]
    positions = {cell.value: cell.column for cell in sheet[HEADING_ROW]}
    row = next(row for row in range(6, 800) if sheet.cell(row, 1).value == "PANJANG")

    assert sheet.cell(row, positions["Target 2020"]).value == "12.345.678.901.234.567.890"


def test_typed_text_is_text_and_never_a_formula(filled: openpyxl.Workbook) -> None:
    cells = [cell for row in filled["Uraian"].iter_rows() for cell in row if cell.value == "=1+1"]

    assert [cell.data_type for cell in cells] == ["s"]


def test_the_start_sheet_says_how_much_is_missing_and_from_whom(filled: openpyxl.Workbook) -> None:
    cells = {str(cell.value) for row in filled[START_SHEET].iter_rows() for cell in row if cell.value is not None}

    assert {role.value for role in Role} <= cells
    assert {sheet.name for sheet in SHEETS} <= cells
    shown = openpyxl.load_workbook(
        BytesIO(write_workbook(SAMPLE, first_year=2018, last_year=2023)), data_only=True
    )[START_SHEET]  # fmt: skip
    messages = [str(cell.value) for row in shown.iter_rows() for cell in row if str(cell.value).startswith("Kurang ")]
    assert any(" dari Perencana" in message and " dari Kepala bidang" in message for message in messages)


def test_the_logo_is_in_the_workbook_with_its_own_bytes() -> None:
    logo = Logo("image/png", b64decode(_GREY_POINT), 1, 1)
    record = replace(SAMPLE, agency=replace(SAMPLE.agency, logo=logo))

    content = write_workbook(record, first_year=2018, last_year=2023)

    with zipfile.ZipFile(BytesIO(content)) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.startswith("xl/media/")]
    assert pictures == [logo.content]


def test_a_text_that_no_cell_can_hold_is_named_by_its_cell() -> None:
    record = replace(SAMPLE, agency=replace(SAMPLE.agency, tasks="x" * 32_768))

    with pytest.raises(TooLongForCellError, match=r"Profil!B\d+"):
        write_workbook(record, first_year=2018, last_year=2023)


def test_years_outside_the_plan_get_their_columns_too() -> None:
    record = wide_record(own_scale=False)

    headings = [cell.value for cell in _open(write_workbook(record, first_year=2021, last_year=2021))["Indikator"][5]]

    assert "Target 2020" in headings


def test_the_same_record_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib; from saksama.exchange.sample import SAMPLE; "
        "from saksama.exchange.workbook import write_workbook; "
        "print(hashlib.sha256(write_workbook(SAMPLE, first_year=2018, last_year=2023)).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Jakarta"), ("2", "America/Lima"))
    }

    assert len(seen) == 1


@pytest.mark.parametrize(
    ("identifier", "code"), [("8.01.03", "8.01.03"), ("8.01.03", ""), ("P1", ""), ("P1", "I"), ("P1", "P1")]
)
def test_a_nomenclature_code_survives_beside_its_identifier(identifier: str, code: str) -> None:
    assert code_of(identifier, stated_code(identifier, code)) == code


def test_the_parent_is_read_from_a_code_of_five_or_six_parts() -> None:
    assert implied_parent("8.01.03.2.01.0001") == "8.01.03.2.01"
    assert implied_parent("8.01.03.2.01") == "8.01.03"
    assert implied_parent("8.01.03") == ""


def test_the_share_check_stays_between_zero_and_a_hundred() -> None:
    share = sheet_named("supports").field("share")

    assert (share.minimum, share.maximum) == (Decimal(0), Decimal(100))
