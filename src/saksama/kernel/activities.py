"""What a report tells beside its indicators: recommendations, innovations, awards, assets, pictures, attachments."""

from dataclasses import dataclass, field
from enum import Enum

from saksama.kernel.provenance import Place


class FollowUpState(Enum):
    """How far a recommendation was carried out (working paper KKE6; regulations.md 3.4)."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation of an earlier evaluation (LHE), and what became of it in the reported `year`."""

    year: int
    source: str
    text: str
    follow_up: str = ""
    state: FollowUpState | None = None
    evidence: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Innovation:
    """Something new that the agency did in a year, which problem it solves and what it changed."""

    year: int
    name: str
    description: str = ""
    benefit: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """An award of a year, who gave it, and at which level ("Nasional")."""

    year: int
    name: str
    giver: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """Things of one kind and condition that the agency owned at the end of a year."""

    year: int
    name: str
    quantity: int | None = None
    unit: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a year: "image/png" or "image/jpeg". `subject` is the id that it illustrates, "" for the report."""

    year: int
    caption: str
    media_type: str
    content: bytes
    width: int
    height: int
    subject: str = ""


@dataclass(frozen=True, slots=True)
class BoundAttachment:
    """A PDF that is bound into the report of a year, such as the signed agreement.

    The file of its `place` is named from the folder of the workbook that it lies beside.
    """

    year: int
    title: str
    content: bytes
    place: Place | None = field(default=None, compare=False)
