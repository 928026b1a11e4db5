"""A mutant: a report in which one printed thing was changed, and what an auditor must say about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from random import Random

from saksama.documents.document import Document


class Duty(Enum):
    """What is expected of the auditor."""

    FIND = "find"  # an error or a warning
    MENTION = "mention"  # at least a note
    NOTE = "note"  # a note, and no more
    KEEP_SILENT = "keep silent"  # a note at most


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mutated report.

    A finding meets it when the code of its rule begins with one of `families` and one of its spots, or of its
    consequences' spots, prints one of `marks`, in the table numbered `table` where that is given. `marks` is empty
    where nothing is left to point at, as after a chapter was dropped.
    """

    document: Document
    families: tuple[str, ...]
    marks: tuple[str, ...]
    table: str = ""
    duty: Duty = Duty.FIND
    change: str = ""  # for people: what was changed into what
    changed: int = 0  # so many printed figures, which are then the marks


@dataclass(frozen=True, slots=True)
class Operator:
    """A way to mutate a report; `group` is the family of rules that it tries. Gives nothing where it does not apply."""

    name: str
    group: str
    mutate: Callable[[Document, Random], Mutant | None]


NUMBERS = ("ACH", "ABS", "SUM", "AVG", "CON", "TXT", "CHG", "DIR", "END")
"""Families that judge figures by figures. A figure stands in a sum, a percentage and a repetition: any will do."""
WORDS = ("RAT", "TXT", "DIR", "ACH", "CON", "SCL")
FORM = ("DOC", "EXT", "LAW", "FRM", "NUM", "CAP")
