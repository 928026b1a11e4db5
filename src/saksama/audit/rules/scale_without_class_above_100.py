"""Skala capaian berhenti pada 100%, padahal capaian dapat lebih.

Mengapa penting: indikator yang melampaui targetnya tidak mempunyai predikat.

Contoh: kelas tertinggi "91–100" sedangkan ada capaian 104,74%. Yang benar: kelas tertinggi "91 ke atas".

Cara memperbaiki: buka kelas tertinggi ke atas, atau sebutkan bahwa capaian dibatasi pada 100.
"""

from collections.abc import Iterator

from saksama.audit.facts import page_of
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.scale_words import Classes, classes, printed_scales
from saksama.audit.words import SOUND, fault, said
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Measure, Reading

_WHOLE = 100


def check(reading: Reading) -> Iterator[Check]:
    """Look at the highest class of every scale of achievements that is not the regulation's own table."""
    for scale in printed_scales(reading):
        known = classes(scale)
        if known is None or scale.is_regulation or not known.is_of_achievement():
            continue
        top = known.conditions[0].high
        yield _look(reading, known) if top is not None and top <= _WHOLE else SOUND


def _look(reading: Reading, known: Classes) -> Check:
    by_word = {word: (text, place) for text, word, place in known.scale.rows}
    highest = said(*by_word[known.words[0]])
    above = _above(reading)
    message = _("Skala penilaian{page} tidak mempunyai kelas untuk capaian di atas 100.").format(
        page=page_of(known.scale.place)
    )
    if above:
        found = _("Capaian {value} tidak mendapat predikat.").format(value=" ".join(above[0].text.split()))
        message = f"{message} {found}"
    severity = Severity.WARNING if above else Severity.NOTE
    remedy = _("Buka kelas tertinggi ke atas, atau sebutkan bahwa capaian dibatasi pada 100.")
    return fault(message, (highest, *above[:3]), remedy=remedy, severity=severity)


def _above(reading: Reading) -> list[Figured]:
    return [
        statement.figure
        for statement in reading.statements
        if statement.key.measure is Measure.ACHIEVEMENT
        and statement.table is not None
        and (found := readings(statement.figure))
        and all(figure.value > _WHOLE for figure in found)
    ]


RULE = Rule(
    "RAT006",
    "scale-without-class-above-100",
    Severity.WARNING,
    Citation("Permendagri 86/2017", "tabel skala nilai peringkat kinerja", Certainty.WEAK),
    check,
)
