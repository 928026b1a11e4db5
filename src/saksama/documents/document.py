"""What is on the pages of a document, without a file format.

A composer builds a `Document`, `numbering.resolve` fills in every number, caption and reference once, and the writers
print what stands there. Nothing in here knows Word, PDF or HTML, and nothing computes a figure: figures arrive as text.

Text may hold "\\n", which is a line break inside the paragraph or cell. All other control characters are dropped by the
writers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from saksama.documents.pictures import Chart, Image, Tree
from saksama.kernel.provenance import Place

# Inline content


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text in one style.

    `explanation` is the id of an `Explained` of the document: the run is a figure that can be opened.
    `gap` marks a visible "belum diisi". `place` is where a reader found the run. `field` names the planner's own words
    that the run prints (`kernel.own_words`): in Word they can be edited and pulled back.
    """

    text: str
    bold: bool = False
    italic: bool = False
    gap: bool = False
    explanation: str | None = None
    place: Place | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to the heading, table or figure with this label; `text` ("Tabel 3.1") is filled in by `numbering`."""

    target: str
    text: str = ""


Inline = Text | Reference
Content = tuple[Inline, ...]


def plain(content: Content) -> str:
    """The text of inline content without its styles."""
    return "".join(inline.text for inline in content)


# Blocks


class HeadingNumbering(Enum):
    """How a heading of level 1 is numbered. Deeper levels are A., 1., a. below a chapter, and plain elsewhere."""

    NONE = "none"
    CHAPTER = "chapter"  # BAB I
    ATTACHMENT = "attachment"  # LAMPIRAN 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (chapter) to 4. `number` ("BAB I", "A.", "1.") is filled in by `numbering`."""

    level: int
    text: str
    label: str
    numbering: HeadingNumbering = HeadingNumbering.NONE
    number: str = ""
    place: Place | None = None


class ParagraphStyle(Enum):
    """What a paragraph is, not how it looks."""

    BODY = "body"
    LEAD = "lead"  # the sentence that a hurried reader reads
    NOTE = "note"  # small print below a table or figure
    CENTERED = "centered"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Content
    style: ParagraphStyle = ParagraphStyle.BODY
    place: Place | None = None


class ListKind(Enum):
    """How the items of a list are marked."""

    BULLETS = "bullets"
    NUMBERS = "numbers"  # 1. 2. 3.
    LETTERS = "letters"  # a. b. c.


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of one level."""

    items: tuple[Content, ...]
    kind: ListKind = ListKind.BULLETS
    place: Place | None = None


class Align(Enum):
    """Where cell content stands. Numbers stand right, so that their decimal commas meet."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width (any positive number) and where its cells' content stands."""

    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and its extent. `align` overrides its column's; `header` marks a row header in the body.

    `tables` are tables inside the cell, after its content: readers find them, composers do not make them.
    """

    content: Content
    colspan: int = 1
    rowspan: int = 1
    align: Align | None = None
    header: bool = False
    tables: tuple["Table", ...] = ()
    place: Place | None = None


class RowKind(Enum):
    """What a row is."""

    BODY = "body"
    GROUP = "group"  # a programme above its activities, an objective above its indicators
    TOTAL = "total"
    NUMBERS = "numbers"  # the column-number row (1) (2) (3); the last header row where there is one


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells. Cells covered by a rowspan from above or a colspan from the left are absent, as in HTML."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.BODY


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid of cells with extents.

    `caption` is without its number; `number` ("Tabel 3.1") is filled in by `numbering`. A table without caption is not
    numbered. `source` is printed as it stands ("Sumber: …"), `notes` below it. `header` rows repeat on every page and a
    rowspan never crosses from header to body.
    """

    columns: tuple[Column, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    label: str = ""
    caption: str = ""
    source: Content = ()
    notes: tuple[Content, ...] = ()
    number: str = ""
    place: Place | None = None


# Pictures


@dataclass(frozen=True, slots=True)
class Figure:
    """A numbered picture; `number` ("Gambar 3.1") is filled in by `numbering`. Without caption it is not numbered: a
    page of an enclosed file.
    """

    picture: Chart | Image | Tree
    label: str
    caption: str
    source: Content = ()
    number: str = ""
    place: Place | None = None


# Blocks with a fixed place in an official document


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that stands large: what it is, the figure, what it means."""

    name: str
    figure: Content
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Two to four key figures side by side."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: lines above the space for the signature (place and date, position), then name and lines below it."""

    above: tuple[Content, ...]
    name: Content
    below: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """A signature block. With `left` two people sign side by side; without, `right` signs alone on the right."""

    right: Signature
    left: Signature | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover page: government and agency, logo, title lines, year, and a mark ("Contoh, bukan laporan resmi")."""

    government: str
    agency: str
    title: tuple[str, ...]
    year: str
    logo: Image | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an official document (kop naskah): who issues it, with its address and logo, over a strong rule."""

    government: str
    agency: str
    address: str = ""
    logo: Image | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a document without a cover, or of an attachment of it: lines in the middle of the page."""

    lines: tuple[str, ...]
    below: str = ""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Names with what they stand for, one a line, the colons below each other: "Nama : …", "Jabatan : …"."""

    items: tuple[tuple[str, Content], ...]


class ContentsKind(Enum):
    """What a list of contents lists."""

    HEADINGS = "headings"
    TABLES = "tables"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of a list of contents: level (1 to 3), number ("BAB I", "Tabel 3.1"), text, label that it links to."""

    level: int
    number: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of headings, tables or figures; `entries` are filled in by `numbering`, its heading stands above it."""

    kind: ContentsKind
    entries: tuple[ContentsEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page. Headings of level 1 begin a page by themselves."""


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks on landscape pages of their own: wide tables."""

    blocks: tuple["Block", ...]


Block = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | Figure
    | KeyFigures
    | Signatures
    | Cover
    | Letterhead
    | Title
    | Particulars
    | Contents
    | PageBreak
    | Landscape
)

# The whole


class PartKind(Enum):
    """The parts of a report. Front pages are numbered i, ii, iii; the body and its attachments 1, 2, 3 throughout."""

    COVER = "cover"  # no header, footer or page number
    FRONT = "front"
    BODY = "body"
    ATTACHMENTS = "attachments"


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks with one way of numbering pages."""

    kind: PartKind
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """An explanation in words: a title, then rows of (label, text) such as ("Rumus", "Realisasi ÷ Target × 100%")."""

    id: str
    title: str
    rows: tuple[tuple[str, str], ...]


class UnreadKind(Enum):
    """Why something that a person may see was not read."""

    IMAGE_PAGE = "image-page"  # a page that is a picture: a scan
    IMAGE = "image"  # a picture inside a page, which may hold text or a table
    UNMAPPED_FONT = "unmapped-font"  # glyphs without a Unicode map
    HIDDEN = "hidden"  # text that no reader of the page sees
    DAMAGED = "damaged"
    LIMIT = "limit"  # past the stated limits of size, pages, rows or nesting


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that a reader saw and could not read: why, where, and in what measure ("12 halaman")."""

    kind: UnreadKind
    place: Place
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document. `header` runs on every page but the cover, and so does `mark` ("Contoh, bukan laporan resmi").

    `date` is the document's own date, never the clock's; a read document may have none. `language` is a BCP 47 tag.
    `unread` is what a reader saw and could not read.
    """

    title: str
    author: str
    date: date | None
    parts: tuple[Part, ...]
    subject: str = ""
    header: str = ""
    mark: str = ""
    language: str = "id-ID"
    explanations: tuple[Explained, ...] = ()
    unread: tuple[Unread, ...] = ()


def blocks(document: Document) -> Iterator[Block]:
    """Every block in reading order; a `Landscape` is followed by what it holds."""
    for part in document.parts:
        yield from _flat(part.blocks)


def _flat(items: tuple[Block, ...]) -> Iterator[Block]:
    for block in items:
        yield block
        if isinstance(block, Landscape):
            yield from _flat(block.blocks)


def inlines(block: Block) -> Iterator[Inline]:
    """Every inline of one block, in reading order."""
    match block:
        case Paragraph():
            yield from block.content
        case ItemList():
            yield from (inline for item in block.items for inline in item)
        case Table():
            for row in (*block.header, *block.rows):
                yield from (inline for cell in row.cells for inline in cell.content)
            yield from (inline for content in (block.source, *block.notes) for inline in content)
        case Figure():
            yield from block.source
        case KeyFigures():
            yield from (inline for item in block.items for inline in item.figure)
        case Particulars():
            yield from (inline for _name, content in block.items for inline in content)
        case Signatures():
            for signature in (block.left, block.right):
                if signature:
                    lines = (*signature.above, signature.name, *signature.below)
                    yield from (inline for line in lines for inline in line)
        case _:
            pass
