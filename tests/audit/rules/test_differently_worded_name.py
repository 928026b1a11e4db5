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


INDICATORS = """Indikator Kinerja | Target 2020
Persentase rambu yang terpasang | 80
{name} | {target}"""
MEASURED = """Indikator Kinerja | Target 2020 | Realisasi 2020
Persentase rambu yang terpasang | 80 | 82
Nilai survei penumpang angkutan | 90 | 88"""


def _agreed(name: str, target: str = "90") -> Document:
    planned = table(INDICATORS.format(name="Nilai survei penumpang angkutan", target="90"), number="Tabel 2.1")
    agreed = table(INDICATORS.format(name=name, target=target), number="Tabel 2.2", caption="Perjanjian Kinerja")
    return whole(table(MEASURED), plan=(planned, section("Perjanjian Kinerja"), agreed))


def test_an_indicator_that_one_table_names_otherwise_is_flagged() -> None:
    flagged = found(_agreed("Nilai survei penumpang terminal"), CODE, Severity.WARNING)

    assert "“Nilai survei penumpang angkutan” dengan target 90" in flagged.message


def test_an_indicator_of_another_target_or_other_words_is_another_indicator() -> None:
    assert_passes(_agreed("Nilai survei penumpang terminal", target="85"), CODE)
    assert_passes(_agreed("Jumlah terminal yang bersih"), CODE)


def test_a_name_that_a_page_cut_is_no_other_name() -> None:
    assert_passes(_agreed("Nilai survei penumpang"), CODE)
