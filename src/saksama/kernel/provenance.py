"""Where a figure stands, and which text a rule rests on."""

from dataclasses import dataclass
from enum import Enum


class Certainty(Enum):
    """How sure we are of what a regulation says."""

    CONFIRMED = "confirmed"
    """The regulation's own text was read."""
    WEAK = "weak"
    """Seen in a fragment, in one application, or in a third party's text."""
    GENERAL = "general"
    """General knowledge, seen in no text: a person must check it."""
    DISPUTED = "disputed"
    """Sources disagree; the note says how."""
    OWN = "own"
    """Our own choice, or the agency's, where no regulation decides."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The text that a formula, scale, cap or rule rests on."""

    regulation: str
    clause: str
    certainty: Certainty
    note: str = ""

    def __str__(self) -> str:
        return f"{self.regulation}, {self.clause}" if self.clause else self.regulation


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. Only what the format has is set; page, row, column and line count from 1.

    `sheet` and `cell` are a workbook's ("Realisasi", "F7"). `box` is left, bottom, right, top in points from the
    lower left corner of the page. `path` leads to the paragraph or cell in the file's own structure, in the words of
    the format's reader, and `start` is how many characters of it come before the run.
    """

    file: str = ""
    sheet: str = ""
    cell: str = ""
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    table: str = ""
    row: int | None = None
    column: int | None = None
    line: int | None = None
    path: str = ""
    start: int | None = None

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        parts: list[str] = [self.file] if self.file else []
        named = (("hal.", self.page), ("baris", self.row or self.line), ("kolom", self.column))
        parts += [f"{name} {number}" for name, number in named if number is not None]
        return ", ".join(parts) or self.path
