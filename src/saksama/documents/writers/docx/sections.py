"""Sections: paper, margins, how pages are numbered, and what runs above and below the text."""

from saksama.documents.document import Document, PartKind
from saksama.documents.writers.docx.assembly import MAIN_PART, Assembly
from saksama.documents.writers.docx.inline import TAB, field, paragraph, run
from saksama.documents.writers.docx.package import XML
from saksama.documents.writers.docx.styles import LANDSCAPE_WIDTH, MAIN, TEXT_WIDTH

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SHORT, _LONG = 11906, 16838  # A4
_MARGIN = 1417
_WIDE_TAB = (
    f'<w:tabs><w:tab w:val="clear" w:pos="{TEXT_WIDTH}"/><w:tab w:val="right" w:pos="{LANDSCAPE_WIDTH}"/></w:tabs>'
)


def add_running_parts(document: Document, state: Assembly) -> dict[bool, str]:
    """Add headers and footers; the result refers to them, for portrait (false) and landscape (true) pages."""
    references = {}
    for landscape, number in ((False, 1), (True, 2)):
        tabs = _WIDE_TAB if landscape else ""
        mark = (
            f"{TAB}{run(document.mark, '<w:rStyle w:val=' + chr(34) + 'Mark' + chr(34) + '/>')}"
            if document.mark
            else ""
        )
        header = paragraph(
            "Header" if document.header or document.mark else "Footer", f"{run(document.header)}{mark}", tabs
        )
        footer = paragraph("Footer", f"{TAB}{field('PAGE', '1')}", tabs)
        found = ""
        for name, tag, content in (("header", "hdr", header), ("footer", "ftr", footer)):
            part = f"{name}{number}.xml"
            state.package.add(
                f"word/{part}", f'{XML}<w:{tag} xmlns:w="{MAIN}">{content}</w:{tag}>', f"{_KIND}{name}+xml"
            )
            relation = state.package.relate(MAIN_PART, name, part)
            found += f'<w:{name}Reference w:type="default" r:id="{relation}"/>'
        references[landscape] = found
    return references


def section(kind: PartKind, references: str, *, landscape: bool, starts: bool) -> str:
    """The properties of a section; `starts` begins a new count of pages."""
    wide, high = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    turned = ' w:orient="landscape"' if landscape else ""
    form = "lowerRoman" if kind is PartKind.FRONT else "decimal"
    start = ' w:start="1"' if starts else ""
    # A title page has a header and footer of its own; the cover's are left out, so they are empty.
    title = "<w:titlePg/>" if kind is PartKind.COVER else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar '
        f'w:top="1531" w:right="{_MARGIN}" w:bottom="1417" w:left="{_MARGIN}" w:header="737" w:footer="680" '
        f'w:gutter="0"/><w:pgNumType w:fmt="{form}"{start}/><w:cols w:space="708"/>{title}</w:sectPr>'
    )


def section_end(properties: str) -> str:
    """The paragraph, hardly visible, that ends a section which is not the last."""
    return f'<w:p><w:pPr><w:pStyle w:val="Break"/>{properties}</w:pPr></w:p>'
