"""Sebuah tabel mungkin salah terbaca.

Mengapa penting: bila lebih dari separuh hubungan antarangka sebuah tabel tidak cocok, lebih mungkin kolom atau barisnya
bergeser ketika dibaca daripada semuanya salah. Angkanya tidak disalahkan sebelum dicek.

Contoh: tabel tanpa garis yang kolom targetnya terbaca sebagai realisasi. Temuan ini memuat semua ketidakcocokan tabel
itu.

Cara memperbaiki: bandingkan isi tabel dengan hasil baca (`saksama read`); bila benar terbaca, angkanya memang salah.
"""

from collections.abc import Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.understanding.reading import Reading


def check(_reading: Reading) -> Iterator[Check]:
    """Nothing by itself: the diagnosis doubts a table by what the other rules found in it."""
    yield from ()


RULE = Rule(
    "EXT001",
    "doubtful-table",
    Severity.WARNING,
    Citation("Saksama", "cara membaca tabel", Certainty.OWN),
    check,
)
