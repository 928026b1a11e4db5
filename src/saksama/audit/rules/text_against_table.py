"""Angka dalam kalimat berbeda dari angka dalam tabel.

Mengapa penting: pimpinan membaca kalimatnya, pemeriksa membaca tabelnya. Bila berbeda, salah satu keliru, atau
kalimatnya tertinggal dari tahun lalu.

Contoh: tabel mencetak nilai 89,79 dan kalimat di bawahnya 89,75.
Kata "tercapai sebesar" dapat berarti realisasi atau capaian; cukup salah satunya yang cocok.

Cara memperbaiki: samakan kalimat dengan tabel, setelah memeriksa mana yang benar.
"""

from collections.abc import Iterator
from dataclasses import replace

from saksama.audit.checks import failing, passed, skipped
from saksama.audit.facts import Facts, facts, is_amount, is_limited, printed, subject_of, where
from saksama.audit.relation import SAME, Relation, Term, judge, meet
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement, SubjectKind

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


def check(reading: Reading) -> Iterator[Check]:
    """Compare what sentences state with what tables state of the same fact."""
    known = facts(reading)
    for statement in reading.statements:
        if statement.sentence is not None and statement.key.measure in _COMPARED and statement.figure.readings:
            yield _look(known, statement)


def _look(known: Facts, statement: Statement) -> Check:
    measures = (statement.key.measure, *statement.alternatives)
    stated = [
        other
        for measure in measures
        for other in known.subjects.get((subject_of(statement), measure), ())
        if other.table is not None and _is_comparable(statement, other)
    ]
    if not stated:
        return skipped(_("tidak ada padanannya dalam tabel"), statement.key)
    exact = is_amount(statement)
    for other in stated:
        if meet(statement.figure, other.figure, is_exact=exact):
            relation = Relation(SAME, statement.figure, (Term("other", other.figure),), is_exact=exact)
            return passed(relation, statement.key)
    other = stated[0]
    relation = Relation(SAME, statement.figure, (Term("other", other.figure),), is_exact=exact)
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
    return replace(found, figures=(statement.figure, *(one.figure for one in stated)))


def _is_comparable(statement: Statement, other: Statement) -> bool:
    """Of the same period, version and aspect, as far as both say it."""
    mine, theirs = statement.key, other.key
    same_period = mine.period == theirs.period or not mine.period or not theirs.period
    same_version = mine.version == theirs.version or not mine.version or not theirs.version
    same_aspect = mine.aspect == theirs.aspect or "dibatasi" in (mine.aspect, theirs.aspect)
    return same_period and same_version and same_aspect and is_limited(mine) == is_limited(theirs)


def _severity(statement: Statement, other: Statement) -> Severity | None:
    """A warning where the words leave a choice, or where the sentence may speak of another part of the agency."""
    is_vague = bool(statement.alternatives) or statement.key.period != other.key.period
    return Severity.WARNING if is_vague or statement.key.kind is SubjectKind.AGENCY else None


RULE = Rule(
    "TXT001",
    "text-against-table",
    Severity.ERROR,
    Citation("PermenPANRB 53/2014", "lampiran II, penyajian dan analisis capaian", Certainty.GENERAL),
    check,
)
