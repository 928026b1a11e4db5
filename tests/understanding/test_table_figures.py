"""What stands in the cells of figure columns, and what decides an ambiguous one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.kernel.figures import Blank, read_figure
from saksama.understanding.cell_figures import cell_figure, glued_figures, year_in_cell
from saksama.understanding.reading import Figured, UnderstoodTable
from tests.understanding.grids import understood


def cell(found: UnderstoodTable, row: int, column: int) -> Figured:
    """A figure that is there."""
    figure = found.cells[row][column]
    assert figure is not None
    return figure


def chosen(found: UnderstoodTable, row: int, column: int) -> tuple[str, str]:
    """The value that was decided for, and what decided."""
    figure = cell(found, row, column)
    return ("" if figure.chosen is None else f"{figure.chosen.value:f}"), figure.decided_by


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Nilai A (83)", "83", "Nilai A"),
        ("Level 3 (3,157)", "3.157", "Level 3"),
        ("BB / 72,5", "72.5", "BB"),
        ("80 nilai indeks", "80", "nilai indeks"),
        ("2,57 km", "2.57", "km"),
        ("65 (2018)", "65", ""),
        ("2 dari 3", "2", "dari 3"),
        ("91,5 (merupakan realisasi tahun 2024 karena data tahun 2025 belum dirilis oleh lembaganya)", "91.5", ""),
        ("83, 60 %", "83.60", "%"),
        ("658,408,424,00\n0", "658408424000", ""),
    ],
)
def test_a_figure_is_seen_through_the_customs_around_it(text: str, value: str, unit: str) -> None:
    readings, _ = cell_figure(text)

    assert Decimal(value) in {figure.value for figure in readings}
    assert {figure.unit for figure in readings} == {unit}
    assert {figure.text for figure in readings} == {text}


@pytest.mark.parametrize("text", ["≥ 91", "< 60", "76 ≤ 90", "90<x<110", "110 Keatas", "X<60", "7–8", "-2–-1", "0-5 %"])
def test_a_threshold_or_range_is_no_figure(text: str) -> None:
    assert cell_figure(text) == ((), Blank.WORDS)


def test_digits_that_make_no_number_stay_unreadable() -> None:
    assert cell_figure("9.871.1466.000") == ((), Blank.MALFORMED)
    assert cell_figure("12.345\n67") == ((), Blank.MALFORMED)


def test_a_year_in_a_cell_is_kept() -> None:
    assert (year_in_cell("65 (2018)"), year_in_cell("65 (18)")) == ("2018", "")


def test_glued_figures_are_only_figures() -> None:
    assert glued_figures("3.365.419.010 3.292.281.687 98,73%") == ("3.365.419.010", "3.292.281.687", "98,73%")
    assert glued_figures("12 orang 13 orang") == ()


@given(
    st.one_of(
        st.integers(0, 10**12).map(lambda number: f"{number:,}".replace(",", ".")),
        st.decimals(0, 9999, places=2).map(lambda number: f"{number}".replace(".", ",")),
        st.from_regex(r"[0-9]{1,3}([.,][0-9]{1,3}){0,3}%?", fullmatch=True),
    )
)
def test_the_short_way_reads_what_the_kernel_reads(text: str) -> None:
    readings, blank = cell_figure(text)

    assert (blank or readings) == read_figure(text)


def test_the_marks_of_the_column_decide() -> None:
    found = understood("Uraian | Anggaran | Jumlah\nA | 1.250.000 | 1.234\nB | 2.345 | 12.345.678")

    assert chosen(found, 1, 1) == ("2345", "column marks")
    assert chosen(found, 0, 2) == ("1234", "column marks")


def test_english_marks_decide_in_their_column_only() -> None:
    found = understood(
        """
        Indikator | Target | Realisasi
        A | 1,234.5 | 67,5
        B | 3.800 | 3.800
        """
    )

    assert chosen(found, 1, 1) == ("3.800", "column marks")
    assert chosen(found, 1, 2) == ("3800", "column marks")


def test_rupiah_have_no_three_decimals() -> None:
    found = understood("Program | Pagu (Rp) | Realisasi (Rp)\nA | 950.000 | 900.000")

    assert chosen(found, 0, 1) == ("950000", "unit")


def test_the_relation_of_the_row_breaks_a_tie() -> None:
    found = understood("Indikator | Target | Realisasi | Capaian (%)\nA | 1.250 | 2500 | 200\nB | 80 | 80 | 100")

    assert chosen(found, 0, 1) == ("1250", "relation")


def test_what_nothing_decides_stays_open() -> None:
    figure = cell(understood("Indikator | Target | Realisasi\nA | 1.250 | 3"), 0, 1)

    assert (figure.chosen, len(figure.readings), figure.decided_by) == (None, 2, "")


def test_full_rupiah_are_exact_and_percentages_are_not() -> None:
    found = understood("Program | Pagu (Rp) | Serapan (%)\nA | 4.827.274.899 | 90,41")
    money, percent = cell(found, 0, 1).chosen, cell(found, 0, 2).chosen

    assert money is not None
    assert percent is not None
    assert money.interval().low == money.interval().high
    assert percent.interval().high - percent.interval().low == Decimal("0.01").as_integer_ratio()[0] / Decimal(100)


def test_the_unit_of_the_row_is_the_unit_of_its_figures() -> None:
    found = understood("Indikator | Satuan | Target\nPendapatan | Rp | 1.200.000.000\nNilai | Indeks | 80,5")

    units = [figure.chosen.unit for line in found.cells if (figure := line[2]) and figure.chosen]
    assert units == ["Rp", "Indeks"]


@pytest.mark.parametrize("text", ["-", "N/A", "Rp -", "Rp. ,-", ""])
def test_what_stands_for_nothing_is_blank_and_never_zero(text: str) -> None:
    found = understood(f"Program | Pagu | Realisasi\nA | 1.200.000.000 | {text}\nB | 1.200.000.000 | 1.100.000.000")

    assert cell(found, 0, 2).readings == ()
    assert cell(found, 0, 2).blank is not None


def test_what_comes_whole_has_no_three_decimals() -> None:
    found = understood("Indikator | Satuan | Target\nPengunjung | Orang | 1.250\nPanjang | Kilometer | 1.250")
    beside_english = understood("Indikator | Satuan | Target\nPengunjung | Orang | 1.250\nArsip | % | 70.15")

    assert chosen(found, 0, 2) == ("1250", "unit")
    assert chosen(found, 1, 2) == ("", "")
    assert chosen(beside_english, 0, 2) == ("1250", "unit")
