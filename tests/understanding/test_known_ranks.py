"""Budgets whose rows nothing ranks but their names: the supporting programme's, and those that another table ranks."""

from saksama.understanding.reading import RowRole, SubjectKind, UnderstoodTable
from saksama.understanding.tables import understand_tables
from tests.understanding.grids import document, table, understood

SUPPORT = """
Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | 2023 [2x1] | 2024 [2x1]
 | | Target | Rp. | Target | Rp.
PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Nilai | 100 | {whole} | 100 | 900.000
Administrasi Keuangan Perangkat Daerah | Jumlah Laporan | 12 | 500.000 | 12 | 600.000
Penyediaan Gaji | Jumlah Orang | 24 | 400.000 | 24 | 480.000
Pelaksanaan Verifikasi | Jumlah Dokumen | 12 | 100.000 | 12 | 120.000
Administrasi Umum Perangkat Daerah | Jumlah Laporan | 4 | 200.000 | 4 | {general}
Penyediaan Cetakan | Jumlah Paket | 1 | 50.000 | 1 | 80.000
Fasilitasi Tamu | Jumlah Laporan | 1 | 150.000 | 1 | 220.000
"""
RANKED = """
Uraian | Anggaran (Rp) | Realisasi (Rp)
PROGRAM KETENTERAMAN | 610.000 | 505.000
Penegakan Peraturan Daerah | 400.000 | 330.000
Sosialisasi Peraturan | 300.000 | 250.000
Pengawasan Kepatuhan | 100.000 | 80.000
Pembinaan Penyidik | 210.000 | 175.000
Pengembangan Karier | 150.000 | 140.000
Pemberkasan Perkara | 60.000 | 35.000
Jumlah | 610.000 | 505.000
"""


def parents(found: UnderstoodTable) -> list[int | None]:
    return [row.parent for row in found.rows]


def closed(found: UnderstoodTable) -> list[int]:
    return [place for place, row in enumerate(found.rows) if row.is_closed]


def test_the_activities_of_the_supporting_programme_are_known_by_name() -> None:
    found = understood(SUPPORT.format(whole="700.000", general="999.000"))

    assert parents(found) == [None, 0, 1, 1, 0, 4, 4]
    assert closed(found) == [0, 1, 4]
    assert [row.kind for row in found.rows[:3]] == [
        SubjectKind.PROGRAMME,
        SubjectKind.ACTIVITY,
        SubjectKind.SUB_ACTIVITY,
    ]
    assert [row.role for row in found.rows[3:5]] == [RowRole.DATA, RowRole.GROUP]


def test_a_list_of_which_little_adds_up_is_left_unranked() -> None:
    found = understood(
        SUPPORT.format(whole="777.000", general="999.000")
        .replace("| 400.000 |", "| 410.000 |")
        .replace("480.000", "490.000")
        .replace("150.000", "160.000")
    )

    assert parents(found) == [None, 0, 0, 0, 0, 0, 0]
    assert closed(found) == []


def other(rows: str) -> UnderstoodTable:
    """A plan's table in a report that ranks the same activities elsewhere."""
    head = "Program/Kegiatan | 2023 [2x1] | 2024 [2x1]\n | Target | Rp. | Target | Rp.\n"
    return understand_tables(document(table(RANKED), table(head + rows)), year=2024)[1]


def test_another_table_of_the_report_ranks_the_same_names() -> None:
    found = other(
        """Program Ketenteraman | 1 | 900.000 | 1 | 950.000
        Penegakan Peraturan Daerah | 1 | 600.000 | 1 | 650.000
        Sosialisasi Peraturan | 1 | 300.000 | 1 | 350.000
        Penyuluhan Warga | 1 | 100.000 | 1 | 100.000
        Pengawasan Kepatuhann | 1 | 200.000 | 1 | 250.000
        Pembinaan Penyidik | 1 | 300.000 | 1 | 300.000
        Pengembangan Karier | 1 | 200.000 | 1 | 200.000
        Pemberkasan Perkara | 1 | 100.000 | 1 | 100.000"""
    )

    assert parents(found) == [None, 0, 1, 1, 1, 0, 5, 5]
    assert closed(found) == [0, 1, 5]


def test_new_rows_at_the_end_that_may_be_an_activity_leave_the_one_before_open() -> None:
    found = other(
        """Program Ketenteraman | 1 | 900.000 | 1 | 990.000
        Penegakan Peraturan Daerah | 1 | 400.000 | 1 | 450.000
        Sosialisasi Peraturan | 1 | 300.000 | 1 | 300.000
        Pengawasan Kepatuhan | 1 | 100.000 | 1 | 100.000
        Kesiapsiagaan | 1 | - | 1 | 300.000
        Latihan Regu | 1 | - | 1 | 200.000
        Peralatan Regu | 1 | - | 1 | 100.000
        Pembinaan Penyidik | 1 | 200.000 | 1 | 200.000
        Pengembangan Karier | 1 | 150.000 | 1 | 150.000
        Pemberkasan Perkara | 1 | 50.000 | 1 | 50.000"""
    )

    assert closed(found) == [7]


def test_unknown_rows_that_are_the_sum_of_those_below_them_are_an_activity_of_their_own() -> None:
    found = understood(
        SUPPORT.format(whole="700.000", general="300.000")
        + """PROGRAM PENDATAAN WARGA | Persentase | 100 | 90.000 | 100 | 380.000
        Pelayanan Pendataan | Jumlah Laporan | 1 | 90.000 | 1 | 110.000
        Pencatatan Peristiwa | Jumlah Laporan | 1 | 90.000 | 1 | 10.000
        Pelaporan Peristiwa | Jumlah Laporan | 1 | - | 1 | 100.000
        Penyelenggaraan Pendataan | Jumlah Laporan | 1 | - | 1 | 270.000
        Pelayanan Keliling | Jumlah Laporan | 1 | - | 1 | 50.000
        Fasilitasi Pendataan | Jumlah Laporan | 1 | - | 1 | 220.000"""
    )

    assert parents(found)[7:] == [None, 7, 8, 8, 7, 11, 11]
    assert {7, 8, 11} <= set(closed(found))


def test_an_activity_named_like_its_only_part_stands_above_it() -> None:
    found = understood(
        SUPPORT.format(whole="700.000", general="300.000")
        + """PROGRAM PELATIHAN | Persentase | 100 | 900.000 | 100 | 650.000
        Pelatihan Kerja | Jumlah Orang | 1 | 900.000 | 1 | 500.000
        Pelatihan Kerja | Persentase Lulus | 1 | - | 1 | -
        Pelatihan Pencari Kerja | Jumlah Orang | 1 | 600.000 | 1 | 300.000
        Kerja Sama Pelatihan | Jumlah Lembaga | 1 | 300.000 | 1 | 200.000
        Pembinaan Lembaga | Jumlah Lembaga | 1 | - | 1 | 150.000
        Pembinaan Lembaga | Jumlah Lembaga | 1 | - | 1 | 150.000"""
    )

    assert parents(found)[7:] == [None, 7, 7, 8, 8, 7, 12]
    assert {7, 8, 12} <= set(closed(found))


def test_another_indicator_of_a_part_is_no_further_part_and_stands_beside_it() -> None:
    found = understood(
        SUPPORT.format(whole="700.000", general="300.000")
        + """PROGRAM AIR | Persentase | 100 | 900.000 | 100 | 800.000
        Penyediaan Air | Jumlah Rumah | 1 | 900.000 | 1 | 800.000
        Jaringan Pipa | Jumlah Rumah | 1 | 600.000 | 1 | 500.000
        Jaringan Pipa | Panjang Pipa | 1 | 600.000 | 1 | 500.000
        Pemeliharaan Pipa | Panjang Pipa | 1 | 300.000 | 1 | 300.000"""
    )

    assert parents(found)[7:] == [None, 7, 8, 8, 8]
    assert {7, 8} <= set(closed(found))


def test_the_next_agency_ends_the_programme_before_it() -> None:
    support = SUPPORT.format(whole="700.000", general="300.000").split("Rp. | Target | Rp.\n")
    found = understood(
        f"""{support[0]}Rp. | Target | Rp.
        KECAMATAN HULU | Nilai | | 790.000 | | 980.000
        {support[1].strip()}
        PROGRAM KERUKUNAN | Nilai | 1 | 90.000 | 1 | 80.000
        Urusan Umum | Nilai | 1 | 90.000 | 1 | 80.000
        Pembinaan Kerukunan | Nilai | 1 | 90.000 | 1 | 80.000
        KECAMATAN HILIR | Nilai | | 700.000 | | 900.000
        {support[1]}"""
    )

    assert parents(found)[8:13] == [0, 8, 9, None, 11]
    assert {8, 9} <= set(closed(found))
