"""Word comments at the places of findings. The text stays as it is; so does every part that holds no comment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from saksama.audit.marking.locating import located
from saksama.audit.marking.marks import AUTHOR, Mark, signature
from saksama.audit.marking.office_parts import RELATIONS, OfficeParts, open_parts
from saksama.audit.marking.word_text import Piece, WordParagraph, WordRun, WordText
from saksama.audit.marking.xml_edit import Edit, appended, edited, outline, xml_text
from saksama.documents.readers.word.package import MAXIMUM_NESTING, document_words, main_part

_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PRESERVE = ' xml:space="preserve"'


@dataclass(slots=True)
class _Cuts:
    """What is put into the text: at places between characters of a piece, or at a byte."""

    pieces: dict[int, Piece] = field(default_factory=dict)
    inside: dict[int, dict[int, list[str]]] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)

    def put(self, piece: Piece, offset: int, markup: str) -> None:
        """Put markup before the character at `offset` of the piece."""
        self.pieces[id(piece)] = piece
        self.inside.setdefault(id(piece), {}).setdefault(offset, []).append(markup)


def mark_word(path: Path, content: bytes, marks: Sequence[Mark]) -> bytes:
    """The document with a comment for each mark that it does not have yet; itself where it has them all."""
    parts = open_parts(path, content, document_words(), nesting=MAXIMUM_NESTING)
    main = main_part(parts.package)
    listed = parts.relation(main, "comments")
    present = parts.read(listed).decode("utf-8", "replace") if listed else ""
    missing = [mark for mark in marks if signature(mark) + "]" not in present]
    if not missing:
        return content
    body = parts.read(main)
    text = WordText(body)
    first = _first_identifier(parts, listed)
    cuts = _Cuts()
    for number, mark in enumerate(missing, first):
        _anchor(text, mark, number, cuts)
    parts.changed[main] = edited(body, [*cuts.edits, *_splits(body, cuts)])
    _add_comments(parts, main, listed, text, list(enumerate(missing, first)))
    return parts.written()


def _first_identifier(parts: OfficeParts, listed: str) -> int:
    if not listed:
        return 0
    known = [
        int(value)
        for element, attributes in outline(parts.read(listed), with_attributes=True).attributes
        for name, value in attributes.items()
        if element == "comment" and name.rpartition(":")[2] == "id" and value.isdecimal()
    ]
    return max(known, default=-1) + 1


def _anchor(text: WordText, mark: Mark, number: int, cuts: _Cuts) -> None:
    w = f"{text.prefix}:" if text.prefix else ""
    begin = f'<{w}commentRangeStart {w}id="{number}"/>'
    end = f'<{w}commentRangeEnd {w}id="{number}"/><{w}r><{w}commentReference {w}id="{number}"/></{w}r>'
    paragraph, span = _found(text, mark)
    if span is not None:
        letters = [letter for letter in paragraph.letters[span[0] : span[1]] if letter[0] is not None]
        if letters:
            (first, start), (last, stop) = letters[0], letters[-1]
            assert first is not None
            assert last is not None
            # LibreOffice shows a comment that begins inside a field as the field's text.
            around, until = (piece.field.span() if piece.field else None for piece in (first, last))
            if around is None:
                cuts.put(first, start, begin)
            else:
                cuts.edits.append((around[0], around[0], begin.encode()))
            if until is None:
                cuts.put(last, stop + 1, end)
            else:
                cuts.edits.append((until[1], until[1], end.encode()))
            return
    while paragraph.outer is not None:
        paragraph = paragraph.outer
    cuts.edits.append((paragraph.content, paragraph.content, begin.encode()))
    cuts.edits.append((paragraph.end, paragraph.end, end.encode()))


def _found(text: WordText, mark: Mark) -> tuple[WordParagraph, tuple[int, int] | None]:
    """The paragraph of a mark and the characters in it. Word takes no comment inside a text box."""
    place = mark.spot.place if mark.spot else None
    for paragraph in _candidates(text, place.path if place else ""):
        near = place.start if place and place.path == paragraph.path else None
        span = located("".join(paragraph.text), mark.target, near)
        if span is not None:
            return paragraph, span if paragraph.outer is None else None
    usable = [item for item in _candidates(text, place.path if place else "") if not item.is_empty_tag]
    usable = usable or [item for item in text.paragraphs if not item.is_empty_tag] or text.paragraphs[:1]
    written = next((item for item in usable if "".join(item.text).strip()), usable[0])
    return written, (0, len(written.letters)) if written.outer is None and written.letters else None


def _candidates(text: WordText, path: str) -> Iterator[WordParagraph]:
    """The paragraph at the path, or those inside the cell or table at the path."""
    if path:
        yield from (item for item in text.paragraphs if item.path == path)
        yield from (item for item in text.paragraphs if item.path.startswith(path + "/"))


def _splits(body: bytes, cuts: _Cuts) -> Iterator[Edit]:
    for key, piece in cuts.pieces.items():
        yield from _split(body, piece, cuts.inside[key])


def _split(body: bytes, piece: Piece, inside: dict[int, list[str]]) -> Iterator[Edit]:
    """The edits that put markup between the characters of a piece, and its run in two where need be."""
    run = piece.run
    is_last = run.last == piece.end
    # What ends here comes before what begins here.
    marked = {offset: "".join(sorted(markup, key=_begins)) for offset, markup in sorted(inside.items())}
    if piece.is_first and 0 in marked:
        yield run.start, run.start, marked.pop(0).encode()
    if is_last and len(piece.text) in marked:
        yield run.end, run.end, marked.pop(len(piece.text)).encode()
    if marked:
        between = f"</{run.name}>", f"<{run.name}>{_properties(body, run)}"
        pieces: list[str] = []
        done = 0
        for offset, markup in [*marked.items(), (len(piece.text), "")]:
            if offset > done:
                written = escape(piece.text[done:offset])
                pieces.append(f"<{piece.name}{_PRESERVE}>{written}</{piece.name}>")
            if markup:
                pieces += [between[0], markup, between[1]]
            done = offset
        yield piece.start, piece.end, "".join(pieces).encode()


def _begins(markup: str) -> bool:
    return "commentRangeStart" in markup


def _properties(body: bytes, run: WordRun) -> str:
    return body[run.properties[0] : run.properties[1]].decode() if run.properties else ""


def _add_comments(
    parts: OfficeParts, main: str, listed: str, text: WordText, marks: Sequence[tuple[int, Mark]]
) -> None:
    relations = _STRICT if "purl.oclc.org" in text.space else RELATIONS
    if not listed:
        listed = parts.free_name("word/comments{}.xml") if parts.has("word/comments.xml") else "word/comments.xml"
        parts.changed[listed] = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:comments xmlns:w="{xml_text(text.space)}"></w:comments>'
        ).encode()
        parts.declare(listed, _CONTENT_TYPE)
        parts.relate(main, "comments", listed, relations=relations)
    content = parts.read(listed)
    shape = outline(content)
    w = f"{shape.prefix}:" if shape.prefix else ""
    parts.changed[listed] = appended(content, shape, "".join(_comment(mark, number, w) for number, mark in marks))


def _comment(mark: Mark, number: int, w: str) -> str:
    lines = [*mark.lines, f"[{signature(mark)}]"]
    paragraphs = [_paragraph(mark.title, w, is_bold=True), *(_paragraph(line, w) for line in lines)]
    return (
        f'<{w}comment {w}id="{number}" {w}author="{AUTHOR}" {w}initials="S{xml_text(mark.number)}">'
        f"{''.join(paragraphs)}</{w}comment>"
    )


def _paragraph(text: str, w: str, *, is_bold: bool = False) -> str:
    properties = f"<{w}rPr><{w}b/></{w}rPr>" if is_bold else ""
    return f"<{w}p><{w}r>{properties}<{w}t{_PRESERVE}>{xml_text(text)}</{w}t></{w}r></{w}p>"
