"""Headers as real reports print them, and what each column was taken for."""

from decimal import Decimal

import pytest

from saksama.understanding.reading import ColumnPart, Measure, SubjectKind
from tests.understanding.grids import heading, measures, understood

PERFORMANCE = "1 | Persentase layanan selesai | 80 | 72,06 | 90,08"
CASES = {
    "plain": (
        "No | Indikator Kinerja | Target | Realisasi | Capaian (%)",
        PERFORMANCE,
        ["target", "actual", "achievement"],
    ),
    "shouted": (
        "NO. | INDIKATOR KINERJA | TARGET 2024 | REALISASI 2024 | % CAPAIAN",
        PERFORMANCE,
        ["target", "actual", "achievement"],
    ),
    "misspelt": (
        "No | Indikator | Tagret | Realiasi | Prosentase Capian",
        PERFORMANCE,
        ["target", "actual", "achievement"],
    ),
    "level of achievement": (
        "No | Indikator | Target | Realisasi | Tingkat Capaian",
        PERFORMANCE,
        ["target", "actual", "achievement"],
    ),
    "money": (
        "No | Program | Pagu Anggaran (Rp) | Realisasi Anggaran (Rp) | Penyerapan (%)",
        "1 | Program Satu | 1.200.000.000 | 1.100.000.000 | 91,67",
        ["appropriation", "expenditure", "absorption"],
    ),
    "money without words": (
        "No | Uraian | Anggaran | Realisasi | %",
        "1 | Program Satu | 1.200.000.000 | 1.100.000.000 | 91,67",
        ["appropriation", "expenditure", "absorption"],
    ),
    "money with a rest": (
        "No | Uraian | Alokasi | Realisasi | Sisa",
        "1 | Program Satu | 1.200.000.000 | 1.100.000.000 | 100.000.000",
        ["appropriation", "expenditure", "remainder"],
    ),
    "spent as serapan": (
        "No | Kegiatan | Pagu Dana (Rp) | Penyerapan Dana (Rp) | Dana (%)",
        "1 | Kegiatan Satu | 1,200,000,000 | 1,100,000,000 | 92%",
        ["appropriation", "expenditure", "absorption"],
    ),
    "money called target": (
        "No | Uraian | Target (Rp) | Realisasi (Rp) | Capaian (%)",
        "1 | Program Satu | 1.200.000.000 | 1.100.000.000 | 91,67",
        ["appropriation", "expenditure", "absorption"],
    ),
    "baseline and end": (
        "No | Indikator | Kondisi Awal | Target Akhir Renstra | Realisasi",
        "1 | Persentase layanan selesai | 60 | 90 | 72,06",
        ["baseline", "end-target", "actual"],
    ),
    "share of a whole": (
        "No | Program | Anggaran | Persentase",
        "1 | Program Satu | 1.200.000.000 | 85,37%",
        ["appropriation", "share"],
    ),
    "cut words": (
        "No | Indikator | Targ et | Realisa si | Capaia n",
        PERFORMANCE,
        ["target", "actual", "achievement"],
    ),
    "a unit for a name": (
        "No | Indikator | Target | Realisasi | (%)",
        PERFORMANCE,
        ["target", "actual", "achievement"],
    ),
    "progress": (
        "No | Indikator | Target Jangka Menengah | Realisasi | Tingkat Kemajuan",
        "1 | Persentase layanan selesai | 90 | 72,06 | 80,07 %",
        ["end-target", "actual", "progress"],
    ),
    "efficiency": (
        "No | Indikator | % Capaian Kinerja | % Penyerapan Anggaran | Tingkat Efisiensi",
        "1 | Persentase layanan selesai | 99,71 | 94,72 | 4,99",
        ["achievement", "absorption", "efficiency"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_header_is_recognised_by_its_words_and_values(name: str) -> None:
    header, values, expected = CASES[name]

    found = understood(f"{header}\n{values}")

    assert [column.measure.value for column in found.columns[2:] if column.measure] == expected


def test_two_levels_tell_performance_from_money() -> None:
    found = understood(
        """
        Sasaran [1x2] | Indikator Kinerja [1x2] | Kinerja [3x1] | Anggaran [3x1]
        Target | Realisasi | Capaian | Pagu | Realisasi | Capaian
        Meningkatnya layanan | Persentase layanan | 80 | 72 | 90% | 1.200.000.000 | 1.100.000.000 | 91,67%
        """,
        caption="Perbandingan Kinerja dan Anggaran Tahun 2024",
    )

    assert measures(found)[2:] == [
        "target 2024",
        "actual 2024",
        "achievement 2024",
        "appropriation 2024",
        "expenditure 2024",
        "absorption 2024",
    ]


def test_spans_that_a_text_reader_lost_are_found_again() -> None:
    found = understood(
        """
        Indikator | Realisasi |  | Capaian (%) |
         | 2023 | 2024 | 2023 | 2024
        Persentase layanan | 70 | 72 | 95,89 | 90
        """
    )

    assert measures(found)[1:] == ["actual 2023", "actual 2024", "achievement 2023", "achievement 2024"]


def test_pairs_of_k_and_rp_are_performance_and_money() -> None:
    found = understood(
        """
        Program/Kegiatan [1x2] | Indikator [1x2] | Target TW I [2x1] | Realisasi TW I [2x1] | Tingkat Capaian [2x1]
        K | Rp | K | Rp | K | Rp
        Program Satu | Jumlah dokumen | 2 | 1.200.000.000 | 1 | 300.000.000 | 50 | 25
        """
    )

    assert measures(found)[2:] == [
        "target 2024-TW1",
        "appropriation 2024-TW1",
        "actual 2024-TW1",
        "expenditure 2024-TW1",
        "achievement 2024",
        "absorption 2024",
    ]


def test_a_shift_is_a_version_of_its_own_unless_it_is_what_is_in_force() -> None:
    steps = understood(
        """
        Program | Pagu Murni (Rp) | Pagu Pergeseran (Rp) | Pagu Perubahan (Rp)
        Program Satu | 1.200.000.000 | 1.300.000.000 | 1.100.000.000
        """
    )
    final = understood("Program | Anggaran Setelah Pergeseran\nProgram Satu | 1.200.000.000")

    assert [measure.split()[-1] for measure in measures(steps)[1:]] == ["murni", "pergeseran", "perubahan"]
    assert measures(final)[1:] == ["appropriation 2024 perubahan"]


def test_versions_and_comparators_are_kept_apart() -> None:
    budget = understood(
        """
        Program | Anggaran Murni | Anggaran Setelah Perubahan | Realisasi
        Program Satu | 1.200.000.000 | 1.500.000.000 | 1.100.000.000
        """
    )
    national = understood(
        """
        Indikator | Realisasi 2024 | Realisasi Nasional
        Persentase layanan | 72 | 80
        """
    )

    assert measures(budget)[1:] == ["appropriation 2024 murni", "appropriation 2024 perubahan", "expenditure 2024"]
    assert measures(national)[1:] == ["actual 2024", "actual 2024 nasional"]


def test_the_years_of_a_plan_are_its_annual_targets() -> None:
    found = understood(
        """
        Indikator [1x2] | Target Renstra [2x1] | Target Akhir Renstra 2030 [1x2]
        2025 | 2026
        Persentase layanan | 80 | 82 | 90
        """
    )

    assert measures(found)[1:] == ["target 2025", "target 2026", "end-target 2030"]


def test_years_before_are_counted_from_the_report() -> None:
    found = understood(
        """
        Indikator [1x2] | Target [1x2] | Realisasi [2x1]
        Th. (n-1) | Th. (n)
        Persentase layanan | 80 | 70 | 72
        """
    )

    assert measures(found)[1:] == ["target 2024", "actual 2023", "actual 2024"]


def test_cumulative_quarters_are_another_period() -> None:
    found = understood(
        """
        Indikator | Target | Realisasi TW III | Realisasi s.d. TW III
        Persentase layanan | 80 | 20 | 60
        """
    )

    assert measures(found)[1:] == ["target 2024", "actual 2024-TW3", "actual 2024-sdTW3"]


def test_figures_are_about_the_label_that_fits_their_measure() -> None:
    found = understood(
        """
        Sasaran | Indikator | Capaian | Program | Indikator Program | Target | Realisasi | Anggaran (Rp)
        Meningkatnya A | Persentase A | 78,3 | Program B | Persentase B | 40 | 50 | 1.200.000.000
        """
    )

    assert [column.about for column in found.columns if column.part is ColumnPart.FIGURES] == [1, 4, 4, 3]


def test_money_in_thousands_is_read_in_rupiah() -> None:
    found = understood(
        """
        Program | Pagu (juta rupiah) | Realisasi (juta rupiah)
        Program Satu | 1.200,5 | 1.100,0
        """
    )

    cell = found.cells[0][1]
    assert measures(found)[1:] == ["appropriation 2024", "expenditure 2024"]
    assert cell is not None
    assert cell.chosen is not None
    assert (cell.chosen.value, cell.chosen.unit, cell.text) == (Decimal(1_200_500_000), "Rp", "1.200,5")


def test_an_indicator_column_with_numbers_in_front_is_one_label() -> None:
    found = understood(
        """
        Sasaran | Indikator Kinerja [2x1] | Target
        Meningkatnya layanan | 1 | Persentase layanan umum | 75
        Meningkatnya layanan | 2 | Persentase layanan khusus | 80
        """
    )

    assert [column.part for column in found.columns] == [
        ColumnPart.LABEL,
        ColumnPart.NUMBER,
        ColumnPart.LABEL,
        ColumnPart.FIGURES,
    ]
    assert found.columns[2].kind is SubjectKind.INDICATOR


def test_the_chapter_of_a_budget_helps_a_bare_table() -> None:
    found = understood(
        """
        Uraian | Target | Realisasi | %
        Belanja pegawai | 12.000.000 | 11.000.000 | 91,67
        """,
        above=(heading("BAB III AKUNTABILITAS KINERJA"), heading("B. Realisasi Anggaran", 2)),
    )

    assert [column.measure for column in found.columns[1:]] == [
        Measure.APPROPRIATION,
        Measure.EXPENDITURE,
        Measure.ABSORPTION,
    ]
