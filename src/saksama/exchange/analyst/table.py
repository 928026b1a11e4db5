"""Tables for analysts: what a table and its columns are, and how a computed figure stands in a cell."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from saksama.kernel.quantity import Quantity
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import ending_decimal

Cell = str | int | Decimal | bool | date | None


class Kind(Enum):
    """What stands in a column."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FLAG = "true or false"
    DAY = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its meaning with the Indonesian term, and the unit of its numbers."""

    name: str
    kind: Kind
    meaning: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its first column is an id that stays from export to export; a row has a cell for each column."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[PerformanceRecord], Iterable[tuple[Cell, ...]]]


def number(value: Quantity) -> Decimal | None:
    """A computed figure as a cell: exact where its decimals end, else with ten of them; empty where there is none."""
    return ending_decimal(value) if isinstance(value, Fraction) else None


def fraction(value: Quantity) -> str | None:
    """The exact value ("2800/27"), so that nothing is rounded twice."""
    return str(value) if isinstance(value, Fraction) else None


def reason(value: Quantity) -> str | None:
    """Why there is no number ("no-actual"), a word of docs/reference/tables.md."""
    return None if isinstance(value, Fraction) else value.reason.value
