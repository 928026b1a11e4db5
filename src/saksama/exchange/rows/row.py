"""A row of a sheet: the value of each filled cell by the key of its column."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from saksama.kernel.agency import Officeholder
from saksama.kernel.quantity import Quantity

Value = str | int | Decimal | Fraction | date
"""What a cell holds. A `Fraction` is computed and shown only."""

Row = dict[str, Value]


def row(cells: Iterable[tuple[str, Value | None]]) -> Row:
    """The row of what is filled: neither `None` nor empty text."""
    return {name: value for name, value in cells if value is not None and value != ""}


def number(value: Quantity | None) -> Fraction | None:
    """The value of a computed cell; `None` where no number follows."""
    return value if isinstance(value, Fraction) else None


def person(prefix: str, holder: Officeholder | None) -> list[tuple[str, Value | None]]:
    """The cells of a person in a post."""
    if holder is None:
        return []
    return [
        (f"{prefix}_name", holder.name),
        (f"{prefix}_position", holder.position),
        (f"{prefix}_rank", holder.rank),
        (f"{prefix}_employee_number", holder.employee_number),
        (f"{prefix}_acting", holder.acting),
    ]


def is_exact(value: Decimal) -> bool:
    """Whether a spreadsheet's number holds the value with all its digits: at most 15 of them, 15 behind the point."""
    _, digits, exponent = value.as_tuple()
    return isinstance(exponent, int) and len(digits) <= 15 and -15 <= exponent <= 0
