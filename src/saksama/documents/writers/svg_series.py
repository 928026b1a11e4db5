"""What bars and lines share: the series as they are drawn, their key, and the notes below a chart."""

from dataclasses import dataclass, replace
from decimal import Decimal

from saksama.documents.pictures import Chart, SeriesRole
from saksama.documents.writers.palette import LOOKS, MUTED, PAPER, RULE, Look
from saksama.documents.writers.svg_text import label, measure, number, shorten, wrap

WIDTH = 640.0
EDGE = 4.0  # nothing is drawn nearer to the left and right edges
TEXT = 13.0  # 9 points at the width of a page's text
SMALL = 12.0
LINE = 16.0

_SWATCH = 14.0
_MONEY = (SeriesRole.BUDGET, SeriesRole.EXPENDITURE)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series with a finite value or `None` for each category, its labels, and its look."""

    name: str
    role: SeriesRole
    look: Look
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return all(value is None for value in self.values)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing: its height, and its elements in painting order."""

    height: float
    elements: tuple[str, ...]


def drawn(chart: Chart) -> tuple[Drawn, ...]:
    """The series of a chart, each with one value and label per category; a repeated role gets another look."""
    count = len(chart.categories)
    seen: dict[SeriesRole, int] = {}
    found = []
    for series in chart.series:
        values = tuple(value if value is not None and value.is_finite() else None for value in series.values)
        repeats = seen.get(series.role, 0)
        seen[series.role] = repeats + 1
        look = LOOKS[series.role]
        if repeats % 2:
            look = replace(look, hatched=not look.hatched, square=not look.square)
        found.append(
            Drawn(
                series.name,
                series.role,
                look,
                (values + (None,) * count)[:count],
                (series.labels + ("",) * count)[:count],
            )
        )
    return tuple(found)


def is_money(series: tuple[Drawn, ...]) -> bool:
    """Say whether all series are amounts, whose proportions a cut axis would hide."""
    return all(item.role in _MONEY for item in series)


def bar(x: float, y: float, width: float, height: float, *, look: Look) -> str:
    """A bar or swatch; its outline lies inside, so that a pale bar is as long as a dark one."""
    box = (
        f'<rect x="{number(x + 0.5)}" y="{number(y + 0.5)}" width="{number(max(width - 1, 0.5))}" '
        f'height="{number(height - 1)}" fill="{look.fill}" stroke="{look.outline}"/>'
    )
    return box + _hatching(x, y, width, height, look=look) if look.hatched else box


def _hatching(x: float, y: float, width: float, height: float, *, look: Look) -> str:
    """Diagonal strokes as a path: PDF viewers show seams where the tiles of a pattern meet."""
    rise = height - 2
    strokes = "".join(
        f"M{number(x + offset)} {number(y + height - 1)}l{number(rise)} {number(-rise)}"
        for offset in range(2, int(width - rise) - 1, 7)
    )
    tone = PAPER if look.fill == look.outline else look.outline
    return f'<path d="{strokes}" stroke="{tone}" stroke-width="1.5" fill="none"/>' if strokes else ""


def rule(x1: float, y1: float, x2: float, y2: float, *, stroke: str = RULE, width: float = 1, dashes: str = "") -> str:
    """A straight line."""
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" stroke="{stroke}" '
        f'stroke-width="{number(width)}"{dash}/>'
    )


def key(series: tuple[Drawn, ...], left: float, top: float) -> Drawing:
    """Swatches with names, in as many rows as they need."""
    elements = []
    x, y = left, top
    for item in series:
        name = shorten(item.name, WIDTH - EDGE - left - _SWATCH - 6, TEXT)
        width = _SWATCH + 6 + measure(name, TEXT)
        if x > left and x + width > WIDTH - EDGE:
            x, y = left, y + LINE + 4
        elements.append(bar(x, y, _SWATCH, _SWATCH, look=item.look))
        elements.append(label(x + _SWATCH + 6, y + 11.5, name, size=TEXT))
        x += width + 22
    return Drawing(y + _SWATCH + 10 - top, tuple(elements))


def notes(texts: tuple[str, ...], top: float) -> Drawing:
    """Small print over the whole width."""
    lines = [line for text in texts for line in wrap(text, WIDTH - 2 * EDGE, SMALL)]
    return Drawing(
        len(lines) * LINE,
        tuple(label(EDGE, top + 12 + index * LINE, line, size=SMALL, fill=MUTED) for index, line in enumerate(lines)),
    )


def empty_notes(series: tuple[Drawn, ...]) -> tuple[str, ...]:
    """A note that names the series without any value."""
    names = [item.name for item in series if item.is_empty]
    return (f"Belum ada nilai: {'; '.join(names)}.",) if names else ()
