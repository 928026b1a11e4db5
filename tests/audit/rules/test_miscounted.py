"""TXT003: a sentence that counts otherwise than the table lists."""

from tests.audit.builders import assert_clean, assert_flags, sentence, table

CODE = "TXT003"
TABLE = """No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp)
I | Program Sekretariat | 222.850.000 | 200.600.000
1 | Kegiatan penyediaan jasa surat | 139.000.000 | 126.200.000
2 | Kegiatan penyediaan jasa komunikasi | 83.850.000 | 74.400.000
II | Program Ideologi | 360.000.000 | 320.126.500
3 | Kegiatan forum kerukunan | 360.000.000 | 320.126.500"""


def test_too_many_programmes_in_the_text_are_flagged() -> None:
    said = sentence("Anggaran tahun 2020 dilaksanakan melalui 4 program.")

    assert_flags(table(TABLE, caption="Realisasi Anggaran Tahun 2020"), said, code=CODE, at="4")


def test_the_same_number_is_clean() -> None:
    said = sentence("Anggaran tahun 2020 dilaksanakan melalui 2 program.")

    assert_clean(table(TABLE, caption="Realisasi Anggaran Tahun 2020"), said, code=CODE)
