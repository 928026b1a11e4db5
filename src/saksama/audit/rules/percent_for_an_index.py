"""Satuan "%" diberikan kepada nilai indeks.

Mengapa penting: indeks 3,71 dari 5 bukan 3,71 persen; capaian dan perbandingannya dibaca keliru.

Contoh: "Indeks Kebebasan Politik | % | 3,71 | 3,64". Yang benar: satuan "Indeks" atau "Nilai".
Yang diperiksa hanya indikator yang namanya dimulai dengan indeks atau skor, dengan angka paling tinggi 5.

Cara memperbaiki: ganti satuannya.
"""

import re
from collections.abc import Iterator

from saksama.audit.facts import Facts, facts, printed, shortened
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, table_at
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import ColumnPart, Measure, Reading, Statement, SubjectKind, UnderstoodTable

_INDEX = re.compile(r"(?:indeks|skor)\b(?!.*\b(?:inflasi|pertumbuhan|persentase)\b)")
_PERCENT = frozenset(("%", "persen", "(%)"))
_MOST = 5
_MEASURED = (Measure.TARGET, Measure.ACTUAL)


def check(reading: Reading) -> Iterator[Check]:
    """Look at the units of every table."""
    known = facts(reading)
    for table in reading.tables:
        units = [place for place, column in enumerate(table.columns) if column.part is ColumnPart.UNIT]
        indices = {row: found for row in range(len(table.rows)) if (found := _index(known, table.index, row))}
        if not units or not indices:
            continue
        wrong = [
            found
            for row, found in indices.items()
            if any(table.texts[row][unit].strip().lower() in _PERCENT for unit in units)
        ]
        yield _found(table, wrong) if wrong else SOUND


def _index(known: Facts, table: int, row: int) -> list[Statement]:
    """Target and actual of an index, where all are so small that they are no percentages of anything."""
    found = [
        statement
        for statement in known.rows.get((table, row), ())
        if statement.key.measure in _MEASURED
        and statement.key.kind is SubjectKind.INDICATOR
        and _INDEX.match(statement.key.subject)
    ]
    values = [figure for statement in found for figure in readings(statement.figure)]
    is_small = all(0 < figure.value <= _MOST for figure in values)
    return found if is_small and any(figure.decimals for figure in values) else []


def _found(table: UnderstoodTable, wrong: list[list[Statement]]) -> Check:
    message = _("{table}: satuan “%” diberikan kepada nilai indeks: {rows}.").format(
        table=table_at(table),
        rows=enumerated(
            f"{shortened(found[0].subject_text)} ({', '.join(printed(each.figure) for each in found)})"
            for found in wrong
        ),
    )
    at = [statement.figure for found in wrong for statement in found]
    return fault(message, at, remedy=_("Ganti satuannya dengan “Indeks” atau “Nilai”."))


RULE = Rule(
    "DOC022",
    "percent-for-an-index",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, pengukuran kinerja", Certainty.WEAK),
    check,
)
