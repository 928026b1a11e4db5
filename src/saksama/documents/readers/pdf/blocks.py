"""The blocks of the document from what stands on its pages: tables with captions, headings, lists, paragraphs."""

import re
from dataclasses import dataclass, replace

from saksama.documents.document import (
    Block,
    Content,
    Figure,
    Heading,
    ItemList,
    ListKind,
    Paragraph,
    ParagraphStyle,
    Table,
    Text,
)
from saksama.documents.pictures import Image
from saksama.documents.readers.pdf.broken_words import known_words
from saksama.documents.readers.pdf.captions import Caption, captions_of
from saksama.documents.readers.pdf.cells import content
from saksama.documents.readers.pdf.cut_rows import with_whole_rows
from saksama.documents.readers.pdf.frame import Box
from saksama.documents.readers.pdf.headings import goes_on, title_of
from saksama.documents.readers.pdf.order import FigureItem, Item, TableItem, TextItem
from saksama.documents.readers.pdf.page import PageParts
from saksama.documents.readers.pdf.paragraphs import LIST_MARK
from saksama.documents.readers.pdf.tables import table_of
from saksama.documents.readers.pdf.words import lines_of, text_of
from saksama.kernel.provenance import Place

_NUMBER = re.compile(r"\(?(\d{1,2})[.)]$")
_LETTER = re.compile(r"\(?([a-z])[.)]$")
_WORD = re.compile(r"\w")
_NO_BOX: Box = (0.0, 0.0, 1e9, 0.0)  # prose is never as narrow as the word that ends its line


@dataclass(slots=True)
class _Open:
    """A list that may still grow: its kind, the number of its last item, its items."""

    kind: ListKind
    last: int
    items: list[Content]
    place: Place


def blocks_of(items: list[Item], file: str) -> list[Block]:
    """Every block of the document in reading order. Tables are numbered in this order from 1 in their places."""
    known = known_words(
        (line for item in items if isinstance(item, TextItem) for line in item.block.lines),
        (words for item in items if isinstance(item, TableItem) for words in item.cells.values()),
    )
    items = with_whole_rows(items, known)
    captions, sources = captions_of(items)
    taken = {index for caption in captions.values() for index in caption.items} | set(sources.values())
    blocks: list[Block] = []
    open_list: _Open | None = None
    tables = 0
    goes_with_chapter: set[int] = set()
    for index, item in enumerate(items):
        if index in taken or index in goes_with_chapter:
            continue
        if isinstance(item, TextItem) and not title_of(item):
            open_list = _with_item(blocks, open_list, item, file)
            continue
        open_list = None
        match item:
            case TableItem():
                tables += 1
                place = _place(item.page, file, str(tables))
                grid, cells, page = item.grid, item.cells, item.page
                table = table_of(grid, cells, page.fills, page.frame, place, known=known, rests=item.rests)
                source = items[sources[index]] if index in sources else None
                blocks.append(_captioned(table, captions.get(index), source, file))
            case FigureItem():
                blocks.append(_figure(item, captions.get(index), file))
            case TextItem():
                after = items[index + 1] if index + 1 < len(items) else None
                is_taken = index + 1 in taken or not isinstance(after, TextItem)
                heading, joins = _heading(item, None if is_taken else after, file)
                goes_with_chapter |= {index + 1} if joins else set()
                blocks.append(heading)
    return blocks


def _place(page: PageParts, file: str, table: str = "") -> Place:
    return Place(file=file, page=page.number, table=table)


def _captioned(table: Table, caption: Caption | None, source: Item | None, file: str) -> Table:
    if caption:
        table = replace(table, caption=caption.text, number=caption.number)
    if isinstance(source, TextItem):
        table = replace(table, source=_content(source, file))
    return table


def _figure(item: FigureItem, caption: Caption | None, file: str) -> Figure:
    left, top, right, bottom = item.box
    described = "\n".join(text_of(line) for line in lines_of(list(item.words)))
    picture = Image("", b"", described, round(right - left), round(bottom - top))
    place = replace(_place(item.page, file), box=item.page.frame.on_page(item.box))
    number, text = (caption.number, caption.text) if caption else ("", "")
    return Figure(picture, label="", caption=text, number=number, place=place)


def _heading(item: TextItem, after: Item | None, file: str) -> tuple[Heading, bool]:
    title = title_of(item)
    assert title is not None  # asked before
    joins = isinstance(after, TextItem) and goes_on(title, after)
    text = after.block.text.strip() if joins and isinstance(after, TextItem) else title.text
    place = replace(_place(item.page, file), box=item.page.frame.on_page(item.box))
    return Heading(title.level, text, label="", numbering=title.numbering, number=title.number, place=place), joins


def _content(item: TextItem, file: str) -> Content:
    return content(list(item.block.lines), _NO_BOX, item.page.frame, _place(item.page, file))


def _with_item(blocks: list[Block], open_list: _Open | None, item: TextItem, file: str) -> _Open | None:
    """Add a paragraph or a list's item; the list that may still grow, if any."""
    runs = _content(item, file)
    place = replace(_place(item.page, file), box=item.page.frame.on_page(item.box))
    marked = _mark(item)
    if marked and len(runs) > 1:
        kind, number = marked
        if open_list and open_list.kind is kind and number in (open_list.last + 1, 0):
            open_list.items.append(runs[1:])
            open_list.last = number
            blocks[-1] = ItemList(tuple(open_list.items), kind, open_list.place)
            return open_list
        if number in (0, 1):
            blocks.append(ItemList((runs[1:],), kind, place))
            return _Open(kind, number, [runs[1:]], place)
    last = blocks[-1] if blocks else None
    if _goes_on_over_pages(last, item):
        if isinstance(last, Paragraph):
            blocks[-1] = replace(last, content=_spaced(last.content) + runs)
            return None
        if open_list:
            open_list.items[-1] = _spaced(open_list.items[-1]) + runs
            blocks[-1] = ItemList(tuple(open_list.items), open_list.kind, open_list.place)
            return open_list
    style = ParagraphStyle.CENTERED if item.block.centred else ParagraphStyle.BODY
    blocks.append(Paragraph(runs, style, place))
    return None


def _mark(item: TextItem) -> tuple[ListKind, int] | None:
    """The kind of list that a paragraph's first word marks, and its number; bullets have 0."""
    mark = item.block.lines[0][0].text
    if not LIST_MARK.match(mark):
        return None
    if number := _NUMBER.match(mark):
        return ListKind.NUMBERS, int(number[1])
    if letter := _LETTER.match(mark):
        return ListKind.LETTERS, ord(letter[1]) - ord("a") + 1
    return None if _WORD.search(mark) else (ListKind.BULLETS, 0)


def _goes_on_over_pages(last: Block | None, item: TextItem) -> bool:
    """Whether a paragraph is the rest of the one that ended the page before."""
    if not isinstance(last, Paragraph | ItemList) or last.place is None or last.place.page is None:
        return False
    end = last.content if isinstance(last, Paragraph) else last.items[-1]
    final = next((run.place for run in reversed(end) if isinstance(run, Text) and run.place), last.place)
    text = end[-1].text.rstrip() if end else ""
    if final.page != item.page.number - 1 or not text or text[-1] in ".:;!?" or item.block.centred:
        return False
    start = item.block.text
    return start[:1].islower() or text[-1] == "," or _is_full(last.place, final)


def _is_full(paragraph: Place, word: Place) -> bool:
    """Whether a paragraph's last word ends its line: what follows then belongs to it, names and numbers too."""
    if paragraph.box is None or word.box is None or paragraph.page != word.page:
        return False
    left, bottom, right, top = paragraph.box
    has_lines = top - bottom > 1.8 * (word.box[3] - word.box[1])
    return has_lines and word.box[2] >= right - 0.1 * (right - left)


def _spaced(runs: Content) -> Content:
    """Content with a space behind it, so that more can follow."""
    *before, last = runs
    return (*before, replace(last, text=last.text + " "))
