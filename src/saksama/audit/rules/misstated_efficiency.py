"""Efisiensi yang tercetak tidak mengikuti satu pun cara menghitung efisiensi.

Mengapa penting: efisiensi adalah analisis wajib dalam Bab III. Angka yang tidak berasal dari pagu, realisasi, dan
capaian di baris yang sama biasanya tertinggal dari laporan tahun lalu.

Contoh: pagu 202.903.750 dan realisasi 148.805.150 dicetak dengan efisiensi 44.626.300 dan 0,00%. Yang benar, sebagai
anggaran yang tidak terpakai: 54.098.600 dan 26,66%.
Cara yang diterima: capaian dikurangi serapan, capaian dibagi serapan, anggaran yang tidak terpakai (rupiah atau
persen), rumus PMK, dan serapannya sendiri. Cara yang menjelaskan baris terbanyak dianggap cara kolom itu.

Cara memperbaiki: sebutkan cara menghitungnya, lalu hitung ulang dari angka di baris yang sama.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from saksama.audit.checks import agreeing, failing, skipped
from saksama.audit.facts import Facts, beside, columns, facts, is_amount, printed, table_name, where
from saksama.audit.relation import Judgement, Precision, Relation, Term, Verdict, judge, readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.kernel.formula import Formula, Values
from saksama.kernel.money import ABSORPTION, EFFICIENCY_GAP, EFFICIENCY_RATIO, EFFICIENCY_SAVING
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.quantity import Quantity, Reason, Uncomputable
from saksama.kernel.totals import ARITHMETIC, DIFFERENCE
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement


def _pmk(values: Values) -> Quantity:
    cost = values["appropriation"] * values["achievement"] / 100
    return Uncomputable(Reason.ZERO_DENOMINATOR) if cost <= 0 else (cost - values["expenditure"]) / cost * 100


def _against_100(values: Values) -> Quantity:
    absorption = values["absorption"]
    return Uncomputable(Reason.ZERO_DENOMINATOR) if absorption <= 0 else 10000 / absorption


_PMK = Formula(
    "efficiency-pmk-row",
    "Efisiensi keluaran menurut PMK",
    ("appropriation", "achievement", "expenditure"),
    "({appropriation} × {achievement}% − {expenditure}) ÷ ({appropriation} × {achievement}%) × 100%",
    "",
    _pmk,
    ARITHMETIC,
)
_AGAINST_100 = Formula(
    "hundred-by-absorption",
    "100 dibagi serapan",
    ("absorption",),
    "100 ÷ {absorption} × 100%",
    "",
    _against_100,
    ARITHMETIC,
)
_SAVED_POINTS = Formula(
    "saving-of-absorption",
    "100 dikurangi serapan",
    ("absorption",),
    "100 − {absorption}",
    "",
    lambda values: 100 - values["absorption"],
    ARITHMETIC,
)
_SAVED_RUPIAH = Formula(
    "saving-in-rupiah",
    DIFFERENCE.title,
    ("appropriation", "expenditure"),
    "{appropriation} − {expenditure}",
    "",
    lambda values: values["appropriation"] - values["expenditure"],
    ARITHMETIC,
)
METHODS = (EFFICIENCY_GAP, EFFICIENCY_RATIO, EFFICIENCY_SAVING, _SAVED_POINTS, _PMK, _AGAINST_100, ABSORPTION)
_MEASURES = {
    "achievement": (Measure.ACHIEVEMENT, Measure.AVERAGE_ACHIEVEMENT, Measure.ACTUAL),
    "absorption": (Measure.ABSORPTION,),
    "appropriation": (Measure.APPROPRIATION,),
    "expenditure": (Measure.EXPENDITURE,),
}


@dataclass(frozen=True, slots=True)
class _Row:
    statement: Statement
    looks: tuple[tuple[Relation, Judgement], ...]  # one for each method that has its inputs


def check(reading: Reading) -> Iterator[Check]:
    """Recompute every efficiency by the method that its column follows."""
    known = facts(reading)
    stated = [
        statement
        for statement in reading.statements
        if statement.key.measure is Measure.EFFICIENCY and readings(statement.figure) and not statement.alternatives
    ]
    for place, column in columns(stated).items():
        yield from _column(known, f"{place[0]}:{place[1]}", column)


def _column(known: Facts, group: str, column: list[Statement]) -> Iterator[Check]:
    rows = []
    for statement in column:
        row = _Row(statement, tuple(_looks(known, statement)))
        if row.looks:
            rows.append(row)
        else:
            yield skipped(_("capaian, serapan, pagu, atau realisasi tidak ditemukan"), statement.key)
    method = _method(rows)
    wrong = []
    for row in rows:
        found = next((look for look in row.looks if look[0].formula is method and look[1].holds), None)
        if method and not any(look[0].formula is method for look in row.looks):
            yield skipped(_("cara kolom ini tidak dapat dihitung di baris ini"), row.statement.key)
        elif found:
            yield agreeing(*found, row.statement.key, place=where(known.reading, row.statement), group=group)
        else:
            wrong.append(row)
    if method is None and len(wrong) >= 2:
        yield _whole_column(known, wrong, group)
    else:
        yield from (_one(known, row, method, group) for row in wrong)


def _looks(known: Facts, statement: Statement) -> Iterator[tuple[Relation, Judgement]]:
    beside_it = {
        name: next((found for measure in measures for found in beside(known, statement, measure)), None)
        for name, measures in _MEASURES.items()
    }
    is_money = all(
        figure.unit != "%" and not figure.decimals and abs(figure.value) > 1000 for figure in readings(statement.figure)
    )
    for method in (_SAVED_RUPIAH,) if is_money else METHODS:
        inputs = [beside_it[name] for name in method.inputs]
        terms = tuple(
            Term(name, given.figure, Precision.EXACT if is_amount(given) else Precision.COMPUTED)
            for name, given in zip(method.inputs, inputs, strict=True)
            if given
        )
        if len(terms) == len(inputs):
            relation = Relation(method, statement.figure, terms, is_exact=is_money)
            judgement = judge(relation)
            if judgement.verdict is not Verdict.UNCOMPUTABLE:
                yield relation, judgement


def _method(rows: list[_Row]) -> Formula | None:
    """The method that most rows follow; the earlier of two."""
    votes: dict[str, tuple[int, Formula]] = {}
    for row in rows:
        for relation, judgement in row.looks:
            if judgement.holds:
                count = votes.get(relation.formula.name, (0, relation.formula))[0]
                votes[relation.formula.name] = (count + 1, relation.formula)
    return max(votes.values(), key=lambda vote: vote[0])[1] if votes else None


def _one(known: Facts, row: _Row, method: Formula | None, group: str) -> Check:
    relation, judgement = next((look for look in row.looks if look[0].formula is method), row.looks[0])
    found = failing(relation, judgement, row.statement.key, message="")
    if method:
        message = _(
            "{place}: efisiensi tercetak {printed}; dengan cara kolom ini ({arithmetic}) seharusnya {expected}."
        )
    else:
        message = _(
            "{place}: efisiensi tercetak {printed}; tidak satu pun cara menghitung memberinya, misalnya {arithmetic}."
        )
    text = message.format(
        place=where(known.reading, row.statement),
        printed=printed(row.statement.figure),
        arithmetic=found.arithmetic,
        expected=found.expected_text,
    )
    severity = None if method else Severity.WARNING
    return failing(
        relation, judgement, row.statement.key, message=text, remedy=_remedy(), group=group, severity=severity
    )


def _whole_column(known: Facts, rows: list[_Row], group: str) -> Check:
    first = rows[0]
    relation, judgement = first.looks[0]
    found = failing(relation, judgement, first.statement.key, message="")
    assert first.statement.table is not None
    message = _(
        "{table}: {count} baris kolom efisiensi tidak mengikuti angka di barisnya sendiri. Contoh {place}: tercetak "
        "{printed}, sedangkan {arithmetic}. Periksa apakah kolom ini tertinggal dari laporan lain."
    ).format(
        table=table_name(known.reading.tables[first.statement.table]),
        count=len(rows),
        place=where(known.reading, first.statement),
        printed=printed(first.statement.figure),
        arithmetic=found.arithmetic,
    )
    return Check(
        Outcome.FAILED,
        (*(row.statement.figure for row in rows), *(f for row in rows for f in row.looks[0][0].figures()[1:])),
        first.statement.key,
        first.statement.figure,
        found.expected,
        found.expected_text,
        message,
        found.arithmetic,
        group=group,
        remedy=_remedy(),
        relation=relation,
    )


def _remedy() -> str:
    return _("Sebutkan cara menghitung efisiensi, lalu hitung ulang dari angka di baris yang sama.")


RULE = Rule(
    "ABS003",
    "misstated-efficiency",
    Severity.ERROR,
    Citation("Praktik LKjIP", "analisis efisiensi penggunaan sumber daya", Certainty.WEAK),
    check,
)
