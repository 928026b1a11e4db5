"""Put values into cells: text as text, numbers with the decimals they were stated with."""

import re
from datetime import date, datetime
from decimal import Decimal
from math import ceil
from typing import Any

from saksama.exchange.fields import HEADING_ROW, Field, Sheet
from saksama.exchange.placement import letters
from saksama.exchange.rows.row import Value, is_exact
from saksama.exchange.styles import PURPOSE, TINTS, TITLE, Properties, Styles, cell_style
from saksama.kernel.figures import write_decimal

CELL_LIMIT = 32_767
"""Characters that a cell can hold in any spreadsheet program."""

_EARLIEST_DATE = date(1900, 3, 1)
"""Spreadsheets count a day too many before."""

_LINE_HEIGHT, _GREATEST_HEIGHT = 15, 400
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


class TooLongForCellError(ValueError):
    """A text that no cell can hold; the message names the cell."""


def write_top(worksheet: Any, style: Styles, sheet: Sheet, *, columns: int) -> None:
    """Title and purpose over so many columns, page layout, protection: the same for every sheet."""
    for row in (0, 1):
        for column in range(1, columns):  # the columns' own borders and colours would show beside the title
            worksheet.write_blank(row, column, None, style(PURPOSE))
    worksheet.set_row(0, 28)
    worksheet.set_row(1, 20)
    worksheet.write_string(0, 0, sheet.title, style(TITLE))
    worksheet.write_string(1, 0, sheet.purpose, style(PURPOSE))
    worksheet.set_tab_color(TINTS[sheet.anchor.role])
    worksheet.hide_gridlines(2)
    worksheet.set_landscape()
    worksheet.set_paper(9)  # A4
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.set_footer(f"&L{sheet.name}&RHalaman &P dari &N")
    worksheet.repeat_rows(HEADING_ROW - 1)
    worksheet.protect("", _PROTECTION)


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_value(
    worksheet: Any, style: Styles, row: int, column: int, *, field: Field, value: Value, look: Properties = ()
) -> None:
    """Write a value as its field's kind. What a number cannot hold is written as text. Raises `TooLongForCellError`."""
    form = style((*cell_style(field, value), *look))
    match value:
        case str():
            text = _FORBIDDEN.sub("", field.label_of(value).replace("\r\n", "\n").replace("\r", "\n"))
            if len(text) > CELL_LIMIT:
                message = f"{worksheet.get_name()}!{letters(column)}{row + 1}"
                raise TooLongForCellError(message)
            worksheet.write_string(row, column, text, form)
        case date():
            if value < _EARLIEST_DATE:
                worksheet.write_string(row, column, value.isoformat(), form)
            else:
                worksheet.write_datetime(row, column, datetime(value.year, value.month, value.day), form)  # noqa: DTZ001
        case Decimal():
            if is_exact(value):
                worksheet.write_number(row, column, float(value), form)
            else:
                worksheet.write_string(row, column, written_out(value), form)
        case _:
            worksheet.write_number(row, column, int(value), form)


def written_out(value: Decimal) -> str:
    """A value that no spreadsheet's number holds, as text with all its digits."""
    return write_decimal(value) if value.is_finite() else str(value)


def row_height(cells: list[tuple[Value, int]]) -> float | None:
    """The height that wrapped texts need in columns of the given widths; `None` where one line does.

    Excel finds it by itself when it opens a file, LibreOffice and WPS do not always.
    """
    needed = max((_lines(value, width) for value, width in cells if isinstance(value, str)), default=1)
    return None if needed <= 1 else min(_LINE_HEIGHT * needed, _GREATEST_HEIGHT)


def _lines(text: str, width: int) -> int:
    # Words break before the edge: a line holds somewhat less than the column's width in characters.
    return sum(max(1, ceil(len(part) / max(1, width * 0.92 - 1))) for part in text.split("\n"))
