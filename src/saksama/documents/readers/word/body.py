"""Run through the text of a Word document as a person sees it: revisions accepted, fields by their results.

A paragraph's path leads to it from the body: "body/p[12]", "body/tbl[3]/tr[4]/tc[2]/p[1]",
"body/p[7]/txbxContent[1]/p[1]". It counts the elements of that name whose nearest container (body, cell, text box) is
the same, in the order of the file, whatever stands in between (content controls, insertions, the choice of an
alternative), and counts removed rows and paragraphs too. The characters of a paragraph are those of its visible runs;
a tab or line break is one; an automatic number is none.
"""

from collections.abc import Callable

from saksama.documents.document import UnreadKind
from saksama.documents.readers.office_package import Package
from saksama.documents.readers.word.fields import Fields
from saksama.documents.readers.word.flow import Container, Item, OpenParagraph
from saksama.documents.readers.word.lines import close_paragraph
from saksama.documents.readers.word.names import attribute, short, value, whole
from saksama.documents.readers.word.open_tables import OpenTables
from saksama.documents.readers.word.runs import PROPERTIES, Run, symbol
from saksama.documents.readers.word.surroundings import Surroundings
from saksama.kernel.provenance import Place
from saksama.language.messages import _

Start = Callable[[dict[str, str]], None]

_REMOVED = ("w:del", "w:moveFrom")
_SKIPPED = frozenset(
    f"w:{name}"
    for name in (
        "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange",
        "tblPrExChange", "numberingChange", "delText", "delInstrText", "sdtPr", "sdtEndPr", "sectPr", "rt",
    )
)  # fmt: skip
_CHARACTERS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t"}
_BREAKS = str.maketrans("\r\n\t", "   ")


class BodyReading:
    """The state while the XML of the text runs by. `notes` are the ids of the notes that it refers to, in order."""

    def __init__(self, around: Surroundings, root: str, root_element: str) -> None:
        self.containers: list[Container] = []
        self.finished: dict[str, list[Item]] = {}
        self.notes: list[tuple[str, str]] = []
        self._around = around
        self._root, self._root_element = root, root_element
        self._paragraphs: list[OpenParagraph] = []
        self._tables = OpenTables(around)
        self._run = Run()
        self._runs: list[Run] = []
        self._fields = Fields()
        self._skip = 0
        self._in_paragraph_properties = self._in_row_properties = False
        self._alternatives: list[bool] = []
        self._collected: list[str] | None = None
        self._is_preserved = False
        self._starts: dict[str, Start] = {
            "w:p": self._open_paragraph,
            "w:r": self._open_run,
            "w:tbl": self._open_table,
            "w:tr": self._open_row,
            "w:tc": self._open_cell,
            "w:txbxContent": self._open_box,
            "w:t": self._open_text,
            "m:t": self._open_text,
            "w:instrText": self._open_text,
            "w:fldChar": self._field_mark,
            "w:fldSimple": self._simple_field,
            "w:sym": self._symbol,
            root_element: self._open_root,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "w:p": self._close_paragraph,
            "w:r": self._close_run,
            "w:tbl": self._close_table,
            "w:tr": self._tables.close_row,
            "w:tc": self._close_cell,
            "w:txbxContent": self._close_box,
            "w:t": self._close_text,
            "m:t": self._close_text,
            "w:instrText": self._close_instruction,
        }

    def read(self, package: Package, part: str) -> None:
        """Read the part to its end."""
        package.parse(part, self._start, self._end, self._text)

    # Elements

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if self._skip:
            self._skip += 1
            return
        name = short(element)
        open_it = self._starts.get(name)
        if open_it is not None:
            open_it(attributes)
        elif name in _SKIPPED:
            self._skip = 1
        else:
            self._start_other(name, attributes)

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "w:pPr":
                self._in_paragraph_properties = bool(self._paragraphs)
            case "w:trPr":
                self._in_row_properties = bool(self._tables)
            case "w:del" | "w:moveFrom" | "w:ins" | "w:moveTo":
                self._revision(name)
            case "mc:AlternateContent":
                self._alternatives.append(False)
            case "mc:Choice" | "mc:Fallback" if self._alternatives:
                if self._alternatives[-1]:
                    self._skip = 1
                self._alternatives[-1] = True
            case "m:den":
                self._emit("/")
            case "w:footnoteReference" | "w:endnoteReference":
                self.notes.append((name[2:-9], attribute(attributes, "w:id") or ""))
            case _ if name in _CHARACTERS:
                if not self._in_paragraph_properties:  # there a tab is a tab stop
                    self._emit(_CHARACTERS[name])
            case _ if self._in_paragraph_properties:
                self._paragraph_property(name, attributes)
            case _ if self._is_of_table(name, attributes):
                pass
            case _ if name in PROPERTIES and self._runs:
                self._run.read_property(name, attributes, self._around.styles)
            case _ if self._paragraphs:
                self._draw(name, attributes)

    def _end(self, element: str) -> None:
        if self._skip:
            self._skip -= 1
            return
        name = short(element)
        close_it = self._ends.get(name)
        if close_it is not None:
            close_it()
        elif name == "w:pPr":
            self._in_paragraph_properties = False
        elif name == "w:trPr":
            self._in_row_properties = False
        elif name == "mc:AlternateContent" and self._alternatives:
            self._alternatives.pop()
        elif name == self._root_element and self.containers:
            closed = self.containers.pop()
            self.finished[closed.path] = closed.items

    def _text(self, text: str) -> None:
        if self._collected is not None and not self._skip:
            self._collected.append(text)

    # Containers

    def _open_root(self, attributes: dict[str, str]) -> None:
        identifier = attribute(attributes, "w:id")
        path = self._root if identifier is None else f"{self._root}[{identifier}]"
        self.containers.append(Container(path))

    def _open_box(self, _attributes: dict[str, str]) -> None:
        if not self._paragraphs:
            self._skip = 1
            return
        around = self._paragraphs[-1]
        around.boxes += 1
        cell = self.containers[-1].cell if self.containers else None
        self.containers.append(Container(f"{around.path}/txbxContent[{around.boxes}]", cell=cell))

    def _close_box(self) -> None:
        box = self.containers.pop()
        self._paragraphs[-1].after += box.items

    # Paragraphs and runs

    def _open_paragraph(self, _attributes: dict[str, str]) -> None:
        if not self.containers:
            self._skip = 1
            return
        container = self.containers[-1]
        container.paragraphs += 1
        paragraph = OpenParagraph(f"{container.path}/p[{container.paragraphs}]", self._around.styles.default)
        paragraph.carried, container.carried = container.carried, ()
        paragraph.is_contents = self._fields.is_contents
        self._paragraphs.append(paragraph)

    def _close_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        self._in_paragraph_properties = False
        container = self.containers[-1]
        close_paragraph(paragraph, container, self._around.file, self._around.numbering)
        if paragraph.hidden:
            note = _("{count} karakter tersembunyi").format(count=paragraph.hidden)
            self._around.note(UnreadKind.HIDDEN, paragraph.path, note)

    def _paragraph_property(self, name: str, attributes: dict[str, str]) -> None:
        paragraph = self._paragraphs[-1]
        match name:
            case "w:pStyle":
                paragraph.style = self._around.styles.paragraph(value(attributes))
            case "w:outlineLvl":
                level = whole(value(attributes))
                paragraph.level = level + 1 if level is not None and level < 9 else 0
            case "w:numId":
                paragraph.list_id = value(attributes)
            case "w:ilvl":
                paragraph.list_level = whole(value(attributes))
            case "w:jc":
                paragraph.centered = value(attributes) == "center"

    def _open_run(self, _attributes: dict[str, str]) -> None:
        self._runs.append(self._run)
        self._run = Run()

    def _close_run(self) -> None:
        self._run = self._runs.pop() if self._runs else Run()

    def _revision(self, name: str) -> None:
        removed = name in _REMOVED
        if removed:
            self._around.removed += 1
        else:
            self._around.inserted += 1
        if self._in_paragraph_properties:
            self._paragraphs[-1].is_removed |= removed
        elif self._in_row_properties:
            if removed:
                self._tables.remove_row()
        elif removed:
            self._skip = 1

    # Text

    def _open_text(self, attributes: dict[str, str]) -> None:
        self._collected = []
        self._is_preserved = attributes.get("http://www.w3.org/XML/1998/namespace space") == "preserve"

    def _close_text(self) -> None:
        text = "".join(self._collected or ()).translate(_BREAKS)
        self._collected = None
        self._emit(text if self._is_preserved else text.strip(" "))

    def _close_instruction(self) -> None:
        self._fields.instruct("".join(self._collected or ()))
        self._collected = None

    def _field_mark(self, attributes: dict[str, str]) -> None:
        self._fields.mark(attribute(attributes, "w:fldCharType") or "")
        if self._paragraphs:
            self._paragraphs[-1].is_counted |= self._fields.is_counting
            self._paragraphs[-1].is_contents |= self._fields.is_contents

    def _simple_field(self, attributes: dict[str, str]) -> None:
        if self._paragraphs and (attribute(attributes, "w:instr") or "").split()[:1] == ["SEQ"]:
            self._paragraphs[-1].is_counted = True

    def _symbol(self, attributes: dict[str, str]) -> None:
        self._emit(symbol(attribute(attributes, "w:char") or ""))

    def _emit(self, text: str) -> None:
        if not self._paragraphs or self._fields.is_code:
            return
        paragraph, run = self._paragraphs[-1], self._run
        ground = paragraph.style
        if run.is_hidden(ground):
            paragraph.hidden += len(text)
        else:
            paragraph.add(text, bold=run.is_bold(ground), italic=run.is_italic(ground))

    # Tables

    def _is_of_table(self, name: str, attributes: dict[str, str]) -> bool:
        return bool(self._tables) and self._tables.read_property(name, attributes, of_row=self._in_row_properties)

    def _open_table(self, _attributes: dict[str, str]) -> None:
        if not self.containers or not self._tables.open_table(self.containers[-1]):
            self._skip = 1

    def _close_table(self) -> None:
        self._in_row_properties = False
        self._tables.close_table(self.containers[-1])

    def _open_row(self, _attributes: dict[str, str]) -> None:
        if not self._tables.open_row():
            self._skip = 1

    def _open_cell(self, _attributes: dict[str, str]) -> None:
        container = self._tables.open_cell()
        if container is None:
            self._skip = 1
        else:
            self.containers.append(container)

    def _close_cell(self) -> None:
        self.containers.pop()
        self._tables.close_cell()

    # Pictures

    def _draw(self, name: str, attributes: dict[str, str]) -> None:
        paragraph = self._paragraphs[-1]
        place = Place(file=self._around.file, path=paragraph.path)
        drawn = self._around.drawings.element(name, attributes, place)
        if drawn is not None:
            self._around.unread += drawn.unread
            if drawn.figure is not None and not self._tables:
                paragraph.after.append(drawn.figure)
