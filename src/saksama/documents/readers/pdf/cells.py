"""The words of a table put into its cells, and the lines of a cell joined to its text."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from saksama.documents.document import Content, Text
from saksama.documents.readers.pdf.broken_words import broken_lines, is_full
from saksama.documents.readers.pdf.frame import Box, Frame
from saksama.documents.readers.pdf.glued import cut_numbers
from saksama.documents.readers.pdf.lattice import Grid
from saksama.documents.readers.pdf.words import Line, Word, lines_of, split_word
from saksama.kernel.provenance import Place

_CLEAR_GAP = 0.08  # of the size, between two letters at a wall: two columns glued in one run
NUMBER = re.compile(r"[(+\-−–]?(?:Rp\.?)?\d[\d.,]*%?\)?")
_NUMBER_TAIL = re.compile(r"[\d.,]+%?\)?(?:,-)?")
_WELL_FORMED = re.compile(
    r"[(+\-−–]?(?:Rp\.?)?(?:\d{1,3}(?:\.\d{3})+(?:,\d*-?)?|\d{1,3}(?:,\d{3})+(?:\.\d*-?)?|\d+(?:[.,]\d+)?)%?\)?"
)
_LIST_MARK = re.compile(r"(?:\(?\d{1,2}[.)]|[a-zA-Z][.)]|[•▪➢✓❖■●○◻\-–]|\(\d{1,2}\))$")

SOFT_BREAK = "\u00ad"
"""Follows a word whose hyphen is there only because the line ended."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The lines of a cell that a later page has."""

    lines: tuple[Line, ...]
    frame: Frame
    page: int


def fill(grid: Grid, words: list[Word]) -> tuple[dict[int, list[Word]], list[Word]]:
    """The words of each area by its index, and the words that stand outside the grid."""
    fields = {
        (area.row + down, area.column + right): index
        for index, area in enumerate(grid.areas)
        for down in range(area.rowspan)
        for right in range(area.colspan)
    }
    inside: dict[int, list[Word]] = {}
    outside: list[Word] = []
    left, top, right, bottom = grid.box
    for whole in words:
        x, y = whole.middle
        if not (left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1):
            outside.append(whole)
            continue
        row = min(max(bisect_right(grid.ys, y) - 1, 0), len(grid.ys) - 2)
        for word in _cut_at_walls(whole, grid, row, fields):
            column = min(max(bisect_right(grid.xs, word.middle[0]) - 1, 0), len(grid.xs) - 2)
            inside.setdefault(fields[row, column], []).append(word)
    return inside, outside


def _cut_at_walls(word: Word, grid: Grid, row: int, fields: dict[tuple[int, int], int]) -> list[Word]:
    parts = [word]
    first, last = bisect_right(grid.xs, word.left + 1), bisect_right(grid.xs, word.right - 1)
    for edge in range(max(first, 1), min(last, len(grid.xs) - 1)):
        if fields[row, edge - 1] == fields[row, edge]:
            continue
        *before, open_part = parts
        pieces = split_word(open_part, grid.xs[edge])
        if len(pieces) == 2 and _gap_at(open_part, len(pieces[0].text)) > _CLEAR_GAP * word.size:
            parts = [*before, *pieces]
        else:
            parts = [*before, *cut_numbers(open_part, grid.xs[edge])]
    return parts


def _gap_at(word: Word, index: int) -> float:
    # The letter before the wall has the width that its like has elsewhere; digits are all as wide as the narrowest.
    widths = [after - before for before, after in pairwise(word.stops) if after > before]
    width = word.stops[index] - word.stops[index - 1]
    return width - sorted(widths)[len(widths) // 2] if widths else 0.0


def cell_lines(words: list[Word]) -> list[Line]:
    """The lines of a cell in reading order; where most words are turned, along their own direction."""
    turned = [word for word in words if word.turned]
    if 2 * len(turned) <= len(words):
        return lines_of(words)
    up = turned[0].turned == 1
    own = [
        replace(
            word,
            left=-word.bottom if up else word.top,
            right=-word.top if up else word.bottom,
            baseline=word.right if up else -word.left,
        )
        for word in words
    ]
    places = {(word.left, word.baseline): index for index, word in enumerate(own)}
    return [tuple(words[places[word.left, word.baseline]] for word in line) for line in lines_of(own)]


def joined(lines: list[Line], box: Box, known: frozenset[str] = frozenset()) -> list[tuple[Word, str]]:
    """The words of lines with what follows each: a space, nothing where a word goes on in the next line, a break.

    `known` are words that the document has elsewhere.
    """
    pairs: list[tuple[Word, str]] = []
    broken = broken_lines(lines, box, known) if len(lines) > 1 else frozenset()
    for number, line in enumerate(lines):
        pairs += [(word, " ") for word in line[:-1]]
        after = lines[number + 1] if number + 1 < len(lines) else None
        pairs.append((line[-1], _between(line, after, box) if after and number not in broken else ""))
    return pairs


def _between(line: Line, after: Line, box: Box) -> str:
    last, first = line[-1], after[0]
    if last.joins:
        return ""
    if _LIST_MARK.match(first.text) and len(after) > 1:
        return "\n"
    if NUMBER.fullmatch(last.text) and _NUMBER_TAIL.fullmatch(first.text):
        return "" if is_one_number(last.text, first.text, is_full=is_full(line, first, box)) else " "
    if last.text.endswith("-") and first.text[:1].islower() and last.text[-2:-1].isalpha():
        return "" if _is_reduplication(last.text[:-1].lower(), first.text.lower()) else SOFT_BREAK
    return " "


def is_one_number(start: str, rest: str, *, is_full: bool) -> bool:
    """Whether two lines of a cell are one number: together it is well formed, and the first cannot stand alone."""
    if is_full and start.isdigit() and rest.isdigit() and len(rest) <= len(start) <= 2:
        return True  # a code in a column of one digit's width: "0" "1" "9"
    if not _WELL_FORMED.fullmatch(start + rest):
        return False
    if start[-1] in ".," or rest[0] in ".," or not _WELL_FORMED.fullmatch(start):
        return True
    return is_full and len(rest) < len(start) and any(mark in start for mark in ".,")


def _is_reduplication(start: str, rest: str) -> bool:
    """Whether the hyphen belongs to the word, as in "undang-undang" or "sebaik-baiknya"."""
    return any(rest.startswith(start[-length:]) for length in range(3, len(start) + 1))


def content(
    lines: list[Line],
    box: Box,
    frame: Frame,
    place: Place,
    *,
    known: frozenset[str] = frozenset(),
    rests: Sequence[Rest] = (),
) -> Content:
    """The text of a cell or paragraph, a run a word, each with its place; `rests` are what other pages have of it."""
    places = [(frame, place)] * sum(map(len, lines))
    for rest in rests:
        places += [(rest.frame, replace(place, page=rest.page))] * sum(map(len, rest.lines))
    every = [*lines, *(line for rest in rests for line in rest.lines)]
    return tuple(
        Text(
            word.text[:-1] if after == SOFT_BREAK else word.text + after,
            word.bold,
            word.italic,
            place=replace(here, box=own.on_page(word.box)),
        )
        for (word, after), (own, here) in zip(joined(every, box, known), places, strict=True)
    )
