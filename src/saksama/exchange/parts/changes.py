"""What somebody changed in a copy of a workbook: cell by cell, each row known by what names it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from saksama.exchange.parts.row_keys import RowKey, keyed
from saksama.exchange.parts.stated_rows import StatedRows
from saksama.exchange.rows.row import Row, Value
from saksama.exchange.sheets.catalogue import SHEETS

EXISTS = ""
"""Stands for the row itself: its value is "yes" where the row is there."""

KeyedRows = Mapping[str, Mapping[RowKey, Row]]
"""The rows of each sheet by their keys."""


@dataclass(frozen=True, slots=True)
class Change:
    """A cell, or a whole row (`EXISTS`), before and after; `None` is empty, or not there."""

    sheet: str
    row: RowKey
    column: str
    before: Value | None
    after: Value | None


def keyed_rows(rows: StatedRows, against: KeyedRows | None = None) -> KeyedRows:
    """The rows of every sheet by their keys, those of another copy with the keys that they have there."""
    other = against or {}
    return {
        sheet.identifier: keyed(sheet, rows.get(sheet.identifier, ()), other.get(sheet.identifier)) for sheet in SHEETS
    }


def changes_between(before: KeyedRows, after: KeyedRows) -> Iterator[Change]:
    """Everything that differs, by sheet and row, in the order of the copy; rows that went come last."""
    for sheet, new in after.items():
        old = before[sheet]
        for key, row in new.items():
            if key not in old:
                yield Change(sheet, key, EXISTS, None, "yes")
            was = old.get(key, {})
            for column in dict.fromkeys((*was, *row)):
                if not same(was.get(column), row.get(column)):
                    yield Change(sheet, key, column, was.get(column), row.get(column))
        for key in old:
            if key not in new:
                yield Change(sheet, key, EXISTS, "yes", None)


def same(one: Value | None, other: Value | None) -> bool:
    """Whether two cells say the same, down to the decimals that were typed."""
    return one == other and str(one) == str(other)
