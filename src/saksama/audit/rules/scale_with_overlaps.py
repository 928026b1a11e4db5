"""Kelas-kelas skala penilaian saling tumpang tindih: satu nilai masuk dua kelas.

Mengapa penting: nilai yang masuk dua kelas dapat disebut "Baik" dan "Sangat Baik" sekaligus.

Contoh: "3,6–4,2" Baik dan "4,2–5,0" Sangat Baik: nilai 4,2 masuk keduanya. Yang benar: "3,6≤x<4,2" dan "4,2≤x≤5,0".

Cara memperbaiki: sebutkan untuk setiap batas ke kelas mana nilai tepat pada batas itu masuk.
"""

from collections.abc import Iterator

from saksama.audit.facts import page_of
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.scale_words import Classes, classes, printed_scales
from saksama.audit.words import SOUND, enumerated, fault, said
from saksama.kernel.figures import write_decimal
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.conditions import overlaps
from saksama.understanding.reading import Reading


def check(reading: Reading) -> Iterator[Check]:
    """Look at the neighbours of every printed scale."""
    for scale in printed_scales(reading):
        known = classes(scale)
        if known is None:
            continue
        found = list(overlaps(known.conditions))
        yield _look(known, found) if found and not scale.is_regulation else SOUND


def _look(known: Classes, found: list[tuple[int, int]]) -> Check:
    by_word = {word: (text, place) for text, word, place in known.scale.rows}
    places = sorted({place for pair in found for place in pair})
    message = _("Skala penilaian{page} tumpang tindih: {shared} masuk dua kelas.").format(
        page=page_of(known.scale.place), shared=enumerated(_shared(known, *pair) for pair in found)
    )
    return fault(
        message,
        [said(*by_word[known.words[place]]) for place in places],
        remedy=_("Sebutkan untuk setiap batas ke kelas mana nilai tepat pada batas itu masuk."),
    )


def _shared(known: Classes, higher: int, lower: int) -> str:
    bottom, top = known.conditions[higher].low, known.conditions[lower].high
    if bottom is None or top is None:
        words = known.words[lower], known.words[higher]
        return _("sebagian nilai “{lower}” dan “{higher}”").format(lower=words[0], higher=words[1])
    if bottom == top:
        return _("tepat {value}").format(value=write_decimal(top))
    return _("{low} sampai {high}").format(low=write_decimal(bottom), high=write_decimal(top))


RULE = Rule(
    "RAT005",
    "scale-with-overlaps",
    Severity.WARNING,
    Citation("Perpres 29/2014", "pengukuran kinerja", Certainty.GENERAL),
    check,
)
