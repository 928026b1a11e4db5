"""What the text of a Word document refers to, and what was met on the way."""

from dataclasses import dataclass, field

from saksama.documents.document import Unread, UnreadKind
from saksama.documents.readers.word.drawings import Drawings
from saksama.documents.readers.word.numbering import Numbering
from saksama.documents.readers.word.styles import Styles
from saksama.kernel.provenance import Place


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

    def note(self, kind: UnreadKind, path: str, note: str) -> None:
        """Say that something was seen and not read."""
        self.unread.append(Unread(kind, Place(file=self.file, path=path), note))
