"""Persentase serapan anggaran bukan hasil dari realisasi dan pagunya.

Mengapa penting: serapan dibaca sebagai ukuran disiplin anggaran dan menjadi dasar efisiensi. Persentase yang keliru
menyesatkan keduanya.

Contoh: pagu 202.903.750 dan realisasi 148.805.150 dicetak 91%. Yang benar 148.805.150 ÷ 202.903.750 × 100% = 73,34%.
Bila ada beberapa versi pagu (murni, perubahan), cukup satu yang cocok. Persentase dari pagu nol juga dilaporkan.

Cara memperbaiki: bagi realisasi anggaran dengan pagu yang berlaku pada akhir tahun.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from saksama.audit.checks import agreeing, failing, skipped
from saksama.audit.facts import Facts, beside, budgets, elsewhere, facts, of_members, printed, where
from saksama.audit.relation import Judgement, Precision, Relation, Term, Verdict, judge, readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.kernel.formula import Formula, Values
from saksama.kernel.money import ABSORPTION
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.quantity import Quantity, Reason, Uncomputable
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement, SubjectKind


def check(reading: Reading) -> Iterator[Check]:
    """Recompute every absorption from the money beside it."""
    known = facts(reading)
    for statement in reading.statements:
        if statement.key.measure is Measure.ABSORPTION and readings(statement.figure) and not statement.alternatives:
            yield _look(known, statement)


def _look(known: Facts, statement: Statement) -> Check:
    spent = beside(known, statement, Measure.EXPENDITURE)
    allotted = budgets(known, statement)
    is_across = not (spent and allotted)
    if is_across and statement.key.kind is not SubjectKind.AGENCY:  # the same subject's in another table
        spent = spent or elsewhere(known, statement, Measure.EXPENDITURE)
        allotted = allotted or elsewhere(known, statement, Measure.APPROPRIATION)
    is_objective = statement.key.kind is SubjectKind.OBJECTIVE
    if is_objective and not (spent and allotted):
        return _of_members(known, statement)
    if not spent or not allotted:
        missing = _("realisasi anggaran tidak ditemukan") if allotted else _("pagu tidak ditemukan")
        return skipped(missing, statement.key)
    relations = [
        Relation(ABSORPTION, statement.figure, (_term("expenditure", paid), _term("appropriation", given)))
        for paid in spent
        for given in allotted
    ]
    relation, judgement = min(((each, judge(each)) for each in relations), key=lambda pair: pair[1].rank)
    place = where(known.reading, statement)
    group = f"{statement.table}:{statement.column}"
    if judgement.verdict is Verdict.UNCOMPUTABLE:
        return _of_nothing(relation, judgement, statement, place)
    if judgement.holds:
        return agreeing(relation, judgement, statement.key, place=place, group=group)
    # Of several budgets the first beside it is shown.
    relation, judgement = relations[0], judge(relations[0])
    found = failing(relation, judgement, statement.key, message="", group=group)
    message = _(
        "{place}: serapan tercetak {printed}, padahal realisasi {spent} terhadap pagu {allotted} memberi {expected}."
    ).format(
        place=place,
        printed=printed(statement.figure),
        spent=printed(relation.terms[0].figured),
        allotted=printed(relation.terms[1].figured),
        expected=found.expected_text,
    )
    if is_across:
        message += " " + _("Perlu dicek: pagu dan realisasinya diambil dari tabel lain.")
    severity = Severity.WARNING if is_across else None
    return failing(
        relation, judgement, statement.key, message=message, remedy=_remedy(), group=group, severity=severity
    )


def _of_members(known: Facts, statement: Statement) -> Check:
    """An objective's absorption from the money of its indicators."""
    spent, allotted = (of_members(known, statement, part) for part in (Measure.EXPENDITURE, Measure.APPROPRIATION))
    if not spent or not allotted:
        return skipped(_("pagu atau realisasi anggaran tidak ditemukan"), statement.key)
    paid = tuple(f"spent{number}" for number in range(len(spent)))
    given = tuple(f"allotted{number}" for number in range(len(allotted)))
    terms = (
        *(_term(name, other) for name, other in zip(paid, spent, strict=True)),
        *(_term(name, other) for name, other in zip(given, allotted, strict=True)),
    )
    relation = Relation(_absorption_of_sums(paid, given), statement.figure, terms)
    judgement = judge(relation)
    place = where(known.reading, statement)
    if judgement.verdict is Verdict.UNCOMPUTABLE:
        return skipped(_("tidak dapat dihitung"), statement.key)
    if judgement.holds:
        return agreeing(relation, judgement, statement.key, place=place)
    found = failing(relation, judgement, statement.key, message="")
    message = _(
        "{place}: serapan tercetak {printed}, padahal anggaran indikator-indikatornya memberi {expected}. Perlu dicek."
    ).format(place=place, printed=printed(statement.figure), expected=found.expected_text)
    return replace(found, message=message, remedy=_remedy(), severity=Severity.WARNING)


def _absorption_of_sums(paid: tuple[str, ...], given: tuple[str, ...]) -> Formula:
    above, below = (" + ".join(f"{{{name}}}" for name in names) for names in (paid, given))

    def compute(values: Values) -> Quantity:
        whole = sum((values[name] for name in given), Fraction(0))
        if whole <= 0:
            return Uncomputable(Reason.ZERO_APPROPRIATION)
        return sum((values[name] for name in paid), Fraction(0)) / whole * 100

    expression = f"({above}) ÷ ({below}) × 100%"
    return replace(
        ABSORPTION, name="absorption-of-sums", inputs=(*paid, *given), expression=expression, compute=compute
    )


def _term(name: str, statement: Statement) -> Term:
    amounts = readings(statement.figure)
    is_whole = all(figure.scale == 1 and not figure.decimals for figure in amounts)
    return Term(name, statement.figure, Precision.EXACT if is_whole else Precision.PRINTED)


def _of_nothing(relation: Relation, judgement: Judgement, statement: Statement, place: str) -> Check:
    """A percentage of an appropriation of zero: no number follows, and none but 0 or 100 is custom."""
    if judgement.reason is not Reason.ZERO_APPROPRIATION:
        return skipped(_("tidak dapat dihitung"), statement.key)
    if any(figure.value in {0, 100} for figure in readings(statement.figure)):
        return skipped(_("pagu nol"), statement.key)
    message = _(
        "{place}: serapan tercetak {printed}, padahal pagunya {allotted}: tidak ada yang dapat diserap."
    ).format(place=place, printed=printed(statement.figure), allotted=printed(relation.terms[1].figured))
    return Check(
        Outcome.FAILED,
        relation.figures(),
        statement.key,
        statement.figure,
        message=message,
        remedy=_("Kosongkan persentasenya, atau isi pagu yang sebenarnya."),
        relation=relation,
    )


def _remedy() -> str:
    return _("Bagi realisasi anggaran dengan pagu yang berlaku pada akhir tahun.")


RULE = Rule(
    "ABS001",
    "misstated-absorption",
    Severity.ERROR,
    Citation("PMK 214/2017", "lampiran, penyerapan anggaran P = RA/PA", Certainty.CONFIRMED),
    check,
)
