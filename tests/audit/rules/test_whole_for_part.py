"""SUM004: the whole agency's money in the row of one objective."""

from saksama.documents.document import Table
from tests.audit.builders import assert_clean, assert_flags, table

CODE = "SUM004"
PROGRAMMES = """No | Program | Anggaran (Rp) | Realisasi (Rp)
1 | Program Sekretariat | 222.850.000 | 200.600.000
2 | Program Ideologi | 455.000.000 | 411.602.500
JUMLAH | | 677.850.000 | 612.202.500"""


def _served(last: str) -> tuple[Table, Table]:
    rows = f"""Indikator Kinerja | Pagu (Rp) | Realisasi (Rp)
Persentase konflik yang selesai | 455.000.000 | 411.602.500
Nilai survei kepuasan masyarakat | {last}"""
    return (
        table(PROGRAMMES, caption="Realisasi Anggaran Tahun 2020"),
        table(rows, number="Tabel 3.2", caption="Analisis Efisiensi Tahun 2020"),
    )


def test_the_money_of_all_programmes_under_one_indicator_is_flagged() -> None:
    found = assert_flags(*_served("677.850.000 | 612.202.500"), code=CODE, at="677.850.000")

    assert "Tabel 3.1" in found.message


def test_the_money_of_its_own_programme_is_clean() -> None:
    assert_clean(*_served("222.850.000 | 200.600.000"), code=CODE)


def test_one_rupiah_less_is_another_amount() -> None:
    assert_clean(*_served("677.849.999 | 612.202.499"), code=CODE)
