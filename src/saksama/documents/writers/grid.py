"""Where the cells of a table stand on its grid."""

from saksama.documents.document import Row


def starts(rows: tuple[Row, ...]) -> tuple[tuple[int, ...], ...]:
    """For each row the column, from 0, at which each of its cells begins."""
    covered: dict[int, int] = {}  # column: how many further rows a cell from above covers it
    found = []
    for row in rows:
        columns = []
        column = 0
        below = dict(covered)
        for cell in row.cells:
            while covered.get(column, 0):
                column += 1
            columns.append(column)
            for position in range(column, column + cell.colspan):
                below[position] = max(below.get(position, 0), cell.rowspan)
            column += cell.colspan
        covered = {position: count - 1 for position, count in below.items() if count > 1}
        found.append(tuple(columns))
    return tuple(found)
