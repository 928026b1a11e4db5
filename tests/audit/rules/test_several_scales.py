"""RAT007: two scales for one thing."""

from saksama.audit.rule import Severity
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "RAT007"
FIRST = "Capaian | Predikat\n≥ 90 | Baik\n60 ≤ x < 90 | Cukup\n< 60 | Kurang"
SECOND = "Capaian | Predikat\n≥ 85 | Tinggi\n50 ≤ x < 85 | Sedang\n< 50 | Rendah"


def test_two_scales_of_achievement_are_a_note() -> None:
    scales = (section("Skala Penilaian"), table(FIRST, number="Tabel 2.1"), table(SECOND, number="Tabel 2.2"))

    assert "2 skala" in found(whole(plan=scales), CODE, Severity.NOTE).message


def test_one_scale_printed_twice_is_clean() -> None:
    scales = (section("Skala Penilaian"), table(FIRST, number="Tabel 2.1"), table(FIRST, number="Tabel 2.2"))

    assert_passes(whole(plan=scales), CODE)


def test_a_scale_of_values_is_another_thing() -> None:
    values = "Nilai Indeks | Mutu\n3,5 ≤ x ≤ 4 | Baik\n2,5 ≤ x < 3,5 | Cukup\n< 2,5 | Kurang"
    scales = (section("Skala Penilaian"), table(FIRST, number="Tabel 2.1"), table(values, number="Tabel 2.2"))

    assert_passes(whole(plan=scales), CODE)
