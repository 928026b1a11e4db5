"""Where a figure stands, as a person finds it: table, row and column as printed, page, and the text itself."""

from saksama.audit.facts import row_name, table_name
from saksama.audit.finding import Spot
from saksama.kernel.provenance import Place
from saksama.understanding.reading import Figured, Reading, Statement

Cell = tuple[Place, str]
"""What tells one printed figure from another."""
Position = tuple[int, int, int]
"""Table, row and column, from 0."""


def cell_of(figured: Figured) -> Cell:
    """What tells this printed figure from another."""
    return figured.place, figured.text


class Spots:
    """All printed figures of a reading by their place."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.positions: dict[Cell, Position] = {}
        for table in reading.tables:
            for row, cells in enumerate(table.cells):
                for column, cell in enumerate(cells):
                    if cell is not None and (row, column) not in table.repeats:
                        self.positions.setdefault(cell_of(cell), (table.index, row, column))
        self._tables = {
            (table.place.file, table.place.sheet, table.place.table): table_name(table)
            for table in reading.tables
            if table.place.table
        }
        self.sentences: dict[Cell, int] = {}
        for sentence in reading.sentences:
            for figured in sentence.figures:
                self.sentences.setdefault(cell_of(figured), sentence.index)
        self._statements: dict[Cell, list[Statement]] = {}
        for statement in reading.statements:
            self._statements.setdefault(cell_of(statement.figure), []).append(statement)

    def statement(self, figured: Figured) -> Statement | None:
        """What the figure states, where it states something."""
        return next(iter(self._statements.get(cell_of(figured), ())), None)

    def position(self, figured: Figured) -> Position | None:
        """Its table, row and column."""
        found = self.positions.get(cell_of(figured))
        if found is None:
            statement = self.statement(figured)
            if statement and None not in (statement.table, statement.row, statement.column):
                return statement.table or 0, statement.row or 0, statement.column or 0
        return found

    def spot(self, figured: Figured) -> Spot:
        """The place of a figure as a person finds it."""
        position = self.position(figured)
        if position is None:
            place = figured.place
            return Spot(place, figured.text, self._tables.get((place.file, place.sheet, place.table), ""))
        table = self._reading.tables[position[0]]
        header = " ".join(table.columns[position[2]].header.split())
        return Spot(figured.place, figured.text, table_name(table), row_name(table, position[1]), header)
