"""Who has reported for a period, and who has not yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from saksama.compose.gap import Owner
from saksama.kernel.budget import BudgetNode
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import reached_in, reached_to_date
from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods_money import physical_progress, unreported
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceRecord


class Reporting(Enum):
    """How far an indicator is reported for a period."""

    REPORTED = "reported"
    MISSING = "missing"
    NOT_DUE = "not-due"
    NOT_RELEASED = "not-released"
    NOT_APPLICABLE = "not-applicable"


_BY_REASON = {
    Reason.NOT_DUE: Reporting.NOT_DUE,
    Reason.NOT_RELEASED: Reporting.NOT_RELEASED,
    Reason.NOT_APPLICABLE: Reporting.NOT_APPLICABLE,
}


def reporting(indicator: PerformanceIndicator, period: Period) -> Reporting:
    """Whether everything that is due to the end of the period was reported."""
    now, to_date = reached_in(indicator, period).value, reached_to_date(indicator, period).value
    faults = [value for value in (to_date, now) if isinstance(value, Uncomputable)]
    if not faults or (isinstance(to_date, Fraction) and faults[0].reason is Reason.NOT_DUE):
        return Reporting.REPORTED
    return _BY_REASON.get(faults[0].reason, Reporting.MISSING)


EXPENDITURE = "realisasi anggaran"


@dataclass(frozen=True, slots=True)
class Owed:
    """What one person or unit still has to report; `whose` is "" where the record names nobody."""

    whose: str
    subject: str
    what: str
    sheet: str
    owner: Owner = Owner.DIVISION


def owed(record: PerformanceRecord, period: Period) -> tuple[Owed, ...]:
    """Everything that is due to the end of the period and was not reported, in the order of the plan and the budget."""
    return (
        *_actuals(record.plan.indicators(), period),
        *(item for programme in record.programmes for item in _of_node(programme, period, "")),
    )


def _actuals(indicators: Iterable[PerformanceIndicator], period: Period) -> Iterable[Owed]:
    late = (one for one in indicators if reporting(one, period) is Reporting.MISSING)
    return (Owed(one.sheet.owner, one.name, "realisasi kinerja", _sheet(one)) for one in late)


def _sheet(indicator: PerformanceIndicator) -> str:
    return "Realisasi" if indicator.schedule.cycle is Cycle.YEAR else "Realisasi Periode"


def _of_node(node: BudgetNode, period: Period, owner: str) -> Iterator[Owed]:
    """What a node and everything below it owes; where it names nobody, whoever is responsible above it."""
    whose = node.owner or owner
    if not any(leaf.amount(period.year) for leaf in node.leaves()):
        return
    for item in _actuals(node.indicators, period):
        yield replace(item, whose=item.whose or whose)
    for child in node.children:
        yield from _of_node(child, period, whose)
    if node.children:
        return
    lacks_progress = isinstance(physical_progress(node, period).value, Uncomputable)
    both = ((EXPENDITURE, bool(unreported(node, period))), ("realisasi fisik", lacks_progress))
    what = [name for name, is_missing in both if is_missing]
    if what:
        yield Owed(whose, node.name, " dan ".join(what), "Belanja Periode", Owner.FINANCE)
