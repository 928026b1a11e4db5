"""The indicators of a record, with their targets and what became of them → the rows that hold them."""

from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.indicator import Target as KernelTarget
from saksama.kernel.period import Cycle
from saksama.web.planning.models import Indicator, IndicatorChange, IndicatorDefinition, StrategicPlan, Target
from saksama.web.rows import Ref, Wanted

WHOLE_YEAR = 0
"""The number of a row of the year itself, beside those of its periods."""


def add_indicators(
    wanted: Wanted,
    indicators: tuple[PerformanceIndicator, ...],
    plan: StrategicPlan,
    *,
    goal: Ref | None = None,
    objective: Ref | None = None,
    node: Ref | None = None,
) -> None:
    """Ask for every row of the indicators of a goal, an objective or a node."""
    for place, one in enumerate(indicators):
        indicator = wanted.add(Indicator, (one.id,), plan=plan, key=one.id)
        sheet, schedule, raw = one.sheet, one.schedule, one.raw
        definition = wanted.add(
            IndicatorDefinition,
            (one.id,),
            indicator=indicator,
            goal=goal,
            objective=objective,
            node=node,
            position=place,
            name=one.name,
            unit=one.unit,
            formula=one.formula,
            is_key=one.is_key,
            kind=one.kind.value if one.kind else "",
            decimals=one.decimals,
            minimum=one.minimum,
            maximum=one.maximum,
            zero_target=one.zero_target.value,
            raw_numerator=raw.numerator if raw else "",
            raw_denominator=raw.denominator if raw else "",
            raw_factor=raw.factor if raw else None,
            definition=sheet.definition,
            calculation=sheet.calculation,
            reason=sheet.reason,
            source=sheet.source,
            collection=sheet.collection,
            frequency=sheet.frequency,
            owner=sheet.owner,
            verifier=sheet.verifier,
            basis=sheet.basis,
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            replaced_by=one.replaced_by,
            baseline_year=one.baseline.year if one.baseline else None,
            baseline_value=one.baseline.value if one.baseline else None,
            cycle=schedule.cycle.value,
            is_cumulative=schedule.is_cumulative,
            consolidation=schedule.consolidation.value,
            measured_in=schedule.measured_in,
            value_scale=one.value_scale,
        )
        for target in one.targets:
            _add_target(wanted, definition, target, is_end=False)
        if one.end_target:
            _add_target(wanted, definition, one.end_target, is_end=True)
        for promised in one.period_targets:
            period = promised.period
            wanted.add(
                Target,
                (one.id, period.year, period.cycle.value, period.number, False),
                definition=definition,
                year=period.year,
                cycle=period.cycle.value,
                number=period.number,
                is_end=False,
                low=promised.low,
                high=promised.high,
            )
        for number, change in enumerate(one.changes):
            wanted.add(
                IndicatorChange,
                (one.id, number),
                definition=definition,
                position=number,
                year=change.year,
                continuity=change.continuity.value,
                previous=change.previous,
                note=change.note,
            )


def _add_target(wanted: Wanted, definition: Ref, target: KernelTarget, *, is_end: bool) -> None:
    wanted.add(
        Target,
        (*definition.key, target.year, Cycle.YEAR.value, WHOLE_YEAR, is_end),
        definition=definition,
        year=target.year,
        cycle=Cycle.YEAR.value,
        number=WHOLE_YEAR,
        is_end=is_end,
        low=target.low,
        high=target.high,
    )
