"""`template --from`: what stays is kept, what is asked anew is empty, what is still open is there again."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl

from saksama.exchange.fields import HEADING_ROW
from saksama.exchange.next_year import next_year
from saksama.exchange.reading import read_record
from saksama.exchange.workbook import write_workbook
from saksama.kernel.activities import Asset, BoundAttachment, FollowUpState, Recommendation
from saksama.kernel.budget import Amount, PeriodSpending
from saksama.kernel.indicator import Benchmark
from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import PerformanceRecord
from tests.exchange.activity_records import pdf
from tests.exchange.filled_workbook import CONFLICTS, RECORD, SURVEY

LAST = replace(
    RECORD,
    plan=replace(
        RECORD.plan,
        goals=(
            replace(
                RECORD.plan.goals[0],
                objectives=(
                    replace(
                        RECORD.plan.goals[0].objectives[0],
                        indicators=(
                            replace(CONFLICTS, benchmarks=(Benchmark(2020, "Nasional", Decimal("88.31"), "LKj"),)),
                            replace(SURVEY, valid_to=2020, benchmarks=(Benchmark(2020, "Nasional", Decimal(80)),)),
                        ),
                    ),
                ),
            ),
        ),
    ),
    settings=replace(RECORD.settings, budget_source="LRA 2020 (audited)"),
    recommendations=(
        Recommendation(2020, "LHE 2019", "Melengkapi rencana aksi", "Sudah", FollowUpState.DONE, "Rencana Aksi"),
        Recommendation(2020, "LHE 2019", "Memantau tiap triwulan", "Baru TW IV", FollowUpState.IN_PROGRESS),
    ),
    assets=(Asset(2020, "Mobil", 4, "unit", "Baik"),),
    attachments=(BoundAttachment(2020, "PK", pdf()),),
)


def test_what_is_stated_stays_and_the_new_year_is_asked_for_without_numbers() -> None:
    record = next_year(LAST, 2021)

    conflicts, survey = record.plan.indicators()
    assert (conflicts.targets, conflicts.actuals) == (CONFLICTS.targets, CONFLICTS.actuals)
    assert conflicts.benchmarks == (Benchmark(2020, "Nasional", Decimal("88.31"), "LKj"), Benchmark(2021, "Nasional"))
    assert survey.benchmarks == (Benchmark(2020, "Nasional", Decimal(80)),)  # no indicator of 2021
    assert (record.programmes, record.supports, record.agreements) == (LAST.programmes, LAST.supports, LAST.agreements)
    assert record.assets[1:] == (Asset(2021, "Mobil", None, "unit", "Baik"),)
    assert record.settings.budget_source == ""
    assert record.attachments == ()


def test_only_recommendations_that_are_not_done_are_open_again() -> None:
    record = next_year(LAST, 2021)

    assert record.recommendations == (
        *LAST.recommendations,
        Recommendation(2021, "LHE 2019", "Memantau tiap triwulan"),
    )


def test_a_recommendation_that_nobody_wrote_down_again_is_still_open() -> None:
    older = Recommendation(2019, "LHE 2018", "Menetapkan IKU")
    record = next_year(replace(LAST, recommendations=(older, *LAST.recommendations)), 2021)

    assert Recommendation(2021, "LHE 2018", "Menetapkan IKU") in record.recommendations


def test_a_source_that_names_any_earlier_year_is_asked_for_anew() -> None:
    for source, kept in (("LRA 2019", ""), ("LRA 2021", "LRA 2021"), ("Laporan realisasi", "Laporan realisasi")):
        record = next_year(replace(LAST, settings=replace(LAST.settings, budget_source=source)), 2021)

        assert record.settings.budget_source == kept


def test_a_year_that_was_prepared_is_not_prepared_twice() -> None:
    assert next_year(next_year(LAST, 2021), 2021) == next_year(LAST, 2021)


def _with_quarters(record: PerformanceRecord) -> PerformanceRecord:
    programme = record.programmes[0]
    leaf = programme.children[0]
    quarter = PeriodSpending(Period(2020, 1, Cycle.QUARTER), Decimal(10))
    spent = replace(leaf, amounts=(Amount(2020, Decimal(100), Decimal(90), periods=(quarter,)),))
    return replace(record, programmes=(replace(programme, children=(spent, *programme.children[1:])),))


def test_the_rows_of_the_new_year_stand_ready_and_read_as_nothing(tmp_path: Path) -> None:
    record = next_year(_with_quarters(replace(LAST, attachments=())), 2021)
    path = tmp_path / "next.xlsx"
    path.write_bytes(write_workbook(record, first_year=2020, last_year=2021, prepared=2021))

    reading = read_record(path)

    assert [problem for problem in reading.problems if problem.place.sheet != "Dukungan"] == []
    assert reading.record == record
    book = openpyxl.load_workbook(path)
    assert _prepared(book["Realisasi"]) == [("IK1", 2021)]
    assert _prepared(book["Analisis"]) == [("IK1", 2021)]
    assert [cells[:1] for cells in _rows(book["Naskah"])] == [(2021,)]
    assert [cells[0] for cells in _rows(book["Perjanjian"])] == [2020, 2021]
    quarters = [(row[0], row[3]) for row in _rows(book["Realisasi Anggaran"]) if row[2] == 2021]
    assert quarters == [("8.01.03.2.01", f"TW {number}") for number in ("I", "II", "III", "IV")]


def _rows(sheet: openpyxl.worksheet.worksheet.Worksheet) -> list[tuple[object, ...]]:
    rows = sheet.iter_rows(min_row=HEADING_ROW + 1, values_only=True)
    return [row for row in rows if any(isinstance(value, int) for value in row[:4])]


def _prepared(sheet: openpyxl.worksheet.worksheet.Worksheet) -> list[tuple[object, ...]]:
    return [(row[0], row[2]) for row in _rows(sheet) if row[2] == 2021]
