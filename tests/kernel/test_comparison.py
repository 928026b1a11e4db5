from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from saksama.kernel.comparison import against_benchmark, change, remainder, variance
from saksama.kernel.indicator import Actual, Benchmark, PerformanceIndicator, Target
from saksama.kernel.quantity import Reason, Uncomputable
from tests.kernel.small_record import YEAR, indicator, record

IK = replace(
    indicator("IK", "67.5", "93.28", end_target="75"),
    actuals=(Actual(YEAR - 1, Decimal("57.14")), Actual(YEAR, Decimal("93.28"))),
)


def _ranged(low: str, high: str, reached: str) -> PerformanceIndicator:
    target = Target(YEAR, Decimal(low), Decimal(high))
    return replace(indicator("IK", None, reached, formula="range-ratio"), targets=(target,))


def test_change_is_this_years_actual_minus_last_years() -> None:
    assert change(IK, YEAR).value == Fraction("36.14")
    assert change(IK, YEAR - 1).value == Uncomputable(Reason.NO_ACTUAL, "Indikator IK")


def test_variance_is_actual_minus_target() -> None:
    assert variance(record(), IK, YEAR).value == Fraction("25.78")
    assert variance(record(), IK, YEAR - 1).value == Uncomputable(Reason.NO_TARGET, "Indikator IK")


@pytest.mark.parametrize(("reached", "expected"), [("92", 2), ("85", 0), ("70", -10)])
def test_variance_from_a_range_is_the_distance_to_its_nearer_bound(reached: str, expected: int) -> None:
    assert variance(record(), _ranged("80", "90", reached), YEAR).value == expected


def test_remainder_is_what_is_left_to_the_end_of_the_plan() -> None:
    assert remainder(IK, YEAR).value == Fraction("-18.28")
    assert remainder(indicator("IK", "1", "2"), YEAR).value == Uncomputable(Reason.NO_TARGET, "Indikator IK")


def test_benchmark_is_compared_with_the_actual_of_its_year() -> None:
    assert against_benchmark(IK, Benchmark(YEAR, "Nasional", Decimal(90))).value == Fraction("3.28")
    none = Benchmark(YEAR, "Nasional", not_applicable_because="tidak diukur nasional")
    assert against_benchmark(IK, none).value == Uncomputable(Reason.NOT_APPLICABLE, "tidak diukur nasional")


@pytest.mark.parametrize("odd", ["NaN", "Infinity", "1E+999999999"])
def test_what_is_no_number_is_compared_with_nothing(odd: str) -> None:
    stated = replace(indicator("IK", odd, "2", end_target=odd), benchmarks=(Benchmark(YEAR, "Nasional", Decimal(odd)),))

    results = (
        variance(record(), stated, YEAR),
        remainder(stated, YEAR),
        against_benchmark(stated, stated.benchmarks[0]),
    )

    assert {result.value for result in results} == {Uncomputable(Reason.NOT_A_NUMBER, odd)}
