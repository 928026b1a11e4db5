"""Runs of text, fields, links and bookmarks."""

from collections.abc import Mapping
from dataclasses import dataclass

from saksama.documents.content_controls import control_tag
from saksama.documents.document import Content, Reference, Text
from saksama.documents.writers.printable import escaped

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a label stands: its bookmark, and the switches of a REF field that prints the number or text there.

    `front` is true on the pages that are numbered i, ii, iii.
    """

    bookmark: str
    number: int
    switches: str = ""
    front: bool = False


Anchors = Mapping[str, Anchor]


def run(text: str, properties: str = "") -> str:
    """A run; a line break in the text breaks the line."""
    shown = escaped(text)
    if "\n" in shown:
        shown = shown.replace("\n", _BREAK)
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{shown}</w:t></w:r>'


TAB = "<w:r><w:tab/></w:r>"


def runs(content: Content, anchors: Anchors, bold: bool = False) -> str:
    """The runs of inline content; `bold` is the ground that a paragraph gives."""
    parts = []
    for inline in content:
        if isinstance(inline, Reference):
            parts.append(reference(inline, anchors, "<w:b/><w:bCs/>" if bold else ""))
        else:
            parts.append(_text(inline, bold))
    return "".join(parts)


def _text(inline: Text, bold: bool) -> str:
    if inline.gap:
        made = run(inline.text or "belum diisi", '<w:rStyle w:val="Unfilled"/>')
    else:
        strong = "<w:b/><w:bCs/>" if inline.bold or bold else ""
        made = run(inline.text, f"{strong}<w:i/><w:iCs/>" if inline.italic else strong)
    return _editable(inline.field, made, is_gap=inline.gap) if inline.field else made


def _editable(field: str, content: str, *, is_gap: bool) -> str:
    """A content control around words that may be edited; a gap in it is a placeholder, which typing replaces."""
    placeholder = "<w:showingPlcHdr/>" if is_gap else ""
    tag = escaped(control_tag(field))
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{placeholder}<w:text w:multiLine="1"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def reference(inline: Reference, anchors: Anchors, properties: str = "") -> str:
    """A cross-reference that Word can refresh, with its text as resolved; plain text where the label is unknown."""
    anchor = anchors.get(inline.target)
    if anchor is None:
        return run(inline.text, properties)
    return field(f"REF {anchor.bookmark} {anchor.switches}\\h", inline.text, properties)


def field(instruction: str, result: str, properties: str = "") -> str:
    """A field with its result in these properties. The instruction holds nothing that a user typed."""
    # LibreOffice takes the look of the result from the run that begins the field.
    opening = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    return (
        f'{opening}<w:fldChar w:fldCharType="begin"/></w:r>{opening}<w:instrText xml:space="preserve"> {instruction} '
        f'</w:instrText></w:r>{opening}<w:fldChar w:fldCharType="separate"/></w:r>'
        + (run(result, properties) if result else "")
        + f'{opening}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmarked(anchor: Anchor | None, content: str) -> str:
    """The content with the bookmark of its label around it."""
    if anchor is None:
        return content
    return (
        f'<w:bookmarkStart w:id="{anchor.number}" w:name="{anchor.bookmark}"/>{content}'
        f'<w:bookmarkEnd w:id="{anchor.number}"/>'
    )


def linked(anchor: Anchor | None, content: str) -> str:
    """The content as a link to the place of its label."""
    return f'<w:hyperlink w:anchor="{anchor.bookmark}" w:history="1">{content}</w:hyperlink>' if anchor else content


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph; `properties` are those that follow w:pStyle."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
