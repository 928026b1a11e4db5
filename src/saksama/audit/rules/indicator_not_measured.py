"""Indikator yang direncanakan atau diperjanjikan tidak diukur di mana pun dalam laporan.

Mengapa penting: laporan harus menjawab setiap indikator yang dijanjikan; indikator yang hilang biasanya yang meleset.

Contoh: indikator tujuan mempunyai target 2020 dalam rencana, tetapi tidak ada realisasinya di Bab III.
Indikator dengan rumusan yang berbeda dapat terlewat dikenali; karena itu perlu dicek.

Cara memperbaiki: laporkan realisasinya, atau jelaskan mengapa tidak diukur.
"""

from collections.abc import Iterator

from saksama.audit.renamed import renamed
from saksama.audit.report_parts import is_performance_report
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, said, table_at
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.names import Names, likeness
from saksama.understanding.reading import Chapter, Measure, Reading, Statement, SubjectKind, UnderstoodTable

_PROMISED = (Chapter.PLAN, Chapter.KEY_INDICATORS, Chapter.AGREEMENT)
_MEASURED = (Measure.ACTUAL, Measure.ACHIEVEMENT)
_BELOW = (SubjectKind.PROGRAMME, SubjectKind.ACTIVITY, SubjectKind.SUB_ACTIVITY)
_LEAST_LIKENESS = 600


def check(reading: Reading) -> Iterator[Check]:
    """Compare the indicators that have a target of the year with those that have a result."""
    if not is_performance_report(reading):
        return
    year = str(reading.identity.year or "")
    measured = dict.fromkeys(
        [
            *(
                statement.key.subject
                for statement in reading.statements
                if statement.key.kind is SubjectKind.INDICATOR and statement.key.measure in _MEASURED
            ),
            *_listed(reading),
        ]
    )
    promised: dict[str, Statement] = {}
    for statement in reading.statements:
        key = statement.key
        is_indicator = key.measure is Measure.TARGET and key.kind is SubjectKind.INDICATOR and key.period == year
        if not is_indicator or statement.chapter not in _PROMISED or statement.table is None:
            continue
        if not _is_of_programmes(reading.tables[statement.table]):
            promised.setdefault(key.subject, statement)
    names = Names(measured)
    other_names = {each.odd.key.subject for each in renamed(reading)}  # another fault
    absent = [
        statement
        for name, statement in promised.items()
        if name not in other_names and not _is_measured(name, names, measured, promised)
    ]
    if not promised or 2 * len(absent) > len(promised):
        return  # most of them absent: measured under other names, or not read
    if not absent:
        yield SOUND
        return
    message = _("Tidak ada realisasinya di mana pun dalam laporan: {indicators}. Perlu dicek.").format(
        indicators=enumerated(_described(reading, statement) for statement in absent)
    )
    remedy = _("Laporkan realisasinya, atau jelaskan mengapa tidak diukur.")
    at = [said(" ".join(statement.subject_text.split()), statement.figure.place) for statement in absent]
    yield fault(message, at, remedy=remedy)


def _listed(reading: Reading) -> Iterator[str]:
    """Indicators of measurement tables, though their result may be left open: that is another fault."""
    for table in reading.tables:
        if table.chapter is Chapter.MEASUREMENT and any(column.measure in _MEASURED for column in table.columns):
            yield from (row.subject for row in table.rows if row.kind is SubjectKind.INDICATOR and row.subject)


def _is_of_programmes(table: UnderstoodTable) -> bool:
    """Whether the table goes down to programmes, whose indicators the report need not all discuss."""
    return any(column.kind in _BELOW for column in table.columns)


def _described(reading: Reading, statement: Statement) -> str:
    name = " ".join(statement.subject_text.split())
    place = table_at(reading.tables[statement.table or 0])
    return _("“{name}” (target {target}, {table})").format(
        name=name, target=" ".join(statement.figure.text.split()), table=place
    )


def _is_measured(name: str, names: Names, measured: dict[str, None], promised: dict[str, Statement]) -> bool:
    """Whether a result stands under its name or one like it, which is not more like that of another promised one."""
    if name in measured:
        return True
    alike = dict.fromkeys((*names.alike(name), *(other for other in measured if _begins(name, other))))
    return any(
        _nearness(name, other) >= _LEAST_LIKENESS
        and all(_nearness(name, other) > _nearness(rival, other) for rival in promised if rival != name)
        for other in alike
    )


def _nearness(name: str, other: str) -> int:
    return 1000 if _begins(name, other) else likeness(name, other)


def _begins(name: str, other: str) -> bool:
    return name.startswith(other) or other.startswith(name)


RULE = Rule(
    "DOC021",
    "indicator-not-measured",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, Bab III.A", Certainty.WEAK),
    check,
)
