"""What an import says of units, which it leaves alone where they are recorded for the agency."""

from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _
from saksama.web.organisations.units import units_of


def units_left_alone(agency: int, record: PerformanceRecord | None) -> list[dict[str, str]]:
    """A note where units are recorded and the file says other things of them; none otherwise. 1 query."""
    own = units_of(agency)
    if record is None or not own:
        return []
    differing = sorted({one.name for one in set(own) ^ set(record.agency.units)})
    if not differing:
        return []
    told = _("Susunan unit dalam berkas tidak diambil, karena diubah di halaman Unit kerja. Yang berbeda: {names}.")
    return [{"severity": "note", "text": told.format(names="; ".join(differing))}]
