"""Keeping the data sheet and the yearly targets of an indicator, with their history; the figures are held."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Max, Q

from saksama.kernel.figures import write_decimal
from saksama.kernel.period import Cycle, Period
from saksama.language.messages import _
from saksama.web.measurement.definition_form import COMPUTING, DefinitionForm
from saksama.web.measurement.entry import RefusedEntryError
from saksama.web.measurement.target_edits import end_target_of, keep_end_target, keep_target, typed_bounds
from saksama.web.measurement.typed_numbers import UnclearNumberError
from saksama.web.organisations.models import Person
from saksama.web.planning.indicator_rows import WHOLE_YEAR
from saksama.web.planning.models import Goal, Indicator, IndicatorDefinition, Objective, StrategicPlan, Support, Target
from saksama.web.planning.record_versions import count_change
from saksama.web.workflow.locks import Locks
from saksama.web.workflow.recording import record_change


@dataclass(frozen=True, slots=True)
class YearTarget:
    """A year's target as it is typed, or that of the plan's end; `error` where it is not clear, or is closed."""

    year: int
    low: str
    high: str
    error: str = ""
    is_end: bool = False

    @property
    def name(self) -> str:
        """What its fields are called."""
        return "end" if self.is_end else str(self.year)


def year_targets(row: IndicatorDefinition, plan: StrategicPlan, posted: Mapping[str, str] | None) -> list[YearTarget]:
    """The targets of the plan's years and of its end, which is the last; as they are or as they were typed."""
    rows = row.targets.filter(cycle=Cycle.YEAR.value, number=WHOLE_YEAR, is_end=False) if row.pk else ()
    known = {one.year: one for one in rows}
    end = end_target_of(row) if row.pk else None
    kept = [_kept(year, known.get(year)) for year in range(plan.first_year, plan.last_year + 1)]
    kept.append(_kept(end.year if end else plan.last_year, end, is_end=True))
    return kept if posted is None else [_typed(one, posted) for one in kept]


def _kept(year: int, found: Target | None, *, is_end: bool = False) -> YearTarget:
    high = write_decimal(found.high) if found else ""
    low = write_decimal(found.low) if found and found.low != found.high else ""
    return YearTarget(year, low, high, is_end=is_end)


def _typed(kept: YearTarget, posted: Mapping[str, str]) -> YearTarget:
    low, high = posted.get(f"low-{kept.name}", kept.low), posted.get(f"high-{kept.name}", kept.high)
    return replace(kept, low=low, high=high, error=_unclear(low, high))


def save_definition(
    form: DefinitionForm, targets: list[YearTarget], *, locks: Locks, person: Person, reason: str
) -> list[YearTarget]:
    """Keep a valid form and its targets. Returns the targets, with an error where nothing was kept because of it."""
    row: IndicatorDefinition = form.instance
    refused: dict[str, str] = {}
    with transaction.atomic():
        old = IndicatorDefinition.objects.get(pk=row.pk) if row.pk else None
        changed = [
            (name, getattr(old, name) if old else None, form.cleaned_data[name])
            for name in form.cleaned_data
            if str((getattr(old, name) if old else None) or "") != str(form.cleaned_data[name] or "")
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
                old=before or None,
                new=after or None,
                reason=reason,
                is_revision=bool(old and locks.approved and name in COMPUTING),
            )
        for one in targets:
            try:
                bounds = typed_bounds({"low": one.low, "high": one.high})
                if one.is_end:
                    keep_end_target(row, one.year, bounds, person=person, reason=reason)
                    continue
                keep_target(row, Period(one.year, 1, Cycle.YEAR), bounds, locks=locks, person=person, reason=reason)
            except RefusedEntryError as error:
                refused[one.name] = str(error)
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


def _unclear(low: str, high: str) -> str:
    try:
        typed_bounds({"low": low, "high": high})
    except UnclearNumberError as error:
        return str(error)
    return ""
