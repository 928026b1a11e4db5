"""What the evaluation of the yearly plan lacks, and from whom it must come."""

from collections.abc import Iterator

from saksama.compose.gap import Gap, Owner
from saksama.compose.request import Request
from saksama.kernel.budget import BudgetNode
from saksama.kernel.interim import reached_to_date
from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.kernel.periods_money import unreported
from saksama.kernel.plan_evaluation import plan_promise
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import target_in_force
from saksama.language.messages import _


def evaluation_gaps(request: Request) -> tuple[Gap, ...]:
    """Everything that the table shows as missing, in its order."""
    record, year = request.record, request.year
    period = request.period or Period(year, 4, Cycle.QUARTER)
    nodes = [node for node in record.nodes() if any(leaf.amount(year) for leaf in node.leaves())]
    if not nodes:
        return (Gap("Anggaran", record.agency.name, _("program dan anggaran"), Owner.FINANCE),)
    return tuple(gap for node in nodes for gap in (*_performance(record, node, period), *_money(record, node, period)))


def _performance(record: PerformanceRecord, node: BudgetNode, period: Period) -> Iterator[Gap]:
    if not node.indicators:
        yield Gap("Output", node.name, _("indikator"), Owner.PLANNER)
    for indicator in node.indicators:
        if target_in_force(record, indicator, period.year) is None:
            yield Gap("Output", indicator.name, _("target {year}").format(year=period.year), Owner.PLANNER)
        if isinstance(plan_promise(record, indicator).high, Uncomputable):
            yield Gap("Output", indicator.name, _("target akhir periode"), Owner.PLANNER)
        value = reached_to_date(indicator, period).value
        if isinstance(value, Uncomputable) and value.reason is Reason.NO_ACTUAL:
            missing = _("realisasi {period}").format(period=period_title(period))
            yield Gap("Output", indicator.name, missing, Owner.DIVISION, node.owner)


def _money(record: PerformanceRecord, node: BudgetNode, period: Period) -> Iterator[Gap]:
    amount = node.amount(period.year)
    if node.children or amount is None:
        return
    if amount.appropriation is None:
        yield Gap("Anggaran", node.name, _("pagu {year}").format(year=period.year), Owner.FINANCE)
    if unreported(node, period):
        yield Gap(
            "Anggaran", node.name, _("realisasi anggaran {year}").format(year=period_title(period)), Owner.FINANCE
        )
    stated = {one.year for one in node.amounts if one.planned is not None}
    if years := [str(year) for year in record.plan.years if year not in stated]:
        missing = _("pagu Renstra {years}").format(years=", ".join(years))
        yield Gap("Anggaran", node.name, missing, Owner.PLANNER)
