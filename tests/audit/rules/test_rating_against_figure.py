"""RAT001: a rating word that the scale does not give."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "RAT001"
SCALE = "Capaian | Predikat\n≥ 90 | Sangat Baik\n75 ≤ x < 90 | Baik\n< 75 | Kurang"
ROWS = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%) | Predikat
Halte dalam kondisi baik | 80 | 76 | 95,00 | Sangat Baik
Rambu yang terpasang | 80 | {actual} | {achievement} | {word}"""


def _report(achievement: str, word: str, text: str = "") -> Document:
    scale = table(SCALE, number="Tabel 2.1", caption="Skala Penilaian Capaian Kinerja")
    rows = ROWS.format(actual="66,49", achievement=achievement, word=word)
    said = (sentence(text),) if text else ()
    return whole(table(rows), *said, plan=(section("Skala Penilaian"), scale))


def test_a_word_of_another_class_is_flagged() -> None:
    flagged = found(_report("83,11", "Sangat Baik"), CODE, Severity.ERROR)

    assert "“Baik”" in flagged.message
    assert flagged.spots[0].text == "Sangat Baik"


def test_the_scales_own_word_is_clean() -> None:
    assert_passes(_report("83,11", "Baik"), CODE)


def test_a_value_whose_rounding_may_have_crossed_the_bound_is_clean() -> None:
    assert_passes(_report("90,00", "Baik"), CODE)
    found(_report("90,01", "Baik"), CODE, Severity.ERROR)


def test_a_rating_in_a_sentence_is_compared_with_its_figure() -> None:
    text = "Rambu yang terpasang dengan capaian {value}% termasuk kategori Sangat Baik."

    found(_report("83,11", "Baik", text.format(value="83,11")), CODE, Severity.ERROR)
    assert_passes(_report("93,11", "Sangat Baik", text.format(value="93,11")), CODE)


def test_a_satisfaction_index_is_read_by_its_own_regulation() -> None:
    rows = "Indikator Kinerja | Target 2020 | Realisasi 2020\nIndeks Kepuasan Masyarakat (IKM) | 85 | 89,75"
    text = "Indeks Kepuasan Masyarakat mendapat predikat Baik dengan realisasi 89,75."

    assert "14/2017" in found(whole(table(rows), sentence(text)), CODE, Severity.WARNING).message
    assert_passes(whole(table(rows), sentence(text.replace("Baik", "Sangat Baik"))), CODE)


def test_a_line_may_break_beside_the_stroke_of_a_class() -> None:
    lines = "Capaian | Predikat\n≥ 90 | Sangat tercapai/sangat baik\n75 ≤ x < 90 | Tercapai/baik\n< 75 | Kurang"
    scale = table(lines, number="Tabel 2.1", caption="Skala Penilaian Capaian Kinerja")
    rows = table(ROWS.format(actual="66,49", achievement="83,11", word="Sangat tercapai/ sangat baik"))

    assert "“Tercapai/baik”" in found(whole(rows, plan=(scale,)), CODE, Severity.ERROR).message
