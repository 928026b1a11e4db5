"""Budgets whose ranks nothing marks: the amounts of one column give the tree that the others are checked by."""

from saksama.understanding.reading import RowRole, SubjectKind
from tests.understanding.grids import understood

BUDGET = """
Uraian | Anggaran | Realisasi | %
BELANJA DAERAH | 1.000.000 | 900.000 | 90,00
PROGRAM PENUNJANG URUSAN | 700.000 | 620.000 | 88,57
Perencanaan dan Evaluasi | 200.000 | 170.000 | 85,00
Penyusunan Dokumen Perencanaan | 100.000 | 95.000 | 95,00
Penyusunan Laporan | 100.000 | 75.000 | 75,00
Administrasi Keuangan | 500.000 | 450.000 | 90,00
Penyediaan Gaji | 450.000 | {salaries} | 91,11
Pelaksanaan Verifikasi | 50.000 | 40.000 | 80,00
PROGRAM KETENTERAMAN | 300.000 | 280.000 | 93,33
Penegakan Peraturan Daerah | 300.000 | 280.000 | 93,33
Sosialisasi | 180.000 | 180.000 | 100,00
Pengawasan | 120.000 | 100.000 | 83,33
 | 1.000.000 | 900.000 | 90,00
"""
PARENTS = [None, 0, 1, 2, 2, 1, 5, 5, 0, 8, 9, 9, None]


def test_amounts_rank_the_rows_that_nothing_else_ranks() -> None:
    found = understood(BUDGET.format(salaries="410.000"))

    assert [row.parent for row in found.rows] == PARENTS
    assert found.rows[-1].role is RowRole.TOTAL
    assert [row.kind for row in found.rows[1:4]] == [
        SubjectKind.PROGRAMME,
        SubjectKind.ACTIVITY,
        SubjectKind.SUB_ACTIVITY,
    ]


def test_a_wrong_figure_in_one_column_leaves_the_tree_of_the_other() -> None:
    found = understood(BUDGET.format(salaries="441.000"))

    assert [row.parent for row in found.rows] == PARENTS
    assert all(row.is_closed for row in found.rows if row.role is RowRole.GROUP)


def test_amounts_that_make_no_tree_rank_nothing() -> None:
    lines = BUDGET.format(salaries="410.000").replace("450.000 |", "460.000 |").replace("410.000", "415.000")

    found = understood(lines)

    assert [row.parent for row in found.rows[2:8]] == [1] * 6
    assert not any(row.is_closed for row in found.rows if row.role is RowRole.GROUP)


def test_a_plain_list_that_makes_its_total_stays_a_list() -> None:
    rows = "\n".join(f"Kegiatan {name} | {amount} | {amount}" for name, amount in zip("ABCDEF", [300] * 6, strict=True))

    found = understood(f"Uraian | Anggaran (Rp) | Realisasi (Rp)\n{rows}\nJumlah | 1.800 | 1.800")

    assert {row.parent for row in found.rows} == {None}
