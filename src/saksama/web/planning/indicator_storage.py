"""Rows → the indicators of a plan, with what was measured of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from django.db import models

from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.indicator import (
    Actual,
    Baseline,
    Benchmark,
    Continuity,
    IndicatorSheet,
    Narrative,
    PerformanceIndicator,
    PeriodActual,
    PeriodTarget,
    RawCalculation,
    ResultKind,
)
from saksama.kernel.indicator import IndicatorChange as KernelChange
from saksama.kernel.indicator import Target as KernelTarget
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from saksama.web.planning.indicator_rows import WHOLE_YEAR
from saksama.web.planning.models import IndicatorChange, IndicatorDefinition, Target


class _Row(NamedTuple):
    """A target's columns."""

    year: int
    cycle: str
    number: int
    is_end: bool
    low: Decimal
    high: Decimal


_CYCLES = {cycle.value: cycle for cycle in Cycle}


@dataclass(slots=True)
class Measured:
    """What is known of an indicator beside its definition."""

    actuals: list[Actual] = field(default_factory=list)
    period_actuals: list[PeriodActual] = field(default_factory=list)
    benchmarks: list[Benchmark] = field(default_factory=list)
    narratives: list[Narrative] = field(default_factory=list)


def indicators(
    rows: Iterable[IndicatorDefinition], measured: Mapping[str, Measured], years: Collection[int] | None
) -> Iterable[tuple[IndicatorDefinition, PerformanceIndicator]]:
    """Each definition with its indicator, whose targets are those of all years or of some. 3 queries."""
    found = list(rows)
    numbers = [row.pk for row in found]
    targets: dict[int, list[_Row]] = defaultdict(list)
    promised = Target.objects.filter(definition__in=numbers)
    if years is not None:
        promised = promised.filter(models.Q(year__in=list(years)) | models.Q(is_end=True))
    columns = promised.values_list("definition", "year", "cycle", "number", "is_end", "low", "high")
    for definition, year, cycle, number, is_end, low, high in columns:
        targets[definition].append(_Row(year, cycle, number, is_end, low, high))
    changes: dict[int, list[IndicatorChange]] = defaultdict(list)
    for change in IndicatorChange.objects.filter(definition__in=numbers):
        changes[change.definition_id].append(change)
    for row in found:
        known = measured.get(row.indicator.key, Measured())
        yield row, _indicator(row, targets[row.pk], changes[row.pk], known)


def _indicator(
    row: IndicatorDefinition, targets: list[_Row], changes: list[IndicatorChange], measured: Measured
) -> PerformanceIndicator:
    of_year = [target for target in targets if target.number == WHOLE_YEAR]
    factor, baseline = row.raw_factor, row.baseline_value
    return PerformanceIndicator(
        id=row.indicator.key,
        name=row.name,
        unit=row.unit,
        formula=row.formula,
        is_key=row.is_key,
        kind=ResultKind(row.kind) if row.kind else None,
        decimals=row.decimals,
        minimum=row.minimum,
        maximum=row.maximum,
        zero_target=ZeroTarget(row.zero_target),
        raw=None if factor is None else RawCalculation(row.raw_numerator, row.raw_denominator, factor),
        sheet=IndicatorSheet(
            row.definition,
            row.calculation,
            row.reason,
            row.source,
            row.collection,
            row.frequency,
            row.owner,
            row.verifier,
            row.basis,
        ),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        replaced_by=row.replaced_by,
        baseline=None if row.baseline_year is None or baseline is None else Baseline(row.baseline_year, baseline),
        targets=tuple(KernelTarget(one.year, one.low, one.high) for one in of_year if not one.is_end),
        end_target=next((KernelTarget(one.year, one.low, one.high) for one in of_year if one.is_end), None),
        actuals=tuple(measured.actuals),
        benchmarks=tuple(measured.benchmarks),
        narratives=tuple(measured.narratives),
        schedule=Schedule(Cycle(row.cycle), row.is_cumulative, Consolidation(row.consolidation), row.measured_in),
        period_targets=tuple(
            PeriodTarget(Period(one.year, one.number, _CYCLES[one.cycle]), one.low, one.high)
            for one in targets
            if one.number != WHOLE_YEAR
        ),
        period_actuals=tuple(measured.period_actuals),
        value_scale=row.value_scale,
        changes=tuple(KernelChange(one.year, Continuity(one.continuity), one.previous, one.note) for one in changes),
    )
