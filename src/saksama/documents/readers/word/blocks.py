"""The lines of a Word document understood as headings, paragraphs, lists and lists of contents."""

from collections.abc import Iterable
from dataclasses import replace

from saksama.documents.document import (
    Block,
    Content,
    Contents,
    ContentsEntry,
    ContentsKind,
    Heading,
    ItemList,
    ListKind,
    Paragraph,
    ParagraphStyle,
)
from saksama.documents.readers.captions import table_caption, with_captions
from saksama.documents.readers.contents import contents_entry, contents_kind
from saksama.documents.readers.headings import guessed_level, heading, joined_chapters
from saksama.documents.readers.word.flow import Item, Line
from saksama.kernel.provenance import Place


def blocks(items: Iterable[Item]) -> tuple[Block, ...]:
    """The blocks in reading order, with captions at their tables and figures."""
    reading = _Blocks()
    for item in items:
        if isinstance(item, Line):
            reading.line(item)
        else:
            reading.close()
            reading.found.append(item)
    reading.close()
    return with_captions(joined_chapters(reading.found))


class _Blocks:
    """Gathers lines; what belongs together is closed when something else comes."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._entries: list[ContentsEntry] = []
        self._items: list[Content] = []
        self._kind = ListKind.BULLETS
        self._place: Place | None = None
        self._headings = 0

    def line(self, line: Line) -> None:
        if line.is_contents:
            self._close_list()
            self._entries.append(contents_entry(line.text))
            return
        self._close_contents()
        level = line.level or self._guess(line)
        if level:
            self._close_list()
            self._headings += 1
            number = line.mark.text if line.mark and line.mark.kind is not ListKind.BULLETS else ""
            made = heading(line.text, level, f"judul-{self._headings}", number)
            self.found.append(replace(made, place=line.place))
        elif self._is_item(line):
            self._add(line)
        else:
            self._close_list()
            style = ParagraphStyle.CENTERED if line.is_centered else ParagraphStyle.BODY
            self.found.append(Paragraph(line.marked(), style, line.place))

    def _guess(self, line: Line) -> int:
        if line.is_counted or line.style.is_caption or table_caption(line.text):
            return 0
        text = f"{line.mark.text} {line.text}" if line.mark else line.text
        return guessed_level(text, is_bold=line.is_bold)

    def _is_item(self, line: Line) -> bool:
        """Whether the line goes on with a plain list or begins one."""
        if line.mark is None or line.mark.kind is None:
            return False
        if line.mark.kind is ListKind.BULLETS or line.mark.count == 1:
            return True
        return self._kind is line.mark.kind and line.mark.count == len(self._items) + 1

    def _add(self, line: Line) -> None:
        mark = line.mark
        if mark is None or mark.kind is None:
            return
        begins = mark.kind is not ListKind.BULLETS and mark.count == 1
        if mark.kind is not self._kind or begins:
            self._close_list()
        if not self._items:
            self._kind, self._place = mark.kind, line.place
        self._items.append(line.content)

    def close(self) -> None:
        self._close_contents()
        self._close_list()

    def _close_list(self) -> None:
        if self._items:
            self.found.append(ItemList(tuple(self._items), self._kind, self._place))
            self._items = []

    def _close_contents(self) -> None:
        if self._entries:
            before = self.found[-1] if self.found else None
            title = before.text if isinstance(before, Heading) else ""
            kind = contents_kind(title, self._entries) or ContentsKind.HEADINGS
            self.found.append(Contents(kind, tuple(self._entries)))
            self._entries = []
