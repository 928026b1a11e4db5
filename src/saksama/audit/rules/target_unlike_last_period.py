"""Target periode terakhir bukan target tahunnya.

Mengapa penting: rencana aksi menjabarkan target tahunan menurut bulan, triwulan, atau semester. Bila akhirnya lain
daripada target tahunan, tidak jelas target mana yang dijanjikan.

Contoh: target tahun 2026 4,47 persen, target bulan Desember 4,7.
Hanya diperiksa bila di sebagian besar baris tabel itu target periode terakhir sama dengan target tahunnya. Target
tahunan yang merupakan jumlah, rata-rata, atau salah satu dari target periodenya tidak dipersoalkan.

Cara memperbaiki: samakan kedua target, setelah memeriksa perjanjian kinerjanya.
"""

from collections.abc import Iterator
from fractions import Fraction

from saksama.audit.checks import failing, passed
from saksama.audit.facts import cell_name, printed
from saksama.audit.hierarchy import figure
from saksama.audit.relation import SAME, Relation, Term, judge, meet, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Measure, Reading, UnderstoodTable

_DIVISIONS = (
    tuple(f"M{month:02}" for month in range(1, 13)),
    tuple(f"TW{quarter}" for quarter in range(1, 5)),
    ("S1", "S2"),
)
LEAST_ROWS = 4
"""Rows that must agree before another is blamed, and four of five of all."""


def check(reading: Reading) -> Iterator[Check]:
    """Compare the year's target with that of its last period in every table that has both."""
    for table in reading.tables:
        targets = {
            described.period: column
            for column, described in enumerate(table.columns)
            if described.measure is Measure.TARGET and described.period
        }
        for year, column in targets.items():
            for division in _DIVISIONS:
                parts = [targets[f"{year}-{part}"] for part in division if f"{year}-{part}" in targets]
                if len(parts) == len(division):
                    yield from _table(table, column, parts)


def _table(table: UnderstoodTable, year: int, parts: list[int]) -> Iterator[Check]:
    rows = []
    for row in range(len(table.rows)):
        whole = figure(table, row, year)
        found = [cell for part in parts if (cell := figure(table, row, part))]
        if whole and len(found) == len(parts):
            rows.append((row, whole, found))
    agreeing = [row for row, whole, found in rows if meet(found[-1], whole)]
    if len(agreeing) < LEAST_ROWS or len(agreeing) * 5 < len(rows) * 4:
        return
    for row, whole, found in rows:
        relation = Relation(SAME, found[-1], (Term("other", whole),))
        if row in agreeing or _follows(whole, found):
            yield passed(relation, None)
            continue
        message = _("{place}: target periode terakhir tercetak {last}, padahal target setahun {year}.").format(
            place=cell_name(table, row, parts[-1], place=found[-1].place), last=printed(found[-1]), year=printed(whole)
        )
        remedy = _("Samakan kedua target, setelah memeriksa perjanjian kinerjanya.")
        yield failing(relation, judge(relation), None, message=message, remedy=remedy)


def _follows(whole: Figured, parts: list[Figured]) -> bool:
    """Whether the year's target is one of its parts, their sum or their mean."""
    values = [Fraction(readings(part)[0].value) for part in parts]
    mean = sum(values, Fraction()) / len(values)
    return any(
        Fraction(reading.value) in (*values, mean * len(values)) or reading.stands_for(mean)
        for reading in readings(whole)
    )


RULE = Rule(
    "CON003",
    "target-unlike-last-period",
    Severity.WARNING,
    Citation("Kaidah penyusunan laporan", "kesesuaian target periode dan target tahunan", Certainty.OWN),
    check,
)
