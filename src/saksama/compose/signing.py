"""Who signs, where and when, as official documents print it."""

import re
from dataclasses import replace
from datetime import date

from saksama.compose.grid import text
from saksama.compose.ledger import gap
from saksama.documents.document import Content, Signature, Signatures, Text
from saksama.kernel.agency import Officeholder
from saksama.kernel.dates import write_date


def held(person: Officeholder) -> str:
    """The post as its holder signs: "Plt. Kepala Dinas Sosial"."""
    return f"{person.acting} {person.position}" if person.acting else person.position


# Official letters of a governor, regent or mayor carry neither rank nor NIP (practice.md).
_HEAD_OF_REGION = re.compile(
    r"((Pj\.|Penjabat|Plt\.|Plh\.)\s+)?(Wakil\s+)?(Gubernur|Bupati|Wali\s?Kota)\b", re.IGNORECASE
)


def is_head_of_region(person: Officeholder) -> bool:
    """Whether the post is that of a governor, regent or mayor, or of a deputy."""
    return bool(_HEAD_OF_REGION.match(person.position.strip()))


def signature(
    person: Officeholder | None, *, place: str = "", signed_on: date | None = None, above: str = "", dated: bool = True
) -> Signature:
    """A signature block; what is not known is a visible gap. `above` is a line such as "Pihak Pertama,"."""
    lines: list[Content] = []
    if dated:
        where, when = Text(place) if place else gap("tempat belum diisi"), gap("tanggal belum diisi")
        lines.append(text(where, ", ", Text(write_date(signed_on)) if signed_on else when))
    if above:
        lines.append(text(above))
    if person is None:
        return Signature((*lines, (gap("jabatan belum diisi"),)), (gap("nama belum diisi"),))
    is_officer = not is_head_of_region(person)
    below = [text(person.rank)] if person.rank and is_officer else []
    if person.employee_number and is_officer:
        below.append(text(f"NIP {person.employee_number}"))
    return Signature((*lines, text(f"{held(person)},")), (Text(person.name, bold=True),), tuple(below))


def side_by_side(left: Signature, right: Signature) -> Signatures:
    """Two signers whose posts stand on one line: blank lines above the one with fewer."""
    missing = len(right.above) - len(left.above)
    blank = text("")
    return Signatures(
        right=replace(right, above=(*(blank,) * -missing, *right.above)),
        left=replace(left, above=(*(blank,) * missing, *left.above)),
    )
