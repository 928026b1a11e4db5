"""SUM002: a part larger than the whole that holds it."""

from tests.audit.builders import assert_clean, assert_flags, audited, table

CODE = "SUM002"
CAPTION = "Realisasi Anggaran Tahun 2020"


def _budget(part: str) -> str:
    return f"""No | Uraian | Anggaran (Rp)
I | Program Sekretariat | 222.850.000
1 | Penyediaan jasa surat | {part}
2 | Penyediaan jasa komunikasi | 83.850.000
II | Program Ideologi | 455.000.000
4 | Forum kerukunan | 360.000.000"""


def test_an_activity_larger_than_its_programme_is_flagged() -> None:
    assert_flags(table(_budget("322.850.000"), caption=CAPTION), code=CODE, at="322.850.000")


def test_smaller_parts_are_clean() -> None:
    assert_clean(table(_budget("139.000.000").replace("455", "360"), caption=CAPTION), code=CODE)


def test_a_part_as_large_as_the_whole_is_no_larger() -> None:
    rows = """No | Uraian | Anggaran (Rp)
I | Program Sekretariat | 222.850.000
1 | Penyediaan jasa surat | 222.850.000
II | Program Ideologi | 455.000.000
2 | Forum kerukunan | 455.000.000"""

    assert_clean(table(rows, caption=CAPTION), code=CODE)


def test_unmarked_rows_below_a_named_one_are_not_its_parts_unless_sums_say_so() -> None:
    rows = """Program/Kegiatan | Realisasi Anggaran (Rp)
PROGRAM PEMBERDAYAAN | 246.562.180
Kegiatan Pemberdayaan Kelurahan | 116.250.600
Pemberdayaan Masyarakat | 116.250.600
Pemberdayaan Lembaga Kecamatan | 130.311.580
Peningkatan Kapasitas Lembaga | 35.711.580
Fasilitasi Usaha Masyarakat | 94.600.000"""

    assert_clean(table(rows, caption=CAPTION), code=CODE)


def test_unmarked_rows_are_parts_where_sums_say_so() -> None:
    rows = """Program/Kegiatan | Anggaran (Rp)
PROGRAM SEKRETARIAT | 300.000.000
Penyediaan jasa surat | 100.000.000
Penyediaan jasa komunikasi | 200.000.000
PROGRAM IDEOLOGI | 90.000.000
Forum kerukunan | 50.000.000
Pendidikan politik | 40.000.000
PROGRAM ORMAS | 70.000.000
Pembinaan ormas | 88.000.000"""

    assert_flags(table(rows, caption=CAPTION), code=CODE, at="88.000.000")


def test_rows_of_rupiah_below_rows_of_outputs_are_not_their_parts() -> None:
    rows = """No | Kegiatan | Indikator dan anggaran | Realisasi Anggaran (Rp)
1 | Program Informasi | Jumlah laporan (Laporan) | 12
 | Kegiatan Informasi | Anggaran (Rp) | 346.400.000
2 | Program Statistik | Jumlah dokumen (Dokumen) | 4
 | Kegiatan Statistik | Anggaran (Rp) | 41.250.000"""

    audit = audited(table(rows, caption=CAPTION))
    assert CODE not in [of_rule.rule for of_rule in audit.coverage]  # nothing of it can be compared
    assert_flags(table(rows.replace(" (Rp) | ", " | "), caption=CAPTION), code=CODE, at="346.400.000")
