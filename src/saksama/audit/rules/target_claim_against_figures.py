"""Kata "tercapai", "melampaui", atau "belum tercapai" bertentangan dengan angkanya.

Mengapa penting: "melampaui target" di samping capaian 94,24% adalah kalimat yang ditandatangani pimpinan dan dibaca
publik.

Contoh: capaian 94,24% ditulis "target telah tercapai". Yang benar: "target belum tercapai (94,24%)".
Arah indikator tidak disimpulkan dari namanya: yang dibandingkan adalah persentase capaiannya. Temuan hanya dibuat bila
semua angka yang tercetak membantah kalimatnya.

Cara memperbaiki: sesuaikan kalimat dengan angka, atau periksa target dan realisasinya.
"""

import re
from collections.abc import Iterator
from itertools import product

from saksama.audit.checks import skipped
from saksama.audit.facts import Facts, cell_name, facts, printed
from saksama.audit.relation import read_alike
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.audit.scale_words import plain_word
from saksama.audit.target_evidence import Evidence, Reached, evidence, of_achievement
from saksama.audit.words import enumerated, fault, said, sentence_name
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import (
    Chapter,
    Claim,
    Figured,
    Measure,
    Reading,
    Sentence,
    SubjectKind,
    UnderstoodTable,
)

_CLAIMS: dict[str, frozenset[Reached]] = {
    "tercapai": frozenset((Reached.MET, Reached.EXCEEDED)),
    "melampaui": frozenset((Reached.EXCEEDED,)),
    "belum": frozenset((Reached.MISSED,)),
}
_CELLS = {
    "tercapai": "tercapai",
    "target tercapai": "tercapai",
    "tercapai sesuai target": "tercapai",
    "sesuai target": "tercapai",
    "melampaui": "melampaui",
    "melampaui target": "melampaui",
    "melebihi target": "melampaui",
    "terlampaui": "melampaui",
    "tidak tercapai": "belum",
    "belum tercapai": "belum",
    "di bawah target": "belum",
    "tidak mencapai target": "belum",
    "belum mencapai target": "belum",
}
_OF_OTHERS = re.compile(
    r"\bjika\b|\bbila\b|apabila|\bagar\b|\bket(?:erangan)?\s*[:.]|√|sebagian|beberapa|sebanyak|dari \d+ "
)
_SHARED = (SubjectKind.INDICATOR, SubjectKind.AGENCY, SubjectKind.OBJECTIVE)


def check(reading: Reading) -> Iterator[Check]:
    """Look at what sentences and cells claim of targets."""
    known = facts(reading)
    for table in reading.tables:
        yield from _table(known, table)
    for sentence in reading.sentences:
        if not sentence.claims or _OF_OTHERS.search(sentence.text.lower()):
            continue
        for claim in sentence.claims:
            if claim.word in _CLAIMS and not claim.is_rating and claim.kind in _SHARED:
                yield from _every(known, sentence, claim) if claim.is_all else _one(known, sentence, claim)
            elif claim.word in {"di atas target", "di bawah target"}:
                yield _beside(known, sentence, claim)


def _table(known: Facts, table: UnderstoodTable) -> Iterator[Check]:
    if table.chapter is Chapter.SCALE:
        return
    for column, described in enumerate(table.columns):
        if described.measure is not Measure.RATING:
            continue
        for row in range(len(table.rows)):
            claimed = _CELLS.get(plain_word(table.texts[row][column]))
            cell = table.cells[row][column]
            if claimed is None or cell is None or (row, column) in table.repeats:
                continue
            stated = [
                statement
                for statement in known.rows.get((table.index, row), ())
                if statement.key.measure in (Measure.ACHIEVEMENT, Measure.AVERAGE_ACHIEVEMENT)
            ]
            found = [each for statement in stated for each in of_achievement(statement)]
            place = cell_name(table, row, column, place=cell.place)
            yield _look(claimed, said(cell.text, cell.place), found, place=place, severity=None)


def _one(known: Facts, sentence: Sentence, claim: Claim) -> Iterator[Check]:
    """A claim of one subject, by everything that is stated of it; of the agency by the sentence's own mean alone."""
    found = list(evidence(known, claim.kind, claim.subject, claim.period))
    if claim.kind is not SubjectKind.INDICATOR:
        found = [each for each in found if any(figure is own for figure in each.figures for own in sentence.figures)]
    beside = any(figure is own for each in found for figure in each.figures for own in sentence.figures)
    yield _look(
        claim.word,
        said(sentence.text, claim.place),
        found,
        place=sentence_name(sentence),
        severity=None if beside else Severity.WARNING,
    )


def _look(word: str, at: Figured, found: list[Evidence], *, place: str, severity: Severity | None) -> Check:
    if not found:
        return skipped(_("tidak ada capaian yang dapat dibandingkan"))
    every = [figure for each in found for figure in each.figures]
    if any(each.reached & _CLAIMS[word] for each in found):
        return Check(Outcome.PASSED, (at, *every))
    values = enumerated(printed(each.figures[0]) for each in found)
    message = _("{place}: ditulis {claim}, padahal angkanya {values}.").format(
        place=place, claim=_named(word), values=values
    )
    remedy = _("Sesuaikan kalimat dengan angka, atau periksa target dan realisasinya.")
    return fault(message, (at, *every), remedy=remedy, severity=severity)


def _named(word: str) -> str:
    match word:
        case "tercapai":
            return _("target tercapai")
        case "melampaui":
            return _("target terlampaui")
        case _:
            return _("target belum tercapai")


def _every(known: Facts, sentence: Sentence, claim: Claim) -> Iterator[Check]:
    """A claim of all indicators: none of those that the measurement states may have failed it."""
    if claim.kind is not SubjectKind.AGENCY:
        return
    contrary: list[Evidence] = []
    names: list[str] = []
    looked = 0
    for subject in known.reading.subjects:
        if subject.kind is not SubjectKind.INDICATOR:
            continue
        found = list(evidence(known, subject.kind, subject.name, claim.period))
        looked += bool(found)
        if found and not any(each.reached & _CLAIMS[claim.word] for each in found):
            contrary.append(found[0])
            names.append(
                f"{subject.spellings[0][0] if subject.spellings else subject.name}: {printed(found[0].figures[0])}"
            )
    at = said(sentence.text, claim.place)
    if not looked:
        yield skipped(_("tidak ada capaian yang dapat dibandingkan"))
    elif not contrary:
        yield Check(Outcome.PASSED, (at,))
    else:
        message = _("{place}: {claim} disebut untuk semua indikator, padahal {indicators}. Perlu dicek.").format(
            place=sentence_name(sentence), claim=_named(claim.word), indicators=enumerated(names, most=3)
        )
        yield fault(
            message,
            (at, *(each.figures[0] for each in contrary)),
            remedy=_("Sebutkan indikator yang belum mencapai target."),
            severity=Severity.WARNING,
        )


def _beside(known: Facts, sentence: Sentence, claim: Claim) -> Check:
    """ "Realisasi berada 25,78 poin di atas target": by the figures themselves, whichever direction is better."""
    subject = (claim.kind, claim.subject, "")
    actuals, targets = (
        [
            each
            for each in known.subjects.get((subject, measure), ())
            if each.key.period == claim.period and not each.alternatives
        ]
        for measure in (Measure.ACTUAL, Measure.TARGET)
    )
    if not actuals or not targets:
        return skipped(_("target atau realisasinya tidak ditemukan"))
    wanted = claim.word == "di atas target"
    at = said(sentence.text, claim.place)
    figures = tuple(dict.fromkeys(each.figure for each in (actuals[0], *targets, *actuals[1:])))
    for one, other in product(actuals, targets):
        for mine, theirs in read_alike(one.figure, other.figure):
            if (mine.value > theirs.value) == wanted and mine.value != theirs.value:
                return Check(Outcome.PASSED, (at, *figures))
    one, other = actuals[0], targets[0]
    message = _("{place}: ditulis {claim}, padahal realisasi {actual} dan target {target}.").format(
        place=sentence_name(sentence), claim=claim.word, actual=printed(one.figure), target=printed(other.figure)
    )
    return fault(message, (at, *figures), remedy=_("Sesuaikan kalimat dengan angka."))


RULE = Rule(
    "RAT002",
    "target-claim-against-figures",
    Severity.ERROR,
    Citation("Perpres 29/2014", "pengukuran kinerja", Certainty.GENERAL),
    check,
)
