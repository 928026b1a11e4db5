"""One page read by itself: its words, its ruled tables, its charts and pictures, and what could not be read."""

from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from saksama.documents.document import UnreadKind
from saksama.documents.readers.pdf.banded import banded_grids
from saksama.documents.readers.pdf.cells import fill
from saksama.documents.readers.pdf.characters import MAXIMUM_CHARACTERS, Characters, page_characters
from saksama.documents.readers.pdf.charts import drawn_boxes
from saksama.documents.readers.pdf.drawings import MAXIMUM_OBJECTS, Drawings, Fill, page_drawings
from saksama.documents.readers.pdf.frame import Box, Frame
from saksama.documents.readers.pdf.grounds import ground_rules, rows_of_grounds
from saksama.documents.readers.pdf.hidden_rows import with_hidden_rows
from saksama.documents.readers.pdf.lattice import Grid, grid_of
from saksama.documents.readers.pdf.open_rows import with_header_above, with_parted_rows
from saksama.documents.readers.pdf.rulings import Ruling, crossings, joined
from saksama.documents.readers.pdf.tables import Cells, is_table
from saksama.documents.readers.pdf.words import Word, words_of
from saksama.language.messages import _

FEWEST_CHARACTERS = 30
"""A page with fewer and a large picture is a scan."""
_LARGE_PICTURE = 0.12  # of the page
_WORDS_ON_A_BACKGROUND = 25  # a picture behind so many is decoration or a watermark
_MARKS_OF_A_CHART = 3  # curves and slanted lines between level rules
_BARS_OF_A_CHART = 2  # grounds that run over level rules
_LARGEST_DOT = 14.0  # points: a point on the line of a chart
_LONG_FRAME = 40  # words in one frame: a text in a box, no part of a diagram


@dataclass(frozen=True, slots=True)
class Problem:
    """Something on the page that was not read."""

    kind: UnreadKind
    note: str
    box: Box | None = None


@dataclass(slots=True)
class PageParts:
    """What a page holds, before it is known what repeats on other pages. `marks`: characters and drawn objects."""

    number: int
    frame: Frame
    words: list[Word] = field(default_factory=list)
    tables: list[tuple[Grid, Cells]] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    charts: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    watermark: str = ""
    problems: list[Problem] = field(default_factory=list)
    marks: int = 0


def read_page(page: Any, number: int) -> PageParts:
    """Read one loaded page."""
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        edges = _edges(page)
        characters = page_characters(text_page, edges)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    frame = _upright(edges, characters, pdfium.FPDFPage_GetRotation(page))
    drawings = page_drawings(page, frame)
    marks = characters.count + characters.hidden + characters.outside + drawings.objects
    parts = PageParts(number, frame, fills=drawings.fills, watermark=characters.askew, marks=marks)
    words, unseen = _seen(words_of(characters.runs, frame), drawings)
    _note_problems(parts, characters, drawings, words, unseen)
    across, upright = joined(drawings.across), joined(drawings.upright)
    used: list[Ruling] = []
    grounds = [fill.box for fill in drawings.fills if fill.shows]
    frames: list[Box] = []
    painted = ground_rules(drawings.fills, across)
    for crossing in crossings(across, upright):
        grid = grid_of(crossing, grounds)
        if grid is None or rows_of_grounds(grid, painted):
            continue
        cells, outside = fill(grid, words)
        if is_table(grid, cells):
            grid, cells = with_parted_rows(*with_hidden_rows(grid, cells))
            grid, cells, words = with_header_above(grid, cells, outside)
            parts.tables.append((grid, cells))
            used += crossing.across
        elif len(grid.areas) > 1 or sum(len(inside) for inside in cells.values()) < _LONG_FRAME:
            frames.append(grid.box)
    for grid in banded_grids([rule for rule in across if rule not in used] + painted, drawings.fills, words):
        cells, outside = fill(grid, words)
        small = [fill.box for fill in drawings.fills if fill.shows and _is_dot(fill.box, drawings.fills)]
        curves = [mark for mark in drawings.marks + small if _meet(mark, grid.box)]
        bars = [fill.box for fill in drawings.fills if fill.shows and _crosses_rules(fill.box, grid, across)]
        if len(curves) >= _MARKS_OF_A_CHART or len(bars) >= _BARS_OF_A_CHART:
            frames += [grid.box, *curves]  # the lines of a chart's scale
        elif is_table(grid, cells):
            headed, cells, words = with_header_above(grid, cells, outside)
            parts.tables.append((headed, cells))
    whole = (0.0, 0.0, frame.width, frame.height)
    parts.charts = drawn_boxes(drawings, frames, words, [grid.box for grid, _cells in parts.tables], whole)
    parts.words = words
    return parts


def _edges(page: Any) -> Frame:
    """The visible part of the page: its crop box within its media box, as pdfium gives it."""
    box = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, box) and box.right > box.left and box.top > box.bottom:
        return Frame(box.left, box.bottom, box.right, box.top)
    return Frame(0.0, 0.0, 612.0, 792.0)


def _upright(edges: Frame, characters: Characters, rotation: int) -> Frame:
    """The page turned so that most of its text is upright; as the file says where it has none."""
    lengths = {turns: sum(len(run.text) for run in runs) for turns, runs in characters.runs.items()}
    turns = max(sorted(lengths), key=lambda turns: (lengths[turns], turns == rotation), default=rotation)
    return Frame(edges.left, edges.bottom, edges.right, edges.top, turns)


def _seen(words: list[Word], drawings: Drawings) -> tuple[list[Word], int]:
    """The words without those in white on white paper, and how many characters these have."""
    if not any(word.white for word in words):
        return words, 0
    grounds = [fill.box for fill in drawings.fills if fill.shows] + drawings.marks + drawings.pictures
    seen: list[Word] = []
    unseen = 0
    for word in words:
        x, y = word.middle
        if word.white and not any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in grounds):
            unseen += len(word.text)
        else:
            seen.append(word)
    return seen, unseen


def _note_problems(
    parts: PageParts, characters: Characters, drawings: Drawings, words: list[Word], unseen: int
) -> None:
    add = parts.problems.append
    frame = parts.frame
    whole = frame.width * frame.height
    shares = {box: _visible(box, frame) / whole for box in drawings.pictures}
    covered = sum(shares.values())
    if characters.count - unseen < FEWEST_CHARACTERS and covered >= _LARGE_PICTURE:
        add(Problem(UnreadKind.IMAGE_PAGE, _("halaman ini berupa gambar")))
    else:
        for box, share in shares.items():
            covered_words = sum(1 for word in words if _meet(word.box, box))
            if share >= _LARGE_PICTURE and covered_words < _WORDS_ON_A_BACKGROUND:
                parts.pictures.append(box)
                size = _("gambar seluas {percent}% halaman").format(percent=round(100 * share))
                add(Problem(UnreadKind.IMAGE, size, box))
    if characters.unmapped:
        add(Problem(UnreadKind.UNMAPPED_FONT, _("{count} huruf").format(count=characters.unmapped)))
    hidden = characters.hidden + characters.outside + unseen
    if hidden:
        add(Problem(UnreadKind.HIDDEN, _("{count} huruf").format(count=hidden)))
    if characters.is_cut:
        limit = _("hanya {count} huruf pertama dibaca").format(count=MAXIMUM_CHARACTERS)
        add(Problem(UnreadKind.LIMIT, limit))
    if drawings.is_cut:
        limit = _("hanya {count} objek pertama dibaca").format(count=MAXIMUM_OBJECTS)
        add(Problem(UnreadKind.LIMIT, limit))


def _meet(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _crosses_rules(box: Box, grid: Grid, across: list[Ruling]) -> bool:
    """Whether a fill runs over a rule of a table's whole width: the bar of a chart does, the ground of a row never."""
    width = grid.xs[-1] - grid.xs[0]
    if not _meet(box, grid.box) or box[2] - box[0] > 0.5 * width:
        return False
    return any(box[1] + 3 < rule.at < box[3] - 3 and rule.length > 0.8 * width for rule in across)


def _is_dot(box: Box, fills: list[Fill]) -> bool:
    """Whether a fill is a point on the line of a chart: small, and no part of a larger ground."""
    if max(box[2] - box[0], box[3] - box[1]) > _LARGEST_DOT:
        return False
    near = box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1
    return sum(1 for fill in fills if _meet(near, fill.box)) == 1


def _visible(box: Box, frame: Frame) -> float:
    width = min(box[2], frame.width) - max(box[0], 0.0)
    height = min(box[3], frame.height) - max(box[1], 0.0)
    return max(width, 0.0) * max(height, 0.0)
