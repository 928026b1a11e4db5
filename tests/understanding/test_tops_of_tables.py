"""What stands at the top of a table: an empty row above the header, a data row where the page before had the header."""

from saksama.understanding.tables import understand_tables
from tests.understanding.grids import document, labels, measures, table, understood


def test_an_empty_row_above_the_header_is_no_row() -> None:
    found = understood(
        """
         | |
        No | Program | Anggaran
        1 | Program Taman | 564.173.500
        2 | Program Rambu | 458.000.000
        Jumlah | | 1.022.173.500
        """
    )

    assert measures(found) == ["", "", "appropriation 2024"]
    assert labels(found) == ["Program Taman", "Program Rambu", "Jumlah"]


def test_a_row_with_small_numbers_at_the_top_of_a_page_is_no_header() -> None:
    above = table(
        """
        Program/Kegiatan | Indikator Kinerja | Target Renja 2024
        Administrasi Keuangan | Jumlah Laporan Keuangan | 12
        Penyediaan Gaji | Jumlah Laporan Gaji | 24
        """
    )
    below = table(
        """
        Administrasi Barang | Jumlah Laporan Barang | 4
        Penatausahaan Barang | Jumlah Laporan Aset | 2
        """
    )

    (found,) = understand_tables(document(above, below), year=2024)

    assert measures(found)[2] == "target 2024"
    assert len(found.rows) == 4


def test_column_numbers_that_reach_down_past_pairs_leave_these_in_the_header() -> None:
    found = understood(
        """
        No [1x1] | Program | Triwulan I [2x1] | Triwulan II [2x1]
        1 [1x2] | 2 [1x2] | 3 [2x1] | 4 [2x1]
        K | Rp | K | Rp
        1 | Program Taman | 10 | 564.173.500 | 20 | 664.173.500
        2 | Program Rambu | 20 | 458.000.000 | 30 | 558.000.000
        """,
        header=2,
    )

    assert labels(found) == ["Program Taman", "Program Rambu"]
