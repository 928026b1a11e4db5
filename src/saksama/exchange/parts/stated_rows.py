"""What people state in a workbook: rows without computed cells, and with a mark for the file that belongs to one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from saksama.exchange.fields import Layout, Sheet, key
from saksama.exchange.rows.record import rows_of
from saksama.exchange.rows.row import Row
from saksama.exchange.sheets.catalogue import SHEETS
from saksama.kernel.activities import BoundAttachment, Picture
from saksama.kernel.agency import Logo
from saksama.kernel.record import PerformanceRecord

CONTENT = "content"
"""The column of the mark: which picture or file belongs to a row. It is on no sheet."""

StatedRows = Mapping[str, tuple[Row, ...]]
"""The rows that something was stated in, by the identifier of their sheet."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of a record by their marks."""

    logos: dict[str, Logo] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    attachments: dict[str, BoundAttachment] = field(default_factory=dict)


def stated_rows(record: PerformanceRecord) -> StatedRows:
    """The rows of a record as far as people stated them; rows that only wait for something are left out."""
    marks = {
        "pictures": [mark(one.content) for one in record.pictures],
        "attachments": [mark(one.content) for one in record.attachments],
        "profile": [mark(record.agency.logo.content)] if record.agency.logo else [],
    }
    rows = rows_of(record)
    return {
        sheet.identifier: _stated(sheet, rows.get(sheet.identifier, ()), marks.get(sheet.identifier, []))
        for sheet in SHEETS
    }


def contents_of(record: PerformanceRecord) -> Contents:
    """The files of a record."""
    logo = record.agency.logo
    return Contents(
        {mark(logo.content): logo} if logo else {},
        {mark(one.content): one for one in record.pictures},
        {mark(one.content): one for one in record.attachments},
    )


def mark(content: bytes) -> str:
    """The mark of a file: alike for alike bytes."""
    return sha256(content).hexdigest()


def _stated(sheet: Sheet, rows: tuple[Row, ...], marks: list[str]) -> tuple[Row, ...]:
    computed = {field.identifier for field in sheet.fields if field.is_computed}
    keys = {field.identifier for field in sheet.fields if field.is_key}
    found: list[Row] = []
    for number, row in enumerate(rows):
        stated = {name: value for name, value in row.items() if field_of(name) not in computed}
        if number < len(marks):
            stated[CONTENT] = marks[number]
        if sheet.layout is Layout.KEY_VALUE or not keys or not set(stated) <= keys:
            found.append(stated)
    return tuple(found)


def field_of(column: str) -> str:
    """The field of a column: "target" of "target 2025"."""
    name, _, year = column.rpartition(" ")
    return name if name and key(name, int(year) if year.isdigit() else None) == column and year.isdigit() else column
