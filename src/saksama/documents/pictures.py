"""What the pictures of a document show: charts, images and trees."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class ChartKind(Enum):
    """How a chart draws its series."""

    BARS = "bars"  # grouped horizontal bars, a category per group, first category on top
    LINES = "lines"  # categories are points in time, from left to right


class SeriesRole(Enum):
    """What a series stands for; decides its look in colour and in grey print."""

    TARGET = "target"  # pale bar, or dashed line with hollow marks
    ACTUAL = "actual"  # dark bar, or solid line with filled marks
    BUDGET = "budget"  # pale bar
    EXPENDITURE = "expenditure"  # dark bar in a second hue


@dataclass(frozen=True, slots=True)
class Series:
    """One value a category, `None` where there is none; `labels` are the same values as printed (with a word, perhaps).

    `explanations` holds the id of each value's explanation, or `None`; empty when no value has one.
    """

    name: str
    role: SeriesRole
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]
    explanations: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A line across the chart at a value, such as 100 % or the end-of-plan target."""

    value: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The data of a chart. `unit` is that of the value axis ("%", "juta rupiah"); the axis starts at zero.

    `description` is the alternative text: what a person who cannot see the chart must know.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    description: str
    reference: ReferenceLine | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as bytes (image/png, image/jpeg) with its alternative text; `width` and `height` in pixels."""

    media_type: str
    content: bytes
    description: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Box:
    """A node of an organisation chart or results tree: its text and what hangs below it."""

    text: str
    children: tuple["Box", ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """An organisation chart or results tree, drawn from the top down."""

    root: Box
    description: str
