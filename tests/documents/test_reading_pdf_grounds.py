"""Tables of digital PDFs whose rows have rules and grounds and whose columns have none, page after page."""

from itertools import pairwise
from pathlib import Path

from tests.documents.pdf_pages import filled, grid, ground, line, pdf, read_bytes, tables

XS = (72.0, 100.0, 250.0, 380.0, 500.0)
YS = (700.0, 670.0, 640.0, 610.0, 580.0)
ROWS = (
    ("No", "Program", "Kegiatan", "Anggaran"),
    ("", "Aparatur", "", ""),
    ("", "", "Pengadaan pakaian", "128.800.000"),
    ("4", "Program pelaporan", "", "39.195.900"),
)


def test_a_rest_of_one_word_below_the_header_stays_in_the_table(tmp_path: Path) -> None:
    rules = "".join(line(72, y, 500, y) for y in YS)
    grounds = "".join(
        ground(left + 1, YS[row + 1] + 1, right - 1, YS[row] - 1)
        for row in (0, 2)  # the header and every other row
        for left, right in pairwise(XS)
    )

    (table,) = tables(read_bytes(tmp_path, pdf(grounds + rules + filled(XS, YS, ROWS, bold_rows=1))))

    assert grid(table) == [list(row) for row in ROWS]
