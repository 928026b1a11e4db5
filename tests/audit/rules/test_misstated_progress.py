"""ACH003: a progress that does not follow from actual and end target."""

from tests.audit.builders import assert_clean, assert_flags, table

CODE = "ACH003"
CAPTION = "Realisasi dan Target Akhir Renstra"


def _progress(printed: str) -> str:
    return f"""Indikator Kinerja | Target Akhir Renstra (2023) | Realisasi 2020 | Tingkat Kemajuan (%)
Persentase konflik yang selesai | 75 | 93,28 | {printed}
Indeks ketimpangan gender | 0,373 | 0,399 | 93,48"""


def test_a_wrong_progress_is_flagged() -> None:
    found = assert_flags(table(_progress("134,27"), caption=CAPTION), code=CODE, at="134,27")

    assert found.expected_text == "124,37"


def test_both_directions_are_clean() -> None:
    assert_clean(table(_progress("124,37"), caption=CAPTION), code=CODE)


def test_half_a_unit_of_the_last_decimal_is_the_limit() -> None:
    assert_clean(table(_progress("124,4"), caption=CAPTION), code=CODE)
    assert_flags(table(_progress("124,5"), caption=CAPTION), code=CODE, at="124,5")
