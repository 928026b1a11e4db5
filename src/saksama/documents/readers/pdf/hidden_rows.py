"""Rows of a ruled table between which the rule is missing, in every column or in the one that numbers them."""

import re
from dataclasses import replace

from saksama.documents.readers.pdf.cells import fill, is_one_number
from saksama.documents.readers.pdf.gaps import is_figure
from saksama.documents.readers.pdf.lattice import Area, Grid
from saksama.documents.readers.pdf.tables import Cells
from saksama.documents.readers.pdf.words import Word, lines_of

_FEWEST_COLUMNS = 4
_FEWEST_FIGURES = 2
_WIDER_STEP = 1.4  # of the size: the lines of one row stand closer
_BLANK_BAND = 1.0  # of the size: the lines of one paragraph stand closer
_BEGINS = re.compile(r"\(?\d(?:[\d.,]*\d)?%?\)?")  # "335 buah", "95,02 %"; no number of a list
_ROW_NUMBER = re.compile(r"(\d{1,3})[.)]?")


def with_hidden_rows(grid: Grid, cells: Cells) -> tuple[Grid, Cells]:
    """The grid with a row more wherever two rows stand in one, and its cells filled anew."""
    grid, cells = _with_row_numbers(grid, cells)
    cuts: list[tuple[int, float]] = []
    for row in range(len(grid.ys) - 1):
        inside = {index: words for index, words in cells.items() if grid.areas[index].row == row}
        if len(inside) >= _FEWEST_COLUMNS and all(grid.areas[index].rowspan == 1 for index in inside):
            cuts += [(row, place) for place in _beginnings(inside) or _blank_bands(inside)]
    if not cuts:
        return grid, cells
    for row, place in reversed(cuts):
        grid = _cut(grid, row, place)
    words = [word for index in sorted(cells) for word in cells[index]]
    return grid, fill(grid, words)[0]


def _with_row_numbers(grid: Grid, cells: Cells) -> tuple[Grid, Cells]:
    """The grid with a cell for each number where one cell holds those of the rows that it reaches over."""
    areas: list[Area] = []
    filled: Cells = {}
    for index, area in enumerate(grid.areas):
        words = cells.get(index, [])
        left, _top, right, _bottom = area.box
        is_cut = area.rowspan > 1 and _numbers_rows(grid, area, words)
        for row in range(area.row, area.row + area.rowspan) if is_cut else ():
            box = (left, grid.ys[row], right, grid.ys[row + 1])
            filled[len(areas)] = [words[row - area.row]]
            areas.append(Area(row, area.column, 1, area.colspan, box))
        if not is_cut:
            filled |= {len(areas): words} if words else {}
            areas.append(area)
    order = sorted(range(len(areas)), key=lambda number: (areas[number].row, areas[number].column))
    placed = {new: filled[old] for new, old in enumerate(order) if old in filled}
    return replace(grid, areas=tuple(areas[number] for number in order)), placed


def _numbers_rows(grid: Grid, area: Area, words: list[Word]) -> bool:
    """Whether a cell holds one number for each of its rows, on the row's own height, each one more than the last."""
    marks = [_ROW_NUMBER.fullmatch(word.text) for word in words]
    numbers = [int(mark[1]) for mark in marks if mark]
    if len(words) != area.rowspan or len(numbers) != len(words):
        return False
    rows = range(area.row, area.row + area.rowspan)
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and all(
        grid.ys[row] <= word.middle[1] <= grid.ys[row + 1] for row, word in zip(rows, words, strict=True)
    )


def _beginnings(inside: Cells) -> list[float]:
    """Where a second row begins: a line on which every filled cell of the row has words, figures under figures."""
    lines = {index: lines_of(words) for index, words in inside.items()}
    if any(word.turned for words in inside.values() for word in words):
        return []
    first = {index: own[0] for index, own in lines.items()}
    places: list[float] = []
    for candidate in min(lines.values(), key=len)[1:]:
        height = candidate[0].baseline
        size = candidate[0].size
        begun = {
            index: number
            for index, own in lines.items()
            for number, line in enumerate(own)
            if number and abs(line[0].baseline - height) <= 0.2 * size
        }
        if len(begun) < len(lines):
            continue
        pairs = [(first[index], lines[index][number]) for index, number in begun.items()]
        figures = sum(1 for before, after in pairs if _is_figure(before) and _is_figure(after))
        broken = any(is_one_number(before[-1].text, after[0].text, is_full=False) for before, after in pairs)
        steps = [height - lines[index][number - 1][0].baseline for index, number in begun.items()]
        if figures >= _FEWEST_FIGURES and not broken and min(steps) > _WIDER_STEP * size:
            places.append(min(word.top for _before, after in pairs for word in after) - 0.1 * size)
    return places


def _blank_bands(inside: Cells) -> list[float]:
    """Where a line's height stays blank in all cells, and each filled one has words on both sides, figures on both."""
    if any(word.turned for words in inside.values() for word in words):
        return []
    lines = {index: lines_of(words) for index, words in inside.items()}
    words = sorted((word for own in inside.values() for word in own), key=lambda word: word.top)
    places: list[float] = []
    bottom = words[0].bottom
    for word in words:
        if word.top - bottom > _BLANK_BAND * word.size:
            place = (word.top + bottom) / 2
            below = [[line for line in own if line[0].top > place] for own in lines.values()]
            above = [own[: len(own) - len(under)] for own, under in zip(lines.values(), below, strict=True)]
            pairs = [(over, under) for over, under in zip(above, below, strict=True) if over and under]
            figures = sum(1 for pair in pairs if all(_BEGINS.fullmatch(side[0][0].text) for side in pair))
            if len(pairs) == len(lines) and figures >= _FEWEST_FIGURES:
                places.append(place)
        bottom = max(bottom, word.bottom)
    return places


def _is_figure(line: tuple[Word, ...]) -> bool:
    return is_figure(" ".join(word.text for word in line))


def _cut(grid: Grid, row: int, place: float) -> Grid:
    areas: list[Area] = []
    for area in grid.areas:
        left, top, right, bottom = area.box
        if area.row > row:
            areas.append(Area(area.row + 1, area.column, area.rowspan, area.colspan, area.box))
        elif area.row == row and area.rowspan == 1:
            areas.append(Area(row, area.column, 1, area.colspan, (left, top, right, place)))
            areas.append(Area(row + 1, area.column, 1, area.colspan, (left, place, right, bottom)))
        else:
            longer = area.row + area.rowspan > row
            areas.append(Area(area.row, area.column, area.rowspan + longer, area.colspan, area.box))
    areas.sort(key=lambda area: (area.row, area.column))
    return Grid(grid.xs, (*grid.ys[: row + 1], place, *grid.ys[row + 1 :]), tuple(areas), grid.is_rectangular)
