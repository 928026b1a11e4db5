"""Tables that only level rules divide: rows lie between rules, columns follow the header's ground or the gaps."""

import re
from itertools import pairwise

from saksama.documents.readers.pdf.drawings import Fill
from saksama.documents.readers.pdf.gaps import Phrase, column_edges, crosses, phrases, row_starts
from saksama.documents.readers.pdf.lattice import Grid, grid_of
from saksama.documents.readers.pdf.rulings import Crossing, Ruling
from saksama.documents.readers.pdf.words import Word, lines_of, text_of

_SHORTEST_RULE = 100.0  # points
_SAME_END = 4.0  # points
_FEWEST_RULES = 3
_MOST_BANDS = 4  # of a table whose rules only frame header and body; with more, each row has its rules
_PHRASES_OF_A_ROW = 3  # on one line
_TALLEST_ROW = 320.0  # points between two rules
_BETWEEN_TABLES = re.compile(
    r"\s*(?:(?:tabel|table|gambar|grafik)\s+(?:[A-Z]?\d|[IVX]+\b)|(?:sumber|keterangan|catatan)[^:]{0,12}:)",
    re.IGNORECASE,
)

Band = tuple[float, float]


def banded_grids(across: list[Ruling], fills: list[Fill], words: list[Word]) -> list[Grid]:
    """The grids of tables without upright lines, from the top down."""
    grids: list[Grid] = []
    for rules in _same_ends([rule for rule in across if rule.length >= _SHORTEST_RULE]):
        if len(rules) < _FEWEST_RULES:
            continue
        left, right = rules[0].start, rules[0].end
        grounds = [fill for fill in fills if fill.shows and left - 4 <= fill.box[0] and fill.box[2] <= right + 4]
        grounds = [fill for fill in grounds if _is_field(fill, grounds, (left, right))]
        inside = [word for word in words if left - 4 <= word.middle[0] <= right + 4]
        for bands in _runs([rule.at for rule in rules], grounds, inside):
            grid = _grid(bands, across, grounds, inside, (left, right))
            if grid and bands[-1][1] == rules[-1].at:
                below = _open_end(grid, inside)
                grid = _grid([*bands, below], across, grounds, inside, (left, right)) if below else grid
            if grid:
                grids.append(grid)
    return sorted(grids, key=lambda grid: grid.box[1])


def _same_ends(rules: list[Ruling]) -> list[list[Ruling]]:
    groups: list[list[Ruling]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        for group in groups:
            if abs(group[0].start - rule.start) <= _SAME_END and abs(group[0].end - rule.end) <= _SAME_END:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return groups


def _runs(heights: list[float], grounds: list[Fill], words: list[Word]) -> list[list[Band]]:
    """The bands between neighbouring rules, cut where what stands between is no row of a table."""
    runs: list[list[Band]] = [[]]
    for top, bottom in pairwise(heights):
        within = [word for word in words if top <= word.middle[1] <= bottom]
        is_below_header = len(runs[-1]) == 1 and _has_ground(*runs[-1][0], grounds)
        if _is_row(within, top, bottom, grounds, is_below_header=is_below_header):
            runs[-1].append((top, bottom))
        else:
            runs.append([])
    return [run for run in runs if len(run) >= _FEWEST_RULES - 1]


def _has_ground(top: float, bottom: float, grounds: list[Fill]) -> bool:
    return any(fill.box[1] < (top + bottom) / 2 < fill.box[3] for fill in grounds)


def _is_row(words: list[Word], top: float, bottom: float, grounds: list[Fill], *, is_below_header: bool) -> bool:
    if not words or bottom - top > _TALLEST_ROW:
        return False
    lines = lines_of(words)
    if any(_BETWEEN_TABLES.match(text_of(line)) for line in lines):
        return False
    # A header's ground that begins at the lower rule: what stands above it belongs to no table.
    begins = {edge for fill in grounds if abs(fill.box[1] - bottom) < 2 for edge in (fill.box[0], fill.box[2])}
    if _has_ground(top, bottom, grounds) or not begins:
        return True
    # A group row has a ground as well, and so has every other row of many tables: a row keeps to columns.
    inner = sorted(begins)[1:-1]
    cut = [phrases(line) for line in lines]
    if max(len(line) for line in cut) >= _PHRASES_OF_A_ROW:
        return True
    columns = {sum(1 for edge in inner if edge < phrase.left) for line in cut for phrase in line}
    # Below a header that nothing else follows, one word may be all of a row: the rest of one that a page break cut.
    return len(columns) >= (1 if is_below_header else 2) and not any(_any_crosses(cut, edge) for edge in inner)


def _grid(
    bands: list[Band], across: list[Ruling], grounds: list[Fill], words: list[Word], ends: tuple[float, float]
) -> Grid | None:
    top, bottom = bands[0][0], bands[-1][1]
    left, right = ends
    cells = [fill for fill in grounds if top - 2 <= fill.box[1] and fill.box[3] <= bottom + 2]
    cells = [fill for fill in cells if fill.box[2] - fill.box[0] < 0.9 * (right - left)]
    rows = {band: lines_of([word for word in words if band[0] <= word.middle[1] <= band[1]]) for band in bands}
    cut = {band: [phrases(line) for line in lines] for band, lines in rows.items()}
    if cells:
        inner = sorted({round(edge, 1) for fill in cells for edge in (fill.box[0], fill.box[2])})
        edges = _filled_columns([left, *[edge for edge in inner if left + 4 < edge < right - 4], right], words, bands)
        heights = [rule.at for rule in across]
        cells = [
            fill
            for fill in cells
            if all(_is_near(end, edges) for end in (fill.box[0], fill.box[2]))
            and all(_is_near(end, heights) for end in (fill.box[1], fill.box[3]))
        ]
    else:
        edges = column_edges([line for band in bands for line in cut[band]], left, right)
    if len(edges) < 3:
        return None
    level = [Ruling(rule.at, max(rule.start, left), min(rule.end, right)) for rule in across]
    level = [rule for rule in level if top - 2 <= rule.at <= bottom + 2 and _spans_fields(rule, edges)]
    upright = [Ruling(left, top, bottom), Ruling(right, top, bottom)]
    for fill in cells:
        x1, y1, x2, y2 = fill.box
        upright += [Ruling(x1, y1, y2), Ruling(x2, y1, y2)]
        level += [Ruling(y1, x1, x2), Ruling(y2, x1, x2)]
    for band in bands:
        if any(fill.box[1] < (band[0] + band[1]) / 2 < fill.box[3] for fill in cells):
            continue
        is_cut = len(bands) > _MOST_BANDS or any(band[0] + 2 < rule.at < band[1] - 2 for rule in level)
        is_cut = is_cut and band[1] in {rule.at for rule in across}
        tops = [band[0], *([] if is_cut else row_starts(rows[band], edges)), band[1]]
        level += [Ruling(y, left, right) for y in tops[1:-1]]
        for start, end in pairwise(tops):
            lines = [line for line in cut[band] if line and start <= line[0].words[0].middle[1] <= end]
            upright += [Ruling(edge, start, end) for edge in edges[1:-1] if not _any_crosses(lines, edge)]
    return grid_of(Crossing(tuple(level), tuple(upright)))


def _is_field(fill: Fill, fills: list[Fill], ends: tuple[float, float]) -> bool:
    """Whether a ground fills a field, from a neighbour's ground or the table's end to another; a word's does not."""
    left, top, right, bottom = fill.box
    beside = [other.box for other in fills if other.box[1] < bottom - 1 and top + 1 < other.box[3]]
    starts = [ends[0], *(box[2] for box in beside)]
    stops = [ends[1], *(box[0] for box in beside)]
    return any(abs(left - edge) <= 2 for edge in starts) and any(abs(right - edge) <= 2 for edge in stops)


def _open_end(grid: Grid, words: list[Word]) -> Band | None:
    """What follows the last rule where the table goes on to the next page: lines that keep to its columns."""
    top = bottom = grid.ys[-1]
    inner = grid.xs[1:-1]
    for line in lines_of([word for word in words if word.middle[1] > top]):
        cut = phrases(line)
        is_first = bottom == top
        if line[0].top - bottom > 1.2 * line[0].size or any(crosses(cut, edge) for edge in inner):
            break
        if is_first and len({sum(1 for edge in inner if edge < phrase.left) for phrase in cut}) < min(3, len(inner)):
            break
        bottom = max(word.bottom for word in line)
    return (top, bottom + 1) if bottom > top else None


def _spans_fields(rule: Ruling, edges: list[float]) -> bool:
    """Whether a rule runs from column to column; the line under a word does not."""
    return rule.length > 8 and _is_near(rule.start, edges) and _is_near(rule.end, edges)


def _is_near(place: float, edges: list[float]) -> bool:
    return any(abs(place - edge) <= 3 for edge in edges)


def _filled_columns(edges: list[float], words: list[Word], bands: list[Band]) -> list[float]:
    """Edges without the columns that hold no word: Word paints the margins of a cell apart from its lines."""
    top, bottom = bands[0][0], bands[-1][1]
    middles = sorted(word.middle[0] for word in words if top <= word.middle[1] <= bottom)
    filled = [any(start <= middle < end for middle in middles) for start, end in pairwise(edges)]
    numbers = [number for number, is_filled in enumerate(filled) if is_filled]
    inner = [(edges[before + 1] + edges[after]) / 2 for before, after in pairwise(numbers)]
    return [edges[0], *inner, edges[-1]]


def _any_crosses(lines: list[list[Phrase]], edge: float) -> bool:
    return any(crosses(line, edge) for line in lines)
