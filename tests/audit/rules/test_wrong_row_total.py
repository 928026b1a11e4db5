"""SUM003: a total at the end of a row that its row does not add up to."""

from tests.audit.builders import assert_clean, assert_flags, audited, table

CODE = "SUM003"
CAPTION = "Keadaan Pegawai menurut Pendidikan"


def _staff(total: str) -> str:
    return f"""No | Pendidikan | Laki-laki | Perempuan | Jumlah
1 | Pascasarjana | 7 | 4 | 11
2 | Sarjana | 13 | 9 | {total}
3 | SMA | 10 | 4 | 14"""


def test_a_wrong_row_total_is_flagged() -> None:
    found = assert_flags(table(_staff("21"), caption=CAPTION), code=CODE, at="21")

    assert found.expected_text == "22"


def test_right_row_totals_are_clean() -> None:
    assert_clean(table(_staff("22"), caption=CAPTION), code=CODE)


def test_a_column_called_total_that_never_is_one_says_nothing() -> None:
    rows = """No | Pendidikan | Laki-laki | Perempuan | Jumlah
1 | Pascasarjana | 7 | 4 | 110
2 | Sarjana | 13 | 9 | 250
3 | SMA | 10 | 4 | 14"""

    assert not [finding for finding in audited(table(rows, caption=CAPTION)).findings if finding.rule == CODE]
