"""A chart that Word draws, as its numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from saksama.documents.pictures import Chart, ChartKind, Series, SeriesRole
from saksama.documents.readers.office_package import Package
from saksama.documents.readers.spreadsheet_formats import GENERAL, shown
from saksama.documents.readers.spreadsheet_sheet import exact_number
from saksama.documents.readers.word.names import attribute, short, whole

MAXIMUM_POINTS = 10_000
_ROLES = (
    (re.compile(r"realisasi (?:anggaran|keuangan)|belanja", re.IGNORECASE), SeriesRole.EXPENDITURE),
    (re.compile(r"pagu|anggaran", re.IGNORECASE), SeriesRole.BUDGET),
    (re.compile(r"target", re.IGNORECASE), SeriesRole.TARGET),
)


@dataclass(slots=True)
class _Points:
    texts: dict[int, str] = field(default_factory=dict)
    format: str = GENERAL


@dataclass(slots=True)
class _Series:
    name: _Points = field(default_factory=_Points)
    categories: _Points = field(default_factory=_Points)
    values: _Points = field(default_factory=_Points)
    labels: dict[int, str] = field(default_factory=dict)


class _Reading:
    """The state while the XML of a chart runs by."""

    def __init__(self) -> None:
        self.series: list[_Series] = []
        self.titles: list[str] = []
        self.is_lines = False
        self._in_series = False
        self._points: _Points | None = None
        self._index = 0
        self._label: int | None = None
        self._collected: list[str] | None = None
        self._count = 0

    def start(self, element: str, attributes: dict[str, str]) -> None:
        match short(element):
            case "c:lineChart" | "c:scatterChart" | "c:areaChart":
                self.is_lines = True
            case "c:ser":
                self.series.append(_Series())
                self._in_series = True
            case "c:tx" if self._in_series and self._label is None:
                self._points = self.series[-1].name
            case "c:cat" | "c:xVal" if self.series:
                self._points = self.series[-1].categories
            case "c:val" | "c:yVal" if self.series:
                self._points = self.series[-1].values
            case "c:dLbl" if self.series:
                self._label = -1
            case "c:idx" if self._label == -1:
                index = whole(attributes.get("val"))
                self._label = -1 if index is None else index
            case "c:pt":
                self._index = whole(attributes.get("idx")) or 0
            case "c:v" | "c:formatCode" | "a:t":
                self._collected = []

    def text(self, text: str) -> None:
        if self._collected is not None:
            self._collected.append(text)

    def end(self, element: str) -> None:
        name = short(element)
        if name in ("c:v", "c:formatCode", "a:t"):
            self._close("".join(self._collected or ()), name)
            self._collected = None
        elif name in ("c:tx", "c:cat", "c:xVal", "c:val", "c:yVal"):
            self._points = None
        elif name == "c:dLbl":
            self._label = None
        elif name == "c:ser":
            self._in_series = False

    def _close(self, text: str, name: str) -> None:
        if name == "a:t":
            if self._label is not None and self._label >= 0:
                labels = self.series[-1].labels
                labels[self._label] = labels.get(self._label, "") + text
            elif self._points is not None:
                self._points.texts[0] = self._points.texts.get(0, "") + text
            else:
                self.titles.append(text)
        elif self._points is not None:
            if name == "c:formatCode":
                self._points.format = text
            elif self._count < MAXIMUM_POINTS and self._index < MAXIMUM_POINTS:
                self._count += 1
                self._points.texts[self._index] = text


def read_chart(package: Package, part: str, description: str) -> tuple[Chart, tuple[str, ...]] | None:
    """The chart and the texts of its titles; `None` where the part holds no series."""
    reading = _Reading()
    start: Callable[[str, dict[str, str]], None] = reading.start
    package.parse(part, start, reading.end, reading.text)
    if not reading.series:
        return None
    count = max(max(item.values.texts, default=-1) + 1 for item in reading.series)
    named = next((item.categories.texts for item in reading.series if item.categories.texts), {})
    categories = tuple(named.get(index, "") for index in range(max(count, max(named, default=-1) + 1)))
    series = tuple(_series(item, len(categories)) for item in reading.series)
    kind = ChartKind.LINES if reading.is_lines else ChartKind.BARS
    return Chart(kind, categories, series, "", description or " ".join(reading.titles)), tuple(reading.titles)


def _series(item: _Series, count: int) -> Series:
    name = " ".join(item.name.texts.get(0, "").split())
    values = tuple(exact_number(item.values.texts.get(index, "").strip()) for index in range(count))
    labels = tuple(_label(item, index, number) for index, number in enumerate(values))
    role = next((role for pattern, role in _ROLES if pattern.search(name)), SeriesRole.ACTUAL)
    return Series(name, role, values, labels)


def _label(item: _Series, index: int, number: Decimal | None) -> str:
    return item.labels.get(index) or ("" if number is None else shown(number, item.values.format))


def chart_relation(attributes: dict[str, str]) -> str:
    """The relationship that a c:chart element names."""
    return attribute(attributes, "r:id") or ""
