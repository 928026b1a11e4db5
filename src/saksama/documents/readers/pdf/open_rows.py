"""Rows of a ruled table that lack rules of their own: the header above its lines, a row that no upright line parts."""

import re
from dataclasses import replace

from saksama.documents.readers.pdf.gaps import Phrase, crosses, is_figure, phrases
from saksama.documents.readers.pdf.lattice import Area, Grid
from saksama.documents.readers.pdf.tables import Cells
from saksama.documents.readers.pdf.words import Line, Word, lines_of, text_of

_FEWEST_COLUMNS = 3
_FEWEST_FIGURES = 2
_HIGHEST_HEADER = 110.0  # points
_STEP = 2.4  # of the size, from line to line of a header and to the table below it
_NO_HEADER = re.compile(
    r"\s*(?:(?:tabel|table|gambar|grafik|lampiran)\b|(?:sumber|keterangan|catatan)\b)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def with_parted_rows(grid: Grid, cells: Cells) -> tuple[Grid, Cells]:
    """The grid with a row over all its columns cut where its words keep to them: "Jumlah  1.200.000  98,5"."""
    width = len(grid.xs) - 1
    if width < _FEWEST_COLUMNS:
        return grid, cells
    areas: list[Area] = []
    filled: Cells = {}
    for index, area in enumerate(grid.areas):
        words = cells.get(index, [])
        parts = _parts(grid, words) if area.colspan == width and area.rowspan == 1 else []
        for first, last, inside in parts or [(area.column, area.column + area.colspan, words)]:
            if inside:
                filled[len(areas)] = inside
            _left, top, _right, bottom = area.box
            areas.append(
                replace(area, column=first, colspan=last - first, box=(grid.xs[first], top, grid.xs[last], bottom))
            )
    return replace(grid, areas=tuple(areas)), filled


def _parts(grid: Grid, words: list[Word]) -> list[tuple[int, int, list[Word]]]:
    """The columns from and to which each phrase of a single line reaches, and the empty ones; nothing for a text."""
    lines = lines_of(words)
    if len(lines) != 1:
        return []
    cut = phrases(lines[0])
    figures = {_column(grid, phrase) for phrase in cut if is_figure(phrase.text)}
    if len(figures) < _FEWEST_FIGURES:
        return []
    parts: list[tuple[int, int, list[Word]]] = []
    end = 0
    for phrase in cut:
        first, last = _column(grid, phrase), _column_at(grid, phrase.right - 1) + 1
        if first < end and parts:
            if parts[-1][1] != last or is_figure(phrase.text):
                return []
            parts[-1][2].extend(phrase.words)
            continue
        if is_figure(phrase.text) and last - first > 1:
            return []
        parts += [(empty, empty + 1, []) for empty in range(end, first)]
        parts.append((first, last, list(phrase.words)))
        end = last
    return [*parts, *((empty, empty + 1, []) for empty in range(end, len(grid.xs) - 1))]


def with_header_above(grid: Grid, cells: Cells, outside: list[Word]) -> tuple[Grid, Cells, list[Word]]:
    """The grid with the header that stands above its first rule, in its columns; and the words left outside."""
    if len(grid.xs) - 1 < _FEWEST_COLUMNS or not _begins_with_figures(grid, cells):
        return grid, cells, outside
    header = _header_lines(grid, outside)
    words = [word for line in header for word in line]
    columns = {_column_at(grid, word.middle[0]) for word in words}
    if len(columns) < len(grid.xs) - 1 or any(
        is_figure(word.text) and not _YEAR.fullmatch(word.text) for word in words
    ):
        return grid, cells, outside
    top = min(word.top for word in words) - 1
    areas = [
        Area(0, column, 1, 1, (grid.xs[column], top, grid.xs[column + 1], grid.ys[0]))
        for column in range(len(grid.xs) - 1)
    ]
    filled: Cells = {}
    for word in words:
        filled.setdefault(_column_at(grid, word.middle[0]), []).append(word)
    filled |= {index + len(areas): inside for index, inside in cells.items()}
    areas += [replace(area, row=area.row + 1) for area in grid.areas]
    taken = set(map(id, words))
    left = [word for word in outside if id(word) not in taken]
    return replace(grid, ys=(top, *grid.ys), areas=tuple(areas)), filled, left


def _begins_with_figures(grid: Grid, cells: Cells) -> bool:
    first = [words for index, words in cells.items() if grid.areas[index].row == 0]
    return sum(len(lines_of(words)) == 1 and is_figure(text_of(lines_of(words)[0])) for words in first) > 0


def _header_lines(grid: Grid, outside: list[Word]) -> list[Line]:
    """The lines right above the grid whose phrases keep to its columns, from the lowest up."""
    found: list[Line] = []
    below = grid.ys[0]
    for line in reversed(lines_of([word for word in outside if word.middle[1] < grid.ys[0] and not word.turned])):
        size = max(word.size for word in line)
        cut = phrases(line)
        is_near = (
            below - max(word.bottom for word in line) <= _STEP * size and grid.ys[0] - line[0].top <= _HIGHEST_HEADER
        )
        is_inside = grid.xs[0] - 1 <= line[0].left and max(word.right for word in line) <= grid.xs[-1] + 1
        if not (is_near and is_inside) or _NO_HEADER.match(text_of(line)):
            break
        if any(crosses(cut, edge) for edge in grid.xs[1:-1]):
            break
        found.append(line)
        below = min(word.top for word in line)
    return found


def _column(grid: Grid, phrase: Phrase) -> int:
    return _column_at(grid, phrase.left + 1)


def _column_at(grid: Grid, place: float) -> int:
    return min(max(sum(1 for edge in grid.xs[1:-1] if edge <= place), 0), len(grid.xs) - 2)
