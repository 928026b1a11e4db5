"""Tabel berisi angka yang kolom-kolomnya tidak dikenali.

Mengapa penting: angka di dalamnya tidak diperiksa.

Contoh: tabel tanpa kepala kolom. Yang dapat diperiksa: kolom yang berjudul target, realisasi, pagu, atau jumlah.

Cara memperbaiki: beri judul pada setiap kolom.
"""

from collections.abc import Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, at_table, enumerated, fault, table_at
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, UnderstoodTable

_LEAST_FIGURES = 6
_UNKNOWN = (None, Measure.OTHER, Measure.RATING)


def check(reading: Reading) -> Iterator[Check]:
    """Count the figures of tables none of whose columns was recognised."""
    lost = [table for table in reading.tables if _figures(table) >= _LEAST_FIGURES and not _is_understood(table)]
    if not lost:
        if reading.tables:
            yield SOUND
        return
    message = _("Kolom tidak dikenali, angkanya tidak diperiksa: {tables}.").format(
        tables=enumerated((table_at(table) for table in lost), most=10)
    )
    yield fault(message, [at_table(table) for table in lost], remedy=_("Beri judul pada setiap kolom."))


def _figures(table: UnderstoodTable) -> int:
    return sum(bool(cell and cell.readings) for row in table.cells for cell in row)


def _is_understood(table: UnderstoodTable) -> bool:
    return any(column.measure not in _UNKNOWN for column in table.columns)


RULE = Rule(
    "EXT004",
    "table-not-understood",
    Severity.NOTE,
    Citation("Saksama", "cara membaca tabel", Certainty.OWN),
    check,
)
