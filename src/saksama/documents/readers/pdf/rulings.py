"""The ruled lines of a page: dashes and double lines made one, and the groups of lines that cross."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

MAXIMUM_LINES = 4_000
"""Joined lines in one direction on one page; more is a drawing."""
_SAME_LINE = 2.0  # points between the two strokes of a double line
_GAP = 3.0  # points between the dashes of a line
_SHORTEST = 5.0  # points
_REACH = 1.6  # points that two lines may miss each other by and still cross


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line: where it stands (y of a level one, x of an upright one) and from where to where it runs."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Crossing:
    """Lines that cross each other, directly or through others: what a ruled table is drawn of."""

    across: tuple[Ruling, ...]
    upright: tuple[Ruling, ...]


def joined(strokes: list[tuple[float, float, float]]) -> list[Ruling]:
    """Strokes in one direction as lines: those side by side and those end to end become one."""
    lines: list[Ruling] = []
    group: list[tuple[float, float, float]] = []
    for stroke in sorted(strokes):
        if group and stroke[0] - group[0][0] > _SAME_LINE:
            lines += _end_to_end(group)
            group = []
        group.append(stroke)
    lines += _end_to_end(group)
    return [line for line in lines if line.length >= _SHORTEST][:MAXIMUM_LINES]


def _end_to_end(group: list[tuple[float, float, float]]) -> list[Ruling]:
    lines: list[Ruling] = []
    weight = place = start = end = 0.0
    for at, first, last in sorted(group, key=lambda stroke: (stroke[1], stroke[2], stroke[0])):
        length = max(last - first, 0.1)
        if weight and first - end <= _GAP:
            end = max(end, last)
            weight, place = weight + length, place + at * length
            continue
        if weight:
            lines.append(Ruling(place / weight, start, end))
        weight, place, start, end = length, at * length, first, last
    if weight:
        lines.append(Ruling(place / weight, start, end))
    return lines


def _ends_before(upright: Ruling, line: Ruling, across: list[Ruling]) -> bool:
    """Whether an upright line ends at a level line of other ends just before it would reach this one."""
    if upright.start <= line.at <= upright.end:
        return False
    end = upright.start if line.at < upright.start else upright.end
    first = bisect_left(across, end - _REACH, key=lambda rule: rule.at)
    for rule in across[first : bisect_right(across, end + _REACH, key=lambda rule: rule.at)]:
        is_inside = upright.start <= rule.at <= upright.end
        meets = rule.start - _REACH <= upright.at <= rule.end + _REACH
        if is_inside and meets and abs(rule.start - line.start) + abs(rule.end - line.end) > 2 * _SAME_LINE:
            return True
    return False


def crossings(across: list[Ruling], upright: list[Ruling]) -> list[Crossing]:
    """The groups of crossing lines, from the top down; a line that crosses nothing is in none."""
    parent = list(range(len(across) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    order = sorted(range(len(upright)), key=lambda index: upright[index].at)
    places = [upright[index].at for index in order]
    crossed: set[int] = set()
    for number, line in enumerate(across):
        first = bisect_left(places, line.start - _REACH)
        last = bisect_right(places, line.end + _REACH)
        for index in order[first:last]:
            other = upright[index]
            if other.start - _REACH <= line.at <= other.end + _REACH and not _ends_before(other, line, across):
                crossed |= {number, len(across) + index}
                parent[root(number)] = root(len(across) + index)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for index in sorted(crossed):
        level, standing = groups.setdefault(root(index), ([], []))
        if index < len(across):
            level.append(across[index])
        else:
            standing.append(upright[index - len(across)])
    found = [Crossing(tuple(level), tuple(standing)) for level, standing in groups.values()]
    return sorted(found, key=lambda crossing: (crossing.across[0].at, crossing.across[0].start))
