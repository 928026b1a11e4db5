"""Programmes and activities in columns of their own: the column ranks a row, and the sums say whether all are there."""

from saksama.understanding.reading import SubjectKind
from tests.understanding.grids import labels, printed, understood

BUDGET = """
No | Program | Kegiatan | Anggaran (Rp) | Realisasi (Rp)
1 | Program Administrasi | | 500.000 | 450.000
 | | Penyediaan Jasa Surat | 200.000 | 180.000
 | | Penyediaan Alat Tulis | 300.000 | 270.000
2 | Program Disiplin | | 400.000 | 380.000
 | | Pengadaan Pakaian | 150.000 | 140.000
3 | | Pengadaan Mesin Absen | 250.000 | 240.000
4 | Program Persampahan | | 600.000 | {waste}
 | | Pengangkutan Sampah | 350.000 | 340.000
 | | Sosialisasi Sampah | 250.000 | 250.000
5 | Program Pertamanan | Penataan Taman | 80.000 | 75.000
6 | Program Pemakaman | | 90.000 | 85.000
 | | Penataan Makam | 40.000 | 38.000
 | | Pemeliharaan Makam | 50.000 | 47.000
"""


def test_a_programme_with_a_row_to_itself_is_above_the_activities_beside_it() -> None:
    found = understood(BUDGET.format(waste="590.000"))

    assert labels(found)[:3] == ["Program Administrasi", "Penyediaan Jasa Surat", "Penyediaan Alat Tulis"]
    assert [row.parent for row in found.rows] == [None, 0, 0, None, 3, 3, None, 6, 6, None, None, 10, 10]
    assert found.rows[5].number == "3"  # a slip: it numbers an activity
    assert found.rows[5].kind is SubjectKind.ACTIVITY
    assert printed(found, 1)[1] == ""


def test_sums_that_hold_close_the_groups_of_a_table_without_a_total() -> None:
    found = understood(BUDGET.format(waste="500.000"))

    assert [place for place, row in enumerate(found.rows) if row.is_closed] == [0, 3, 6, 10]


def test_few_sums_that_hold_close_none() -> None:
    lines = BUDGET.format(waste="590.000")
    for right, wrong in (("200.000", "210.000"), ("140.000", "150.000"), ("350.000", "360.000")):
        lines = lines.replace(right, wrong)

    found = understood(lines)

    assert not any(row.is_closed for row in found.rows)


def test_a_programme_beside_its_first_activity_is_filled_down() -> None:
    found = understood(
        """
        Program | Kegiatan | Anggaran (Rp) | Realisasi (Rp)
        Program Administrasi | Penyediaan Jasa Surat | 200.000 | 180.000
         | Penyediaan Alat Tulis | 300.000 | 270.000
        """
    )

    assert printed(found, 0) == ["Program Administrasi", "Program Administrasi"]
    assert {row.parent for row in found.rows} == {None}
