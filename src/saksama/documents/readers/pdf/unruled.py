"""Tables without any rules: lines whose words stand in the same columns, figures in at least one of them."""

import re
from dataclasses import dataclass
from itertools import pairwise

from saksama.documents.readers.pdf.gaps import Phrase, column_edges, crosses, is_figure, phrases, row_starts
from saksama.documents.readers.pdf.lattice import Area, Grid
from saksama.documents.readers.pdf.words import Line, text_of

_COLUMN_GAP = 1.1  # of the size: wider than the spaces of a justified line
_FEWEST_ROWS = 3
_WIDEST_STEP = 3.2  # of the size, from line to line
_WIDEST_CONTINUATION = 0.5  # of the table: a wider line of one phrase is prose
_CONTINUED_STEP = 1.8  # of the size
_LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}|_{5,}")
_FITTING = 0.85  # of the lines must leave a column edge free
_WITH_FIGURES = 0.5  # of the rows
_FEWEST_MARKS = 4  # of a chart's scale


@dataclass(frozen=True, slots=True)
class _Cut:
    line: Line
    phrases: list[Phrase]


def unruled_grids(lines: list[Line]) -> list[Grid]:
    """The grids of tables without rules among lines that stand in no other table."""
    grids: list[Grid] = []
    block: list[_Cut] = []
    for line in lines:
        cut = _Cut(line, [] if _LEADERS.search(text_of(line)) else phrases(line, _COLUMN_GAP))
        if block and (line[0].baseline - block[-1].line[0].baseline > _WIDEST_STEP * line[0].size or not cut.phrases):
            grids += _grids(block)
            block = []
        if cut.phrases:
            block.append(cut)
    return grids + _grids(block)


def _grids(block: list[_Cut]) -> list[Grid]:
    """The tables of a run of lines: from a line with columns to the last one, few lines without in between."""
    grids: list[Grid] = []
    start = 0
    while start < len(block):
        if len(block[start].phrases) < 2:
            start += 1
            continue
        end, last = start + 1, start
        while end < len(block) and end - last <= 2:
            if len(block[end].phrases) > 1:
                last = end
            elif _width(block[end]) > _WIDEST_CONTINUATION * max(_width(cut) for cut in block[start : last + 1]):
                break
            end += 1
        last = _with_continuation(block, start, last)
        grid = _grid(block[start : last + 1])
        if grid:
            grids.append(grid)
        start = last + 1
    return grids


def _with_continuation(block: list[_Cut], start: int, last: int) -> int:
    """The last line of a table, where words of its last row go on in the lines below."""
    usual = max(cut.line[0].size for cut in block[start : last + 1])
    left = min(cut.phrases[0].left for cut in block[start : last + 1])
    end = last
    while end + 1 < len(block) and end - last < 3:
        below, above = block[end + 1], block[end]
        near = below.line[0].baseline - above.line[0].baseline <= _CONTINUED_STEP * usual
        is_under = any(abs(phrase.left - below.phrases[0].left) < 4 for phrase in block[last].phrases)
        if len(below.phrases) > 1 or not near or not is_under or below.phrases[0].left < left - 2:
            break
        end += 1
    return end


def _is_contents(rows: list[list[Phrase]]) -> bool:
    """Whether the last column is page numbers that never fall: a list of contents whose leaders are no text."""
    pages = [int(row[-1].text) for row in rows if re.fullmatch(r"\d{1,3}", row[-1].text)]
    roman = sum(1 for row in rows if re.fullmatch(r"[ivxlc]{1,6}", row[-1].text))
    return len(pages) + roman >= 0.8 * len(rows) and pages == sorted(pages)


def _is_scale(line: Line) -> bool:
    """Whether a line is the scale of a chart: figures from zero upwards in equal steps."""
    if len(line) < _FEWEST_MARKS or not all(is_figure(word.text) for word in line):
        return False
    marks = [int(re.sub(r"\D", "", word.text) or "0") for word in line]
    return marks[0] == 0 < marks[1] and all(after - before == marks[1] for before, after in pairwise(marks))


def _width(cut: _Cut) -> float:
    return cut.phrases[-1].right - cut.phrases[0].left


def _grid(block: list[_Cut]) -> Grid | None:
    rows = [cut.phrases for cut in block if len(cut.phrases) > 1]
    if len(rows) < _FEWEST_ROWS:
        return None
    left = min(word.left for cut in block for word in cut.line) - 1
    right = max(word.right for cut in block for word in cut.line) + 1
    edges = column_edges(rows, left, right)
    if len(edges) < 3:
        return None
    inner = edges[1:-1]
    fitting = sum(1 for row in rows if not any(crosses(row, edge) for edge in inner))
    figures = sum(1 for row in rows if any(is_figure(phrase.text) for phrase in row[1:]))
    if fitting < _FITTING * len(rows) or figures < _WITH_FIGURES * len(rows):
        return None
    if _is_contents(rows) or any(_is_scale(cut.line) for cut in block):
        return None
    lines = [cut.line for cut in block]
    top = min(word.top for word in lines[0]) - 1
    bottom = max(word.bottom for word in lines[-1]) + 1
    starts = row_starts(lines, edges)
    if not starts:
        starts = [min(word.top for word in cut.line) for cut in block[1:] if len(cut.phrases) > 1]
    ys = [top, *starts, bottom]
    areas = tuple(
        Area(row, column, 1, 1, (edges[column], ys[row], edges[column + 1], ys[row + 1]))
        for row in range(len(ys) - 1)
        for column in range(len(edges) - 1)
    )
    return Grid(tuple(edges), tuple(ys), areas)
