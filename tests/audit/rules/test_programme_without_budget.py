"""DOC017: a programme that the budget does not have."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "DOC017"
BUDGET = """No | Program | Anggaran (Rp) | Realisasi (Rp)
1 | Program Keselamatan Jalan | 222.850.000 | 200.600.000
2 | Program Angkutan Umum | 139.000.000 | 126.200.000"""
AGREED = """Sasaran Strategis | Indikator Kinerja | Target 2020 | Program | Anggaran (Rp)
Meningkatnya keselamatan jalan | Persentase rambu terpasang | 80 | Program Keselamatan Jalan | 222.850.000
Meningkatnya pelayanan angkutan | Nilai survei penumpang | 90 | {programme} | 139.000.000"""


def _document(programme: str) -> Document:
    budget = (section("Realisasi Anggaran", "B."), table(BUDGET, caption="Realisasi Anggaran Tahun 2020"))
    agreed = table(AGREED.format(programme=programme), number="Tabel 2.1", caption="Perjanjian Kinerja Tahun 2020")
    return whole(*budget, plan=(section("Perjanjian Kinerja"), agreed))


def test_a_programme_without_budget_is_flagged() -> None:
    document = _document("Program Terminal Ramah Anak")

    assert "Terminal Ramah" in found(document, CODE, Severity.WARNING).message


def test_the_same_programmes_are_clean() -> None:
    assert_passes(_document("Program Angkutan Umum"), CODE)


def test_a_spelling_that_nearly_is_the_same_is_clean() -> None:
    assert_passes(_document("1. Program angkutan umum"), CODE)
