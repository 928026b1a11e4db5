"""Lines gathered to paragraphs: by their distance, indentation, weight, marks, and where the line before ends."""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from saksama.documents.readers.pdf.frame import Box, around
from saksama.documents.readers.pdf.words import Line, text_of

LIST_MARK = re.compile(r"\(?\d{1,2}[.)]$|\(?[a-zA-Z][.)]$|[•▪➢✓❖■●○◻□❑◦»–-]$|\(\d{1,2}\)$|\(?[ivx]{1,5}[.)]$")
NUMBERING = re.compile(r"(?:BAB|Bab)$|(?!\d{1,3}(?:\.\d{3})+$)(?:\d+|[IVX]{1,5})(?:\.\d+)+\.?$|[IVX]{1,5}\.$|[A-Z]\.$")
_GLUED_MARK = re.compile(r"\(?\d{1,2}\)[A-Za-z]")  # "12)Dinas"
CAPTION_START = re.compile(r"(?:tabel|table|gambar|grafik|bagan|diagram)\b", re.IGNORECASE)
_SOURCE = re.compile(r"(?:sumber|keterangan|catatan)\s*:", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}|_{5,}")
_WIDER_STEP = 1.3  # of the usual distance between lines: a paragraph ends
_FEW_STEPS = 8
_INDENT = 9.0  # points
_SHORT = 0.12  # of the measure that a line stays away from the right edge
_CENTRED = 10.0  # points that the middle of a centred line is off


@dataclass(frozen=True, slots=True)
class Measure:
    """How text is set on a page: its edges, the usual distance from line to line, the usual size."""

    left: float
    right: float
    step: float
    size: float

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines that make one paragraph, caption, heading or item."""

    lines: tuple[Line, ...]
    bold: bool
    centred: bool
    size: float

    @property
    def box(self) -> Box:
        return around([word.box for line in self.lines for word in line])

    @property
    def text(self) -> str:
        return " ".join(text_of(line) for line in self.lines)


def has_leaders(text: str) -> bool:
    """Whether dots lead from a title to its page number."""
    return bool(_LEADERS.search(text))


def measure_of(lines: list[Line]) -> Measure:
    """The measure of a page's lines."""
    if not lines:
        return Measure(0.0, 1.0, 14.0, 10.0)
    sizes = [word.size for line in lines for word in line]
    size = median(sizes)
    long_lines = [line for line in lines if len(line) > 4] or lines
    lefts = sorted(line[0].left for line in long_lines)
    rights = sorted(line[-1].right for line in long_lines)
    steps = [after[0].baseline - line[0].baseline for line, after in pairwise(lines)]
    near = sorted(step for step in steps if 0.9 * size < step < 2.6 * size)
    if len(near) < _FEW_STEPS:
        near = near[: (len(near) + 1) // 2]  # most are those between paragraphs
    left, right = lefts[len(lefts) // 10], rights[len(rights) * 9 // 10]
    return Measure(left, right, median(near) if near else 1.4 * size, size)


def text_blocks(lines: list[Line], measure: Measure) -> list[TextBlock]:
    """The paragraphs of lines that follow each other from the top down."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and not _begins(blocks[-1], line, measure):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [_block(block, measure) for block in blocks]


def _block(lines: list[Line], measure: Measure) -> TextBlock:
    letters = sum(len(word.text) for line in lines for word in line)
    bold = sum(len(word.text) for line in lines for word in line if word.bold)
    size = median([word.size for line in lines for word in line])
    return TextBlock(tuple(lines), bold >= 0.85 * letters, all(_centred(line, measure) for line in lines), size)


def _begins(block: list[Line], line: Line, measure: Measure) -> bool:
    """Whether a line begins a paragraph of its own behind the lines of a block."""
    before = block[-1]
    step = line[0].baseline - before[0].baseline
    if step > _WIDER_STEP * max(measure.step, 1.15 * line[0].size) or step < 0:
        return True
    if not 0.87 < line[0].size / before[0].size < 1.15:
        return True
    start = line[0].text
    if LIST_MARK.match(start) or _GLUED_MARK.match(start) or NUMBERING.match(start) or _SOURCE.match(text_of(line)):
        return True
    if CAPTION_START.match(start) and (line[0].bold or _centred(line, measure)):
        return True
    room = measure.right - before[-1].right
    is_broken = room > (line[0].right - line[0].left) + 0.5 * line[0].size + 0.02 * measure.width
    if has_leaders(text_of(before)):
        return True
    ends_short = before[-1].right < measure.right - _SHORT * measure.width
    was_bold, is_bold = all(word.bold for word in before), all(word.bold for word in line)
    if was_bold != is_bold and (ends_short or _centred(before, measure) or (is_bold and _ends(before))):
        return True
    if was_bold and is_bold and _is_italic(before) is not _is_italic(line):
        return True
    is_after_heading = all(word.bold for other in block for word in other) and not line[0].bold
    if is_after_heading and not line[0].text[:1].islower():
        return True
    if _centred(line, measure) and _centred(before, measure):
        return False
    indented = line[0].left > min(other[0].left for other in block[-2:]) + _INDENT
    hangs = len(block) == 1 and not _SOURCE.match(text_of(before))
    if indented and not hangs and not LIST_MARK.match(block[0][0].text) and not line[0].text[:1].islower():
        return True
    if LIST_MARK.match(block[0][0].text) and len(block[0]) > 1 and line[0].left < block[0][1].left - _INDENT:
        return is_broken or (_ends(before) and not line[0].text[:1].islower())
    if has_leaders(text_of(line)):
        return False  # a long title of a list of contents
    if was_bold and is_bold:
        return is_broken and _ends(before)
    return is_broken and (_ends(before) or not line[0].text[:1].islower())


def _is_italic(line: Line) -> bool:
    return all(word.italic for word in line)


def _ends(line: Line) -> bool:
    return line[-1].text[-1:] in ".:;!?"


def _centred(line: Line, measure: Measure) -> bool:
    left, right = line[0].left, line[-1].right
    middle = (measure.left + measure.right) / 2
    return abs((left + right) / 2 - middle) <= _CENTRED and left > measure.left + 2 * _INDENT
