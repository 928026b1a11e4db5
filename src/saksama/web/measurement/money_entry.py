"""Entering the money of one leaf of the budget: a year's ceiling, or what a quarter spent and reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from saksama.kernel.figures import write_decimal
from saksama.kernel.period import Period
from saksama.language.messages import _
from saksama.web.measurement.entry import Conflict, RefusedEntryError, cell_mark, check_open, must_change
from saksama.web.measurement.models import Amount, PeriodSpending
from saksama.web.measurement.typed_numbers import typed_number, typed_rupiah
from saksama.web.organisations.models import Person
from saksama.web.planning.models import BudgetNode, PlanVersion
from saksama.web.planning.record_versions import count_change
from saksama.web.workflow.locks import last_quarter
from saksama.web.workflow.recording import record_change

OF_YEAR = ("appropriation", "expenditure")
OF_QUARTER = ("expenditure", "physical")


@dataclass(frozen=True, slots=True)
class Kept:
    """The numbers of a cell as they are typed, and their mark."""

    typed: Mapping[str, str]
    seen: str


def enter_money(
    version: PlanVersion,
    key: str,
    year: int,
    quarter: Period | None,
    *,
    typed: Mapping[str, str],
    seen: str,
    person: Person,
) -> Kept:
    """Keep what was typed for a leaf in a year, or in a quarter of it. `seen` is the mark of what the person saw.

    Raises `UnclearNumberError`, `RefusedEntryError`, `Conflict`.
    """
    names = OF_QUARTER if quarter else OF_YEAR
    values = {
        name: typed_number(typed[name]) if name == "physical" else typed_rupiah(typed[name])
        for name in names
        if name in typed
    }
    _check(values)
    with transaction.atomic():
        check_open(version.plan.agency_id, quarter or last_quarter(year))
        node = BudgetNode.objects.filter(plan=version.plan_id, key=key).first()
        if node is None or node.children.exists():
            raise RefusedEntryError(_("Anggaran hanya diisi pada rincian paling bawah. Muat ulang halaman."))
        amount, _made = Amount.objects.select_for_update().get_or_create(node=node, year=year)
        row: Amount | PeriodSpending = amount
        if quarter:
            row, _made = PeriodSpending.objects.select_for_update().get_or_create(
                amount=amount, cycle=quarter.cycle.value, number=quarter.number
            )
        old = {name: getattr(row, name) for name in values}
        now = kept(row, names)
        if not must_change(old, values, seen=seen, theirs=Conflict("", now.seen, now.typed)):
            return now
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        where = f"{year} {quarter.cycle.value} {quarter.number}" if quarter else str(year)
        for name, value in values.items():
            if str(old[name]) != str(value):
                record_change(version.plan.agency, person, f"node:{key}", f"{name} {where}", old=old[name], new=value)
        count_change(version.plan_id)
    return kept(row, names)


def kept(row: Amount | PeriodSpending | None, names: tuple[str, ...]) -> Kept:
    """A cell as it is in the database."""
    numbers = {name: getattr(row, name) if row else None for name in names}
    typed = {name: "" if value is None else write_decimal(value) for name, value in numbers.items()}
    return Kept(typed, cell_mark(row, names))


def _check(values: Mapping[str, Decimal | None]) -> None:
    physical = values.get("physical")
    if physical is not None and not 0 <= physical <= 100:
        raise RefusedEntryError(_("Kemajuan fisik paling sedikit 0 dan paling banyak 100 persen."))
    appropriation = values.get("appropriation")
    if appropriation is not None and appropriation < 0:
        raise RefusedEntryError(_("Pagu tidak mungkin kurang dari nol."))
