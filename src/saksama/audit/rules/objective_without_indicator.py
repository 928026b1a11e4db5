"""Sasaran mempunyai target tetapi tidak mempunyai indikator.

Mengapa penting: target tanpa indikator tidak dapat diukur, dan evaluator menilai sasaran itu tidak terukur.

Contoh: perjanjian kinerja memuat sasaran kedua dengan target 90% dan kolom indikator yang kosong.

Cara memperbaiki: tuliskan indikatornya, sama dengan rencana strategis dan IKU.
"""

from collections.abc import Iterator

from saksama.audit.relation import readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.audit.words import fault, said, table_at
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import ColumnPart, Figured, Measure, Reading, RowRole, SubjectKind, UnderstoodTable

_OTHER_KINDS = ("program", "kegiatan", "sub kegiatan")
_FIGURES = (Measure.TARGET, Measure.ACTUAL)


def check(reading: Reading) -> Iterator[Check]:
    """Look at every row of tables of objectives and indicators."""
    for table in reading.tables:
        objectives, indicators = (
            [
                place
                for place, column in enumerate(table.columns)
                if column.part is ColumnPart.LABEL and column.kind is kind
            ]
            for kind in (SubjectKind.OBJECTIVE, SubjectKind.INDICATOR)
        )
        if objectives and len(indicators) == 1:
            yield from _rows(table, objectives[-1], indicators[0])


def _rows(table: UnderstoodTable, objective: int, indicator: int) -> Iterator[Check]:
    for row, described in enumerate(table.rows):
        if described.role not in (RowRole.DATA, RowRole.GROUP) or not table.texts[row][objective].strip():
            continue
        figure = _figure(table, row)
        is_other = table.texts[row][objective].lower().lstrip("0123456789.) ").startswith(_OTHER_KINDS)
        if figure is None or is_other or (row, objective) in table.repeats:
            continue
        if table.texts[row][indicator].strip():
            yield Check(Outcome.PASSED, (figure,))
            continue
        name = " ".join(table.texts[row][objective].split())
        message = _("{table}: sasaran “{objective}” bertarget {figure} tetapi tidak mempunyai indikator.").format(
            table=table_at(table), objective=name, figure=" ".join(figure.text.split())
        )
        at = (figure, said(name, figure.place))
        yield fault(message, at, remedy=_("Tuliskan indikatornya, sama dengan rencana strategis dan IKU."))


def _figure(table: UnderstoodTable, row: int) -> Figured | None:
    for place, column in enumerate(table.columns):
        cell = table.cells[row][place]
        if column.measure in _FIGURES and cell and readings(cell) and (row, place) not in table.repeats:
            return cell
    return None


RULE = Rule(
    "DOC013",
    "objective-without-indicator",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran I, perjanjian kinerja", Certainty.WEAK),
    check,
)
