"""A resolved document as GitHub-flavoured Markdown: the text, the tables and the values of the charts.

Golden files are written with it, so its output is stable and can be read as it stands. A cell that spans columns or
rows stands in its first square; the others are empty.
"""

import re

from saksama.documents.document import (
    Align,
    Block,
    Column,
    Content,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Inline,
    ItemList,
    KeyFigures,
    Landscape,
    Letterhead,
    ListKind,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Particulars,
    Reference,
    Row,
    Signature,
    Signatures,
    Table,
    Text,
    Title,
    plain,
)
from saksama.documents.pictures import Box, Chart, Image, Series, Tree
from saksama.documents.writers.grid import starts
from saksama.documents.writers.printable import printable

# Characters that begin markup anywhere in a line. A "." or "-" is markup only at the start of a line, see `_opening`.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")
_OPENING = re.compile(r"^([#+=:-]|\d+(?=[.)](?:\s|$)))", re.MULTILINE)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_CLOSING = re.compile(r"#+$")
# GitHub turns bare addresses and mentions into links.
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)|(@)|(#)(?=\d)")
_RULES = {Align.LEFT: "---", Align.CENTER: ":-:", Align.RIGHT: "--:"}


def write(document: Document) -> bytes:
    """Write the document, in UTF-8."""
    pieces = [f"# {_line(document.title)}"]
    if document.mark:
        pieces.append(f"**{_line(document.mark)}**")
    for part in document.parts:
        pieces += filter(None, map(_block, part.blocks))
    if document.explanations:
        pieces.append("## Penjelasan angka")
        for explained in document.explanations:
            rows = "\n".join(f"- {_opening(_line(label))}: {_line(text)}" for label, text in explained.rows)
            pieces.append(f"**{_line(explained.title)}**\n\n{rows}".rstrip())
    return ("\n\n".join(pieces) + "\n").encode("utf-8")


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * min(block.level + 1, 6)} {_line(f'{block.number} {block.text}'.strip())}".rstrip()
        case Paragraph():
            return _paragraph(block)
        case ItemList():
            return "\n".join(f"{_bullet(block.kind, index)} {_inlines(item)}" for index, item in enumerate(block.items))
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case KeyFigures():
            return "\n".join(
                f"- {_opening(_line(item.name))}: {_square(item.figure)}"
                + (f" ({_line(item.meaning)})" if item.meaning else "")
                for item in block.items
            )
        case Signatures():
            return "\n\n".join(map(_signature, filter(None, (block.left, block.right))))
        case Cover():
            lines = (block.government, *block.title, block.agency, block.year, block.mark)
            return "  \n".join(_opening(_line(line)) for line in lines if line)
        case Letterhead():
            lines = (block.government, block.agency, block.address)
            return "  \n".join(_opening(_line(line)) for line in lines if line)
        case Title():
            title = _line(" ".join(block.lines))
            return "\n\n".join(filter(None, (f"## {title}", _opening(_line(block.below)))))
        case Particulars():
            return "\n".join(f"- {_opening(_line(name))}: {_square(content)}" for name, content in block.items)
        case Contents():
            return "\n".join(
                f"{'  ' * (entry.level - 1)}- {_opening(_line(f'{entry.number} {entry.text}'.strip()))}"
                for entry in block.entries
            )
        case PageBreak():
            return ""
        case Landscape():
            return "\n\n".join(filter(None, map(_block, block.blocks)))


def _paragraph(block: Paragraph) -> str:
    text = _inlines(block.content)
    # A lead is quoted so that a golden file shows which sentence it is.
    return "\n".join(f"> {line}" for line in text.split("\n")) if block.style is ParagraphStyle.LEAD else text


def _bullet(kind: ListKind, index: int) -> str:
    match kind:
        case ListKind.BULLETS:
            return "-"
        case ListKind.NUMBERS:
            return f"{index + 1}."
        case ListKind.LETTERS:
            # Markdown has no lettered lists.
            return f"- {chr(ord('a') + index % 26)}."


def _table(block: Table) -> str:
    pieces = [_caption(block.number, block.caption)] if block.caption else []
    pieces.append(_grid(block.header, block.rows, block.columns))
    pieces += [_inlines(note) for note in (block.source, *block.notes) if note]
    return "\n\n".join(piece for piece in pieces if piece)


def _grid(header: tuple[Row, ...], rows: tuple[Row, ...], columns: tuple[Column, ...]) -> str:
    """A Markdown table has one header row: further ones stand below it, in bold."""
    width = len(columns)
    if not width:
        return ""
    heads = _squares(header, width)
    lines = [_row(heads[0] if heads else [""] * width), _row([_RULES[column.align] for column in columns])]
    lines += [_row([f"**{square}**" if square else "" for square in squares]) for squares in heads[1:]]
    lines += [_row(squares) for squares in _squares(rows, width)]
    return "\n".join(lines)


def _squares(rows: tuple[Row, ...], width: int) -> list[list[str]]:
    found = []
    for row, columns in zip(rows, starts(rows), strict=True):
        squares = [""] * width
        for cell, column in zip(row.cells, columns, strict=True):
            if column < width:
                squares[column] = _square(cell.content)
        found.append(squares)
    return found


def _row(squares: list[str]) -> str:
    return "| " + " | ".join(squares) + " |"


def _figure(figure: Figure) -> str:
    pieces = [_caption(figure.number, figure.caption) if figure.caption else ""]
    match figure.picture:
        case Chart() as chart:
            pieces += [f"_{_line(chart.description)}_" if chart.description else "", _values(chart)]
        case Tree() as tree:
            pieces += [f"_{_line(tree.description)}_" if tree.description else "", "\n".join(_boxes(tree.root, 0))]
        case Image() as image:
            pieces.append(f"_{_line(image.description)}_" if image.description else "")
    pieces.append(_inlines(figure.source))
    return "\n\n".join(piece for piece in pieces if piece)


def _values(chart: Chart) -> str:
    head = _row([_line(f"({chart.unit})") if chart.unit else "", *(_line(series.name) for series in chart.series)])
    rule = _row(["---", *("--:" for _ in chart.series)])
    rows = [
        _row([_line(name), *(_value(series, index) for series in chart.series)])
        for index, name in enumerate(chart.categories)
    ]
    reference = f"\n\nGaris acuan: {_line(chart.reference.label)}" if chart.reference else ""
    return "\n".join((head, rule, *rows)) + reference


def _value(series: Series, index: int) -> str:
    text = _line(series.labels[index]) if index < len(series.labels) else ""
    is_gap = index >= len(series.values) or series.values[index] is None
    return f"_{text}_" if text and is_gap else text


def _boxes(box: Box, depth: int) -> list[str]:
    return [
        f"{'  ' * depth}- {_opening(_line(box.text))}",
        *(line for child in box.children for line in _boxes(child, depth + 1)),
    ]


def _signature(signature: Signature) -> str:
    return "  \n".join(
        _opening(_square(content)) for content in (*signature.above, signature.name, *signature.below) if plain(content)
    )


def _caption(number: str, caption: str) -> str:
    return f"**{_line(f'{number}. {caption}' if number else caption)}**"


def _inlines(content: Content) -> str:
    # The start of a line is judged on the whole, for a run may begin in the middle of one.
    return _opening("".join(map(_inline, content)))


def _square(content: Content) -> str:
    """Content in a square of a table: nothing begins a block there."""
    return "".join(map(_inline, content)).replace("  \n", "<br>").replace("\n", "<br>").strip()


def _inline(inline: Inline) -> str:
    text = _escaped(inline.text).replace("\n", "  \n")
    match inline:
        case Reference():
            return text
        case Text():
            bare = text.strip()
            if not bare:
                return text
            marks = ("**" if inline.bold else "") + ("_" if inline.italic or inline.gap else "")
            # Emphasis must touch its words: the spaces at the ends stay outside.
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            return f"{before}{marks}{bare}{marks[::-1]}{after}"


def _line(text: str) -> str:
    """Escaped text on one line, for headings, squares and behind other text."""
    return _CLOSING.sub(lambda found: "\\#" * len(found[0]), _escaped(" ".join(printable(text).split())))


def _escaped(text: str) -> str:
    text = _MARKUP.sub(r"\\\1", printable(text))
    return _ADDRESS.sub(lambda found: "".join(part for part in found.groups() if part)[:-1] + "\\" + found[0][-1], text)


def _opening(text: str) -> str:
    """The text with nothing at the start of a line that would make it a heading, a list, a table or a rule."""
    # Four spaces would make code of it; in a number it is the point that must be escaped.
    return _OPENING.sub(
        lambda found: f"{found[1]}\\" if found[1].isdecimal() else f"\\{found[1]}", _INDENT.sub("", text)
    )
