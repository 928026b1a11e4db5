"""Angka dalam kalimat berbeda dari angka dalam tabel.

Mengapa penting: pimpinan membaca kalimatnya, pemeriksa membaca tabelnya. Bila berbeda, salah satu keliru, atau
kalimatnya tertinggal dari tahun lalu.

Contoh: tabel mencetak nilai 89,79 dan kalimat di bawahnya 89,75.
Kata "tercapai sebesar" dapat berarti realisasi atau capaian; cukup salah satunya yang cocok.

Cara memperbaiki: samakan kalimat dengan tabel, setelah memeriksa mana yang benar.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from saksama.audit.checks import COMPUTED, equal, failing, skipped
from saksama.audit.facts import (
    MONEY,
    Facts,
    Subject,
    dimension,
    facts,
    is_amount,
    is_limited,
    printed,
    shortened,
    subject_of,
    where,
)
from saksama.audit.relation import SAME, Relation, Term, judge, meet
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement, SubjectKind

LEAST_FOREIGN = 2
"""So many figures of a sentence that all are another subject's show that it names the wrong one."""
_LONG = 7
"""Digits of an amount that no other amount has by chance."""
_COMPARED = (
    Measure.TARGET,
    Measure.END_TARGET,
    Measure.BASELINE,
    Measure.ACTUAL,
    Measure.ACHIEVEMENT,
    Measure.AVERAGE_ACHIEVEMENT,
    Measure.PROGRESS,
    Measure.BENCHMARK,
    Measure.APPROPRIATION,
    Measure.EXPENDITURE,
    Measure.REMAINDER,
    Measure.ABSORPTION,
    Measure.EFFICIENCY,
)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a sentence states, and what tables state of it; `agreeing` is the first that can be the same number."""

    statement: Statement
    stated: tuple[Statement, ...]
    agreeing: Statement | None


def check(reading: Reading) -> Iterator[Check]:
    """Compare what sentences state with what tables state of the same fact."""
    known = facts(reading)
    sentences: dict[int, list[_Look]] = {}
    for statement in reading.statements:
        if statement.sentence is not None and statement.key.measure in _COMPARED and statement.figure.readings:
            stated = _stated(known, statement, subject_of(statement))
            if stated:
                sentences.setdefault(statement.sentence, []).append(_look(statement, stated))
            else:
                yield skipped(_("tidak ada padanannya dalam tabel"), statement.key)
    for looks in sentences.values():
        wrong = [look for look in looks if look.agreeing is None]
        for look in looks:
            if look.agreeing:
                relation = _same(look.statement, look.agreeing)
                yield equal(relation, look.statement.key, place=where(reading, look.statement))
        other = _other_subject(known, wrong)
        if other:
            yield _of_another(known, wrong, other)
        else:
            yield from (_finding(known, look) for look in wrong)


def _stated(known: Facts, statement: Statement, subject: Subject) -> tuple[Statement, ...]:
    return tuple(
        other
        for measure in (statement.key.measure, *statement.alternatives)
        for other in known.subjects.get((subject, measure), ())
        if other.table is not None
        and _is_comparable(statement, other)
        and not _is_other_version(known, statement, other)
        and not _is_beside(known, statement, other)
    )


def _is_beside(known: Facts, statement: Statement, other: Statement) -> bool:
    """Whether the sentence prints the table's whole amount as well, so that its own is another whole."""
    if statement.key.kind is not SubjectKind.AGENCY or statement.key.measure not in MONEY or statement.sentence is None:
        return False
    wanted = _digits(other.figure.text)
    beside = (one for one in known.reading.sentences[statement.sentence].figures if one != statement.figure)
    return len(wanted) >= _LONG and any(_digits(one.text) == wanted for one in beside)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _is_other_version(known: Facts, statement: Statement, other: Statement) -> bool:
    """Whether a table that names no version prints what a sentence states of another one."""
    if not statement.key.version or other.key.version:
        return False
    return any(
        one.sentence is not None
        and one.key.version not in {"", statement.key.version}
        and _is_comparable(one, other)
        and meet(one.figure, other.figure, is_exact=is_amount(one))
        for one in known.subjects.get((subject_of(statement), statement.key.measure), ())
    )


def _look(statement: Statement, stated: tuple[Statement, ...]) -> _Look:
    exact, computed = is_amount(statement), statement.key.measure in COMPUTED
    agreeing = (other for other in stated if meet(statement.figure, other.figure, is_exact=exact, is_computed=computed))
    return _Look(statement, stated, next(agreeing, None))


def _same(statement: Statement, other: Statement) -> Relation:
    return Relation(SAME, statement.figure, (Term("other", other.figure),), is_exact=is_amount(statement))


def _other_subject(known: Facts, wrong: list[_Look]) -> tuple[Statement, ...]:
    """What the tables state of another subject, where several wrong figures of a sentence all are that subject's."""
    if len({look.statement.figure.text for look in wrong}) < LEAST_FOREIGN:
        return ()
    subjects = dict.fromkeys(subject for subject, measure in known.subjects if measure in _COMPARED)
    for subject in subjects:
        if subject[0] is not wrong[0].statement.key.kind:
            continue
        found = [_look(look.statement, _stated(known, look.statement, subject)).agreeing for look in wrong]
        if all(found):
            return tuple(other for other in found if other)
    return ()


def _of_another(known: Facts, wrong: list[_Look], other: tuple[Statement, ...]) -> Check:
    first = wrong[0]
    relation = _same(first.statement, first.stated[0])
    message = _(
        "{place}: kalimat tentang “{subject}” memuat {figures}, angka-angka “{other}” ({where}). Nama indikatornya "
        "keliru, atau kalimatnya tersalin."
    ).format(
        place=where(known.reading, first.statement),
        subject=shortened(first.stated[0].subject_text),
        figures=", ".join(dict.fromkeys(printed(look.statement.figure) for look in wrong)),
        other=shortened(other[0].subject_text),
        where=where(known.reading, other[0]),
    )
    found = failing(
        relation,
        judge(relation),
        first.statement.key,
        message=message,
        remedy=_("Betulkan nama indikator atau angkanya."),
        cause=_("Angkanya milik indikator lain."),
    )
    figures = tuple(look.statement.figure for look in wrong) + tuple(one.figure for one in other)
    return replace(found, figures=figures, relation=None)


def _finding(known: Facts, look: _Look) -> Check:
    statement, other = look.statement, look.stated[0]
    relation = _same(statement, other)
    message = _("{place}: tertulis {printed}, sedangkan {other} mencetak {stated}.").format(
        place=where(known.reading, statement),
        printed=printed(statement.figure),
        other=where(known.reading, other),
        stated=printed(other.figure),
    )
    found = failing(
        relation,
        judge(relation),
        statement.key,
        message=message,
        remedy=_("Samakan kalimat dengan tabel, setelah memeriksa mana yang benar."),
        severity=_severity(statement, other),
    )
    return replace(found, figures=(statement.figure, *(one.figure for one in look.stated)))


def _is_comparable(statement: Statement, other: Statement) -> bool:
    """Of the same period, version and aspect, as far as both say it."""
    mine, theirs = statement.key, other.key
    same_period = mine.period == theirs.period or not mine.period or not theirs.period
    same_version = mine.version == theirs.version or not mine.version or not theirs.version
    same_aspect = mine.aspect == theirs.aspect or "dibatasi" in (mine.aspect, theirs.aspect)
    same_dimension = {dimension(statement), dimension(other)} != {"%", "Rp"}
    return same_period and same_version and same_aspect and same_dimension and is_limited(mine) == is_limited(theirs)


def _severity(statement: Statement, other: Statement) -> Severity | None:
    """A warning where the words leave a choice, or where the sentence may speak of another part of the agency."""
    key = statement.key
    is_vague = bool(statement.alternatives) or key.period != other.key.period or key.measure in MONEY
    return Severity.WARNING if is_vague or key.kind is SubjectKind.AGENCY else None


RULE = Rule(
    "TXT001",
    "text-against-table",
    Severity.ERROR,
    Citation("PermenPANRB 53/2014", "lampiran II, penyajian dan analisis capaian", Certainty.GENERAL),
    check,
)
