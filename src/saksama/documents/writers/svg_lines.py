"""Lines over time, each named at its right end."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from saksama.documents.pictures import Chart
from saksama.documents.writers.palette import INK, MUTED, PAPER, RULE, STRONG_RULE, Look
from saksama.documents.writers.svg_axis import Axis, axis, tick_text, to_ticks
from saksama.documents.writers.svg_placing import Rectangle, Segment, Wish, place, spread
from saksama.documents.writers.svg_series import (
    EDGE,
    LINE,
    SMALL,
    TEXT,
    WIDTH,
    Drawing,
    Drawn,
    drawn,
    empty_notes,
    is_money,
    notes,
    rule,
)
from saksama.documents.writers.svg_text import label, measure, number, shorten, wrap

_HEIGHT = 180.0
_TALLEST = 460.0
_HEADROOM = 24.0  # above the top tick, for labels and for marks beyond the axis
_SAMPLE = 24.0
_NAME_WIDTH = 128.0
_VALUE_WIDTH = 150.0
_ALL_LABELLED = 16  # with more points in time only the first, last, highest and lowest values are labelled
_CUT_NOTE = "Tanda // : nilainya jauh melampaui yang lain; titiknya diletakkan di luar sumbu."

_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where values and points in time stand."""

    axis: Axis
    left: float
    right: float
    top: float
    bottom: float
    count: int

    @property
    def slot(self) -> float:
        return (self.right - self.left) / self.count

    def x(self, index: int) -> float:
        return self.left + (index + 0.5) * self.slot

    def y(self, value: Decimal) -> float:
        y = self.bottom - self.axis.position(value) * (self.bottom - self.top)
        if not self.axis.cuts(value):
            return y
        return y - 12 if value > 0 else y + 12

    def points(self, item: Drawn) -> list[_Point | None]:
        return [None if value is None else (self.x(index), self.y(value)) for index, value in enumerate(item.values)]


def draw_lines(chart: Chart) -> Drawing:
    """Draw a chart of lines, the first point in time on the left."""
    everything = drawn(chart)
    series = tuple(item for item in everything if not item.is_empty)
    values = [value for item in series for value in item.values if value is not None]
    reference = chart.reference.value if chart.reference else None
    found = to_ticks(axis(values, reference, whole=is_money(series)))

    ends = [(item, wrap(item.name, _NAME_WIDTH, TEXT, bold=True)) for item in series]
    reference_lines = wrap(chart.reference.label, _NAME_WIDTH + _SAMPLE, SMALL) if chart.reference else ()
    column = max(
        [_SAMPLE]
        + [_SAMPLE + measure(line, TEXT, bold=True) for _, lines in ends for line in lines]
        + [measure(line, SMALL) for line in reference_lines]
    )
    left = EDGE + max(measure(tick_text(tick), SMALL) for tick in found.ticks) + 8
    top = (20.0 if chart.unit else 4.0) + _HEADROOM
    height = max(_HEIGHT, LINE * (sum(len(lines) for _, lines in ends) + len(reference_lines) + len(ends)))
    while True:
        plot = _Plot(found, left, WIDTH - EDGE - column - 12, top, top + height, len(chart.categories))
        names = _names(plot, ends, reference_lines, reference)
        wishes = _wishes(plot, series)
        segments = [segment for item in series for segment in _segments(plot.points(item))]
        if reference is not None:
            segments.append(Segment(plot.left, plot.y(reference), plot.right, plot.y(reference)))
        marks = [_mark_box(point) for item in series for point in plot.points(item) if point]
        placed = place(
            wishes, marks, segments, bounds=Rectangle(left - 6, top - _HEADROOM, plot.right + 8, top + height + 2)
        )
        if all(placed) or height > _TALLEST or len(chart.categories) > _ALL_LABELLED:
            break
        height *= 1.25

    elements = _grid(plot)
    if chart.unit:
        unit = shorten(f"Satuan: {chart.unit}", WIDTH - 2 * EDGE, SMALL)
        elements.append(label(EDGE, 14, unit, size=SMALL, fill=MUTED))
    if reference is not None:
        y = plot.y(reference)
        elements.append(rule(plot.left, y, plot.right, y, stroke=INK, width=1.3, dashes="2 3"))
    for item in sorted(series, key=lambda one: not one.look.hollow):
        elements += _line(plot, item)
    elements += names
    for wish, box in zip(wishes, placed, strict=True):
        if box is not None:
            middle = (box.left + box.right) / 2
            elements.append(
                label(
                    middle,
                    box.bottom - 3,
                    wish.text,
                    size=SMALL,
                    anchor="middle",
                    fill=wish.tone,
                    bold=wish.bold,
                    halo=True,
                )
            )
    y, categories = _categories(plot, chart.categories)
    elements += categories
    cut = (_CUT_NOTE,) if any(found.cuts(value) for value in values) else ()
    small = notes((*empty_notes(everything), *cut), y + 4)
    return Drawing(y + small.height + 8, (*elements, *small.elements))


def _names(
    plot: _Plot, ends: list[tuple[Drawn, tuple[str, ...]]], reference_lines: tuple[str, ...], reference: Decimal | None
) -> list[str]:
    """The series' names and the reference's, beside the ends of their lines and apart from each other."""
    wanted = [
        (next(point[1] for point in reversed(plot.points(item)) if point), LINE * len(lines) + 4)
        for item, lines in ends
    ]
    if reference is not None:
        wanted.append((plot.y(reference), LINE * len(reference_lines) + 4))
    middles = spread(wanted, plot.top - _HEADROOM, plot.bottom)
    x = plot.right + 12
    elements = []
    for (item, lines), middle in zip(ends, middles, strict=False):
        elements += _stroke([(x, middle), (x + 18, middle)], item.look)
        elements.append(_mark((x + 9, middle), item.look))
        first = middle - LINE * len(lines) / 2 + 12
        elements += [
            label(x + _SAMPLE, first + LINE * index, line, size=TEXT, fill=item.look.outline, bold=True)
            for index, line in enumerate(lines)
        ]
    if reference is not None:
        first = middles[-1] - LINE * len(reference_lines) / 2 + 12
        elements += [label(x, first + LINE * index, line, size=SMALL) for index, line in enumerate(reference_lines)]
    return elements


def _wishes(plot: _Plot, series: tuple[Drawn, ...]) -> list[Wish]:
    """The value labels, most important first: the ends of each line, then what it reached, then what was promised."""
    found: list[tuple[tuple[bool, bool, int], Wish]] = []
    for item in series:
        indexes = [index for index, value in enumerate(item.values) if value is not None]
        kept = indexes if plot.count <= _ALL_LABELLED else _notable(item, indexes)
        for index in kept:
            value, text = item.values[index], shorten(item.labels[index], _VALUE_WIDTH, SMALL, bold=True)
            if value is None or not text:
                continue
            others = [other.values[index] for other in series if other is not item]
            above = all(other is None or value > other or (value == other and item.look.hollow) for other in others)
            wish = Wish(
                text,
                plot.x(index),
                plot.y(value),
                measure(text, SMALL, bold=True),
                SMALL + 3,
                above,
                item.look.outline,
                not item.look.hollow,
            )
            found.append(((index not in (indexes[0], indexes[-1]), item.look.hollow, index), wish))
    return [wish for _, wish in sorted(found, key=lambda pair: pair[0])]


def _notable(item: Drawn, indexes: list[int]) -> list[int]:
    values = {index: value for index, value in enumerate(item.values) if value is not None}
    highest = max(indexes, key=lambda index: values[index])
    lowest = min(indexes, key=lambda index: values[index])
    return [index for index in indexes if index in (indexes[0], indexes[-1], highest, lowest)]


def _segments(points: list[_Point | None]) -> list[Segment]:
    return [
        Segment(one[0], one[1], two[0], two[1]) for one, two in pairwise(points) if one is not None and two is not None
    ]


def _mark_box(point: _Point) -> Rectangle:
    return Rectangle(point[0] - 4, point[1] - 4, point[0] + 4, point[1] + 4)


def _line(plot: _Plot, item: Drawn) -> list[str]:
    """The line, broken at gaps, and its marks."""
    points = plot.points(item)
    elements: list[str] = []
    run: list[_Point] = []
    for point in (*points, None):
        if point is not None:
            run.append(point)
            continue
        elements += _stroke(run, item.look)
        run = []
    for value, point in zip(item.values, points, strict=True):
        if value is not None and point is not None:
            elements.append(_mark(point, item.look, size=1.0 if plot.slot > 18 else 0.55))
            if plot.axis.cuts(value):
                elements.append(_cut(point))
    return elements


def _stroke(points: list[_Point], look: Look) -> list[str]:
    if len(points) < 2:
        return []
    path = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    dashes = ' stroke-dasharray="6 4"' if look.dashed else ""
    return [f'<path d="M{path}" fill="none" stroke="{look.outline}" stroke-width="2" stroke-linejoin="round"{dashes}/>']


def _mark(point: _Point, look: Look, *, size: float = 1.0) -> str:
    """A mark: hollow for what was promised, and larger, so that it shows around a filled one on the same spot."""
    size *= 4.6 if look.hollow else 3.6
    paint = f'fill="{PAPER if look.hollow else look.outline}" stroke="{look.outline}" stroke-width="1.8"'
    x, y = point
    if look.square:
        side = number(2 * size - 1)
        return (
            f'<rect x="{number(x - size + 0.5)}" y="{number(y - size + 0.5)}" width="{side}" height="{side}" {paint}/>'
        )
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(size)}" {paint}/>'


def _cut(point: _Point) -> str:
    x, y = point[0] - 16, point[1]
    return (
        f'<path d="M{number(x)} {number(y + 5)}L{number(x + 4)} {number(y - 5)}'
        f'M{number(x + 5)} {number(y + 5)}L{number(x + 9)} {number(y - 5)}" stroke="{INK}" '
        'stroke-width="1.3" fill="none"/>'
    )


def _grid(plot: _Plot) -> list[str]:
    elements = []
    for tick in plot.axis.ticks:
        y = plot.y(tick)
        elements.append(rule(plot.left, y, plot.right, y, stroke=RULE if tick else STRONG_RULE))
        elements.append(label(plot.left - 8, y + 4, tick_text(tick), size=SMALL, anchor="end", fill=MUTED))
    return elements


def _categories(plot: _Plot, categories: tuple[str, ...]) -> tuple[float, list[str]]:
    """The points in time below the axis; where they would touch, every second, third … one."""
    longest = max(measure(word, SMALL) for name in categories for word in (*name.split(), ""))
    every = 1
    while plot.slot * every - 8 < min(longest, 84) and every < plot.count:
        every += 1
    y = plot.bottom + (30 if plot.axis.low < 0 else 20)
    elements, deepest = [], 1
    for index, name in enumerate(categories):
        if index % every == 0:
            width = plot.slot * every - 8
            lines = wrap(name, width, SMALL)
            half = max((measure(line, SMALL) for line in lines), default=0) / 2
            x = min(max(plot.x(index), EDGE + half), WIDTH - EDGE - half)
            elements += [label(x, y + LINE * row, line, size=SMALL, anchor="middle") for row, line in enumerate(lines)]
            deepest = max(deepest, len(lines))
    return y + LINE * deepest - 6, elements
