"""Jumlah di ujung baris bukan jumlah angka-angka di baris itu.

Mengapa penting: tabel pegawai, aset, atau anggaran menurut jenis belanja dibaca dari kolom jumlahnya.

Contoh: laki-laki 22, perempuan 17, jumlah 38. Yang benar 39.
Hanya diperiksa bila kolomnya bernama "Jumlah" atau "Total", "s.d. 2015" di sebelah kolom tahun-tahunnya, atau
realisasi anggaran setahun di sebelah keempat triwulannya, dan sebagian besar baris memang menjumlah.

Cara memperbaiki: jumlahkan kembali baris itu.
"""

import re
from collections.abc import Iterator

from saksama.audit.checks import failing, passed
from saksama.audit.facts import cell_name, printed
from saksama.audit.hierarchy import ADDITIVE, COUNTS, figure
from saksama.audit.relation import Judgement, Relation, Term, judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.totals import ARITHMETIC, SUM
from saksama.language.messages import _
from saksama.understanding.reading import ColumnPart, Measure, Reading, RowRole, UnderstoodTable

_TOTAL = re.compile(r"(?:^|/)\s*(?:jumlah|total)(?:\s*\(?[^/()]{0,20}\)?)?\s*$", re.IGNORECASE)
LEAST_PARTS = 2
LEAST_YEARS = 3
"""Columns of years before one that runs up to the last of them is taken for their sum."""
_QUARTERS = ("TW1", "TW2", "TW3", "TW4")

Look = tuple[int, Relation, Judgement]


def check(reading: Reading) -> Iterator[Check]:
    """Add up the rows of every table that has a column of totals."""
    for table in reading.tables:
        for column, described in enumerate(table.columns):
            is_counted = described.measure in COUNTS or described.measure in ADDITIVE
            if is_counted and _TOTAL.search(described.header):
                yield from _column(table, column, _parts(table, column), least=LEAST_PARTS)
            elif described.period.startswith("sd"):
                yield from _column(table, column, _years(table, column), least=LEAST_YEARS)
            elif described.measure is Measure.EXPENDITURE:
                yield from _column(table, column, _quarters(table, column), least=len(_QUARTERS))


def _column(table: UnderstoodTable, column: int, parts: tuple[int, ...], *, least: int) -> Iterator[Check]:
    if len(parts) < least:
        return
    looks = list(_looks(table, column, parts, is_whole=least == LEAST_PARTS))
    right = [look for look in looks if look[2].holds and readings(look[1].stated)[0].value]
    if len(right) * 2 <= len(looks) or len({readings(look[1].stated)[0].value for look in right}) < least - 1:
        return
    for row, relation, judgement in looks:
        if judgement.holds:
            yield passed(relation, None)
            continue
        found = failing(relation, judgement, None, message="")
        message = _("{place}: tercetak {printed}, padahal angka-angka di baris itu berjumlah {expected}.").format(
            place=cell_name(table, row, column, place=relation.stated.place),
            printed=printed(relation.stated),
            expected=found.expected_text,
        )
        remedy = _("Jumlahkan kembali angka-angka di baris itu.")
        yield failing(relation, judgement, None, message=message, remedy=remedy)


def _parts(table: UnderstoodTable, column: int) -> tuple[int, ...]:
    """The columns directly to the left that hold what the total's column holds, below the same header."""
    found: list[int] = []
    for left in range(column - 1, -1, -1):
        described = table.columns[left]
        wanted = table.columns[column].measure
        is_same = described.measure == wanted or (described.measure in COUNTS and wanted in COUNTS)
        is_alike = is_same and described.part is not ColumnPart.LABEL and described.part is not ColumnPart.NUMBER
        if not is_alike or described.unit == "%" or _TOTAL.search(described.header):
            break
        found.insert(0, left)
    return tuple(found)


def _years(table: UnderstoodTable, column: int) -> tuple[int, ...]:
    """The columns of the years up to the last one that a cumulative column names, one after the other."""
    wanted = table.columns[column]
    year = wanted.period.removeprefix("sd")
    found: list[int] = []
    for left in range(column - 1, -1, -1):
        described = table.columns[left]
        if year.isdigit() and (described.measure, described.period) == (wanted.measure, year):
            found.insert(0, left)
            year = str(int(year) - 1)
    return tuple(found)


def _quarters(table: UnderstoodTable, column: int) -> tuple[int, ...]:
    """The columns of the four quarters of the year whose expenditure stands in this column."""
    wanted = table.columns[column]
    periods = [f"{wanted.period}-{quarter}" for quarter in _QUARTERS]
    found = [
        (described.period, place)
        for place, described in enumerate(table.columns)
        if described.measure is wanted.measure and described.version == wanted.version and described.period in periods
    ]
    found.sort()
    return tuple(place for _, place in found) if [period for period, _ in found] == periods else ()


def _looks(table: UnderstoodTable, column: int, parts: tuple[int, ...], *, is_whole: bool) -> Iterator[Look]:
    for row, described in enumerate(table.rows):
        stated = figure(table, row, column)
        cells = [cell for part in parts if (cell := figure(table, row, part))]
        if stated and len(cells) >= LEAST_PARTS and described.role is not RowRole.NOTE:
            whole = all(not reading.decimals for cell in (stated, *cells) for reading in readings(cell))
            if whole or (not is_whole and len(cells) == len(parts)):
                terms = tuple(Term(f"{place}", cell) for place, cell in enumerate(cells))
                relation = Relation(SUM, stated, terms, is_exact=whole)
                yield row, relation, judge(relation)


RULE = Rule("SUM003", "wrong-row-total", Severity.ERROR, ARITHMETIC, check)
