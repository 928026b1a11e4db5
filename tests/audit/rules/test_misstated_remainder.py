"""ABS002: what is left that is not appropriation minus expenditure."""

from tests.audit.builders import assert_clean, assert_flags, audited, table

CODE = "ABS002"
CAPTION = "Realisasi Anggaran Tahun 2020"
RIGHT = """No | Program | Pagu (Rp) | Realisasi (Rp) | Sisa (Rp)
1 | Program Perlindungan Anak | 202.903.750 | 148.805.150 | 54.098.600
2 | Program Administrasi | 115.755.700 | 115.305.700 | 450.000
3 | Program Perlindungan Perempuan | 517.681.520 | 453.574.741 | 64.106.779"""


def test_right_remainders_are_clean() -> None:
    assert_clean(table(RIGHT, caption=CAPTION), code=CODE)


def test_a_wrong_remainder_is_flagged() -> None:
    found = assert_flags(table(RIGHT.replace("54.098.600", "44.626.300"), caption=CAPTION), code=CODE, at="44.626.300")

    assert found.arithmetic == "202.903.750 − 148.805.150 = 54.098.600"


def test_one_rupiah_is_flagged() -> None:
    assert_flags(table(RIGHT.replace("54.098.600", "54.098.601"), caption=CAPTION), code=CODE, at="54.098.601")


def test_a_column_left_from_last_year_is_one_finding() -> None:
    stale = RIGHT.replace("54.098.600", "44.626.300").replace("450.000", "250.011.000")
    stale = stale.replace("64.106.779", "139.421.800")

    (found,) = [finding for finding in audited(table(stale, caption=CAPTION)).findings if finding.rule == CODE]

    assert "3 baris" in found.message
