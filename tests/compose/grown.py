"""A small agency of 2025 whose record has what real offices have; every figure can be checked by hand."""

from dataclasses import replace
from decimal import Decimal

from saksama.compose.performance_report import compose
from saksama.documents.document import Document, Table, blocks, inlines, plain
from saksama.kernel.agency import Agency, Officeholder
from saksama.kernel.indicator import Actual, PerformanceIndicator, Target
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import PerformanceRecord

YEAR = 2025


def indicator(
    name: str = "Indikator X", target: str = "70", before: str = "60", now: str = "75", *, formula: str = "ratio"
) -> PerformanceIndicator:
    """An indicator in percent with a target of 2025 and actuals of 2024 and 2025."""
    promised = Target(YEAR, Decimal(target), Decimal(target))
    return PerformanceIndicator(
        name.rsplit(" ", 1)[-1],
        name,
        "%",
        formula,
        is_key=True,
        targets=(promised,),
        end_target=replace(promised, year=2029),
        actuals=(Actual(2024, Decimal(before)), Actual(YEAR, Decimal(now))),
    )


def of(*indicators: PerformanceIndicator) -> PerformanceRecord:
    """An agency with one objective that these indicators measure."""
    objective = StrategicObjective("S1", "Sasaran contoh", indicators)
    plan = StrategicPlan("Renstra 2025–2029", 2025, 2029, (Goal("T1", "Tujuan contoh", (objective,)),))
    head = Officeholder("Contoh Kepala", "Kepala Dinas Contoh")
    return PerformanceRecord(Agency("Dinas Contoh", "Pemerintah Kota Contoh", head=head), plan)


def report(record: PerformanceRecord) -> Document:
    """Its report of 2025."""
    return compose(record, YEAR)


def words(record: PerformanceRecord) -> str:
    """All its words, a block on each line."""
    return "\n".join(plain(tuple(inlines(block))) for block in blocks(report(record)))


def table(record: PerformanceRecord, label: str) -> Table:
    """The table with this label."""
    return next(block for block in blocks(report(record)) if isinstance(block, Table) and block.label == label)


def cells(record: PerformanceRecord, label: str) -> list[list[str]]:
    """The body of a table as text."""
    return [[plain(cell.content) for cell in row.cells] for row in table(record, label).rows]


def notes(record: PerformanceRecord, label: str) -> list[str]:
    """The notes below a table."""
    return [plain(note) for note in table(record, label).notes]
