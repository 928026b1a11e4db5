"""Angka yang dapat dibaca dengan dua cara.

Mengapa penting: "1.234" dapat berarti seribu dua ratus tiga puluh empat atau satu koma dua tiga empat. Bila tidak ada
yang menentukannya, hubungan dengan angka lain diperiksa dengan bacaan yang paling menguntungkan.

Contoh: kolom realisasi memuat "82.050" tanpa satuan. Yang jelas: "82,05" atau "82.050 orang".

Cara memperbaiki: tulis satuannya, dan pakai koma hanya untuk desimal.
"""

from collections.abc import Iterator

from saksama.audit.facts import where
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading

_MATTERING = (
    Measure.TARGET,
    Measure.END_TARGET,
    Measure.ACTUAL,
    Measure.ACHIEVEMENT,
    Measure.APPROPRIATION,
    Measure.EXPENDITURE,
    Measure.ABSORPTION,
)


def check(reading: Reading) -> Iterator[Check]:
    """Collect what nothing decided, of the measures that other rules compute with."""
    open_ones = [
        statement
        for statement in reading.statements
        if statement.key.measure in _MATTERING
        and statement.figure.chosen is None
        and len({abs(figure.value) for figure in statement.figure.readings}) > 1
    ]
    if not open_ones:
        if reading.statements:
            yield SOUND
        return
    message = _("Dapat dibaca dengan dua cara: {figures}. Contoh letak: {place}.").format(
        figures=enumerated(" ".join(statement.figure.text.split()) for statement in open_ones),
        place=where(reading, open_ones[0]),
    )
    at = tuple(dict.fromkeys(statement.figure for statement in open_ones))
    yield fault(message, at, remedy=_("Tulis satuannya, dan pakai koma hanya untuk desimal."))


RULE = Rule(
    "EXT003",
    "ambiguous-figure",
    Severity.NOTE,
    Citation("Saksama", "cara membaca angka", Certainty.OWN),
    check,
)
