"""Figures that someone changed by hand in a copy of a document: the copy beside the document as it was made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from saksama.documents.document import Block, Document, ItemList, Landscape, Paragraph, Row, Table, plain

_FIGURE = re.compile(r"[−-]?\d+(?:[.,]\d+)*")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure of the copy and the one that stood in its place; "" where one of them has none there.

    `table` and `row` say where, or `sentence` for a figure of the text.
    """

    written: str
    made: str
    table: str = ""
    row: str = ""
    column: str = ""
    sentence: str = ""


def changed_figures(copy: Document, made: Document, *, edited: Sequence[str] = ()) -> tuple[ChangedFigure, ...]:
    """What differs in figures; `edited` are texts of the copy that were edited on purpose and are left out.

    Both documents must have been read by the same reader, so that they differ only where people edited.
    """
    ours, theirs = list(_flat(made)), list(_flat(copy))
    own = [block for block in ours if isinstance(block, Table)]
    other = [block for block in theirs if isinstance(block, Table)]
    return (*_in_tables(own, other), *_in_sentences(_sentences(ours), _sentences(theirs), edited))


def _flat(document: Document) -> Iterator[Block]:
    def below(blocks: Sequence[Block]) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Landscape):
                yield from below(block.blocks)
            else:
                yield block

    for part in document.parts:
        yield from below(part.blocks)


def _sentences(blocks: Sequence[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(_words(plain(block.content)))
        elif isinstance(block, ItemList):
            found += [_words(plain(item)) for item in block.items]
    return [sentence for sentence in found if sentence]


def _in_sentences(made: list[str], written: list[str], edited: Sequence[str]) -> Iterator[ChangedFigure]:
    ignored = [_words(line) for text in edited for line in text.split("\n") if line.strip()]
    matcher = SequenceMatcher(None, made, written, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "replace":
            continue  # a sentence more or less is the author's own business
        for mine, theirs in zip(made[start:end], written[first:last], strict=False):
            if not any(text in theirs for text in ignored):
                yield from _unlike(mine, theirs)


def _unlike(mine: str, theirs: str) -> Iterator[ChangedFigure]:
    before, after = _FIGURE.findall(mine), _FIGURE.findall(theirs)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            for made, written in zip_longest(before[start:end], after[first:last], fillvalue=""):
                yield ChangedFigure(written, made, sentence=_short(theirs))


def _in_tables(made: list[Table], written: list[Table]) -> Iterator[ChangedFigure]:
    names = [_name(table) for table in made], [_name(table) for table in written]
    matcher = SequenceMatcher(None, *names, autojunk=False)
    for kind, start, end, first, _last in matcher.get_opcodes():
        if kind == "equal":
            for place in range(end - start):
                yield from _in_table(made[start + place], written[first + place])


def _in_table(made: Table, written: Table) -> Iterator[ChangedFigure]:
    own, other = [_cells(row) for row in made.rows], [_cells(row) for row in written.rows]
    labels = [_label(row) for row in own], [_label(row) for row in other]
    matcher = SequenceMatcher(None, *labels, autojunk=False)
    heads = _cells(made.header[0]) if made.header else []
    for kind, start, end, first, _last in matcher.get_opcodes():
        if kind != "equal":
            continue
        for place in range(end - start):
            before, after = own[start + place], other[first + place]
            for column, (mine, theirs) in enumerate(zip_longest(before, after, fillvalue="")):
                if _FIGURE.findall(mine) != _FIGURE.findall(theirs):
                    head = heads[column] if len(heads) == len(before) else ""
                    yield ChangedFigure(
                        theirs, mine, table=_name(written), row=_short(_label(before)), column=_short(head)
                    )


def _cells(row: Row) -> list[str]:
    return [_words(plain(cell.content)) for cell in row.cells]


def _label(cells: Sequence[str]) -> str:
    """The first cell with words in it: what tells a row from the others, whatever happened to its figures."""
    return next((cell for cell in cells if re.search(r"[^\W\d_]{3}", cell)), "")


def _name(table: Table) -> str:
    return table.number or _short(table.caption)


def _words(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
