"""Satu fakta dicetak dengan dua angka yang berbeda.

Mengapa penting: target di Perjanjian Kinerja, di Bab III, dan di Bab IV harus sama. Bila berbeda, pembaca tidak tahu
mana yang benar, dan capaiannya pun tidak dapat dipercaya.

Contoh: target indikator yang sama 40% di Perjanjian Kinerja dan 80% di tabel efisiensi.
Yang berbeda karena versi (murni, perubahan), triwulan, atau pembandingnya bukan pertentangan.

Cara memperbaiki: cari dokumen sumbernya, lalu samakan angka itu di seluruh laporan. Bila targetnya diubah, sebutkan
versinya.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from saksama.audit.checks import failing, passed
from saksama.audit.facts import is_amount, page_of, printed, table_name, where
from saksama.audit.relation import SAME, Relation, Term, judge, meet
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.names import canonical
from saksama.understanding.reading import FactKey, Measure, Reading, RowRole, Statement, SubjectKind, UnderstoodTable

_COMPARED = frozenset(Measure) - {Measure.RATING, Measure.OTHER, Measure.COUNT, Measure.CHANGE, Measure.VARIANCE}
PLACES_SHOWN = 3


@dataclass(slots=True)
class _Version:
    """Statements that can be the same number."""

    statements: list[Statement]


def check(reading: Reading) -> Iterator[Check]:
    """Compare what different tables, or different sentences, state of the same fact."""
    groups: dict[tuple[FactKey, bool, tuple[str, ...]], list[Statement]] = {}
    for statement in reading.statements:
        if statement.key.measure in _COMPARED and statement.figure.readings and not statement.alternatives:
            is_table = statement.table is not None
            if is_table or statement.key.kind is not SubjectKind.AGENCY:
                groups.setdefault((statement.key, is_table, _scope(reading, statement)), []).append(statement)
    in_tables = {key for key, is_table, _scoped in groups if is_table}
    for (key, is_table, _scoped), stated in groups.items():
        if is_table or key not in in_tables:  # a sentence is compared with the tables by another rule
            yield from _compare(reading, _single(stated))


def _scope(reading: Reading, statement: Statement) -> tuple[str, ...]:
    """What a total is the total of: totals of different lists are different facts."""
    if statement.key.kind is not SubjectKind.AGENCY or statement.table is None:
        return ()
    return _listed(reading.tables[statement.table])


def _listed(table: UnderstoodTable) -> tuple[str, ...]:
    return tuple(sorted({row.subject for row in table.rows if row.role is not RowRole.TOTAL and row.level == 0}))


def _single(stated: list[Statement]) -> list[Statement]:
    """Without the statements of a table that has several of the fact: there the name stands for several things."""
    counts: dict[int, int] = {}
    for statement in stated:
        if statement.table is not None:
            counts[statement.table] = counts.get(statement.table, 0) + 1
    return [one for one in stated if one.table is None or counts[one.table] == 1]


def _compare(reading: Reading, stated: list[Statement]) -> Iterator[Check]:
    if len(stated) < 2:
        return
    versions: list[_Version] = []
    for statement in stated:
        for version in versions:
            if meet(version.statements[0].figure, statement.figure, is_exact=is_amount(statement)):
                version.statements.append(statement)
                break
        else:
            versions.append(_Version([statement]))
    if len(versions) == 1:
        for statement in stated[1:]:
            relation = Relation(
                SAME, statement.figure, (Term("other", stated[0].figure),), is_exact=is_amount(statement)
            )
            yield passed(relation, statement.key)
        return
    versions.sort(key=lambda version: -len(version.statements))
    usual = versions[0].statements[0]
    for version in versions[1:]:
        yield _finding(reading, usual, version.statements, versions[0].statements)


def _finding(reading: Reading, usual: Statement, odd: list[Statement], others: list[Statement]) -> Check:
    first = odd[0]
    relation = Relation(SAME, first.figure, (Term("other", usual.figure),), is_exact=is_amount(first))
    found = failing(
        relation,
        judge(relation),
        first.key,
        message=_("{subject}: {place} mencetak {printed}, sedangkan {usual} mencetak {other}.").format(
            subject=" ".join(first.subject_text.split()).rstrip("."),
            place="; ".join(where(reading, statement) for statement in odd[:PLACES_SHOWN]),
            printed=printed(first.figure),
            usual=_tables(reading, others),
            other=printed(usual.figure),
        ),
        remedy=_("Cari dokumen sumbernya, lalu samakan angka itu di seluruh laporan; bila diubah, sebutkan versinya."),
        severity=_severity([*odd, *others]),
    )
    every = (*(one.figure for one in odd), *(one.figure for one in others))
    return replace(found, figures=every)


def _tables(reading: Reading, stated: list[Statement]) -> str:
    """Where the usual value stands: the tables alone, since row and column are the same."""
    named = [
        table_name(reading.tables[statement.table]) + page_of(statement.figure.place)
        if statement.table is not None
        else where(reading, statement)
        for statement in stated
    ]
    shown = named[:PLACES_SHOWN]
    if len(named) > len(shown):
        shown.append(_("{count} tempat lain").format(count=len(named) - len(shown)))
    return ", ".join(shown)


def _severity(stated: list[Statement]) -> Severity | None:
    """A warning where the names differ, or where a target may have been changed between plan and agreement."""
    names = {canonical(statement.subject_text, statement.key.kind) for statement in stated}
    chapters = {statement.chapter for statement in stated}
    is_changeable = stated[0].key.measure is Measure.TARGET and len(chapters) > 1
    return Severity.WARNING if len(names) > 1 or is_changeable else None


RULE = Rule(
    "CON001",
    "contradicting-figures",
    Severity.ERROR,
    Citation("PermenPANRB 53/2014", "keselarasan perencanaan, perjanjian, dan pelaporan", Certainty.GENERAL),
    check,
)
