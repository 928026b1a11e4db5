"""Turn a document into the plain values and pictures that the fixed typst template reads."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from textwrap import shorten

from saksama.documents.document import (
    Block,
    Contents,
    ContentsEntry,
    Cover,
    Document,
    Figure,
    Heading,
    Inline,
    ItemList,
    KeyFigures,
    Landscape,
    Letterhead,
    PageBreak,
    Paragraph,
    Part,
    Particulars,
    Reference,
    Signature,
    Signatures,
    Table,
    Title,
    blocks,
    inlines,
)
from saksama.documents.pictures import Chart, Image, Tree
from saksama.documents.writers import palette
from saksama.documents.writers.svg import chart_svg, tree_svg
from saksama.documents.writers.typesetting import grid
from saksama.documents.writers.typesetting.characters import breakable, displayable
from saksama.documents.writers.typesetting.grid import Plain

# Text widths in points: A4 less the margins of the template.
_PORTRAIT = 439.4
_LANDSCAPE = 700.2

_COLOURS = {
    "ink": palette.INK,
    "muted": palette.MUTED,
    "panel": palette.PANEL,
    "rule": palette.RULE,
    "strong": palette.STRONG_RULE,
    "accent": palette.ACCENT,
    "gap-ink": palette.GAP_INK,
    "gap-ground": palette.GAP_GROUND,
    "mark": palette.MARK_INK,
}
_MEDIA_TYPES = frozenset({"image/png", "image/jpeg"})
_LONG_WORD = 70
_SHORT_TABLE = 12, 1000  # rows and characters; a longer one may end a page before its signature
_HEADING_WORD = 28
_COVER_WORD = 18
_MARK_WORD = 48
_LARGE_FIGURE, _SMALL_FIGURE, _SMALLEST_FIGURE = 22.0, 14.0, 10.0
_TILE_WIDTHS = {1: 420.0, 2: 196.0, 3: 122.0, 4: 86.0}  # points inside a tile, by how many stand side by side


def lay_out(document: Document) -> dict[str, bytes]:
    """The files for the template: `document.json` and one file a picture."""
    known = dict.fromkeys(
        block.label for block in blocks(document) if isinstance(block, Heading | Table | Figure) and block.label
    )
    layout = _Layout({label: f"l{index}" for index, label in enumerate(known)})
    language, _, region = document.language.partition("-")
    plain = {
        "title": layout.line(document.title) or "Dokumen",
        "author": layout.line(document.author),
        "subject": layout.line(document.subject),
        "date": [day.year, day.month, day.day] if (day := document.date) else None,
        "language": language.lower() if language.isascii() and language.isalpha() and len(language) in (2, 3) else "id",
        "region": region.upper() if region.isascii() and region.isalpha() and len(region) == 2 else None,
        "header": shorten(displayable(document.header), 90, placeholder="…"),
        "mark": shorten(displayable(document.mark), 50, placeholder="…"),
        "colours": _COLOURS,
        "parts": [layout.part(part) for part in document.parts if part.blocks],
    }
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return {"document.json": text.encode(), **layout.pictures}


def _is_short(block: Table) -> bool:
    rows, characters = _SHORT_TABLE
    return len(block.rows) <= rows and sum(len(inline.text) for inline in inlines(block)) <= characters


@dataclass(slots=True)
class _Layout:
    names: Mapping[str, str]
    pictures: dict[str, bytes] = field(default_factory=dict)
    level: int = 0
    placed: set[str] = field(default_factory=set)

    def line(self, text: str) -> str:
        return breakable(displayable(text), _LONG_WORD)

    def part(self, part: Part) -> Plain:
        return {"kind": part.kind.value, "blocks": self.blocks(_folded(part.blocks), _PORTRAIT)}

    def blocks(self, blocks: Sequence[Block], width: float) -> list[Plain]:
        """A paragraph that leads to a table, a list or a signature stays with it, and so does a short table above a
        signature, which never stands alone on a page.
        """
        made = [self.block(block, width) for block in blocks]
        for place, (block, following) in enumerate(pairwise(blocks)):
            if isinstance(block, Paragraph) and isinstance(following, Table | ItemList | Signatures):
                made[place]["sticky"] = True
            if isinstance(block, Table) and isinstance(following, Signatures) and _is_short(block):
                made[place]["sticky"] = True
        return made

    def content(self, content: tuple[Inline, ...], limit: int = _LONG_WORD) -> object:
        """A string where all is plain, else strings and [style, text] or ["link", text, label]."""
        pieces = [self._inline(inline, limit) for inline in content]
        if len(pieces) == 1 and isinstance(pieces[0], str):
            return pieces[0]
        return pieces or ""

    def _inline(self, inline: Inline, limit: int) -> str | list[str]:
        text = breakable(displayable(inline.text), limit)
        if isinstance(inline, Reference):
            return ["link", text, self.names[inline.target]] if inline.target in self.names else text
        if inline.gap:
            return ["gap", text]
        if inline.bold:
            return ["strong-emph" if inline.italic else "strong", text]
        return ["emph", text] if inline.italic else text

    def _label(self, label: str) -> str | None:
        if label not in self.names or label in self.placed:
            return None
        self.placed.add(label)
        return self.names[label]

    def block(self, block: Block, width: float) -> Plain:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return {"t": "paragraph", "style": block.style.value, "content": self.content(block.content)}
            case ItemList():
                items = [self.content(item) for item in block.items]
                return {"t": "list", "kind": block.kind.value, "items": items}
            case Table():
                return self._table(block, width)
            case Figure():
                return {
                    "t": "figure",
                    "label": self._label(block.label),
                    "number": self.line(block.number),
                    "caption": self.line(block.caption),
                    "source": self.content(block.source),
                    "picture": self._picture(block.picture, fallback=block.caption or "Gambar"),
                }
            case KeyFigures():
                return self._key_figures(block)
            case Signatures():
                return {
                    "t": "signatures",
                    "left": self._signature(block.left) if block.left else None,
                    "right": self._signature(block.right),
                }
            case Cover():
                return self._cover(block)
            case Letterhead():
                return self._letterhead(block)
            case Title():
                self.level = 1
                lines = [breakable(displayable(line), _HEADING_WORD) for line in block.lines]
                return {"t": "title", "lines": lines, "below": self.line(block.below)}
            case Particulars():
                items = [[self.line(name), self.content(content)] for name, content in block.items]
                return {"t": "particulars", "items": items}
            case Contents():
                return self._contents(block)
            case PageBreak():
                return {"t": "break"}
            case Landscape():
                inner = self.blocks(block.blocks, _LANDSCAPE)
                if inner and inner[0]["t"] == "heading":
                    inner[0]["opens"] = False  # the landscape page is new already
                return {"t": "landscape", "blocks": inner}

    def _heading(self, block: Heading) -> Plain:
        # PDF/UA begins with a heading of level 1 and skips none; the look stays that of the level asked for.
        self.level = min(max(block.level, 1), self.level + 1)
        return {
            "t": "heading",
            "level": self.level,
            "look": min(max(block.level, 1), 4),
            "opens": True,
            "label": self._label(block.label),
            "number": self.line(block.number),
            "text": breakable(displayable(block.text), _HEADING_WORD) or self.line(block.number) or "–",
        }

    def _table(self, block: Table, width: float) -> Plain:
        return {
            "t": "table",
            "label": self._label(block.label),
            "number": self.line(block.number),
            "caption": self.line(block.caption),
            "source": self.content(block.source),
            "notes": [self.content(note) for note in block.notes],
            **grid.table(block, width=width, inlines=self.content),
        }

    def _picture(self, picture: Chart | Image | Tree, *, fallback: str) -> Plain:
        name = f"picture{len(self.pictures) + 1}.svg"
        size: list[int] | None = None
        match picture:
            case Chart():
                drawing = displayable(chart_svg(picture))
            case Tree():
                drawing = displayable(tree_svg(picture))
            case Image():
                size = [max(picture.width, 1), max(picture.height, 1)]
                drawing = _wrapped(picture, size)
        self.pictures[name] = drawing.encode()
        return {
            "file": name,
            "alt": displayable(picture.description) or displayable(fallback) or "Gambar",
            "size": size,
        }

    def _key_figures(self, block: KeyFigures) -> Plain:
        widest = max([1.0, *(sum(_ems(inline.text) for inline in item.figure) for item in block.items)])
        columns = min(len(block.items), 4) or 1
        if columns == 4 and _TILE_WIDTHS[4] / widest < _SMALL_FIGURE:
            columns = 2
        size = max(_SMALLEST_FIGURE, min(_LARGE_FIGURE, _TILE_WIDTHS[columns] / widest))
        return {
            "t": "key-figures",
            "columns": columns,
            "size": round(size, 1),
            "items": [
                [
                    breakable(displayable(item.name), 18),
                    self.content(item.figure, 24),
                    breakable(displayable(item.meaning), 18),
                ]
                for item in block.items
            ],
        }

    def _signature(self, signature: Signature) -> Plain:
        return {
            "above": [self.content(line, 36) for line in signature.above],
            "name": self.content(signature.name, 36),
            "below": [self.content(line, 36) for line in signature.below],
        }

    def _cover(self, block: Cover) -> Plain:
        return {
            "t": "cover",
            "government": breakable(displayable(block.government), _MARK_WORD),
            "agency": breakable(displayable(block.agency), _HEADING_WORD),
            "title": [breakable(displayable(line), _COVER_WORD) for line in block.title],
            "year": breakable(displayable(block.year), _COVER_WORD),
            "logo": self._picture(block.logo, fallback="Logo") if block.logo else None,
            "mark": breakable(displayable(block.mark), _MARK_WORD),
        }

    def _letterhead(self, block: Letterhead) -> Plain:
        return {
            "t": "letterhead",
            "government": breakable(displayable(block.government), _MARK_WORD),
            "agency": breakable(displayable(block.agency), _HEADING_WORD),
            "address": self.line(block.address),
            "logo": self._picture(block.logo, fallback="Logo") if block.logo else None,
        }

    def _contents(self, block: Contents) -> Plain:
        widest = [0, 0, 0]
        for entry in block.entries:
            level = min(max(entry.level, 1), 3) - 1
            widest[level] = max(widest[level], len(entry.number))
        return {
            "t": "contents",
            "kind": block.kind.value,
            "widths": widest,
            "entries": [self._entry(entry) for entry in block.entries],
        }

    def _entry(self, entry: ContentsEntry) -> list[object]:
        level = min(max(entry.level, 1), 3)
        text = breakable(displayable(entry.text), 50).replace("\n", " ")
        return [level, self.line(entry.number), text, self.names.get(entry.label)]


def _folded(items: tuple[Block, ...]) -> list[Block]:
    """The blocks with headings that stand right before landscape pages on these pages, not alone on their own."""
    folded: list[Block] = []
    for block in items:
        if isinstance(block, Landscape):
            first = len(folded)
            while first and isinstance(folded[first - 1], Heading):
                first -= 1
            folded[first:] = [Landscape((*folded[first:], *block.blocks))]
        else:
            folded.append(block)
    return folded


def _ems(figure: str) -> float:
    """About how wide a figure is in bold type, in sizes of type."""
    return sum(0.31 if character in ".,:; " else 0.56 for character in figure)


def _wrapped(image: Image, size: list[int]) -> str:
    """The picture inside an SVG: typst takes only text from memory, and leaves out what it cannot decode there."""
    media_type = image.media_type if image.media_type in _MEDIA_TYPES else "image/png"
    extent = f'width="{size[0]}" height="{size[1]}"'
    content = b64encode(image.content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {extent}>'
        f'<image {extent} href="data:{media_type};base64,{content}"/></svg>'
    )
