"""Rata-rata yang tercetak bukan rata-rata dari angka yang dirata-ratakan.

Mengapa penting: rata-rata capaian menjadi kalimat utama laporan dan predikat instansi.

Contoh: capaian 71,02% dan 95,2% dicetak dengan rata-rata 84,11%. Yang benar 83,11%.
Diterima: rata-rata indikator, rata-rata sasaran, dan rata-rata capaian yang dibatasi 100% atau 120%.

Cara memperbaiki: hitung ulang rata-ratanya, dan sebutkan apa yang dirata-ratakan.
"""

from collections.abc import Iterator

from saksama.audit.averages import candidates
from saksama.audit.checks import agreeing, failing, skipped
from saksama.audit.facts import facts, printed, where
from saksama.audit.relation import judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement


def check(reading: Reading) -> Iterator[Check]:
    """Recompute every average of achievements."""
    known = facts(reading)
    for statement in reading.statements:
        if statement.key.measure is not Measure.AVERAGE_ACHIEVEMENT or not readings(statement.figure):
            continue
        looks = [(relation, judge(relation)) for relation in candidates(known, statement)]
        if not looks:
            yield skipped(_("yang dirata-ratakan tidak ditemukan"), statement.key)
            continue
        relation, judgement = min(looks, key=lambda look: look[1].rank)
        place = where(reading, statement)
        if judgement.holds:
            yield agreeing(relation, judgement, statement.key, place=place)
            continue
        relation, judgement = looks[0]
        found = failing(relation, judgement, statement.key, message="")
        message = _(
            "{place}: rata-rata tercetak {printed}, padahal rata-rata {count} capaian adalah {expected}."
        ).format(
            place=place, printed=printed(statement.figure), count=len(relation.terms), expected=found.expected_text
        )
        yield failing(
            relation,
            judgement,
            statement.key,
            message=message,
            remedy=_("Hitung ulang rata-ratanya, dan sebutkan apa yang dirata-ratakan."),
            severity=_severity(statement),
        )


def _severity(statement: Statement) -> Severity | None:
    """A sentence may average something else than the tables do."""
    return Severity.WARNING if statement.table is None else None


RULE = Rule(
    "AVG002",
    "misstated-average",
    Severity.ERROR,
    Citation("Praktik LKjIP", "rata-rata capaian", Certainty.WEAK),
    check,
)
