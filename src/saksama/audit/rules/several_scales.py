"""Laporan memakai lebih dari satu skala untuk menilai capaian.

Mengapa penting: capaian yang sama mendapat predikat yang berbeda menurut skala yang dipakai.

Contoh: satu tabel membagi capaian atas lima kelas dan tabel lain atas tiga kelas dengan batas lain. Pakailah satu
skala, atau sebutkan skala mana untuk apa.

Cara memperbaiki: pilih satu skala, atau sebutkan pada setiap predikat skala yang dipakai.
"""

from collections.abc import Iterator

from saksama.audit.facts import page_of
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.scale_words import Classes, classes, printed_scales
from saksama.audit.words import SOUND, enumerated, fault, said
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Reading


def check(reading: Reading) -> Iterator[Check]:
    """Count the different scales of achievement."""
    found = [known for scale in printed_scales(reading) if (known := classes(scale))]
    scales = {known.conditions: known for known in found if known.is_of_achievement()}
    if len(scales) == 1:
        yield SOUND
    elif scales:
        yield _look(list(scales.values()))


def _look(scales: list[Classes]) -> Check:
    message = _("Laporan memuat {count} skala capaian yang berbeda: {scales}.").format(
        count=len(scales), scales=enumerated(_described(known) for known in scales)
    )
    at = [said(text, place) for known in scales for text, _word, place in known.scale.rows[:1]]
    return fault(message, at, remedy=_("Pilih satu skala, atau sebutkan skala mana dipakai untuk apa."))


def _described(known: Classes) -> str:
    first = known.scale.rows[0]
    return _("“{condition}: {word}” dan seterusnya{page}").format(
        condition=first[0], word=first[1], page=page_of(known.scale.place)
    )


RULE = Rule(
    "RAT007",
    "several-scales",
    Severity.NOTE,
    Citation("Perpres 29/2014", "pengukuran kinerja", Certainty.GENERAL),
    check,
)
