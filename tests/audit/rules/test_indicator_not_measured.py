"""DOC021: an indicator that nobody reports on."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "DOC021"
AGREED = """Indikator Kinerja | Target 2020
Persentase rambu yang terpasang | 80
Nilai survei penumpang angkutan | 90
Jumlah halte yang diperbaiki | 12"""
MEASURED = """Indikator Kinerja | Target 2020 | Realisasi 2020
Persentase rambu yang terpasang | 80 | 82
Nilai survei penumpang angkutan | 90 | 88"""


def _document(measured: str) -> Document:
    agreed = table(AGREED, number="Tabel 2.1", caption="Perjanjian Kinerja Tahun 2020")
    return whole(table(measured), plan=(section("Perjanjian Kinerja"), agreed))


def test_an_indicator_without_any_result_is_flagged() -> None:
    assert "halte" in found(_document(MEASURED), CODE, Severity.WARNING).message


def test_every_indicator_measured_is_clean() -> None:
    assert_passes(_document(f"{MEASURED}\nJumlah halte yang diperbaiki | 12 | 11"), CODE)


def test_an_open_cell_in_the_measurement_is_another_fault() -> None:
    assert_passes(_document(f"{MEASURED}\nJumlah halte yang diperbaiki | 12 |"), CODE)


def test_another_promised_indicator_s_result_is_not_its_own() -> None:
    agreed = table(
        f"{AGREED}\nPersentase rambu yang terpelihara | 70", number="Tabel 2.1", caption="Perjanjian Kinerja Tahun 2020"
    )
    measured = table(f"{MEASURED}\nJumlah halte yang diperbaiki | 12 | 11")
    document = whole(measured, plan=(section("Perjanjian Kinerja"), agreed))

    assert found(document, CODE, Severity.WARNING).spots[0].text == "Persentase rambu yang terpelihara"
