"""Tingkat kemajuan menuju akhir periode Renstra bukan hasil dari realisasi dan target akhirnya.

Mengapa penting: kemajuan menunjukkan apakah janji lima tahun akan tercapai; angka yang keliru menutupi ketertinggalan.

Contoh: realisasi 93,28% dan target akhir 75% dicetak dengan kemajuan 134,27%. Yang benar 124,37%.
Untuk indikator yang semakin rendah semakin baik, target akhir ÷ realisasi juga diterima.

Cara memperbaiki: bagi realisasi sampai tahun ini dengan target akhir periode.
"""

from collections.abc import Iterator
from itertools import product

from saksama.audit.checks import agreeing, failing, skipped
from saksama.audit.facts import Facts, elsewhere, facts, finest, in_row, printed, where
from saksama.audit.relation import Precision, Relation, Term, judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.achievement import LOWER_IS_BETTER
from saksama.kernel.formula import Formula
from saksama.kernel.money import PROGRESS, PROGRESS_INVERSE
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement


def check(reading: Reading) -> Iterator[Check]:
    """Recompute every progress from the actual and the end target beside it."""
    known = facts(reading)
    for statement in reading.statements:
        if statement.key.measure is Measure.PROGRESS and readings(statement.figure) and not statement.alternatives:
            yield _look(known, statement)


def _look(known: Facts, statement: Statement) -> Check:
    actuals = in_row(known, statement, Measure.ACTUAL) or elsewhere(known, statement, Measure.ACTUAL)
    targets = in_row(known, statement, Measure.END_TARGET)
    if not actuals or not targets:
        return skipped(_("realisasi atau target akhir tidak ditemukan"), statement.key)
    looks = []
    for actual, target in product(actuals, targets):
        for formula in (PROGRESS, PROGRESS_INVERSE, LOWER_IS_BETTER):
            relation = _relation(known, formula, statement, actual, target=target)
            looks.append((relation, judge(relation)))
    relation, judgement = min(looks, key=lambda look: look[1].rank)
    place = where(known.reading, statement)
    if judgement.holds:
        return agreeing(relation, judgement, statement.key, place=place)
    relation, judgement = looks[0]
    found = failing(relation, judgement, statement.key, message="")
    message = _(
        "{place}: kemajuan tercetak {printed}, padahal realisasi {actual} terhadap target akhir {target} "
        "memberi {expected}."
    ).format(
        place=place,
        printed=printed(statement.figure),
        actual=printed(actuals[0].figure),
        target=printed(targets[0].figure),
        expected=found.expected_text,
    )
    remedy = _("Bagi realisasi sampai tahun ini dengan target akhir periode.")
    severity = Severity.WARNING if len(looks) > 3 else None
    return failing(relation, judgement, statement.key, message=message, remedy=remedy, severity=severity)


def _relation(
    known: Facts, formula: Formula, statement: Statement, actual: Statement, *, target: Statement
) -> Relation:
    names = {"end_target": target, "target": target, "actual": actual}
    terms = tuple(
        Term(
            name,
            names[name].figure,
            Precision.PRINTED if name == "actual" else Precision.EXACT,
            finest(known.reading, names[name]),
        )
        for name in formula.inputs
    )
    return Relation(formula, statement.figure, terms)


RULE = Rule(
    "ACH003",
    "misstated-progress",
    Severity.ERROR,
    Citation("PermenPANRB 53/2014", "perbandingan realisasi dengan target jangka menengah", Certainty.GENERAL),
    check,
)
