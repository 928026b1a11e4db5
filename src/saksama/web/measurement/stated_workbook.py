"""The stated rows of a record as the workbook that a reader of workbooks takes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from saksama.documents.readers.spreadsheet_cells import Sheet as Tab
from saksama.documents.readers.spreadsheet_cells import SheetCell, Workbook
from saksama.exchange.fields import HEADING_ROW, Column, Field, Layout, Sheet
from saksama.exchange.parts.stated_rows import StatedRows
from saksama.exchange.rows.row import Row, Value
from saksama.exchange.sheets.catalogue import SHEETS
from saksama.kernel.figures import write_decimal

_EXACT_DIGITS = 15
"""So many digits a workbook's number holds; more are written as text."""


def workbook(rows: StatedRows, years: Sequence[int]) -> Workbook:
    """The workbook in which the rows stand, with a column for each of the years where a sheet has some."""
    return Workbook(tuple(_tab(sheet, rows.get(sheet.identifier, ()), years) for sheet in SHEETS))


def _tab(sheet: Sheet, rows: Sequence[Row], years: Sequence[int]) -> Tab:
    columns = stated_columns(sheet, years)
    cells: dict[tuple[int, int], SheetCell] = {}
    if sheet.layout is Layout.KEY_VALUE:
        row = rows[0] if rows else {}
        for place, column in enumerate(columns, 1):
            cells[place, 1] = SheetCell(column.heading)
            if column.key in row:
                cells[place, 2] = _cell(column.field, row[column.key])
        return Tab(sheet.name, hidden=False, cells=cells)
    for place, column in enumerate(columns, 1):
        cells[HEADING_ROW, place] = SheetCell(column.heading)
        for number, row in enumerate(rows, HEADING_ROW + 1):
            if column.key in row:
                cells[number, place] = _cell(column.field, row[column.key])
    return Tab(sheet.name, hidden=False, cells=cells)


def stated_columns(sheet: Sheet, years: Sequence[int]) -> list[Column]:
    """The columns of a sheet that are not computed."""
    return [column for column in sheet.columns(years) if not column.field.is_computed]


def _cell(field: Field, value: Value) -> SheetCell:
    match value:
        case str():
            return SheetCell(field.label_of(value))
        case Decimal() if len(value.as_tuple().digits) > _EXACT_DIGITS:
            return SheetCell(write_decimal(value))
        case date() | Decimal():
            return SheetCell(value)
        case _:
            return SheetCell(Decimal(int(value)))
