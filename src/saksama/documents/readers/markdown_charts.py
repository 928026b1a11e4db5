"""Charts in Markdown as our writer puts them into words: caption, description, a table of what is drawn, a line."""

import re
from collections.abc import Sequence

from saksama.documents.document import Block, Figure, Paragraph, Table, Text, plain
from saksama.documents.pictures import Image
from saksama.documents.readers.captions import figure_caption

_REFERENCE = "Garis acuan:"


def with_charts(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every chart as one figure: what it draws is printed elsewhere, with its subject."""
    found: list[Block] = []
    index = 0
    while index < len(blocks):
        figure, used = _chart(blocks[index : index + 4])
        found.append(figure or blocks[index])
        index += used if figure else 1
    return found


def _chart(blocks: Sequence[Block]) -> tuple[Figure | None, int]:
    """The figure that these blocks begin with, and how many they are."""
    if len(blocks) < 3:
        return None, 0
    first, described, drawn = blocks[:3]
    if not (isinstance(first, Paragraph) and isinstance(described, Paragraph) and isinstance(drawn, Table)):
        return None, 0
    caption = figure_caption(plain(first.content))
    if caption is None or not (_is_bold(first) and _is_italic(described) and _has_unit(drawn)):
        return None, 0
    after = blocks[3] if len(blocks) > 3 else None
    is_marked = isinstance(after, Paragraph) and plain(after.content).startswith(_REFERENCE)
    picture = Image("", b"", plain(described.content), 0, 0)
    return Figure(picture, "", caption.text, number=caption.number, place=first.place), 4 if is_marked else 3


def _has_unit(table: Table) -> bool:
    """Whether the first header names nothing but the unit of the values: "(%)"."""
    cells = [cell for row in table.header for cell in row.cells]
    return bool(cells) and re.fullmatch(r"\(.*\)", plain(cells[0].content)) is not None


def _is_bold(paragraph: Paragraph) -> bool:
    return all(isinstance(run, Text) and run.bold for run in paragraph.content if run.text.strip())


def _is_italic(paragraph: Paragraph) -> bool:
    return all(isinstance(run, Text) and run.italic for run in paragraph.content if run.text.strip())
