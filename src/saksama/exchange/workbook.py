"""Write the workbook that a planner fills: empty for a plan period, or with everything that a record holds."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import xlsxwriter

from saksama.exchange.checks import check_of
from saksama.exchange.computed import COMPUTED as FORMULAS
from saksama.exchange.computed import LINE, Spot
from saksama.exchange.fields import HEADING_ROW, Field, Layout, Sheet, key
from saksama.exchange.lists import LISTS, list_placement
from saksama.exchange.placement import Placement, Placements, letters
from saksama.exchange.progress import requirements
from saksama.exchange.rows.record import empty_rows, rows_of
from saksama.exchange.rows.row import Row, Value, is_exact
from saksama.exchange.sheets.catalogue import LIST_SHEET, SHEETS, START_SHEET
from saksama.exchange.start_sheet import write_start
from saksama.exchange.styles import (
    HEADING,
    HINT,
    PURPOSE,
    TINTS,
    TITLE,
    YELLOW,
    Styles,
    cell_style,
    role_tint,
    styles,
)
from saksama.kernel.agency import Logo
from saksama.kernel.figures import write_decimal
from saksama.kernel.record import PerformanceRecord

CELL_LIMIT = 32_767
"""Characters that a cell can hold in any spreadsheet program."""

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # fixed: same record, same bytes
_PROTECTION = {
    "objects": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}
_FROZEN_WIDTH = 64
_EARLIEST_DATE = date(1900, 3, 1)
"""Spreadsheets count a day too many before."""


class TooLongForCellError(ValueError):
    """A text that no cell can hold."""


def write_workbook(record: PerformanceRecord | None, *, first_year: int, last_year: int) -> bytes:
    """The workbook of a plan period as the bytes of an .xlsx file.

    Raises `TooLongForCellError`. Years outside the period that the record has values for get their columns too.
    """
    rows = empty_rows(first_year, last_year) if record is None else rows_of(record)
    places: Placements = {"lists": list_placement()} | {
        sheet.identifier: _placement(sheet, rows.get(sheet.identifier, ()), range(first_year, last_year + 1))
        for sheet in SHEETS
    }
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(target, options)
    book.set_properties({"title": "Data kinerja", "created": _CREATED, "comments": "Dibuat dengan Saksama"})
    book.set_calc_mode("auto")
    style = styles(book)
    book.add_worksheet(START_SHEET)
    for sheet in SHEETS:
        worksheet = book.add_worksheet(sheet.name)
        write = _write_lines if sheet.layout is Layout.KEY_VALUE else _write_table
        write(worksheet, style, places, places[sheet.identifier], rows.get(sheet.identifier, ()))
        if sheet.identifier == "profile":
            _write_logo(worksheet, places[sheet.identifier], record.agency.logo if record else None)
    _write_lists(book, style, places["lists"])
    write_start(book, style, requirements(places, rows))
    book.get_worksheet_by_name(START_SHEET).activate()
    book.close()
    return target.getvalue()


def _placement(sheet: Sheet, rows: tuple[Row, ...], years: range) -> Placement:
    repeated = {field.identifier for field in sheet.fields if field.per_year}
    stated = {name for row in rows for name in row if " " in name}
    further = {int(year) for name, _, year in (name.rpartition(" ") for name in stated) if name in repeated}
    return Placement(sheet, sheet.columns(sorted({*years, *further})), len(rows))


def _write_top(worksheet: Any, style: Styles, sheet: Sheet) -> None:
    worksheet.set_row(0, 28)
    worksheet.set_row(1, 20)
    worksheet.write_string(0, 0, sheet.title, style(TITLE))
    worksheet.write_string(1, 0, sheet.purpose, style(PURPOSE))
    worksheet.set_tab_color(TINTS[sheet.anchor.role])
    worksheet.hide_gridlines(0)
    worksheet.set_landscape()
    worksheet.set_paper(9)  # A4
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.set_footer(f"&L{sheet.name}&RHalaman &P dari &N")
    worksheet.repeat_rows(HEADING_ROW - 1)
    worksheet.protect("", _PROTECTION)


def _write_table(worksheet: Any, style: Styles, places: Placements, place: Placement, rows: tuple[Row, ...]) -> None:
    for position, column in enumerate(place.columns):
        field = column.field
        worksheet.set_column(position, position, field.width, style(cell_style(field)), {"hidden": field.is_hidden})
    for row in range(HEADING_ROW - 1):  # the columns' own borders would show above the headings
        worksheet.set_row(row, None, style(PURPOSE))
    _write_top(worksheet, style, place.sheet)
    worksheet.set_row(2, 16)
    worksheet.set_row(3, 62, style(HINT))
    worksheet.set_row(HEADING_ROW - 1, 34)
    for position, column in enumerate(place.columns):
        field = column.field
        whose = "dihitung" if field.is_computed else f"dari {field.role.value}"
        tint = HINT if field.is_computed else role_tint(field.role)
        worksheet.write_string(2, position, whose, style(tint))
        worksheet.write_string(3, position, _hint(field), style(HINT))
        worksheet.write_string(HEADING_ROW - 1, position, column.heading, style(HEADING))
        _write_column(worksheet, style, places, place, rows, name=column.key)
        if check := check_of(field, place, places):
            worksheet.data_validation(place.first_row, position, place.last_row, position, check)
        if field.required:
            _mark_required(worksheet, style, place, column.key)
    worksheet.freeze_panes(HEADING_ROW, _frozen(place))
    worksheet.autofilter(HEADING_ROW - 1, 0, place.last_row, len(place.columns) - 1)


def _hint(field: Field) -> str:
    return f"{field.hint}. Mis.: {field.example}" if field.example else field.hint


def _frozen(place: Placement) -> int:
    """How many columns stay in view: up to the name, as far as they leave room for the rest."""
    width = 0
    for position, column in enumerate(place.columns):
        width += column.field.width
        if width > _FROZEN_WIDTH:
            return position
    return 1


def _write_column(
    worksheet: Any, style: Styles, places: Placements, place: Placement, rows: tuple[Row, ...], *, name: str
) -> None:
    position = place.position(name)
    column = place.columns[position]
    field = column.field
    if not field.is_computed:
        for row, values in enumerate(rows, place.first_row):
            if (value := values.get(name)) is not None:
                _write(worksheet, style, row, position, field=field, value=value)
        return
    # XlsxWriter searches each formula for forty new functions, 0.7 ms each; ours have none. Should a later version call
    # it otherwise, writing is slower and right all the same.
    worksheet._prepare_formula = _without_equals
    formula = FORMULAS[place.sheet.identifier, field.identifier](Spot(places, place, column.year))
    look = style(cell_style(field))
    for row in range(place.first_row, place.last_row + 1):
        number = row - place.first_row
        value = rows[number].get(name, "") if number < len(rows) else ""
        shown = float(value) if isinstance(value, Fraction | Decimal) else value
        worksheet.write_formula(row, position, "=" + formula.replace(LINE, str(row + 1)), look, shown)


def _without_equals(formula: str, _: bool = False) -> str:
    return formula.removeprefix("=")


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _write(worksheet: Any, style: Styles, row: int, column: int, *, field: Field, value: Value) -> None:
    look = style(cell_style(field, value))
    match value:
        case str():
            text = _FORBIDDEN.sub("", field.label_of(value).replace("\r\n", "\n").replace("\r", "\n"))
            if len(text) > CELL_LIMIT:
                message = f"{worksheet.get_name()}!{letters(column)}{row + 1}"
                raise TooLongForCellError(message)
            worksheet.write_string(row, column, text, look)
        case date():
            if value < _EARLIEST_DATE:
                worksheet.write_string(row, column, value.isoformat(), look)
            else:
                worksheet.write_datetime(row, column, datetime(value.year, value.month, value.day), look)  # noqa: DTZ001
        case Decimal():
            if is_exact(value):
                worksheet.write_number(row, column, float(value), look)
            else:
                text = write_decimal(value) if value.is_finite() else str(value)
                worksheet.write_string(row, column, text, look)
        case _:
            worksheet.write_number(row, column, int(value), look)


def _mark_required(worksheet: Any, style: Styles, place: Placement, name: str) -> None:
    """Yellow while it is empty in a row that is in use; the first row always, so that an empty table shows its own."""
    position, sheet = place.position(name), place.sheet
    column = place.columns[position]
    line = place.first_row + 1
    if column.field is sheet.anchor:
        others = [other for other in place.columns if not other.field.is_computed and other.key != name][:4]
        used = "+".join(f'({place.cell(other.key, line)}<>"")' for other in others) + ">0"
    else:
        used = f'{place.cell(sheet.anchor.identifier, line)}<>""'
    if not sheet.is_optional:
        used = f"OR({used},ROW()={line})"
    conditions = [f'{place.cell(name, line)}=""', used]

    def cells(names: tuple[str, ...]) -> Iterator[str]:
        for other in names:
            yield place.cell(key(other, column.year if sheet.field(other).per_year else None), line)

    if column.field.when:
        conditions.append("OR(" + ",".join(f'{cell}<>""' for cell in cells(column.field.when)) + ")")
    conditions += [f'{cell}=""' for cell in cells(column.field.unless)]
    worksheet.conditional_format(
        place.first_row, position, place.last_row, position,
        {"type": "formula", "criteria": f"=AND({','.join(conditions)})", "format": style((("bg_color", YELLOW),))},
    )  # fmt: skip


def _write_lines(worksheet: Any, style: Styles, places: Placements, place: Placement, rows: tuple[Row, ...]) -> None:
    for number, width in enumerate((36, 64, 18, 60, 44)):
        worksheet.set_column(number, number, width)
    _write_top(worksheet, style, place.sheet)
    for number, heading in enumerate(("Isian", "Nilai", "Dari", "Petunjuk", "Contoh")):
        worksheet.write_string(HEADING_ROW - 1, number, heading, style(HEADING))
    values = rows[0] if rows else {}
    for position, column in enumerate(place.columns):
        row, field = place.first_row + position, column.field
        worksheet.write_string(row, 0, field.heading, style((("bold", True), ("valign", "top"))))
        if (value := values.get(field.identifier)) is None:
            worksheet.write_blank(row, 1, None, style(cell_style(field)))
        else:
            _write(worksheet, style, row, 1, field=field, value=value)
        worksheet.write_string(row, 2, field.role.value, style(role_tint(field.role)))
        worksheet.write_string(row, 3, field.hint, style(HINT))
        worksheet.write_string(row, 4, field.example, style(HINT))
        if check := check_of(field, place, places):
            worksheet.data_validation(row, 1, row, 1, check)
        if field.required:
            filled = [f'$B{place.first_row + place.position(name) + 1}<>""' for name in field.when]
            criteria = "=AND(" + ",".join([f'$B{row + 1}=""', *filled]) + ")"
            look = {"type": "formula", "criteria": criteria, "format": style((("bg_color", YELLOW),))}
            worksheet.conditional_format(row, 1, row, 1, look)
    worksheet.freeze_panes(HEADING_ROW, 1)


def _write_logo(worksheet: Any, place: Placement, logo: Logo | None) -> None:
    """The logo as a picture below the lines, with the bytes that it came with."""
    row = place.last_row + 2
    worksheet.write_string(row, 0, "Logo (tempel gambar PNG atau JPEG di bawah ini)")
    if logo and logo.content:
        height = 120 / max(logo.height, 1)
        worksheet.insert_image(
            row + 1, 0, "logo.png" if logo.media_type == "image/png" else "logo.jpg",
            {"image_data": BytesIO(logo.content), "x_scale": height, "y_scale": height, "description": "Logo instansi"},
        )  # fmt: skip


def _write_lists(book: Any, style: Styles, place: Placement) -> None:
    worksheet = book.add_worksheet(LIST_SHEET)
    for position, (field, entries) in enumerate(LISTS):
        worksheet.write_string(HEADING_ROW - 1, position, field.heading, style(HEADING))
        for number, entry in enumerate(entries):
            worksheet.write_string(place.first_row + number, position, entry)
    worksheet.hide()
