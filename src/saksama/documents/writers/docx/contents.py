"""Lists of headings, tables and figures.

Each entry is a link with the number of its page as a PAGEREF field that has no result yet: LibreOffice computes it when
it opens the file, Word when it prints, exports or refreshes the list (F9). A number from elsewhere might be wrong, and
a request to refresh on opening makes Word ask the reader first.

The field TOC around the entries is for Word alone: LibreOffice takes all that stands in it for plain text and would
show no page numbers. So it stands in an alternative that only programs with Word 2013's vocabulary (w15) read. So do
the numbers of front pages, which LibreOffice would print as 1, 2, 3 where the pages say i, ii, iii.
"""

from saksama.documents.document import Contents, ContentsEntry, ContentsKind
from saksama.documents.writers.docx.inline import TAB, Anchor, Anchors, field, linked, paragraph, run

_FIELDS = {
    ContentsKind.HEADINGS: 'TOC \\o "1-3" \\h \\z \\u',
    ContentsKind.TABLES: 'TOC \\h \\z \\c "Tabel"',
    ContentsKind.FIGURES: 'TOC \\h \\z \\c "Gambar"',
}


def contents(block: Contents, anchors: Anchors) -> str:
    """A list as a field of Word that holds the entries as resolved."""
    if not block.entries:
        return paragraph("BodyText", run("Tidak ada.", "<w:i/><w:iCs/>"))
    opening = _for_word(
        f'<w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> {_FIELDS[block.kind]} </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/>'
    )
    closing = _for_word('<w:fldChar w:fldCharType="end"/>')
    lines = []
    for index, entry in enumerate(block.entries):
        style = f"TOC{min(entry.level, 3)}" if block.kind is ContentsKind.HEADINGS else "TableofFigures"
        chapter = block.kind is ContentsKind.HEADINGS and entry.level == 1
        line = _line(entry, anchors.get(entry.label), run(" ") if chapter else TAB)
        first = opening if index == 0 else ""
        last = closing if index == len(block.entries) - 1 else ""
        lines.append(paragraph(style, f"{first}{line}{last}"))
    listing = "".join(lines)
    if block.kind is not ContentsKind.HEADINGS:
        return listing
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{listing}</w:sdtContent></w:sdt>"
    )


def _page(anchor: Anchor) -> str:
    instruction = f"PAGEREF {anchor.bookmark} \\h"
    if not anchor.front:
        return TAB + field(instruction, "")
    return _for_word(
        '<w:tab/><w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> '
        f'{instruction} </w:instrText><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/>'
    )


def _for_word(characters: str) -> str:
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="w15">{characters}</mc:Choice></mc:AlternateContent></w:r>'


def _line(entry: ContentsEntry, anchor: Anchor | None, between: str) -> str:
    number = f"{run(entry.number)}{between}" if entry.number else ""
    page = _page(anchor) if anchor else ""
    return linked(anchor, f"{number}{run(entry.text.replace(chr(10), ' '))}{page}")
