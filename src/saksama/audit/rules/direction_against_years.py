"""Kata "naik", "turun", atau "tetap" bertentangan dengan angka kedua tahunnya.

Mengapa penting: kalimat "meningkat dari 93,28 menjadi 57,14" menunjukkan bahwa kalimatnya disalin dari tahun lalu.

Contoh: "realisasi meningkat dari 72,06 menjadi 70,10". Yang benar: "menurun dari 72,06 menjadi 70,10".
Untuk naik dan turun yang dibandingkan hanya besarnya angka. "Kinerja membaik" dan "kinerja menurun" dibandingkan pula
dengan arah indikator, menurut rumus yang dipakai untuk capaiannya.

Cara memperbaiki: sesuaikan kata dengan angkanya, atau periksa angka mana yang keliru.
"""

import re
from collections.abc import Iterator

from saksama.audit.checks import skipped
from saksama.audit.facts import Facts, facts, printed
from saksama.audit.polarities import is_higher_better
from saksama.audit.relation import read_alike
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.audit.words import fault, said, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Claim, Measure, Reading, Sentence, Statement, SubjectKind

_DIRECTIONS = {"naik": 1, "turun": -1, "tetap": 0}
_IMPROVES = {"membaik": True, "memburuk": False}
_COMPARED = (Measure.ACTUAL, Measure.ACHIEVEMENT, Measure.EXPENDITURE, Measure.APPROPRIATION, Measure.ABSORPTION)
_WORDS = {
    1: r"kenaikan|peningkatan|naik|meningkat",
    -1: r"penurunan|turun|menurun",
    0: r"tetap",
}
# "menunjukkan adanya peningkatan kualitas …" speaks of the thing, not of the figure: the word must be followed by
# what it rose from, to or by.
_OF_FIGURE = (
    r"(?:\s+(?:signifikan|secara\s+\w+|cukup\s+\w+|sangat\s+\w+))?"
    r"\s*(?:\d|dari\s|sebesar|menjadi|sebanyak|dibanding|bila|jika|[.,;]|$)"
)


def check(reading: Reading) -> Iterator[Check]:
    """Compare every claim of direction with the figures of its sentence, or with those of the year before."""
    known = facts(reading)
    for sentence in reading.sentences:
        directions = {claim.word for claim in sentence.claims if claim.word in _DIRECTIONS}
        for claim in sentence.claims:
            if claim.word in _DIRECTIONS and len(directions) == 1:
                yield _look(known, sentence, claim)
            elif claim.word in _IMPROVES and claim.kind is SubjectKind.INDICATOR:
                yield from _improvement(known, sentence, claim)


def _look(known: Facts, sentence: Sentence, claim: Claim) -> Check:
    direction = _DIRECTIONS[claim.word]
    text = sentence.text.lower()
    if not re.search(rf"\b(?:{_WORDS[direction]})(?:nya)?{_OF_FIGURE}", text):
        return skipped(_("kata arahnya tidak tentang angka"))
    pairs = list(_pairs(known, sentence, claim))
    if not pairs:
        return skipped(_("kedua angka yang dibandingkan tidak ditemukan"))
    at = said(sentence.text, claim.place)
    figures = tuple(dict.fromkeys(each.figure for pair in pairs for each in pair))
    if any(_moves(before, after, direction) for before, after in pairs):
        return Check(Outcome.PASSED, (at, *figures))
    before, after = pairs[0]
    message = _("{place}: ditulis “{word}”, padahal angkanya {before} lalu {after}.").format(
        place=sentence_name(sentence), word=claim.word, before=printed(before.figure), after=printed(after.figure)
    )
    both_here = before.sentence == after.sentence == sentence.index
    return fault(
        message,
        (at, *figures),
        remedy=_("Sesuaikan kata dengan angkanya, atau periksa angka mana yang keliru."),
        severity=None if both_here else Severity.WARNING,
    )


def _moves(before: Statement, after: Statement, direction: int) -> bool:
    return any(
        (one.value < other.value) - (one.value > other.value) == direction
        for one, other in read_alike(before.figure, after.figure)
    )


def _pairs(known: Facts, sentence: Sentence, claim: Claim) -> Iterator[tuple[Statement, Statement]]:
    """Figures of one measure in two periods: both of the sentence, or the sentence's and a table's year before."""
    subject = (claim.kind, "" if claim.kind is SubjectKind.AGENCY else claim.subject, "")
    for measure in _COMPARED:
        stated = [each for each in known.subjects.get((subject, measure), ()) if each.key.period.isdigit()]
        own = sorted((each for each in stated if each.sentence == sentence.index), key=lambda each: each.key.period)
        periods = {each.key.period for each in own}
        if len(periods) == 2 and len(own) == 2:
            yield own[0], own[1]
            continue
        if len(own) != 1 or claim.kind is SubjectKind.AGENCY or own[0].alternatives:
            continue
        year = int(own[0].key.period)
        if year != known.reading.identity.year:
            continue
        yield from ((each, own[0]) for each in stated if each.table is not None and each.key.period == str(year - 1))


def _improvement(known: Facts, sentence: Sentence, claim: Claim) -> Iterator[Check]:
    """ "Kinerja membaik": both actuals of the sentence, and whether more is better."""
    upwards = is_higher_better(known, claim.subject, claim.period)
    if upwards is None:
        return
    for before, after in _pairs(known, sentence, claim):
        is_here = before.sentence == after.sentence == sentence.index
        if before.key.measure is not Measure.ACTUAL or not is_here:
            continue
        at, figures = said(sentence.text, claim.place), (before.figure, after.figure)
        if _moves(before, after, 1 if upwards == _IMPROVES[claim.word] else -1):
            yield Check(Outcome.PASSED, (at, *figures))
            return
        message = _(
            "{place}: ditulis “{word}”, padahal angkanya {before} lalu {after}, dan capaiannya dihitung {direction}. "
            "Perlu dicek."
        ).format(
            place=sentence_name(sentence),
            word=claim.word,
            before=printed(before.figure),
            after=printed(after.figure),
            direction=_("semakin tinggi semakin baik") if upwards else _("semakin rendah semakin baik"),
        )
        remedy = _("Sesuaikan kata dengan angkanya, atau periksa angka mana yang keliru.")
        yield fault(message, (at, *figures), remedy=remedy, severity=Severity.WARNING)


RULE = Rule(
    "RAT003",
    "direction-against-years",
    Severity.ERROR,
    Citation("PermenPANRB 53/2014", "lampiran II, perbandingan dengan tahun sebelumnya", Certainty.WEAK),
    check,
)
