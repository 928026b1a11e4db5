"""Read a text file (.txt) or a Markdown file (.md): headings, paragraphs, lists, and tables by tabs, pipes or gaps.

The place of a run is its line and how many characters of that line come before it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from saksama.documents.document import (
    Block,
    Content,
    Contents,
    ContentsKind,
    Document,
    Heading,
    ItemList,
    ListKind,
    Paragraph,
    Part,
    PartKind,
    Text,
    plain,
)
from saksama.documents.readers.captions import table_caption, with_captions
from saksama.documents.readers.contents import contents_entry, contents_kind, is_contents_line
from saksama.documents.readers.headings import (
    LONGEST_HEADING,
    guessed_level,
    heading,
    joined_chapters,
    level_of,
    split_number,
)
from saksama.documents.readers.markdown_charts import with_charts
from saksama.documents.readers.plain_text import TextLine, marked
from saksama.documents.readers.text_file import lost_characters, read_text
from saksama.documents.readers.text_tables import gap_table, has_gap, is_pipe_line, pipe_table, tab_table
from saksama.kernel.provenance import Place

_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_ITEM = re.compile(r"\s{0,8}(?:[-*•–▪➢]|(?P<number>\d{1,3})[.)]|(?P<letter>[a-z])[.)])\s+(?=\S)")
_LETTERED = re.compile(r"([a-z])\.\s+(?=\S)")
_LONG_LINE = 140
_MARKDOWN_SUFFIXES = (".md", ".markdown")


def read(path: Path) -> Document:
    """Read the file. Raises `UnreadableFileError` where it cannot be read or passes a limit."""
    text = read_text(path)
    raw = text.text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\x0b", "\n")
    lines = [TextLine(line.rstrip(), number) for number, line in enumerate(raw.split("\n"), start=1)]
    reading = _Reading(lines, path.name, is_markdown=path.suffix.lower() in _MARKDOWN_SUFFIXES)
    blocks = with_captions(joined_chapters(with_charts(reading.blocks())))
    return Document(reading.title, "", None, (Part(PartKind.BODY, blocks),), unread=lost_characters(path, text))


class _Reading:
    """Goes through the lines; each step takes the lines of one block."""

    def __init__(self, lines: list[TextLine], file: str, *, is_markdown: bool) -> None:
        self.title = ""
        self._lines = lines
        self._file = file
        self._is_markdown = is_markdown
        self._at = 0
        self._tables = 0
        self._searched = 0  # up to here no gaps make a table
        self._found: list[Block] = []
        # Text that was wrapped to the width of a page has no long lines; its lines belong together.
        self._is_wrapped = not any(len(line.text) > _LONG_LINE and "\t" not in line.text for line in lines)

    def blocks(self) -> list[Block]:
        """The blocks in order."""
        while self._at < len(self._lines):
            if not self._lines[self._at].text.strip():
                self._at += 1
                continue
            self._found += self._next()
        return self._raised()

    def _next(self) -> Sequence[Block]:
        line = self._lines[self._at]
        hashes = _HASHES.fullmatch(line.text) if self._is_markdown else None
        if hashes:
            self._at += 1
            words = plain(tuple(marked(hashes[2], self._place(line), 0)))
            return [self._heading(words, len(hashes[1]), line)] if words else []
        if is_pipe_line(line.text):
            return [self._pipes()]
        if self._is_in_contents() and is_contents_line(line.text):
            return [self._contents()]
        if "\t" in line.text.strip():
            return [self._tabs()]
        gaps = self._gaps()
        if gaps:
            return gaps
        level = self._level(line)
        if level:
            self._at += 1
            return [self._heading(self._bare(line.text), level, line)]
        if _ITEM.match(line.text):
            return self._list()
        return [self._paragraph()]

    # Headings

    def _heading(self, text: str, level: int, line: TextLine) -> Heading:
        made = heading(text, level, f"judul-{line.number}")
        return replace(made, level=level, place=self._place(line, start=0))

    def _level(self, line: TextLine) -> int:
        text = self._bare(line.text).strip()
        if table_caption(text):
            return 0
        level = guessed_level(text, is_bold=False)
        if level:
            return level
        number, words = split_number(text)
        alone = self._is_blank(self._at - 1) and self._is_blank(self._at + 1)
        if not (number and words and alone) or len(text) > LONGEST_HEADING or text.endswith((";", ",", ":")):
            return 0
        is_list_mark = number.startswith("(") or number.endswith(")") or number.islower()
        return 0 if is_list_mark or line.text.startswith((" ", "-")) else level_of(number)

    def _is_blank(self, index: int) -> bool:
        return not 0 <= index < len(self._lines) or not self._lines[index].text.strip()

    def _raised(self) -> list[Block]:
        """In Markdown one # is the title of the whole, and the headings below it begin at level 1."""
        if not self._is_markdown:
            return self._found
        first = [block for block in self._found if isinstance(block, Heading) and block.level == 1]
        if len(first) != 1 or first[0].number or first[0] is not self._found[0]:
            return [
                replace(block, level=min(block.level, 4)) if isinstance(block, Heading) else block
                for block in self._found
            ]
        self.title = first[0].text
        return [
            replace(block, level=min(max(block.level - 1, 1), 4)) if isinstance(block, Heading) else block
            for block in self._found[1:]
        ]

    # Tables and lists of contents

    def _pipes(self) -> Block:
        start = self._at
        while self._at < len(self._lines) and is_pipe_line(self._lines[self._at].text):
            self._at += 1
        self._tables += 1
        lines = self._lines[start : self._at]
        return pipe_table(lines, self._tables, file=self._file, is_markdown=self._is_markdown)

    def _tabs(self) -> Block:
        start = self._at
        while self._at < len(self._lines) and self._goes_on_with_tabs(self._at, start):
            self._at += 1
        lines = self._lines[start : self._at]
        if len(lines) == 1 and lines[0].text.strip().count("\t") == 1:
            # One line in two parts ("Nama <tab> : Ani") is no table.
            return Paragraph(self._runs(lines), place=self._place(lines[0]))
        self._tables += 1
        return tab_table(lines, self._tables, file=self._file, is_markdown=self._is_markdown)

    def _goes_on_with_tabs(self, index: int, start: int) -> bool:
        text = self._lines[index].text
        if "\t" in text:
            return True
        further = index + 1 < len(self._lines) and "\t" in self._lines[index + 1].text
        return index > start and bool(text.strip()) and further and table_caption(text) is None

    def _gaps(self) -> Sequence[Block]:
        start = end = self._at
        if start < self._searched or not has_gap(self._lines[start].text):
            return ()
        while end < len(self._lines) and self._lines[end].text.strip() and "\t" not in self._lines[end].text:
            end += 1
        lines = self._lines[start:end]
        self._searched = end
        parted = sum(has_gap(line.text) for line in lines)
        if parted < 2 or parted * 2 < len(lines):
            return ()
        table = gap_table(lines, self._tables + 1, file=self._file, is_markdown=self._is_markdown)
        if table is None:
            return ()
        self._tables += 1
        self._at = end
        return (table,)

    def _is_in_contents(self) -> bool:
        before = self._found[-1] if self._found else None
        if isinstance(before, Contents):
            return True
        return isinstance(before, Heading) and contents_kind(before.text, []) is not None

    def _contents(self) -> Block:
        before = self._found[-1]
        entries = []
        while self._at < len(self._lines):
            text = self._lines[self._at].text
            if text.strip() and not is_contents_line(text):
                break
            if text.strip():
                entries.append(contents_entry(text))
            self._at += 1
        title = before.text if isinstance(before, Heading) else ""
        return Contents(contents_kind(title, entries) or ContentsKind.HEADINGS, tuple(entries))

    # Text

    def _list(self) -> Sequence[Block]:
        lines: list[tuple[TextLine, re.Match[str]]] = []
        while self._at < len(self._lines):
            mark = _ITEM.match(self._lines[self._at].text)
            if mark is None or "\t" in self._lines[self._at].text.strip():
                break
            lines.append((self._lines[self._at], mark))
            self._at += 1
        numbers = [int(mark["number"]) for _, mark in lines if mark["number"]]
        letters = "".join(mark["letter"] for _, mark in lines if mark["letter"])
        place = self._place(lines[0][0])
        if len(lines) == 1 and (numbers or letters):  # a number that stands alone says something
            return [Paragraph(self._runs([lines[0][0]]), place=place)]
        if numbers == list(range(1, len(lines) + 1)):
            return [ItemList(tuple(self._item(line, mark.end()) for line, mark in lines), ListKind.NUMBERS, place)]
        if letters and letters == _alphabet(len(lines)):
            return [ItemList(tuple(self._item(line, mark.end()) for line, mark in lines), ListKind.LETTERS, place)]
        if numbers or letters:
            return [Paragraph(self._runs([line]), place=self._place(line)) for line, _ in lines]
        inner = [_LETTERED.match(line.text, mark.end()) for line, mark in lines]
        if "".join(found[1] for found in inner if found) == _alphabet(len(lines)) and len(lines) > 1:
            ends = [found.end() for found in inner if found]
            items = (self._item(line, end) for (line, _), end in zip(lines, ends, strict=True))
            return [ItemList(tuple(items), ListKind.LETTERS, place)]
        return [ItemList(tuple(self._item(line, mark.end()) for line, mark in lines), ListKind.BULLETS, place)]

    def _item(self, line: TextLine, start: int) -> Content:
        return self._runs([line], start)

    def _paragraph(self) -> Block:
        start = self._at
        self._at += 1
        while self._is_wrapped and self._at < len(self._lines) and self._joins(self._at):
            self._at += 1
        lines = self._lines[start : self._at]
        return Paragraph(self._runs(lines), place=self._place(lines[0]))

    def _joins(self, index: int) -> bool:
        text = self._lines[index].text
        before = self._lines[index - 1].text
        return not (
            not text.strip()
            or "\t" in text
            or is_pipe_line(text)
            or _ITEM.match(text)
            or (self._is_markdown and (_HASHES.fullmatch(text) or before.endswith("  ")))
            or table_caption(self._bare(before))
            or guessed_level(self._bare(text), is_bold=False)
        )

    def _runs(self, lines: Sequence[TextLine], first: int = 0) -> Content:
        runs: list[Text] = []
        for index, line in enumerate(lines):
            if runs:
                runs.append(Text("\n"))
            start = first if index == 0 else 0
            start += len(line.text[start:]) - len(line.text[start:].lstrip(" >" if self._is_markdown else " "))
            # Marks are read in text files too: much that ends in .txt was Markdown once.
            runs += marked(line.text[start:], self._place(line), start)
        return tuple(runs)

    def _bare(self, text: str) -> str:
        return plain(tuple(marked(text, Place(), 0)))

    def _place(self, line: TextLine, start: int | None = None) -> Place:
        return Place(file=self._file, line=line.number, start=start)


def _alphabet(count: int) -> str:
    return "".join(map(chr, range(ord("a"), ord("a") + min(count, 26))))
