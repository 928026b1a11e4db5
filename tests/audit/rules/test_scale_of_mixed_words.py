"""RAT010: a scale of two sets of words."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "RAT010"
BOUNDS = ("91 – 100", "76 – 90", "66 – 75", "≤ 65")


def _report(*words: str) -> Document:
    rows = "\n".join(f"{bound} | {word}" for bound, word in zip(BOUNDS, words, strict=True))
    scale = table(f"Interval | Kriteria\n{rows}", number="Tabel 2.1", caption="Skala Nilai Peringkat Kinerja")
    return whole(plan=(section("Skala Penilaian"), scale))


def test_a_word_of_another_set_is_named() -> None:
    note = found(_report("Sangat Baik", "Tinggi", "Sedang", "Rendah"), CODE, Severity.WARNING)

    assert note.spots[0].text == "Sangat Baik"


def test_one_set_of_words_is_clean() -> None:
    assert_passes(_report("Sangat Tinggi", "Tinggi", "Sedang", "Rendah"), CODE)
    assert_passes(_report("Sangat Baik", "Baik", "Cukup", "Kurang"), CODE)


def test_two_names_for_one_class_are_clean() -> None:
    assert_passes(_report("Sangat Baik/Sangat Tinggi", "Baik/Tinggi", "Sedang", "Kurang/Rendah"), CODE)
