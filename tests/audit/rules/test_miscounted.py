"""TXT003: a sentence that counts otherwise than the table lists."""

from saksama.audit.rule import Severity
from saksama.documents.document import Table
from tests.audit.builders import assert_clean, assert_flags, audited, sentence, table
from tests.audit.whole_reports import assert_passes, found, whole

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


def _measured(*names: str, number: str) -> Table:
    rows = "\n".join(f"{name} | 80 | 81" for name in names)
    return table(f"Indikator Kinerja | Target 2020 | Realisasi 2020\n{rows}", number=number)


def test_a_table_that_leaves_one_out_is_no_witness_for_the_closing_chapter() -> None:
    every = ("Persentase jalan mantap", "Jumlah rambu terpasang", "Nilai survei penumpang")
    tables = [_measured(*every, number=f"Tabel 3.{place}") for place in (1, 3, 4)]
    lacking = _measured(*every[:2], number="Tabel 3.2")
    counted = "Kinerja instansi dijabarkan dalam {count} indikator kinerja."

    said = found(whole(*tables, lacking, closing=(sentence(counted.format(count=2)),)), CODE, Severity.WARNING)
    assert said.expected_text == "3"
    assert_passes(whole(*tables, lacking, closing=(sentence(counted.format(count=3)),)), CODE)


def test_what_a_sentence_lists_below_it_is_not_what_a_table_lists() -> None:
    tables = table(TABLE, caption="Realisasi Anggaran Tahun 2020")
    counted = "Kementerian pada tahun 2020 melaksanakan {count} program{end}"

    for end, is_flagged in ((".", True), (" yaitu :", False), (", antara lain:", False)):
        said = sentence(counted.format(count=4, end=end))
        assert [one.rule for one in audited(tables, said).findings].count(CODE) == is_flagged
