"""Program dalam perjanjian kinerja atau pengukuran tidak ada dalam tabel anggaran.

Mengapa penting: realisasi anggaran harus mengikuti perjanjian kinerja; program yang tidak bertemu anggarannya tidak
dapat dinilai efisiensinya.

Contoh: perjanjian kinerja memuat "Program Peningkatan Sarana dan Prasarana Aparatur", tabel realisasi anggaran tidak.

Cara memperbaiki: samakan nama programnya, atau tambahkan barisnya dalam tabel anggaran.
"""

import re
from collections.abc import Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, said, table_at
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.language.messages import _
from saksama.understanding.names import Names, canonical, likeness
from saksama.understanding.reading import (
    Chapter,
    ColumnPart,
    Measure,
    Reading,
    RowRole,
    SubjectKind,
    UnderstoodTable,
)

_NAMED_IN = (Chapter.AGREEMENT, Chapter.MEASUREMENT)
_LEAST_LIKENESS = 700
_LEAST_PROGRAMMES = 2
_HEADER = re.compile(r"(?:nama )?program(?: (?:pendukung|penunjang|strategis|prioritas))?")
"""A column of programmes alone; in one of programmes and activities only what says so is a programme."""
_OTHER = re.compile(r"^(?:jumlah|total|kegiatan|sub ?kegiatan|belum diisi)|\b(?:apbd|apbn)\b", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Check]:
    """Compare the programmes of agreement and measurement with the rows of the budget tables."""
    budgets = [table for table in reading.tables if _is_budget(table)]
    known = dict.fromkeys(_bare(label) for label in _labels(budgets))
    named = dict(_programmes([table for table in reading.tables if table not in budgets]))
    if not named or sum(name.lower().startswith("program ") for name in _labels(budgets)) < _LEAST_PROGRAMMES:
        return  # a budget table that is not ordered by programmes
    names = Names(known)
    absent = {name: found for name, found in named.items() if not _is_known(name, names, known)}
    if not absent:
        yield SOUND
        return
    message = _("Tidak ada dalam tabel realisasi anggaran: {programmes}. Perlu dicek.").format(
        programmes=enumerated(
            (
                _("“{name}” ({table})").format(name=text, table=table_at(table))
                for text, table, _place in absent.values()
            ),
            most=5,
        )
    )
    at = [said(text, place) for text, _table, place in absent.values()]
    remedy = _("Samakan nama programnya, atau tambahkan barisnya dalam tabel anggaran.")
    yield fault(message, at, remedy=remedy)


def _labels(budgets: list[UnderstoodTable]) -> Iterator[str]:
    """What the rows of the budget tables are called."""
    for table in budgets:
        for row, line in enumerate(table.texts):
            if table.rows[row].role is RowRole.TOTAL:
                continue
            for column, described in enumerate(table.columns):
                if described.part is ColumnPart.LABEL and len(line[column].split()) > 1:
                    yield " ".join(line[column].split())


def _is_budget(table: UnderstoodTable) -> bool:
    measures = {column.measure for column in table.columns}
    return table.chapter is Chapter.BUDGET and {Measure.APPROPRIATION, Measure.EXPENDITURE} <= measures


def _programmes(tables: list[UnderstoodTable]) -> Iterator[tuple[str, tuple[str, UnderstoodTable, Place]]]:
    for table in tables:
        if table.chapter not in _NAMED_IN:
            continue
        for column, described in enumerate(table.columns):
            if described.part is not ColumnPart.LABEL or described.kind is not SubjectKind.PROGRAMME:
                continue
            is_mixed = not _HEADER.fullmatch(" ".join(described.header.lower().split()))
            for row, line in enumerate(table.texts):
                text = " ".join(line[column].split())
                is_named = text.lower().lstrip("0123456789.) ").startswith("program")
                if table.rows[row].role is not RowRole.DATA or len(text.split()) < 2 or _OTHER.search(text):
                    continue
                if is_mixed and not is_named:
                    continue
                cell = next((cell for cell in table.cells[row] if cell), None)
                yield _bare(text), (text, table, cell.place if cell else table.place)


def _bare(text: str) -> str:
    return canonical(text, SubjectKind.PROGRAMME)


def _is_known(name: str, names: Names, known: dict[str, None]) -> bool:
    return (
        name in known
        or any(name.startswith(other) or other.startswith(name) for other in known if len(other) > 12)
        or any(likeness(name, other) >= _LEAST_LIKENESS for other in names.alike(name))
    )


RULE = Rule(
    "DOC017",
    "programme-without-budget",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, Bab III.B realisasi anggaran", Certainty.WEAK),
    check,
)
