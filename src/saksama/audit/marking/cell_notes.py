"""The notes of a sheet: those that are there are kept, and written on where their cell gets one more."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.parsers import expat

from saksama.audit.marking.marks import AUTHOR, Mark, signature
from saksama.audit.marking.xml_edit import Edit, UnmarkableError, edited, outline, tag_end, xml_text


@dataclass(frozen=True, slots=True)
class NotedCell:
    """A cell and the marks of its note."""

    cell: str
    marks: tuple[Mark, ...]

    def lines(self) -> int:
        """How many lines its note has, roughly: for the size of its box."""
        return sum(2 + sum(1 + len(line) // 48 for line in mark.lines) for mark in self.marks)


@dataclass(frozen=True, slots=True)
class _Listed:
    """Where things stand in the part: the cells' texts, the ends of both lists, the number of authors."""

    texts: dict[str, int]
    authors: tuple[int, int]
    comments: tuple[int, int]
    names: tuple[str, ...]


def present_notes(content: bytes) -> str:
    """The part as text, in which notes are told again."""
    return content.decode("utf-8", "replace")


def noted_comments(content: bytes, cells: Sequence[NotedCell]) -> tuple[bytes, tuple[NotedCell, ...]]:
    """The part with the notes, and those whose cell had none."""
    shape = outline(content)
    prefix = f"{shape.prefix}:" if shape.prefix else ""
    listed = _listed(content)
    edits: list[Edit] = []
    author = listed.names.index(AUTHOR) if AUTHOR in listed.names else len(listed.names)
    if author == len(listed.names):
        edits.append(_at_end(content, listed.authors, f"<{prefix}author>{AUTHOR}</{prefix}author>", f"{prefix}authors"))
    added = tuple(cell for cell in cells if cell.cell not in listed.texts)
    written = "".join(
        f'<{prefix}comment ref="{xml_text(cell.cell)}" authorId="{author}"><{prefix}text>{_runs(cell, prefix)}'
        f"</{prefix}text></{prefix}comment>"
        for cell in added
    )
    if written:
        edits.append(_at_end(content, listed.comments, written, f"{prefix}commentList"))
    for cell in cells:
        if cell.cell in listed.texts:
            end = listed.texts[cell.cell]
            edits.append((end, end, (_run("\n\n", prefix) + _runs(cell, prefix)).encode()))
    return edited(content, edits), added


def _at_end(content: bytes, element: tuple[int, int], inserted: str, name: str) -> Edit:
    """Put something at the end of an element, which may be an empty tag."""
    closing, end = element
    if content[closing : closing + 2] == b"</":
        return closing, closing, inserted.encode()
    return end - 2, end, f">{inserted}</{name}>".encode()


def _runs(cell: NotedCell, prefix: str) -> str:
    pieces: list[str] = []
    for place, mark in enumerate(cell.marks):
        title = ("\n\n" if place else "") + mark.title + "\n"
        pieces.append(_run(title, prefix, is_bold=True))
        pieces.append(_run("\n".join((*mark.lines, f"[{signature(mark)}]")), prefix))
    return "".join(pieces)


def _run(text: str, prefix: str, *, is_bold: bool = False) -> str:
    bold = f"<{prefix}b/>" if is_bold else ""
    look = f'<{prefix}rPr>{bold}<{prefix}sz val="9"/><{prefix}rFont val="Tahoma"/></{prefix}rPr>'
    return f'<{prefix}r>{look}<{prefix}t xml:space="preserve">{xml_text(text)}</{prefix}t></{prefix}r>'


def _listed(content: bytes) -> _Listed:
    texts: dict[str, int] = {}
    ends: dict[str, tuple[int, int]] = {}
    names: list[str] = []
    reference = ""
    collected: list[str] | None = None
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal reference, collected
        match name.rpartition(":")[2]:
            case "comment":
                reference = attributes.get("ref", "")
            case "author":
                collected = []

    def text(piece: str) -> None:
        if collected is not None:
            collected.append(piece)

    def end(name: str) -> None:
        nonlocal collected
        at = parser.CurrentByteIndex
        match name.rpartition(":")[2]:
            case "text" if content[at : at + 2] == b"</":
                texts[reference] = at
            case "author":
                names.append("".join(collected or ()))
                collected = None
            case "authors" | "commentList" as list_name:
                ends[list_name] = at, tag_end(content, at)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    try:
        parser.Parse(content, True)
        return _Listed(texts, ends["authors"], ends["commentList"], tuple(names))
    except (expat.ExpatError, KeyError) as error:
        raise UnmarkableError(str(error)) from error
