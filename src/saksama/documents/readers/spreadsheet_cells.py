"""A workbook as it was read: sheets of cells with value, formula and number format, nothing judged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from saksama.documents.readers.spreadsheet_formats import GENERAL, ErrorValue, shown


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell. The value of a formula is the one that the program which saved the file had computed.

    `value` is `None` where there is a formula without a computed value. A date is a date only by its number format;
    a time of day without a date stays a number. `format` is the number format's code.
    """

    value: Decimal | str | bool | date | datetime | ErrorValue | None
    formula: str = ""
    format: str = GENERAL

    @property
    def text(self) -> str:
        """What a person sees in the cell: decimals, thousands, percent and currency of the format, in Indonesian."""
        return shown(self.value, self.format)


@dataclass(frozen=True, slots=True)
class CellRange:
    """A rectangle of cells; both ends are in it. Rows and columns count from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell lies in the range."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """A picture on a sheet: the cell under its upper left corner, and the bytes of its file."""

    row: int
    column: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. Cells that hold neither value nor formula are left out, whatever their format."""

    name: str
    hidden: bool
    cells: Mapping[tuple[int, int], SheetCell]
    merges: tuple[CellRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    pictures: tuple[SheetPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook, in its order."""

    sheets: tuple[Sheet, ...]

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of exactly this name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


MAXIMUM_ROW = 1_048_576
MAXIMUM_COLUMN = 16_384
_CELL_NAME = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def cell_name(row: int, column: int) -> str:
    """The name of a cell: row 7, column 6 → "F7"."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def cell_position(name: str) -> tuple[int, int] | None:
    """Row and column of a cell's name: "F7" → (7, 6); `None` where it is no cell of a sheet."""
    found = _CELL_NAME.fullmatch(name)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if 1 <= row <= MAXIMUM_ROW and column <= MAXIMUM_COLUMN else None


def cell_range(name: str) -> CellRange | None:
    """The rectangle of "B2:C4"; `None` where it is none."""
    first, _, last = name.partition(":")
    start, end = cell_position(first), cell_position(last or first)
    if start is None or end is None:
        return None
    return CellRange(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
