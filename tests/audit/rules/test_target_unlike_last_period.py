"""CON003: the target of the last period is not that of the year."""

from tests.audit.builders import assert_clean, assert_flags, audited, table

CODE = "CON003"
CAPTION = "Rencana Aksi Tahun 2026"


def _plan(last: str, *, others: str = "100") -> str:
    quarters = " | ".join(f"Target Triwulan {number}" for number in ("I", "II", "III", "IV"))
    return f"""No | Indikator Kinerja | Target Tahun 2026 | {quarters}
1 | Indeks ketahanan daerah | 0,9 | 0 | 0 | 0 | 0,9
2 | Persentase layanan tepat waktu | 100 | 25 | 50 | 75 | {others}
3 | Persentase aduan selesai | 90 | 20 | 40 | 60 | 90
4 | Nilai akuntabilitas | 75,35 | 0 | 75,35 | 75,35 | 75,35
5 | Jumlah dokumen | 4 | 1 | 1 | 1 | 1
6 | Persentase warga terlindungi | 4,47 | 4 | 4,1 | 4,2 | {last}"""


def test_a_last_period_unlike_its_year_is_flagged_where_the_others_agree() -> None:
    finding = assert_flags(table(_plan("4,7") + _MORE, caption=CAPTION), code=CODE, at="4,7")

    assert "4,47" in finding.message


def test_targets_that_end_at_the_year_or_add_up_to_it_are_clean() -> None:
    assert_clean(table(_plan("4,47") + _MORE, caption=CAPTION), code=CODE)


def test_a_table_whose_rows_seldom_agree_says_nothing() -> None:
    rows = _plan("4,7", others="80")

    assert not [finding for finding in audited(table(rows, caption=CAPTION)).findings if finding.rule == CODE]


_MORE = """
7 | Persentase sarana siap pakai | 95 | 80 | 85 | 90 | 95
8 | Persentase petugas terlatih | 80 | 20 | 40 | 60 | 80
9 | Indeks kepuasan masyarakat | 88 | 0 | 86 | 86 | 88
10 | Persentase jaringan aktif | 99 | 97 | 97 | 98 | 99"""
