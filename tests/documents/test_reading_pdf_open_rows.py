"""Ruled tables of digital PDFs that lack the rules of one row: the header above them, or a total."""

from itertools import pairwise
from pathlib import Path

from tests.documents.pdf_pages import filled, grid, line, pdf, read_bytes, ruled, tables, write

XS = (72.0, 100.0, 300.0, 400.0, 500.0)
YS = (700.0, 680.0, 660.0)
BODY = (("1", "Indeks kepuasan", "80,5", "82,05"), ("2", "Nilai survei", "67,5", "93,28"))
HEADER = ("No", "Indikator", "Target 2024", "Realisasi")


def rows_of(folder: Path, content: str) -> list[list[str]]:
    (table,) = tables(read_bytes(folder, pdf(content)))
    return grid(table)


def header(*texts: str, y: float = 706) -> str:
    return "".join(write(x + 4, y, text) for x, text in zip(XS, texts, strict=False) if text)


def test_header_above_the_first_rule_is_the_tables(tmp_path: Path) -> None:
    above = header(*HEADER) + header("", "", "", "(persen)", y=718)  # the line above fills one column only

    found = rows_of(tmp_path, ruled(XS, YS) + filled(XS, YS, BODY) + above)

    assert found == [["No", "Indikator", "Target 2024", "(persen) Realisasi"], *map(list, BODY)]


def test_header_above_the_first_of_level_rules_is_the_tables(tmp_path: Path) -> None:
    ys = (700.0, 680.0, 660.0, 640.0)
    rules = "".join(line(72, y, 500, y) for y in ys)

    found = rows_of(tmp_path, rules + filled(XS, ys, (*BODY, ("3", "Indeks reformasi", "60", "61"))) + header(*HEADER))

    assert found[0] == list(HEADER)


def test_sentence_above_the_first_rule_is_no_header(tmp_path: Path) -> None:
    prose = write(72, 706, "Capaian indikator pada tahun 2024 tersaji dalam tabel berikut ini secara lengkap.")

    assert rows_of(tmp_path, ruled(XS, YS) + filled(XS, YS, BODY) + prose) == list(map(list, BODY))


def test_words_that_leave_a_column_without_a_name_are_no_header(tmp_path: Path) -> None:
    above = header("No", "Indikator", "Target")

    assert rows_of(tmp_path, ruled(XS, YS) + filled(XS, YS, BODY) + above) == list(map(list, BODY))


def test_total_without_upright_lines_keeps_to_the_columns(tmp_path: Path) -> None:
    ys = (700.0, 680.0, 660.0, 640.0, 620.0)
    rows = (HEADER, *BODY, ("Jumlah seluruhnya", "", "148,0", "175,33"))
    upright = "".join(line(x, 700, x, 640 if 72 < x < 500 else 620) for x in XS)
    level = "".join(line(72, y, 500, y) for y in ys)

    found = rows_of(tmp_path, level + upright + filled(XS, ys, rows, bold_rows=1))

    assert found[-1] == ["Jumlah seluruhnya", "148,0", "175,33"]  # the label spans the first two columns


def test_text_over_all_columns_stays_one_cell(tmp_path: Path) -> None:
    ys = (700.0, 680.0, 660.0, 640.0, 620.0)
    note = write(76, 628, "Sasaran 2 Meningkatnya pelayanan tahun 2024 dan 2025 bagi seluruh warga kota")
    upright = "".join(line(x, a, x, b) for a, b in pairwise((700, 660, 640)) for x in XS)
    upright += line(72, 640, 72, 620) + line(500, 640, 500, 620)
    level = "".join(line(72, y, 500, y) for y in ys)

    found = rows_of(tmp_path, level + upright + filled(XS, ys, (HEADER, *BODY), bold_rows=1) + note)

    assert len(found[-1]) == 1
