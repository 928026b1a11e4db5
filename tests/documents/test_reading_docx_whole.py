"""Whole Word documents: our own report reads back as it was composed, and real ones are read."""

import time
from pathlib import Path

import pytest

from saksama.compose.performance_report import compose
from saksama.documents.document import Figure, blocks
from saksama.documents.pictures import Chart
from saksama.documents.readers.read import read_document
from saksama.documents.writers.docx.write import write
from saksama.exchange.sample import SAMPLE
from tests.documents import read_back
from tests.documents.demonstration import resolved


@pytest.mark.parametrize("year", [2020])
def test_our_own_report_reads_back_as_it_was_composed(tmp_path: Path, year: int) -> None:
    composed = compose(SAMPLE, year)
    path = tmp_path / "laporan.docx"
    path.write_bytes(write(composed))

    document = read_document(path)

    assert read_back.headings(document) == read_back.headings(composed)
    assert read_back.numbered_tables(document) == read_back.numbered_tables(composed)


def test_charts_read_back_with_their_values(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(write(resolved()))

    charts = [block for block in blocks(read_document(path)) if isinstance(block, Figure)]
    bars = charts[0]

    assert isinstance(bars.picture, Chart)
    assert (bars.number, bars.caption) == ("Gambar 2.1", "Target dan realisasi tahun 2020")
    assert [series.name for series in bars.picture.series] == ["Target", "Realisasi"]
    assert bars.picture.series[1].labels[:2] == ("93,28", "100")
    assert "dua melampaui target" in bars.picture.description


def test_forty_pages_are_read_in_a_third_of_a_second(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(write(compose(SAMPLE, 2020)))
    read_document(path)

    begun = time.process_time()
    read_document(path)

    assert time.process_time() - begun < 0.3


def test_real_agreements_are_read(shared: Path) -> None:
    document = read_document(shared / "corpus" / "pk-bpbd-boyolali-2026.docx")

    plan = list(read_back.tables(document))[4]
    assert (len(plan.header), len(plan.rows), len(plan.columns)) == (3, 20, 16)
    assert "Rp6.122.579.000,00" in [
        text for found in read_back.tables(document) for line in read_back.cell_texts(found) for text in line
    ]


def test_a_real_plan_is_read_with_its_chapters(shared: Path) -> None:
    document = read_document(shared / "corpus" / "renstra-bpkad-cimahi.docx")

    chapters = [number for level, number, _text in read_back.headings(document) if level == 1]
    assert chapters[:3] == ["BAB I", "BAB II", "BAB III"]
    assert len(list(read_back.tables(document))) >= 15
