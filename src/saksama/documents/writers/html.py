"""A resolved document as one self-contained, accessible HTML page.

The page needs nothing from outside and no script: fonts, pictures and styles stand in it, and a strict policy forbids
everything else. A figure that has an explanation is a link; the explanation it leads to opens as a panel because it is
the page's target, and its link back leads to the very figure that opened it.
"""

from base64 import b64encode
from functools import cache
from pathlib import Path

from saksama.documents import document as documents
from saksama.documents.document import (
    ContentsEntry,
    ContentsKind,
    Cover,
    Document,
    Explained,
    Heading,
    Part,
    PartKind,
    Title,
)
from saksama.documents.writers import palette
from saksama.documents.writers.html_blocks import Blocks, contents, cover
from saksama.documents.writers.html_text import Links, explanation_anchor, lines, place_anchor
from saksama.documents.writers.printable import escaped

_HERE = Path(__file__).parent
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_FACES = (("Regular", 400, "normal"), ("Bold", 700, "normal"), ("Italic", 400, "italic"), ("BoldItalic", 700, "italic"))
_COLOURS = ("INK", "MUTED", "PAPER", "PANEL", "RULE", "STRONG_RULE", "ACCENT", "GAP_INK", "GAP_GROUND", "MARK_INK")
_SIDE_DEPTH = 2
_PARTS = {
    PartKind.COVER: "cover-part",
    PartKind.FRONT: "front",
    PartKind.BODY: "body",
    PartKind.ATTACHMENTS: "attachments",
}


def write(document: Document) -> bytes:
    """Write the page, in UTF-8."""
    links = Links(document)
    title, parts = _titled(document)
    blocks = Blocks(links, is_titled=bool(title))
    written = "".join(_part(part, blocks) for part in parts)
    side = contents(_side_entries(document), "Isi laporan")
    explanations = _explanations(document.explanations, links)
    mark = f'<p class="mark">{lines(document.mark)}</p>' if document.mark else ""
    is_said = 'aria-describedby="why"' in f"{title}{written}"
    why = '<p id="why" hidden>Membuka penjelasan angka ini</p>\n' if is_said else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="{escaped(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(document.title)}</title>\n"
        f'<meta name="author" content="{escaped(document.author)}">\n'
        f'<meta name="description" content="{escaped(document.subject)}">\n'
        f"<style>\n{_style()}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#isi">Langsung ke isi</a>\n'
        f'<header class="top"><p>{lines(document.header)}</p>{_jump(document)}{mark}</header>\n'
        f'<div class="page">\n<div class="side">{side}</div>\n<main id="isi" tabindex="-1">\n'
        f"{title}\n{written}\n{explanations}</main>\n</div>\n"
        f"{why}</body>\n</html>\n"
    )
    return page.encode("utf-8")


@cache
def _style() -> str:
    faces = "".join(
        f"@font-face{{font-family:'Saksama Sans';font-weight:{weight};font-style:{slope};"
        f"src:url(data:font/woff2;base64,{_font(name)}) format('woff2')}}\n"
        for name, weight, slope in _FACES
    )
    colours = "".join(f"--{name.lower().replace('_', '-')}:{getattr(palette, name)};" for name in _COLOURS)
    return f"{faces}:root{{{colours}}}\n{(_HERE / 'html.css').read_text(encoding='utf-8')}"


def _font(name: str) -> str:
    return b64encode((_HERE.parent / "fonts" / f"SaksamaSans-{name}.woff2").read_bytes()).decode("ascii")


def _titled(document: Document) -> tuple[str, tuple[Part, ...]]:
    """The page's one heading of level 1, and the parts without the cover that it was taken from; nothing where a title
    stands among the blocks.
    """
    if document.parts and document.parts[0].blocks:
        first = document.parts[0].blocks[0]
        if isinstance(first, Cover):
            rest = Part(document.parts[0].kind, document.parts[0].blocks[1:])
            return cover(first, "h1"), (rest, *document.parts[1:])
    if any(isinstance(block, Title) for block in documents.blocks(document)):
        return "", document.parts
    return f'<h1 class="title">{lines(document.title)}</h1>', document.parts


def _part(part: Part, blocks: Blocks) -> str:
    return f'<div class="{_PARTS[part.kind]}">\n' + "\n".join(map(blocks.block, part.blocks)) + "\n</div>"


def _headings(document: Document) -> list[Heading]:
    return [block for block in documents.blocks(document) if isinstance(block, Heading)]


def _side_entries(document: Document) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry(heading.level, heading.number, heading.text, heading.label)
        for heading in _headings(document)
        if heading.level <= _SIDE_DEPTH
    )


def _jump(document: Document) -> str:
    """On a phone, where the list at the side is hidden: a link to the document's own list of contents."""
    label = ""
    for block in documents.blocks(document):
        if isinstance(block, Heading):
            label = block.label
        elif isinstance(block, documents.Contents) and block.kind is ContentsKind.HEADINGS and label:
            return contents((ContentsEntry(1, "", "Daftar isi", label),), "Loncat").replace('"contents"', '"jump"')
    return ""


def _explanations(explained: tuple[Explained, ...], links: Links) -> str:
    """Every explanation that a figure leads to, once."""
    known = {item.id: item for item in reversed(explained)}
    written = [
        _explanation(item, links.places[item.id])
        for item in explained
        if item.id in links.places and known[item.id] is item
    ]
    if not written:
        return ""
    body = "\n".join(written)
    return f'<div class="explanations">\n<h2 id="penjelasan">Penjelasan angka</h2>\n{body}\n</div>\n'


def _explanation(item: Explained, places: list[int]) -> str:
    rows = "".join(f"<dt>{lines(label)}</dt><dd>{lines(text)}</dd>" for label, text in item.rows)
    # One link back for each place; of these only the one that opened the panel is shown.
    back = "".join(
        f'<a class="close" id="{explanation_anchor(item.id, index)}" href="#{place_anchor(place)}">Tutup</a>'
        for index, place in enumerate(places, start=1)
        if index > 1
    )
    return (
        f'<div class="explained" id="{explanation_anchor(item.id)}" role="note" tabindex="-1" '
        f'aria-label="Penjelasan: {escaped(item.title)}"><p class="name">{lines(item.title)}</p>'
        f'<a class="close first" href="#{place_anchor(places[0])}">Tutup</a>{back}<dl>{rows}</dl></div>'
    )
