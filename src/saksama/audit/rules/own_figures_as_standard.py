"""Kolom pembanding (standar nasional, provinsi) memuat angka instansi sendiri.

Mengapa penting: perbandingan dengan diri sendiri selalu sama; pembaca mengira standar nasionalnya sudah tercapai.

Contoh: realisasi 93,28 dan 80,5 dengan target standar nasional 93,28 dan 80,5. Yang benar: angka standar dari
sumbernya, atau keterangan bahwa tidak ada standar.
Angka bulat dapat memang sama; karena itu paling sedikit satu angka berdesimal harus sama, dan semua baris sama.

Cara memperbaiki: isi angka pembanding dari sumbernya, atau kosongkan dan sebutkan bahwa tidak ada.
"""

import re
from collections.abc import Iterator

from saksama.audit.facts import Facts, facts, printed
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, table_at
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement, UnderstoodTable

_OTHERS = ("nasional", "provinsi")
_OWN_LEVEL = re.compile(r"\b(?:provinsi|kementerian)\b", re.IGNORECASE)
"""Who reports for a province or the nation has its own figures under such a header."""
_LEAST = 2


def check(reading: Reading) -> Iterator[Check]:
    """Compare every column of a standard with the agency's own actuals beside it."""
    if _OWN_LEVEL.search(f"{reading.identity.government} {reading.identity.agency}"):
        return
    known = facts(reading)
    for table in reading.tables:
        for column, described in enumerate(table.columns):
            if described.comparator in _OTHERS or described.measure is Measure.BENCHMARK:
                yield from _look(known, table, column)


def _look(known: Facts, table: UnderstoodTable, column: int) -> Iterator[Check]:
    pairs = [pair for row in range(len(table.rows)) if (pair := _pair(known, table.index, row, column))]
    if len(pairs) < _LEAST:
        return
    same = [pair for pair in pairs if _value(pair[0]) == _value(pair[1])]
    if len(same) < len(pairs) or not any(readings(pair[0].figure)[0].decimals for pair in same):
        yield SOUND
        return
    message = _(
        "{table}, kolom “{column}”: angka pembandingnya sama dengan realisasi instansi di semua baris ({figures}). "
        "Perlu dicek."
    ).format(
        table=table_at(table),
        column=" ".join(table.columns[column].header.split()),
        figures=enumerated(printed(standard.figure) for standard, _own in same),
    )
    remedy = _("Isi angka pembanding dari sumbernya, atau kosongkan dan sebutkan bahwa tidak ada.")
    yield fault(message, [standard.figure for standard, _own in same], remedy=remedy)


def _pair(known: Facts, table: int, row: int, column: int) -> tuple[Statement, Statement] | None:
    """The standard of a row and the agency's own actual beside it."""
    stated = known.rows.get((table, row), ())
    standard = next((each for each in stated if each.column == column), None)
    own = [each for each in stated if each.key.measure is Measure.ACTUAL and not each.key.comparator]
    if standard is None or not own or own[0].column == column:
        return None
    beside = [each for each in own if each.key.period == standard.key.period]
    return standard, (beside or own)[-1]


def _value(statement: Statement) -> object:
    return readings(statement.figure)[0].value.normalize()


RULE = Rule(
    "CON002",
    "own-figures-as-standard",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, Bab III.A, perbandingan dengan standar nasional", Certainty.GENERAL),
    check,
)
