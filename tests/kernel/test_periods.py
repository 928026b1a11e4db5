"""What a year's periods add up to, as an official would reckon it."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from saksama.kernel.indicator import Actual, ActualState, PerformanceIndicator, PeriodActual, PeriodTarget
from saksama.kernel.period import Consolidation, Cycle, InvalidPeriodError, Period, Schedule
from saksama.kernel.periods import achievement_in, achievement_to_date, target_to_date, value_in, value_to_date
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.results import actual
from tests.kernel.small_record import IK1, record


def _quarter(number: int) -> Period:
    return Period(2025, number, Cycle.QUARTER)


def _indicator(values: str, targets: str = "", **schedule: object) -> PerformanceIndicator:
    """An indicator with a value, or "-", and a target for each quarter."""
    return replace(
        IK1,
        schedule=Schedule(Cycle.QUARTER, **schedule),  # type: ignore[arg-type]
        period_actuals=tuple(
            PeriodActual(_quarter(number), Decimal(value))
            for number, value in enumerate(values.split(), 1)
            if value != "-"
        ),
        period_targets=tuple(
            PeriodTarget(_quarter(number), Decimal(value), Decimal(value))
            for number, value in enumerate(targets.split(), 1)
        ),
    )


def test_volumes_of_quarters_add_up() -> None:
    trained = _indicator("10 0 25 5", "10 10 10 10", consolidation=Consolidation.SUM)

    assert value_to_date(trained, _quarter(3)).value == 35
    assert value_to_date(trained, _quarter(3)).origin == "Realisasi s.d. TW III 2025 = 10 + 0 + 25"
    assert target_to_date(trained, _quarter(3)) == 30
    assert achievement_in(record(), trained, _quarter(3)).value == 250
    assert achievement_to_date(record(), trained, _quarter(3)).value == Fraction(350, 3)


def test_percentages_are_not_added_up_but_the_last_is_taken() -> None:
    served = _indicator("80 85 82 90", "100 100 100 100")

    assert value_to_date(served, _quarter(3)).value == 82
    assert value_to_date(served, _quarter(4)).value == 90
    assert target_to_date(served, _quarter(4)) == 100


def test_an_average_counts_every_quarter() -> None:
    assert value_to_date(_indicator("80 85 82 90", consolidation=Consolidation.AVERAGE), _quarter(4)).value == Fraction(
        337, 4
    )


def test_a_missing_quarter_is_no_zero() -> None:
    trained = _indicator("10 - 25", consolidation=Consolidation.SUM)

    missing = value_to_date(trained, _quarter(3)).value
    assert isinstance(missing, Uncomputable)
    assert missing.reason is Reason.NO_ACTUAL


def test_a_cumulative_value_is_already_that_to_date() -> None:
    absorbed = _indicator("20 45 70 96", "25 50 75 100", is_cumulative=True, consolidation=Consolidation.SUM)

    assert value_to_date(absorbed, _quarter(3)).value == 70
    assert target_to_date(absorbed, _quarter(3)) == 75


def test_what_is_measured_in_december_is_not_due_before() -> None:
    index = _indicator("- - - 72.35", measured_in=12)

    before = value_in(index, _quarter(2)).value
    assert isinstance(before, Uncomputable)
    assert before.reason is Reason.NOT_DUE
    assert value_in(index, _quarter(4)).value == Fraction("72.35")


def test_the_year_follows_from_its_periods_where_it_states_nothing() -> None:
    trained = _indicator("10 0 25 5", consolidation=Consolidation.SUM)

    assert actual(trained, 2025).value == 40
    assert isinstance(actual(trained, 2026).value, Uncomputable)


def test_the_year_may_state_its_source_and_leave_the_value_to_the_periods() -> None:
    trained = _indicator("10 0 25 5", consolidation=Consolidation.SUM)
    sourced = replace(trained, actuals=(Actual(2025, source="Laporan triwulan"),))
    late = replace(trained, actuals=(Actual(2025, state=ActualState.NOT_RELEASED),))

    assert actual(sourced, 2025).value == 40
    assert actual(late, 2025).value == Uncomputable(Reason.NOT_RELEASED)


def test_a_fifth_quarter_does_not_exist() -> None:
    with pytest.raises(InvalidPeriodError):
        _quarter(5)


def test_a_year_reported_only_by_quarters_is_a_reported_year() -> None:
    trained = _indicator("10 0", consolidation=Consolidation.SUM)

    assert record(objectives=(StrategicObjective("S1", "Sasaran", (trained,)),)).latest_reported_year() == 2025
