"""Rata-rata yang tinggi menutupi satu bagian yang hampir tidak tercapai.

Mengapa penting: indikator disebut "Sangat Tinggi" padahal satu dari hal yang diukurnya gagal, dan pimpinan tidak
melihatnya.

Contoh: lima bagian satu indikator mencapai 117,65; 5,34; 117,65; 117,65; 117,65 dan rata-ratanya 95,19 disebut Sangat
Tinggi. Yang diperiksa: rata-rata di atas 90 (kelas teratas Permendagri 86/2017) dengan bagian paling tinggi 50 (kelas
terbawah).

Cara memperbaiki: sebutkan bagian yang gagal beserta sebabnya di samping rata-ratanya.
"""

from collections.abc import Iterator
from fractions import Fraction

from saksama.audit.facts import Facts, facts, printed, where
from saksama.audit.relation import Precision, Relation, Term, judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.totals import MEAN
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, RowRole, Statement, SubjectKind

_LEAST_PARTS = 3
# Permendagri 86/2017: 91 to 100 is very high, 0 to 50 very low.
_HIGH, _LOW = 90, 50


def check(reading: Reading) -> Iterator[Check]:
    """Look at indicators that one table gives several achievements, and at their mean."""
    known, year = facts(reading), _year(reading)
    for (subject, measure), stated in known.subjects.items():
        if measure is not Measure.ACHIEVEMENT or subject[0] is not SubjectKind.INDICATOR:
            continue
        by_table: dict[int, list[Statement]] = {}
        for one in stated:
            if one.table is not None and one.key.period == year:
                by_table.setdefault(one.table, []).append(one)
        for parts in by_table.values():
            if len(parts) >= _LEAST_PARTS and len({one.column for one in parts}) == 1:
                yield from _look(known, parts)


def _year(reading: Reading) -> str:
    return str(reading.identity.year or "")


def _look(known: Facts, parts: list[Statement]) -> Iterator[Check]:
    low = [part for part in parts if _value(part) <= _LOW]
    mean = next((one for one in _below(known, parts) if _value(one) > _HIGH and _is_mean(one, parts)), None)
    if mean is None:
        return
    if not low:
        yield SOUND
        return
    message = _(
        "{place}: capaian {printed} hampir tidak tampak dalam rata-rata {mean} dari {count} bagian indikator yang "
        "sama. Perlu dicek: predikat tinggi menutupinya."
    ).format(
        place=where(known.reading, low[0]),
        printed=printed(low[0].figure),
        mean=printed(mean.figure),
        count=len(parts),
    )
    remedy = _("Sebutkan bagian yang gagal beserta sebabnya di samping rata-ratanya.")
    yield fault(message, [low[0].figure, mean.figure], remedy=remedy)


def _below(known: Facts, parts: list[Statement]) -> Iterator[Statement]:
    """What stands under the parts in their column, in a row of totals or averages."""
    last = parts[-1]
    table = known.reading.tables[last.table or 0]
    for row in range((last.row or 0) + 1, len(table.rows)):
        if table.rows[row].role in (RowRole.TOTAL, RowRole.AVERAGE):
            for other in known.rows.get((table.index, row), ()):
                if other.column == last.column:
                    yield other


def _is_mean(stated: Statement, parts: list[Statement]) -> bool:
    terms = tuple(Term(f"{place}", part.figure, Precision.COMPUTED) for place, part in enumerate(parts))
    return judge(Relation(MEAN, stated.figure, terms)).holds


def _value(statement: Statement) -> Fraction:
    return Fraction(readings(statement.figure)[0].value)


RULE = Rule(
    "RAT011",
    "part-hidden-by-mean",
    Severity.WARNING,
    Citation("Permendagri 86/2017", "tabel peringkat kinerja", Certainty.GENERAL),
    check,
)
