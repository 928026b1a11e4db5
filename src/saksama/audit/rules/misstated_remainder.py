"""Sisa anggaran yang tercetak bukan pagu dikurangi realisasi.

Mengapa penting: sisa anggaran dijelaskan sebagai efisiensi atau sebagai kegiatan yang tidak jalan; angka yang keliru
membuat penjelasan itu tidak berdasar.

Contoh: pagu 174.494.000, realisasi 147.069.000, tercetak 354.899.000. Yang benar 27.425.000.

Cara memperbaiki: kurangkan realisasi dari pagu yang berlaku; periksa apakah angka tahun lalu tertinggal di tabel.
"""

from collections.abc import Iterator
from dataclasses import replace

from saksama.audit.checks import failing, passed, skipped
from saksama.audit.facts import Facts, beside, columns, facts, is_amount, printed, table_name, where
from saksama.audit.relation import Relation, Term, judge, readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.kernel.totals import ARITHMETIC, DIFFERENCE
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement

LEAST_COLUMN = 2


def check(reading: Reading) -> Iterator[Check]:
    """Recompute every remainder from the money beside it; a column none of whose rows follows is one finding."""
    known = facts(reading)
    stated = [
        statement
        for statement in reading.statements
        if statement.key.measure is Measure.REMAINDER and readings(statement.figure) and not statement.alternatives
    ]
    yield from (_look(known, statement) for statement in stated if statement.table is None)
    for (table, _place), column in columns(stated).items():
        looks = [_look(known, statement) for statement in column]
        wrong = [look for look in looks if look.outcome is Outcome.FAILED]
        if len(wrong) >= LEAST_COLUMN and not any(look.outcome is Outcome.PASSED for look in looks):
            yield _whole_column(reading, table, wrong)
        else:
            yield from looks


def _whole_column(reading: Reading, table: int, wrong: list[Check]) -> Check:
    message = _(
        "{table}: {count} baris kolom sisa tidak mengikuti pagu dan realisasinya sendiri. Contoh {example} "
        "Periksa apakah kolom ini tertinggal dari laporan lain."
    ).format(table=table_name(reading.tables[table]), count=len(wrong), example=wrong[0].message)
    accused = tuple(look.stated for look in wrong if look.stated)
    figures = (*accused, *(figured for look in wrong for figured in look.figures[1:]))
    return replace(wrong[0], message=message, figures=figures, cause=_("Seluruh kolom keliru."), accused=accused)


def _look(known: Facts, statement: Statement) -> Check:
    if any(figure.unit == "%" for figure in readings(statement.figure)):
        return skipped(_("sisa dalam persen"), statement.key)
    spent, allotted = (beside(known, statement, part) for part in (Measure.EXPENDITURE, Measure.APPROPRIATION))
    if not spent or not allotted:
        return skipped(_("pagu atau realisasi anggaran tidak ditemukan"), statement.key)
    looks = []
    for given in allotted:
        for paid in spent:
            terms = (Term("value", given.figure), Term("other", paid.figure))
            # The difference is printed with or without its sign.
            for ordered in (terms, (Term("value", paid.figure), Term("other", given.figure))):
                relation = Relation(DIFFERENCE, statement.figure, ordered, is_exact=is_amount(statement))
                looks.append((relation, judge(relation)))
    relation, judgement = min(looks, key=lambda pair: pair[1].rank)
    if judgement.holds:
        return passed(relation, statement.key)
    relation, judgement = looks[0]
    found = failing(relation, judgement, statement.key, message="")
    message = _("{place}: sisa tercetak {printed}, padahal pagu {allotted} dikurangi realisasi {spent} = {expected}.")
    return failing(
        relation,
        judgement,
        statement.key,
        message=message.format(
            place=where(known.reading, statement),
            printed=printed(statement.figure),
            allotted=printed(allotted[0].figure),
            spent=printed(spent[0].figure),
            expected=found.expected_text,
        ),
        remedy=_("Kurangkan realisasi dari pagu yang berlaku; periksa apakah angka tahun lalu tertinggal."),
        group=f"{statement.table}:{statement.column}",
    )


RULE = Rule("ABS002", "misstated-remainder", Severity.ERROR, ARITHMETIC, check)
