"""The paragraphs of a Word file with the bytes that their characters stand in, under the paths of the reader."""

from dataclasses import dataclass
from dataclasses import field as made
from xml.parsers import expat

from saksama.audit.marking.xml_edit import UnmarkableError, tag_end
from saksama.documents.readers.word.fields import Fields
from saksama.documents.readers.word.names import attribute, is_on, short

_SKIPPED = frozenset(
    f"w:{name}"
    for name in (
        "del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange",
        "tblGridChange", "tblPrExChange", "numberingChange", "delText", "delInstrText", "sdtPr", "sdtEndPr", "sectPr",
        "rt",
    )
)  # fmt: skip
_CHARACTERS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t", "w:sym": "·"}
_BREAKS = str.maketrans("\r\n\t", "   ")


@dataclass(slots=True)
class WordRun:
    """A run: its bytes, and its properties to repeat where it is split. `last` is where its last content ends."""

    start: int
    name: str
    end: int = 0
    properties: tuple[int, int] | None = None
    last: int = 0


@dataclass(slots=True)
class WordField:
    """A field from the byte where it begins to that where it ends, 0 where its end was not seen."""

    paragraph: "WordParagraph | None"
    start: int
    end: int = 0
    last: WordRun | None = None

    def span(self) -> tuple[int, int] | None:
        """Its bytes, where it ends in the paragraph that it begins in."""
        end = self.last.end if self.last else self.end
        return (self.start, end) if end else None


@dataclass(slots=True)
class Piece:
    """A text element of a run. `text` is what of it is seen, as it is written.

    `field` is the outermost field that it is the result of.
    """

    run: WordRun
    field: WordField | None
    start: int
    name: str
    is_first: bool
    end: int = 0
    text: str = ""


@dataclass(slots=True)
class WordParagraph:
    """A paragraph. `letters` has for each visible character its piece and its place in it, or `None` twice.

    `outer` is the paragraph around the text box that this one stands in.
    """

    path: str
    content: int
    outer: "WordParagraph | None" = None
    end: int = 0
    is_empty_tag: bool = False
    text: list[str] = made(default_factory=list)
    letters: list[tuple[Piece | None, int]] = made(default_factory=list)

    def add(self, text: str, piece: Piece | None) -> None:
        """Add visible characters."""
        self.text.append(text)
        self.letters += [(piece, offset) for offset in range(len(text))]


@dataclass(slots=True)
class _Container:
    path: str
    paragraphs: int = 0
    tables: int = 0


@dataclass(slots=True)
class _Table:
    path: str
    rows: int = 0
    cells: int = 0


class WordText:
    """The paragraphs of the main part, in order; `space` is the namespace and `prefix` the prefix of its elements."""

    def __init__(self, content: bytes) -> None:
        self.paragraphs: list[WordParagraph] = []
        self.space = ""
        self.prefix = "w"
        self._content = content
        self._containers: list[_Container] = []
        self._tables: list[_Table] = []
        self._open: list[WordParagraph] = []
        self._boxes: list[int] = []
        self._runs: list[WordRun] = []
        self._piece: Piece | None = None
        self._collected: list[str] | None = None
        self._is_preserved = False
        self._is_hidden = False
        self._in_properties = 0
        self._alternatives: list[bool] = []
        self._skip = 0
        self._fields = Fields()
        self._open_fields: list[WordField] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.namespace_prefixes = True
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = _refuse
        try:
            self._parser.Parse(content, True)
        except (expat.ExpatError, LookupError, UnicodeError) as error:
            raise UnmarkableError(str(error)) from error
        if not self.paragraphs:
            raise UnmarkableError("w:p")

    @property
    def _at(self) -> int:
        return self._parser.CurrentByteIndex

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if self._skip:
            self._skip += 1
            return
        space, local, prefix = _parts(element)
        name = short(f"{space} {local}" if space else local)
        if name in _SKIPPED:
            self._skip = 1
            return
        qualified = f"{prefix}:{local}" if prefix else local
        plain = {_without_prefix(key): value for key, value in attributes.items()}
        match name:
            case "w:body":
                self.space, self.prefix = space, prefix
                self._containers.append(_Container("body"))
            case "w:p" if self._containers:
                self._open_paragraph()
            case "w:tbl" if self._containers:
                around = self._containers[-1]
                around.tables += 1
                self._tables.append(_Table(f"{around.path}/tbl[{around.tables}]"))
            case "w:tr" | "w:tc" | "w:txbxContent":
                self._open_part(name)
            case "w:r" if self._open:
                self._runs.append(WordRun(self._at, qualified))
                self._is_hidden = False
            case "w:pPr" | "w:rPr" | "w:tblPr" | "w:trPr" | "w:tcPr":
                self._in_properties += 1
                if name == "w:rPr" and self._runs and self._in_properties == 1:
                    self._runs[-1].properties = (self._at, 0)
            case "w:vanish" if self._in_properties and self._runs:
                self._is_hidden = is_on(plain)
            case "w:t" | "m:t" | "w:instrText":
                self._open_text(name, qualified, plain)
            case "w:fldChar" | "w:fldSimple":
                self._field_mark(name, attribute(plain, "w:fldCharType") or "")
            case "mc:AlternateContent":
                self._alternatives.append(False)
            case "mc:Choice" | "mc:Fallback" if self._alternatives:
                if self._alternatives[-1]:
                    self._skip = 1
                self._alternatives[-1] = True
            case "m:den":
                self._emit("/", None)
            case _ if name in _CHARACTERS and not self._in_properties:
                self._emit(_CHARACTERS[name], None)

    def _open_part(self, name: str) -> None:
        if name == "w:txbxContent" and self._open:
            self._boxes[-1] += 1
            self._containers.append(_Container(f"{self._open[-1].path}/txbxContent[{self._boxes[-1]}]"))
        elif name == "w:tr" and self._tables:
            self._tables[-1].rows += 1
            self._tables[-1].cells = 0
        elif name == "w:tc" and self._tables:
            table = self._tables[-1]
            table.cells += 1
            self._containers.append(_Container(f"{table.path}/tr[{table.rows}]/tc[{table.cells}]"))

    def _end(self, element: str) -> None:
        if self._skip:
            self._skip -= 1
            return
        space, local, _prefix = _parts(element)
        name = short(f"{space} {local}" if space else local)
        match name:
            case "w:body" | "w:tc" | "w:txbxContent" if self._containers:
                self._containers.pop()
            case "w:p" if self._open:
                self._close_paragraph()
            case "w:tbl" if self._tables:
                self._tables.pop()
            case "w:r" if self._runs:
                self._runs.pop().end = tag_end(self._content, self._at)
            case "w:pPr" | "w:rPr" | "w:tblPr" | "w:trPr" | "w:tcPr":
                self._close_properties(name)
            case "w:t" | "m:t" | "w:instrText" if self._collected is not None:
                self._close_text(name)
            case "w:fldSimple" if self._open_fields:
                simple = self._open_fields.pop()
                simple.end = tag_end(self._content, self._at)
            case "mc:AlternateContent" if self._alternatives:
                self._alternatives.pop()
        if self._runs and not self._in_properties and name not in ("w:r", "w:rPr"):
            self._runs[-1].last = tag_end(self._content, self._at)

    def _text(self, text: str) -> None:
        if self._collected is not None and not self._skip:
            self._collected.append(text)

    def _open_paragraph(self) -> None:
        container = self._containers[-1]
        container.paragraphs += 1
        end = tag_end(self._content, self._at)
        outer = self._open[-1] if self._open else None
        paragraph = WordParagraph(f"{container.path}/p[{container.paragraphs}]", end, outer)
        paragraph.is_empty_tag = self._content[end - 2 : end] == b"/>"
        self._open.append(paragraph)
        self._boxes.append(0)
        self.paragraphs.append(paragraph)

    def _close_paragraph(self) -> None:
        self._open.pop().end = self._at
        self._boxes.pop()

    def _field_mark(self, name: str, kind: str) -> None:
        paragraph = self._open[-1] if self._open else None
        if name == "w:fldSimple":
            self._open_fields.append(WordField(paragraph, self._at))
            return
        self._fields.mark(kind)
        if kind == "begin":
            self._open_fields.append(WordField(paragraph, self._runs[-1].start if self._runs else self._at))
        elif kind == "end" and self._open_fields:
            ended = self._open_fields.pop()
            if ended.paragraph is paragraph and self._runs:
                ended.last = self._runs[-1]

    def _close_properties(self, name: str) -> None:
        self._in_properties -= 1
        end = tag_end(self._content, self._at)
        if name == "w:pPr" and self._open:
            self._open[-1].content = end
        elif name == "w:rPr" and self._runs and not self._in_properties:
            begun = self._runs[-1].properties
            self._runs[-1].properties = (begun[0] if begun else end, end)

    def _open_text(self, name: str, qualified: str, attributes: dict[str, str]) -> None:
        self._collected = []
        self._is_preserved = attributes.get("http://www.w3.org/XML/1998/namespace space") == "preserve"
        self._piece = None
        if name == "w:t" and self._runs:
            run = self._runs[-1]
            field = self._open_fields[0] if self._open_fields else None
            self._piece = Piece(run, field, self._at, qualified, is_first=not run.last)

    def _close_text(self, name: str) -> None:
        text = "".join(self._collected or ())
        self._collected = None
        if name == "w:instrText":
            self._fields.instruct(text)
            return
        seen = text if self._is_preserved else text.strip(" ")
        if self._piece is not None:
            self._piece.end = tag_end(self._content, self._at)
            self._piece.text = seen
        self._emit(seen.translate(_BREAKS), self._piece)

    def _emit(self, text: str, piece: Piece | None) -> None:
        if self._open and not self._fields.is_code and not self._is_hidden:
            self._open[-1].add(text, piece)


def _parts(element: str) -> tuple[str, str, str]:
    space, _, rest = element.partition(" ")
    if not rest:
        return "", space, ""
    local, _, prefix = rest.partition(" ")
    return space, local, prefix


def _without_prefix(key: str) -> str:
    return " ".join(key.split(" ")[:2])


def _refuse(*_ignored: object) -> None:
    raise UnmarkableError("DOCTYPE")
