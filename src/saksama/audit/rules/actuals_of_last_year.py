"""Realisasi tahun ini sama persis dengan realisasi tahun lalu pada beberapa indikator.

Mengapa penting: angka yang belum diperbarui dinilai sebagai hasil tahun ini, lalu menjadi capaian dan predikat.

Contoh: Indeks Perlindungan Anak 68,66, indeks gender 0,399, dan indeks layanan 91,5 tercetak untuk 2024 dan lagi untuk
2025. Yang benar: angka tahun 2025, atau keterangan bahwa datanya belum rilis.
Satu indikator yang sama dapat kebetulan; angka bulat tidak dibandingkan.

Cara memperbaiki: isi angka tahun ini, atau tulis lembaga yang mengukur dan kapan datanya terbit.
"""

from collections.abc import Iterator

from saksama.audit.facts import Facts, Subject, facts, is_amount, printed, where
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement, SubjectKind

_LEAST = 2
_MARKS = ("*", "*)", "†", "‡")


def check(reading: Reading) -> Iterator[Check]:
    """Compare the actuals of the reporting year with those of the year before."""
    year = reading.identity.year
    if year is None:
        return
    known = facts(reading)
    pairs = [
        pair
        for subject, measure in known.subjects
        if measure is Measure.ACTUAL and subject[0] is SubjectKind.INDICATOR and not subject[2]
        if (pair := _pair(known, subject, year))
    ]
    same = [(now, before) for now, before in pairs if _value(now) == _value(before)]
    if not pairs:
        return
    if len(same) < _LEAST or 2 * len(same) < len(pairs):
        yield SOUND
        return
    message = _(
        "Realisasi {year} dari {count} di antara {all} indikator sama persis dengan realisasi {before}: {figures}. "
        "Perlu dicek."
    ).format(
        year=year,
        count=len(same),
        all=len(pairs),
        before=year - 1,
        figures=enumerated(f"{printed(now.figure)} ({where(reading, now)})" for now, _before in same),
    )
    remedy = _("Isi angka tahun ini, atau tulis lembaga yang mengukur dan kapan datanya terbit.")
    at = [*(now.figure for now, _before in same), *(before.figure for _now, before in same)]
    yield fault(message, at, remedy=remedy)


def _pair(known: Facts, subject: Subject, year: int) -> tuple[Statement, Statement] | None:
    """The actuals of this year and the last, where tables print one value of each and neither is a round number."""
    stated = [
        statement
        for statement in known.subjects[subject, Measure.ACTUAL]
        if statement.table is not None and not statement.alternatives and not is_amount(statement)
    ]
    now = [statement for statement in stated if statement.key.period == str(year)]
    before = [statement for statement in stated if statement.key.period == str(year - 1)]
    if any(statement.figure.text.rstrip().endswith(_MARKS) for statement in now):
        return None  # a footnote says whose data these are
    for found in (now, before):
        if len({_value(statement) for statement in found}) != 1:
            return None
    return (now[0], before[0]) if readings(now[0].figure)[0].decimals else None


def _value(statement: Statement) -> object:
    return readings(statement.figure)[0].value.normalize()


RULE = Rule(
    "ACH004",
    "actuals-of-last-year",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, Bab III.A", Certainty.WEAK),
    check,
)
