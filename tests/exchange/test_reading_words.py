"""Words typed as values: read by the indicator's scale, and refused with what the scale has."""

from decimal import Decimal
from pathlib import Path

import pytest

from saksama.exchange.problem import Severity
from saksama.kernel.value_scale import Level, ValueScale
from tests.exchange.course_workbook import RECORD, indicator, put, read_changed
from tests.exchange.filled_workbook import problems_of


def test_a_value_that_is_a_level_is_written_as_its_word(tmp_path: Path) -> None:
    def look(book: object) -> None:
        assert book["Realisasi"]["F6"].value == "BB"  # type: ignore[index]

    reading = read_changed(tmp_path, look)

    assert reading.problems == ()
    assert reading.record == RECORD


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("BB", "70.01"),
        (" bb ", "70.01"),
        ("BB (72,35)", "72.35"),
        ("72,35 (BB)", "72.35"),
        ("BB (72.35)", "72.35"),
        ("AA", "90.01"),
        (72.35, "72.35"),
        ("72,35", "72.35"),
    ],
)
def test_a_word_is_a_number_of_its_scale(tmp_path: Path, typed: object, value: str) -> None:
    reading = read_changed(tmp_path, put("Realisasi", 1, Realisasi=typed))

    assert problems_of(reading, Severity.ERROR) == []
    assert indicator(reading, "IK1").actuals[0].value == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (
            "BBB",
            (
                'ditemukan "BBB", yang tidak ada pada skala Predikat AKIP; seharusnya salah satu dari D, C, CC, B, BB, '
                'A, AA. Mungkin maksudnya "BB"; perbaiki tulisannya.'
            ),
        ),
        (
            "BB (85)",
            (
                'ditemukan "BB (85)"; seharusnya nilai yang berpredikat BB pada skala Predikat AKIP. Perbaiki kata '
                "atau nilainya."
            ),
        ),
        (
            "WTP",
            (
                'ditemukan "WTP", yang tidak ada pada skala Predikat AKIP; seharusnya salah satu dari D, C, CC, B, BB, '
                "A, AA. Perbaiki katanya, atau tambahkan tingkat itu di lembar Skala Nilai."
            ),
        ),
    ],
)
def test_a_word_that_the_scale_does_not_have_is_refused(tmp_path: Path, typed: str, problem: str) -> None:
    reading = read_changed(tmp_path, put("Realisasi", 1, Realisasi=typed))

    assert problems_of(reading, Severity.ERROR) == [f"Realisasi!F6: {problem}"]


def test_every_wrong_word_is_told_at_once(tmp_path: Path) -> None:
    wrong = put("Indikator", 1, Target_2025="Baik", Target_akhir_periode="Bagus")

    reading = read_changed(tmp_path, wrong, put("Realisasi", 1, Realisasi="Cukup"))

    assert len(problems_of(reading, Severity.ERROR)) == 3


def test_a_word_of_an_indicator_without_a_scale_says_where_to_name_it(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, put("Indikator", 3, Target_2025="BB"))

    assert problems_of(reading, Severity.ERROR) == [
        (
            'Indikator!I8: ditemukan "BB", padahal indikator ini belum menyebut skala nilainya; seharusnya angka, atau '
            'kata dari skala nilai indikatornya. Isi Skala nilai "predikat-akip" untuk indikator ini di lembar '
            "Definisi."
        )
    ]


def test_a_scale_that_does_not_exist_is_told_once(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, put("Definisi", 1, Skala_nilai="predikat akp"))

    assert [problem.place.sheet for problem in reading.problems] == ["Definisi"]
    assert 'Mungkin maksudnya "predikat-akip"' in reading.problems[0].remedy


def test_an_agency_adds_a_scale_of_its_own(tmp_path: Path) -> None:
    first = put("Skala Nilai", 17, Kode_skala="tahapan", Nama_skala="Tahapan", Kata="Rancangan", Nilai_atau_peringkat=1)
    second = put("Skala Nilai", 18, Kode_skala="tahapan", Kata="Disahkan", Nilai_atau_peringkat=2)
    named = put("Definisi", 1, Skala_nilai="Tahapan")
    values = (
        put("Indikator", 1, Target_2025="Disahkan", Target_akhir_periode="Disahkan"),
        put("Realisasi", 1, Realisasi="Rancangan"),
    )

    reading = read_changed(tmp_path, first, second, named, *values)

    assert problems_of(reading, Severity.ERROR) == []
    assert reading.record is not None
    levels = (Level("Rancangan", Decimal(1)), Level("Disahkan", Decimal(2)))
    assert reading.record.value_scales == (ValueScale("tahapan", "Tahapan", levels),)
    assert indicator(reading, "IK1").targets[0].high == 2


def test_two_levels_of_one_value_contradict_each_other(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, put("Skala Nilai", 2, Nilai_atau_peringkat=0))

    assert [problem.found for problem in reading.problems if problem.severity is Severity.ERROR] == [
        "nilai 0,00, yang juga dimiliki tingkat lain"
    ]


def test_a_number_between_levels_without_scores_is_noted(tmp_path: Path) -> None:
    named = put("Definisi", 1, Skala_nilai="opini-bpk")
    values = (
        put("Indikator", 1, Target_2025="WTP", Target_akhir_periode="WTP"),
        put("Realisasi", 1, Realisasi=3.5),
    )

    reading = read_changed(tmp_path, named, *values)

    assert problems_of(reading, Severity.NOTE) == [
        (
            "Realisasi!F6: ditemukan 3,5, yang bukan tingkat pada skala Opini BPK; seharusnya salah satu dari TMP, TW, "
            "WDP, WTP. Perbaiki nilainya; capaiannya tidak dapat dihitung."
        )
    ]
