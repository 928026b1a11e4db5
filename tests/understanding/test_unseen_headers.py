"""Headers of reports that nobody had checked: each is a table as one of them cuts it, with invented figures."""

from saksama.understanding.periods import period_of
from tests.understanding.grids import measures, understood


def test_letters_set_apart_and_broken_words_are_read_among_others() -> None:
    found = understood(
        """
        No | Indikator Sasaran | T a r g e t th 2024 | Realisa si th 2024 | CAPAIA N KINERJA (%) th 2024
        1 | Rasio layanan | 80 | 72 | 90
        """
    )

    assert measures(found)[2:] == ["target 2024", "actual 2024", "achievement 2024"]


def test_quarters_below_a_range_of_quarters_are_told_by_their_numbers() -> None:
    found = understood(
        """
        Program [1x3] | Indikator [1x3] | Realisasi Kinerja Pada Triwulan I - IV Tahun 2023 [4x1]
        I [2x1] | IV [2x1]
        K | Rp | K | Rp
        Program Satu | Jumlah dokumen | 2 | 1.200.000.000 | 1 | 300.000.000
        """
    )

    assert measures(found)[2:] == [
        "actual 2023-TW1",
        "expenditure 2023-TW1",
        "actual 2023-TW4",
        "expenditure 2023-TW4",
    ]


def test_quarters_up_to_one_are_cumulative_and_all_four_are_the_year() -> None:
    assert period_of(("triwulan i s.d. iii",), "2024") == "2024-sdTW3"
    assert period_of(("triwulan i - iv",), "2024") == "2024"
    assert period_of(("triwulan", "iii", "k"), "2024") == "2024-TW3"


def test_money_of_several_parts_is_several_facts_zeros_or_not() -> None:
    found = understood(
        """
        Uraian [1x3] | Kelompok Belanja [4x1]
        Operasi [2x1] | Modal [2x1]
        Anggaran | Realisasi | Anggaran | Realisasi
        Belanja Barang | 1.200.000.000 | 1.100.000.000 | 0,00 | 0,00
        Belanja Mesin | 0,00 | 0,00 | 109.048.100 | 0,00
        Belanja Jasa | 300.000.000 | 0,00 | 0,00 | 0,00
        """
    )

    assert [(column.measure and column.measure.value, column.aspect) for column in found.columns[1:]] == [
        ("appropriation", "operasi"),
        ("expenditure", "operasi"),
        ("appropriation", "modal"),
        ("expenditure", "modal"),
    ]


def test_an_actual_in_percent_beside_absorption_and_efficiency_is_the_achievement() -> None:
    found = understood(
        """
        Sasaran Strategis | Indikator Kinerja | Realisasi Kinerja | Anggaran | Efisiensi
        Terwujudnya layanan | Persentase penanganan gangguan | 112,50% | 96,25% | 16,25%
        """
    )

    assert measures(found)[2:] == ["achievement 2024", "absorption 2024", "efficiency 2024"]
