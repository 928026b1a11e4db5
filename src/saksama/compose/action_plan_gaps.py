"""What an action plan lacks, from whom it must come, and where its quarters do not make the year."""

from collections.abc import Iterator
from fractions import Fraction

from saksama.compose.doubts import Doubt
from saksama.compose.gap import Gap, Owner
from saksama.compose.promise_gaps import agreement_gaps
from saksama.compose.request import Request
from saksama.compose.values import bounds_text
from saksama.kernel.budget import BudgetLevel
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.period import Consolidation, Cycle, Period, periods_of
from saksama.kernel.periods import bounds_to_date, period_title, target_in
from saksama.kernel.quantity import exact
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import target_in_force
from saksama.kernel.rounding import write_number
from saksama.language.messages import _


def action_plan_gaps(request: Request) -> tuple[Gap, ...]:
    """What the agreement lacks, and the targets of periods, those who answer, and the indicators of the work."""
    record, year = request.record, request.year
    of_plan = [one for objective in record.plan.objectives() for one in objective.indicators if one.is_used(year)]
    of_work = [one for node in record.nodes() for one in node.indicators if one.is_used(year)]
    return (
        *agreement_gaps(record, year),
        *(gap for one in (*of_plan, *of_work) for gap in _targets(one, year)),
        *(
            Gap("Definisi", one.name, _("penanggung jawab data"), Owner.PLANNER)
            for one in of_plan
            if not one.sheet.owner
        ),
        *_work(record, year),
    )


def action_plan_doubts(request: Request) -> tuple[Doubt, ...]:
    """Indicators whose targets of periods make another year than the target in force."""
    record, year = request.record, request.year
    return tuple(doubt for one in record.indicators() for doubt in unlike_the_year(record, one, year))


def due_periods(indicator: PerformanceIndicator, year: int) -> list[Period]:
    """The periods of the year for which something is promised; none where it is measured by the year alone."""
    cycle = indicator.schedule.cycle
    if cycle is Cycle.YEAR:
        return []
    return [period for period in periods_of(year, cycle) if indicator.schedule.is_due(period)]


def _targets(indicator: PerformanceIndicator, year: int) -> Iterator[Gap]:
    for period in due_periods(indicator, year):
        if target_in(indicator, period) is None:
            missing = _("target {period}").format(period=period_title(period))
            yield Gap("Target Periode", indicator.name, missing, Owner.PLANNER)


def _work(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    for node in record.nodes():
        if node.level is BudgetLevel.SUB_ACTIVITY and node.amount(year):
            if not any(one.is_used(year) for one in node.indicators):
                yield Gap("Output", node.name, _("indikator keluaran"), Owner.DIVISION, node.owner)
            if not node.owner:
                yield Gap("Anggaran", node.name, _("penanggung jawab"), Owner.PLANNER)


def unlike_the_year(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Iterator[Doubt]:
    """Where the targets of the periods make another year than the target in force."""
    target, due = target_in_force(record, indicator, year), due_periods(indicator, year)
    if target is None or not due or any(target_in(indicator, period) is None for period in due):
        return
    made = bounds_to_date(indicator, due[-1])
    if made == (exact(target.low), exact(target.high)) or not isinstance(made[1], Fraction):
        return
    if indicator.schedule.consolidation is Consolidation.AVERAGE and not indicator.schedule.is_cumulative:
        return  # an average is promised for the year; the quarters say how it is approached
    yield Doubt(
        indicator.name,
        _("target periode menghasilkan {made}, sedangkan target {year} adalah {target}").format(
            made=write_number(made[1], indicator.decimals),
            year=year,
            target=bounds_text(record, indicator, target.low, target.high),
        ),
    )
