"""Rows of reports that nobody had checked: codes in several columns, totals with names of their own."""

from saksama.understanding.reading import RowRole
from tests.understanding.grids import understood


def test_codes_in_several_columns_rank_by_the_last_of_them() -> None:
    found = understood(
        """
        Kode [3x1] | Uraian | Anggaran (Rp)
        2.16 |  |  | Urusan Informatika | 900.000
        2.16 | 2.16.01 |  | Program Penunjang | 900.000
        2.16 | 2.16.01.2.01 |  | Perencanaan | 900.000
        2.16 | 2.16.01.2.01 | 5.1.02 | Belanja Barang dan Jasa | 900.000
        2.16 | 2.16.01.2.01 | 5.1.02.01 | Belanja Barang | 600.000
        2.16 | 2.16.01.2.01 | 5.1.02.02 | Belanja Jasa | 300.000
         |  |  | Jumlah | 900.000
        """
    )

    assert [row.number for row in found.rows] == [
        "2.16",
        "2.16.01",
        "2.16.01.2.01",
        "5.1.02",
        "5.1.02.01",
        "5.1.02.02",
        "",
    ]
    assert [row.parent for row in found.rows] == [None, 0, 1, 2, 3, 3, None]
    assert found.rows[-1].role is RowRole.TOTAL


def test_an_unnumbered_last_row_that_says_jumlah_of_something_is_the_total_of_numbered_ones() -> None:
    found = understood(
        """
        No | Golongan | Jumlah Pegawai
        1 | IV A | 3 orang
        2 | III D | 6 orang
         | Total Jumlah PNS | 9 orang
        """
    )

    assert found.rows[-1].role is RowRole.TOTAL


def test_offices_in_capitals_stand_beside_each_other_above_rows_in_small_letters() -> None:
    found = understood(
        """
        Urusan/Program/Kegiatan | Anggaran (Rp)
        KECAMATAN MAWAR | 300.000
        PROGRAM PENUNJANG | 300.000
        Penyediaan Jasa Surat | 100.000
        Penyediaan Jasa Listrik | 200.000
        KECAMATAN MELATI | 70.000
        PROGRAM PENUNJANG | 70.000
        Penyediaan Jasa Surat | 30.000
        Penyediaan Jasa Listrik | 40.000
        """
    )

    assert [row.parent for row in found.rows] == [None, 0, 1, 1, None, 4, 5, 5]
