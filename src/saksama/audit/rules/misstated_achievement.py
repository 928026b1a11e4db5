"""Capaian yang tercetak bukan hasil dari realisasi dan targetnya.

Mengapa penting: capaian menentukan predikat kinerja dan kata "berhasil". Capaian yang keliru membuat pimpinan dan
evaluator menilai kinerja yang tidak pernah terjadi.

Contoh: target 67,5% dan realisasi 93,28% dicetak dengan capaian 93,28%. Yang benar 93,28 ÷ 67,5 × 100% = 138,19%.
Kolom yang seluruhnya memakai rumus keliru (realisasi itu sendiri, atau realisasi dibagi kondisi awal) dilaporkan satu
kali. Rumus yang sah diterima semuanya: realisasi ÷ target, (2 × target − realisasi) ÷ target, target ÷ realisasi, dan
selisih terhadap target; arah indikator tidak pernah disimpulkan dari kata-katanya.

Cara memperbaiki: hitung ulang capaian dari realisasi dan target yang berlaku pada akhir tahun, dan sebutkan rumusnya.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from saksama.audit.achievement_rows import (
    AchievementRow,
    achievement_row,
    capped_rows,
    explained_by,
    follows,
    is_possible,
    is_trivial,
    relation_of,
)
from saksama.audit.checks import agreeing, failing, skipped
from saksama.audit.facts import (
    Facts,
    columns,
    facts,
    printed,
    table_name,
    where,
)
from saksama.audit.relation import Verdict, judge, readings
from saksama.audit.rivals import AGAINST_BASELINE, rival_in_words
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.kernel.achievement import HIGHER_IS_BETTER
from saksama.kernel.formula import Formula
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement

LEAST_EXACT = 3
"""So many rows that need no rounding of their inputs show that the column's inputs are not rounded."""


def check(reading: Reading) -> Iterator[Check]:
    """Recompute every achievement."""
    known = facts(reading)
    stated = [
        statement
        for statement in reading.statements
        if statement.key.measure is Measure.ACHIEVEMENT and not statement.alternatives
    ]
    for place, column in columns(stated).items():
        yield from _column(known, f"{place[0]}:{place[1]}", column)
    for statement in stated:
        if statement.sentence is not None:
            row = achievement_row(known, statement)
            yield from _column_of_rows(known, "", [row]) if row.relation else ()


def _column(known: Facts, group: str, column: list[Statement]) -> Iterator[Check]:
    rows, without = [], []
    for statement in column:
        if not readings(statement.figure):
            continue
        row = achievement_row(known, statement)
        if row.relation is None or row.judgement.verdict is Verdict.UNCOMPUTABLE:
            without.append(row)
        else:
            rows.append(row)
    yield from _column_of_rows(known, group, rows)
    yield from _without_target(known, group, without)


def _without_target(known: Facts, group: str, rows: list[AchievementRow]) -> Iterator[Check]:
    """Rows whose target is stated nowhere: a column that is divided by the baseline is wrong all the same."""
    followers = [row for row in rows if row.baselines and row.actuals and follows(known, AGAINST_BASELINE, row)]
    if len(followers) < 2:
        followers = []
    else:
        yield _against_baseline(known, followers, group)
    for row in rows:
        if row not in followers:
            yield skipped(_reason(row), row.statement.key)


def _against_baseline(known: Facts, followers: list[AchievementRow], group: str) -> Check:
    first = followers[0]
    inputs = {"actual": first.actuals[0], "baseline": first.baselines[0]}
    relation = relation_of(known, AGAINST_BASELINE, first.statement, inputs)
    message = _(
        "{place}: {count} baris kolom ini mencetak {rival}: {arithmetic}. Perlu dicek: target tahun itu tidak ada."
    ).format(
        place=where(known.reading, first.statement),
        count=len(followers),
        rival=rival_in_words(AGAINST_BASELINE),
        arithmetic=failing(relation, judge(relation), None, message="").arithmetic,
    )
    return Check(
        Outcome.FAILED,
        tuple(row.statement.figure for row in followers) + tuple(row.baselines[0].figure for row in followers),
        first.statement.key,
        first.statement.figure,
        message=message,
        group=group,
        severity=Severity.WARNING,
        remedy=_remedy(),
        cause=_("Kondisi awal dipakai sebagai target."),
    )


def _reason(row: AchievementRow) -> str:
    if not row.targets:
        return _("target tidak ditemukan")
    return _("realisasi tidak ditemukan") if not row.actuals else _("tidak dapat dihitung dari targetnya")


def _column_of_rows(known: Facts, group: str, rows: list[AchievementRow]) -> Iterator[Check]:
    wrong = [row for row in rows if not row.judgement.holds]
    exact = sum(row.judgement.verdict is Verdict.CONSISTENT and not is_trivial(row) for row in rows)
    rounded = sum(row.judgement.verdict is Verdict.ROUNDED for row in rows)
    is_unlikely = exact >= LEAST_EXACT and exact > 2 * rounded
    for row in rows:
        if row.judgement.holds and row.relation:
            place, key = where(known.reading, row.statement), row.statement.key
            yield agreeing(row.relation, row.judgement, key, place=place, group=group, is_unlikely=is_unlikely)
    explained = explained_by(known, wrong)
    if explained and len(explained[1]) >= 2:
        formula, followers = explained
        yield _column_finding(known, formula, followers, total=len(rows), group=group)
        wrong = [row for row in wrong if row not in followers]
    capped = capped_rows(rows, wrong)
    for row in wrong:
        yield _row_finding(known, row, group, explained=explained, cap=capped.get(id(row)), capped=len(capped))


def _column_finding(
    known: Facts, formula: Formula, followers: list[AchievementRow], *, total: int, group: str
) -> Check:
    reading, first = known.reading, followers[0]
    shown = _as_ratio(known, first)
    statement = first.statement
    column, table = "", ""
    if statement.table is not None and statement.column is not None:
        understood = reading.tables[statement.table]
        column, table = " ".join(understood.columns[statement.column].header.split()), table_name(understood)
    message = _(
        "{table}, kolom “{column}”: {count} dari {total} baris mencetak {rival}. "
        "Contoh {place}: tercetak {printed}, seharusnya {expected}."
    ).format(
        table=table,
        column=column,
        count=len(followers),
        total=total,
        rival=rival_in_words(formula),
        place=where(reading, statement),
        printed=printed(statement.figure),
        expected=shown.expected_text,
    )
    accused = tuple(row.statement.figure for row in followers)
    used = tuple(figure for row in followers if row.relation for figure in row.relation.figures()[1:])
    return Check(
        Outcome.FAILED,
        (*accused, *used),
        statement.key,
        statement.figure,
        shown.expected,
        shown.expected_text,
        message,
        shown.arithmetic,
        group=group,
        severity=Severity.WARNING if all(row.is_across for row in followers) else None,
        remedy=_remedy(),
        cause=_("Rumus kolom ini keliru."),
        relation=shown.relation,
        accused=accused,
    )


def _remedy() -> str:
    return _("Hitung ulang capaian dari realisasi dan target yang berlaku, dan sebutkan rumusnya.")


def _as_ratio(known: Facts, row: AchievementRow) -> Check:
    """What is stated against realisasi ÷ target, the usual formula."""
    inputs = {"actual": row.actuals[0], "target": row.targets[0]}
    relation = relation_of(known, HIGHER_IS_BETTER, row.statement, inputs)
    return failing(relation, judge(relation), row.statement.key, message="")


def _row_finding(
    known: Facts,
    row: AchievementRow,
    group: str,
    *,
    explained: tuple[Formula, list[AchievementRow]] | None,
    cap: Fraction | None,
    capped: int,
) -> Check:
    shown = _as_ratio(known, row)
    assert shown.relation is not None
    place, target = where(known.reading, row.statement), row.targets[0]
    text = _(
        "{place}: capaian tercetak {printed}, padahal realisasi {actual} terhadap target {target} memberi {expected}."
    ).format(
        place=place,
        printed=printed(row.statement.figure),
        actual=printed(row.actuals[0].figure),
        target=printed(target.figure),
        expected=shown.expected_text,
    )
    if row.is_across:
        text += " " + _("Perlu dicek: targetnya diambil dari {place}.").format(place=where(known.reading, target))
    cause, severity, topic = "", Severity.WARNING if row.is_across else None, ""
    if explained and row in explained[1]:
        cause = _("Yang tercetak {rival}.").format(rival=rival_in_words(explained[0]))
    if cap is not None:
        cause = _("Mungkin capaian dibatasi {cap}%: sebutkan batas itu dalam laporan.").format(cap=cap)
        severity, topic = (Severity.NOTE, "capped") if capped >= 2 else (Severity.WARNING, "")
    judgement = judge(shown.relation)
    if severity is None and is_possible(shown.relation):
        severity = Severity.WARNING
    found = failing(
        shown.relation,
        judgement,
        row.statement.key,
        message=text,
        remedy=_remedy(),
        cause=cause,
        group=group,
        severity=severity,
    )
    return replace(found, topic=topic, rivals=row.lawful)


RULE = Rule(
    "ACH001",
    "misstated-achievement",
    Severity.ERROR,
    Citation("PermenPANRB 8/2021", "lampiran hlm. 91 dan 100", Certainty.CONFIRMED),
    check,
)
