import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.understanding.text_figures import FigureKind, figures, years


@pytest.mark.parametrize(
    "text",
    [
        "Peraturan Menteri Nomor 29 Tahun 2010 dan UU No. 14/2008 serta PM 69/2013",
        "pada tanggal 20 Desember 2024 pukul 08.00",
        "Renstra 2019–2023 dan tahun 2021",
        "P4GN, COVID-19, dan 2D",
        "Tabel 3.1, Bab 3, halaman 12, Pasal 4 ayat (2)",
        "NIP. 19640507 198903 2 014",
        "kode 8.01.06.2.01",
        "1. Persentase rumah tangga",
        "(2) Dinas mempunyai tugas",
        "kegiatan yang dilaksanakan adalah: 1.",
        "selama 1 (satu) tahun",
        "Indikator 2 : rumah tangga",
    ],
)
def test_numbers_that_are_no_facts_are_left_out(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "figure", "kind", "value"),
    [
        ("capaian 93, 28%, maka", "93, 28%", FigureKind.PERCENT, "93.28"),
        ("tercapai 50,5persen tahun ini", "50,5persen", FigureKind.PERCENT, "50.5"),
        ("naik 36,14 poin persen dari", "36,14 poin persen", FigureKind.POINTS, "36.14"),
        ("sebesar Rp. 31.626.313,- atau", "Rp. 31.626.313,-", FigureKind.MONEY, "31626313"),
        ("sebesar Rp 4,8 miliar saja", "Rp 4,8 miliar", FigureKind.MONEY, "4800000000.0"),
        ("target 80,5, realisasi", "80,5", FigureKind.PLAIN, "80.5"),
        ("dengan 3 (tiga) indikator", "3 (tiga)", FigureKind.COUNT, "3"),
        ("melaksanakan empat puluh sub kegiatan", "empat puluh", FigureKind.COUNT, "40"),
    ],
)
def test_a_figure_is_read_with_its_kind(text: str, figure: str, kind: FigureKind, value: str) -> None:
    (found,) = figures(text)

    assert (found.text, found.kind, str(found.readings[0].value)) == (figure, kind, value)


def test_a_count_whose_words_disagree_keeps_both_readings() -> None:
    (found,) = figures("sebanyak 40 (empat belas) kegiatan")

    assert [int(reading.value) for reading in found.readings] == [40, 14]


def test_ranges_and_terms_of_a_formula_are_figures_but_state_nothing() -> None:
    assert not any(found.is_linkable for found in figures("(117.65 + 5.34 + 98.20)/3 dan 25/44 x 100"))
    assert not any(found.is_linkable for found in figures("antara 70-80%"))


def test_a_malformed_amount_is_kept_unread() -> None:
    (found,) = figures("sebesar Rp 9.871.1466.000 saja")

    assert found.readings == ()
    assert found.blank is not None


def test_years_of_plans_are_told_from_single_years() -> None:
    found = years("Renstra 2019-2023, capaian tahun 2021 menurut Perda Nomor 5 Tahun 2016")

    assert [(mark.year, mark.until) for mark in found] == [(2019, 2023), (2021, None)]


@given(st.text(alphabet="Rp 0123456789.,-%()/dari tahun", max_size=60))
def test_places_are_those_of_the_printed_text(text: str) -> None:
    assert all(text[found.start : found.end] == found.text for found in figures(text))
