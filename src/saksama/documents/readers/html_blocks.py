"""The text of a web page gathered into headings, paragraphs and lists."""

import re
from dataclasses import replace

from saksama.documents.document import (
    Block,
    Content,
    Contents,
    ContentsEntry,
    ContentsKind,
    Figure,
    Heading,
    ItemList,
    ListKind,
    Paragraph,
    ParagraphStyle,
    Table,
    Text,
    plain,
)
from saksama.documents.readers.contents import contents_entry, contents_kind
from saksama.documents.readers.headings import guessed_level, heading
from saksama.documents.readers.html_grid import HtmlCell, OpenRun, trimmed
from saksama.kernel.provenance import Place

_SPACE = re.compile(r"[ \t\r\n\f]+")
_CLASSES = {"lead": ParagraphStyle.LEAD, "note": ParagraphStyle.NOTE, "centered": ParagraphStyle.CENTERED}


class Gathering:
    """Takes runs of text and says which block they belong to."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._blocks: list[Block] = []
        self._levels: list[int] = []
        self._runs: list[OpenRun] = []
        self._place = Place(file=file)
        self._style = ParagraphStyle.BODY
        self._level = 0
        self._bold = self._italic = 0
        self._lists: list[tuple[ListKind, int, Place]] = []
        self._items: list[Content] = []
        self._is_item = False
        self._cell: HtmlCell | None = None
        self._in_link = 0
        self._linked = 0
        self._entries: list[ContentsEntry] = []

    @property
    def in_cell(self) -> bool:
        """Whether text goes into a cell."""
        return self._cell is not None

    def look(self, *, bold: int = 0, italic: int = 0) -> None:
        """Enter or leave bold or italic text."""
        self._bold, self._italic = max(self._bold + bold, 0), max(self._italic + italic, 0)

    def link(self, change: int) -> None:
        """Enter or leave a link to a place in the page, of which lists of contents are made."""
        self._in_link = max(self._in_link + change, 0)

    def add(self, text: str, *, line: int | None = None, keeps: bool = False) -> None:
        """Add visible text; white space is one space, and none at the start of a line."""
        runs = self._cell.content if self._cell else self._runs
        before = runs[-1] if runs else None
        shown = text if keeps or text == "\n" else _SPACE.sub(" ", text)
        if shown != "\n" and (before is None or before.parts[-1].endswith((" ", "\n"))):
            shown = shown.lstrip(" ")
        if not shown:
            return
        self._linked += len(shown) if self._in_link and not self._cell else 0
        if before and (before.bold, before.italic) == (self._bold > 0, self._italic > 0):
            before.grow(shown)
            return
        start = (before.place.start or 0) + before.length if before else 0
        ground = self._cell.place if self._cell else self._place
        place = replace(ground, line=line or ground.line, start=start)
        runs.append(OpenRun([shown], self._bold > 0, self._italic > 0, place, len(shown)))

    def line_break(self) -> None:
        """Begin a new line in a cell that has text."""
        if self._cell and self._cell.content and not self._cell.content[-1].parts[-1].endswith("\n"):
            self.add("\n")

    def cell(self, cell: HtmlCell) -> None:
        """Let text go into this cell."""
        self._cell = cell

    def end_cell(self) -> None:
        """Let text go elsewhere again."""
        self._cell = None

    def heading(self, level: int, place: Place) -> None:
        """Begin a heading."""
        self.end()
        self._level, self._place = level, place

    def paragraph(self, place: Place, classes: str) -> None:
        """Begin a paragraph."""
        if self._is_item:
            return
        self._place = place
        self._style = next((_CLASSES[name] for name in classes.split() if name in _CLASSES), ParagraphStyle.BODY)

    def list(self, tag: str, kind: str, start: str, place: Place) -> None:
        """Begin a list; one inside another goes on as its own list."""
        self.end()
        self._close_items()
        kinds = {"a": ListKind.LETTERS, "A": ListKind.LETTERS}
        named = ListKind.BULLETS if tag == "ul" else kinds.get(kind, ListKind.NUMBERS)
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
        self._lists.append((named, first, place))

    def item(self, place: Place) -> None:
        """Begin an item."""
        self.end()
        self._is_item = bool(self._lists)
        self._place = place

    def end_list(self) -> None:
        """End the innermost list."""
        self.end()
        self._close_items()
        if self._lists:
            self._lists.pop()

    def end(self) -> None:
        """End the block that is being gathered."""
        runs = trimmed(self._runs)
        self._runs = []
        linked, self._linked = self._linked, 0
        level, self._level = self._level, 0
        style, self._style = self._style, ParagraphStyle.BODY
        if not runs:
            return
        text = plain(runs)
        if not level and linked >= len(text.strip()) and self._is_in_contents():
            self._entries.append(contents_entry(text))
            self._is_item = False
            return
        self._close_contents()
        guess = 0 if level or self._lists else guessed_level(text, is_bold=all(_is_bold(run) for run in runs))
        if level or guess:
            made = heading(text, level or guess, f"judul-{len(self._blocks) + 1}")
            self._put(Heading(made.level, made.text, made.label, made.numbering, made.number, self._place), level)
        elif self._is_item:
            self._items.append(runs)
            self._is_item = False
        else:
            self._close_items()
            self._put(Paragraph(runs, style, self._place))

    def table(self, block: Table | Figure) -> None:
        """Add a finished table or figure."""
        self.end()
        self._close_contents()
        self._close_items()
        self._put(block)

    def close(self) -> None:
        """End everything."""
        self._cell = None
        self.end()
        self._close_contents()
        self._close_items()

    def finished(self) -> tuple[Block, ...]:
        """The blocks. Where one h1 is the title of the page, the headings below it begin at level 1."""
        levels = [level for level in self._levels if level]
        is_titled = levels.count(1) == 1 and levels[0] == 1 and len(levels) > 1
        found: list[Block] = []
        for block, level in zip(self._blocks, self._levels, strict=True):
            if isinstance(block, Heading) and level and is_titled:
                if level == 1:
                    found.append(Paragraph((Text(block.text, bold=True, place=block.place),), place=block.place))
                    continue
                raised = min(level - 1, 4)
                found.append(Heading(raised, block.text, block.label, block.numbering, block.number, block.place))
            else:
                found.append(block)
        return tuple(found)

    def _put(self, block: Block, level: int = 0) -> None:
        self._blocks.append(block)
        self._levels.append(level)

    def _is_in_contents(self) -> bool:
        before = self._blocks[-1] if self._blocks else None
        return bool(self._entries) or (isinstance(before, Heading) and contents_kind(before.text, []) is not None)

    def _close_contents(self) -> None:
        if self._entries:
            before = self._blocks[-1]
            title = before.text if isinstance(before, Heading) else ""
            self._put(Contents(contents_kind(title, []) or ContentsKind.HEADINGS, tuple(self._entries)))
            self._entries = []

    def _close_items(self) -> None:
        if self._items and self._lists:
            kind, first, place = self._lists[-1]
            if first == 1:
                self._put(ItemList(tuple(self._items), kind, place))
            else:
                for number, item in enumerate(self._items, start=first):
                    self._put(Paragraph((Text(f"{number}. "), *item), place=place))
            self._lists[-1] = (kind, first + len(self._items), place)
        self._items = []


def _is_bold(run: object) -> bool:
    return isinstance(run, Text) and (run.bold or not run.text.strip())
