"""Charts and diagrams drawn on a page: where they are, and which words are theirs and no text to read."""

import re
from dataclasses import dataclass

from saksama.documents.readers.pdf.drawings import Drawings
from saksama.documents.readers.pdf.frame import Box, around
from saksama.documents.readers.pdf.gaps import phrases
from saksama.documents.readers.pdf.words import Line, Word, lines_of

_NEAR = 14.0  # points between two parts of one chart
_FEWEST_PARTS = 4
_FEWEST_SOLID = 2  # bars, curves, boxes
_SHORTEST_LINE = 12.0  # points
_SCALE_STEP = 42.0  # points between two lines of a chart's scale
_SMALLEST = (70.0, 28.0)  # points
_LARGEST_SHARE = 0.8  # of the page: more is decoration
_MARGIN = 26.0  # points around a chart where its axis labels stand
_LABEL_SHARE = 0.4  # of the chart's width: longer is a sentence
_LONGEST_LABEL = 12  # words
_MAXIMUM_PARTS = 3_000
_CAPTION = re.compile(r"\s*(?:gambar|grafik|diagram|tabel|table|sumber|bagan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart or diagram and the words in it."""

    box: Box
    words: tuple[Word, ...]


def drawn_boxes(drawings: Drawings, frames: list[Box], words: list[Word], tables: list[Box], page: Box) -> list[Box]:
    """The boxes of charts and diagrams: parts that stand near each other outside of tables."""
    solid = [fill.box for fill in drawings.fills if fill.shows and not _is_highlight(fill.box, words)]
    solid += drawings.marks + frames
    level = [(start, y, end, y) for y, start, end in drawings.across if end - start >= _SHORTEST_LINE]
    lines = _scales([line for line in level if not any(_overlap(line, table) for table in tables)])
    lines += [(x, start, x, end) for x, start, end in drawings.upright if end - start >= _SHORTEST_LINE]
    parts = [(box, 1) for box in solid[:_MAXIMUM_PARTS]] + [(box, 0) for box in lines[:_MAXIMUM_PARTS]]
    whole = (page[2] - page[0]) * (page[3] - page[1])
    groups: list[tuple[Box, int, int]] = []
    for part, weight in sorted(parts, key=lambda part: (part[0][1], part[0][0], part[1])):
        if _size(part) >= _LARGEST_SHARE * whole or any(_overlap(part, table) for table in tables):
            continue
        group, count, weights = part, 1, weight
        apart: list[tuple[Box, int, int]] = []
        for box, number, solids in groups:
            if _gap(box, group) <= _NEAR:
                group, count, weights = around([box, group]), count + number, weights + solids
            else:
                apart.append((box, number, solids))
        groups = [*apart, (group, count, weights)]
    return sorted(
        box
        for box, count, weights in groups
        if count >= _FEWEST_PARTS
        and weights >= _FEWEST_SOLID
        and not any(_overlap(box, table) for table in tables)
        and box[2] - box[0] >= _SMALLEST[0]
        and box[3] - box[1] >= _SMALLEST[1]
        and _size(box) < _LARGEST_SHARE * whole
    )


def take_words(boxes: list[Box], words: list[Word]) -> tuple[list[Drawn], list[Word]]:
    """The charts with their words, and the words that are left."""
    taken: dict[int, list[Word]] = {number: [] for number in range(len(boxes))}
    left: list[Word] = []
    for line in lines_of(words):
        for phrase in phrases(line):
            box = around([word.box for word in phrase.words])
            number = next((number for number, chart in enumerate(boxes) if _belongs(box, chart, phrase.text)), None)
            if number is not None and not _contains(boxes[number], box, 2.0) and not _all_belong(line, boxes[number]):
                number = None
            (left if number is None else taken[number]).extend(phrase.words)
    return [Drawn(box, tuple(taken[number])) for number, box in enumerate(boxes)], left


def _belongs(box: Box, chart: Box, text: str) -> bool:
    if _CAPTION.match(text):
        return False
    if _contains(chart, box, 2.0):
        return True
    if len(text.split()) > _LONGEST_LABEL:
        return False
    if chart[1] - 4 <= (box[1] + box[3]) / 2 <= chart[3] + 4:
        return True  # beside the chart: the names of its bars, its legend
    return box[2] - box[0] < _LABEL_SHARE * (chart[2] - chart[0]) and _contains(chart, box, _MARGIN)


def _all_belong(line: Line, chart: Box) -> bool:
    """Whether a whole line belongs to a chart: a heading's number beside it is no label."""
    cut = phrases(line)
    return all(_belongs(around([word.box for word in phrase.words]), chart, phrase.text) for phrase in cut)


def _contains(outer: Box, inner: Box, margin: float) -> bool:
    return (
        outer[0] - margin <= inner[0]
        and outer[1] - margin <= inner[1]
        and inner[2] <= outer[2] + margin
        and inner[3] <= outer[3] + margin
    )


def _scales(lines: list[Box]) -> list[Box]:
    """Level lines, those of one length above each other made one box: the scale of a chart."""
    stacks: list[Box] = []
    for line in sorted(lines, key=lambda line: (round(line[0]), round(line[2]), line[1])):
        last = stacks[-1] if stacks else None
        if last and abs(last[0] - line[0]) + abs(last[2] - line[2]) <= 2 and line[1] - last[3] <= _SCALE_STEP:
            stacks[-1] = around([last, line])
        else:
            stacks.append(line)
    return stacks


def _is_highlight(box: Box, words: list[Word]) -> bool:
    """Whether a fill only lies under words, as a marker pen leaves it."""
    inside = [word for word in words if _contains(box, word.box, 3.0)]
    width = sum(word.right - word.left for word in inside)
    return bool(inside) and box[3] - box[1] < 1.8 * inside[0].size and width > 0.6 * (box[2] - box[0])


def _overlap(box: Box, table: Box) -> bool:
    near = 2.0  # points: the border of a table is its own
    return (
        box[0] < table[2] + near and table[0] - near < box[2] and box[1] < table[3] + near and table[1] - near < box[3]
    )


def _gap(box: Box, other: Box) -> float:
    return max(box[0] - other[2], other[0] - box[2], box[1] - other[3], other[1] - box[3])


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
