"""What an interim report says of indicators with cycles of their own."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from saksama.kernel.indicator import Actual, PerformanceIndicator, PeriodActual, PeriodTarget, Target
from saksama.kernel.interim import (
    achieved_in,
    achieved_to_date,
    last_known,
    promised_in,
    promised_to_date,
    reached_in,
    reached_to_date,
)
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from saksama.kernel.quantity import Quantity, Reason, Uncomputable
from tests.kernel.small_record import IK1, record

YEAR = 2025
RECORD = record()


def quarter(number: int) -> Period:
    return Period(YEAR, number, Cycle.QUARTER)


def measured(cycle: Cycle, values: str, targets: str = "", **schedule: object) -> PerformanceIndicator:
    """An indicator with a value, or "-", and a target for each of its own periods."""
    return replace(
        IK1,
        targets=(Target(YEAR, Decimal(100), Decimal(100)),),
        schedule=Schedule(cycle, **schedule),  # type: ignore[arg-type]
        period_actuals=tuple(
            PeriodActual(Period(YEAR, number, cycle), Decimal(value))
            for number, value in enumerate(values.split(), 1)
            if value != "-"
        ),
        period_targets=tuple(
            PeriodTarget(Period(YEAR, number, cycle), Decimal(value), Decimal(value))
            for number, value in enumerate(targets.split(), 1)
        ),
    )


def reason(value: Quantity) -> Reason:
    assert isinstance(value, Uncomputable)
    return value.reason


def test_months_of_a_volume_make_a_quarter() -> None:
    trained = measured(Cycle.MONTH, "1 2 3 4 5 6", "2 2 2 2 2 2", consolidation=Consolidation.SUM)

    assert reached_in(trained, quarter(2)).value == 15
    assert reached_in(trained, quarter(2)).origin == "Realisasi TW II 2025 = 4 + 5 + 6"
    assert reached_to_date(trained, quarter(2)).value == 21
    assert promised_in(RECORD, trained, quarter(2)).high == 6
    assert achieved_in(RECORD, trained, quarter(2)).value == 250
    assert achieved_to_date(RECORD, trained, quarter(2)).value == 175


def test_the_last_month_of_a_percentage_stands_for_the_quarter() -> None:
    served = measured(Cycle.MONTH, "80 82 84", "90 90 90")

    assert reached_in(served, quarter(1)).value == 84
    assert reached_to_date(served, quarter(1)).value == 84


def test_a_semester_is_due_with_the_second_quarter() -> None:
    surveyed = measured(Cycle.SEMESTER, "81 83", "80 82")

    assert reason(reached_in(surveyed, quarter(1)).value) is Reason.NOT_DUE
    assert reason(promised_in(RECORD, surveyed, quarter(1)).high) is Reason.NOT_DUE
    assert reached_in(surveyed, quarter(2)).value == 81
    assert reason(reached_in(surveyed, quarter(3)).value) is Reason.NOT_DUE
    assert reached_to_date(surveyed, quarter(3)).value == 81
    assert promised_to_date(RECORD, surveyed, quarter(3)).high == 80


def test_what_is_measured_once_a_year_is_due_in_its_month() -> None:
    index = replace(measured(Cycle.YEAR, ""), actuals=(Actual(YEAR, Decimal(90)),))
    in_august = replace(index, schedule=Schedule(Cycle.YEAR, measured_in=8))

    assert reason(achieved_to_date(RECORD, index, quarter(3)).value) is Reason.NOT_DUE
    assert achieved_to_date(RECORD, index, quarter(4)).value == 90
    assert reason(reached_in(in_august, quarter(2)).value) is Reason.NOT_DUE
    assert reached_in(in_august, quarter(3)).value == 90
    assert reason(reached_in(in_august, quarter(4)).value) is Reason.NOT_DUE
    assert reached_to_date(in_august, quarter(4)).value == 90


def test_a_quarter_none_of_whose_months_is_due_has_no_average() -> None:
    monthly = measured(Cycle.MONTH, "", consolidation=Consolidation.AVERAGE, measured_in=6)

    assert reason(reached_in(monthly, quarter(1)).value) is Reason.NOT_DUE


def test_an_older_value_is_not_passed_off_as_that_of_today() -> None:
    served = measured(Cycle.QUARTER, "80 85", "100 100 100 100")

    assert reason(reached_to_date(served, quarter(3)).value) is Reason.NO_ACTUAL
    assert reason(achieved_to_date(RECORD, served, quarter(3)).value) is Reason.NO_ACTUAL
    assert last_known(served, quarter(3)) == quarter(2)


def test_at_the_end_of_the_year_the_figures_are_those_of_the_year() -> None:
    served = measured(Cycle.QUARTER, "80 85 82 88", "100 100 100 100")

    reached = achieved_to_date(RECORD, served, quarter(4))

    assert reached.value == 88
    assert reached.explanation.id == "capaian/IK1/2025"


def test_a_target_that_was_added_up_counts_every_period() -> None:
    trained = measured(Cycle.QUARTER, "10 0 25", "10 10 15", consolidation=Consolidation.SUM)

    assert promised_to_date(RECORD, trained, quarter(3)).high == 35
    assert promised_to_date(RECORD, trained, quarter(3)).stated is None
    assert achieved_to_date(RECORD, trained, quarter(3)).value == 100
    assert achieved_in(RECORD, trained, quarter(3)).value == Fraction(500, 3)
