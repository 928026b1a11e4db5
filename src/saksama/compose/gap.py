"""One missing entry of a document, and who usually knows it."""

from dataclasses import dataclass
from enum import Enum

from saksama.language.messages import _


class Owner(Enum):
    """Who usually knows what is missing (practice.md)."""

    PLANNER = "planner"
    DIVISION = "division"
    FINANCE = "finance"
    PERSONNEL = "personnel"


@dataclass(frozen=True, slots=True)
class Gap:
    """One missing entry: the sheet of the workbook by its name, what it belongs to, what is missing, and who knows it.

    `person` is the responsible person that the record names, in the agency's words, or "".
    """

    sheet: str
    subject: str
    missing: str
    owner: Owner
    person: str = ""


def owner_name(owner: Owner) -> str:
    """The owner in the user's language."""
    return {
        Owner.PLANNER: _("Perencana"),
        Owner.DIVISION: _("Kepala bidang"),
        Owner.FINANCE: _("Keuangan"),
        Owner.PERSONNEL: _("Kepegawaian"),
    }[owner]
