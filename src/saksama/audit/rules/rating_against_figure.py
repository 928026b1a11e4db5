"""Predikat tidak sesuai dengan angkanya menurut skala yang dicetak dalam laporan.

Mengapa penting: pimpinan mengingat "Sangat Baik", bukan 83,11%. Predikat yang tidak menurut skalanya adalah kesalahan
yang paling mudah dilihat evaluator.

Contoh: skala mencetak "76–90 Tinggi" dan capaian 83,11% disebut Sangat Tinggi. Yang benar: Tinggi.
Nilai yang jatuh pada celah skala boleh mendapat kelas di atas atau di bawahnya. Nilai survei kepuasan masyarakat
dibaca dengan tabel PermenPANRB 14/2017 bila laporan tidak mencetak tabelnya sendiri.

Cara memperbaiki: ganti predikatnya menurut skala, atau periksa angkanya.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from saksama.audit.checks import skipped
from saksama.audit.facts import Facts, cell_name, elsewhere, facts, is_limited, page_of, printed
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.audit.scale_words import Classes, classes, ends, plain_word, printed_scales
from saksama.audit.words import enumerated, fault, said, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.rating import SATISFACTION_14_2017
from saksama.language.messages import _
from saksama.understanding.reading import (
    Chapter,
    Claim,
    Figured,
    Measure,
    Reading,
    Sentence,
    Statement,
    SubjectKind,
    UnderstoodTable,
)

_RATED = (Measure.ACHIEVEMENT, Measure.AVERAGE_ACHIEVEMENT)
_VALUES = (Measure.ACTUAL,)
_TARGET_WORDS = frozenset(
    ("tercapai", "tidak tercapai", "belum tercapai", "melampaui", "terlampaui", "melampaui target")
)
"""Words that say only whether a target was reached: another rule's business."""
_SATISFACTION = re.compile(r"kepuasan (?:masyarakat|pelanggan|pengguna)|\bikm\b|\bskm\b")
_LEAST_SATISFACTION, _MOST_SATISFACTION = 25, 100


def check(reading: Reading) -> Iterator[Check]:
    """Look at rating words in tables beside an achievement, and at rating words in sentences."""
    scales = [read for scale in printed_scales(reading) if (read := classes(scale))]
    known = facts(reading)
    for table in reading.tables:
        if table.chapter is not Chapter.SCALE and scales:
            yield from _table(known, table, scales)
    for sentence in reading.sentences:
        for claim in sentence.claims:
            if claim.is_rating:
                yield _sentence(known, sentence, claim, scales)


def _table(known: Facts, table: UnderstoodTable, scales: list[Classes]) -> Iterator[Check]:
    of_achievement = [scale for scale in scales if scale.is_of_achievement()]
    rated = [place for place, column in enumerate(table.columns) if column.measure is Measure.RATING]
    for column in rated:
        for row in range(len(table.rows)):
            word = table.texts[row][column]
            cell = table.cells[row][column]
            naming = [scale for scale in of_achievement if scale.names(word)]
            if cell is None or (row, column) in table.repeats or not naming or plain_word(word) in _TARGET_WORDS:
                continue
            stated = [each for each in known.rows.get((table.index, row), ()) if each.key.measure in _RATED]
            # A mean of limited achievements is printed to be rated.
            found = [each.figure for each in [each for each in stated if is_limited(each.key)] or stated]
            place = cell_name(table, row, column, place=cell.place)
            yield _look(word, said(cell.text, cell.place), found, naming, place=place)


def _look(word: str, at: Figured, found: list[Figured], naming: list[Classes], *, place: str) -> Check:
    if not found:
        return skipped(_("tidak ada capaian di sampingnya"))
    if any(_agrees(word, figure, scale) for figure in found for scale in naming):
        return Check(Outcome.PASSED, (at, *found))
    earned = enumerated(f"“{own}”" for own in _earned(found[0], naming[0]))
    message = _("{place}: capaian {value} disebut “{word}”, padahal menurut skala{page} nilai itu {earned}.").format(
        place=place,
        value=printed(found[0]),
        word=" ".join(word.split()),
        page=page_of(naming[0].scale.place),
        earned=earned,
    )
    return fault(message, (at, *found), remedy=_("Ganti predikatnya menurut skala, atau periksa angkanya."))


def _agrees(word: str, figure: Figured, scale: Classes) -> bool:
    named = scale.names(word)
    return any(named & scale.earned(value) for value in ends(figure))


def _earned(figure: Figured, scale: Classes) -> list[str]:
    return [scale.words[place] for place in sorted(scale.earned(Fraction(readings(figure)[0].value)))]


def _sentence(known: Facts, sentence: Sentence, claim: Claim, scales: list[Classes]) -> Check:
    pairs = list(_pairs(known, sentence, claim, scales))
    at = said(sentence.text, claim.place)
    if not pairs:
        if claim.kind is SubjectKind.INDICATOR and _SATISFACTION.search(claim.subject):
            return _satisfaction(known, sentence, claim)
        return skipped(_("tidak ada skala atau capaian untuk predikatnya"))
    if any(_agrees(claim.word, figure, scale) for figure, scale in pairs):
        return Check(Outcome.PASSED, (at, *(figure for figure, _scale in pairs)))
    figure, scale = pairs[0]
    message = _("{place}: {value} disebut “{word}”, padahal menurut skala{page} nilai itu {earned}.").format(
        place=sentence_name(sentence),
        value=printed(figure),
        word=claim.word,
        page=page_of(scale.scale.place),
        earned=enumerated(f"“{own}”" for own in _earned(figure, scale)),
    )
    is_beside = any(figure is own for own in sentence.figures)
    return fault(
        message,
        (at, *(figure for figure, _scale in pairs)),
        remedy=_("Ganti predikatnya menurut skala, atau periksa angkanya."),
        severity=None if is_beside else Severity.WARNING,
    )


def _pairs(known: Facts, sentence: Sentence, claim: Claim, scales: list[Classes]) -> Iterator[tuple[Figured, Classes]]:
    """What the word may rate with the scale that has it: an achievement, or a value on the scale of its kind."""
    for scale in scales:
        if not scale.names(claim.word):
            continue
        measures = _RATED if scale.is_of_achievement() else _VALUES
        for figure in _figures(known, sentence, claim, measures):
            if all(scale.covers(Fraction(reading.value)) for reading in readings(figure)):
                yield figure, scale


def _figures(known: Facts, sentence: Sentence, claim: Claim, measures: Iterable[Measure]) -> Iterator[Figured]:
    """The sentence's own figures of the subject, or else what the tables state of it."""
    stated = _stated(known, claim, measures)
    own = [statement for statement in stated if statement.sentence == sentence.index]
    yield from (statement.figure for statement in own)
    if own or claim.kind is not SubjectKind.INDICATOR:
        return
    for statement in stated:
        if statement.table is not None and statement.key.period == claim.period:
            yield statement.figure
            yield from (other.figure for other in elsewhere(known, statement, statement.key.measure))
            return


def _stated(known: Facts, claim: Claim, measures: Iterable[Measure]) -> list[Statement]:
    wanted = set(measures)
    subject = (claim.kind, claim.subject if claim.kind is not SubjectKind.AGENCY else "", "")
    return [
        statement
        for measure in (*_RATED, *_VALUES)
        for statement in known.subjects.get((subject, measure), ())
        if statement.key.measure in wanted or wanted.intersection(statement.alternatives)
    ]


def _satisfaction(known: Facts, sentence: Sentence, claim: Claim) -> Check:
    """A satisfaction index by the regulation's own table."""
    found = [
        figure
        for figure in _figures(known, sentence, claim, _VALUES)
        if all(_LEAST_SATISFACTION <= reading.value <= _MOST_SATISFACTION for reading in readings(figure))
    ]
    if not found:
        return skipped(_("tidak ada skala atau capaian untuk predikatnya"))
    words = [SATISFACTION_14_2017.band(value).word for value in ends(found[0])]
    named = plain_word(claim.word)
    at = said(sentence.text, claim.place)
    if any(named in plain_word(word) and _is_whole(named, word) for word in words):
        return Check(Outcome.PASSED, (at, *found))
    if not any(_is_whole(named, band.word) for band in SATISFACTION_14_2017.bands):
        return skipped(_("predikatnya tidak ada dalam skala"))
    message = _(
        "{place}: nilai {value} disebut “{word}”, sedangkan tabel PermenPANRB 14/2017 memberinya {earned}. Perlu dicek."
    ).format(place=sentence_name(sentence), value=printed(found[0]), word=claim.word, earned=f"“{words[0]}”")
    return fault(
        message,
        (at, *found),
        remedy=_("Sebutkan tabel nilai yang dipakai, dan pakai predikat yang sama di seluruh laporan."),
        severity=Severity.WARNING,
    )


def _is_whole(named: str, word: str) -> bool:
    """Whether it is the band's own word, not a part of it: "Baik" is not "Sangat Baik"."""
    return named in {plain_word(part) for part in re.split(r"[()]", word)}


RULE = Rule(
    "RAT001",
    "rating-against-figure",
    Severity.ERROR,
    Citation("Perpres 29/2014", "pengukuran kinerja; skala yang dicetak dalam laporan", Certainty.GENERAL),
    check,
)
