"""What is wrong or uncertain in a file that a user gave: where, what was found, what was expected, what to do."""

from dataclasses import dataclass, field
from enum import Enum

from saksama.kernel.provenance import Place
from saksama.language.messages import _


class Severity(Enum):
    """How much a problem matters."""

    ERROR = "error"  # nothing certain can be read; the record is not made
    QUESTION = "question"  # two readings are possible; a person must say which
    NOTE = "note"  # read with certainty, but a person should know


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in the user's language: `found`, `expected` and `remedy` are whole phrases without a full stop.

    `expected` and `remedy` may be empty in a note.
    """

    severity: Severity
    place: Place
    found: str
    expected: str
    remedy: str


def describe(problem: Problem) -> str:
    """The problem in one line: "Realisasi!F7: ditemukan …; seharusnya …. Ubah …."."""
    place = str(problem.place)
    found = _("{place}: ditemukan {found}") if place else _("Ditemukan {found}")
    said = [found.format(place=place, found=problem.found)]
    if problem.expected:
        said.append(_("seharusnya {expected}").format(expected=problem.expected))
    sentence = "; ".join(said) + "."
    return f"{sentence} {problem.remedy}." if problem.remedy else sentence


@dataclass(slots=True)
class Problems:
    """Problems as they are found; a reader adds and carries on."""

    found: list[Problem] = field(default_factory=list)

    def error(self, place: Place, found: str, expected: str, remedy: str) -> None:
        """Add what keeps the record from being made."""
        self.found.append(Problem(Severity.ERROR, place, found, expected, remedy))

    def question(self, place: Place, found: str, expected: str, remedy: str) -> None:
        """Add what a person must decide; until then the value is not read."""
        self.found.append(Problem(Severity.QUESTION, place, found, expected, remedy))

    def note(self, place: Place, found: str, expected: str = "", remedy: str = "") -> None:
        """Add what a person should know."""
        self.found.append(Problem(Severity.NOTE, place, found, expected, remedy))
