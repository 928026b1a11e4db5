"""Satu tabel capaian tidak memuat indikator yang ada di semua tabel capaian lainnya.

Mengapa penting: perbandingan antartahun atau dengan target akhir menjadi tidak lengkap, biasanya pada indikator yang
meleset.

Contoh: Tabel 3.1, 3.3, 3.4, dan 3.5 memuat tiga indikator, Tabel 3.2 hanya dua.
Tabel yang membandingkan dengan pihak lain (nasional, standar) tidak diperiksa: tidak setiap indikator punya pembanding.
Laporan yang menyajikan tabel untuk setiap sasaran tidak diperiksa: paling sedikit tiga tabel harus memuat semua
indikator.

Cara memperbaiki: lengkapi tabelnya, atau sebutkan mengapa indikator itu tidak dibandingkan.
"""

import re
from collections.abc import Iterator

from saksama.audit.facts import table_name
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, said, table_at
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Chapter, Measure, Reading, RowRole, SubjectKind, TableColumn, UnderstoodTable

_LEAST_INDICATORS = 3
_LEAST_TABLES = 3
_MEASURED = (Measure.ACTUAL, Measure.ACHIEVEMENT)
_OTHERS = re.compile(r"\b(?:pembanding|standar|nasional|provinsi)\b", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Check]:
    """Compare the indicators of the tables that measure them."""
    tables = [(table, names) for table in reading.tables if len(names := _indicators(table)) > 1]
    every = {name for _table, names in tables for name in names if sum(name in other for _t, other in tables) > 1}
    whole = [table for table, names in tables if every <= names]
    if len(every) < _LEAST_INDICATORS or len(whole) < _LEAST_TABLES:
        return
    lacking = [(table, every - names) for table, names in tables if names < every]
    if len(lacking) != 1 or len(lacking[0][1]) != 1:
        yield SOUND
        return
    table, (name,) = lacking[0]
    label = _label(whole[0], name)
    message = _("{table} tidak memuat “{name}”, yang ada di {others}. Perlu dicek.").format(
        table=table_at(table), name=label, others=enumerated(table_name(other) for other in whole)
    )
    at = [said(label, table.place)]
    yield fault(message, at, remedy=_("Lengkapi tabelnya, atau sebutkan mengapa indikator itu tidak dibandingkan."))


def _indicators(table: UnderstoodTable) -> frozenset[str]:
    """The indicators whose results a table of the measuring chapter states."""
    is_measuring = any(each.measure in _MEASURED for each in table.columns)
    if table.chapter is not Chapter.MEASUREMENT or not is_measuring or any(map(_is_of_others, table.columns)):
        return frozenset()
    return frozenset(
        row.subject
        for row in table.rows
        if row.kind is SubjectKind.INDICATOR and row.role in (RowRole.DATA, RowRole.GROUP) and row.subject
    )


def _is_of_others(column: TableColumn) -> bool:
    """Whether the column has figures of others: not every indicator is measured by them."""
    return bool(column.comparator) or column.measure is Measure.BENCHMARK or bool(_OTHERS.search(column.header))


def _label(table: UnderstoodTable, name: str) -> str:
    return next(" ".join(row.label.split()) for row in table.rows if row.subject == name)


RULE = Rule(
    "DOC023",
    "indicator-left-out",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, Bab III.A", Certainty.WEAK),
    check,
)
