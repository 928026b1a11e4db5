"""The page as a person holds it: x from the left, y from the top, however the page is turned in the file."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in a frame; left, bottom, right, top on the page of the file."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page turned clockwise by `turns` quarters. `left` to `top` are its edges in the file's own points."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        return self.right - self.left if self.turns % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        return self.top - self.bottom if self.turns % 2 == 0 else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file's page in this frame."""
        match self.turns:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file's page in this frame."""
        x1, y1 = self.point(left, bottom)
        x2, y2 = self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def on_page(self, box: Box) -> Box:
        """A box of this frame as left, bottom, right, top of the file's page, to the hundredth of a point."""
        left, top, right, bottom = box
        match self.turns:
            case 0:
                edges = self.left + left, self.top - bottom, self.left + right, self.top - top
            case 1:
                edges = self.left + top, self.bottom + left, self.left + bottom, self.bottom + right
            case 2:
                edges = self.right - right, self.bottom + top, self.right - left, self.bottom + bottom
            case _:
                edges = self.right - bottom, self.top - right, self.right - top, self.top - left
        return round(edges[0], 2), round(edges[1], 2), round(edges[2], 2), round(edges[3], 2)


def around(boxes: list[Box]) -> Box:
    """The smallest box around boxes of one frame."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
