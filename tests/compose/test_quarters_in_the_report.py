"""The table of quarters: this quarter beside the year so far."""

from dataclasses import replace
from decimal import Decimal

from saksama.documents.document import blocks, inlines
from saksama.kernel.indicator import Actual, ActualState, PerformanceIndicator, PeriodActual, PeriodTarget
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from tests.compose.grown import YEAR, cells, indicator, notes, of, report, words

LABEL = "tabel-triwulan-s1"


def quarterly(targets: str, actuals: str, schedule: Schedule, cycle: Cycle = Cycle.QUARTER) -> PerformanceIndicator:
    promised = [Decimal(text) for text in targets.split()]
    reached = [None if text == "?" else Decimal(text) for text in actuals.split()]
    return replace(
        indicator(name="Dokumen X", target="20"),
        unit="dokumen",
        decimals=0,
        actuals=(),
        schedule=schedule,
        period_targets=tuple(PeriodTarget(Period(YEAR, n, cycle), v, v) for n, v in enumerate(promised, 1)),
        period_actuals=tuple(
            PeriodActual(Period(YEAR, n, cycle), v) for n, v in enumerate(reached, 1) if v is not None
        ),
    )


SUM = Schedule(Cycle.QUARTER, consolidation=Consolidation.SUM)


def test_a_sum_shows_the_quarter_and_the_year_so_far() -> None:
    record = of(quarterly("5 5 5 5", "4 6 5 7", SUM))

    assert [row[-7:] for row in cells(record, LABEL)] == [
        ["TW I", "5", "4", "80,00", "5", "4", "80,00"],
        ["TW II", "5", "6", "120,00", "10", "10", "100,00"],
        ["TW III", "5", "5", "100,00", "15", "15", "100,00"],
        ["TW IV", "5", "7", "140,00", "20", "22", "110,00"],
    ]


def test_the_year_follows_from_its_quarters() -> None:
    # 4 + 6 + 5 + 7 = 22 of 20 is 110 %.
    assert cells(of(quarterly("5 5 5 5", "4 6 5 7", SUM)), "tabel-capaian-s1")[0][3:6] == ["20", "22", "110,00"]


def test_cumulative_values_have_no_figure_for_the_quarter_alone() -> None:
    record = of(quarterly("5 10 15 20", "4 10 15 22", Schedule(Cycle.QUARTER, is_cumulative=True)))

    assert cells(record, LABEL)[1][-7:] == ["TW II", "–", "–", "–", "10", "10", "100,00"]
    assert "hanya mempunyai nilai s.d. TW" in words(record)


def test_a_quarter_that_nobody_reported_is_a_gap() -> None:
    record = of(quarterly("5 5 5 5", "4 ? 5 7", SUM))

    assert cells(record, LABEL)[1][-7:] == ["TW II", "5", "belum dilaporkan", "–", "10", "belum dilaporkan", "–"]


def test_semesters_have_the_quarters_in_which_they_end() -> None:
    halves = Schedule(Cycle.SEMESTER, consolidation=Consolidation.LAST)

    shown = cells(of(quarterly("10 20", "9 21", halves, Cycle.SEMESTER)), LABEL)

    assert [row[-7] for row in shown] == ["TW II", "TW IV"]


def test_beside_quarters_what_is_measured_once_a_year_stands_at_its_end() -> None:
    late = Actual(YEAR, Decimal(60), state=ActualState.NOT_RELEASED, measured_by="BPS", reference_year=2024)
    yearly = replace(indicator("Indeks Y"), actuals=(Actual(2024, Decimal(60)), late))
    record = of(quarterly("5 5 5 5", "4 6 5 7", SUM), yearly)

    # 60 ÷ 70 = 85,71 %, with the data of 2024.
    assert cells(record, LABEL)[4] == ["Indeks Y", "TW IV", "–", "–", "–", "70", "60 *)", "85,71 *)"]
    assert "*) Indeks Y: data 2024 dari BPS; data 2025 belum rilis." in notes(record, LABEL)


def test_what_is_measured_once_a_year_has_no_table() -> None:
    assert "Triwulan" not in words(of(indicator()))


def test_every_figure_of_a_quarter_can_be_opened() -> None:
    document = report(of(quarterly("5 5 5 5", "4 6 5 7", SUM)))
    opened = {
        name
        for block in blocks(document)
        for inline in inlines(block)
        if (name := getattr(inline, "explanation", None))
    }

    assert "capaian-tw/X/2025-quarter-2" in opened
    assert opened <= {explanation.id for explanation in document.explanations}
