"""AVG001: the percentage of a total that is the mean of the percentages below it."""

from tests.audit.builders import assert_clean, assert_flags, table

CODE = "AVG001"
CAPTION = "Realisasi Anggaran Tahun 2020"


def _budget(percentage: str) -> str:
    return f"""No | Uraian | Anggaran (Rp) | Realisasi (Rp) | Serapan (%)
I | Program Sekretariat | 500.000.000 | 290.000.000 | {percentage}
1 | Penyediaan jasa surat | 400.000.000 | 200.000.000 | 50,00
2 | Penyediaan jasa komunikasi | 100.000.000 | 90.000.000 | 90,00
II | Program Ideologi | 100.000.000 | 80.000.000 | 80,00
3 | Forum kerukunan | 60.000.000 | 50.000.000 | 83,33
4 | Forum pembauran | 40.000.000 | 30.000.000 | 75,00"""


def test_an_averaged_percentage_is_flagged_as_such() -> None:
    found = assert_flags(table(_budget("70,00"), caption=CAPTION), code=CODE, at="70,00")

    assert found.expected_text == "58,00"
    assert "rata" in found.message


def test_the_quotient_of_the_sums_is_clean() -> None:
    assert_clean(table(_budget("58,00"), caption=CAPTION), code=CODE)


def test_a_percentage_that_is_neither_is_no_average() -> None:
    found = assert_flags(table(_budget("61,00"), caption=CAPTION), code="ABS001", at="61,00")

    assert "rata-rata" not in found.message


def test_where_both_agree_nothing_is_said() -> None:
    same = _budget("50,00").replace("290.000.000", "250.000.000").replace("90.000.000 | 90,00", "50.000.000 | 50,00")

    assert_clean(table(same, caption=CAPTION), code=CODE)
