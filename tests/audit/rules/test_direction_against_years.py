"""RAT003: "naik" and "turun" against the figures."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, findings, found, whole

CODE = "RAT003"
ROWS = """Indikator Kinerja | Realisasi 2019 | Realisasi 2020
Persentase rambu yang terpasang | 72,06 | 75,39
Nilai survei penumpang angkutan | 90 | 94,5"""


def _report(text: str) -> Document:
    return whole(table(ROWS), sentence(text))


def test_a_rise_to_a_lower_figure_is_flagged() -> None:
    text = "Persentase rambu yang terpasang: realisasi naik dari 75,39% pada tahun 2019 menjadi 72,06%."

    found(whole(sentence(text), table(ROWS.replace("72,06 | 75,39", "75,39 | 72,06"))), CODE, Severity.ERROR)


def test_a_fall_to_a_higher_figure_is_flagged() -> None:
    text = "Persentase rambu yang terpasang: realisasi turun 3,33 poin dari 72,06% pada tahun 2019 menjadi 75,39%."

    found(_report(text), CODE, Severity.ERROR)


def test_a_rise_to_a_higher_figure_is_clean() -> None:
    text = "Persentase rambu yang terpasang: realisasi naik 3,33 poin dari 72,06% pada tahun 2019 menjadi 75,39%."

    assert_passes(_report(text), CODE)


def test_a_rise_of_the_thing_itself_is_not_judged() -> None:
    text = "Persentase rambu yang terpasang sebesar 75,39% menunjukkan adanya penurunan tingkat kecelakaan."

    assert findings(_report(text), CODE) == ()


def test_marks_that_can_be_read_in_two_ways_are_read_alike() -> None:
    text = "Jumlah penumpang angkutan {word} dari 4.414 orang pada tahun 2019 menjadi 5.341 orang pada tahun 2020."
    rows = "Indikator Kinerja | Realisasi 2019 | Realisasi 2020\nJumlah penumpang angkutan | 4.414 | 5.341"

    found(whole(table(rows), sentence(text.format(word="menurun"))), CODE, Severity.ERROR)
    assert_passes(whole(table(rows), sentence(text.format(word="meningkat"))), CODE)


def test_what_is_better_follows_the_formula_of_the_achievement() -> None:
    rows = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Persentase rambu yang terpasang | 80 | 72 | 90,00
Jumlah kecelakaan angkutan umum | 50 | 40 | 120,00"""
    text = "{name}: realisasi turun dari {before} pada tahun 2019 menjadi {after} pada tahun 2020, kinerja {word}."
    signs = {"name": "Persentase rambu yang terpasang", "before": "76%", "after": "72%"}
    accidents = {"name": "Jumlah kecelakaan angkutan umum", "before": "48", "after": "40"}

    flagged = found(whole(table(rows), sentence(text.format(word="membaik", **signs))), CODE, Severity.WARNING)
    assert "semakin tinggi semakin baik" in flagged.message
    assert_passes(whole(table(rows), sentence(text.format(word="menurun", **signs))), CODE)
    assert_passes(whole(table(rows), sentence(text.format(word="membaik", **accidents))), CODE)
