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


def _until(total: str, *, second: str = "22,2") -> str:
    return f"""No | Indikator Kinerja | Realisasi 2018 | Realisasi 2019 | Realisasi 2020 | Realisasi s.d. 2020
1 | Persentase taman | 47,12 | 0,05 | 0,61 | {total}
2 | Persentase sampah | 7,2 | 5,0 | 10,0 | {second}
3 | Persentase makam | 1,5 | 28,4 | 20,0 | 49,9"""


def test_what_was_reached_until_a_year_is_the_sum_of_the_years_where_most_rows_say_so() -> None:
    found = assert_flags(table(_until("48,71"), caption=CAPTION), code=CODE, at="48,71")

    assert found.expected_text == "47,78"
    assert_clean(table(_until("47,78"), caption=CAPTION), code=CODE)


def test_a_column_until_a_year_that_is_no_sum_says_nothing() -> None:
    rows = _until("48,71", second="10,0")

    assert not [finding for finding in audited(table(rows, caption=CAPTION)).findings if finding.rule == CODE]


def _quarters(year: str) -> str:
    quarters = " | ".join(f"Realisasi Triwulan {number} (Rp)" for number in ("I", "II", "III", "IV"))
    return f"""No | Kegiatan | {quarters} | Realisasi Tahun 2025 (Rp)
1 | Penyusunan rencana | 1.000.000 | 2.000.000 | 3.000.000 | 4.000.000 | 10.000.000
2 | Pemantauan | 1.500.000 | 2.500.000 | 3.500.000 | 4.500.000 | {year}
3 | Pelaporan | 1.100.000 | 2.100.000 | 3.100.000 | 4.100.000 | 10.400.000
4 | Pengarsipan | 1.200.000 | 2.200.000 | 3.200.000 | 4.200.000 | 10.800.000
5 | Pemeliharaan | 1.300.000 | 2.300.000 | 3.300.000 | 4.300.000 | 11.200.000"""


def test_what_was_spent_in_a_year_is_the_sum_of_its_quarters() -> None:
    caption = "Realisasi Anggaran Tahun 2025"
    found = assert_flags(table(_quarters("12.500.000"), caption=caption), code=CODE, at="12.500.000")

    assert found.expected_text == "12.000.000"
    assert_clean(table(_quarters("12.000.000"), caption=caption), code=CODE)
