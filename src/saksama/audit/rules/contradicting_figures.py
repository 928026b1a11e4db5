"""Satu fakta dicetak dengan dua angka yang berbeda.

Mengapa penting: target di Perjanjian Kinerja, di Bab III, dan di Bab IV harus sama. Bila berbeda, pembaca tidak tahu
mana yang benar, dan capaiannya pun tidak dapat dipercaya.

Contoh: target indikator yang sama 40% di Perjanjian Kinerja dan 80% di tabel efisiensi.
Yang berbeda karena versi (murni, perubahan), triwulan, atau pembandingnya bukan pertentangan.

Cara memperbaiki: cari dokumen sumbernya, lalu samakan angka itu di seluruh laporan. Bila targetnya diubah, sebutkan
versinya.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from saksama.audit.checks import COMPUTED, equal, failing
from saksama.audit.facts import dimension, is_amount, page_of, printed, table_name, where
from saksama.audit.relation import SAME, Relation, Term, judge, meet, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.slips import digits, slip
from saksama.audit.spots import cell_of
from saksama.kernel.figures import Interval
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.names import canonical
from saksama.understanding.reading import (
    Chapter,
    FactKey,
    Figured,
    Measure,
    Reading,
    RowRole,
    Statement,
    SubjectKind,
    UnderstoodTable,
)

_COMPARED = frozenset(Measure) - {Measure.RATING, Measure.OTHER, Measure.COUNT, Measure.CHANGE, Measure.VARIANCE}
PLACES_SHOWN = 3
_NO_NAMES = ("", "belum diisi")


LEAST_VERSION = 2
"""So many appropriations of one table that differ from other tables are another version of the budget."""


@dataclass(frozen=True, slots=True)
class _Contradiction:
    """Statements that can be the same number, and those of the usual number, which is another."""

    odd: list[Statement]
    usual: list[Statement]


def check(reading: Reading) -> Iterator[Check]:
    """Compare what different tables, or different sentences, state of the same fact."""
    groups: Groups = {}
    for statement in reading.statements:
        if statement.key.measure in _COMPARED and statement.figure.readings and not statement.alternatives:
            is_table = statement.table is not None
            if statement.key.subject in _NO_NAMES and statement.key.kind is not SubjectKind.AGENCY:
                continue
            if is_table or statement.key.kind is not SubjectKind.AGENCY:
                groups.setdefault((_fact(statement), is_table, _scope(reading, statement)), []).append(statement)
    in_tables = {key for key, is_table, _scoped in groups if is_table}
    contradictions: list[_Contradiction] = []
    contradictions += _mistyped_totals(groups)
    for (key, is_table, _scoped), stated in groups.items():
        if is_table or key not in in_tables:  # a sentence is compared with the tables by another rule
            contradictions += yield from _compare(reading, _single(stated))
    budgets: dict[int | None, list[_Contradiction]] = {}
    for found in contradictions:
        if found.odd[0].key.measure is Measure.APPROPRIATION and found.odd[0].table is not None:
            is_attached = found.odd[0].chapter is Chapter.ATTACHMENT
            budgets.setdefault(None if is_attached else found.odd[0].table, []).append(found)
        else:
            yield _finding(reading, found)
    for found_in_table in budgets.values():
        yield from _of_budget(reading, found_in_table)


Groups = dict[tuple[FactKey, bool, tuple[str, ...]], list[Statement]]


def _mistyped_totals(groups: Groups) -> list[_Contradiction]:
    """Totals of different lists may differ; one that differs from others by a digit is their slip."""
    totals: dict[FactKey, list[tuple[tuple[str, ...], Statement]]] = {}
    for (key, is_table, scope), stated in groups.items():
        if is_table and scope:
            totals.setdefault(key, []).extend((scope, statement) for statement in stated)
    found = []
    for scoped in totals.values():
        for scope, statement in scoped:
            same = [other for _scope, other in scoped if other is not statement and _agree(statement, other)]
            usual = [other for wider, other in scoped if wider != scope and _is_slip(statement, other)]
            supported = [other for other in usual if sum(_agree(other, one) for _scope, one in scoped) > 1]
            if supported and not same:
                found.append(_Contradiction([statement], supported))
    return found


def _is_slip(one: Statement, other: Statement) -> bool:
    mine, theirs = readings(one.figure)[0], readings(other.figure)[0]
    if mine.value == theirs.value or (mine.unit == "%" and theirs.unit not in {"%", ""}):
        return False
    return bool(slip(digits(mine.value, mine.decimals), digits(theirs.value, theirs.decimals)))


def _of_budget(reading: Reading, found: list[_Contradiction]) -> Iterator[Check]:
    """A table that states several appropriations otherwise than others do may state another version of the budget."""
    if len({cell_of(one.odd[0].figure) for one in found}) < LEAST_VERSION:
        yield from (_finding(reading, one, is_versioned=True) for one in found)
        return
    first = _finding(reading, found[0], is_versioned=True)
    odd = found[0].odd[0]
    message = _(
        "{table}: {count} pagu berbeda dari tabel lain; mungkin versi anggaran yang berbeda (murni, perubahan). "
        "Perlu dicek. Contoh: {example}"
    ).format(
        table=table_name(reading.tables[odd.table or 0]) + page_of(odd.figure.place),
        count=len(found),
        example=first.message,
    )
    figures = tuple(one.odd[0].figure for one in found) + tuple(one.usual[0].figure for one in found)
    yield replace(first, message=message, figures=figures, severity=Severity.WARNING, repair=None, relation=None)


def _fact(statement: Statement) -> FactKey:
    """The target of the plan's last year is its end target under another name, a dated baseline that year's actual."""
    key = statement.key
    is_level = statement.figure.readings[0].decimals > 0 or dimension(statement) == "%"
    # Of what is counted, the end target may be the sum of all years.
    if key.measure is Measure.END_TARGET and key.period and is_level:
        return replace(key, measure=Measure.TARGET, aspect="")
    if key.measure is Measure.BASELINE and key.period:
        return replace(key, measure=Measure.ACTUAL)
    return key


def _scope(reading: Reading, statement: Statement) -> tuple[str, ...]:
    """What a total is the total of: totals of different lists are different facts."""
    if statement.key.kind is not SubjectKind.AGENCY or statement.table is None:
        return ()
    return _listed(reading.tables[statement.table])


def _listed(table: UnderstoodTable) -> tuple[str, ...]:
    return tuple(sorted({row.subject for row in table.rows if row.role is not RowRole.TOTAL and row.level == 0}))


def _single(stated: list[Statement]) -> list[Statement]:
    """Without the statements of a table that has several of the fact: there the name stands for several things."""
    rows: dict[int, set[int | None]] = {}
    for statement in stated:
        if statement.table is not None:
            rows.setdefault(statement.table, set()).add(statement.row)
    return [one for one in stated if one.table is None or len(rows[one.table]) == 1]


def _compare(reading: Reading, stated: list[Statement]) -> Generator[Check, None, list[_Contradiction]]:
    if len(stated) < 2:
        return []
    values: list[list[Statement]] = []
    for statement in stated:
        same = next((value for value in values if _agree(value[0], statement)), None)
        if same is None:
            values.append([statement])
        else:
            same.append(statement)
    if len(values) == 1:
        for statement in stated[1:]:
            relation = Relation(
                SAME, statement.figure, (Term("other", stated[0].figure),), is_exact=is_amount(statement)
            )
            yield equal(relation, statement.key, place=where(reading, statement))
        return []
    values.sort(key=lambda same: -len(same))
    return [_Contradiction(odd, values[0]) for odd in values[1:]]


def _agree(one: Statement, other: Statement) -> bool:
    """Whether both can be the same number; a percentage and an amount are not compared."""
    if {dimension(one), dimension(other)} == {"%", "Rp"}:
        return True
    is_computed = one.key.measure in COMPUTED
    return meet(one.figure, other.figure, is_exact=is_amount(other), is_computed=is_computed)


def _finding(reading: Reading, found: _Contradiction, *, is_versioned: bool = False) -> Check:
    odd, others = found.odd, found.usual
    first, usual = odd[0], others[0]
    relation = Relation(SAME, first.figure, (Term("other", usual.figure),), is_exact=is_amount(first))
    check_of = failing(
        relation,
        judge(relation),
        first.key,
        message=_("{subject}: {place} mencetak {printed}, sedangkan {usual} mencetak {other}.").format(
            subject=" ".join(first.subject_text.split()).rstrip(".") or _("seluruh instansi"),
            place="; ".join(where(reading, statement) for statement in odd[:PLACES_SHOWN]),
            printed=printed(first.figure),
            usual=_tables(reading, others),
            other=printed(usual.figure),
        ),
        remedy=_("Cari dokumen sumbernya, lalu samakan angka itu di seluruh laporan; bila diubah, sebutkan versinya."),
        severity=Severity.WARNING if is_versioned else _severity([*odd, *others]),
    )
    every = (*(one.figure for one in odd), *(one.figure for one in others))
    return replace(check_of, figures=every, repair=_exactly(usual.figure) if len(others) > len(odd) else None)


def _exactly(figured: Figured) -> Interval:
    """The number itself."""
    value = Fraction(readings(figured)[0].value)
    return Interval(value, value)


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
    is_changeable = stated[0].key.measure in (Measure.TARGET, Measure.END_TARGET) and len(chapters) > 1
    return Severity.WARNING if len(names) > 1 or is_changeable else None


RULE = Rule(
    "CON001",
    "contradicting-figures",
    Severity.ERROR,
    Citation("PermenPANRB 53/2014", "keselarasan perencanaan, perjanjian, dan pelaporan", Certainty.GENERAL),
    check,
)
