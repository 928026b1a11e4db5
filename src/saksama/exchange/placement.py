"""Where each value stands in a workbook that is being written, and how formulas refer to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from saksama.exchange.fields import HEADING_ROW, Column, Layout, Sheet

SPARE_ROWS = 200
"""Rows below the last filled one in which computed cells wait for what is pasted there."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A sheet with its columns and the rows that its values take; rows and columns count from 0."""

    sheet: Sheet
    columns: tuple[Column, ...]
    filled: int
    _positions: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_positions", {column.key: place for place, column in enumerate(self.columns)})

    @property
    def first_row(self) -> int:
        """The first row of values."""
        return HEADING_ROW

    @property
    def last_row(self) -> int:
        """The last row that formulas look at."""
        rows = len(self.columns) if self.sheet.layout is Layout.KEY_VALUE else self.filled + SPARE_ROWS
        return HEADING_ROW + rows - 1

    def has(self, key: str) -> bool:
        """Whether there is a column with this key."""
        return key in self._positions

    def position(self, key: str) -> int:
        """The column of a key; on a key-value sheet the line of it."""
        return self._positions[key]

    def cell(self, key: str, line: int | str) -> str:
        """A cell of the same sheet: its column stays, its line (counted from 1) moves with the formula."""
        return f"${letters(self._positions[key])}{line}"

    def column(self, key: str) -> str:
        """All values of a column, from any sheet."""
        letter = letters(self._positions[key])
        return f"{quoted(self.sheet.name)}!${letter}${self.first_row + 1}:${letter}${self.last_row + 1}"

    def single(self, key: str) -> str:
        """The value of a line of a key-value sheet, from any sheet."""
        return f"{quoted(self.sheet.name)}!$B${self.first_row + self._positions[key] + 1}"

    def block(self) -> str:
        """All values of the sheet."""
        letter = letters(len(self.columns) - 1)
        return f"{quoted(self.sheet.name)}!$A${self.first_row + 1}:${letter}${self.last_row + 1}"

    def headings(self) -> str:
        """The heading row."""
        return f"{quoted(self.sheet.name)}!$A${HEADING_ROW}:${letters(len(self.columns) - 1)}${HEADING_ROW}"


Placements = Mapping[str, Placement]
"""The placement of every sheet by its identifier."""


def letters(column: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


def quoted(name: str) -> str:
    """A sheet's name in a formula."""
    return name if name.isalnum() and name.isascii() else "'" + name.replace("'", "''") + "'"
