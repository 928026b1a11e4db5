"""What is wrong or uncertain in a file that a user gave: where, what was found, what was expected, what to do."""

from dataclasses import dataclass
from enum import Enum

from saksama.kernel.provenance import Place


class Severity(Enum):
    """How much a problem matters."""

    ERROR = "error"  # nothing certain can be read; the record is not made
    QUESTION = "question"  # two readings are possible; a person must say which
    NOTE = "note"  # read with certainty, but a person should know


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in the user's language: `found`, `expected` and `remedy` are whole phrases without a full stop."""

    severity: Severity
    place: Place
    found: str
    expected: str
    remedy: str
