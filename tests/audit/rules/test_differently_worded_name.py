"""DOC016: one objective in two wordings."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "DOC016"
ROWS = """Sasaran Strategis | Indikator Kinerja | Target 2020
Meningkatnya keselamatan lalu lintas jalan | Persentase rambu yang terpasang | 80
{objective} | Nilai survei penumpang angkutan | 90"""
USUAL = "Meningkatnya pelayanan angkutan umum perkotaan"


def _document(objective: str) -> Document:
    agreed = table(ROWS.format(objective=objective), number="Tabel 2.1", caption="Perjanjian Kinerja Tahun 2020")
    measured = table(ROWS.format(objective=USUAL).replace("Target 2020", "Realisasi 2020"))
    return whole(measured, plan=(section("Perjanjian Kinerja"), agreed))


def test_an_objective_worded_otherwise_in_the_agreement_is_flagged() -> None:
    document = _document("Terwujudnya kepuasan masyarakat pengguna terminal")

    assert USUAL in found(document, CODE, Severity.WARNING).message


def test_the_same_wording_is_clean() -> None:
    assert_passes(_document(USUAL), CODE)


def test_a_slip_of_the_pen_is_a_note() -> None:
    found(_document(USUAL.replace("perkotaan", "perkotaaan")), CODE, Severity.NOTE)
