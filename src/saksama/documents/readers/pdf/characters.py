"""The characters of a page, each with its place, joined to runs by where they stand."""

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from saksama.documents.readers.pdf.calls import address, code_of, has_map_error, object_of, put_loose_box
from saksama.documents.readers.pdf.frame import Box, Frame
from saksama.documents.readers.pdf.letters import UNMAPPED, is_break_point, is_space, letter

MAXIMUM_CHARACTERS = 100_000
"""Characters read on one page."""
NARROWEST_SPACE = 0.17
"""A gap between two characters that is a space, in sizes of the font: justified lines shrink theirs to 0.2."""
_SMALLEST_SIZE = 1.0  # points; smaller text cannot be read on paper
_INVISIBLE_MODES = (3, 7)  # neither filled nor stroked (PDF 32000-1, table 106)
_NEARLY_WHITE = 250
_BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class Style:
    """What the characters of one text object share. `turns` is the quarter that their line runs to."""

    turns: int | None  # None where the line runs askew: a watermark
    baseline: float
    size: float
    bold: bool
    italic: bool
    hidden: bool
    white: bool
    symbols: bool


@dataclass(slots=True)
class Run:
    """Characters side by side on one baseline without a space. `stops` is the left edge of each."""

    text: str
    stops: list[float]
    right: float
    style: Style
    spaced: bool = False  # a space follows
    joins: bool = False  # a mark follows that lets a line break inside the word

    @property
    def left(self) -> float:
        return self.stops[0]


@dataclass(slots=True)
class Characters:
    """The runs of a page by the quarter that they run to, and what was left out."""

    runs: dict[int, list[Run]] = field(default_factory=dict)
    askew: str = ""
    count: int = 0
    unmapped: int = 0
    hidden: int = 0
    outside: int = 0
    is_cut: bool = False


def page_characters(text_page: Any, edges: Frame) -> Characters:
    """Every character of a page that can be seen, in runs; white ones too, since only their ground decides."""
    count = pdfium.FPDFText_CountChars(text_page)
    found = Characters(is_cut=count > MAXIMUM_CHARACTERS)
    frames = tuple(Frame(edges.left, edges.bottom, edges.right, edges.top, turns) for turns in range(4))
    page = address(text_page)
    (loose, tight), style_of = _box_readers(text_page), _style_reader(text_page, frames)
    styles: dict[int, Style] = {}
    letters: dict[tuple[int, bool], str] = {}
    run: Run | None = None
    latest: Style | None = None  # of the last character, which a run of several text objects may not have begun with
    for index in range(min(count, MAXIMUM_CHARACTERS)):
        code = code_of(page, index)
        if is_space(code):
            if run and not pdfium.FPDFText_IsGenerated(text_page, index):
                run.spaced, run = True, None
            continue
        pointer = object_of(page, index)
        if not pointer:
            continue
        style = styles.get(pointer)
        if style is None:
            style = styles[pointer] = style_of(index)
        text = letters.get((code, style.symbols))
        if text is None:
            text = letters[code, style.symbols] = letter(code, is_symbol_font=style.symbols)
        if not text:
            if run:
                _end_at_mark(run, code, loose(index)[2] - edges.left if style is latest else 0.0)
            continue
        if has_map_error(page, index) == 1 and text != "-":
            text = UNMAPPED
        box = loose(index) if style.turns == 0 else tight(index)
        if not _is_seen(found, style, text, box, edges):
            continue
        if style.turns == 0 and box[0] <= box[2]:
            start, end = box[0] - edges.left, box[2] - edges.left
        else:
            start, _, end, _ = frames[style.turns or 0].box(*box)
        if run and _continues(run, style, start):
            run.text += text
            run.joins = False
            if len(text) == 1:
                run.stops.append(start)
            else:
                run.stops += [start] * len(text)
            run.right = max(run.right, end)
        else:
            run = Run(text, [start] * len(text), end, style)
            found.runs.setdefault(style.turns or 0, []).append(run)
        latest = style
    return found


def _is_seen(found: Characters, style: Style, text: str, box: Box, edges: Frame) -> bool:
    """Whether a person sees the character as text of the page; counts it either way."""
    if style.hidden:
        found.hidden += 1
    elif style.turns is None:
        found.askew += text
    elif box[2] < edges.left or box[0] > edges.right or box[3] < edges.bottom or box[1] > edges.top:
        found.outside += 1
    else:
        found.count += 1
        found.unmapped += text == UNMAPPED
        return True
    return False


def _end_at_mark(run: Run, code: int, right: float) -> None:
    """Take note of a mark without a look behind a run, such as the point where its word may break."""
    run.joins = is_break_point(code)
    if run.style.turns == 0:
        # One glyph may stand for a letter and an unseen mark: pdfium then halves its box between them.
        run.right = max(run.right, right)


def _continues(run: Run, style: Style, start: float) -> bool:
    last = run.style
    if style is last and start == run.stops[-1]:
        return True  # one glyph for several letters, a ligature
    if style is not last and (
        style.turns != last.turns
        or abs(style.baseline - last.baseline) > 0.1 * last.size
        or not 0.8 < style.size / last.size < 1.25
        or style.white != last.white
    ):
        return False
    return -0.5 * last.size < start - run.right < NARROWEST_SPACE * last.size and start > run.stops[-1] - 0.1


def _box_readers(text_page: Any) -> tuple[Any, Any]:
    page, rectangle = address(text_page), pdfium.FS_RECTF()
    to_rectangle = ctypes.addressof(rectangle)
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    to_edges = [ctypes.byref(edge) for edge in edges]

    def loose(index: int) -> tuple[float, float, float, float]:
        put_loose_box(page, index, to_rectangle)
        return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top

    def tight(index: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetCharBox(text_page, index, *to_edges)
        return left.value, bottom.value, right.value, top.value

    return loose, tight


def _style_reader(text_page: Any, frames: tuple[Frame, ...]) -> Callable[[int], Style]:
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    colours = [ctypes.c_uint() for _ in range(4)]
    red, green, blue, alpha = colours

    def style(index: int) -> Style:
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
        turns = _quarter(matrix.a, matrix.b)
        name, symbols = _font_name(text_page, index)
        pointer = pdfium.FPDFText_GetTextObject(text_page, index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(pointer)
        coloured = bool(pdfium.FPDFPageObj_GetFillColor(pointer, *colours)) and mode == 0
        weight = pdfium.FPDFText_GetFontWeight(text_page, index)
        return Style(
            turns=turns,
            baseline=frames[turns or 0].point(x.value, y.value)[1],
            size=max(size, 0.01),
            bold=weight >= _BOLD_WEIGHT or "bold" in name or "black" in name or mode == 2,
            italic="italic" in name or "oblique" in name,
            hidden=mode in _INVISIBLE_MODES or (coloured and alpha.value == 0) or size < _SMALLEST_SIZE,
            white=coloured and min(red.value, green.value, blue.value) >= _NEARLY_WHITE,
            symbols=symbols,
        )

    return style


def _quarter(a: float, b: float) -> int | None:
    """Right, up, left, down as 0 to 3; `None` where the line runs askew by more than a degree."""
    if abs(b) <= abs(a) * 0.02:
        return 0 if a >= 0 else 2
    if abs(a) <= abs(b) * 0.02:
        return 1 if b > 0 else 3
    return None


def _font_name(text_page: Any, index: int) -> tuple[str, bool]:
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 128, flags)
    name = buffer.value.decode("utf-8", errors="replace").lower()
    return name, "symbol" in name and "segoe" not in name
