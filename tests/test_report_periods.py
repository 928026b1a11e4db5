"""`--period`: what is understood, what is refused, and what is taken where it is not said."""

from dataclasses import replace
from pathlib import Path

import pytest

from saksama.commands.failure import Failure
from saksama.commands.periods import chosen_period
from saksama.exchange.sample import SAMPLE
from saksama.kernel.period import Cycle, Period, Schedule
from tests.command import names, saksama
from tests.compose.year_of_quarters import RECORD, YEAR


@pytest.mark.parametrize(
    ("typed", "number", "cycle"),
    [
        ("3", 3, Cycle.QUARTER),
        ("TW3", 3, Cycle.QUARTER),
        ("tw iii", 3, Cycle.QUARTER),
        ("Triwulan III", 3, Cycle.QUARTER),
        ("S1", 1, Cycle.SEMESTER),
        ("Semester II", 2, Cycle.SEMESTER),
    ],
)
def test_a_period_is_understood_as_people_write_it(typed: str, number: int, cycle: Cycle) -> None:
    assert chosen_period(RECORD, YEAR, typed) == Period(YEAR, number, cycle)


@pytest.mark.parametrize("typed", ["Juli", "bulan 7", "B7"])
def test_a_month_is_understood_only_where_the_record_has_months(typed: str) -> None:
    objective = RECORD.plan.goals[0].objectives[0]
    monthly = replace(objective.indicators[0], schedule=Schedule(Cycle.MONTH), period_targets=(), period_actuals=())
    goal = replace(RECORD.plan.goals[0], objectives=(replace(objective, indicators=(monthly,)),))
    record = replace(RECORD, plan=replace(RECORD.plan, goals=(goal,)))

    assert chosen_period(record, YEAR, typed) == Period(YEAR, 7, Cycle.MONTH)
    with pytest.raises(Failure, match=r"TW I, TW II, TW III, TW IV, Semester I, Semester II\."):
        chosen_period(RECORD, YEAR, typed)


def test_the_last_quarter_with_anything_reported_is_taken_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert chosen_period(RECORD, YEAR, None) == Period(YEAR, 3, Cycle.QUARTER)
    assert "Periode: TW III 2025" in capsys.readouterr().out


def test_a_year_without_periods_has_no_last_one() -> None:
    with pytest.raises(Failure, match="Belum ada realisasi triwulan satu pun pada tahun 2020"):
        chosen_period(SAMPLE, 2020, None)


def test_a_document_of_a_whole_year_refuses_a_period(sample: Path, tmp_path: Path) -> None:
    ended = saksama("report", sample, "--kind", "pk", "--period", "3", "-o", "a.md", cwd=tmp_path)

    assert ended.code == 2
    assert "Perjanjian Kinerja mencakup satu tahun penuh" in ended.err
    assert names(tmp_path) == []


def test_a_quarter_of_a_year_without_quarters_says_what_to_do(sample: Path, tmp_path: Path) -> None:
    ended = saksama("report", sample, "--kind", "triwulan", "-o", "a.md", cwd=tmp_path)

    assert ended.code == 2
    assert "sebutkan periodenya dengan --period" in ended.err
    assert names(tmp_path) == []


def test_the_quarter_that_was_asked_for_is_made(tmp_path: Path) -> None:
    saksama("template", "data.xlsx", "--sample", "2025", cwd=tmp_path)

    ended = saksama("report", "data.xlsx", "--kind", "triwulan", "--period", "TW II", "-o", "a.html", cwd=tmp_path)

    assert ended.code == 0, ended.err
    made = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Pengukuran Kinerja Triwulan II Tahun 2025" in made
    assert "Kemajuan menuju target 2025: " in made


def test_an_averaged_target_has_the_decimals_of_its_actual(tmp_path: Path) -> None:
    saksama("template", "data.xlsx", "--sample", "2025", cwd=tmp_path)

    saksama("report", "data.xlsx", "--kind", "triwulan", "--period", "3", "-o", "a.md", cwd=tmp_path)

    assert "| 6,00 | 6,20 | 96,67 |" in (tmp_path / "a.md").read_text(encoding="utf-8")
