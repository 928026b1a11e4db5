"""Pictures in a line of text: charts, images and trees, each with its alternative text."""

from saksama.documents.writers.printable import escaped

EMU = 12700  # English metric units in a point


def inline(
    number: int, name: str, description: str, *, width: float, height: float, graphic: str, frame: bool = False
) -> str:
    """A picture of this width and height in points."""
    said = escaped(description.replace("\n", " "))
    properties = "<wp:cNvGraphicFramePr/>" if frame else ""
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{round(width * EMU)}" cy="{round(height * EMU)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{escaped(name)}" descr="{said}"/>{properties}{graphic}</wp:inline></w:drawing>'
    )


def chart_graphic(relation: str) -> str:
    """The graphic of a chart part."""
    return (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic>'
    )


def picture_graphic(relation: str, number: int, name: str, *, width: float, height: float) -> str:
    """The graphic of an image part."""
    return (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{escaped(name)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{round(width * EMU)}" cy="{round(height * EMU)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )


def drawn(picture: str, requires: str = "") -> str:
    """A run with the picture; `requires` names the extension without which a program cannot read it."""
    if requires:
        picture = f'<mc:AlternateContent><mc:Choice Requires="{requires}">{picture}</mc:Choice></mc:AlternateContent>'
    return f"<w:r>{picture}</w:r>"
