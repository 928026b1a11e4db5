"""The boxes of cell notes, in the drawing language (VML) that Excel still keeps them in."""

import re
from collections.abc import Sequence

from saksama.audit.marking.cell_notes import NotedCell
from saksama.audit.marking.xml_edit import UnmarkableError

EMPTY_SHAPES = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_TYPE = (
    '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_IDENTIFIER = re.compile(rb"_x0000_s(\d{1,9})\b")
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_FIRST = 1025
_COLUMNS, _MOST_ROWS = 4, 24


def with_shapes(content: bytes, cells: Sequence[NotedCell]) -> bytes:
    """The drawing with a hidden box for each note. Excel's own drawings are not always well-formed XML."""
    end = content.rfind(b"</")
    if end < 0:
        raise UnmarkableError("vml")
    first = max([_FIRST - 1, *map(int, _IDENTIFIER.findall(content))]) + 1
    kind = "" if b'"_x0000_t202"' in content else _TYPE
    shapes = "".join(_shape(cell, number) for number, cell in enumerate(cells, first))
    return content[:end] + (kind + shapes).encode() + content[end:]


def _shape(cell: NotedCell, number: int) -> str:
    found = _CELL.fullmatch(cell.cell)
    row = int(found[2]) - 1 if found else 0
    column = 0
    for letter in found[1] if found else "A":
        column = column * 26 + ord(letter) - ord("A") + 1
    column -= 1
    height = min(_MOST_ROWS, cell.lines() * 13 // 20 + 2)
    anchor = f"{column + 1}, 15, {max(row - 1, 0)}, 4, {column + 1 + _COLUMNS}, 31, {max(row - 1, 0) + height}, 4"
    return (
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#_x0000_t202" '
        'style="position:absolute;margin-left:60pt;margin-top:1pt;width:240pt;height:120pt;z-index:1;'
        'visibility:hidden" fillcolor="#fdf0c4" o:insetmode="auto"><v:fill color2="#fdf0c4"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row>"
        f"<x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
