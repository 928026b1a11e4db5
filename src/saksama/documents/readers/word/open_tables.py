"""The tables that stand open while the text runs by, each inside a cell of the one before."""

from saksama.documents.document import UnreadKind
from saksama.documents.readers.word.flow import Container, OpenCell, OpenRow, OpenTable
from saksama.documents.readers.word.names import attribute, is_on, value, whole
from saksama.documents.readers.word.surroundings import Surroundings
from saksama.documents.readers.word.tables import as_box, build, close_cell
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_TABLE_DEPTH = 8
MAXIMUM_CELLS = 1_000_000
_MOST_COLUMNS = 63
"""Word's own limit."""


class OpenTables:
    """The open tables. What is past a limit is answered with no and said once."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._open: list[OpenTable] = []
        self._cells: list[tuple[OpenRow, OpenCell]] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    def open_table(self, container: Container) -> bool:
        """Begin a table in this container."""
        container.tables += 1
        path = f"{container.path}/tbl[{container.tables}]"
        depth = len(self._open) + 1
        if depth > MAXIMUM_TABLE_DEPTH:
            note = _("tabel bersarang lebih dari {depth} tingkat").format(depth=MAXIMUM_TABLE_DEPTH)
            self._around.note(UnreadKind.LIMIT, path, note)
            return False
        self._around.tables += 1
        self._open.append(OpenTable(path, self._around.tables))
        return True

    def close_table(self, container: Container) -> None:
        """Put the finished table, or the text that it frames, into its container."""
        table = self._open.pop()
        container.items += as_box(table) or ([build(table, self._around.file)] if table.rows else [])

    def open_row(self) -> bool:
        """Begin a row of the innermost table."""
        if not self._open:
            return False
        if self._around.cells >= MAXIMUM_CELLS:
            if self._around.cells == MAXIMUM_CELLS:
                self._around.cells += 1
                note = _("lebih dari {count} sel tabel").format(count=MAXIMUM_CELLS)
                self._around.note(UnreadKind.LIMIT, self._open[-1].path, note)
            return False
        self._open[-1].rows.append(OpenRow())
        return True

    def close_row(self) -> None:
        """End the row."""
        table = self._open[-1]
        row = table.rows[-1]  # rows stand in rows in no file that a program wrote
        if row.is_hidden and not row.is_removed:
            self._around.note(UnreadKind.HIDDEN, f"{table.path}/tr[{len(table.rows)}]", _("baris tabel tersembunyi"))
        if len(row.cells) > 1:  # what is kept apart for a frame around text is not needed
            for cell in row.cells:
                cell.container.items = []

    def remove_row(self) -> None:
        """Leave the row out: its deletion is tracked."""
        for row in self._open[-1].rows[-1:]:
            row.is_removed = True

    def open_cell(self) -> Container | None:
        """Begin a cell and return what holds its text; `None` outside a row."""
        table = self._open[-1] if self._open else None
        if table is None or not table.rows:
            return None
        row = table.rows[-1]
        self._around.cells = min(self._around.cells + 1, MAXIMUM_CELLS)
        path = f"{table.path}/tr[{len(table.rows)}]/tc[{len(row.cells) + 1}]"
        place = Place(
            file=self._around.file, table=str(table.number), row=len(table.rows), column=row.next_column, path=path
        )
        container = Container(path, cell=place)
        cell = OpenCell(container, row.next_column, place)
        row.cells.append(cell)
        self._cells.append((row, cell))
        return container

    def close_cell(self) -> None:
        """End the cell."""
        row, cell = self._cells.pop()
        close_cell(cell)
        row.next_column += cell.span

    def read_property(self, name: str, attributes: dict[str, str], *, of_row: bool) -> bool:
        """Take a property of the table, its last row or its last cell; say whether it was one."""
        table = self._open[-1]
        row = table.rows[-1] if table.rows else None
        cell = row.cells[-1] if row and row.cells else None
        match name:
            case "w:gridCol" if len(table.widths) < _MOST_COLUMNS:
                table.widths.append(float(whole(attribute(attributes, "w:w")) or 0))
            case "w:tblHeader" if row and is_on(attributes):
                row.is_header = True
            case "w:hidden" if row and of_row and is_on(attributes):
                row.is_hidden = True
            case "w:gridBefore" if row:
                row.next_column += min(whole(value(attributes)) or 0, _MOST_COLUMNS)
            case "w:gridSpan" if cell:
                cell.span = min(max(whole(value(attributes)) or 1, 1), _MOST_COLUMNS)
            case "w:vMerge" if cell:
                cell.merged = value(attributes) or "continue"
            case "w:hMerge" if cell:
                cell.across = value(attributes) or "continue"
            case _:
                return False
        return True
