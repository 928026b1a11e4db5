"""The decree's attachment of key indicators, and the data sheets of all indicators."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from saksama.compose import indicator_sheets, key_indicators
from saksama.compose.indicator_sheet import fields
from saksama.compose.promise_gaps import key_indicator_gaps, sheet_document_gaps
from saksama.compose.request import Request
from saksama.documents.document import Document, Heading, Table, Text, blocks, inlines, plain
from saksama.documents.writers import markdown
from saksama.kernel.agency import Agency
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.period import Cycle, Schedule
from saksama.kernel.plan import StrategicPlan
from saksama.kernel.record import PerformanceRecord
from tests.compose.agreement_record import GRADE, LITERACY, RECORD, WAITING, YEAR

GOLDEN = Path(__file__).parent / "golden"
EMPTY = PerformanceRecord(Agency("Dinas Contoh", "Pemerintah Kota Contoh"), StrategicPlan("Renstra", 2025, 2029))


def field(indicator: PerformanceIndicator, name: str) -> str:
    return next((found.text for title, found in fields(RECORD, ("Sasaran 1", ""), indicator) if title == name), "")


def visible_gaps(document: Document) -> list[Text]:
    found = (inline for block in blocks(document) for inline in inlines(block))
    return [inline for inline in found if isinstance(inline, Text) and inline.gap]


@pytest.mark.parametrize(
    ("name", "compose"), [("iku", key_indicators.compose), ("indikator", indicator_sheets.compose)]
)
def test_the_document_reads_as_it_was_accepted(
    name: str, compose: Callable[[Request], Document], golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"{name}.md", markdown.write(compose(Request(RECORD, YEAR))).decode())


def test_the_form_of_key_indicators_has_the_columns_of_the_regulation_and_only_key_indicators() -> None:
    table = next(block for block in blocks(key_indicators.compose(Request(RECORD, YEAR))) if isinstance(block, Table))

    assert [plain(cell.content) for cell in table.header[0].cells] == [
        "No.",
        "Sasaran Strategis",
        "Indikator Kinerja Utama",
        "Formula/Penjelasan",
        "Alasan",
        "Sumber Data",
        "Penanggung Jawab",
    ]
    assert [plain(row.cells[-5].content) for row in table.rows] == [LITERACY.name, WAITING.name]


def test_every_indicator_has_a_page_of_its_own_that_the_list_leads_to() -> None:
    document = indicator_sheets.compose(Request(RECORD, YEAR))

    assert [block.text for block in blocks(document) if isinstance(block, Heading)] == [
        LITERACY.name,
        WAITING.name,
        GRADE.name,
    ]
    listed = next(block for block in blocks(document) if isinstance(block, Table))
    assert [plain(row.cells[1].content) for row in listed.rows] == [LITERACY.name, WAITING.name, GRADE.name]


@pytest.mark.parametrize(
    ("indicator", "name", "expected"),
    [
        (LITERACY, "Arah", "Semakin tinggi semakin baik"),
        (WAITING, "Arah", "Semakin rendah semakin baik"),
        (LITERACY, "Frekuensi pengukuran", "Triwulan; nilai tahun: rata-rata seluruh periode"),
        (
            replace(WAITING, schedule=Schedule(Cycle.MONTH, is_cumulative=True)),
            "Frekuensi pengukuran",
            "Bulanan; nilai tahun: dihitung sejak awal tahun",
        ),
        (
            replace(WAITING, schedule=Schedule(measured_in=11)),
            "Frekuensi pengukuran",
            "Tahunan, diukur pada bulan November",
        ),
        (
            replace(WAITING, valid_from=2025, valid_to=2026, replaced_by="IK1"),
            "Riwayat",
            "Berlaku sejak 2025. Berlaku sampai 2026. Digantikan oleh “Persentase pemustaka yang kembali berkunjung”.",
        ),
        (WAITING, "Riwayat", ""),
    ],
)
def test_a_sheet_says(indicator: PerformanceIndicator, name: str, expected: str) -> None:
    assert field(indicator, name) == expected


def test_a_predicate_s_sheet_names_every_level() -> None:
    assert field(GRADE, "Skala nilai") == (
        "Predikat AKIP, dari yang terendah: D (0), C (30,01), CC (50,01), B (60,01), BB (70,01), A (80,01), AA (90,01)"
    )


def test_what_is_missing_is_visible_and_listed() -> None:
    assert visible_gaps(key_indicators.compose(Request(RECORD, YEAR)))
    assert {gap.subject for gap in key_indicator_gaps(RECORD, YEAR)} == {WAITING.name}
    assert {gap.subject for gap in sheet_document_gaps(RECORD, YEAR)} == {WAITING.name, GRADE.name}


@pytest.mark.parametrize("compose", [key_indicators.compose, indicator_sheets.compose])
def test_an_empty_record_makes_a_document_with_visible_gaps(compose: Callable[[Request], Document]) -> None:
    assert visible_gaps(compose(Request(EMPTY, 2025)))
    assert key_indicator_gaps(EMPTY, 2025)
    assert sheet_document_gaps(EMPTY, 2025)
