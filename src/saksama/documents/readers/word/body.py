"""Run through the text of a Word document as a person sees it: revisions accepted, fields by their results.

A paragraph's path leads to it from the body: "body/p[12]", "body/tbl[3]/tr[4]/tc[2]/p[1]",
"body/p[7]/txbxContent[1]/p[1]". It counts the elements of that name whose nearest container (body, cell, text box) is
the same, in the order of the file, whatever stands in between (content controls, insertions, the choice of an
alternative), and counts removed rows and paragraphs too. The characters of a paragraph are those of its visible runs;
a tab or line break is one; an automatic number is none.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from saksama.documents.document import Unread, UnreadKind
from saksama.documents.readers.office_package import Package
from saksama.documents.readers.word.drawings import Drawings
from saksama.documents.readers.word.fields import Fields
from saksama.documents.readers.word.flow import (
    Container,
    Item,
    OpenCell,
    OpenParagraph,
    OpenRow,
    OpenTable,
)
from saksama.documents.readers.word.lines import close_paragraph
from saksama.documents.readers.word.names import attribute, is_on, short, value, whole
from saksama.documents.readers.word.numbering import Numbering
from saksama.documents.readers.word.styles import Style, Styles
from saksama.documents.readers.word.tables import as_box, build, close_cell
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_TABLE_DEPTH = 8
MAXIMUM_CELLS = 1_000_000

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


@dataclass(slots=True)
class Surroundings:
    """What the text refers to, and what was seen and not read."""

    file: str
    styles: Styles
    numbering: Numbering
    drawings: Drawings
    unread: list[Unread] = field(default_factory=list)
    inserted: int = 0
    removed: int = 0
    tables: int = 0
    cells: int = 0


@dataclass(slots=True)
class _Run:
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    style: Style | None = None


class BodyReading:
    """The state while the XML of the text runs by. `notes` are the ids of the notes that it refers to, in order."""

    def __init__(self, around: Surroundings, root: str, root_element: str) -> None:
        self.containers: list[Container] = []
        self.finished: dict[str, list[Item]] = {}
        self.notes: list[tuple[str, str]] = []
        self._around = around
        self._root, self._root_element = root, root_element
        self._paragraphs: list[OpenParagraph] = []
        self._tables: list[OpenTable] = []
        self._run = _Run()
        self._runs: list[_Run] = []
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
            "w:tr": self._close_row,
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
                self._in_paragraph_properties = True
            case "w:trPr":
                self._in_row_properties = True
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
            case _ if self._tables and self._table_property(name, attributes):
                pass
            case _ if self._runs and self._run_property(name, attributes):
                pass
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
        container = self.containers[-1]
        close_paragraph(paragraph, container, self._around.file, self._around.numbering)
        if paragraph.hidden:
            place = Place(file=self._around.file, path=paragraph.path)
            self._note(UnreadKind.HIDDEN, place, _("{count} karakter tersembunyi").format(count=paragraph.hidden))

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
        self._run = _Run()

    def _close_run(self) -> None:
        self._run = self._runs.pop() if self._runs else _Run()

    def _run_property(self, name: str, attributes: dict[str, str]) -> bool:
        match name:
            case "w:b":
                self._run.bold = is_on(attributes)
            case "w:i":
                self._run.italic = is_on(attributes)
            case "w:vanish":
                self._run.hidden = is_on(attributes)
            case "w:rStyle":
                self._run.style = self._around.styles.run(value(attributes))
            case _:
                return False
        return True

    def _revision(self, name: str) -> None:
        removed = name in _REMOVED
        if removed:
            self._around.removed += 1
        else:
            self._around.inserted += 1
        if self._in_paragraph_properties:
            self._paragraphs[-1].is_removed |= removed
        elif self._in_row_properties:
            self._tables[-1].rows[-1].is_removed |= removed
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
        code = attribute(attributes, "w:char") or ""
        try:
            number = int(code, 16)
        except ValueError:
            return
        if 0xF000 <= number <= 0xF0FF:  # symbol fonts keep their characters in a private area above the same codes
            self._emit(_SYMBOLS.get(number - 0xF000, chr(number)))
        elif 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000:
            self._emit(chr(number))

    def _emit(self, text: str) -> None:
        if not self._paragraphs or self._fields.is_code:
            return
        paragraph, run = self._paragraphs[-1], self._run
        style, ground = run.style or _PLAIN, paragraph.style
        if _decided(run.hidden, style.hidden, ground.hidden):
            paragraph.hidden += len(text)
            return
        paragraph.add(
            text,
            bold=_decided(run.bold, style.bold, ground.bold),
            italic=_decided(run.italic, style.italic, ground.italic),
        )

    # Tables

    def _open_table(self, _attributes: dict[str, str]) -> None:
        container = self.containers[-1] if self.containers else None
        if container is None:
            self._skip = 1
            return
        container.tables += 1
        path = f"{container.path}/tbl[{container.tables}]"
        depth = self._tables[-1].depth + 1 if self._tables else 1
        if depth > MAXIMUM_TABLE_DEPTH or self._around.cells >= MAXIMUM_CELLS:
            self._skip = 1
            self._note(UnreadKind.LIMIT, Place(file=self._around.file, path=path), _limit(depth))
            return
        self._around.tables += 1
        self._tables.append(OpenTable(path, self._around.tables, depth))

    def _close_table(self) -> None:
        table = self._tables.pop()
        container = self.containers[-1]
        container.items += as_box(table) or ([build(table, self._around.file)] if table.rows else [])

    def _open_row(self, _attributes: dict[str, str]) -> None:
        table = self._tables[-1] if self._tables else None
        if table is None or self._around.cells >= MAXIMUM_CELLS:
            self._skip = 1
            if table is not None and self._around.cells == MAXIMUM_CELLS:
                self._around.cells += 1
                self._note(UnreadKind.LIMIT, Place(file=self._around.file, path=table.path), _limit(1))
            return
        table.rows.append(OpenRow())

    def _close_row(self) -> None:
        row = self._tables[-1].rows[-1]
        if row.is_hidden and not row.is_removed:
            place = Place(file=self._around.file, path=f"{self._tables[-1].path}/tr[{len(self._tables[-1].rows)}]")
            self._note(UnreadKind.HIDDEN, place, _("baris tabel tersembunyi"))
        if len(row.cells) > 1:  # what is kept apart for a frame around text is not needed
            for cell in row.cells:
                cell.container.items = []

    def _open_cell(self, _attributes: dict[str, str]) -> None:
        table = self._tables[-1] if self._tables else None
        if table is None or not table.rows:
            self._skip = 1
            return
        row = table.rows[-1]
        self._around.cells += 1
        path = f"{table.path}/tr[{len(table.rows)}]/tc[{len(row.cells) + 1}]"
        number, file = str(table.number), self._around.file
        place = Place(file=file, table=number, row=len(table.rows), column=row.next_column, path=path)
        container = Container(path, cell=place)
        self.containers.append(container)
        row.cells.append(OpenCell(container, row.next_column, place))

    def _close_cell(self) -> None:
        self.containers.pop()
        row = self._tables[-1].rows[-1]
        close_cell(row.cells[-1])
        row.next_column += row.cells[-1].span

    def _table_property(self, name: str, attributes: dict[str, str]) -> bool:
        table = self._tables[-1]
        row = table.rows[-1] if table.rows else None
        cell = row.cells[-1] if row and row.cells else None
        match name:
            case "w:gridCol":
                table.widths.append(float(whole(attribute(attributes, "w:w")) or 0))
            case "w:tblHeader" if row and is_on(attributes):
                row.is_header = True
            case "w:hidden" if row and self._in_row_properties and is_on(attributes):
                row.is_hidden = True
            case "w:gridBefore" if row:
                row.next_column += min(whole(value(attributes)) or 0, 63)
            case "w:gridSpan" if cell:
                cell.span = min(max(whole(value(attributes)) or 1, 1), 63)
            case "w:vMerge" if cell:
                cell.merged = value(attributes) or "continue"
            case "w:hMerge" if cell:
                cell.across = value(attributes) or "continue"
            case _:
                return False
        return True

    # Pictures

    def _draw(self, name: str, attributes: dict[str, str]) -> None:
        paragraph = self._paragraphs[-1]
        place = Place(file=self._around.file, path=paragraph.path)
        drawn = self._around.drawings.element(name, attributes, place)
        if drawn is not None:
            self._around.unread += drawn.unread
            if drawn.figure is not None and len(self._tables) == 0:
                paragraph.after.append(drawn.figure)

    def _note(self, kind: UnreadKind, place: Place, note: str) -> None:
        self._around.unread.append(Unread(kind, place, note))


def _decided(run: bool | None, style: bool | None, ground: bool | None) -> bool:
    if run is not None:
        return run
    return bool(ground if style is None else style)


def _limit(depth: int) -> str:
    if depth > MAXIMUM_TABLE_DEPTH:
        return _("tabel bersarang lebih dari {depth} tingkat").format(depth=MAXIMUM_TABLE_DEPTH)
    return _("lebih dari {count} sel tabel").format(count=MAXIMUM_CELLS)


_PLAIN = Style()
_SYMBOLS = {0xB7: "•", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xA8: "☐", 0xA3: "≤", 0xB3: "≥", 0xD8: "➢", 0xA7: "▪"}
