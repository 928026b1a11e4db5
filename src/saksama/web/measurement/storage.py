"""Rows ⇄ the performance record of a plan: what every page, document and export is made from."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from django.db import models, transaction

from saksama.kernel import budget
from saksama.kernel.agency import Officeholder
from saksama.kernel.budget import BudgetVersionKind
from saksama.kernel.indicator import Actual, ActualState, NarrativePart, PeriodActual
from saksama.kernel.indicator import Benchmark as KernelBenchmark
from saksama.kernel.indicator import Narrative as KernelNarrative
from saksama.kernel.indicator import Target as KernelTarget
from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import AgreedTarget as KernelAgreedTarget
from saksama.kernel.record import PerformanceAgreement as KernelAgreement
from saksama.kernel.record import PerformanceRecord
from saksama.web.agreements import agreement_rows
from saksama.web.agreements.models import AgreedTarget, PerformanceAgreement
from saksama.web.measurement import measured_rows
from saksama.web.measurement.models import (
    Amount,
    Benchmark,
    BudgetVersion,
    EarlierAppropriation,
    ExpenditureStatus,
    Measurement,
    Narrative,
    PeriodSpending,
)
from saksama.web.organisations.heads import head_of
from saksama.web.organisations.units import units_of
from saksama.web.planning import plan_rows
from saksama.web.planning.indicator_rows import WHOLE_YEAR
from saksama.web.planning.indicator_storage import Measured
from saksama.web.planning.kept_json import kept_value
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.storage import load_parts, load_plan, load_programmes, load_supports
from saksama.web.rows import Difference, Wanted

_STATES = {state.value: state for state in ActualState}
_CYCLES = {cycle.value: cycle for cycle in Cycle}
# Looked up, since building an enumeration's member for each of ten thousand rows takes half of the time.


def save_record(record: PerformanceRecord, version: PlanVersion, *, is_kept: bool = True) -> list[Difference]:
    """Bring the rows of a plan to what the record says; with `is_kept` false only say what would differ.

    Where a post of head or units are recorded, what the record says of them is left alone: it came from there.
    """
    plan = version.plan
    has_head, has_units = head_of(plan.agency_id) is not None, bool(units_of(plan.agency_id))
    if has_head or has_units:
        kept = load_parts(version, ("agency",)).get("agency")
        agency = record.agency
        if has_head:
            agency = replace(agency, head=kept.head if kept else None)
        if has_units:
            agency = replace(agency, units=kept.units if kept else ())
        record = replace(record, agency=agency)
    wanted = Wanted((*plan_rows.tables(plan, version), *agreement_rows.tables(plan), *measured_rows.tables(plan)))
    plan_rows.add_plan(wanted, record, plan, version)
    agreement_rows.add_agreements(wanted, record, plan)
    measured_rows.add_measured(wanted, record, plan)
    with transaction.atomic():
        differences = wanted.apply(is_kept=is_kept)
        if is_kept and differences:
            type(plan).objects.filter(pk=plan.pk).update(record_version=models.F("record_version") + 1)
    return differences


def load_record(version: PlanVersion, years: Collection[int] | None = None) -> PerformanceRecord:
    """The whole record; with `years` only the targets, measurements and money of those years. 24 queries.

    The head of the agency is who holds the post today; where no post is recorded, who the profile names. The units are
    those recorded for the agency; where none are, those that the record itself holds.
    """
    of_years: dict[str, Any] = {} if years is None else {"year__in": list(years)}
    measured, parts = _measured(version, of_years), load_parts(version)
    head, units = head_of(version.plan.agency_id), units_of(version.plan.agency_id)
    if "agency" in parts:
        agency = parts["agency"]
        parts["agency"] = replace(agency, head=head or agency.head, units=units or agency.units)
    return PerformanceRecord(
        plan=load_plan(version, measured, years),
        programmes=load_programmes(version, measured, _amounts(version, of_years), years),
        supports=load_supports(version),
        agreements=_agreements(version),
        budget_versions=tuple(
            budget.BudgetVersion(
                row.key, row.year, BudgetVersionKind(row.kind), row.adopted_on, row.document, row.reason
            )
            for row in BudgetVersion.objects.filter(plan=version.plan_id)
        ),
        expenditure_statuses=tuple(
            budget.ExpenditureStatus(row.year, row.cut_off, row.is_audited)
            for row in ExpenditureStatus.objects.filter(plan=version.plan_id)
        ),
        **parts,
    )


def load_performance(version: PlanVersion, years: Collection[int] | None = None) -> PerformanceRecord:
    """The record without its money and what surrounds it: enough for targets, actuals and achievements. 10 queries."""
    of_years: dict[str, Any] = {} if years is None else {"year__in": list(years)}
    return PerformanceRecord(
        plan=load_plan(version, _measured(version, of_years), years),
        agreements=_agreements(version),
        **load_parts(version, ("agency", "settings", "value_scales")),
    )


def _measured(version: PlanVersion, of_years: dict[str, Any]) -> dict[str, Measured]:
    found: dict[str, Measured] = defaultdict(Measured)
    own = {"indicator__plan": version.plan_id}
    rows = Measurement.objects.filter(**own, **of_years).values_list(
        "indicator__key",
        "year",
        "cycle",
        "number",
        "value",
        "numerator",
        "denominator",
        "state",
        "source",
        "note",
        "measured_by",
        "reference_year",
        "released_on",
    )
    for key, year, cycle, number, value, numerator, denominator, stated, source, note, body, reference, day in rows:
        state = _STATES[stated]
        if number == WHOLE_YEAR:
            found[key].actuals.append(
                Actual(year, value, numerator, denominator, state, source, note, body, reference, day)
            )
        else:
            period = Period(year, number, _CYCLES[cycle])
            found[key].period_actuals.append(PeriodActual(period, value, numerator, denominator, state, note))
    order = {part.value: place for place, part in enumerate(NarrativePart)}
    said = Narrative.objects.filter(**own, **of_years).select_related("indicator")
    for text in sorted(said, key=lambda row: (row.year, order[row.part])):
        found[text.indicator.key].narratives.append(
            KernelNarrative(text.year, NarrativePart(text.part), text.text, text.not_applicable_because)
        )
    for other in Benchmark.objects.filter(**own).select_related("indicator"):
        found[other.indicator.key].benchmarks.append(
            KernelBenchmark(other.year, other.name, other.value, other.source, other.not_applicable_because)
        )
    return found


def _amounts(version: PlanVersion, of_years: dict[str, Any]) -> dict[int, tuple[budget.Amount, ...]]:
    amounts = list(Amount.objects.filter(node__plan=version.plan_id, **of_years))
    earlier: dict[int, list[budget.EarlierAppropriation]] = defaultdict(list)
    periods: dict[int, list[budget.PeriodSpending]] = defaultdict(list)
    own = {"amount__node__plan": version.plan_id}
    in_years = {f"amount__{name}": value for name, value in of_years.items()}
    years = {row.pk: row.year for row in amounts}
    for before in EarlierAppropriation.objects.filter(**own, **in_years).select_related("version"):
        earlier[before.amount_id].append(budget.EarlierAppropriation(before.version.key, before.appropriation))
    for spent in PeriodSpending.objects.filter(**own, **in_years):
        period = Period(years[spent.amount_id], spent.number, Cycle(spent.cycle))
        periods[spent.amount_id].append(budget.PeriodSpending(period, spent.expenditure, spent.physical))
    found: dict[int, list[budget.Amount]] = defaultdict(list)
    for row in amounts:
        found[row.node_id].append(
            budget.Amount(
                row.year,
                row.appropriation,
                row.expenditure,
                row.planned,
                row.physical,
                tuple(earlier[row.pk]),
                tuple(periods[row.pk]),
            )
        )
    return {node: tuple(every) for node, every in found.items()}


def _agreements(version: PlanVersion) -> tuple[KernelAgreement, ...]:
    return tuple(
        KernelAgreement(
            row.year,
            _party(row.first_party),
            _party(row.second_party),
            row.number,
            row.place,
            row.signed_on,
            tuple(
                KernelAgreedTarget(one.indicator.key, KernelTarget(one.year, one.low, one.high))
                for one in row.targets.all()
            ),
            row.revision,
            row.reason,
            row.budget_version,
        )
        for row in PerformanceAgreement.objects.filter(plan=version.plan_id).prefetch_related(
            models.Prefetch("targets", AgreedTarget.objects.select_related("indicator"))
        )
    )


def _party(content: Any) -> Officeholder | None:
    return None if content is None else kept_value(Officeholder, content, "party")
