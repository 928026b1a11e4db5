"""The cover page: who reports, the title on a dark ground, the year, and a mark where the report is not official."""

from saksama.documents.document import Cover
from saksama.documents.writers import palette
from saksama.documents.writers.docx.grids import cell, grid, row
from saksama.documents.writers.docx.inline import paragraph, run
from saksama.documents.writers.docx.styles import hue

_HEIGHTS = (3900, 5200, 3900)  # of the three bands, which fill the page


def cover(block: Cover, logo: str, width: int) -> str:
    """The cover; `logo` is a run with the picture, or nothing."""
    who = (
        (paragraph("CoverSmall", logo, '<w:spacing w:before="0" w:after="200"/>') if logo else "")
        + paragraph("CoverSmall", run(block.government))
        + paragraph("CoverAgency", run(block.agency), '<w:spacing w:after="400"/>')
    )
    title = "".join(paragraph("Title", run(line)) for line in block.title) or paragraph("Title", "")
    mark = (
        paragraph(
            "CoverSmall",
            run(block.mark, f'<w:rStyle w:val="Mark"/>{_RED}{_BOX}'),
            '<w:spacing w:before="400" w:after="0"/>',
        )
        if block.mark
        else ""
    )
    when = paragraph("CoverYear", run(block.year)) + mark
    bands = (
        (who, '<w:vAlign w:val="top"/>'),
        (
            title,
            f'<w:shd w:val="clear" w:color="auto" w:fill="{hue(palette.ACCENT)}"/>{_INSET}<w:vAlign w:val="center"/>',
        ),
        (when, f'{_INSET}<w:vAlign w:val="center"/>'),
    )
    rows = [
        row([cell(width, content, look)], f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>')
        for (content, look), height in zip(bands, _HEIGHTS, strict=True)
    ]
    return grid([width], rows, margin=0)


_INSET = '<w:tcMar><w:left w:w="560" w:type="dxa"/><w:right w:w="400" w:type="dxa"/></w:tcMar>'
_RED = f'<w:color w:val="{hue(palette.MARK_INK)}"/>'
_BOX = f'<w:bdr w:val="single" w:sz="8" w:space="6" w:color="{hue(palette.MARK_INK)}"/>'
