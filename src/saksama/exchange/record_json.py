"""Record → JSON: every field that says something, under its name in the kernel; docs/reference/record.schema.json."""

import json
from base64 import b64encode
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from saksama.exchange.record_shapes import FORMAT, VERSION, members
from saksama.kernel.quantity import is_measurable
from saksama.kernel.record import PerformanceRecord


def write_record(record: PerformanceRecord) -> bytes:
    """The record as UTF-8. What is `None` or as it is by default is left out."""
    content = {"format": FORMAT, "version": VERSION} | encoded(record)
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def encoded(value: Any) -> Any:
    """A value of the record as JSON: decimals as plain text with the decimals that they are stated with."""
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return _decimal(value)
        case date():
            return value.isoformat()
        case bytes():
            return b64encode(value).decode("ascii")
        case Enum():
            return value.value
        case tuple():
            return [encoded(item) for item in value]
        case _:
            return _object(value)


def _decimal(value: Decimal) -> str:
    if not is_measurable(value):
        raise ValueError(f"{value} has more digits than are ever measured")
    return f"{value:f}"


def _object(value: Any) -> dict[str, Any]:
    said = {}
    owner: type = type(value)
    for name, is_required, default in _defaults(owner):
        item = encoded(getattr(value, name))
        # Compared as they are written: Decimal("100.00") is Decimal(100), and yet not the same statement.
        if is_required or item != default:
            said[name] = item
    return said


@cache
def _defaults(owner: type) -> tuple[tuple[str, bool, Any], ...]:
    return tuple(
        (one.name, one.is_required, None if one.is_required else encoded(one.default)) for one in members(owner)
    )
