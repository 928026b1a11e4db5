"""What someone changed by hand in a copy of a document: the copy beside the document as it was made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import zip_longest

from saksama.documents.document import (
    Block,
    Document,
    Figure,
    Heading,
    ItemList,
    Landscape,
    Paragraph,
    Row,
    Table,
    plain,
)
from saksama.documents.pictures import Chart

_FIGURE = re.compile(r"[−-]?\d+(?:[.,]\d+)*")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure of the copy and the one that stood in its place; "" where one of them has none there.

    `table` (or the chart) and `row` say where, or `sentence` for a figure of the text.
    """

    written: str
    made: str
    table: str = ""
    row: str = ""
    column: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Words of the copy that differ in more than figures, and those in their place; "" where there are none.

    `table` says in which table or chart; `written` or `made` is then its row, or "" for all of it.
    """

    written: str
    made: str
    table: str = ""


HandEdit = ChangedFigure | ChangedWords


def hand_edits(copy: Document, made: Document, *, own_words: Sequence[str] = ()) -> tuple[HandEdit, ...]:
    """What differs in figures and words; `own_words` are lines of either that people may edit: they are not compared.

    Both documents must have been read by the same reader, so that they differ only where people edited.
    """
    lines = [_words(line) for line in own_words]
    ours, theirs = list(_flat(made)), list(_flat(copy))
    return (
        *_in_tables(_tables(ours), _tables(theirs)),
        *_in_charts(_charts(ours), _charts(theirs)),
        *_in_sentences(_sentences(ours, lines), _sentences(theirs, lines)),
    )


def _flat(document: Document) -> Iterator[Block]:
    def below(blocks: Sequence[Block]) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Landscape):
                yield from below(block.blocks)
            else:
                yield block

    for part in document.parts:
        yield from below(part.blocks)


def _tables(blocks: Sequence[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def _charts(blocks: Sequence[Block]) -> list[tuple[str, Chart]]:
    figures = (block for block in blocks if isinstance(block, Figure))
    return [(one.number or _short(one.caption), one.picture) for one in figures if isinstance(one.picture, Chart)]


def _sentences(blocks: Sequence[Block], own_words: Sequence[str]) -> list[str]:
    """The text without the lines that people may edit."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(_words(plain(block.content)))
        elif isinstance(block, ItemList):
            found += [_words(plain(item)) for item in block.items]
        elif isinstance(block, Heading):
            found.append(_words(block.text))
    left = [_without(sentence, own_words) for sentence in found]
    return [sentence for sentence in left if sentence]


def _without(sentence: str, lines: Sequence[str]) -> str:
    """A sentence up to the lines in which it ends: a label may stand before them."""
    while whole := max((line for line in lines if line and sentence.endswith(line)), key=len, default=""):
        sentence = sentence.removesuffix(whole).strip()
    return sentence


def _in_sentences(made: list[str], written: list[str]) -> Iterator[HandEdit]:
    matcher = SequenceMatcher(None, made, written, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            for mine, theirs in zip_longest(made[start:end], written[first:last], fillvalue=""):
                if _FIGURE.sub("", mine) != _FIGURE.sub("", theirs):
                    yield ChangedWords(_short(theirs), _short(mine))
                if mine and theirs:
                    yield from _unlike(mine, theirs)


def _unlike(mine: str, theirs: str) -> Iterator[ChangedFigure]:
    before, after = _FIGURE.findall(mine), _FIGURE.findall(theirs)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            for made, written in zip_longest(before[start:end], after[first:last], fillvalue=""):
                yield ChangedFigure(written, made, sentence=_short(theirs))


def _in_tables(made: list[Table], written: list[Table]) -> Iterator[HandEdit]:
    names = [_name(table) for table in made], [_name(table) for table in written]
    matcher = SequenceMatcher(None, *names, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal" or end - start == last - first:
            for place in range(end - start):
                yield from _in_table(made[start + place], written[first + place])
        else:
            yield from (ChangedWords("", "", name) for name in (*names[0][start:end], *names[1][first:last]))


def _in_table(made: Table, written: Table) -> Iterator[HandEdit]:
    own, other = [_cells(row) for row in made.rows], [_cells(row) for row in written.rows]
    labels = [_label(row) for row in own], [_label(row) for row in other]
    matcher = SequenceMatcher(None, *labels, autojunk=False)
    heads = _cells(made.header[0]) if made.header else []
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal" and end - start != last - first:
            yield from (ChangedWords("", _short(" ".join(cells)), _name(made)) for cells in own[start:end])
            yield from (ChangedWords(_short(" ".join(cells)), "", _name(made)) for cells in other[first:last])
            continue
        for before, after in zip(own[start:end], other[first:last], strict=True):
            for column, (mine, theirs) in enumerate(zip_longest(before, after, fillvalue="")):
                head = heads[column] if len(heads) == len(before) else ""
                if _FIGURE.findall(mine) != _FIGURE.findall(theirs):
                    yield ChangedFigure(
                        theirs, mine, table=_name(written), row=_short(_label(before)), column=_short(head)
                    )
                elif mine != theirs:
                    yield ChangedWords(_short(theirs), _short(mine), _name(written))


def _in_charts(made: list[tuple[str, Chart]], written: list[tuple[str, Chart]]) -> Iterator[HandEdit]:
    if len(made) != len(written):
        yield from (ChangedWords("", "", name) for name, _chart in made)
        return
    for (name, mine), (_name, theirs) in zip(made, written, strict=True):
        if [len(one.values) for one in mine.series] != [len(one.values) for one in theirs.series]:
            yield ChangedWords("", "", name)
            continue
        for before, after in zip(mine.series, theirs.series, strict=True):
            for place, (value, other) in enumerate(zip(before.values, after.values, strict=True)):
                if value != other:
                    row = mine.categories[place] if place < len(mine.categories) else ""
                    yield ChangedFigure(_value(other), _value(value), name, _short(row), _short(before.name))


def _value(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")


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
