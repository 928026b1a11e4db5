"""Kenaikan, penurunan, atau selisih yang tertulis tidak sama dengan selisih kedua angkanya.

Mengapa penting: "meningkat 17,09 poin" adalah kalimat yang diingat pembaca; angkanya jarang dihitung ulang setelah
salah satu nilainya diperbaiki.

Contoh: dari 85,31% menjadi 92,10% ditulis naik 7,79 poin. Yang benar 6,79 poin.
Selisih dalam satuan aslinya dan pertumbuhan dalam persen sama-sama diterima.

Cara memperbaiki: kurangkan kembali kedua angkanya, dan sebutkan apakah selisihnya poin atau persen.
"""

from collections.abc import Iterator
from dataclasses import replace

from saksama.audit.checks import agreeing, failing, skipped
from saksama.audit.facts import Facts, beside, facts, finest, in_row, is_amount, printed, subject_of, where
from saksama.audit.relation import Judgement, Precision, Relation, Term, judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.formula import Formula, Values
from saksama.kernel.quantity import Quantity, Reason, Uncomputable
from saksama.kernel.totals import ARITHMETIC
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement


def _growth(values: Values) -> Quantity:
    if values["before"] <= 0:
        return Uncomputable(Reason.ZERO_DENOMINATOR)
    return abs(values["after"] - values["before"]) / values["before"] * 100


_APART = Formula(
    "points-apart",
    "Selisih",
    ("after", "before"),
    "|{after} − {before}|",
    "",
    lambda values: abs(values["after"] - values["before"]),
    ARITHMETIC,
    unit="",
)
_GROWTH = Formula(
    "growth", "Pertumbuhan", ("after", "before"), "|{after} − {before}| ÷ {before} × 100%", "", _growth, ARITHMETIC
)


def check(reading: Reading) -> Iterator[Check]:
    """Recompute every change and every variance from the two figures it is the difference of."""
    known = facts(reading)
    for statement in reading.statements:
        if statement.key.measure in (Measure.CHANGE, Measure.VARIANCE) and readings(statement.figure):
            yield _look(known, statement)


def _look(known: Facts, statement: Statement) -> Check:
    pairs = list(_pairs(known, statement))
    if not pairs:
        return skipped(_("kedua angka yang dibandingkan tidak ditemukan"), statement.key)
    looks: list[tuple[Relation, Judgement]] = []
    for after, before in pairs:
        terms = tuple(_term(known.reading, name, one) for name, one in (("after", after), ("before", before)))
        stated = _unsigned(statement)
        for formula in (_APART, _GROWTH):
            relation = Relation(formula, stated.figure, terms, is_exact=is_amount(after) and formula is _APART)
            looks.append((relation, judge(relation)))
    relation, judgement = min(looks, key=lambda look: look[1].rank)
    place = where(known.reading, statement)
    if judgement.holds:
        return agreeing(relation, judgement, statement.key, place=place)
    relation, judgement = looks[0]
    found = failing(relation, judgement, statement.key, message="")
    message = _("{place}: selisih tertulis {printed}, padahal {arithmetic}.").format(
        place=place, printed=printed(statement.figure), arithmetic=found.arithmetic
    )
    remedy = _("Kurangkan kembali kedua angkanya, dan sebutkan apakah selisihnya poin atau persen.")
    severity = None if statement.table is None and len(pairs) == 1 else Severity.WARNING
    wrong = failing(relation, judgement, statement.key, message=message, remedy=remedy, severity=severity)
    return replace(wrong, rivals=tuple(relation for relation, _judgement in looks))


def _term(reading: Reading, name: str, statement: Statement) -> Term:
    precision = Precision.EXACT if is_amount(statement) else Precision.PRINTED
    return Term(name, statement.figure, precision, finest(reading, statement))


def _unsigned(statement: Statement) -> Statement:
    """A fall may be printed with or without its sign."""
    figure = statement.figure
    options = tuple(replace(option, value=abs(option.value)) for option in readings(figure))
    return replace(statement, figure=replace(figure, readings=options, chosen=None))


def _pairs(known: Facts, statement: Statement) -> Iterator[tuple[Statement, Statement]]:
    if statement.key.measure is Measure.VARIANCE:
        yield from _variance_pairs(known, statement)
        return
    changed = _measure(statement.key.aspect)
    if changed is None:
        return
    beside_it = _of_sentence(known, statement, changed)
    if len(beside_it) == 2:
        yield beside_it[1], beside_it[0]
        return
    year = int(statement.key.period) if statement.key.period.isdigit() else None
    if year is None:
        return
    of_year: dict[str, list[Statement]] = {}
    for other in known.subjects.get((subject_of(statement), changed), ()):
        if other.table is not None:
            of_year.setdefault(other.key.period, []).append(other)
    for after in of_year.get(f"{year}", ())[:2]:
        for before in of_year.get(f"{year - 1}", ())[:2]:
            yield after, before


def _variance_pairs(known: Facts, statement: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Actual and target of the row; where the variance is towards something else, that."""
    against = {
        "target akhir": (Measure.END_TARGET,),
        "": (Measure.TARGET, Measure.BENCHMARK) if statement.key.comparator else (Measure.TARGET,),
    }.get(statement.key.aspect, ())
    actuals = beside(known, statement, Measure.ACTUAL) or in_row(known, statement, Measure.ACTUAL)
    for measure in against:
        for other in beside(known, statement, measure) or in_row(known, statement, measure):
            for actual in actuals:
                yield actual, other


def _measure(aspect: str) -> Measure | None:
    return next((measure for measure in Measure if measure.value == aspect), None)


def _of_sentence(known: Facts, statement: Statement, measure: Measure) -> list[Statement]:
    """The figures of the sentence (or row) whose change it is, in the order of their periods."""
    found = [
        other
        for other in known.subjects.get((subject_of(statement), measure), ())
        if other.sentence == statement.sentence and (other.table, other.row) == (statement.table, statement.row)
    ]
    return sorted(found, key=lambda other: other.key.period)


RULE = Rule("TXT002", "misstated-change", Severity.ERROR, ARITHMETIC, check)
