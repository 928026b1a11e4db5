"""Keeping the data sheet and the yearly targets of an indicator, with their history; the figures are held."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Max, Q

from saksama.kernel.period import Cycle, Period
from saksama.language.messages import _
from saksama.web.measurement.definition_form import COMPUTING, DefinitionForm
from saksama.web.measurement.entry import RefusedEntryError
from saksama.web.measurement.lineage_edits import cuts_differ, keep_lineage
from saksama.web.measurement.lineage_form import ChangeForm, ContinuesForm
from saksama.web.measurement.target_edits import keep_target, typed_bounds
from saksama.web.measurement.typed_numbers import UnclearNumberError, field_text
from saksama.web.organisations.models import Person
from saksama.web.planning.indicator_rows import WHOLE_YEAR
from saksama.web.planning.models import Goal, Indicator, IndicatorDefinition, Objective, StrategicPlan, Support
from saksama.web.planning.record_versions import count_change
from saksama.web.workflow.locks import Locks
from saksama.web.workflow.recording import record_change


@dataclass(frozen=True, slots=True)
class YearTarget:
    """A year's target as it is typed; `error` where it is not clear, or is closed. `is_end`: by the end of the plan."""

    year: int
    low: str
    high: str
    error: str = ""
    is_end: bool = False

    @property
    def name(self) -> str:
        """What its fields are called after their bound."""
        return "end" if self.is_end else str(self.year)


def year_targets(row: IndicatorDefinition, plan: StrategicPlan, posted: Mapping[str, str] | None) -> list[YearTarget]:
    """The targets of the plan's years and of its end, as they are or as they were typed."""
    rows = list(row.targets.filter(cycle=Cycle.YEAR.value, number=WHOLE_YEAR)) if row.pk else []
    known = {one.year: one for one in rows if not one.is_end}
    end = next((one for one in rows if one.is_end), None)
    places = [(year, known.get(year), False) for year in range(plan.first_year, plan.last_year + 1)]
    cells = []
    for year, found, is_end in (*places, (end.year if end else plan.last_year, end, True)):
        high = field_text(found.high) if found else ""
        low = field_text(found.low) if found and found.low != found.high else ""
        if posted is None:
            cells.append(YearTarget(year, low, high, is_end=is_end))
            continue
        name = "end" if is_end else year
        low, high = posted.get(f"low-{name}", ""), posted.get(f"high-{name}", "")
        cells.append(YearTarget(year, low, high, _unclear(low, high), is_end=is_end))
    return cells


def save_definition(
    form: DefinitionForm,
    targets: list[YearTarget],
    continues: ContinuesForm,
    changes: list[ChangeForm],
    *,
    locks: Locks,
    person: Person,
    reason: str,
) -> list[YearTarget]:
    """Keep valid forms and the targets. Returns the targets, with an error where nothing was kept because of it."""
    row: IndicatorDefinition = form.instance
    refused: dict[str, str] = {}
    with transaction.atomic():
        old = IndicatorDefinition.objects.get(pk=row.pk) if row.pk else None
        changed = [
            (name, getattr(old, name) if old else None, form.cleaned_data[name])
            for name in form.cleaned_data
            if _said(getattr(old, name) if old else None) != _said(form.cleaned_data[name])
        ]
        if row.indicator.pk is None:
            row.indicator.save()
            row.indicator = row.indicator  # takes the number that it has now
        row = form.save()
        for name, before, after in changed:
            record_change(
                row.indicator.plan.agency,
                person,
                f"indicator:{row.indicator.key}",
                name,
                old=_said(before),
                new=_said(after),
                reason=reason,
                is_revision=bool(old and locks.approved and name in COMPUTING),
            )
        for one in targets:
            try:
                bounds = typed_bounds({"low": one.low, "high": one.high})
                year = Period(one.year, 1, Cycle.YEAR)
                keep_target(row, year, bounds, locks=locks, person=person, reason=reason, is_end=one.is_end)
            except RefusedEntryError as error:
                refused[one.name] = str(error)
        is_revision = bool(old and locks.approved and cuts_differ(row, changes))
        keep_lineage(row, continues, changes, person=person, reason=reason, is_revision=is_revision)
        count_change(row.indicator.plan_id)
        if refused:
            transaction.set_rollback(True)
    return [replace(one, error=refused.get(one.name, "")) for one in targets]


def new_definition(plan: StrategicPlan, holder: Goal | Objective) -> IndicatorDefinition:
    """An indicator that begins below a goal or an objective; it is kept with its form."""
    last = holder.indicators.aggregate(last=Max("position"))["last"]
    place = {"goal": holder} if isinstance(holder, Goal) else {"objective": holder}
    taken = set(Indicator.objects.filter(plan=plan).values_list("key", flat=True))
    number = next(one for one in range(1, len(taken) + 2) if f"IK{one}" not in taken)
    position = 0 if last is None else last + 1
    return IndicatorDefinition(indicator=Indicator(plan=plan, key=f"IK{number}"), position=position, **place)


def hanging_on(row: IndicatorDefinition) -> tuple[str, ...]:
    """What hangs on an indicator, so that it cannot be deleted; empty where nothing does. 8 queries."""
    own, found = row.indicator, []
    if own.measurements.exists() or own.narratives.exists():
        found.append(_("Sudah ada realisasi atau analisisnya. Isi “Berlaku sampai” bila tidak dipakai lagi."))
    if own.benchmarks.exists():
        found.append(_("Masih ada pembandingnya: hapus dahulu."))
    if own.continued_by.exists():
        found.append(_("Rencana yang lain meneruskannya."))
    named = Q(replaced_by=own.key) | Q(changes__previous=own.key)
    if IndicatorDefinition.objects.filter(named, indicator__plan=own.plan_id).exclude(pk=row.pk).exists():
        found.append(_("Indikator lain menyebutnya sebagai pengganti atau asalnya."))
    if own.definitions.exclude(pk=row.pk).exists():
        found.append(_("Versi rencana yang lama memuatnya. Isi “Berlaku sampai” bila tidak dipakai lagi."))
    if row.indicator.plan.agreements.filter(targets__indicator=own).exists():
        found.append(_("Perjanjian kinerja menyebutnya."))
    if Support.objects.filter(node__plan=own.plan_id, subject=own.key).exists():
        found.append(_("Ada program yang mendukungnya: ubah programnya dahulu."))
    return tuple(found)


def _said(value: object) -> str | None:
    """A field as the history keeps it: nothing and "no" say nothing, zero is a number."""
    return None if value is None or value is False or value == "" else str(value)


def _unclear(low: str, high: str) -> str:
    try:
        typed_bounds({"low": low, "high": high})
    except UnclearNumberError as error:
        return str(error)
    return ""
