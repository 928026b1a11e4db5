"""Insertions into an XML file that leave every other byte as it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from saksama.documents.writers.printable import escaped

Edit = tuple[int, int, bytes]
"""From byte, to byte, what stands there instead."""


class UnmarkableError(Exception):
    """A part that cannot be marked; the message is for a person."""


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The content with its edits, which do not overlap; those at the same byte in the order given."""
    pieces: list[bytes] = []
    done = 0
    for start, end, text in sorted(edits, key=lambda edit: (edit[0], edit[1])):
        pieces += [content[done:start], text]
        done = end
    pieces.append(content[done:])
    return b"".join(pieces)


def as_utf8(content: bytes) -> bytes:
    """The part in UTF-8, in which byte positions are counted."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\x00", "utf-16-le")):
        if content.startswith(mark):
            text = content.decode(encoding)
            head, end, rest = text.partition("?>")
            return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + (rest if end else head)).encode()
    return content


@dataclass(slots=True)
class Outline:
    """The root of a part: its qualified name, where its start tag ends and its end tag begins, and its children."""

    name: str = ""
    prefix: str = ""
    opened: int = 0
    closing: int = 0
    is_empty: bool = False
    children: list[tuple[str, int, int]] = field(default_factory=list)  # local name, start and end byte
    attributes: list[tuple[str, dict[str, str]]] = field(default_factory=list)  # of every element, where asked for

    def child(self, name: str) -> tuple[int, int] | None:
        """Where the first child of that name stands."""
        return next(((start, end) for local, start, end in self.children if local == name), None)


def outline(content: bytes, *, with_attributes: bool = False) -> Outline:
    """Find where children of the root can be put. Raises `UnmarkableError`."""
    found = Outline()
    depth = 0
    parser = expat.ParserCreate()
    opened = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, opened
        local = name.rpartition(":")[2]
        if depth == 0:
            found.name, found.prefix = name, name.rpartition(":")[0]
            found.opened = tag_end(content, parser.CurrentByteIndex)
            found.is_empty = content[found.opened - 2 : found.opened] == b"/>"
        elif depth == 1:
            opened = parser.CurrentByteIndex
        if with_attributes:
            found.attributes.append((local, attributes))
        depth += 1

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        at = parser.CurrentByteIndex
        if depth == 0:
            found.closing = at
        elif depth == 1:
            found.children.append((name.rpartition(":")[2], opened, tag_end(content, at)))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise UnmarkableError(str(error)) from error
    return found


def _refuse(*_ignored: object) -> None:
    raise UnmarkableError("DOCTYPE")


def tag_end(content: bytes, start: int) -> int:
    """Where the tag that begins at `start` ends; quotes may hold ">"."""
    nearest = content.find(b">", start)
    if nearest >= 0 and content.count(b'"', start, nearest) % 2 == 0 and content.find(b"'", start, nearest) < 0:
        return nearest + 1
    quote = 0
    for position in range(start, len(content)):
        byte = content[position]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == 0x3E:
            return position + 1
    raise UnmarkableError(">")


def appended(content: bytes, shape: Outline, inserted: str) -> bytes:
    """The part with more children at the end of its root."""
    text = inserted.encode()
    if shape.is_empty:
        closing = f"</{shape.name}>".encode()
        return edited(content, [(shape.opened - 2, shape.opened, b">" + text + closing)])
    return edited(content, [(shape.closing, shape.closing, text)])


def xml_text(text: str) -> str:
    """Text for an element or attribute: no control characters, nothing that XML forbids."""
    return escaped(text.encode("utf-8", "replace").decode())
