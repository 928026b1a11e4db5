"""What opens an official document that has no cover: its letterhead, its title, and who it is about."""

from saksama.documents.document import Letterhead, Particulars, Title
from saksama.documents.writers import palette
from saksama.documents.writers.docx.grids import cell, grid, row
from saksama.documents.writers.docx.inline import TAB, Anchors, paragraph, run, runs
from saksama.documents.writers.docx.styles import hue
from saksama.documents.writers.svg_text import measure

_LOGO = 1400  # twentieths of a point; as much is left free on the right, so that the words stand in the middle
_POINTS = 11  # the size of running text
_INDENT, _COLON = 340, 170


def letterhead(block: Letterhead, logo: str, width: int) -> str:
    """The letterhead; `logo` is a run with the picture, or nothing."""
    address = paragraph("LetterheadSmall", run(block.address)) if block.address else ""
    words = paragraph("Letterhead", run(block.government)) + paragraph("LetterheadAgency", run(block.agency)) + address
    rule = f'<w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="0" w:color="{hue(palette.INK)}"/>'
    look = f'<w:tcBorders>{rule}</w:tcBorders><w:vAlign w:val="center"/>'
    side = _LOGO if logo else 0
    cells = [cell(width - 2 * side, words, look)]
    if logo:
        cells = [cell(side, paragraph("Letterhead", logo), look), *cells, cell(side, paragraph("Letterhead", ""), look)]
    widths = [side, width - 2 * side, side] if logo else [width]
    return grid(widths, [row(cells)]) + paragraph("Gap", "")


def document_title(block: Title) -> str:
    """The title in the middle, which Word lists among the headings."""
    below = paragraph("Centered", run(block.below)) if block.below else ""
    return paragraph("DocumentTitle", run("\n".join(block.lines))) + below


def particulars(block: Particulars, anchors: Anchors) -> str:
    """Lines with a colon at one place; longer ones go on below their own beginning."""
    widest = max((measure(name, _POINTS) for name, _content in block.items), default=0)
    colon = _INDENT + int(widest * 20) + 200
    start = colon + _COLON
    stops = f'<w:tabs><w:tab w:val="left" w:pos="{colon}"/><w:tab w:val="left" w:pos="{start}"/></w:tabs>'
    last = len(block.items) - 1
    made = []
    for place, (name, content) in enumerate(block.items):
        spacing = f'<w:spacing w:after="{140 if place == last else 20}"/>'
        look = f'{stops}{spacing}<w:ind w:left="{start}" w:hanging="{start - _INDENT}"/>'
        made.append(paragraph("BodyText", f"{run(name)}{TAB}{run(':')}{TAB}{runs(content, anchors)}", look))
    return "".join(made)
