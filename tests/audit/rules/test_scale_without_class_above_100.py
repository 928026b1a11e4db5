"""RAT006: a scale that ends at 100."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "RAT006"
MEASURED = "Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)\nHalte dalam kondisi baik | 80 | {actual}"


def _report(top: str, actual: str) -> Document:
    rows = f"Capaian | Predikat\n{top} | Baik\n60 ≤ x < 90 | Cukup\n< 60 | Kurang"
    scale = table(rows, number="Tabel 2.1", caption="Skala Penilaian Capaian Kinerja")
    return whole(table(MEASURED.format(actual=actual)), plan=(section("Skala Penilaian"), scale))


def test_an_achievement_above_the_scale_is_flagged() -> None:
    assert "105" in found(_report("90 ≤ x ≤ 100", "84 | 105"), CODE, Severity.WARNING).message


def test_a_scale_that_nothing_exceeds_is_a_note() -> None:
    found(_report("90 ≤ x ≤ 100", "76 | 95"), CODE, Severity.NOTE)


def test_an_open_end_is_clean() -> None:
    assert_passes(_report("≥ 90", "84 | 105"), CODE)
