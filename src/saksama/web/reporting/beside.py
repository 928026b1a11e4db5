"""What stands beside a finding: the picture of its page with every mark on it, and the passage as it was read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from saksama.web.reporting.finding_rows import FindingRow
from saksama.web.reporting.models import ReportCheck

_Pair = tuple[float, float]
_A4_WIDTH = 595.0
_NEAR = (340.0, 300.0)
"""Points of the page that a phone shows around a mark: printed text keeps its size there."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """A mark on the picture of a page; every length is text in points, as SVG takes it."""

    number: str
    root: str
    severity: str
    is_chosen: bool
    left: str
    top: str
    width: str
    height: str
    badge: tuple[str, str, str]
    """Middle and radius of the disc with the number; one beside the other where marks share a box."""
    letter: tuple[str, str]
    """The height at which the number is written, and its size."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page with its marks, and what to show of it: all, what surrounds the mark, and what a phone has room for."""

    page: int
    width: str
    height: str
    whole: str
    wide: str
    near: str
    marks: tuple[PageMark, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """The finding that was chosen, which of its places, its neighbours, and what is shown of the report."""

    row: FindingRow
    root: str
    place: int
    places: tuple[tuple[int, str, bool], ...]
    """Number and words of each place, and whether something of it can be shown."""
    previous: str
    following: str
    picture: PagePicture | None
    passage: Mapping[str, Any] | None


def beside(check: ReportCheck, rows: Sequence[FindingRow], key: str, place: str) -> Beside | None:
    """What stands beside the chosen finding, the first where none is; `None` where there is no finding."""
    if not rows:
        return None
    root, row = next(((root, row) for root, row in _every(rows) if row.key == key), (rows[0], rows[0]))
    order = [one.key for one in (*(r for r in rows if r.is_headline), *(r for r in rows if not r.is_headline))]
    at = order.index(root.key)
    kept = check.passages or {"texts": [], "pages": {}, "places": {}}
    targets = kept["places"].get(row.key, [])[: len(row.places)]
    known = [any(value is not None for value in target.values()) for target in targets]
    asked = int(place) if place.isdecimal() and len(place) < 5 else 0
    number = asked if 0 < asked <= len(targets) else 1
    target = targets[number - 1] if targets else {"page": None, "text": None}
    text = target["text"]
    return Beside(
        row,
        root.key,
        number,
        tuple((i, words, i <= len(known) and known[i - 1]) for i, words in enumerate(row.places, 1)),
        order[at - 1] if at else "",
        order[at + 1] if at + 1 < len(order) else "",
        _picture(check, kept, target["page"], row.key, number),
        None if text is None else kept["texts"][text],
    )


def _every(rows: Sequence[FindingRow], root: FindingRow | None = None) -> Iterator[tuple[FindingRow, FindingRow]]:
    for row in rows:
        yield root or row, row
        yield from _every(row.consequences, root or row)


def _picture(
    check: ReportCheck, kept: Mapping[str, Any], number: int | None, key: str, place: int
) -> PagePicture | None:
    if number is None or str(number) not in check.pictures:
        return None
    page = kept["pages"][str(number)]
    width, height = page["width"], page["height"]
    unit = max(1.0, width / _A4_WIDTH)
    marks = tuple(_marks(page["marks"], key, unit))
    own = [mark for mark in page["marks"] if mark[0] == key]
    # The places of a finding on one page follow each other as its places do.
    before = sum(1 for target in kept["places"][key][: place - 1] if target["page"] == number)
    focus = own[min(before, len(own) - 1)] if own else None
    across, along = (focus[2] + focus[4] / 2, focus[3] + focus[5] / 2) if focus else (0.0, 0.0)
    return PagePicture(
        number,
        _points(width),
        _points(height),
        _window((across, along), (width, height), (width, height)),
        _window((across, along), (width, height), (width, width * 0.75)),
        _window((across, along), (width, height), _NEAR),
        marks,
    )


def _marks(listed: Sequence[Sequence[Any]], key: str, unit: float) -> Iterator[PageMark]:
    sharing: dict[tuple[int, int], int] = {}
    radius = 7.5 * unit
    # What is chosen is drawn last, above the others.
    for number, severity, left, top, width, height in sorted(listed, key=lambda mark: mark[0] == key):
        corner = (round(left / 8), round(top / 8))
        beside_it = sharing.get(corner, 0)
        sharing[corner] = beside_it + 1
        middle = max(radius, left - radius - 1.5 - beside_it * 2 * radius)
        along = max(radius, top + height / 2)
        yield PageMark(
            number,
            number.partition(".")[0],
            severity,
            number == key,
            _points(left - 1.5),
            _points(top - 1.5),
            _points(width + 3),
            _points(height + 3),
            (_points(middle), _points(along), _points(radius)),
            (_points(along + 3.2 * unit), _points((9.0 if len(number) < 3 else 7.0) * unit)),
        )


def _window(around: _Pair, page: _Pair, size: _Pair) -> str:
    """The part of a page around a point, as a viewBox."""
    wide, high = min(size[0], page[0]), min(size[1], page[1])
    left = min(max(0.0, around[0] - wide / 2), page[0] - wide)
    top = min(max(0.0, around[1] - high / 2), page[1] - high)
    return " ".join(_points(length) for length in (left, top, wide, high))


def _points(length: float) -> str:
    return f"{length:.1f}"
