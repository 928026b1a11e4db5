"""Rows of ruled tables of digital PDFs whose rules or letters stand otherwise than they should."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.documents.pdf_pages import filled, grid, ground, line, pdf, read_bytes, ruled, tables, write

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


@pytest.mark.parametrize(
    ("glued", "wall", "read"),
    [
        ("129,531,408,835120,981,038,602", 143, ["129,531,408,835", "120,981,038,602"]),
        ("129.531.408.83598,73%", 143, ["129.531.408.835", "98,73%"]),
        ("12,513,4", 99, ["12,513,4", ""]),  # 12,5 and 13,4, or 12,51 and 3,4
    ],
)
def test_number_that_runs_over_a_wall_is_parted_from_the_next_where_only_one_way_makes_two(
    tmp_path: Path, glued: str, wall: float, read: list[str]
) -> None:
    content = ruled((40, 76, wall, 260), YS[:3]) + filled((40, 76, wall), YS, (("No", "Pagu", "Sisa"), ("1", "", "")))

    (table,) = tables(read_bytes(tmp_path, pdf(content + write(80, 668, glued, size=9))))

    assert grid(table)[1] == ["1", *read]


def test_rows_that_only_grounds_part_are_rows(tmp_path: Path) -> None:
    ys = (700.0, 682.0, 664.0, 604.0, 580.0)
    rows = (
        ("No", "Indikator", "Satuan", "Target"),
        ("1", "2", "3", "4"),
        ("1", "- Sampah terangkut\n\n- Ruang hijau", "%\n\n%", "0,82\n\n18,5"),
        ("2", "- Makam tertata", "Ha", "7"),
    )
    painted = "".join(
        ground(left, ys[row + 1], left + 5, ys[row])
        + ground(left + 5, ys[row + 1], right - 5, ys[row])
        + ground(right - 5, ys[row + 1], right, ys[row])
        for row in (1, 3)
        for left, right in pairwise(XS[1:])
    )
    rules = line(72, 682, 502, 682) + line(100, 683, 100, 580) + line(500, 683, 500, 580)

    found = tables(read_bytes(tmp_path, pdf(painted + rules + filled(XS, ys, rows))))

    assert [row for table in found for row in grid(table)][-4:] == [
        ["1", "2", "3", "4"],
        ["1", "- Sampah terangkut", "%", "0,82"],
        ["", "- Ruang hijau", "%", "18,5"],
        ["2", "- Makam tertata", "Ha", "7"],
    ]


def test_bars_whose_scale_runs_from_zero_are_no_table(tmp_path: Path) -> None:
    bars = "".join(
        write(72, 700 - 24 * number, name, size=9) + write(200 + share, 700 - 24 * number, f"{share},30%", size=9)
        for number, (name, share) in enumerate((("Tahu satu sila", 12), ("Tahu dua sila", 39), ("Tahu semua", 64)))
    )
    scale = "".join(write(196 + 40 * step, 628, f"{10 * step},00%", size=9) for step in range(6))

    assert tables(read_bytes(tmp_path, pdf(bars + scale))) == []


def test_cell_that_numbers_the_rows_beside_it_is_one_cell_for_each(tmp_path: Path) -> None:
    level = line(72, 700, 500, 700) + line(72, 680, 500, 680) + line(100, 660, 500, 660) + line(72, 640, 500, 640)
    upright = "".join(line(x, 700, x, 640) for x in XS)

    (table,) = tables(read_bytes(tmp_path, pdf(level + upright + filled(XS, YS, ROWS, bold_rows=1))))

    assert grid(table) == [list(row) for row in ROWS]
    assert [cell.rowspan for row in table.rows for cell in row.cells] == [1] * 8


def test_number_in_the_middle_of_the_rows_beside_it_belongs_to_all_of_them(tmp_path: Path) -> None:
    level = line(72, 700, 500, 700) + line(72, 680, 500, 680) + line(100, 660, 500, 660) + line(72, 640, 500, 640)
    upright = "".join(line(x, 700, x, 640) for x in XS)
    rows = (ROWS[0], ("", *ROWS[1][1:]), ("", *ROWS[2][1:]))

    drawn = level + upright + filled(XS, YS, rows, bold_rows=1) + write(76, 656, "1")
    (table,) = tables(read_bytes(tmp_path, pdf(drawn)))

    assert table.rows[0].cells[0].rowspan == 2
