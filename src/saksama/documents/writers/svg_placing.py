"""Where labels go so that none lies on another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Rectangle") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Rectangle") -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """A stroke from left to right."""

    x1: float
    y1: float
    x2: float
    y2: float

    def crosses(self, box: Rectangle) -> bool:
        left, right = max(self.x1, box.left), min(self.x2, box.right)
        if left > right:
            return False
        slope = (self.y2 - self.y1) / (self.x2 - self.x1)
        ends = (self.y1 + slope * (left - self.x1), self.y1 + slope * (right - self.x1))
        return min(ends) < box.bottom and box.top < max(ends)


@dataclass(frozen=True, slots=True)
class Wish:
    """A label of a point, its size, and whether it would rather stand above the point than below."""

    text: str
    x: float
    y: float
    width: float
    height: float
    above: bool
    tone: str
    bold: bool


def place(
    wishes: list[Wish], marks: list[Rectangle], segments: list[Segment], *, bounds: Rectangle
) -> list[Rectangle | None]:
    """A box for each label in turn, on no other label or mark, off the lines where it can; `None` without room."""
    taken: list[Rectangle] = []
    found: list[Rectangle | None] = []
    for wish in wishes:
        best: tuple[float, Rectangle] | None = None
        near = [mark for mark in marks if abs(mark.left - wish.x) < wish.width + 20]
        for distance, box in _candidates(wish):
            if best is not None and distance >= best[0]:
                continue
            if not bounds.holds(box) or any(box.overlaps(other) for other in (*taken, *near)):
                continue
            cost = distance + 2.0 * sum(segment.crosses(box) for segment in segments)
            if best is None or cost < best[0]:
                best = (cost, box)
        if best is not None:
            taken.append(best[1])
        found.append(best[1] if best else None)
    return found


def _candidates(wish: Wish) -> list[tuple[float, Rectangle]]:
    """Places around a point with what each costs, nearest first."""
    found = []
    for step in range(4):
        for above in (wish.above, not wish.above):
            for shift in (0.0, -0.5, 0.5):
                left = wish.x - wish.width / 2 + shift * (wish.width + 10)
                top = wish.y - 6 - wish.height * (step + 1) if above else wish.y + 6 + wish.height * step
                cost = 1.3 * step + (0.8 if above != wish.above else 0) + (0.6 if shift else 0)
                found.append((cost, Rectangle(left, top, left + wish.width, top + wish.height)))
    return found


def spread(wanted: list[tuple[float, float]], top: float, bottom: float) -> list[float]:
    """Middles for boxes of (wished middle, height): near their wishes, in order, apart, within top and bottom."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index][0])
    middles = [middle for middle, _ in wanted]
    edge = top
    for index in order:
        half = wanted[index][1] / 2
        middles[index] = max(middles[index], edge + half)
        edge = middles[index] + half
    edge = bottom
    for index in reversed(order):
        half = wanted[index][1] / 2
        middles[index] = min(middles[index], edge - half)
        edge = middles[index] - half
    return middles
