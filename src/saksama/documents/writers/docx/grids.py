"""Key figures and signatures: tables without borders that only put things side by side."""

from saksama.documents.document import KeyFigures, Signature, Signatures, plain
from saksama.documents.writers import palette
from saksama.documents.writers.docx.inline import Anchors, paragraph, run, runs
from saksama.documents.writers.docx.styles import hue
from saksama.documents.writers.svg_text import measure

_ROOM = '<w:spacing w:before="1100" w:after="0"/>'  # for the signature and the stamp


def grid(widths: list[int], rows: list[str], margin: int = 108) -> str:
    """A table of this many columns with rows of ready cells."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout '
        f'w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def cell(width: int, content: str, properties: str = "") -> str:
    """A cell; `properties` are those that follow w:tcW."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: list[str], properties: str = "") -> str:
    """A row that stays whole."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def key_figures(block: KeyFigures, anchors: Anchors, width: int) -> str:
    """Each key figure under a strong rule of its own: its name, the figure, what it means."""
    count = max(len(block.items), 1)
    gutter = 170
    tile = (width - gutter * (count - 1)) // count
    # Long amounts side by side are set smaller, all alike.
    widest = max((measure(plain(item.figure), 1, bold=True) for item in block.items), default=0)
    points = min(22.0, (tile / 20 - 14) / max(widest, 1))
    size = f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{hue(palette.PANEL)}"/>'
    colour = hue(palette.ACCENT)
    rule = f'<w:tcBorders><w:top w:val="single" w:sz="18" w:space="0" w:color="{colour}"/></w:tcBorders>{shade}'
    lines = (
        ([paragraph("KeyName", run(item.name)) for item in block.items], rule),
        ([paragraph("KeyFigure", _sized(runs(item.figure, anchors), size)) for item in block.items], shade),
        ([paragraph("KeyMeaning", run(item.meaning) if item.meaning else "") for item in block.items], shade),
    )
    widths = [tile, gutter] * (count - 1) + [tile]
    rows = []
    for parts, look in lines:
        cells = [cell(tile, part, look) for part in parts] or [cell(tile, paragraph("KeyMeaning", ""), look)]
        spaced = [cells[0]]
        for following in cells[1:]:
            spaced += [cell(gutter, paragraph("KeyMeaning", "")), following]
        rows.append(row(spaced))
    return grid(widths, rows) + paragraph("Gap", "")


def _sized(content: str, size: str) -> str:
    """The runs with a size of their own, after their other properties (the order of the schema)."""
    return content.replace("</w:rPr>", f"{size}</w:rPr>").replace("<w:r><w:t ", f"<w:r><w:rPr>{size}</w:rPr><w:t ")


def signatures(block: Signatures, anchors: Anchors, width: int) -> str:
    """Signers side by side; the names stand on one line, and nothing is parted by a page."""
    right = width * 46 // 100
    left, middle = right, width - 2 * right
    pair = (block.left, None, block.right)
    widths = [left, middle, right]
    blank = paragraph("Signature", "")

    def line(parts: list[str], bottom: bool = False) -> str:
        place = '<w:vAlign w:val="bottom"/>' if bottom else ""
        return row([cell(wide, part or blank, place) for wide, part in zip(widths, parts, strict=True)])

    def above(signer: Signature | None) -> str:
        return "".join(paragraph("Signature", runs(content, anchors)) for content in signer.above) if signer else ""

    def name(signer: Signature | None) -> str:
        return paragraph("Signature", runs(signer.name, anchors, bold=True), _ROOM) if signer else ""

    def beneath(signer: Signature | None) -> str:
        return "".join(paragraph("Signature", runs(content, anchors)) for content in signer.below) if signer else ""

    rows = [line([above(signer) for signer in pair]), line([name(signer) for signer in pair], bottom=True)]
    if any(signer and signer.below for signer in pair):
        rows.append(line([beneath(signer) for signer in pair]))
    return paragraph("Gap", "", "<w:keepNext/>") + grid(widths, rows) + paragraph("Gap", "")
