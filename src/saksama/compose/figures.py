"""Every computed figure of a record, by the id that the report gives it."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from saksama.compose.budget_names import version_name
from saksama.compose.computed_figure import ComputedFigure
from saksama.compose.period_figures import may_name, period_figures, period_in, stated_periods
from saksama.kernel.budget_versions import appropriation_at
from saksama.kernel.comparison import against_benchmark, change, remainder, variance
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


def reported_years(record: PerformanceRecord) -> tuple[int, ...]:
    """The years with an actual or an amount."""
    actuals = {actual.year for indicator in record.indicators() for actual in indicator.actuals}
    amounts = {amount.year for node in record.nodes() for amount in node.amounts}
    return tuple(sorted(actuals | amounts))


def figures(record: PerformanceRecord, year: int, about: str = "") -> Iterator[ComputedFigure]:
    """The figures of a year, each computed when it is asked for.

    With `about`, the id of a figure, only those of what the id may name.
    """
    for indicator in (one for one in record.indicators() if may_name(about, one.id)):
        yield from _of_indicator(record, indicator, year)
    for indicator in (one for one in record.plan.indicators() if may_name(about, one.id)):
        spent = subject_spending(record, (indicator.id,), year)
        yield from _of_spending(spent, indicator.name)
        reached = achievement(record, indicator, year)
        yield ComputedFigure(efficiency(record, indicator.id, reached, spent, year=year), indicator.name)
    for objective in (one for one in record.plan.objectives() if may_name(about, one.id)):
        average = objective_average(record, objective, year)
        spent = subject_spending(record, objective_subjects(objective), year)
        yield from _of_average(average, objective.name)
        yield from _of_spending(spent, objective.name)
        yield ComputedFigure(efficiency(record, objective.id, average.capped, spent, year=year), objective.name)
    yield from _of_average(overall_average(record, year), record.plan.title)
    for node in (one for one in record.nodes() if may_name(about, one.id)):
        yield from _of_spending(spending(node, year), node.name)
    yield from _of_spending(total_spending(record, year), record.agency.name)
    yield from _of_versions(record, year)


def reported_period_figures(record: PerformanceRecord, year: int) -> Iterator[ComputedFigure]:
    """The figures of the periods of a year that have a number."""
    every = (figure for period in stated_periods(record, year) for figure in period_figures(record, period))
    return (figure for figure in every if isinstance(figure.result.value, Fraction))


def known_years(record: PerformanceRecord, identifier: str) -> list[int]:
    """The years that a figure with this id may be of: those that it names, else all of the record."""
    stated = set(record.plan.years) | {*reported_years(record)}
    for indicator in record.indicators():
        stated |= {one.year for one in indicator.targets} | {one.year for one in indicator.actuals}
        stated |= {one.period.year for one in indicator.period_targets}
        stated |= {one.period.year for one in indicator.period_actuals}
    stated |= {one.year for one in record.agreements} | {one.year for one in record.budget_versions}
    every = sorted(stated)
    return [year for year in every if str(year) in identifier] or every


def figure_named(record: PerformanceRecord, identifier: str) -> ComputedFigure | None:
    """The figure with this id, or `None`."""
    period = period_in(identifier)
    of_period = period_figures(record, period, identifier) if period else iter(())
    # The year stands in most ids, so that a large record need not be computed for all its years.
    of_years = (figure for year in known_years(record, identifier) for figure in figures(record, year, identifier))
    return next((figure for figure in chain(of_period, of_years) if figure.id == identifier), None)


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


def _of_versions(record: PerformanceRecord, year: int) -> Iterator[ComputedFigure]:
    versions = record.versions_of_budget(year)
    subjects = [
        ("semua", record.programmes, record.agency.name),
        *((one.id, (one,), one.name) for one in record.nodes()),
    ]
    for version in versions:
        for subject, nodes, name in subjects:
            is_last, title = version == versions[-1], f"Pagu {version_name(version, versions)}"
            result = appropriation_at(nodes, version, is_last=is_last, subject=subject, title=title)
            yield ComputedFigure(result, name)
