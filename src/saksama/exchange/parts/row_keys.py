"""Which row of a sheet is which in another copy of the workbook: by what names it, not by where it stands."""

from collections.abc import Mapping, Sequence

from saksama.exchange.fields import Kind, Layout, Sheet
from saksama.exchange.rows.row import Row, Value

RowKey = tuple[Value, ...]
"""What names a row; the last part numbers rows of the same name."""


def key_fields(sheet: Sheet) -> tuple[str, ...]:
    """The fields that name a row: its code, else its keys with the name, else what is short and required."""
    if sheet.layout is Layout.KEY_VALUE:
        return ()
    stated = [field for field in sheet.fields if not field.is_computed]
    if any(field.identifier == "id" for field in stated):
        return ("id",)
    if any(field.is_key for field in stated):
        return tuple(
            field.identifier for field in stated if field.is_key or (field.identifier == "name" and field.required)
        )
    required = [field for field in stated if field.required and not field.when]
    names = [field.identifier for field in required if field.kind in (Kind.TEXT, Kind.REFERENCE, Kind.YEAR)]
    return tuple(names or [field.identifier for field in required if field.kind is Kind.CHOICE])


def is_unique(sheet: Sheet) -> bool:
    """Whether two rows of one name are one thing that two people described, not two things."""
    return sheet.layout is Layout.KEY_VALUE or any(
        field.identifier == "id" or field.is_key for field in sheet.fields if not field.is_computed
    )


def keyed(sheet: Sheet, rows: Sequence[Row], against: Mapping[RowKey, Row] | None = None) -> dict[RowKey, Row]:
    """The rows by their keys, in their order; each row of another copy (`against`) has the key that it has there.

    Of rows with the same name those that say the same are the same; the others are taken in their order.
    """
    fields, other = key_fields(sheet), against or {}
    names: list[RowKey] = [tuple(row.get(field, "") for field in fields) for row in rows]
    free: dict[RowKey, list[RowKey]] = {}
    highest: dict[RowKey, int] = {}
    for key in other:
        free.setdefault(key[:-1], []).append(key)
        highest[key[:-1]] = max(highest.get(key[:-1], 0), int(str(key[-1])))
    keys: list[RowKey | None] = []
    for name, row in zip(names, rows, strict=True):
        same = next((key for key in free.get(name, ()) if other[key] == row), None)
        if same is not None:
            free[name].remove(same)
        keys.append(same)
    found: dict[RowKey, Row] = {}
    for name, equal, row in zip(names, keys, rows, strict=True):
        chosen = equal
        if chosen is None and free.get(name):
            chosen = free[name].pop(0)
        if chosen is None:
            highest[name] = highest.get(name, 0) + 1
            chosen = (*name, highest[name])
        found[chosen] = row
    return found
