"""What is drawn on a page besides text: straight strokes, fills, other marks, and pictures."""

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from saksama.documents.readers.pdf.calls import address, closes, kind_of_segment, put_point, segment_of
from saksama.documents.readers.pdf.frame import Box, Frame

MAXIMUM_OBJECTS = 50_000
"""Objects looked at on one page."""
MAXIMUM_SEGMENTS = 200_000
"""Segments of paths looked at on one page."""
_MAXIMUM_DEPTH = 8  # of drawings within drawings
_LARGEST_PATH = 400  # segments: more is a map or a drawing, never the lines of a table
_THICKEST_RULING = 3.0  # points
_STRAIGHT = 0.7  # points by which the ends of a straight stroke may differ
_MOVE, _CURVE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_BEZIERTO
_NEARLY_WHITE = 250
_LIGHT = 210  # of 255, in the darkest of the three colours

Colour = tuple[int, int, int]
_PATTERN: Colour = (128, 128, 128)  # stands for a fill without one colour
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle, and whether its colour differs from white paper."""

    box: Box
    shows: bool
    colour: Colour


@dataclass(slots=True)
class Drawings:
    """Across: (y, from x, to x). Upright: (x, from y, to y). All in the frame of the page."""

    across: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    thin: list[Fill] = field(default_factory=list)
    marks: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    objects: int = 0
    segments: int = 0
    is_cut: bool = False


def page_drawings(page: Any, frame: Frame) -> Drawings:
    """Everything drawn on a page, within the limits."""
    found = Drawings()
    reader = _Reader(frame, found)
    count = pdfium.FPDFPage_CountObjects(page)
    for index in range(count):
        reader.read(pdfium.FPDFPage_GetObject(page, index), _IDENTITY, 0)
        if found.objects >= MAXIMUM_OBJECTS or found.segments >= MAXIMUM_SEGMENTS:
            found.is_cut = True
            break
    # Word paints the ground of a cell in strips; the thinnest would pass for a rule in the ground's own pale colour.
    grounds = {fill.colour for fill in found.fills if min(fill.colour) >= _LIGHT}
    for fill in found.thin:
        if fill.colour not in grounds:
            _add_ruling(found, fill.box)
    return found


class _Reader:
    """Keeps the buffers that pdfium writes into, for one page."""

    def __init__(self, frame: Frame, found: Drawings) -> None:
        self.frame = frame
        self.found = found
        self.matrix = pdfium.FS_MATRIX()
        self.filled, self.stroked = ctypes.c_int(), ctypes.c_int()
        self.x, self.y = ctypes.c_float(), ctypes.c_float()
        self.to_x, self.to_y = ctypes.addressof(self.x), ctypes.addressof(self.y)
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.edges = tuple(ctypes.c_float() for _ in range(4))

    def read(self, item: Any, outer: Matrix, depth: int) -> None:
        self.found.objects += 1
        match pdfium.FPDFPageObj_GetType(item):
            case pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, outer)
            case pdfium.FPDF_PAGEOBJ_IMAGE:
                self._place(item, outer, self.found.pictures)
            case pdfium.FPDF_PAGEOBJ_SHADING:
                self._place(item, outer, self.found.marks)
            case pdfium.FPDF_PAGEOBJ_FORM if depth < _MAXIMUM_DEPTH:
                inner = self._matrix(item, outer)
                for index in range(pdfium.FPDFFormObj_CountObjects(item)):
                    if self.found.objects >= MAXIMUM_OBJECTS:
                        break
                    self.read(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def _matrix(self, item: Any, outer: Matrix) -> Matrix:
        own = self.matrix
        pdfium.FPDFPageObj_GetMatrix(item, own)
        a, b, c, d, e, f = own.a, own.b, own.c, own.d, own.e, own.f
        if outer is _IDENTITY:
            return a, b, c, d, e, f
        m = outer
        return (
            a * m[0] + b * m[2],
            a * m[1] + b * m[3],
            c * m[0] + d * m[2],
            c * m[1] + d * m[3],
            e * m[0] + f * m[2] + m[4],
            e * m[1] + f * m[3] + m[5],
        )

    def _place(self, item: Any, outer: Matrix, kept: list[Box]) -> None:
        left, bottom, right, top = self.edges
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            return
        corners = [(x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
        m = outer
        points = [self.frame.point(x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]) for x, y in corners]
        kept.append(_box_of(points))

    def _path(self, item: Any, outer: Matrix) -> None:
        pdfium.FPDFPath_GetDrawMode(item, self.filled, self.stroked)
        is_filled, is_stroked = bool(self.filled.value), bool(self.stroked.value)
        if not is_filled and not is_stroked:
            return
        count = pdfium.FPDFPath_CountSegments(item)
        if count > _LARGEST_PATH or count < 2:
            if count > 1:
                self._place(item, outer, self.found.marks)
            return
        self.found.segments += count
        for points, is_straight, is_closed in self._figures(item, outer, count):
            if is_straight and len(points) > 1:
                self._figure(item, points, is_filled=is_filled, is_stroked=is_stroked, is_closed=is_closed)
            else:
                self.found.marks.append(_box_of(points))

    def _figures(self, item: Any, outer: Matrix, count: int) -> list[tuple[list[tuple[float, float]], bool, bool]]:
        """The figures of a path: points, whether all lines are level or upright, whether it is closed."""
        a, b, c, d, e, f = self._matrix(item, outer)
        path, frame_point = address(item), self.frame.point
        figures: list[tuple[list[tuple[float, float]], bool, bool]] = []
        points: list[tuple[float, float]] = []
        is_straight, is_closed = True, False
        at_x, at_y, to_x, to_y = self.x, self.y, self.to_x, self.to_y
        for index in range(count):
            segment = segment_of(path, index)
            kind = kind_of_segment(segment)
            put_point(segment, to_x, to_y)
            x, y = at_x.value, at_y.value
            point = frame_point(x * a + y * c + e, x * b + y * d + f)
            if kind == _MOVE:
                if len(points) > 1:
                    figures.append((points, is_straight, is_closed))
                points, is_straight, is_closed = [point], True, False
                continue
            if kind == _CURVE or (
                points and abs(point[0] - points[-1][0]) > _STRAIGHT and abs(point[1] - points[-1][1]) > _STRAIGHT
            ):
                is_straight = False
            points.append(point)
            if closes(segment):
                is_closed = True
        if len(points) > 1:
            figures.append((points, is_straight, is_closed))
        return figures

    def _figure(
        self, item: Any, points: list[tuple[float, float]], *, is_filled: bool, is_stroked: bool, is_closed: bool
    ) -> None:
        found = self.found
        left, top, right, bottom = box = _box_of(points)
        width, height = right - left, bottom - top
        if is_filled:
            kept = found.fills if min(width, height) > _THICKEST_RULING else found.thin
            shows, colour = self._colour(item)
            kept.append(Fill(box, shows, colour))
        if not is_stroked:
            return
        if min(width, height) <= _STRAIGHT and len(points) > 2 and is_closed:
            _add_ruling(found, box)
            return
        ends = [*points, points[0]] if is_closed and len(points) > 2 else points
        for (x1, y1), (x2, y2) in pairwise(ends):
            if abs(y1 - y2) <= _STRAIGHT and abs(x1 - x2) > _STRAIGHT:
                found.across.append(((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
            elif abs(x1 - x2) <= _STRAIGHT and abs(y1 - y2) > _STRAIGHT:
                found.upright.append(((x1 + x2) / 2, min(y1, y2), max(y1, y2)))

    def _colour(self, item: Any) -> tuple[bool, Colour]:
        red, green, blue, alpha = self.colour
        if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
            return True, _PATTERN
        colour = red.value, green.value, blue.value
        return alpha.value > 0 and min(colour) < _NEARLY_WHITE, colour


def _add_ruling(found: Drawings, box: Box) -> None:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    # A dot of a dotted line, or the corner where Word lets two borders meet, belongs to both directions.
    if width >= height or width <= _THICKEST_RULING:
        found.across.append(((top + bottom) / 2, left, right))
    if height >= width or height <= _THICKEST_RULING:
        found.upright.append(((left + right) / 2, top, bottom))


def _box_of(points: list[tuple[float, float]]) -> Box:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
