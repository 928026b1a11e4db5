"""Who reports: the agency, its people, its legal basis and its work."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Officeholder:
    """A person in a post (pejabat). `acting` is "Plt.", "Plh." or "Pj." where the post is held for another."""

    name: str
    position: str
    rank: str = ""
    employee_number: str = ""
    acting: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the agency (bidang, bagian, UPT); `parent` is another unit's name, empty for the top."""

    name: str
    parent: str = ""
    tasks: str = ""


@dataclass(frozen=True, slots=True)
class StaffCount:
    """How many staff an agency has in one category of a grouping ("Pendidikan": "S1")."""

    grouping: str
    category: str
    count: int


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture file: "image/png" or "image/jpeg", its bytes, and its size in pixels."""

    media_type: str
    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency (perangkat daerah) and what Bab I says of it.

    `tasks` is its duty (tugas), `functions` its functions (fungsi), `legal_basis` one regulation each, `issues` its
    strategic issues (isu strategis).
    """

    name: str
    government: str
    short_name: str = ""
    address: str = ""
    head: Officeholder | None = None
    logo: Logo | None = None
    tasks: str = ""
    functions: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    staff: tuple[StaffCount, ...] = ()
    issues: tuple[str, ...] = ()
