"""Counting numeric rows: what is exact, wrong, missing and invented, page by page."""

from pathlib import Path

from benchmarks.audit.extraction_bench import Count, count, differences, read_rows, true_rows
from saksama.documents.readers.pdf.read import read
from tests.documents.pdf_pages import filled, pdf, ruled

XS, YS = (72.0, 272.0, 372.0, 472.0), (700.0, 680.0, 660.0, 640.0)
ROWS = (("Indikator", "2023", "2024"), ("Nilai (1)", "Rp 1.250,-", "80 %"), ("Predikat", "A", "B"))


def _counted(folder: Path, true: str) -> Count:
    (folder / "laporan.tsv").write_text(true)
    (folder / "laporan.pdf").write_bytes(pdf(ruled(XS, YS) + filled(XS, YS, ROWS)))
    read_pages = read_rows(read(folder / "laporan.pdf"))
    return sum(
        (count(list(differences(rows, read_pages[page]))) for page, rows in true_rows(folder / "laporan.tsv").items()),
        Count(),
    )


def test_row_is_exact_where_every_figure_stands_in_its_cell(tmp_path: Path) -> None:
    assert _counted(tmp_path, "1\t2023\t2024\n1\t1\t1.250\t80\n") == Count(rows=2, exact=2)


def test_row_with_another_figure_is_wrong_and_says_that_it_was_disputed(tmp_path: Path) -> None:
    assert _counted(tmp_path, "1\t2023\t2024\n!1\t1\t1.250\t81\n") == Count(rows=2, disputed=1, exact=1, wrong=1)


def test_rows_too_few_are_missing_and_too_many_invented(tmp_path: Path) -> None:
    assert _counted(tmp_path, "1\t2023\t2024\n1\t1\t1.250\t80\n1\t7\t8\n") == Count(rows=3, exact=2, missing=1)
    assert _counted(tmp_path, "1\t2023\t2024\n") == Count(rows=1, exact=1, invented=1)
    assert _counted(tmp_path, "1\n") == Count(invented=2)


def test_row_of_a_table_without_rules_counts_neither_way(tmp_path: Path) -> None:
    assert _counted(tmp_path, "1\t2023\t2024\n~1\t1\t1.250\t80\n") == Count(rows=1, exact=1)
    assert _counted(tmp_path, "1\t2023\t2024\n1\t1\t1.250\t80\n~1\t7\t8\n") == Count(rows=2, exact=2)
