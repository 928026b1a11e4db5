"""Write the workbook that a planner fills: empty for a plan period, or with everything that a record holds."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from saksama.exchange.fields import HEADING_ROW, Layout, Sheet
from saksama.exchange.lines import write_lines, write_logo
from saksama.exchange.lists import LISTS, list_placement
from saksama.exchange.parts.names import PART_SHEET
from saksama.exchange.parts.part_sheets import Part, write_part
from saksama.exchange.pictures import write_pictures
from saksama.exchange.placement import Placement, Placements
from saksama.exchange.progress import requirements
from saksama.exchange.rows.record import Rows, empty_rows, rows_of
from saksama.exchange.rows.row import Row
from saksama.exchange.sheets.catalogue import LIST_SHEET, SHEETS, START_SHEET
from saksama.exchange.start_sheet import write_start
from saksama.exchange.styles import HEADING, Styles, styles
from saksama.exchange.tables import write_table
from saksama.kernel.activities import Picture
from saksama.kernel.agency import Logo
from saksama.kernel.record import PerformanceRecord

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # fixed: same record, same bytes


def write_workbook(
    record: PerformanceRecord | None,
    *,
    first_year: int,
    last_year: int,
    prepared: int | None = None,
    part: Part | None = None,
) -> bytes:
    """The workbook of a plan period as the bytes of an .xlsx file.

    Raises `TooLongForCellError`. Years outside the period that the record has values for get their columns too. Rows
    are prepared for what the year `prepared` owes, else for the latest reported year. The files of its attachments,
    `attachment_files`, must lie beside it. With a `part` it shows somebody's rows only.
    """
    if record is None:
        return write_rows(empty_rows(first_year, last_year), first_year=first_year, last_year=last_year)
    return write_rows(
        rows_of(record, prepared),
        first_year=first_year,
        last_year=last_year,
        logo=record.agency.logo,
        pictures=record.pictures,
        part=part,
    )


def write_rows(
    rows: Rows,
    *,
    first_year: int,
    last_year: int,
    logo: Logo | None = None,
    pictures: tuple[Picture, ...] = (),
    part: Part | None = None,
) -> bytes:
    """The workbook of rows, whose pictures are those of the rows of their sheet. Raises `TooLongForCellError`."""
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
    if part:
        book.add_worksheet(PART_SHEET)
    book.add_worksheet(START_SHEET)
    for sheet in SHEETS:
        worksheet = book.add_worksheet(sheet.name)
        write = write_lines if sheet.layout is Layout.KEY_VALUE else write_table
        write(worksheet, style, places, places[sheet.identifier], rows.get(sheet.identifier, ()))
        if sheet.identifier == "profile":
            write_logo(worksheet, places[sheet.identifier], logo)
        if sheet.identifier == "pictures":
            write_pictures(worksheet, places[sheet.identifier], pictures)
    _write_lists(book, style, places["lists"])
    write_start(book, style, requirements(places, rows))
    book.get_worksheet_by_name(START_SHEET).activate()
    if part:
        write_part(book, style, places, part)
    book.close()
    return target.getvalue()


def _placement(sheet: Sheet, rows: tuple[Row, ...], years: range) -> Placement:
    repeated = {field.identifier for field in sheet.fields if field.per_year}
    stated = {name for row in rows for name in row if " " in name}
    further = {int(year) for name, _, year in (name.rpartition(" ") for name in stated) if name in repeated}
    return Placement(sheet, sheet.columns(sorted({*years, *further})), len(rows))


def _write_lists(book: Any, style: Styles, place: Placement) -> None:
    worksheet = book.add_worksheet(LIST_SHEET)
    for position, (field, entries) in enumerate(LISTS):
        worksheet.write_string(HEADING_ROW - 1, position, field.heading, style(HEADING))
        for number, entry in enumerate(entries):
            if entry:
                worksheet.write_string(place.first_row + number, position, entry)
    worksheet.hide()
