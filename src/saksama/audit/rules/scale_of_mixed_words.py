"""Skala penilaian mencampur dua susunan kata: "Sangat Baik" di atas "Tinggi", "Sedang", dan "Rendah".

Mengapa penting: pembaca tidak tahu apakah "Tinggi" lebih rendah daripada "Baik"; predikatnya tidak dapat dibandingkan
dengan laporan lain.

Contoh: "91–100 Sangat Baik, 76–90 Tinggi, 66–75 Sedang". Yang benar: "Sangat Tinggi" (Permendagri 86/2017), atau
"Sangat Baik" dan "Baik".

Cara memperbaiki: pakai satu susunan kata dari kelas teratas sampai terbawah.
"""

import re
from collections.abc import Iterator

from saksama.audit.facts import page_of
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.scale_words import printed_scales
from saksama.audit.words import SOUND, enumerated, fault, said
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Reading, ReadScale

_FAMILIES = (re.compile(r"\b(?:tinggi|rendah)\b"), re.compile(r"\b(?:baik|kurang|buruk|jelek)\b"))


def check(reading: Reading) -> Iterator[Check]:
    """Look at the words of every printed scale."""
    for scale in printed_scales(reading):
        yield _look(scale)


def _look(scale: ReadScale) -> Check:
    families = [
        [
            row
            for row in scale.rows
            if family.search(row[1].lower()) and not other.search(row[1].lower())  # "Baik/Tinggi" names both
        ]
        for family, other in (_FAMILIES, _FAMILIES[::-1])
    ]
    fewer, more = sorted(families, key=len)
    if not fewer:
        return SOUND
    message = _("Skala penilaian{page} mencampur dua susunan kata: {odd} bersama {usual}.").format(
        page=page_of(scale.place),
        odd=enumerated(f"“{word}”" for _condition, word, _place in fewer),
        usual=enumerated(f"“{word}”" for _condition, word, _place in more),
    )
    at = [said(word, place) for _condition, word, place in (*fewer, *more)]
    return fault(message, at, remedy=_("Pakai satu susunan kata dari kelas teratas sampai terbawah."))


RULE = Rule(
    "RAT010",
    "scale-of-mixed-words",
    Severity.WARNING,
    Citation("Permendagri 86/2017", "tabel peringkat kinerja", Certainty.GENERAL),
    check,
)
