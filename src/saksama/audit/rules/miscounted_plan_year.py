"""Urutan tahun dalam masa rencana strategis salah dihitung.

Mengapa penting: tingkat kemajuan dinilai terhadap sisa tahun rencana; salah hitung berarti kalimat lama yang disalin.

Contoh: "tahun keempat dari Renstra 2017-2021" dalam laporan 2021. Yang benar: tahun kelima.

Cara memperbaiki: hitung dari tahun pertama rencana.
"""

import re
from collections.abc import Iterator

from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.audit.words import fault, in_sentence, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Reading, Sentence

_ORDINALS = {
    "pertama": 1, "satu": 1, "kesatu": 1, "dua": 2, "kedua": 2, "tiga": 3, "ketiga": 3, "empat": 4, "keempat": 4,
    "lima": 5, "kelima": 5, "enam": 6, "keenam": 6,
}  # fmt: skip
_COUNTED = re.compile(
    r"(?:tahun\s+(?P<named>20[0-4]\d)\s+(?:adalah|merupakan|ialah)\s+)?"
    r"tahun\s+(?:ke\s?-?\s?)?(?P<ordinal>pertama|(?:ke)?(?:satu|dua|tiga|empat|lima|enam)|[1-6])(?:\s*\([^)]*\))?"
    r"\s+(?:dari\s+|pada\s+|dalam\s+|pelaksanaan\s+|implementasi\s+|periode\s+|masa\s+){0,3}"
    r"(?:renstra|rencana\s+strategis|rpjmd|rencana\s+pembangunan\s+jangka\s+menengah(?:\s+daerah)?)[^.;\d]{0,140}(?P<first>20[0-4]\d)\s*(?:[-–—−]|s\.?/?d\.?|sampai)",
    re.IGNORECASE,
)

_SPAN = re.compile(
    r"(?:kurun\s+waktu|selama)\s+(?P<length>[2-6]|dua|tiga|empat|lima|enam)(?:\s*\([^)]*\))?\s+tahun\s+(?:masa\s+)?"
    r"(?:pelaksanaan|penerapan|implementasi)\s+(?:dari\s+)?(?:renstra|rencana\s+strategis|rpjmd)\b[^.;]*\b(?:telah|sudah)\b",
    re.IGNORECASE,
)
"""So many years of a plan that are said to have passed."""


def check(reading: Reading) -> Iterator[Check]:
    """Count every such year again."""
    year = reading.identity.year
    if year is None:
        return
    for sentence in reading.sentences:
        for found in _COUNTED.finditer(sentence.text) if "tahun" in sentence.text.lower() else ():
            word = found["ordinal"].lower()
            stated, named = int(word) if word.isdigit() else _ORDINALS[word], int(found["named"] or year)
            expected = named - int(found["first"]) + 1
            if found["named"] or expected > 0:  # a report may speak of a plan that is still to come
                yield _look(sentence, stated, expected, year=named)
        plan = reading.identity.plan_years
        for found in _SPAN.finditer(sentence.text) if plan else ():
            word = found["length"].lower()
            passed = year - plan[0] + 1 if plan else 0
            yield _span(sentence, int(word) if word.isdigit() else _ORDINALS[word], passed)


def _look(sentence: Sentence, stated: int, expected: int, *, year: int) -> Check:
    if stated == expected or not -1 <= expected <= 6:
        return Check(Outcome.PASSED, (in_sentence(sentence),))
    if expected < 1:
        message = _("{place}: tahun {year} disebut tahun ke-{stated} rencana yang belum dimulai. Perlu dicek.")
        return fault(
            message.format(place=sentence_name(sentence), year=year, stated=stated),
            (in_sentence(sentence),),
            remedy=_("Hitung dari tahun pertama rencana."),
        )
    message = _("{place}: ditulis tahun ke-{stated}, padahal tahun {year} adalah tahun ke-{expected}. Perlu dicek.")
    return fault(
        message.format(place=sentence_name(sentence), stated=stated, year=year, expected=expected),
        (in_sentence(sentence),),
        remedy=_("Hitung dari tahun pertama rencana."),
    )


def _span(sentence: Sentence, stated: int, passed: int) -> Check:
    if stated <= passed or passed < 1:
        return Check(Outcome.PASSED, (in_sentence(sentence),))
    message = _(
        "{place}: ditulis {stated} tahun pelaksanaan, padahal tahun laporan adalah tahun ke-{passed}. Perlu dicek."
    )
    return fault(
        message.format(place=sentence_name(sentence), stated=stated, passed=passed),
        (in_sentence(sentence),),
        remedy=_("Hitung dari tahun pertama rencana."),
    )


RULE = Rule(
    "DOC020",
    "miscounted-plan-year",
    Severity.WARNING,
    Citation("Perpres 29/2014", "rencana strategis", Certainty.GENERAL),
    check,
)
