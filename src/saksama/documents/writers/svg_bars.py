"""Grouped horizontal bars."""

from dataclasses import dataclass
from decimal import Decimal

from saksama.documents.pictures import Chart, ReferenceLine
from saksama.documents.writers.palette import INK, MUTED, PAPER, RULE, STRONG_RULE
from saksama.documents.writers.svg_axis import Axis, axis, tick_text
from saksama.documents.writers.svg_series import (
    EDGE,
    LINE,
    SMALL,
    TEXT,
    WIDTH,
    Drawing,
    Drawn,
    bar,
    drawn,
    empty_notes,
    is_money,
    key,
    notes,
    rule,
)
from saksama.documents.writers.svg_text import label, measure, number, shorten, wrap

_BAR = 14.0
_PITCH = 17.0  # of bars within a group; a value label is no higher
_GAP = 12.0  # between groups
_GAP_MANY = 7.0
_LABEL_WIDTHS = (60.0, 80.0, 100.0, 120.0, 140.0, 160.0, 180.0, 200.0, 220.0)
_WIDEST_VALUE = 250.0
_CUT_NOTE = "Tanda // : batang dipotong karena nilainya jauh melampaui yang lain; panjangnya tidak sebanding."


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar's value and the label at its end; `name` is the series, said once, in the first group."""

    look_index: int
    value: Decimal | None
    text: str
    name: str = ""

    @property
    def width(self) -> float:
        space = 6 if self.text and self.name else 0
        return measure(self.text, TEXT, bold=True) + space + measure(self.name, TEXT)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where zero stands and how many units of the drawing the whole axis spans."""

    axis: Axis
    zero: float
    span: float

    def x(self, value: Decimal) -> float:
        return self.zero + self.axis.share(value) * self.span


def draw_bars(chart: Chart) -> Drawing:
    """Draw a chart of bars, first category on top."""
    everything = drawn(chart)
    series = tuple(item for item in everything if not item.is_empty)
    values = [value for item in series for value in item.values if value is not None]
    found = axis(values, chart.reference.value if chart.reference else None, whole=is_money(series))

    names, left = _category_labels(chart.categories)
    groups = _groups(series, len(chart.categories))
    scale = _scale(found, groups, left)
    named = _named(groups, series)
    direct = _scale(found, named, left) if named else None
    elements: list[str] = []
    y = 4.0
    # Names at the bars of the first group, unless they would squeeze all bars, or no group has them all.
    if named is not None and direct is not None and direct.span >= 0.8 * scale.span:
        groups, scale = named, direct
    elif len(series) > 1:
        legend = key(series, EDGE, y)
        elements += legend.elements
        y += legend.height + 2
    if chart.reference:
        reference = _reference_label(chart.reference, scale, y)
        elements += reference
        y += LINE * len(reference) + 3
    top = y
    bars: list[str] = []
    for lines, group in zip(names, groups, strict=True):
        height = max(_PITCH * len(group), LINE * len(lines), _PITCH)
        bars += _category(lines, left - 10, y + height / 2)
        bars += _group(group, series, scale, y + (height - _PITCH * len(group)) / 2)
        y += height + (_GAP if len(groups) <= 25 else _GAP_MANY)
    elements += _grid(scale, top - 2, y - 2)
    if chart.reference:
        x = scale.x(chart.reference.value)
        elements.append(rule(x, top - 2, x, y - 2, stroke=INK, width=1.3, dashes="5 3"))
    elements += bars
    elements += _ticks(scale, y + 12)
    y += 18
    elements.append(_unit(chart.unit, left, y + 12))
    y += 20
    cut = (_CUT_NOTE,) if any(found.cuts(value) for value in values) else ()
    small = notes((*empty_notes(everything), *cut), y)
    elements += small.elements
    return Drawing(y + small.height + 4, tuple(elements))


def _unit(unit: str, left: float, y: float) -> str:
    text = f"Satuan: {unit}" if unit else ""
    return label(left, y, shorten(text, WIDTH - EDGE - left, SMALL), size=SMALL, fill=MUTED)


def _category_labels(categories: tuple[str, ...]) -> tuple[list[tuple[str, ...]], float]:
    """Each category's name on at most three lines, in the narrowest column that holds them all, and where it ends."""
    width = next(
        (
            width
            for lines, widths in ((2, _LABEL_WIDTHS[:-2]), (3, _LABEL_WIDTHS))
            for width in widths
            if all(_fits(name, width, lines) for name in categories)
        ),
        _LABEL_WIDTHS[-1],
    )
    names = [wrap(name, width, TEXT) for name in categories]
    used = max((measure(line, TEXT) for lines in names for line in lines), default=0)
    return names, EDGE + used + 10


def _fits(name: str, width: float, lines: int) -> bool:
    words = name.split()
    return (
        all(measure(word, TEXT) <= width for word in words) and len(wrap(name, width, TEXT, lines=lines + 1)) <= lines
    )


def _groups(series: tuple[Drawn, ...], count: int) -> list[tuple[_Bar, ...]]:
    def text(item: Drawn, index: int) -> str:
        return shorten(item.labels[index], _WIDEST_VALUE, TEXT, bold=True)

    return [
        tuple(_Bar(place, item.values[index], text(item, index)) for place, item in enumerate(series))
        for index in range(count)
    ]


def _named(groups: list[tuple[_Bar, ...]], series: tuple[Drawn, ...]) -> list[tuple[_Bar, ...]] | None:
    """The groups with the series' names at the bars of the first group, if that group has all its bars."""
    if len(series) < 2 or not groups or any(item.value is None for item in groups[0]):
        return None
    first = tuple(
        _Bar(item.look_index, item.value, item.text, shorten(one.name, _WIDEST_VALUE, TEXT))
        for item, one in zip(groups[0], series, strict=True)
    )
    return [first, *groups[1:]]


def _scale(found: Axis, groups: list[tuple[_Bar, ...]], left: float) -> _Scale:
    """The largest scale at which every label still stands at the end of its bar inside the drawing."""
    shares = [
        (found.share(item.value) if item.value is not None else 0.0, item.width + 5)
        for group in groups
        for item in group
    ]
    negative = [(-share, width) for share, width in shares if share < 0]
    positive = [(share, width) for share, width in shares if share >= 0]
    room = WIDTH - EDGE - left
    low, high = 0.0, room
    for _ in range(30):
        span = (low + high) / 2
        if _reach(negative, span, -found.share(found.low)) + _reach(positive, span, found.share(found.high)) <= room:
            low = span
        else:
            high = span
    return _Scale(found, left + _reach(negative, low, -found.share(found.low)), low)


def _reach(shares: list[tuple[float, float]], span: float, end: float) -> float:
    return max([end * span, *(share * span + width for share, width in shares)])


def _category(lines: tuple[str, ...], right: float, middle: float) -> list[str]:
    first = middle - LINE * len(lines) / 2 + 12
    return [label(right, first + LINE * index, line, size=TEXT, anchor="end") for index, line in enumerate(lines)]


def _group(group: tuple[_Bar, ...], series: tuple[Drawn, ...], scale: _Scale, top: float) -> list[str]:
    elements = []
    for index, item in enumerate(group):
        y = top + index * _PITCH + (_PITCH - _BAR) / 2
        x, x0 = scale.zero, scale.zero
        if item.value is not None:
            x = scale.x(item.value)
            if item.value:
                look = series[item.look_index].look
                elements.append(bar(min(x, x0), y, abs(x - x0), _BAR, look=look))
            if scale.axis.cuts(item.value):
                elements.append(_cut(x0 + (x - x0) * 0.85, y))
        elements += _value(item, x, y + 11.3, leftward=x < x0)
    return elements


def _value(item: _Bar, x: float, y: float, *, leftward: bool) -> list[str]:
    if leftward:
        x -= 5 + item.width
    else:
        x += 5
    found = []
    if item.text:
        bold = item.value is not None
        tone = INK if bold else MUTED
        found.append(label(x, y, item.text, size=TEXT, fill=tone, bold=bold, halo=True))
        x += measure(item.text, TEXT, bold=True) + 6
    if item.name:
        found.append(label(x, y, item.name, size=TEXT, fill=MUTED, halo=True))
    return found


def _cut(x: float, y: float) -> str:
    """Two white strokes across a bar that goes on beyond the axis."""
    top, bottom = number(y - 1), number(y + _BAR + 1)
    return (
        f'<path d="M{number(x)} {bottom}L{number(x + 5)} {top}M{number(x + 6)} {bottom}L{number(x + 11)} {top}" '
        f'stroke="{PAPER}" stroke-width="2.5" fill="none"/>'
    )


def _grid(scale: _Scale, top: float, bottom: float) -> list[str]:
    lines = [rule(scale.x(tick), top, scale.x(tick), bottom, stroke=RULE) for tick in scale.axis.ticks if tick]
    return [*lines, rule(scale.zero, top, scale.zero, bottom, stroke=STRONG_RULE)]


def _ticks(scale: _Scale, y: float) -> list[str]:
    """The ticks' numbers; where they would touch, every second or third one."""
    ticks = scale.axis.ticks
    texts = [tick_text(tick) for tick in ticks]
    widest = max(measure(text, SMALL) for text in texts)
    gap = scale.x(ticks[1]) - scale.x(ticks[0]) if len(ticks) > 1 else WIDTH
    every = max(1, int((widest + 10) / max(gap, 1)) + (1 if (widest + 10) > gap else 0))
    zero = ticks.index(Decimal(0))
    found = []
    for index, (tick, text) in enumerate(zip(ticks, texts, strict=True)):
        if (index - zero) % every == 0:
            half = measure(text, SMALL) / 2
            x = min(max(scale.x(tick), EDGE + half), WIDTH - EDGE - half)
            found.append(label(x, y, text, size=SMALL, anchor="middle", fill=MUTED))
    return found


def _reference_label(reference: ReferenceLine, scale: _Scale, top: float) -> list[str]:
    lines = wrap(reference.label, WIDTH - 2 * EDGE, SMALL, lines=2)
    half = max((measure(line, SMALL) for line in lines), default=0) / 2
    x = min(max(scale.x(reference.value), EDGE + half), WIDTH - EDGE - half)
    return [label(x, top + 12 + LINE * index, line, size=SMALL, anchor="middle") for index, line in enumerate(lines)]
