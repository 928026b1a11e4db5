"""What many changes at once touch of figures that were approved (decision 0035): it needs a reason and is marked."""

from collections.abc import Iterable

from saksama.kernel.period import Cycle, Period
from saksama.web.agreements.models import AgreedTarget
from saksama.web.measurement.definition_form import COMPUTING
from saksama.web.measurement.import_locks import period_of
from saksama.web.measurement.target_edits import rests_on
from saksama.web.planning.models import BudgetNode, IndicatorDefinition, PlanVersion, Support, Target
from saksama.web.rows import Difference
from saksama.web.workflow.locks import Locks, locks_of

_OF_NODE = frozenset({"parent_id", "level"})
_NOT_SHARED = frozenset({"position"})


def must_be_explained(differences: Iterable[Difference], locks: Locks) -> bool:
    """Whether approved figures rest on anything that is different."""
    return any(revised_fields(one, locks) for one in differences)


def locks_of_plan(version: PlanVersion) -> Locks:
    """How the quarters of the plan's years stand. 1 query."""
    plan = version.plan
    return locks_of(plan.agency_id, range(plan.first_year, plan.last_year + 1))


def revised_fields(one: Difference, locks: Locks) -> frozenset[str]:
    """The fields of what is different on which approved figures rest."""
    fields = frozenset({**(one.old or {}), **(one.new or {})})
    if one.model is Target:
        *figure, is_end = one.key
        return fields if not is_end and rests_on(period_of(tuple(figure)), locks) else frozenset()
    if one.model is AgreedTarget:
        return fields if rests_on(Period(int(str(one.key[0])), 1, Cycle.YEAR), locks) else frozenset()
    if not locks.approved:
        return frozenset()
    if one.model is Support:
        return fields - _NOT_SHARED
    if one.old is not None and one.model is IndicatorDefinition:
        return fields & COMPUTING
    return fields & _OF_NODE if one.old is not None and one.model is BudgetNode else frozenset()
