"""Lines of plain text, and the few marks inside them that Markdown knows."""

import re
from dataclasses import dataclass, replace

from saksama.documents.document import Text
from saksama.kernel.provenance import Place

_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<bold>\*\*|__)|(?P<italic>(?<![\w])_(?=\S)|(?<=\S)_(?![\w])|\*(?=\S)|(?<=\S)\*)"
    r"|(?P<link>\[(?P<words>[^\[\]]{1,300})\]\([^()\s]{0,500}\))|(?P<code>`(?P<verbatim>[^`]{1,300})`)"
)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line and its number, from 1."""

    text: str
    number: int


def marked(text: str, ground: Place, start: int) -> list[Text]:
    """The runs of a text with Markdown's marks; `start` is where it begins in its line."""
    found: list[Text] = []
    pieces: list[str] = []
    bold = italic = False
    begun = start
    position = 0

    def close(upto: int) -> None:
        nonlocal begun
        if pieces:
            found.append(Text("".join(pieces), bold, italic, place=replace(ground, start=begun)))
            pieces.clear()
        begun = start + upto

    for mark in _INLINE.finditer(text):
        pieces.append(text[position : mark.start()])
        position = mark.end()
        if mark["escaped"]:
            pieces.append(mark["escaped"])
        elif mark["link"]:
            pieces.append(mark["words"])
        elif mark["code"]:
            pieces.append(mark["verbatim"])
        elif mark["bold"]:
            if bold or text.find(mark["bold"], position) >= 0:
                close(mark.end())
                bold = not bold
            else:
                pieces.append(mark[0])
        elif italic or text.find(mark["italic"], position) >= 0:
            close(mark.end())
            italic = not italic
        else:
            pieces.append(mark[0])
        pieces[:] = [piece for piece in pieces if piece]
    pieces.append(text[position:])
    pieces[:] = [piece for piece in pieces if piece]
    close(len(text))
    return found
