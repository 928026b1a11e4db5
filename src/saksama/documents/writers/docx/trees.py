"""Organisation charts and results trees as a group of native shapes.

The children of the root stand side by side where they fit, with everything below each of them indented under it; a tree
too wide for that is one indented outline.
"""

from dataclasses import dataclass

from saksama.documents.pictures import Box
from saksama.documents.writers import palette
from saksama.documents.writers.docx.drawings import EMU
from saksama.documents.writers.docx.inline import paragraph, run
from saksama.documents.writers.docx.styles import hue
from saksama.documents.writers.svg_text import wrap

_SIZE = 9.0
_LEADING = 11.6
_PAD = 5.0
_GAP = 8.0
_DROP = 18.0
_INDENT = 12.0
_NARROWEST = 78.0
_WIDEST = 170.0
_DEEPEST = 6  # levels that are still indented further
_TALLEST = 590.0

_Line = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A box with its place, in points."""

    text: str
    level: int
    left: float
    top: float
    width: float
    height: float


def tree_graphic(root: Box, width: float) -> tuple[str, float, float]:
    """The graphic of a tree, and its width and height in points, at most `width` wide and a page high."""
    boxes, lines = _row(root, width) or _outline(root, 0.0, 0.0, min(width, 420.0), level=0)
    right = max(box.left + box.width for box in boxes) + 1
    bottom = max(box.top + box.height for box in boxes) + 1
    # A tree that is taller than a page shrinks to it.
    scale = min(1.0, _TALLEST / bottom)
    shapes = "".join(_connector(number, line) for number, line in enumerate(lines, 1))
    shapes += "".join(_shape(number, box) for number, box in enumerate(boxes, len(lines) + 1))
    wide, high = round(right * EMU), round(bottom * EMU)
    graphic = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp>'
        f'<wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{round(wide * scale)}" '
        f'cy="{round(high * scale)}"/><a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm></wpg:grpSpPr>'
        f"{shapes}</wpg:wgp></a:graphicData></a:graphic>"
    )
    return graphic, right * scale, bottom * scale


def _height(text: str, width: float, level: int) -> float:
    lines = wrap(text, width - 2 * _PAD - 2, _SIZE, bold=level == 0, lines=99)
    return _LEADING * max(len(lines), 1) + 2 * _PAD


def _row(root: Box, width: float) -> tuple[list[_Placed], list[_Line]] | None:
    count = len(root.children)
    if not count:
        return None
    column = min((width + _GAP) / count - _GAP, _WIDEST)
    deepest = _depth(root) - 2
    if column - _INDENT * min(deepest, _DEEPEST) < _NARROWEST:
        return None
    across = count * (column + _GAP) - _GAP
    head = min(max(column, 150.0), width)
    across = max(across, head)
    start = (across - (count * (column + _GAP) - _GAP)) / 2
    top = _Placed(root.text, 0, (across - head) / 2, 0.0, head, _height(root.text, head, 0))
    boxes, lines = [top], []
    fork, below = top.height + _DROP / 2, top.height + _DROP
    level = max(_height(child.text, column, 1) for child in root.children)
    middles = []
    for index, child in enumerate(root.children):
        left = start + index * (column + _GAP)
        middles.append(left + column / 2)
        lines.append((middles[-1], fork, middles[-1], below))
        placed, drawn = _outline(child, left, below, column, level=1, least=level)
        boxes += placed
        lines += drawn
    lines.append((across / 2, top.height, across / 2, fork))
    if count > 1:
        lines.append((middles[0], fork, middles[-1], fork))
    return boxes, lines


def _depth(box: Box) -> int:
    return 1 + max(map(_depth, box.children), default=0)


def _outline(
    box: Box, left: float, top: float, width: float, *, level: int, least: float = 0.0
) -> tuple[list[_Placed], list[_Line]]:
    """A box with all below it indented; `least` is the height that it shares with its neighbours."""
    placed = _Placed(box.text, level, left, top, width, max(_height(box.text, width, level), least))
    boxes, lines = [placed], []
    y = top + placed.height + 6
    indent = _INDENT if level <= _DEEPEST else 0.0
    for child in box.children:
        found, drawn = _outline(child, left + indent, y, width - indent, level=level + 1)
        middle = y + found[0].height / 2
        if indent:
            lines.append((left + 5, y - 6, left + 5, middle))
            lines.append((left + 5, middle, left + indent, middle))
        boxes += found
        lines += drawn
        y = max(item.top + item.height for item in found) + 6
    # The stem reaches from the box to its last child.
    if box.children and indent:
        last = next(line for line in reversed(lines) if line[2] == left + indent)
        lines.append((left + 5, top + placed.height, left + 5, last[1]))
    return boxes, lines


def _connector(number: int, line: _Line) -> str:
    x1, y1, x2, y2 = (round(value * EMU) for value in line)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Garis {number}"/><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="{x1}" '
        f'y="{y1}"/><a:ext cx="{x2 - x1}" cy="{y2 - y1}"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{hue(palette.STRONG_RULE)}"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )


def _shape(number: int, box: _Placed) -> str:
    ground = palette.ACCENT if box.level == 0 else palette.PANEL if box.level == 1 else palette.PAPER
    ink = palette.PAPER if box.level == 0 else palette.INK
    strong = "<w:b/><w:bCs/>" if box.level == 0 else ""
    looks = f'{strong}<w:color w:val="{hue(ink)}"/>'
    inset = round(_PAD * EMU / 2)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Kotak {number}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>'
        f'<a:off x="{round(box.left * EMU)}" y="{round(box.top * EMU)}"/><a:ext cx="{round(box.width * EMU)}" '
        f'cy="{round(box.height * EMU)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:srgbClr val="{hue(ground)}"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr '
        f'val="{hue(palette.ACCENT)}"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>'
        f"{paragraph('BoxText', run(box.text, looks))}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr lIns="{inset}" tIns="0" rIns="{inset}" bIns="0" anchor="ctr" anchorCtr="0"/></wps:wsp>'
    )
