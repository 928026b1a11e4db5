"""The cells of a ruled table: the grid of its lines, and the fields between which no line stands made one."""

from dataclasses import dataclass

from saksama.documents.readers.pdf.frame import Box
from saksama.documents.readers.pdf.rulings import Crossing, Ruling

MAXIMUM_FIELDS = 40_000
"""Fields of one grid; a finer one is graph paper."""
_SAME_EDGE = 4.6  # points: no text stands between two edges that close
_OVERHANG = 8.0  # points that a line runs past the outermost crossing line, so that a border is missing there
_COVERED = 0.55  # of a field's side: a line stands there


@dataclass(frozen=True, slots=True)
class Area:
    """A cell: its first row and column, its extent, and its box in the frame of the page."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table in reading order, and the edges of its rows and columns."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]
    is_rectangular: bool = True

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def grid_of(crossing: Crossing, grounds: list[Box] | None = None) -> Grid | None:
    """The grid that crossing lines draw; `None` where they enclose nothing or too much.

    Where the `grounds` of most columns end on one height, a row ends as well, as below a header without a rule; where
    one ends on the height of a rule that stops short of its column, its cell does.
    """
    xs = _edges([line.at for line in crossing.upright], [(line.start, line.end) for line in crossing.across])
    ys = _edges([line.at for line in crossing.across], [(line.start, line.end) for line in crossing.upright])
    ends = _ends_of_grounds(grounds or [], xs, ys)
    ys = sorted({*ys, *(rule.at for rule in ends)})
    crossing = Crossing((*crossing.across, *ends), crossing.upright)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > MAXIMUM_FIELDS:
        return None
    walls = _sides(crossing.upright, xs, ys)  # walls[edge][row]
    floors = _sides(crossing.across, ys, xs)  # floors[edge][column]
    areas, is_rectangular = _areas(rows, columns, walls, floors)
    xs, ys, areas = _without_idle_edges(xs, ys, areas)
    boxed = tuple(
        Area(row, column, down, right, (xs[column], ys[row], xs[column + right], ys[row + down]))
        for row, column, down, right in areas
    )
    return Grid(tuple(xs), tuple(ys), boxed, is_rectangular)


def _ends_of_grounds(grounds: list[Box], xs: list[float], ys: list[float]) -> list[Ruling]:
    """Where grounds end or begin: at the height of a rule each by itself, elsewhere only those of most columns."""
    if not ys or len(xs) < 3:
        return []
    inside = [box for box in grounds if xs[0] - 3 <= box[0] and box[2] <= xs[-1] + 3 and ys[0] - 3 <= box[1] <= ys[-1]]
    widths: dict[int, float] = {}
    ends: list[Ruling] = []
    for box in inside:
        if not all(min(abs(edge - x) for x in xs) <= 3 for edge in (box[0], box[2])):
            continue
        for height in (box[1], box[3]):
            middle = (box[0] + box[2]) / 2
            beside = [other for other in inside if other[0] <= middle <= other[2]]
            covered = [any(other[1] < height + step < other[3] for other in beside) for step in (-3, 3)]
            nearest = min(ys, key=lambda y: abs(height - y))
            if covered[0] == covered[1]:
                continue
            if abs(height - nearest) <= _SAME_EDGE:
                ends.append(Ruling(nearest, box[0], box[2]))
            else:
                widths[round(height)] = widths.get(round(height), 0.0) + box[2] - box[0]
    wide = [height for height, width in sorted(widths.items()) if width > 0.6 * (xs[-1] - xs[0])]
    return [*ends, *(Ruling(float(height), xs[0], xs[-1]) for height in wide)]


def _without_idle_edges(
    xs: list[float], ys: list[float], areas: list[tuple[int, int, int, int]]
) -> tuple[list[float], list[float], list[tuple[int, int, int, int]]]:
    """The grid without the edges at which no cell begins or ends, and the cells counted anew."""
    used_columns = sorted({edge for _row, column, _down, right in areas for edge in (column, column + right)})
    used_rows = sorted({edge for row, _column, down, _right in areas for edge in (row, row + down)})
    column_of = {edge: number for number, edge in enumerate(used_columns)}
    row_of = {edge: number for number, edge in enumerate(used_rows)}
    counted = [
        (
            row_of[row],
            column_of[column],
            row_of[row + down] - row_of[row],
            column_of[column + right] - column_of[column],
        )
        for row, column, down, right in areas
    ]
    return [xs[edge] for edge in used_columns], [ys[edge] for edge in used_rows], counted


def _edges(places: list[float], runs: list[tuple[float, float]]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME_EDGE:
            edges.append(place)
    start, end = min(start for start, _ in runs), max(end for _, end in runs)
    if start < edges[0] - _OVERHANG:
        edges.insert(0, start)
    if end > edges[-1] + _OVERHANG:
        edges.append(end)
    return edges


def _sides(lines: tuple[Ruling, ...], edges: list[float], across: list[float]) -> list[list[bool]]:
    """For each edge, whether a line stands along each field; the outermost edges always count as drawn."""
    sides = [[index in (0, len(edges) - 1)] * (len(across) - 1) for index in range(len(edges))]
    for line in lines:
        index = min(range(len(edges)), key=lambda index: abs(edges[index] - line.at))
        for field in range(len(across) - 1):
            start, end = across[field], across[field + 1]
            if min(line.end, end) - max(line.start, start) >= _COVERED * (end - start):
                sides[index][field] = True
    return sides


def _areas(
    rows: int, columns: int, walls: list[list[bool]], floors: list[list[bool]]
) -> tuple[list[tuple[int, int, int, int]], bool]:
    """Row, column, rowspan, colspan of each cell; fields that are no rectangle together are cut into some."""
    region = _regions(rows, columns, walls, floors)
    taken = [[False] * columns for _ in range(rows)]
    seen: set[int] = set()
    areas: list[tuple[int, int, int, int]] = []
    is_rectangular = True
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            name = region[row][column]
            is_rectangular = is_rectangular and name not in seen
            seen.add(name)
            right = 1
            while column + right < columns and region[row][column + right] == name and not taken[row][column + right]:
                right += 1
            down = 1
            while row + down < rows and all(region[row + down][column + k] == name for k in range(right)):
                down += 1
            for k in range(down):
                taken[row + k][column : column + right] = [True] * right
            areas.append((row, column, down, right))
    return areas, is_rectangular


def _regions(rows: int, columns: int, walls: list[list[bool]], floors: list[list[bool]]) -> list[list[int]]:
    parent = list(range(rows * columns))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not walls[column + 1][row]:
                parent[root(here)] = root(here + 1)
            if row + 1 < rows and not floors[row + 1][column]:
                parent[root(here)] = root(here + columns)
    return [[root(row * columns + column) for column in range(columns)] for row in range(rows)]
