"""Rows of a sheet that hold something: blank rows between, merged cells and hidden rows do not disturb."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from saksama.documents.readers.spreadsheet_cells import CellRange, SheetCell, cell_name
from saksama.documents.readers.spreadsheet_cells import Sheet as Tab
from saksama.exchange.fields import Column, Kind, Sheet
from saksama.exchange.intake.rows import Entry, FilledRow
from saksama.exchange.intake.sheets import Headings, find_headings, folded
from saksama.exchange.intake.values import read_entry
from saksama.exchange.problem import Problems
from saksama.kernel.provenance import Place
from saksama.language.messages import _

VALUE_HEADING = "Nilai"
"""Heads the values of a sheet with a line for each field."""

_NUMBERS = (Kind.DECIMAL, Kind.VALUE, Kind.PERCENT, Kind.RUPIAH, Kind.INTEGER)


def read_table(sheet: Sheet, tab: Tab, problems: Problems) -> list[FilledRow] | None:
    """The rows in which more than keys and computed cells are filled; `None`, with an error, without headings."""
    headings = find_headings(sheet, tab, problems)
    if headings is None:
        return None
    filled = _filled_rows(tab, headings)
    merged = _merged_values(tab, headings, filled)
    rows: list[FilledRow] = []
    for number in filled:
        row = _read_row(sheet, tab, number, headings, merged=merged, problems=problems)
        if row is not None:
            rows.append(row)
    _note_hidden(tab, headings, rows, problems)
    return rows


def _filled_rows(tab: Tab, headings: Headings) -> list[int]:
    wanted = {position for position, column in headings.columns.items() if not column.field.is_computed}
    return sorted(
        {
            row
            for (row, column), cell in tab.cells.items()
            if row > headings.last_row and column in wanted and cell.value != ""
        }
    )


@dataclass(frozen=True, slots=True)
class _Merged:
    """A cell that a merged one covers: the merged cell and its range."""

    cell: SheetCell
    range: CellRange


def _merged_values(tab: Tab, headings: Headings, filled: list[int]) -> dict[tuple[int, int], _Merged]:
    covered: dict[tuple[int, int], _Merged] = {}
    for merge in tab.merges:
        corner = (merge.first_row, merge.first_column)
        cell = tab.cells.get(corner)
        if cell is None or merge.first_row <= headings.last_row:
            continue
        columns = [position for position in headings.columns if merge.first_column <= position <= merge.last_column]
        for row in filled:
            if merge.first_row <= row <= merge.last_row:
                covered |= {(row, column): _Merged(cell, merge) for column in columns if (row, column) != corner}
    return covered


def _read_row(
    sheet: Sheet,
    tab: Tab,
    number: int,
    headings: Headings,
    *,
    merged: Mapping[tuple[int, int], _Merged],
    problems: Problems,
) -> FilledRow | None:
    entries: dict[str, Entry] = {}
    overwritten: dict[str, Entry] = {}
    unreadable: set[str] = set()
    found = Problems()
    for position, column in sorted(headings.columns.items()):
        place = Place(sheet=tab.name, cell=cell_name(number, position))
        cell = tab.cells.get((number, position))
        if column.field.is_computed:
            _take_overwritten(cell, column, place, overwritten)
            continue
        if cell is None and (number, position) in merged:
            cell = _covered(merged[number, position], column, position, place, problems=found)
        if cell is None or (cell.value == "" or (isinstance(cell.value, str) and not cell.value.strip())):
            continue
        entry = read_entry(cell, column.field, place, found)
        if entry is None:
            unreadable.add(column.key)
        else:
            entries[column.key] = entry
    row_place = Place(sheet=tab.name, cell=cell_name(number, min(headings.columns, default=1)))
    if not entries and not unreadable:
        return None
    keys = {field.identifier for field in sheet.fields if field.is_key}
    if keys and not unreadable and set(entries) <= keys:
        return None
    problems.found += found.found
    cells = {
        column.key: Place(sheet=tab.name, cell=cell_name(number, position))
        for position, column in headings.columns.items()
    }
    return FilledRow(sheet, row_place, entries, cells, frozenset(unreadable), overwritten)


def _take_overwritten(cell: SheetCell | None, column: Column, place: Place, overwritten: dict[str, Entry]) -> None:
    if cell is not None and not cell.formula and cell.text.strip():
        entry = read_entry(cell, column.field, place, Problems())
        if entry is not None:
            overwritten[column.key] = entry


def _covered(merged: _Merged, column: Column, position: int, place: Place, *, problems: Problems) -> SheetCell | None:
    """What a merged cell says of a cell that it covers: texts hold for every row, numbers are asked about."""
    corner = cell_name(merged.range.first_row, merged.range.first_column)
    if column.field.kind not in _NUMBERS:
        return merged.cell if position == merged.range.first_column else None
    if not isinstance(merged.cell.value, Decimal):
        return None
    problems.question(
        place,
        _("sel yang digabung dengan {corner}, sehingga tidak jelas apakah nilainya berlaku juga di sini").format(
            corner=corner
        ),
        _("satu sel untuk setiap angka"),
        _("Pisahkan sel yang digabung, lalu isi setiap sel"),
    )
    return None


def _note_hidden(tab: Tab, headings: Headings, rows: list[FilledRow], problems: Problems) -> None:
    numbers = [row.number for row in rows if row.number in tab.hidden_rows]
    if numbers:
        listed = ", ".join(map(str, numbers[:10])) + ("…" if len(numbers) > 10 else "")
        place = Place(sheet=tab.name, cell=f"{numbers[0]}:{numbers[-1]}")
        problems.note(place, _("baris tersembunyi ({rows}), yang ikut dibaca").format(rows=listed))
    for position, column in sorted(headings.columns.items()):
        field = column.field
        is_read = any(column.key in row.entries for row in rows)
        if position in tab.hidden_columns and is_read and not field.is_hidden:
            place = Place(sheet=tab.name, cell=cell_name(headings.row, position))
            problems.note(place, _('kolom tersembunyi "{heading}", yang ikut dibaca').format(heading=column.heading))


def read_lines(sheet: Sheet, tab: Tab, problems: Problems) -> FilledRow:
    """The lines of a key-value sheet: each value stands in the column headed "Nilai", else right of its heading."""
    entries: dict[str, Entry] = {}
    cells: dict[str, Place] = {}
    unreadable: set[str] = set()
    first: dict[str, tuple[int, int]] = {}
    for position, text in sorted(_texts(tab)):
        first.setdefault(folded(text), position)
    headed = first.get(folded(VALUE_HEADING))
    for field in sheet.fields:
        at = first.get(folded(field.heading))
        if at is None:
            if not field.is_later:
                _report_missing_line(tab, field.heading, required=field.required, problems=problems)
                unreadable.add(field.identifier)
            continue
        row, column = at[0], headed[1] if headed and headed[1] > at[1] and headed[0] < at[0] else at[1] + 1
        cell = tab.cells.get((row, column))
        place = cells[field.identifier] = Place(sheet=tab.name, cell=cell_name(row, column))
        if cell is None or (isinstance(cell.value, str) and not cell.value.strip()):
            continue
        entry = read_entry(cell, field, place, problems)
        if entry is None:
            unreadable.add(field.identifier)
        else:
            entries[field.identifier] = entry
        if row in tab.hidden_rows:
            problems.note(place, _("baris tersembunyi, yang ikut dibaca"))
    return FilledRow(sheet, Place(sheet=tab.name), entries, cells, frozenset(unreadable))


def _texts(tab: Tab) -> Iterator[tuple[tuple[int, int], str]]:
    return ((position, cell.value) for position, cell in tab.cells.items() if isinstance(cell.value, str))


def _report_missing_line(tab: Tab, heading: str, *, required: bool, problems: Problems) -> None:
    place = Place(sheet=tab.name)
    found = _('lembar tanpa baris "{heading}"').format(heading=heading)
    if required:
        remedy = _("Kembalikan baris itu dengan judul yang sama seperti di templat")
        problems.error(place, found, _('baris "{heading}"').format(heading=heading), remedy)
    else:
        problems.note(place, found, "", _("Isian itu dianggap kosong; kembalikan bila diperlukan"))
