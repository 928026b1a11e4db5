"""Columns by the gaps between words, for tables that no upright line divides."""

import re
from dataclasses import dataclass
from itertools import pairwise

from saksama.documents.readers.pdf.cells import is_one_number
from saksama.documents.readers.pdf.words import Line, Word

_WORD_GAP = 0.45  # of the size: words closer than this are one phrase
_NARROWEST_COLUMN_GAP = 4.0  # points
_CROSSING_SHARE = 0.12  # of the lines: so many may run across a gap (a group row, a heading over two columns)
_WIDER_STEP = 1.15  # of the usual one: lines that stand so far apart belong to different rows
_FIGURE = re.compile(r"(?:Rp\.?\s*)?(?:[(+\-−–]?\d[\d.,]*\s*%?\)?(?:,-)?|,?-|[-–—])")

_NUMBER_END = re.compile(r"[\d.,]+%?\)?")
_YEAR_BELOW = re.compile(r"\((?:19|20)\d\d\)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a line that stand together."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def is_figure(text: str) -> bool:
    """Whether a text is a figure, or the dash that stands for none."""
    return bool(_FIGURE.fullmatch(text))


def phrases(line: Line, gap: float = _WORD_GAP) -> list[Phrase]:
    """A line cut where two words stand further apart than `gap` of their size."""
    groups: list[list[Word]] = []
    for word in line:
        if groups and word.left - max(other.right for other in groups[-1][-3:]) < gap * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Phrase(tuple(group)) for group in groups]


def column_edges(lines: list[list[Phrase]], left: float, right: float) -> list[float]:
    """The edges of columns: the outer ones, and the middle of each gap that nearly every line leaves free."""
    events: list[tuple[float, int]] = []
    for line in lines:
        for phrase in line:
            events += [(phrase.left, 1), (phrase.right, -1)]
    allowed = int(_CROSSING_SHARE * len(lines))
    edges = [left]
    covered, free_from = 0, None
    for place, step in sorted(events):
        before, covered = covered, covered + step
        if before > allowed >= covered:
            free_from = place
        elif before <= allowed < covered:
            if free_from is not None and place - free_from >= _NARROWEST_COLUMN_GAP:
                edges.append((free_from + place) / 2)
            free_from = None
    return [*edges, right]


def crosses(line: list[Phrase], edge: float) -> bool:
    """Whether a phrase of the line runs over an edge."""
    return any(phrase.left < edge - 1 and phrase.right > edge + 1 for phrase in line)


def row_starts(lines: list[Line], edges: list[float]) -> list[float]:
    """Where rows begin among lines that no rule divides: a row has its figures on one line, its words on several."""
    filled = [_columns(line, edges) for line in lines]
    figures = [_columns(line, edges, only_figures=True) for line in lines]
    with_figures = {
        column
        for column in range(1, len(edges) - 1)
        if sum(column in found for found in figures) > 0.5 * sum(column in found for found in filled)
    }
    starts = [
        number
        for number, columns in enumerate(figures)
        if columns & with_figures and not (number and _goes_on(lines[number - 1], lines[number], edges))
    ]
    tops = [min(word.top for word in line) for line in lines]
    places: list[float] = []
    if starts and starts[0] and len(filled[0]) >= max(2, 0.5 * (len(edges) - 1)):
        places.append(tops[starts[0]] - 0.1 * lines[starts[0]][0].size)  # a header above the first figures
    for before, start in pairwise(starts):
        steps = [(lines[n][0].baseline - lines[n - 1][0].baseline, n) for n in range(before + 1, start + 1)]
        widest, first = max(steps)
        # Words centred beside their figures begin above them, after a wider step; others on the figures' line.
        row = first if widest > _WIDER_STEP * min(steps)[0] else start
        places.append(tops[row] - 0.1 * lines[row][0].size)
    return places


def _goes_on(before: Line, line: Line, edges: list[float]) -> bool:
    """Whether every figure of a line ends a number of the line before, or is a year in brackets below it."""
    above = {_column(phrase, edges): phrase.text for phrase in phrases(before)}
    return all(
        _YEAR_BELOW.fullmatch(phrase.text)
        or (
            _NUMBER_END.fullmatch(phrase.text)
            and (start := above.get(_column(phrase, edges), ""))
            and is_one_number(start, phrase.text, is_full=False)
        )
        for phrase in phrases(line)
        if is_figure(phrase.text)
    )


def _column(phrase: Phrase, edges: list[float]) -> int:
    return sum(1 for edge in edges[1:] if edge <= phrase.words[0].middle[0])


def _columns(line: Line, edges: list[float], *, only_figures: bool = False) -> set[int]:
    """The columns that a line fills, counted from 0."""
    return {
        sum(1 for edge in edges[1:] if edge <= phrase.words[0].middle[0])
        for phrase in phrases(line)
        if not only_figures or is_figure(phrase.text)
    }
