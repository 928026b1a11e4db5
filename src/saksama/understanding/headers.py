"""The header of a table: which rows it takes, the column-number row, and each column's path from top to bottom."""

import re
from collections.abc import Sequence
from itertools import pairwise

from saksama.understanding.grid import Grid, Line
from saksama.understanding.header_words import (
    CODE_WORDS,
    NUMBER_WORDS,
    PERIOD_TEXT,
    ROLE_WORDS,
    header_text,
    is_header_like,
    label_kind,
)

_COUNTED = re.compile(r"[-−–(\[]?\s*(?P<number>\d{1,2})\s*(?:\.?\d?[a-z]?)?[)\].]?\s*(?:[=:].*)?", re.DOTALL)
_NUMBERING = re.compile(r"(?:[IVX]{1,5}|\d{1,2}|[A-Z])[.)]?")
_BARE = re.compile(r"\d{1,3}[.)]?")
_NUMBER_OF_COLUMN = re.compile(r"[-−]?\(?\d{1,2}\)?(?:\s*[=:][\d\s()+\-−–x×*/:÷%.,]+)?")
_LETTERED = re.compile(r"\(?(?P<letter>[a-z])\)?")
_FORMULA = re.compile(r"\(?\d{1,2}\)?\s*[=:]\s*[\d\s()+\-−–x×*/:÷%.]+")
_FIGURE = re.compile(r"(?:rp\.?\s*)?[(\-−–]?\d[\d.,]*\s*%?\)?(?:,-)?", re.IGNORECASE)
_HIGHEST_HEADER = 6
_MANY = 3
_LONGEST_NUMBER = 24


def is_number_row(line: Line) -> bool:
    """Whether a row only numbers the columns: "(1) (2) (3)", "1 2 2 3 5", "−1 −2", "a b c", "6 = 5/4"."""
    if not all(len(slot.text) < _LONGEST_NUMBER for slot in line[:3]):
        return False
    texts = [slot.text for slot in line if slot.text and not slot.is_repeat]
    if len(texts) < _MANY and not (len(texts) == 2 and all(text.startswith("(") for text in texts)):
        return False
    if len(texts[0]) > 4:
        return False
    if all(_LETTERED.fullmatch(text) for text in texts):
        return "".join(text.strip("()") for text in texts) == "abcdefghijklmnopqrstuvwxyz"[: len(texts)]
    numbers = []
    for text in texts:
        found = _COUNTED.fullmatch(text) or _FORMULA.fullmatch(text)
        if found is None:
            return False
        numbers.append(int(re.findall(r"\d+", text)[0]))
    steps = [later - sooner for sooner, later in pairwise(numbers)]
    return numbers[0] == 1 and all(0 <= step <= 3 for step in steps) and numbers[-1] <= len(line) + 6


def header_length(grid: Grid) -> int:
    """How many rows the header takes, the column-number row included; 0 for a table without."""
    length = _declared_header(grid) or _found_header(grid)
    if length and is_number_row(grid.lines[length - 1]) and not _reaches_down(grid, length):
        return length
    while length and length < len(grid.lines) and length < _HIGHEST_HEADER + grid.header:
        line = grid.lines[length]
        if is_number_row(line):
            return length + 1
        if not _is_below_header(grid.lines[length - 1], line):
            break
        length += 1
    return length


def _reaches_down(grid: Grid, length: int) -> bool:
    """Whether a cell of the last row goes on in the next one: the column numbers stand above "K | Rp."."""
    if length >= len(grid.lines):
        return False
    pairs = zip(grid.lines[length - 1], grid.lines[length], strict=True)
    return any(slot.text and slot.is_repeat and slot.origin == top.origin for top, slot in pairs)


def _declared_header(grid: Grid) -> int:
    """The header that the document declares, up to a row of it that holds figures: a reader may declare too much."""
    declared = grid.lines[: grid.header]
    if declared and (_is_rest_of_row(declared[0]) or _is_cut_row(declared[0])):
        return 0
    for row, line in enumerate(declared):
        holds_data = any(_is_data(slot.text) for slot in line if not slot.is_repeat) or _is_numbered(line)
        is_named = bool(_NUMBERING.fullmatch(line[0].text)) and bool(
            NUMBER_WORDS.fullmatch(header_text(declared[0][0].text))
        )
        holds_data = holds_data or is_named
        if row and (holds_data or _is_one_cell(line)) and not is_number_row(line):
            return row
    return len(declared)


def _is_rest_of_row(line: Line) -> bool:
    """Whether a row holds one cell among empty ones: the end of a row that the page before began, not a header."""
    filled = [slot for slot in line if slot.text]
    return len(line) > 3 and len(filled) == 1


def _is_cut_row(line: Line) -> bool:
    """Whether a row holds figures and no word of a header: a row that goes on from the page before."""
    texts = [slot.text for slot in line if slot.text and not slot.is_repeat]
    return any(_is_figure(text) for text in texts)


def _is_one_cell(line: Line) -> bool:
    """Whether one cell spans the whole row: the name of a group."""
    return len(line) > 2 and len({slot.origin for slot in line}) == 1


def _is_numbered(line: Line) -> bool:
    """Whether a row begins with its number and goes on with text that is no header."""
    texts = [slot.text for slot in line if slot.text and not slot.is_repeat][:2]
    return len(texts) == 2 and bool(_NUMBERING.fullmatch(texts[0])) and not is_header_like(texts[1])


def _found_header(grid: Grid) -> int:
    if not grid.lines or is_number_row(grid.lines[0]):
        return 1 if grid.lines else 0
    if _is_rest_of_row(grid.lines[0]):
        return 0
    texts = [slot.text for slot in grid.lines[0] if slot.text and not slot.is_repeat]
    like = sum(is_header_like(text) for text in texts)
    holds_data = any(_is_figure(text) or _BARE.fullmatch(text) for text in texts)
    return 1 if texts and like * 2 >= len(texts) and not holds_data else 0


def _is_below_header(above: Line, line: Line) -> bool:
    """Whether a row continues the header: names parts of what stands above it, and nothing else."""
    new = [(slot, top) for slot, top in zip(line, above, strict=True) if slot.text and not slot.is_repeat]
    if _is_one_cell(line):
        return False
    if not new:
        return any(slot.text for slot in line)
    if _divides(above, line):
        return True
    if any(not is_header_like(slot.text) or _is_data(slot.text) or _BARE.fullmatch(slot.text) for slot, _ in new):
        return False
    if any(slot.text and not slot.is_repeat and _is_whole_label(above, place) for place, slot in enumerate(line)):
        return False
    # A data row fills the columns whose header is complete; a second header row leaves at least one of them empty.
    return any((not slot.text or slot.is_repeat) for slot in line) or len(new) == len(line)


def _divides(above: Line, line: Line) -> bool:
    """Whether a row only names parts of spanning header cells, beside header cells that reach down past it."""
    if not any(
        slot.text and slot.is_repeat and slot.origin == top.origin for slot, top in zip(line, above, strict=True)
    ):
        return False
    spans = [top.origin for top in above]
    return all(
        spans.count(above[place].origin) > 1 and not _is_data(slot.text) and not _BARE.fullmatch(slot.text)
        for place, slot in enumerate(line)
        if slot.text and not slot.is_repeat
    )


def _is_whole_label(above: Line, place: int) -> bool:
    """Whether a header cell names labels or numbers and spans no columns: what stands below it is such a label."""
    top = above[place]
    spans = place + 1 < len(above) and above[place + 1].origin == top.origin
    text = header_text(top.text)
    is_label = bool(NUMBER_WORDS.fullmatch(text) or CODE_WORDS.fullmatch(text)) or label_kind(text)[0]
    if any(pattern.search(text) for pattern, *_ in ROLE_WORDS):
        return False
    return bool(text) and not spans and not top.is_repeat and is_label and not PERIOD_TEXT.fullmatch(text)


def _is_figure(text: str) -> bool:
    """Whether a cell holds a figure, and not a header with one in it ("Target 2021 (%)")."""
    return _is_data(text) and (bool(_FIGURE.fullmatch(text)) or not is_header_like(text))


def _is_data(text: str) -> bool:
    plain = re.sub(r"20[0-4]\d", "", header_text(text))
    return bool(re.search(r"\d{3}|\d[.,]\d|\d\s*%", plain))


def header_paths(lines: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    """Each column's header texts from top to bottom, without what only repeats and without the column numbers.

    A header that spans columns and came as one cell and blanks (plain text) reaches right over the blanks whose
    columns have a header of their own below.
    """
    rows = [[slot.text for slot in line] for line in lines if not is_number_row(line)]
    width = len(lines[0]) if lines else 0
    for upper in range(len(rows) - 1):
        below = rows[upper + 1]
        for column in range(1, width):
            is_open = not rows[upper][column] and not lines[upper][column].is_repeat
            if is_open and below[column] and below[column - 1]:
                rows[upper][column] = rows[upper][column - 1]
    paths = []
    for column in range(width):
        path: list[str] = []
        for row in rows:
            text = " ".join(row[column].split())
            if text and (not path or path[-1] != text) and not _NUMBER_OF_COLUMN.fullmatch(text):
                path.append(text)
        paths.append(tuple(path))
    return tuple(paths)
