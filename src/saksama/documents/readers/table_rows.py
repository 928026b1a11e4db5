"""What the rows of a read table are: which head it, and which only number its columns."""

import re
from dataclasses import replace

from saksama.documents.document import Cell, Row, RowKind, plain

_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,2})\s*\)?(?:\s*=.*|\s*\([\d\s+\-/:x×*=%]+\))?")
_FIGURE = re.compile(r"\W*(?:rp\b\W*)?\d", re.IGNORECASE)
_YEAR = re.compile(r"\(?\b(?:19|20)\d\d\b\)?")
_MOST_HEADER_ROWS = 6
_LONGEST_HEAD = 40


def split_header(rows: tuple[Row, ...], marked: int = 0) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The header and the body of a table. `marked` is how many rows the file itself calls a header.

    Without such a mark a first row of words is the header, with the rows that its cells reach into or are divided in,
    and the row that numbers the columns. A reach from the header into the body ends with the header.
    """
    count = marked or _guessed(rows)
    if 0 < count < len(rows) and is_numbering(rows[count]):
        # What a numbering row reaches into is header too: forms divide their columns once more below it.
        count += max(cell.rowspan for cell in rows[count].cells)
    if count >= len(rows):
        count = marked if 0 < marked < len(rows) else 0
    header = tuple(_kept(row, count - index) for index, row in enumerate(rows[:count]))
    header = tuple(replace(row, kind=RowKind.NUMBERS) if is_numbering(row) else row for row in header)
    body = tuple(replace(row, kind=RowKind.NUMBERS) if is_numbering(row) else row for row in rows[count:])
    return header, body


def is_numbering(row: Row) -> bool:
    """Whether the row numbers the columns: (1) (2) (3), or 1 2 2 3 5 as people type it."""
    texts = [plain(cell.content).strip() for cell in row.cells]
    found = [match for text in texts if (match := _COLUMN_NUMBER.fullmatch(text))]
    if len(found) < 3 or len(found) < len([text for text in texts if text]):
        return False
    numbers = [int(match[1]) for match in found]
    return numbers[0] in (1, 2) and numbers == sorted(numbers) and numbers[-1] - numbers[0] <= 2 * len(texts)


def _guessed(rows: tuple[Row, ...]) -> int:
    if len(rows) < 2 or not _is_words(rows[0]):
        return 0
    count = max(1, min((cell.rowspan for cell in rows[0].cells), default=1))
    index = 0
    while index < count <= _MOST_HEADER_ROWS and index < len(rows):
        row = rows[index]
        reach = max((cell.rowspan for cell in row.cells), default=1)
        count = max(count, index + reach) if index + reach < len(rows) else count
        divided = any(cell.colspan > 1 and plain(cell.content).strip() for cell in row.cells)
        if divided and len(row.cells) > 1 and index + 1 == count and count < len(rows) and _is_words(rows[count]):
            count += 1
        index += 1
    while 0 < count < min(len(rows) - 1, _MOST_HEADER_ROWS) and _continues(rows[count]):
        count += 1
    return min(count, _MOST_HEADER_ROWS)


def _continues(row: Row) -> bool:
    """Whether a row of words goes on with a header whose merged cells were left empty."""
    texts = [plain(cell.content).strip() for cell in row.cells]
    return bool(texts) and not texts[0] and _is_words(row) and all(len(text) <= _LONGEST_HEAD for text in texts)


def _is_words(row: Row) -> bool:
    """Whether no cell begins with a figure, of which years are none; "Nama | : Ani" is no header."""
    texts = [plain(cell.content).strip() for cell in row.cells]
    if any(text.startswith(":") for text in texts):
        return False
    return any(texts) and not any(_FIGURE.match(_YEAR.sub("", text)) for text in texts)


def _kept(row: Row, rest: int) -> Row:
    """The row with no cell reaching out of the header."""
    if all(cell.rowspan <= rest for cell in row.cells):
        return row
    return replace(row, cells=tuple(_shortened(cell, rest) for cell in row.cells))


def _shortened(cell: Cell, rest: int) -> Cell:
    return replace(cell, rowspan=rest) if cell.rowspan > rest else cell
