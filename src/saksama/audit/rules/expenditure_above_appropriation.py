"""Realisasi anggaran lebih besar daripada pagunya.

Mengapa penting: belanja tidak boleh melampaui pagu. Bila benar terjadi, itu pelanggaran; bila tidak, satu dari kedua
angka salah ketik, sering satu kelompok digit hilang.

Contoh: pagu setelah perubahan 2.041.407.356 dan realisasi 2.170.931.132.
Pendapatan boleh melampaui targetnya dan tidak diperiksa. Bila ada beberapa versi pagu, pagu
perubahan yang dipakai.

Cara memperbaiki: cocokkan pagu dengan DPPA dan realisasi dengan LRA.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from saksama.audit.checks import failing, passed
from saksama.audit.facts import Facts, budgets, facts, printed, where
from saksama.audit.relation import SAME, Relation, Term, judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.rounding import write_number
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement

_REVENUE = re.compile(r"\b(pendapatan|penerimaan|retribusi|pajak|pad|hasil penjualan|restribusi)\b", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Check]:
    """Compare every expenditure with the appropriation in force beside it."""
    known = facts(reading)
    for statement in reading.statements:
        is_spent = statement.key.measure is Measure.EXPENDITURE and statement.table is not None
        if is_spent and readings(statement.figure) and not _is_revenue(reading, statement):
            yield from _look(known, statement)


def _is_revenue(reading: Reading, statement: Statement) -> bool:
    assert statement.table is not None
    table = reading.tables[statement.table]
    headers = " ".join(column.header for column in table.columns)
    return bool(_REVENUE.search(f"{table.caption} {headers} {statement.subject_text}"))


def _look(known: Facts, statement: Statement) -> Iterator[Check]:
    allotted = budgets(known, statement)
    if not allotted:
        return
    looks = [(limit, _relation(statement, limit)) for limit in allotted]
    judged = [(limit, relation, judge(relation)) for limit, relation in looks]
    limit, relation, judgement = judged[0]  # the budget in force at year end
    if judgement.holds or not isinstance(judgement.expected, Fraction):
        yield passed(relation, statement.key)
        return
    message = _("{place}: realisasi {spent} melebihi pagu {allotted} sebesar {excess}.").format(
        place=where(known.reading, statement),
        spent=printed(statement.figure),
        allotted=printed(limit.figure),
        excess=write_number(Fraction(judgement.readings[0].value) - judgement.expected, 0),
    )
    remedy = _("Cocokkan pagu dengan DPPA dan realisasi dengan LRA.")
    # Within another version of the budget it may be that the versions are mixed up.
    severity = Severity.WARNING if any(other.holds for _limit, _relation, other in judged) else None
    found = failing(relation, judgement, statement.key, message=message, remedy=remedy, severity=severity)
    yield replace(found, expected_text=f"≤ {found.expected_text}")


def _relation(statement: Statement, limit: Statement) -> Relation:
    return Relation(SAME, statement.figure, (Term("other", limit.figure),), is_exact=True, is_limit=True)


RULE = Rule(
    "ABS004",
    "expenditure-above-appropriation",
    Severity.ERROR,
    Citation("PP 12/2019", "belanja tidak melebihi pagu", Certainty.GENERAL),
    check,
)
