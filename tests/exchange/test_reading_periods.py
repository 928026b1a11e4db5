"""Periods, what happened to indicators, and surveys, as a planner types them."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from saksama.exchange.fields import HEADING_ROW
from saksama.exchange.problem import Severity, describe
from saksama.kernel.indicator import Continuity, IndicatorChange
from saksama.kernel.results import actual
from tests.exchange.course_workbook import indicator, put, read_changed
from tests.exchange.filled_workbook import problems_of


def test_the_rows_that_are_due_are_prepared(tmp_path: Path) -> None:
    def look(book: Workbook) -> None:
        rows = book["Realisasi Periode"].iter_rows(min_row=HEADING_ROW + 1, max_row=HEADING_ROW + 5, values_only=True)
        assert [(row[0], row[2], row[3], row[6]) for row in rows] == [
            ("IK2", 2025, "TW I", 2),
            ("IK2", 2025, "TW II", 3),
            ("IK2", 2025, "TW III", 3),
            ("IK2", 2025, "TW IV", None),
            (None, None, None, None),
        ]

    assert read_changed(tmp_path, look).problems == ()


def test_the_last_quarter_completes_the_year(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, put("Realisasi Periode", 4, Realisasi=4))

    assert reading.problems == ()
    assert actual(indicator(reading, "IK2"), 2025).value == 12


@pytest.mark.parametrize("spelling", ["TW IV", "tw iv", "TW 4", "Triwulan IV", "triwulan 4", "Q4"])
def test_a_quarter_is_known_in_every_spelling(tmp_path: Path, spelling: str) -> None:
    reading = read_changed(tmp_path, put("Realisasi Periode", 4, Periode=spelling, Realisasi=4))

    assert reading.problems == ()
    assert actual(indicator(reading, "IK2"), 2025).value == 12


def test_a_period_stated_twice_is_refused(tmp_path: Path) -> None:
    again = put("Realisasi Periode", 5, Kode_indikator="IK2", Tahun=2025, Periode="TW I", Realisasi=2)

    assert problems_of(read_changed(tmp_path, again), Severity.ERROR) == [
        (
            "Realisasi Periode!D10: ditemukan TW I 2025 untuk IK2 yang kedua; seharusnya satu baris satu periode. "
            "Hapus salah satunya."
        )
    ]


def test_a_period_of_another_cycle_is_noted(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, put("Definisi", 2, Siklus_pengukuran=None))

    notes = problems_of(reading, Severity.NOTE)
    assert len(notes) == 7
    assert "Samakan dengan Siklus pengukuran di lembar Definisi" in notes[0]


def test_data_of_a_later_year_are_refused(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, put("Realisasi", 1, Tahun_data=2026))

    assert problems_of(reading, Severity.ERROR) == [
        (
            "Realisasi!K6: ditemukan data tahun 2026 untuk realisasi 2025; seharusnya tahun realisasi itu atau "
            "sebelumnya. Perbaiki Tahun data, atau kosongkan."
        )
    ]


def test_what_happened_to_an_indicator_is_read(tmp_path: Path) -> None:
    row = put(
        "Riwayat Indikator",
        1,
        Kode_indikator="IK1",
        Sejak_tahun=2025,
        Perubahan="Menggantikan indikator lain",
        Indikator_sebelumnya="IK2",
        Keterangan="Rumus baru",
    )

    reading = read_changed(tmp_path, row)

    assert reading.problems == ()
    assert indicator(reading, "IK1").changes == (IndicatorChange(2025, Continuity.REPLACED, "IK2", "Rumus baru"),)


def test_an_indicator_does_not_replace_itself(tmp_path: Path) -> None:
    row = put(
        "Riwayat Indikator",
        1,
        Kode_indikator="IK1",
        Sejak_tahun=2025,
        Perubahan="Menggantikan indikator lain",
        Indikator_sebelumnya="IK1",
    )

    assert "menggantikan dirinya sendiri" in problems_of(read_changed(tmp_path, row), Severity.ERROR)[0]


def test_an_actual_unlike_its_survey_is_noted(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, put("Realisasi", 3, Realisasi=Decimal("85.50")))

    assert [describe(problem) for problem in reading.problems] == [
        (
            "SKM!O6: ditemukan indeks 89,81 dari survei SKM1, sedangkan realisasi IK3 di Realisasi!F8 85,50; "
            "seharusnya realisasi yang sama dengan indeks surveinya. Perbaiki rata-rata unsurnya atau realisasinya."
        )
    ]


def test_an_index_of_printed_weights_is_told_apart(tmp_path: Path) -> None:
    """32,33 × 0,11 × 25 = 88,9075, where a ninth gives 89,81."""
    reading = read_changed(tmp_path, put("Realisasi", 3, Realisasi=88.91))

    assert "bobot 0,11" in reading.problems[0].remedy


def test_answers_make_the_index_and_what_is_stated_beside_them_is_compared(tmp_path: Path) -> None:
    headings = [f"U{number}" for number in range(1, 10)]

    def answers(book: Workbook) -> None:
        tab = book["Jawaban SKM"]
        assert [str(cell.value).partition(" ")[0] for cell in tab[HEADING_ROW]][1:] == headings
        for row, given in enumerate(((4, 4, 4, 4, 4, 4, 4, 4, 4), (3, 3, 3, 3, 3, 3, 3, 3, None)), HEADING_ROW + 1):
            for column, value in enumerate(("SKM1", *given), 1):
                tab.cell(row, column).value = value

    reading = read_changed(tmp_path, answers)

    assert reading.record is not None
    assert len(reading.record.surveys[0].answers) == 2
    notes = problems_of(reading, Severity.NOTE)
    assert notes[0].startswith("SKM!E6: ditemukan 120 responden, sedangkan jawabannya 2.")
    assert notes[1].startswith("SKM!F6: ditemukan rata-rata 3,60, sedangkan dari jawaban 3,50.")


def test_an_answer_of_five_is_refused(tmp_path: Path) -> None:
    row = put("Jawaban SKM", 1, Kode_survei="SKM1", U1_Persyaratan=5)

    assert problems_of(read_changed(tmp_path, row), Severity.ERROR) == [
        "Jawaban SKM!B6: ditemukan 5; seharusnya angka dari 1 sampai 4. Perbaiki nilainya."
    ]
