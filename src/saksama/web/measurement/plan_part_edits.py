"""Keeping a goal, an objective or the plan as a whole, with its history. The figures of the agency are held."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from saksama.language.messages import _
from saksama.web.organisations.models import Agency, Person
from saksama.web.planning.models import Goal, Indicator, Objective, PlanVersion, Support
from saksama.web.planning.record_versions import count_change
from saksama.web.workflow.recording import record_change

Part = PlanVersion | Goal | Objective
_SHORT = {"goal": "T", "objective": "S"}


def save_part(
    row: Part,
    kind: str,
    kept: Mapping[str, Any],
    found: Mapping[str, Any],
    *,
    agency: Agency,
    person: Person,
    reason: str,
) -> None:
    """Keep what was `found` in a valid form; `kept` is what the row said before."""
    version = row if isinstance(row, PlanVersion) else row.version if isinstance(row, Goal) else row.goal.version
    if not isinstance(row, PlanVersion) and not row.pk:
        rows = version.goals if isinstance(row, Goal) else row.goal.objectives
        row.position = (rows.aggregate(last=Max("position"))["last"] or 0) + 1
        row.key = _fresh_key(version, kind)
    for name, value in found.items():
        setattr(row, name, value)
    row.save()
    subject = "plan" if isinstance(row, PlanVersion) else f"{kind}:{row.key}"
    for name, value in found.items():
        old, new = said(kept[name]), said(value)
        if old != new:
            record_change(agency, person, subject, name, old=old or None, new=new or None, reason=reason)
    count_change(version.plan_id)


def hanging_on_part(row: Goal | Objective) -> tuple[str, ...]:
    """What hangs on a goal or an objective, so that it cannot be deleted; empty where nothing does. 3 queries."""
    plan = (row.version if isinstance(row, Goal) else row.goal.version).plan_id
    found = []
    if isinstance(row, Goal) and row.objectives.exists():
        found.append(_("Masih ada sasaran di bawahnya."))
    if row.indicators.exists():
        found.append(_("Masih ada indikatornya."))
    if Support.objects.filter(node__plan=plan, subject=row.key).exists():
        found.append(_("Ada program yang mendukungnya: ubah programnya dahulu."))
    return tuple(found)


def _fresh_key(version: PlanVersion, kind: str) -> str:
    taken = {
        *Goal.objects.filter(version__plan=version.plan_id).values_list("key", flat=True),
        *Objective.objects.filter(goal__version__plan=version.plan_id).values_list("key", flat=True),
        *Indicator.objects.filter(plan=version.plan_id).values_list("key", flat=True),
    }
    return next(key for number in range(1, len(taken) + 2) if (key := f"{_SHORT[kind]}{number}") not in taken)


def said(value: Any) -> str:
    """A field of a part as the history keeps it."""
    return "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
