"""Read a workbook (.xlsx) as a document: each sheet a heading, and the regions of its cells as tables.

A region is a rectangle of cells that empty rows and columns part from the others. The texts are those that a person
sees: 93,28% for 0.9328 in a format with percent; of a formula its last computed value.
"""

from collections.abc import Iterator
from pathlib import Path

from saksama.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    PartKind,
    Row,
    Table,
    Text,
    Unread,
    UnreadKind,
    plain,
)
from saksama.documents.readers.captions import with_captions
from saksama.documents.readers.spreadsheet import read_workbook
from saksama.documents.readers.spreadsheet_cells import CellRange, Sheet, cell_name
from saksama.documents.readers.spreadsheet_formats import ErrorValue
from saksama.documents.readers.table_rows import split_header
from saksama.documents.readers.workbook_regions import merged_cells, regions
from saksama.documents.readers.workbook_visible import VisibleSheet, visible
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_TABLE_CELLS = 1_000_000
"""Of all regions together, empty cells inside them counted: a sparse sheet may span more than it holds."""
_MOST_NAMED = 20


def read(path: Path) -> Document:
    """Read the workbook. Raises `UnreadableFileError` where it cannot be read or passes a limit."""
    reading = _Reading(path.name)
    blocks: list[Block] = []
    for number, sheet in enumerate(read_workbook(path).sheets, start=1):
        if sheet.cells or sheet.pictures:
            blocks += reading.sheet(sheet, number)
    return Document("", "", None, (Part(PartKind.BODY, tuple(blocks)),), unread=tuple(reading.unread))


class _Reading:
    """Counts tables and cells over the sheets, and gathers what was not read."""

    def __init__(self, file: str) -> None:
        self.unread: list[Unread] = []
        self._file = file
        self._tables = 0
        self._cells = 0
        self._merged: dict[tuple[int, int], CellRange] = {}

    def sheet(self, whole: Sheet, number: int) -> Iterator[Block]:
        """The heading and the tables of a sheet; a hidden one is read too, and said to be hidden."""
        place = Place(file=self._file, sheet=whole.name)
        seen = visible(whole)
        sheet = seen.sheet
        self._say_hidden(whole, place, left_out=sheet.hidden_rows)
        yield Heading(1, sheet.name, f"lembar-{number}", place=place)
        blocks: list[Block] = []
        self._merged = merged_cells(sheet)
        for region in regions(sheet, self._merged):
            size = (region.last_row - region.first_row + 1) * (region.last_column - region.first_column + 1)
            if self._cells + size > MAXIMUM_TABLE_CELLS:
                note = _("lebih dari {count} sel tabel").format(count=MAXIMUM_TABLE_CELLS)
                first = cell_name(seen.row(region.first_row), seen.column(region.first_column))
                where = Place(file=self._file, sheet=sheet.name, cell=first)
                self.unread.append(Unread(UnreadKind.LIMIT, where, note))
                break
            self._cells += size
            blocks += self._region(seen, region)
        yield from with_captions(blocks)

    def _say_hidden(self, sheet: Sheet, place: Place, *, left_out: frozenset[int]) -> None:
        if sheet.hidden:
            self.unread.append(Unread(UnreadKind.HIDDEN, place, _("lembar tersembunyi, tetap dibaca")))
        rows = sorted(left_out & {row for row, _column in sheet.cells})
        columns = sorted(sheet.hidden_columns & {column for _row, column in sheet.cells})
        if rows:
            which = ", ".join(map(str, rows[:_MOST_NAMED]))
            note = _("baris tersembunyi, tidak dibaca: {which}").format(which=which)
            self.unread.append(Unread(UnreadKind.HIDDEN, place, note))
        if columns:
            which = ", ".join(cell_name(1, column)[:-1] for column in columns[:_MOST_NAMED])
            note = _("kolom tersembunyi, tidak dibaca: {which}").format(which=which)
            self.unread.append(Unread(UnreadKind.HIDDEN, place, note))
        for picture in sheet.pictures:
            where = Place(file=self._file, sheet=sheet.name, cell=cell_name(picture.row, picture.column))
            self.unread.append(Unread(UnreadKind.IMAGE, where))

    def _region(self, seen: VisibleSheet, region: CellRange) -> Iterator[Block]:
        """The region as a table; rows that are one text across it are lines above or below the table."""
        rows = [self._row(seen, region, row) for row in range(region.first_row, region.last_row + 1)]
        first, last = 0, len(rows)
        while first < last and _is_line(rows[first]):
            first += 1
        while last > first and _is_line(rows[last - 1]):
            last -= 1
        yield from _lines(rows[:first])
        if first < last:
            self._tables += 1
            yield self._table(seen, rows[first:last], region, region.first_row + first)
        yield from _lines(rows[last:])

    def _row(self, seen: VisibleSheet, region: CellRange, row: int) -> Row:
        sheet = seen.sheet
        cells = []
        column = region.first_column
        while column <= region.last_column:
            merged = self._merged.get((row, column))
            if merged and (merged.first_row, merged.first_column) != (row, column):
                # Covered from above or from the left.
                column = min(merged.last_column, region.last_column) + 1
                continue
            across = min(merged.last_column, region.last_column) - column + 1 if merged else 1
            down = min(merged.last_row, region.last_row) - row + 1 if merged else 1
            found = sheet.cells.get((row, column))
            place = Place(
                file=self._file,
                sheet=sheet.name,
                cell=cell_name(seen.row(row), seen.column(column)),
                table=str(self._tables + 1),
                row=seen.row(row),
                column=seen.column(column),
                start=0,
            )
            if found is not None and isinstance(found.value, ErrorValue):
                self.unread.append(Unread(UnreadKind.DAMAGED, place, found.text))
            text = found.text.strip() if found else ""
            cells.append(Cell((Text(text, place=place),) if text else (), across, down, place=place))
            column += across
        return Row(tuple(cells))

    def _table(self, seen: VisibleSheet, rows: list[Row], region: CellRange, first_row: int) -> Table:
        header, body = split_header(tuple(rows))
        width = region.last_column - region.first_column + 1
        start = cell_name(seen.row(first_row), seen.column(region.first_column))
        place = Place(file=self._file, sheet=seen.sheet.name, cell=start, table=str(self._tables))
        return Table(tuple(Column(1.0) for _ in range(width)), header, body, place=place)


def _is_line(row: Row) -> bool:
    """Whether the row is one text alone, as titles and notes around a table are."""
    filled = [cell for cell in row.cells if cell.content]
    return not filled or (len(filled) == 1 and (row.cells[0] is filled[0] or filled[0].colspan > 1))


def _lines(rows: list[Row]) -> Iterator[Block]:
    for row in rows:
        for cell in row.cells:
            if plain(cell.content):
                yield Paragraph(cell.content, place=cell.place)
