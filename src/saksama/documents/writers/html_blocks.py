"""Blocks in HTML."""

from base64 import b64encode

from saksama.documents.document import (
    Block,
    Content,
    Contents,
    ContentsEntry,
    ContentsKind,
    Cover,
    Figure,
    Heading,
    ItemList,
    KeyFigures,
    Landscape,
    Letterhead,
    ListKind,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Particulars,
    Signature,
    Signatures,
    Table,
    Title,
    plain,
)
from saksama.documents.pictures import Chart, Image, Tree
from saksama.documents.writers.html_tables import captioned, chart_table, scrolling, table
from saksama.documents.writers.html_text import Links, anchor, lines
from saksama.documents.writers.printable import escaped
from saksama.documents.writers.svg import chart_svg, tree_svg

_DEEPEST = 6
_LONG_FIGURE = 10  # characters; amounts of money stand smaller, on one line
_PICTURES = ("image/png", "image/jpeg")
_CONTENTS = {
    ContentsKind.HEADINGS: "Daftar isi",
    ContentsKind.TABLES: "Daftar tabel",
    ContentsKind.FIGURES: "Daftar gambar",
}
_PARAGRAPHS = {
    ParagraphStyle.BODY: "<p>",
    ParagraphStyle.LEAD: '<p class="lead">',
    ParagraphStyle.NOTE: '<p class="note">',
    ParagraphStyle.CENTERED: '<p class="centered">',
}
_LISTS = {
    ListKind.BULLETS: ("<ul>", "</ul>"),
    ListKind.NUMBERS: ("<ol>", "</ol>"),
    ListKind.LETTERS: ('<ol type="a">', "</ol>"),
}


class Blocks:
    """Writes blocks in reading order; it keeps the heading level and counts the drawings."""

    def __init__(self, links: Links, *, is_titled: bool) -> None:
        self._links = links
        self._level = 1  # the document's title is the one heading of level 1
        self._drawings = 0
        self._is_titled = is_titled

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return f"{_PARAGRAPHS[block.style]}{self._links.content(block.content)}</p>"
            case ItemList():
                begin, end = _LISTS[block.kind]
                items = "".join(f"<li>{self._links.content(item)}</li>" for item in block.items)
                return f"{begin}{items}{end}" if items else ""
            case Table():
                return table(block, self._links)
            case Figure():
                return self._figure(block)
            case KeyFigures():
                return self._key_figures(block)
            case Signatures():
                sides = (block.left, block.right) if block.left else (block.right,)
                return f'<div class="signatures">{"".join(map(self._signature, sides))}</div>'
            case Cover():
                return cover(block, "p")
            case Letterhead():
                return letterhead(block)
            case Title():
                return self._title(block)
            case Particulars():
                named = ((lines(name), self._links.content(content)) for name, content in block.items)
                pairs = "".join(f"<dt>{name}</dt><dd>{what}</dd>" for name, what in named)
                return f'<dl class="particulars">{pairs}</dl>'
            case Contents():
                return contents(block.entries, _CONTENTS[block.kind])
            case PageBreak():
                return '<div class="break"></div>'
            case Landscape():
                return f'<div class="landscape">{"".join(map(self.block, block.blocks))}</div>'

    def _heading(self, heading: Heading) -> str:
        # No level is skipped on the way down: readers of headings count on it.
        self._level = min(heading.level + 1, self._level + 1, _DEEPEST)
        identifier = f' id="{anchor(heading.label)}"' if heading.label else ""
        number = f'<span class="number">{lines(heading.number)}</span> ' if heading.number else ""
        return f"<h{self._level}{identifier}>{number}{lines(heading.text)}</h{self._level}>"

    def _title(self, title: Title) -> str:
        # The first is the page's heading of level 1, unless it has one; those of attachments stand below it.
        self._level = 2 if self._is_titled else 1
        self._is_titled = True
        below = f'<p class="centered">{lines(title.below)}</p>' if title.below else ""
        return f'<h{self._level} class="title">{"<br>".join(map(lines, title.lines))}</h{self._level}>{below}'

    def _figure(self, figure: Figure) -> str:
        name = f"{figure.number} {figure.caption}".strip()
        identifier = f' id="{anchor(figure.label)}"' if figure.label else ""
        self._drawings += 1
        values = ""
        match figure.picture:
            case Chart():
                drawing = scrolling(chart_svg(figure.picture, f"diagram-{self._drawings}"), name)
                if figure.picture.categories:
                    values = chart_table(figure.picture, figure.number or figure.caption, self._links)
                    values = f"<details><summary>Lihat angkanya dalam tabel</summary>{values}</details>"
            case Tree():
                drawing = scrolling(tree_svg(figure.picture, f"bagan-{self._drawings}"), name)
            case Image():
                drawing = image(figure.picture)
        source = f'<p class="note">{self._links.content(figure.source)}</p>' if figure.source else ""
        named = captioned(figure.number, figure.caption) if figure.caption or figure.number else ""
        caption = f"<figcaption>{named}</figcaption>" if named else ""
        return f"<figure{identifier}>{drawing}{caption}{source}{values}</figure>"

    def _key_figures(self, block: KeyFigures) -> str:
        tiles = "".join(
            f"<div><dt>{lines(item.name)}</dt>"
            f'<dd class="key{_length(item.figure)}">{self._links.content(item.figure)}</dd>'
            + (f"<dd>{lines(item.meaning)}</dd>" if item.meaning else "")
            + "</div>"
            for item in block.items
        )
        return f'<dl class="keys">{tiles}</dl>' if tiles else ""

    def _signature(self, signature: Signature) -> str:
        above = "".join(f"<p>{self._links.content(line)}</p>" for line in signature.above)
        below = "".join(f"<p>{self._links.content(line)}</p>" for line in signature.below)
        name = f'<p class="signer">{self._links.content(signature.name)}</p>'
        return f"<div><div>{above}</div><div>{name}{below}</div></div>"


def cover(block: Cover, heading: str) -> str:
    """A cover; its title is a heading where it is the document's."""
    parts = [
        f'<p class="mark">{lines(block.mark)}</p>' if block.mark else "",
        image(block.logo) if block.logo else "",
        f'<p class="government">{lines(block.government)}</p>' if block.government else "",
        f'<{heading} class="title">{"<br>".join(map(lines, block.title))}</{heading}>',
        f'<p class="agency">{lines(block.agency)}</p>' if block.agency else "",
        f'<p class="year">{lines(block.year)}</p>' if block.year else "",
    ]
    return f'<div class="cover">{"".join(parts)}</div>'


def letterhead(block: Letterhead) -> str:
    """A letterhead."""
    logo = image(block.logo) if block.logo else ""
    address = f"<p>{lines(block.address)}</p>" if block.address else ""
    named = f'<p class="government">{lines(block.government)}</p><p class="agency">{lines(block.agency)}</p>{address}'
    return f'<div class="letterhead">{logo}<div>{named}</div></div>'


def image(picture: Image) -> str:
    """A picture inside the page; of a kind that browsers may not show, its description."""
    if picture.media_type not in _PICTURES:
        return f"<p>{lines(picture.description)}</p>"
    content = b64encode(picture.content).decode("ascii")
    return (
        f'<img src="data:{picture.media_type};base64,{content}" alt="{escaped(picture.description)}" '
        f'width="{picture.width}" height="{picture.height}">'
    )


def contents(entries: tuple[ContentsEntry, ...], name: str) -> str:
    """A list of links."""
    items = "".join(f'<li class="level{entry.level}">{_linked(entry)}</li>' for entry in entries)
    return f'<nav class="contents" aria-label="{name}"><ul>{items}</ul></nav>' if items else ""


def _length(figure: Content) -> str:
    return " long" if len(plain(figure)) > _LONG_FIGURE else ""


def _linked(entry: ContentsEntry) -> str:
    number = f'<span class="number">{lines(entry.number)}</span> ' if entry.number else ""
    text = f"{number}<span>{lines(entry.text)}</span>"
    return f'<a href="#{anchor(entry.label)}">{text}</a>' if entry.label else text
