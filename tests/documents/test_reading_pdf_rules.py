"""Rows of ruled tables of digital PDFs whose rules or letters stand otherwise than they should."""

from itertools import pairwise
from pathlib import Path

from tests.documents.pdf_pages import filled, grid, ground, line, pdf, read_bytes, ruled, tables

XS = (72.0, 100.0, 300.0, 400.0, 500.0)
YS = (700.0, 680.0, 660.0, 640.0)
ROWS = (
    ("No", "Indikator", "Target", "Realisasi"),
    ("1", "Indeks kepuasan", "80,5", "82,05"),
    ("2", "Nilai survei", "67,5", "93,28"),
)


def test_frame_that_begins_where_a_table_ends_is_no_part_of_it(tmp_path: Path) -> None:
    level = "".join(line(72, y, 500, y) for y in YS) + line(72, 701, 72, 639) + line(500, 701, 500, 639)
    footer = ruled((72, 300, 520), (637.6, 620))

    found = tables(read_bytes(tmp_path, pdf(level + footer + filled(XS, YS, ROWS, bold_rows=1))))

    assert [grid(table) for table in found] == [[list(row) for row in ROWS]]


def test_ground_that_ends_on_the_height_of_a_rule_ends_a_cell_whose_rule_is_missing(tmp_path: Path) -> None:
    level = line(72, 700, 500, 700) + line(72, 680, 400, 680) + line(72, 660, 500, 660) + line(72, 640, 500, 640)
    upright = "".join(line(x, 700, x, 640) for x in XS)
    header = "".join(ground(left, 680.5, right, 700) for left, right in pairwise(XS))

    found = tables(read_bytes(tmp_path, pdf(header + level + upright + filled(XS, YS, ROWS, bold_rows=1))))

    assert [grid(table) for table in found] == [[list(row) for row in ROWS]]
