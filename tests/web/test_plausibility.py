"""Questions about a value while it is typed: slips of the mark, percentages above 100, a sum that falls."""

from dataclasses import replace
from decimal import Decimal

import pytest

from saksama.kernel.indicator import PerformanceIndicator, PeriodActual
from saksama.kernel.period import Cycle, Period, Schedule
from saksama.web.measurement.plausibility import questions

QUARTER = Schedule(Cycle.QUARTER)


def quarter(number: int) -> Period:
    return Period(2026, number, Cycle.QUARTER)


def measured(*values: str, unit: str = "Dokumen", schedule: Schedule = QUARTER) -> PerformanceIndicator:
    actuals = tuple(PeriodActual(quarter(place), Decimal(value)) for place, value in enumerate(values, 1) if value)
    return PerformanceIndicator("IK1", "Indikator", unit, "ratio", schedule=schedule, period_actuals=actuals)


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        (("81,2", "82,5"), ""),
        (("81,2", "825"), "Jauh dari TW I 2026 (81,20)"),
        (("81,2", "8,12"), "Jauh dari TW I 2026"),
        (("81,2", "", "8"), "Jauh dari TW I 2026"),
        (("0", "12"), ""),
        (("12", "0"), ""),
    ],
)
def test_a_value_ten_times_another_is_asked_about(values: tuple[str, ...], asked: str) -> None:
    indicator = measured(*(value.replace(",", ".") for value in values))

    found = " ".join(questions(indicator, quarter(len(values))))

    assert found.startswith(asked)
    assert bool(found) == bool(asked)


def test_a_percentage_above_a_hundred_is_asked_about_unless_it_may_be() -> None:
    growth = replace(measured("100.5", unit="%"), maximum=Decimal(200))

    assert "Lebih dari 100%" in questions(measured("100.5", unit="%"), quarter(1))[0]
    assert questions(measured("100", unit="%"), quarter(1)) == ()
    assert questions(growth, quarter(1)) == ()


def test_what_is_counted_since_the_start_of_the_year_does_not_fall() -> None:
    to_date = Schedule(Cycle.QUARTER, is_cumulative=True)

    assert "Turun dari TW I 2026 (30,00)" in questions(measured("30", "25", schedule=to_date), quarter(2))[0]
    assert questions(measured("30", "25"), quarter(2)) == ()


def test_the_bounds_of_the_data_sheet_are_asked_for() -> None:
    index = replace(measured("5.2", "0.5"), minimum=Decimal(1), maximum=Decimal(5))

    assert "nilai terbesar" in questions(index, quarter(1))[0]
    assert "nilai terkecil" in questions(index, quarter(2))[0]


def test_nothing_is_asked_where_there_is_no_value() -> None:
    assert questions(measured("1", ""), quarter(2)) == ()
