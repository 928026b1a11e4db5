"""Dalam satu tabel koma dan titik sama-sama dipakai sebagai tanda desimal.

Mengapa penting: "82.050" dapat terbaca delapan puluh dua ribu, dan angka yang sama terlihat berbeda.

Contoh: "67.5%" di samping "72,5%". Yang benar menurut kaidah: "67,5%" dan "72,5%".
Tabel yang seluruhnya memakai titik tidak dilaporkan; yang dicatat hanya campuran dalam satu tabel.

Cara memperbaiki: pakai koma desimal di seluruh laporan.
"""

import re
from collections.abc import Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, table_at
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Reading, UnderstoodTable

# One mark followed by one, two or four and more digits cannot part thousands; after a three-digit group it can.
_POINT = re.compile(r"(?<![\d.,])\d{1,4}\.(?:\d{1,2}|\d{4,})(?![\d.,])|\d,\d{3}\.\d{1,2}(?!\d)")
_COMMA = re.compile(r"(?<![\d.,])\d{1,4},(?:\d{1,2}|\d{4,})(?![\d.,])|\d\.\d{3},\d{1,2}(?!\d)")


def check(reading: Reading) -> Iterator[Check]:
    """Look at the figures of every table."""
    mixed: list[tuple[UnderstoodTable, Figured, Figured]] = []
    looked = False
    for table in reading.tables:
        points, commas = _marks(table)
        looked = looked or bool(points or commas)
        if points and commas:
            fewer = min((points, commas), key=len)
            mixed.append((table, fewer[0], (commas if fewer is points else points)[0]))
    if mixed:
        message = _("Koma dan titik desimal bercampur dalam {tables}, misalnya {one} dan {other}.").format(
            tables=enumerated(table_at(table) for table, _one, _other in mixed),
            one=" ".join(mixed[0][1].text.split()),
            other=" ".join(mixed[0][2].text.split()),
        )
        at = [figured for _table, one, other in mixed for figured in (one, other)]
        yield fault(message, at, remedy=_("Pakai koma desimal di seluruh laporan."))
    elif looked:
        yield SOUND


def _marks(table: UnderstoodTable) -> tuple[list[Figured], list[Figured]]:
    """The figures with a decimal point and those with a decimal comma."""
    points: list[Figured] = []
    commas: list[Figured] = []
    for row, cells in enumerate(table.cells):
        for column, cell in enumerate(cells):
            if cell is None or not cell.readings or (row, column) in table.repeats or len(cell.text) > 40:
                continue
            if _POINT.search(cell.text):
                points.append(cell)
            elif _COMMA.search(cell.text):
                commas.append(cell)
    return points, commas


RULE = Rule(
    "DOC011",
    "mixed-decimal-marks",
    Severity.NOTE,
    Citation("EYD V", "penulisan angka dan bilangan", Certainty.GENERAL),
    check,
)
