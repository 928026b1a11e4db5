"""A small workbook that was filled by hand, for tests that change one thing in it and read it."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from openpyxl.workbook import Workbook

from saksama.exchange.problem import Severity, describe
from saksama.exchange.reading import Reading, read_record
from saksama.exchange.workbook import write_workbook
from saksama.kernel.agency import Agency, Officeholder
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, Support
from saksama.kernel.indicator import Actual, PerformanceIndicator, RawCalculation, Target
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import PerformanceAgreement, PerformanceRecord

CONFLICTS = PerformanceIndicator(
    "IK1",
    "Persentase konflik yang selesai",
    "%",
    "ratio",
    is_key=True,
    raw=RawCalculation("Konflik selesai", "Konflik terjadi"),
    targets=(
        Target(2020, Decimal("67.50"), Decimal("67.50")),
        Target(2021, Decimal("70.00"), Decimal("70.00")),
    ),
    end_target=Target(2021, Decimal("70.00"), Decimal("70.00")),
    actuals=(Actual(2020, Decimal("93.28"), source="Laporan FKDM"),),
)
SURVEY = PerformanceIndicator(
    "IK2",
    "Indeks kepuasan",
    "Indeks",
    "ratio",
    targets=(Target(2020, Decimal("80.5"), Decimal("80.5")),),
    end_target=Target(2021, Decimal("84.9"), Decimal("84.9")),
    actuals=(Actual(2020, Decimal("80.5"), source="Survei"),),
)
RECORD = PerformanceRecord(
    Agency("Badan Contoh", "Pemerintah Kota Contoh", head=Officeholder("Ani", "Kepala Badan"), tasks="Membantu"),
    StrategicPlan(
        "Renstra 2020-2021",
        2020,
        2021,
        (Goal("T1", "Kota yang rukun", (StrategicObjective("S1", "Konflik ditangani", (CONFLICTS, SURVEY)),)),),
    ),
    programmes=(
        BudgetNode(
            "8.01.03",
            "Program wawasan kebangsaan",
            BudgetLevel.PROGRAMME,
            "8.01.03",
            children=(
                BudgetNode(
                    "8.01.03.2.01",
                    "Perumusan kebijakan",
                    BudgetLevel.ACTIVITY,
                    "8.01.03.2.01",
                    (Amount(2020, Decimal(125_000_000), Decimal(118_400_000)),),
                ),
                BudgetNode(
                    "8.01.03.2.02",
                    "Pelaksanaan kebijakan",
                    BudgetLevel.ACTIVITY,
                    "8.01.03.2.02",
                    (Amount(2020, Decimal(75_000_000), Decimal(70_000_000)),),
                ),
            ),
        ),
    ),
    supports=(Support("8.01.03", "S1"),),
    agreements=(PerformanceAgreement(2020, Officeholder("Ani", "Kepala"), Officeholder("Budi", "Wali Kota")),),
)


def read_changed(folder: Path, change: Callable[[Workbook], object]) -> Reading:
    """What is read of the workbook after a change that openpyxl makes."""
    path = written(folder)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return read_record(path)


@cache
def _content() -> bytes:
    return write_workbook(RECORD, first_year=2020, last_year=2021)


def written(folder: Path) -> Path:
    """The workbook as it was written."""
    path = folder / "data.xlsx"
    path.write_bytes(_content())
    return path


def with_formula(path: Path, sheet: str, cell: str, *, formula: str, cached: str) -> None:
    """Put a formula with its cached value into a cell, as Excel saves it and openpyxl cannot."""
    number = openpyxl.load_workbook(path).sheetnames.index(sheet) + 1
    part = f"xl/worksheets/sheet{number}.xml"
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    pattern = rf'<c r="{cell}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)'
    kind = ' t="e"' if cached.startswith("#") else ""
    text, count = re.subn(
        pattern, rf'<c r="{cell}"\1{kind}><f>{formula}</f><v>{cached}</v></c>', parts[part].decode(), count=1
    )
    assert count == 1
    with ZipFile(path, "w") as archive:
        for name, content in (parts | {part: text.encode()}).items():
            archive.writestr(name, content)


def put(sheet: str, cell: str, value: object, form: str = "") -> Callable[[Workbook], None]:
    """A change that puts a value, and perhaps a number format, into a cell."""

    def change(book: Workbook) -> None:
        book[sheet][cell] = value
        if form:
            book[sheet][cell].number_format = form

    return change


def both(*changes: Callable[[Workbook], object]) -> Callable[[Workbook], None]:
    """Several changes."""

    def change(book: Workbook) -> None:
        for each in changes:
            each(book)

    return change


def indicator(reading: Reading, code: str) -> PerformanceIndicator:
    """An indicator of the record that was read."""
    assert reading.record is not None, [describe(problem) for problem in reading.problems]
    return next(found for found in reading.record.indicators() if found.id == code)


def problems_of(reading: Reading, severity: Severity) -> list[str]:
    """The problems of one severity in one line each."""
    return [describe(problem) for problem in reading.problems if problem.severity is severity]
