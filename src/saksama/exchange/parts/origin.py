"""What a part of a workbook held when it was handed out, kept in the part itself, so that its edits can be told."""

import json
import zlib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from saksama.exchange.parts.stated_rows import StatedRows
from saksama.exchange.rows.row import Value

_MARK = "saksama-bagian-1:"
_CELL = 30_000
_LARGEST = 64 * 1024 * 1024
"""A part that claims to unpack to more was not written by us."""


@dataclass(frozen=True, slots=True)
class Origin:
    """For whom a part was made, and the rows that it was made from."""

    who: str
    rows: StatedRows


def write_origin(origin: Origin) -> tuple[str, ...]:
    """The origin as texts that cells can hold."""
    rows = {
        name: [[[column, _plain(value)] for column, value in row.items()] for row in rows]
        for name, rows in origin.rows.items()
    }
    packed = zlib.compress(json.dumps({"who": origin.who, "rows": rows}, ensure_ascii=True).encode(), 9)
    text = b64encode(packed).decode("ascii")
    pieces = [text[start : start + _CELL] for start in range(0, len(text), _CELL)]
    return (_MARK + str(len(pieces)), *pieces)


def read_origin(texts: Sequence[str]) -> Origin | None:
    """The origin that the texts hold; `None` where they were changed or are no origin."""
    if not texts or texts[0] != _MARK + str(len(texts) - 1):
        return None
    try:
        packed = b64decode("".join(texts[1:]), validate=True)
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(packed, _LARGEST)
        if not unpacking.eof:
            return None
        stated = json.loads(content)
        rows = {
            str(name): tuple({str(column): _value(value) for column, value in row} for row in rows)
            for name, rows in stated["rows"].items()
        }
        return Origin(str(stated["who"]), rows)
    except (Base64Error, zlib.error, ValueError, KeyError, TypeError, ArithmeticError, AttributeError, RecursionError):
        return None


def _plain(value: Value) -> Any:
    match value:
        case str() | int():
            return value
        case Decimal():
            return {"d": str(value)}
        case date():
            return {"t": value.isoformat()}
        case Fraction():
            return {"f": str(value)}


def _value(plain: Any) -> Value:
    match plain:
        case str() | int():
            return plain
        case {"d": str(text)}:
            return Decimal(text)
        case {"t": str(text)}:
            return date.fromisoformat(text)
        case {"f": str(text)}:
            return Fraction(text)
        case _:
            raise ValueError(plain)
