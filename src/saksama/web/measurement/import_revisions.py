"""What many changes at once touch of figures that were approved (decision 0035): it needs a reason and is marked."""

from collections.abc import Iterable

from saksama.kernel.indicator import Continuity
from saksama.kernel.period import Cycle, Period
from saksama.web.agreements.models import AgreedTarget
from saksama.web.measurement.definition_form import COMPUTING
from saksama.web.measurement.import_locks import period_of
from saksama.web.measurement.target_edits import rests_on
from saksama.web.planning.models import (
    BudgetNode,
    IndicatorChange,
    IndicatorDefinition,
    PlanVersion,
    Support,
    Target,
)
from saksama.web.rows import Difference
from saksama.web.workflow.locks import Locks, locks_of

_OF_NODE = frozenset({"parent_id", "level"})
_OF_CHANGE = frozenset({"year", "continuity"})
"""What decides across which years an indicator is not compared."""
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
        return fields if rests_on(period_of(tuple(figure)), locks, is_end=bool(is_end)) else frozenset()
    if one.model is AgreedTarget:
        return fields if rests_on(Period(int(str(one.key[0])), 1, Cycle.YEAR), locks) else frozenset()
    if not locks.approved:
        return frozenset()
    if one.model is Support:
        return fields - _NOT_SHARED
    if one.model is IndicatorChange:
        return frozenset() if _is_no_cut(one) else fields & _OF_CHANGE
    if one.old is not None and one.model is IndicatorDefinition:
        return fields & COMPUTING
    return fields & _OF_NODE if one.old is not None and one.model is BudgetNode else frozenset()


def _is_no_cut(one: Difference) -> bool:
    """Whether a change of an indicator that comes or goes leaves its years compared."""
    whole = one.new if one.old is None else one.old if one.new is None else None
    return whole is not None and whole["continuity"] == Continuity.CONTINUED.value
