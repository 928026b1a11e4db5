"""A small workbook with a predicate, an indicator of quarters and a survey, and how a test changes it by headings."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

from saksama.exchange.fields import HEADING_ROW
from saksama.exchange.reading import Reading, read_record
from saksama.exchange.workbook import write_workbook
from saksama.kernel.agency import Agency, Officeholder
from saksama.kernel.indicator import Actual, PerformanceIndicator, PeriodActual, PeriodTarget, Target
from saksama.kernel.period import Consolidation, Cycle, Schedule, periods_of
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.survey import SatisfactionSurvey

Change = Callable[[Workbook], object]


def _number(value: str) -> Decimal:
    return Decimal(value)


_PREDICATE = PerformanceIndicator(
    "IK1",
    "Predikat AKIP",
    "Predikat",
    "level-ratio",
    targets=(Target(2025, _number("70.01"), _number("70.01")),),
    end_target=Target(2026, _number("80.01"), _number("80.01")),
    actuals=(Actual(2025, _number("70.01"), source="LHE"),),
    value_scale="predikat-akip",
)
_DOCUMENTS = PerformanceIndicator(
    "IK2",
    "Jumlah dokumen",
    "Dokumen",
    "ratio",
    targets=(Target(2025, _number("10"), _number("10")),),
    end_target=Target(2026, _number("12"), _number("12")),
    schedule=Schedule(Cycle.QUARTER, consolidation=Consolidation.SUM),
    period_targets=tuple(
        PeriodTarget(period, _number(value), _number(value))
        for period, value in zip(periods_of(2025, Cycle.QUARTER), ("2", "3", "2", "3"), strict=True)
    ),
    period_actuals=tuple(
        PeriodActual(period, _number(value))
        for period, value in zip(periods_of(2025, Cycle.QUARTER), ("2", "3", "3"), strict=False)
    ),
)
_SATISFACTION = PerformanceIndicator(
    "IK3",
    "Indeks kepuasan masyarakat",
    "Indeks",
    "ratio",
    targets=(Target(2025, _number("85"), _number("85")),),
    end_target=Target(2026, _number("86"), _number("86")),
    actuals=(Actual(2025, _number("89.81"), source="SKM"),),
)
RECORD = PerformanceRecord(
    Agency("Dinas Contoh", "Pemerintah Kota Contoh", head=Officeholder("Ani", "Kepala Dinas"), tasks="Membantu"),
    StrategicPlan(
        "Renstra 2025-2026",
        2025,
        2026,
        (Goal("T1", "Tujuan", (StrategicObjective("S1", "Sasaran", (_PREDICATE, _DOCUMENTS, _SATISFACTION)),)),),
    ),
    surveys=(
        SatisfactionSurvey(
            "SKM1",
            "Izin",
            2025,
            respondents=120,
            averages=(*(_number("3.60"),) * 8, _number("3.53")),
            indicator="IK3",
        ),
    ),
)


@cache
def _content() -> bytes:
    return write_workbook(RECORD, first_year=2025, last_year=2026)


def read_changed(folder: Path, *changes: Change) -> Reading:
    """What is read of the workbook after changes that openpyxl makes."""
    path = folder / "data.xlsx"
    path.write_bytes(_content())
    book = openpyxl.load_workbook(path)
    for change in changes:
        change(book)
    book.save(path)
    return read_record(path)


def put(sheet: str, row: int, **values: object) -> Change:
    """A change that puts values into the `row`th row of a sheet, by heading with "_" for blanks."""

    def change(book: Workbook) -> None:
        tab = book[sheet]
        headings = {str(cell.value).replace(" ", "_"): cell.column for cell in tab[HEADING_ROW]}
        for heading, value in values.items():
            tab.cell(HEADING_ROW + row, headings[heading]).value = value

    return change


def indicator(reading: Reading, code: str) -> PerformanceIndicator:
    """An indicator of the record that was read."""
    assert reading.record is not None, reading.problems
    return next(found for found in reading.record.indicators() if found.id == code)
