"""Organisation charts and results trees, from the top down.

Three layouts, the first that fits: children side by side; the last level stacked below its parent; and, for a tree too
wide for a page, an indented outline of boxes.
"""

from dataclasses import dataclass

from saksama.documents.pictures import Box
from saksama.documents.writers.palette import ACCENT, INK, PANEL, PAPER, STRONG_RULE
from saksama.documents.writers.svg_series import EDGE, WIDTH, Drawing, rule
from saksama.documents.writers.svg_text import label, measure, number, wrap

_SIZE = 12.0
_LINE = 14.5
_PAD = 7.0
_GAP = 12.0
_DROP = 26.0  # between a box and those below it
_NARROWEST = 92.0
_WIDEST = 176.0
_INDENT = 22.0
_DEEPEST = 10  # levels of an outline that are still indented further
_LINES = 6


@dataclass(frozen=True, slots=True)
class _Node:
    """A box that has its lines and place."""

    lines: tuple[str, ...]
    left: float
    top: float
    width: float
    level: int
    centred: bool = True

    @property
    def height(self) -> float:
        return _LINE * max(len(self.lines), 1) + 2 * _PAD

    @property
    def middle(self) -> float:
        return self.left + self.width / 2

    @property
    def bottom(self) -> float:
        return self.top + self.height


def draw_tree(root: Box) -> Drawing:
    """Draw a tree."""
    for columns, stacked in ((_leaves(root), False), (_stacks(root), True)):
        width = min((WIDTH - 2 * EDGE + _GAP) / columns - _GAP, _WIDEST)
        if width >= _NARROWEST:
            return _topdown(root, width, stacked=stacked)
    return _outline(root)


def _leaves(box: Box) -> int:
    return sum(map(_leaves, box.children)) or 1


def _stacks(box: Box) -> int:
    """How many columns the tree has when the last level is stacked."""
    return 1 if _is_stacked(box) else sum(map(_stacks, box.children)) or 1


def _is_stacked(box: Box) -> bool:
    return all(not child.children for child in box.children)


def _topdown(root: Box, width: float, *, stacked: bool) -> Drawing:
    heights: dict[int, float] = {}

    def lines(box: Box, level: int) -> tuple[str, ...]:
        return wrap(box.text, width - 2 * _PAD, _SIZE, bold=level == 0, lines=_LINES)

    def survey(box: Box, level: int) -> None:
        height = _LINE * max(len(lines(box, level)), 1) + 2 * _PAD
        heights[level] = max(heights.get(level, 0), height)
        if not (stacked and _is_stacked(box)):
            for child in box.children:
                survey(child, level + 1)

    survey(root, 0)
    tops = {level: sum(heights[above] + _DROP for above in range(level)) + 2 for level in heights}
    elements: list[str] = []
    deepest = 0.0
    column = 0

    def lay(box: Box, level: int) -> _Node:
        nonlocal column, deepest
        top = tops[level]
        if stacked and _is_stacked(box):
            node = _Node(lines(box, level), _left(column, width), top, width, level)
            column += 1
            y = top + heights[level] + 10
            for child in box.children:
                below = _Node(lines(child, level + 1), node.left + 14, y, width - 14, level + 1)
                below = _Node(
                    wrap(child.text, below.width - 2 * _PAD, _SIZE, lines=_LINES), below.left, y, below.width, level + 1
                )
                middle = y + below.height / 2
                elements.extend(
                    (
                        rule(node.left + 6, node.bottom, node.left + 6, middle, stroke=STRONG_RULE),
                        rule(node.left + 6, middle, below.left, middle, stroke=STRONG_RULE),
                    )
                )
                elements.extend(_paint(below))
                y += below.height + 8
                deepest = max(deepest, below.bottom)
        elif not box.children:
            node = _Node(lines(box, level), _left(column, width), top, width, level)
            column += 1
        else:
            children = [lay(child, level + 1) for child in box.children]
            middle = (children[0].middle + children[-1].middle) / 2
            node = _Node(lines(box, level), middle - width / 2, top, width, level)
            elements.extend(_forks(node, children))
        elements.extend(_paint(node))
        deepest = max(deepest, node.bottom)
        return node

    lay(root, 0)
    # The columns are as wide as they need; the whole stands in the middle.
    shift = (WIDTH - (column * (width + _GAP) - _GAP)) / 2 - EDGE
    body = "".join(elements)
    return Drawing(deepest + 4, (f'<g transform="translate({number(shift)} 0)">{body}</g>',))


def _left(column: int, width: float) -> float:
    return EDGE + column * (width + _GAP)


def _forks(node: _Node, children: list[_Node]) -> list[str]:
    fork = children[0].top - _DROP / 2
    found = [rule(node.middle, node.bottom, node.middle, fork, stroke=STRONG_RULE)]
    if len(children) > 1:
        found.append(rule(children[0].middle, fork, children[-1].middle, fork, stroke=STRONG_RULE))
    return found + [rule(child.middle, fork, child.middle, child.top, stroke=STRONG_RULE) for child in children]


def _outline(root: Box) -> Drawing:
    elements: list[str] = []
    y = 2.0

    def lay(box: Box, level: int, parent: _Node | None) -> None:
        nonlocal y
        left = EDGE + _INDENT * min(level, _DEEPEST)
        lines = wrap(box.text, WIDTH - EDGE - left - 2 * _PAD, _SIZE, bold=level == 0, lines=_LINES)
        width = max((measure(line, _SIZE, bold=level == 0) for line in lines), default=0) + 2 * _PAD
        node = _Node(lines, left, y, width, level, centred=False)
        if parent is not None and parent.left < left:
            x, middle = parent.left + 8, y + node.height / 2
            elements.append(rule(x, parent.bottom, x, middle, stroke=STRONG_RULE))
            elements.append(rule(x, middle, left, middle, stroke=STRONG_RULE))
        y = node.bottom + 6
        elements.extend(_paint(node))
        for child in box.children:
            lay(child, level + 1, node)

    lay(root, 0, None)
    return Drawing(y, tuple(elements))


def _paint(node: _Node) -> list[str]:
    ground, ink = (ACCENT, PAPER) if node.level == 0 else (PANEL if node.level == 1 else PAPER, INK)
    box = (
        f'<rect x="{number(node.left)}" y="{number(node.top)}" width="{number(node.width)}" '
        f'height="{number(node.height)}" rx="3" fill="{ground}" stroke="{ACCENT}"/>'
    )
    first = node.top + _PAD + 11
    x, anchor = (node.middle, "middle") if node.centred else (node.left + _PAD, "start")
    return [
        box,
        *(
            label(x, first + _LINE * index, line, size=_SIZE, anchor=anchor, fill=ink, bold=node.level == 0)
            for index, line in enumerate(node.lines)
        ),
    ]
