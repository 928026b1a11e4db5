"""Gaps send the planner to sheets that the workbook has."""

from saksama.compose.gaps import gaps
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sheets.catalogue import SHEETS
from saksama.kernel.agency import Agency
from saksama.kernel.plan import StrategicPlan
from saksama.kernel.record import PerformanceRecord


def test_every_gap_names_a_sheet_of_the_workbook() -> None:
    empty = PerformanceRecord(Agency("Dinas Contoh", "Pemerintah Kota Contoh"), StrategicPlan("Renstra", 2025, 2029))
    names = {sheet.name for sheet in SHEETS}

    named = {gap.sheet for record, year in ((SAMPLE, 2020), (empty, 2025)) for gap in gaps(record, year)}

    assert named <= names
