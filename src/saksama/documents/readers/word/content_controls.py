"""What people have written into the tagged content controls of a Word document."""

from dataclasses import dataclass
from pathlib import Path

from saksama.documents.readers.word.names import attribute, short
from saksama.documents.readers.word.package import main_part, open_document

_NO_TEXT = {"w:tbl", "w:drawing", "w:pict", "w:object", "w:footnoteReference", "w:endnoteReference", "w:sym", "m:oMath"}


@dataclass(slots=True)
class Control:
    """A text control: its tag, "" where a program dropped it, and what stands in it, "" for a placeholder.

    Paragraphs and cells in it are lines. `has_others`: there is also what is no text, such as a picture or a table.
    """

    tag: str = ""
    text: str = ""
    is_placeholder: bool = False
    is_text: bool = False
    has_others: bool = False


def written_controls(path: Path) -> tuple[Control, ...]:
    """The text or tagged controls of a document in its order, as a person sees them: what was removed is left out.

    A control within another is one for itself, and its text belongs to both.

    Raises `UnreadableFileError`.
    """
    package = open_document(path)
    reading = _Reading()
    package.parse(main_part(package), reading.start, reading.end, reading.characters)
    found = [control for control in reading.closed if control.is_text or control.tag]
    for control in found:
        if control.is_placeholder:
            control.text = ""
    return tuple(found)


class _Reading:
    """The state while the XML of the text runs by."""

    def __init__(self) -> None:
        self.closed: list[Control] = []
        self._open: list[Control] = []
        self._removed = 0
        self._in_text = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        match short(element):
            case "w:sdt":
                self._open.append(Control())
            case "w:tag" if self._open:
                self._open[-1].tag = attribute(attributes, "w:val") or ""
            case "w:text" if self._open:
                self._open[-1].is_text = True
            case "w:showingPlcHdr" if self._open:
                self._open[-1].is_placeholder = attribute(attributes, "w:val") not in {"0", "false"}
            case "w:del" | "w:moveFrom":
                self._removed += 1
            case "w:t":
                self._in_text = True
            case "w:br" | "w:cr" | "w:p":
                self._add("\n")
            case "w:tab":
                self._add(" ")
            case "w:noBreakHyphen":
                self._add("-")
            case name if name in _NO_TEXT and not self._removed:
                for control in self._open:
                    control.has_others = True

    def end(self, element: str) -> None:
        match short(element):
            case "w:sdt" if self._open:
                self.closed.append(self._open.pop())
            case "w:del" | "w:moveFrom":
                self._removed -= 1
            case "w:t":
                self._in_text = False

    def characters(self, piece: str) -> None:
        if self._in_text:
            self._add(piece)

    def _add(self, piece: str) -> None:
        if not self._removed:
            for control in self._open:
                control.text += piece
