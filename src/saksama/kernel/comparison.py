"""Compare a value with another of the same unit: last year's actual, the end-of-plan target, a benchmark."""

from fractions import Fraction

from saksama.kernel.evaluation import Result, evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import Benchmark, PerformanceIndicator
from saksama.kernel.quantity import Reason, Uncomputable, exact
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import actual, target_in_force
from saksama.kernel.totals import DIFFERENCE


def change(indicator: PerformanceIndicator, year: int) -> Result:
    """The actual of a year minus that of the year before, in the indicator's unit (points for percentages)."""
    return _difference(
        f"perubahan/{indicator.id}/{year}", indicator, actual(indicator, year), actual(indicator, year - 1)
    )


def variance(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Result:
    """The actual of a year minus its target (selisih), in the indicator's unit; of a range the nearer bound."""
    target, reached = target_in_force(record, indicator, year), actual(indicator, year)
    promised = Input("other", Uncomputable(Reason.NO_TARGET, indicator.name), f"Target {year}")
    if target is not None:
        nearest, low = exact(target.high), exact(target.low)
        if isinstance(reached.value, Fraction) and isinstance(nearest, Fraction) and isinstance(low, Fraction):
            nearest = min(max(reached.value, low), nearest)
        promised = Input("other", nearest, f"Target {year}", place=target.place)
    return _difference(f"selisih/{indicator.id}/{year}", indicator, reached, promised)


def remainder(indicator: PerformanceIndicator, year: int) -> Result:
    """The end-of-plan target minus the actual of a year, in the indicator's unit."""
    end = indicator.end_target
    if end is None:
        towards = Input("value", Uncomputable(Reason.NO_TARGET, indicator.name), "Target akhir periode")
    else:
        origin = f"Target akhir periode {end.year}"
        towards = Input("value", exact(end.high), origin, write_decimal(end.high), end.place)
    return _difference(f"sisa-target/{indicator.id}/{year}", indicator, towards, actual(indicator, year))


def against_benchmark(indicator: PerformanceIndicator, benchmark: Benchmark) -> Result:
    """The actual of the benchmark's year minus the benchmark, in the indicator's unit."""
    year = benchmark.year
    if benchmark.value is None:
        outside = Input("other", Uncomputable(Reason.NOT_APPLICABLE, benchmark.not_applicable_because), benchmark.name)
    else:
        stated = write_decimal(benchmark.value)
        outside = Input("other", exact(benchmark.value), f"{benchmark.name} {year}", stated, benchmark.place)
    identifier = f"pembanding/{indicator.id}/{year}/{benchmark.name}"
    return _difference(identifier, indicator, actual(indicator, year), outside)


def _difference(identifier: str, indicator: PerformanceIndicator, value: Input, other: Input) -> Result:
    first = Input("value", value.value, value.origin, value.printed, value.place)
    second = Input("other", other.value, other.origin, other.printed, other.place)
    return evaluate(DIFFERENCE, (first, second), identifier=identifier, decimals=indicator.decimals)
