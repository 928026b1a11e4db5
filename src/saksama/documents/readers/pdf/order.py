"""What stands on a page in the order in which a person reads it: tables, pictures, paragraphs, columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from saksama.documents.readers.pdf.cells import Rest, fill
from saksama.documents.readers.pdf.charts import Drawn, take_words
from saksama.documents.readers.pdf.frame import Box
from saksama.documents.readers.pdf.gaps import phrases
from saksama.documents.readers.pdf.lattice import Grid
from saksama.documents.readers.pdf.page import PageParts
from saksama.documents.readers.pdf.paragraphs import TextBlock, has_leaders, measure_of, text_blocks
from saksama.documents.readers.pdf.tables import Cells, is_table
from saksama.documents.readers.pdf.unruled import unruled_grids
from saksama.documents.readers.pdf.words import Line, Word, lines_of, text_of

_GUTTER = 1.5  # of the size
_LOWEST_CHART = 60.0  # points, without words: a lower one is decoration
_FEWEST_LEADERS = 3  # lines with dots that lead to a page number
_FEWEST_LINES = 8  # side by side, for two columns
_NARROWEST_COLUMN = 0.25  # of the width of both


@dataclass(frozen=True, slots=True)
class TableItem:
    """A table on a page, and by their areas the rests of its last row's cells that later pages have."""

    page: PageParts
    grid: Grid
    cells: Cells
    rests: Mapping[int, tuple[Rest, ...]] = field(default_factory=dict)

    @property
    def box(self) -> Box:
        return self.grid.box


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A chart, diagram or picture on a page, with the words that stand in it."""

    page: PageParts
    box: Box
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class TextItem:
    """A paragraph on a page: the usual size of the page's text, and whether the page is a list of contents."""

    page: PageParts
    block: TextBlock
    usual: float
    lists_contents: bool = False

    @property
    def box(self) -> Box:
        return self.block.box


Item = TableItem | FigureItem | TextItem


def items_of(parts: PageParts, words: list[Word]) -> list[Item]:
    """Everything on a page from the top down; `words` are those outside its tables that belong to the page."""
    drawn, words = take_words(parts.charts, words)
    tables = list(parts.tables)
    for grid in unruled_grids(lines_of([word for word in words if not word.turned])):
        cells, outside = fill(grid, words)
        if is_table(grid, cells):
            tables.append((grid, cells))
            words = outside
    lines = lines_of(words)
    measure = measure_of(lines)
    lists_contents = sum(1 for line in lines if has_leaders(text_of(line))) >= _FEWEST_LEADERS
    placed: list[Item] = [TableItem(parts, grid, cells) for grid, cells in tables]
    placed += [FigureItem(parts, chart.box, chart.words) for chart in _without_pictures(drawn, parts.pictures)]
    placed += [FigureItem(parts, box) for box in parts.pictures]
    placed.sort(key=lambda item: (item.box[1], item.box[0]))
    runs: list[list[Line]] = [[] for _ in range(len(placed) + 1)]
    for line in lines:
        middle = line[0].middle[1]
        runs[sum(1 for item in placed if item.box[1] < middle)].append(line)
    items: list[Item] = []
    for number, run in enumerate(runs):
        for column in _columns(run):
            items += [TextItem(parts, block, measure.size, lists_contents) for block in text_blocks(column, measure)]
        items += placed[number : number + 1]
    return items


def _without_pictures(drawn: list[Drawn], pictures: list[Box]) -> list[Drawn]:
    """Charts that hold words or stand apart from every picture: a photograph's frame or a bar of colour is none."""
    return [
        chart
        for chart in drawn
        if chart.words
        or (chart.box[3] - chart.box[1] >= _LOWEST_CHART and not any(_share(chart.box, box) > 0.5 for box in pictures))
    ]


def _share(box: Box, other: Box) -> float:
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return max(width, 0.0) * max(height, 0.0) / area if area else 0.0


def _columns(lines: list[Line]) -> list[list[Line]]:
    """Lines cut at a gutter where text stands in two columns; first what is above, then left, right, and below."""
    cut = [phrases(line, _GUTTER) for line in lines]
    pairs = [number for number, parts in enumerate(cut) if len(parts) == 2]
    if len(pairs) < _FEWEST_LINES:
        return [lines]
    first, last = pairs[0], pairs[-1]
    left_end = max(cut[number][0].right for number in pairs)
    right_start = min(cut[number][1].left for number in pairs)
    width = max(cut[number][1].right for number in pairs) - min(cut[number][0].left for number in pairs)
    widths = sorted(cut[number][0].right - cut[number][0].left for number in pairs)
    others = sorted(cut[number][1].right - cut[number][1].left for number in pairs)
    narrow = min(widths[len(widths) // 2], others[len(others) // 2])
    if left_end >= right_start or narrow < _NARROWEST_COLUMN * width or len(pairs) < 0.6 * (last - first + 1):
        return [lines]
    middle = (left_end + right_start) / 2
    words = [word for line in lines[first : last + 1] for word in line]
    left = lines_of([word for word in words if word.middle[0] < middle])
    right = lines_of([word for word in words if word.middle[0] >= middle])
    return [column for column in (lines[:first], left, right, lines[last + 1 :]) if column]
