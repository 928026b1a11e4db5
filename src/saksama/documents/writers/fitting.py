"""Whether the numbers of a table fit into their columns: a number that breaks over two lines is misread."""

import re
from collections.abc import Sequence

from saksama.documents.document import Table
from saksama.documents.writers.grid import starts

_NUMBER = re.compile(r"[−+-]?\d[\d.,]*%?")
# Widths in sizes of type; bold digits of the report's face are a little wider than plain ones.
_DIGIT, _POINT = 0.53, 0.28


def numbers_fit(block: Table, widths: Sequence[float], size: float, inset: float) -> bool:
    """Whether every number in the body is narrower than its column, in type of a size, all in points."""
    for row, columns in zip(block.rows, starts(block.rows), strict=True):
        for cell, column in zip(row.cells, columns, strict=True):
            if cell.colspan > 1 or column >= len(widths):
                continue
            room = widths[column] - 2 * inset
            if any(_width(word) * size > room for inline in cell.content for word in _NUMBER.findall(inline.text)):
                return False
    return True


def _width(number: str) -> float:
    points = number.count(".") + number.count(",")
    return (len(number) - points) * _DIGIT + points * _POINT
