"""ABS003: an efficiency that no method gives."""

from tests.audit.builders import assert_clean, assert_flags, audited, table

CODE = "ABS003"
CAPTION = "Analisis Efisiensi Tahun 2020"
HEADER = "Indikator Kinerja | Capaian (%) | Serapan (%) | Efisiensi (%)"


def _rows(*efficiencies: str) -> str:
    reached = ("Persentase konflik | 102,68 | 84,28", "Nilai survei | 98,39 | 73,34", "Indeks anak | 107,79 | 98,45")
    lines = (f"{row} | {printed}" for row, printed in zip(reached, efficiencies, strict=True))
    return "\n".join((HEADER, *lines))


def test_achievement_minus_absorption_is_clean() -> None:
    assert_clean(table(_rows("18,40", "25,05", "9,34"), caption=CAPTION), code=CODE)


def test_achievement_by_absorption_is_clean() -> None:
    assert_clean(table(_rows("121,83", "134,16", "109,49"), caption=CAPTION), code=CODE)


def test_a_row_that_leaves_its_columns_method_is_flagged() -> None:
    found = assert_flags(table(_rows("18,40", "25,50", "9,34"), caption=CAPTION), code=CODE, at="25,50")

    assert found.expected_text == "25,05"


def test_rounding_of_both_inputs_is_the_limit() -> None:
    # 98,39 − 73,34 lies between 25,04 and 25,06.
    assert_clean(table(_rows("18,40", "25,06", "9,34"), caption=CAPTION), code=CODE)
    assert_flags(table(_rows("18,40", "25,08", "9,34"), caption=CAPTION), code=CODE, at="25,08")


def test_a_column_that_follows_no_method_is_one_finding() -> None:
    (found,) = audited(table(_rows("67,04", "21,22", "70,90"), caption=CAPTION)).findings

    assert (found.rule, len(found.consequences)) == (CODE, 0)


def test_a_row_without_a_budget_is_not_judged_by_its_column() -> None:
    rows = """Indikator Kinerja | Capaian (%) | Pagu (Rp) | Realisasi Anggaran (Rp) | Serapan (%) | Efisiensi (%)
Keterbukaan informasi | 71,02 | 0 | 0 | 0 | 0
Layanan teknologi | 95,20 | 2.660.203.841 | 2.628.577.528 | 98,81 | 1,19"""

    assert_clean(table(rows, caption=CAPTION), code=CODE)
