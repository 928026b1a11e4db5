"""TXT002: a change that is not the difference of the two figures."""

from saksama.audit.rule import Severity
from tests.audit.builders import assert_clean, assert_flags, noted, sentence, table

CODE = "TXT002"
TABLE = """Indikator Kinerja | Realisasi 2019 | Realisasi 2020
Indeks Kepuasan Masyarakat | 85,31 | 92,10
Indeks Ketahanan Keluarga | 61,34 | 62,90"""


def _rise(points: str) -> str:
    return (
        f"Indeks Kepuasan Masyarakat meningkat sebesar {points} poin dari 85,31 pada tahun 2019 "
        "menjadi 92,10 pada tahun 2020."
    )


def test_a_wrong_rise_is_flagged() -> None:
    found = assert_flags(table(TABLE), sentence(_rise("7,79")), code=CODE, at="7,79 poin")

    assert "|92,10 − 85,31| = 6,79" in found.message


def test_the_right_rise_is_clean() -> None:
    assert_clean(table(TABLE), sentence(_rise("6,79")), code=CODE)


def test_the_rounding_of_both_figures_is_the_limit() -> None:
    # 92,10 and 85,31, were they rounded, may lie 6,80 apart, but not 6,81.
    assert [note.severity for note in noted(table(TABLE), sentence(_rise("6,80")))] == [Severity.NOTE]
    assert_flags(table(TABLE), sentence(_rise("6,81")), code=CODE, at="6,81 poin")
