"""What a Word document holds one after another, before it is understood as headings, lists and captions."""

from dataclasses import dataclass, field

from saksama.documents.document import Content, Figure, Table, Text
from saksama.documents.readers.word.numbering import Mark
from saksama.documents.readers.word.styles import Style
from saksama.kernel.provenance import Place


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it was read. `level` is that of a heading by style or outline, else 0."""

    content: Content
    text: str
    place: Place
    style: Style
    mark: Mark | None = None
    level: int = 0
    is_bold: bool = False
    is_centered: bool = False
    is_counted: bool = False  # holds a SEQ field, as captions do
    is_contents: bool = False

    def marked(self) -> Content:
        """The content after its automatic number."""
        if self.mark is None:
            return self.content
        return (Text(f"{self.mark.text}{self.mark.separator}"), *self.content)


Item = Line | Table | Figure


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph that is being read."""

    path: str
    style: Style
    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    carried: Content = ()
    after: list[Item] = field(default_factory=list)
    list_id: str | None = None
    list_level: int | None = None
    level: int | None = None
    centered: bool | None = None
    boxes: int = 0
    hidden: int = 0
    is_removed: bool = False  # its end is deleted: what follows joins it
    is_counted: bool = False
    is_contents: bool = False

    def add(self, text: str, *, bold: bool, italic: bool) -> None:
        """Add visible text."""
        if text:
            self.pieces.append((text, bold, italic))


@dataclass(slots=True)
class Container:
    """What holds paragraphs and tables: the body, a cell, a text box, a note."""

    path: str
    items: list[Item] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    carried: Content = ()
    cell: Place | None = None


@dataclass(slots=True)
class OpenCell:
    """A cell and where it begins on the grid, from 1. `merged` is "restart" or "continue" where it spans rows."""

    container: Container
    column: int
    place: Place
    span: int = 1
    merged: str = ""
    across: str = ""
    content: Content = ()
    tables: tuple[Table, ...] = ()


@dataclass(slots=True)
class OpenRow:
    """A row; `next_column` is where its next cell begins."""

    cells: list[OpenCell] = field(default_factory=list)
    next_column: int = 1
    is_header: bool = False
    is_removed: bool = False
    is_hidden: bool = False


@dataclass(slots=True)
class OpenTable:
    """A table that is being read."""

    path: str
    number: int
    rows: list[OpenRow] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
