"""RAT004: values that no class takes."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "RAT004"
WORDS = ("Sangat Baik", "Baik", "Kurang")
REGULATION = """Interval | Kriteria
91% ≤ 100% | Sangat Tinggi
76% ≤ 90% | Tinggi
66% ≤ 75% | Sedang
51% ≤ 65% | Rendah
≤ 50% | Sangat Rendah"""


def _report(conditions: tuple[str, ...]) -> Document:
    rows = "\n".join(f"{condition} | {word}" for condition, word in zip(conditions, WORDS, strict=True))
    scale = table(f"Capaian | Predikat\n{rows}", number="Tabel 2.1", caption="Skala Penilaian Capaian Kinerja")
    return whole(plan=(section("Skala Penilaian"), scale))


def test_a_bound_that_no_class_takes_is_flagged() -> None:
    assert "tepat 90" in found(_report(("> 90", "60 < x < 90", "< 60")), CODE, Severity.WARNING).message


def test_a_gap_between_classes_is_flagged() -> None:
    assert "90" in found(_report(("≥ 95", "60 ≤ x < 90", "< 60")), CODE, Severity.WARNING).message


def test_a_whole_scale_is_clean() -> None:
    assert_passes(_report(("≥ 90", "60 ≤ x < 90", "< 60")), CODE)


def test_the_regulations_own_table_is_one_note_that_cites_it() -> None:
    scale = table(REGULATION, number="Tabel 2.1", caption="Skala Nilai Peringkat Kinerja")
    document = whole(plan=(section("Skala Penilaian"), scale))

    assert "Permendagri 86/2017" in found(document, CODE, Severity.NOTE).message
