"""The evaluation of the yearly plan: the composed table, its averages, and what it lacks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from saksama.compose import plan_evaluation
from saksama.compose.evaluation_gaps import evaluation_gaps
from saksama.compose.request import Request
from saksama.documents.document import Document, RowKind, Table, Text, blocks, inlines, plain
from saksama.documents.writers import markdown
from saksama.kernel.agency import Agency
from saksama.kernel.plan import StrategicPlan
from saksama.kernel.record import PerformanceRecord
from tests.compose.year_of_quarters import RECORD, YEAR, at_year_end, quarter

GOLDEN = Path(__file__).parent / "golden"
EMPTY = PerformanceRecord(Agency("Dinas Contoh", "Pemerintah Kota Contoh"), StrategicPlan("Renstra", 2025, 2029))


def rows(document: Document) -> list[list[str]]:
    table = next(block for block in blocks(document) if isinstance(block, Table))
    return [[plain(cell.content) for cell in row.cells] for row in table.rows if row.kind is not RowKind.GROUP]


@pytest.mark.parametrize(
    ("name", "request_"), [("e81", Request(at_year_end(), YEAR)), ("e81-tw3", Request(RECORD, YEAR, period=quarter(3)))]
)
def test_the_document_reads_as_it_was_accepted(
    name: str, request_: Request, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"{name}.md", markdown.write(plan_evaluation.compose(request_)).decode())


def test_volumes_are_summed_and_percentages_are_not() -> None:
    found = rows(plan_evaluation.compose(Request(at_year_end(), YEAR)))
    permits = next(row for row in found if any(cell.startswith("Jumlah izin") for cell in row))
    coverage = next(row for row in found if any(cell.startswith("Persentase layanan") for cell in row))

    # 90 + 110 + 120 + 95 = 415 of 400; the coverage is that of the fourth quarter, 63 of 60, not 50 + 50 + 57,5 + 63.
    assert permits[-6:-4] == ["415", "103,75"]
    assert coverage[-6:-4] == ["63", "105,00"]


def test_before_the_year_ends_achievement_is_against_the_target_to_date() -> None:
    found = rows(plan_evaluation.compose(Request(RECORD, YEAR, period=quarter(3))))
    permits = next(row for row in found if any(cell.startswith("Jumlah izin") for cell in row))

    # 320 of the 300 that were promised to the end of September, not of the 400 of the year.
    assert permits[-6:-4] == ["320", "106,67"]


def test_every_column_has_its_number_and_every_figure_its_explanation() -> None:
    document = plan_evaluation.compose(Request(at_year_end(), YEAR))
    table = next(block for block in blocks(document) if isinstance(block, Table))
    opened = {
        inline.explanation
        for block in blocks(document)
        for inline in inlines(block)
        if isinstance(inline, Text) and inline.explanation
    }

    assert len(table.columns) == len(table.header[1].cells) == 17
    assert opened
    assert opened <= {explained.id for explained in document.explanations}


def test_money_that_the_plan_does_not_foresee_is_a_gap_and_not_zero() -> None:
    assert {gap.subject for gap in evaluation_gaps(Request(RECORD, YEAR, period=quarter(3)))} >= {
        "Program Pengelolaan Pengaduan",
        "Penanganan Pengaduan",
    }


def test_an_empty_record_makes_a_document_with_a_visible_gap() -> None:
    document = plan_evaluation.compose(Request(EMPTY, 2025))

    found = (inline for block in blocks(document) for inline in inlines(block))
    assert any(isinstance(inline, Text) and inline.gap for inline in found)
    assert evaluation_gaps(Request(EMPTY, 2025))
