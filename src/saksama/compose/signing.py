"""Who signs, where and when, as official documents print it."""

from datetime import date

from saksama.compose.dates import write_date
from saksama.compose.grid import text
from saksama.compose.ledger import gap
from saksama.documents.document import Content, Signature, Text
from saksama.kernel.agency import Officeholder


def held(person: Officeholder) -> str:
    """The post as its holder signs: "Plt. Kepala Dinas Sosial"."""
    return f"{person.acting} {person.position}" if person.acting else person.position


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
    below = [text(person.rank)] if person.rank else []
    if person.employee_number:
        below.append(text(f"NIP {person.employee_number}"))
    return Signature((*lines, text(f"{held(person)},")), (Text(person.name, bold=True),), tuple(below))
