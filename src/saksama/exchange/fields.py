"""What a sheet of the workbook is made of. The table in `sheets/` drives the writer, the reader and their messages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Kind(Enum):
    """What a cell holds."""

    TEXT = "text"
    LONG_TEXT = "long-text"  # wrapped, may have line breaks
    INTEGER = "integer"
    DECIMAL = "decimal"  # keeps the decimals that were typed
    VALUE = "value"  # a decimal in the unit of the row's indicator, or a word of its scale
    PERCENT = "percent"  # 67.5 stands for 67,5 %: no per cent format, so 0,675 is suspicious
    RUPIAH = "rupiah"
    DATE = "date"
    YEAR = "year"
    CHOICE = "choice"  # one of `options`; a row holds the value, the cell the label
    REFERENCE = "reference"  # the code of a row of `refers_to`


class Role(Enum):
    """Who usually knows the value (practice.md: one planner never knows all of it)."""

    PLANNER = "Perencana"
    DIVISION = "Kepala bidang"
    FINANCE = "Keuangan"
    ACTIVITY = "PPTK"
    PERSONNEL = "Kepegawaian"


@dataclass(frozen=True, slots=True)
class Option:
    """An entry of a drop-down list: what the planner sees, what the record holds, and how else people write it."""

    label: str
    value: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table, or a line of a key-value sheet.

    `heading` is unique on its sheet; a `per_year` field exists once for every year and has "{year}" in it. A required
    cell may stay empty where a field of `unless` is filled, and, if `when` names fields, where none of them is filled;
    both mean the fields of the same row, and of the same year where they are per year. `suggestions` are offered in a
    drop-down, but other text is welcome. `is_key`: tells which row it is; a row in which only keys are filled is
    prepared but not reported, and reads as nothing. `is_computed`: a formula, never read. `is_hidden`: only other
    formulas need it. `is_later`: workbooks made before it existed lack it, which says nothing.
    """

    identifier: str
    heading: str
    hint: str
    kind: Kind
    role: Role = Role.PLANNER
    example: str = ""
    required: bool = False
    unless: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    per_year: bool = False
    options: tuple[Option, ...] = ()
    suggestions: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    is_key: bool = False
    is_computed: bool = False
    is_hidden: bool = False
    is_later: bool = False
    width: int = 14

    def label_of(self, value: str) -> str:
        """The label of a choice's value; an unknown value is its own label."""
        return next((option.label for option in self.options if option.value == value), value)


class Layout(Enum):
    """How a sheet is laid out."""

    TABLE = "table"  # headings in one row, a row for each thing
    KEY_VALUE = "key-value"  # a line for each field: heading, value


@dataclass(frozen=True, slots=True)
class Column:
    """A field at its place on a sheet: a per-year field is a column for each year."""

    field: Field
    year: int | None = None

    @property
    def key(self) -> str:
        """The key of its value in a row: "unit", "target 2020"."""
        return key(self.field.identifier, self.year)

    @property
    def heading(self) -> str:
        """The heading as it is written."""
        return self.field.heading if self.year is None else self.field.heading.replace("{year}", str(self.year))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its tab name, its title and purpose in the planner's words, and its fields in order.

    `thing` is what a row stands for ("indikator"), for messages. `years_together`: the per-year fields that stand next
    to each other are repeated year by year (pagu 2020, realisasi 2020, pagu 2021, …) instead of field by field.
    `is_optional`: an agency may have nothing to write here, and a workbook need not have the sheet.
    """

    identifier: str
    name: str
    title: str
    purpose: str
    fields: tuple[Field, ...]
    layout: Layout = Layout.TABLE
    thing: str = "baris"
    years_together: bool = False
    is_optional: bool = False

    @property
    def anchor(self) -> Field:
        """The field that shows whether a row is in use: the first that is required."""
        return next(field for field in self.fields if field.required)

    def field(self, identifier: str) -> Field:
        """The field with this identifier."""
        return next(field for field in self.fields if field.identifier == identifier)

    def columns(self, years: Iterable[int]) -> tuple[Column, ...]:
        """Every column for the years, in the order in which they are written."""
        return tuple(self._columns(tuple(years)))

    def _columns(self, years: tuple[int, ...]) -> Iterator[Column]:
        waiting: list[Field] = []
        for field in (*self.fields, None):
            if field is not None and field.per_year:
                waiting.append(field)
                continue
            if self.years_together:
                yield from (Column(repeated, year) for year in years for repeated in waiting)
            else:
                yield from (Column(repeated, year) for repeated in waiting for year in years)
            waiting = []
            if field is not None:
                yield Column(field)


def key(identifier: str, year: int | None = None) -> str:
    """The key of a value in a row."""
    return identifier if year is None else f"{identifier} {year}"


HEADING_ROW = 5
"""The row with the headings of a table, counted from 1; the first row of values follows. Written so; when reading, the
headings are looked for."""

NOT_APPLICABLE = "tidak berlaku karena"
"""How a long text begins that says why there is nothing to write; the reason follows."""

NOT_YET = "belum ada"
"""Stands for an amount that is in the budget but has no number yet."""

NONE = "-"
"""Stands for a text that is empty on purpose, where an empty cell means something else."""
