"""Every computed figure of a record, by the id that the report gives it."""

from collections.abc import Iterator
from dataclasses import dataclass

from saksama.kernel.comparison import against_benchmark, change, remainder, variance
from saksama.kernel.evaluation import Result
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import Average, achievement, objective_average, overall_average, progress
from saksama.kernel.spending import (
    Spending,
    efficiency,
    objective_subjects,
    spending,
    subject_spending,
    total_spending,
)


@dataclass(frozen=True, slots=True)
class ComputedFigure:
    """A result and what it is about, in the agency's words."""

    result: Result
    subject: str

    @property
    def id(self) -> str:
        """The id of its explanation, such as "capaian/IK1/2020"."""
        return self.result.explanation.id


def reported_years(record: PerformanceRecord) -> tuple[int, ...]:
    """The years with an actual or an amount."""
    actuals = {actual.year for indicator in record.indicators() for actual in indicator.actuals}
    amounts = {amount.year for node in record.nodes() for amount in node.amounts}
    return tuple(sorted(actuals | amounts))


def figures(record: PerformanceRecord, year: int) -> Iterator[ComputedFigure]:
    """The figures of a year, each computed when it is asked for."""
    for indicator in record.indicators():
        yield from _of_indicator(record, indicator, year)
    for indicator in record.plan.indicators():
        spent = subject_spending(record, (indicator.id,), year)
        yield from _of_spending(spent, indicator.name)
        reached = achievement(record, indicator, year)
        yield ComputedFigure(efficiency(record, indicator.id, reached, spent, year=year), indicator.name)
    for objective in record.plan.objectives():
        yield from _of_average(objective_average(record, objective, year), objective.name)
        yield from _of_spending(subject_spending(record, objective_subjects(objective), year), objective.name)
    yield from _of_average(overall_average(record, year), record.plan.title)
    for node in record.nodes():
        yield from _of_spending(spending(node, year), node.name)
    yield from _of_spending(total_spending(record, year), record.agency.name)


def figure_named(record: PerformanceRecord, identifier: str) -> ComputedFigure | None:
    """The figure with this id, or `None`."""
    # The year stands in the id, so that a large record need not be computed for all its years.
    years = [year for year in reported_years(record) if str(year) in identifier.split("/")]
    every = (figure for year in years for figure in figures(record, year))
    return next((figure for figure in every if figure.id == identifier), None)


def _of_indicator(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Iterator[ComputedFigure]:
    for result in (
        achievement(record, indicator, year),
        progress(record, indicator, year),
        change(indicator, year),
        variance(record, indicator, year),
        remainder(indicator, year),
        *(against_benchmark(indicator, benchmark) for benchmark in indicator.benchmarks if benchmark.year == year),
    ):
        yield ComputedFigure(result, indicator.name)


def _of_average(average: Average, subject: str) -> Iterator[ComputedFigure]:
    yield ComputedFigure(average.uncapped, subject)
    yield ComputedFigure(average.capped, subject)


def _of_spending(spent: Spending, subject: str) -> Iterator[ComputedFigure]:
    for result in (spent.appropriation, spent.expenditure, spent.remainder, spent.absorption):
        yield ComputedFigure(result, subject)
