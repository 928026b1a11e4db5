"""Tables in plain text: columns by tabs, by pipes (Markdown), or by gaps that run through all lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from saksama.documents.document import Align, Cell, Column, Content, Row, Table, Text
from saksama.documents.readers.plain_text import TextLine, marked
from saksama.documents.readers.table_rows import split_header
from saksama.kernel.provenance import Place

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_GAP = re.compile(r"\S {2,}\S")
_WIDEST = 1_000
_MOST_PADDED = 2_000_000
_DRAWN = re.compile(r"\s*[+|](?:[-=]{3,}[+|])+\s*")


@dataclass(frozen=True, slots=True)
class Square:
    """The text of a cell and where it begins in its line."""

    text: str
    line: TextLine
    start: int


def is_pipe_line(line: str) -> bool:
    """Whether the line is a row of a table with pipes."""
    return line.lstrip().startswith("|") and len(_PIPE.findall(line)) >= 2


def is_rule(line: str) -> bool:
    """Whether the line parts the header from the body of a Markdown table."""
    return "-" in line and "|" in line and _RULE.fullmatch(line) is not None


def has_gap(line: str) -> bool:
    """Whether the line has a gap that may part columns."""
    return _GAP.search(line.strip()) is not None


def pipe_table(lines: Sequence[TextLine], number: int, *, file: str, is_markdown: bool) -> Table:
    """The table of lines with pipes; a bold row right below the header belongs to it, as our own writer does it."""
    # Only the second line can be the rule: further down a row of dashes is a row without figures.
    rule = 1 if len(lines) > 1 and is_rule(lines[1].text) else -1
    rows = [_piped(line) for index, line in enumerate(lines) if index != rule and not _DRAWN.fullmatch(line.text)]
    marked_rows = 1 if rule == 1 else 0
    if marked_rows:
        marked_rows += next(
            (index for index, row in enumerate(rows[1:]) if not _is_bold_row(row)), max(len(rows) - 1, 0)
        )
    aligns = _aligns(lines[rule].text) if rule >= 0 else ()
    return _table(rows, number, file=file, is_markdown=is_markdown, marked_rows=marked_rows, aligns=aligns)


def _piped(line: TextLine) -> list[Square]:
    edges = [found.start() for found in _PIPE.finditer(line.text)]
    end = len(line.text.rstrip())
    starts = [edge + 1 for edge in edges]
    ends = [*edges[1:], end]
    if edges and edges[-1] == end - 1:
        starts, ends = starts[:-1], ends[:-1]
    return [_square(line, start, stop) for start, stop in zip(starts, ends, strict=True)]


def _square(line: TextLine, start: int, stop: int) -> Square:
    text = line.text[start:stop]
    return Square(text.strip(), line, start + len(text) - len(text.lstrip()))


def _is_bold_row(row: list[Square]) -> bool:
    texts = [square.text for square in row if square.text]
    return bool(texts) and all(text.startswith("**") and text.endswith("**") and len(text) > 4 for text in texts)


def _aligns(rule: str) -> tuple[Align, ...]:
    marks = [mark.strip() for mark in rule.strip().strip("|").split("|")]
    kinds = {(True, True): Align.CENTER, (False, True): Align.RIGHT}
    return tuple(kinds.get((mark.startswith(":"), mark.endswith(":")), Align.LEFT) for mark in marks)


def tab_table(lines: Sequence[TextLine], number: int, *, file: str, is_markdown: bool) -> Table:
    """The table of lines with tabs; a line without goes on with the last cell above that has text."""
    rows: list[list[Square]] = []
    continued: dict[tuple[int, int], list[Square]] = {}
    for line in lines:
        if "\t" in line.text or not rows:
            rows.append(_tabbed(line))
            continue
        column = max((index for index, square in enumerate(rows[-1]) if square.text), default=0)
        text = line.text.strip()
        start = len(line.text) - len(line.text.lstrip())
        continued.setdefault((len(rows) - 1, column), []).append(Square(text, line, start))
    return _table(rows, number, file=file, is_markdown=is_markdown, continued=continued)


def _tabbed(line: TextLine) -> list[Square]:
    squares = []
    start = 0
    for text in line.text.split("\t"):
        squares.append(_square(line, start, start + len(text)))
        start += len(text) + 1
    return squares


def gap_table(lines: Sequence[TextLine], number: int, *, file: str, is_markdown: bool) -> Table | None:
    """The table of lines whose gaps of two or more spaces stand one above the other; `None` where they do not."""
    width = max(len(line.text) for line in lines)
    blank = [
        all(position >= len(line.text) or line.text[position] == " " for line in lines) for position in range(width)
    ]
    runs: list[tuple[int, int]] = []
    position = 0
    for is_blank, group in groupby(blank):
        length = len(list(group))
        if not is_blank:
            runs.append((position, position + length))
        position += length
    columns: list[tuple[int, int]] = []
    for start, stop in runs:  # one blank column is a space between words that happen to stand so
        if columns and start - columns[-1][1] < 2:
            columns[-1] = (columns[-1][0], stop)
        else:
            columns.append((start, stop))
    if len(columns) < 2:
        return None
    rows = [[_square(line, start, stop) for start, stop in columns] for line in lines]
    return _table(rows, number, file=file, is_markdown=is_markdown)


def _table(
    rows: list[list[Square]],
    number: int,
    *,
    file: str,
    is_markdown: bool,
    marked_rows: int = 0,
    aligns: tuple[Align, ...] = (),
    continued: dict[tuple[int, int], list[Square]] | None = None,
) -> Table:
    width = max((len(row) for row in rows), default=0)
    name = str(number)
    is_padded = width * len(rows) <= _MOST_PADDED
    made = []
    for index, row in enumerate(rows):
        cells = []
        for column, square in enumerate(_padded(row, width) if is_padded else row):
            place = Place(file=file, table=name, row=index + 1, column=column + 1, line=square.line.number)
            further = (continued or {}).get((index, column), [])
            cells.append(Cell(_content([square, *further], place, is_markdown=is_markdown), place=place))
        made.append(Row(tuple(cells)))
    header, body = split_header(tuple(made), marked_rows)
    if marked_rows:  # the marks of further header rows are only marks
        header = tuple(replace(row, cells=tuple(map(_unmarked, row.cells))) for row in header)
    columns = tuple(Column(1.0, aligns[index] if index < len(aligns) else Align.LEFT) for index in range(width))
    return Table(columns, header, body, place=Place(file=file, table=name, line=rows[0][0].line.number))


def _padded(row: list[Square], width: int) -> list[Square]:
    return [*row, *[Square("", row[0].line, len(row[0].line.text))] * (width - len(row))]


def _unmarked(cell: Cell) -> Cell:
    return replace(cell, content=tuple(replace(run, bold=False) for run in cell.content if isinstance(run, Text)))


def _content(squares: list[Square], place: Place, *, is_markdown: bool) -> Content:
    runs: list[Text] = []
    for square in squares:
        if not square.text:
            continue
        if runs:
            runs.append(Text("\n"))
        ground = replace(place, line=square.line.number)
        if is_markdown:
            text = _BREAK.sub("\n", square.text)
            runs += marked(text, ground, square.start)
        else:
            runs.append(Text(square.text, place=replace(ground, start=square.start)))
    return tuple(runs)
