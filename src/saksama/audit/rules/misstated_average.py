"""Rata-rata yang tercetak bukan rata-rata dari angka yang dirata-ratakan.

Mengapa penting: rata-rata capaian menjadi kalimat utama laporan dan predikat instansi.

Contoh: capaian 71,02% dan 95,2% dicetak dengan rata-rata 84,11%. Yang benar 83,11%.
Diterima: rata-rata indikator, rata-rata sasaran, dan rata-rata capaian yang dibatasi 100% atau 120%.

Cara memperbaiki: hitung ulang rata-ratanya, dan sebutkan apa yang dirata-ratakan.
"""

from collections.abc import Iterator
from dataclasses import replace

from saksama.audit.averages import Parts, candidates
from saksama.audit.checks import agreeing, failing, skipped
from saksama.audit.facts import Facts, facts, printed, subject_of, where
from saksama.audit.relation import Judgement, Relation, Verdict, judge, meet, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, RowRole, Statement


def check(reading: Reading) -> Iterator[Check]:
    """Recompute every average of achievements."""
    known = facts(reading)
    measured: dict[str, tuple[Parts, ...]] = {}
    for statement in reading.statements:
        if statement.key.measure is not Measure.AVERAGE_ACHIEVEMENT or not readings(statement.figure):
            continue
        if _is_one_achievement(known, statement):
            yield skipped(_("capaian yang berdiri sendiri"), statement.key)
            continue
        if _is_of_table(known, statement):
            yield skipped(_("rata-rata yang sama diperiksa di tabel"), statement.key)
            continue
        looks = list(_looks(known, statement, measured))
        if not looks:
            yield skipped(_("yang dirata-ratakan tidak ditemukan"), statement.key)
            continue
        relation, judgement = min(looks, key=lambda look: look[1].rank)
        if judgement.holds:
            yield agreeing(relation, judgement, statement.key, place=where(reading, statement))
            continue
        relation, judgement = looks[0]
        found = failing(relation, judgement, statement.key, message="")
        rivals = tuple(relation for relation, _judgement in looks)
        message = _(
            "{place}: rata-rata tercetak {printed}, padahal rata-rata {count} capaian adalah {expected}."
        ).format(
            place=where(reading, statement),
            printed=printed(statement.figure),
            count=len(relation.terms),
            expected=found.expected_text,
        )
        wrong = failing(
            relation,
            judgement,
            statement.key,
            message=message,
            remedy=_("Hitung ulang rata-ratanya, dan sebutkan apa yang dirata-ratakan."),
            severity=_severity(reading, statement),
        )
        yield replace(wrong, rivals=rivals)


def _looks(
    known: Facts, statement: Statement, measured: dict[str, tuple[Parts, ...]]
) -> Iterator[tuple[Relation, Judgement]]:
    """The looks up to the first that agrees."""
    for relation in candidates(known, statement, measured):
        judgement = judge(relation)
        yield relation, judgement
        if judgement.verdict is Verdict.CONSISTENT:
            return


def _is_one_achievement(known: Facts, statement: Statement) -> bool:
    """Whether a row of totals, or a sentence that speaks of no average, repeats the achievement of something."""
    if statement.table is not None and statement.row is not None:
        if known.reading.tables[statement.table].rows[statement.row].role is RowRole.AVERAGE:
            return False
        above = (known.rows.get((statement.table, row), ()) for row in range(statement.row))
        return any(
            meet(statement.figure, other.figure)
            for others in above
            for other in others
            if other.column == statement.column
        )
    if statement.sentence is None or "rata" in known.reading.sentences[statement.sentence].text.lower():
        return False
    return any(
        meet(statement.figure, other.figure)
        for other in known.reading.statements
        if other.key.measure is Measure.ACHIEVEMENT and other.table is not None
    )


def _is_of_table(known: Facts, statement: Statement) -> bool:
    """Whether a sentence repeats the average that a table ends in: there stands what it averages."""
    return statement.table is None and any(
        other.table is not None and other.key.period == statement.key.period and meet(statement.figure, other.figure)
        for other in known.subjects.get((subject_of(statement), Measure.AVERAGE_ACHIEVEMENT), ())
    )


def _severity(reading: Reading, statement: Statement) -> Severity | None:
    """A sentence may average something else than the tables do, and a row of totals may be none of averages."""
    if statement.table is None or statement.row is None:
        return Severity.WARNING
    is_average = reading.tables[statement.table].rows[statement.row].role is RowRole.AVERAGE
    return None if is_average else Severity.WARNING


RULE = Rule(
    "AVG002",
    "misstated-average",
    Severity.ERROR,
    Citation("Praktik LKjIP", "rata-rata capaian", Certainty.WEAK),
    check,
)
