"""What somebody typed into a sheet of the record → the record: read as a workbook is, so that every check is made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from saksama.documents.readers.spreadsheet_cells import Workbook, cell_position
from saksama.exchange.fields import HEADING_ROW, Field, Kind, Layout, Sheet
from saksama.exchange.parts.stated_rows import StatedRows
from saksama.exchange.problem import Problem, Severity, describe
from saksama.exchange.reading import read_as_far_as_possible
from saksama.exchange.rows.row import Row, Value
from saksama.exchange.sheets.catalogue import sheet_named
from saksama.kernel.dates import write_date
from saksama.kernel.figures import write_decimal
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.record_sheets import RecordSheet, own_rows
from saksama.web.measurement.stated_workbook import stated_columns, workbook
from saksama.web.measurement.typed_numbers import UnclearNumberError, typed_number


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a row, by the identifiers of its fields; `origin` is the row of the page, from 0."""

    texts: Mapping[str, str]
    origin: int


_NUMBERS = {Kind.INTEGER, Kind.DECIMAL, Kind.PERCENT, Kind.VALUE}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a cell of the typed rows; `row` and `field` are `None` where it concerns all of it."""

    row: int | None
    field: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """The record with what was typed, or `None` where something must be corrected first; notes are only told."""

    record: PerformanceRecord | None
    complaints: tuple[Complaint, ...]
    notes: tuple[str, ...]


def typed_of(own: RecordSheet, row: Row, year: int) -> dict[str, str]:
    """A row as it is typed: numbers with their comma, dates in words."""
    return {column.field.identifier: _text(column.field, row.get(column.key)) for column in own.columns(year)}


def read_typed(
    record: PerformanceRecord, rows: StatedRows, typed: Sequence[Typed], *, own: RecordSheet, year: int
) -> ReadSheet:
    """Read what was typed in place of what a page shows of a sheet; `rows` are the stated rows of the record."""
    sheet = sheet_named(own.identifier)
    present = rows.get(own.identifier, ())
    shown = own_rows(own, present, year)
    unclear: list[Complaint] = []
    stated = [
        {**_unshown(own, shown, line.origin, year), **_cells(own, line, number, year, unclear)}
        for number, line in enumerate(typed)
    ]
    if unclear:
        return ReadSheet(None, tuple(unclear), ())
    merged, places = _in_place(present, shown, stated)
    years = _years(record, rows)
    found, problems = read_as_far_as_possible(workbook({**rows, own.identifier: tuple(merged)}, years))
    complaints = [*_complaints(own, years, problems, places), *_elsewhere(sheet, problems, workbook(rows, years))]
    if complaints or found is None:
        return ReadSheet(None, tuple(complaints), ())
    notes = [describe(one) for one in problems if one.place.sheet == sheet.name and one.place.cell]
    return ReadSheet(_with_parts(record, found, own), (), tuple(notes))


def _in_place(present: Sequence[Row], shown: Sequence[Row], stated: Sequence[Row]) -> tuple[list[Row], list[int]]:
    """The rows with the stated ones where the shown ones stood, more of them at the end; and where each stands."""
    left, merged, places = list(stated), [], []
    for row in present:
        if row not in shown:
            merged.append(row)
        elif left:
            places.append(len(merged))
            merged.append(left.pop(0))
    places += range(len(merged), len(merged) + len(left))
    return [*merged, *left], places


def _unshown(own: RecordSheet, shown: Sequence[Row], origin: int, year: int) -> Row:
    """What the row says that was typed over, in columns that the page does not show."""
    columns = {column.key for column in own.columns(year)}
    row = shown[origin] if origin < len(shown) else {}
    return {name: value for name, value in row.items() if name not in columns}


def _cells(own: RecordSheet, line: Typed, number: int, year: int, unclear: list[Complaint]) -> Row:
    cells: Row = {"year": year} if own.is_of_year else {}
    for column in own.columns(year):
        field = column.field
        text = line.texts.get(field.identifier, "").strip()
        if not text:
            continue
        value: Value | None = text
        if field.kind in _NUMBERS:
            try:
                value = typed_number(text)
            except UnclearNumberError as error:
                if field.kind is not Kind.VALUE:  # which may also be a word, as the reader knows
                    unclear.append(Complaint(number, field.identifier, str(error)))
        if value is not None:
            cells[column.key] = value
    return cells


def _complaints(
    own: RecordSheet, years: Sequence[int], problems: Sequence[Problem], places: Sequence[int]
) -> Iterator[Complaint]:
    """`places` are those of the typed rows among the rows of the sheet."""
    sheet = sheet_named(own.identifier)
    columns = [column.field.identifier for column in stated_columns(sheet, years)]
    for one in problems:
        if one.place.sheet != sheet.name or one.severity is Severity.NOTE:
            continue
        row, column = cell_position(one.place.cell) or (0, 0)
        words = _words(one)
        if sheet.layout is Layout.KEY_VALUE:
            known = 0 < row <= len(columns)
            yield Complaint(0 if known else None, columns[row - 1] if known else None, words)
        else:
            place = row - HEADING_ROW - 1
            known = place in places and 0 < column <= len(columns)
            yield Complaint(places.index(place) if known else None, columns[column - 1] if known else None, words)


def _elsewhere(sheet: Sheet, problems: Sequence[Problem], before: Workbook) -> Iterator[Complaint]:
    """What is wrong in other sheets now and was not before, such as a code that something still refers to."""
    wrong = [one for one in problems if one.place.sheet != sheet.name and one.severity is Severity.ERROR]
    if wrong:
        known = set(read_as_far_as_possible(before)[1])
        yield from (Complaint(None, None, describe(one)) for one in wrong if one not in known)


def _words(problem: Problem) -> str:
    said = problem.found[:1].upper() + problem.found[1:]
    return ". ".join(part for part in (said, problem.remedy) if part) + "."


def _with_parts(record: PerformanceRecord, found: PerformanceRecord, own: RecordSheet) -> PerformanceRecord:
    agency = replace(found.agency, logo=record.agency.logo)
    parts = {name: getattr(found, name) for name in own.parts}
    return replace(record, **{**parts, **({"agency": agency} if "agency" in parts else {})})


def _years(record: PerformanceRecord, rows: StatedRows) -> list[int]:
    """The years that columns are needed for: those of the plan, and others in which something was stated."""
    stated = {int(name[-4:]) for of_sheet in rows.values() for row in of_sheet for name in row if name[-4:].isdigit()}
    return sorted({*range(record.plan.first_year, record.plan.last_year + 1), *stated})


def _text(field: Field, value: Value | None) -> str:
    match value:
        case None:
            return ""
        case date():
            return write_date(value)
        case Decimal() if field.kind is Kind.RUPIAH:
            return write_decimal(value)
        case Decimal():  # without points between thousands, so that it can be read in one way only
            return f"{value:f}".replace(".", ",")
        case _:
            return str(value)
