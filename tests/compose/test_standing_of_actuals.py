"""Values that are words, values of last year's data, values that nobody released, and trends that are cut."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from saksama.compose.doubts import doubts
from saksama.documents.document import Figure, blocks, plain
from saksama.documents.pictures import Chart
from saksama.kernel.indicator import (
    Actual,
    ActualState,
    Baseline,
    Continuity,
    IndicatorChange,
    PerformanceIndicator,
    Target,
)
from tests.compose.grown import YEAR, cells, indicator, notes, of, report, table, words

CARRIED = replace(
    indicator("Indeks Pembangunan Manusia", "70", "69.5", "69.5"),
    unit="indeks",
    actuals=(
        Actual(2024, Decimal("69.5"), measured_by="BPS"),
        Actual(
            YEAR,
            Decimal("69.5"),
            state=ActualState.NOT_RELEASED,
            measured_by="BPS",
            reference_year=2024,
            note="BPS merilis pada Mei 2026",
        ),
    ),
)
"""69,5 ÷ 70 = 99,29 %, with the data of 2024."""


def predicate(before: str, now: str, target: str = "70.01") -> PerformanceIndicator:
    found = indicator("Predikat AKIP", target, before, now, formula="level-ratio")
    return replace(found, unit="predikat", value_scale="predikat-akip")


def test_a_carried_over_actual_is_footnoted_in_every_table_that_prints_it() -> None:
    record = of(CARRIED)

    assert cells(record, "tabel-capaian-s1")[0][4:] == ["69,5 *)", "99,29 *)", "Sangat Tinggi *)"]
    for label in ("tabel-capaian-s1", "tabel-tahun-s1", "tabel-akhir-s1", "tabel-pengukuran"):
        assert (
            "*) Indeks Pembangunan Manusia: data 2024 dari BPS; data 2025 belum rilis. BPS merilis pada Mei 2026."
            in notes(record, label)
        )
        assert any("belum menilai tahun 2025" in note for note in notes(record, label))


def test_a_carried_over_actual_is_never_rated_silently() -> None:
    text = words(of(CARRIED))

    assert "realisasi 69,5 (data 2024 dari BPS; data 2025 belum rilis), capaian sementara 99,29%" in text
    assert "sementara, karena data 2025 belum tersedia: Indeks Pembangunan Manusia (99,29%)." in text


def test_the_same_data_twice_are_not_called_unchanged() -> None:
    text = words(of(CARRIED))

    assert "tidak dibandingkan dengan tahun 2024, karena realisasi 2025 memakai data 2024" in text
    assert "realisasi tetap" not in text
    assert cells(of(CARRIED), "tabel-tahun-s1")[0][-1] == "–"


def test_the_body_that_measured_stands_in_the_source_line() -> None:
    assert plain(table(of(CARRIED), "tabel-capaian-s1").source) == "Sumber: Data kinerja Dinas Contoh, 2025; BPS"


def test_what_the_body_has_not_released_is_neither_zero_nor_carried_over() -> None:
    waiting = replace(CARRIED, actuals=(Actual(YEAR, state=ActualState.NOT_RELEASED, measured_by="BPS"),))

    assert "Indeks Pembangunan Manusia: data 2025 dari BPS belum rilis." in notes(of(waiting), "tabel-capaian-s1")


def test_the_explanation_of_an_actual_says_whose_data_of_which_year_it_is() -> None:
    released = replace(CARRIED.actuals[1], released_on=date(2025, 5, 2))
    record = of(replace(CARRIED, actuals=(released,)))
    explained = next(found for found in report(record).explanations if found.id == "realisasi/Manusia/2025")

    assert ("Diukur oleh", "BPS") in explained.rows
    assert ("Dirilis", "2 Mei 2025") in explained.rows
    assert ("Data tahun", "2024") in explained.rows


def test_values_that_are_words_are_printed_as_words_with_their_score() -> None:
    # Both 72,35 (> 70) and 70,01 are BB, 65,20 is B: one level up.
    record = of(predicate("65.20", "72.35"))

    assert cells(record, "tabel-capaian-s1")[0][2:6] == ["predikat", "BB", "BB (72,35)", "100,00"]
    assert cells(record, "tabel-akhir-s1")[0][2:4] == ["BB", "BB (72,35)"]
    text = words(record)
    assert "target BB, realisasi BB (72,35), capaian 100,00%" in text
    assert "Realisasi berada pada tingkat yang sama dengan target." in text
    assert "realisasi naik dari B (65,20) pada tahun 2024 menjadi BB (72,35), satu tingkat lebih tinggi." in text
    assert "poin" not in text.partition("Target dan Realisasi Kinerja")[2].partition("Realisasi Anggaran")[0]


def test_a_word_below_its_target_says_how_many_levels() -> None:
    assert "Realisasi berada satu tingkat di bawah target" in words(of(predicate("65.20", "69.10")))


def test_a_chart_labels_words() -> None:
    drawn = [block.picture for block in blocks(report(of(predicate("65.20", "72.35")))) if isinstance(block, Figure)]
    labels = [label for chart in drawn if isinstance(chart, Chart) for one in chart.series for label in one.labels]

    assert "BB (72,35)" in labels
    assert "B (65,20)" in labels


def test_words_equal_to_their_target_are_no_sign_of_invented_actuals() -> None:
    assert not [doubt for doubt in doubts(of(predicate("70.01", "70.01")), YEAR) if "sama persis" in doubt.question]


def test_a_doubt_names_words_too() -> None:
    easier = replace(predicate("82.10", "75.00"), baseline=Baseline(2024, Decimal("82.10")))

    questions = [doubt.question for doubt in doubts(of(easier), YEAR)]

    assert "target 2025 (BB) lebih mudah daripada realisasi 2024 (A (82,10)): mengapa?" in questions


def test_the_trend_is_cut_where_the_meaning_changed() -> None:
    redefined = IndicatorChange(YEAR, Continuity.REDEFINED, note="Metode survei baru dengan sembilan unsur")
    record = of(replace(indicator(), changes=(redefined,)))
    text = words(record)

    assert cells(record, "tabel-tahun-s1")[0][3:] == ["–", "75", "–", "107,14", "–"]
    assert (
        "Indikator X: sejak 2025 berubah cara ukur atau maknanya; nilai sebelum 2025 tidak dibandingkan. "
        "Metode survei baru dengan sembilan unsur." in notes(record, "tabel-tahun-s1")
    )
    assert "tidak dibandingkan dengan tahun 2024, karena sejak 2025 berubah cara ukur atau maknanya" in text
    assert "naik" not in text


def test_a_replaced_indicator_names_the_one_before() -> None:
    old = replace(indicator("Persentase lama"), valid_to=2024)
    new = replace(indicator("Persentase baru"), changes=(IndicatorChange(YEAR, Continuity.REPLACED, old.id),))

    assert "menggantikan indikator “Persentase lama”" in words(of(new, old))


def test_a_new_name_for_the_same_measure_cuts_nothing() -> None:
    renamed = replace(indicator(), changes=(IndicatorChange(YEAR, Continuity.CONTINUED),))

    assert "realisasi naik 15,00 poin persen dari 60% pada tahun 2024 menjadi 75%" in words(of(renamed))


def test_a_target_is_not_called_easier_than_what_meant_something_else() -> None:
    easy = indicator(target="50", before="60", now="55")
    cut = replace(easy, changes=(IndicatorChange(YEAR, Continuity.REDEFINED),))

    assert any("lebih mudah" in doubt.question for doubt in doubts(of(easy), YEAR))
    assert not any("lebih mudah" in doubt.question for doubt in doubts(of(cut), YEAR))


def test_a_carried_over_value_that_counts_as_achieved_is_asked_about() -> None:
    met = replace(CARRIED, targets=(Target(YEAR, Decimal(69), Decimal(69)),))

    assert any("data 2024" in doubt.question for doubt in doubts(of(met), YEAR))
    assert not any("data 2024" in doubt.question for doubt in doubts(of(CARRIED), YEAR))
