"""Rows of indicators: what they are, what was promised and reached, and what is said of them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from saksama.exchange.fields import NOT_APPLICABLE, key
from saksama.exchange.rows.row import Row, Value, is_exact, number, row
from saksama.exchange.rows.stated import lower_bound, stated
from saksama.exchange.sheets.definitions import CONSOLIDATIONS
from saksama.exchange.sheets.plan import FORMULA_OPTIONS
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.indicator import (
    Actual,
    ActualState,
    IndicatorSheet,
    Narrative,
    PerformanceIndicator,
)
from saksama.kernel.period import Consolidation, Cycle, Schedule, periods_of
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import achievement, actual, target_in_force

_DEFAULT_DECIMALS = 2
FORMULA_LABELS = {option.value: option.label for option in FORMULA_OPTIONS}
ZERO_TARGET_LABELS = {
    ZeroTarget.UNCOMPUTABLE: "Capaian tidak dapat dihitung",
    ZeroTarget.MET_AT_ZERO: "Realisasi nol berarti 100%, selain itu 0%",
}


def indicator_rows(record: PerformanceRecord) -> Iterator[Row]:
    """The indicators of goals and objectives, each with its targets."""
    for goal in record.plan.goals:
        yield from (_plan_indicator(record, indicator, goal.id) for indicator in goal.indicators)
        for objective in goal.objectives:
            yield from (_plan_indicator(record, indicator, objective.id) for indicator in objective.indicators)


def _plan_indicator(record: PerformanceRecord, indicator: PerformanceIndicator, subject: str) -> Row:
    is_key = ("is_key", "yes" if indicator.is_key else "no")
    return row([*_identity(indicator, subject), is_key, *_targets(record, indicator)])


def output_rows(record: PerformanceRecord) -> Iterator[Row]:
    """The indicators of programmes and below, each with its targets and plain actuals."""
    agreed = _agreed(record)
    for node in record.nodes():
        for indicator in node.indicators:
            cells = [*_identity(indicator, node.id), ("is_key", "yes" if indicator.is_key else None)]
            for reported in indicator.actuals:
                if (indicator.id, reported.year) not in agreed and is_plain(reported):
                    cells.append((key("value", reported.year), stated(record, indicator, reported.value)))
                    cells.append((key("value_number", reported.year), _shown(reported.value)))
                    if _is_shown(record, indicator, reported.year, reported):
                        reached = achievement(record, indicator, reported.year).value
                        cells.append((key("achievement", reported.year), number(reached)))
            for target in indicator.targets:
                low = lower_bound(target)
                is_number = low is None or (not isinstance(stated(record, indicator, low), str) and is_exact(low))
                cells.append((key("target_number", target.year), _shown(target.high) if is_number else None))
            yield row([*cells, ("value_scale", indicator.value_scale), *_targets(record, indicator)])


def _agreed(record: PerformanceRecord) -> frozenset[tuple[str, int]]:
    return frozenset((item.indicator, agreement.year) for agreement in record.agreements for item in agreement.targets)


def is_plain(reported: Actual) -> bool:
    """Whether an actual is nothing but a value, so that it can stand on the sheet of outputs."""
    return reported == Actual(reported.year, reported.value) and reported.value is not None


def _identity(indicator: PerformanceIndicator, subject: str) -> list[tuple[str, Value | None]]:
    return [
        ("id", indicator.id),
        ("subject", subject),
        ("name", indicator.name),
        ("unit", indicator.unit),
        ("formula", indicator.formula),
    ]


def _targets(record: PerformanceRecord, indicator: PerformanceIndicator) -> Iterator[tuple[str, Value | None]]:
    """The cells of what was promised."""
    said = partial(stated, record, indicator)
    if indicator.baseline:
        yield from (("baseline_year", indicator.baseline.year), ("baseline_value", said(indicator.baseline.value)))
    for target in indicator.targets:
        yield (key("target", target.year), said(target.high))
        yield (key("target_low", target.year), said(lower_bound(target)))
    if end := indicator.end_target:
        yield from (("end_target", said(end.high)), ("end_year", end.year), ("end_target_low", said(lower_bound(end))))


def _shown(value: Decimal | None) -> Decimal | None:
    """A value that is a number in its cell, not text."""
    return value if value is not None and is_exact(value) else None


def definition_rows(record: PerformanceRecord) -> Iterator[Row]:
    """A data sheet for every indicator of the plan, and for those outputs that have something to say in it."""
    for indicator in record.plan.indicators():
        yield _definition(indicator)
    for node in record.nodes():
        for indicator in node.indicators:
            filled = _definition(indicator)
            if set(filled) - _ALWAYS:
                yield filled


_ALWAYS = {"indicator", "indicator_name", "unit", "periods"}
"""What every data sheet has, also one that says nothing."""


def _schedule(indicator: PerformanceIndicator) -> Iterator[tuple[str, Value | None]]:
    schedule = indicator.schedule
    yield ("cycle", None if schedule.cycle is Cycle.YEAR else schedule.cycle.value)
    yield ("is_cumulative", "yes" if schedule.is_cumulative else None)
    is_usual = schedule.consolidation is Consolidation.LAST
    yield ("consolidation", None if is_usual else schedule.consolidation.value)
    yield ("measured_in", None if schedule.measured_in is None else str(schedule.measured_in))
    yield ("periods", schedule.cycle.periods)
    yield ("summed", summed(schedule))


def first_due(schedule: Schedule, cycle: Cycle) -> int:
    """The number of the first period of a cycle in which something is measured."""
    return next(period.number for period in periods_of(1, cycle) if schedule.is_due(period))


def summed(schedule: Schedule) -> str:
    """How the value of a year follows from its periods, as the workbook says it; "" for the last known."""
    if schedule.is_cumulative or schedule.consolidation is Consolidation.LAST:
        return ""
    return next(option.label for option in CONSOLIDATIONS if option.value == schedule.consolidation.value)


def _definition(indicator: PerformanceIndicator) -> Row:
    sheet, raw = indicator.sheet, indicator.raw
    texts = [(name, getattr(sheet, name)) for name in IndicatorSheet.__dataclass_fields__]
    is_default = indicator.zero_target is ZeroTarget.UNCOMPUTABLE
    return row(
        [
            ("indicator", indicator.id),
            ("indicator_name", indicator.name),
            ("unit", indicator.unit),
            *texts,
            ("raw_numerator", raw.numerator if raw else None),
            ("raw_denominator", raw.denominator if raw else None),
            ("raw_factor", raw.factor if raw else None),
            ("decimals", None if indicator.decimals == _DEFAULT_DECIMALS else indicator.decimals),
            ("minimum", indicator.minimum),
            ("maximum", indicator.maximum),
            ("zero_target", None if is_default else indicator.zero_target.value),
            ("kind", indicator.kind.value if indicator.kind else None),
            ("valid_from", indicator.valid_from),
            ("valid_to", indicator.valid_to),
            ("replaced_by", indicator.replaced_by),
            ("value_scale", indicator.value_scale),
            *_schedule(indicator),
        ]
    )


def actual_rows(record: PerformanceRecord, prepared: int | None) -> Iterator[Row]:
    """What was reported, and prepared rows for what the plan's indicators still owe up to the year `prepared`."""
    for indicator in record.plan.indicators():
        yield from (_actual(record, indicator, reported.year, reported) for reported in indicator.actuals)
        yield from (_actual(record, indicator, year, None) for year in _owed_years(indicator, prepared))
    agreed = _agreed(record)
    for node in record.nodes():
        for indicator in node.indicators:
            for reported in indicator.actuals:
                if (indicator.id, reported.year) in agreed or not is_plain(reported):
                    yield _actual(record, indicator, reported.year, reported)


def _owed_years(indicator: PerformanceIndicator, latest: int | None) -> list[int]:
    if latest is None:
        return []
    promised = [target.year for target in indicator.targets if target.year < latest]
    owed = (year for year in dict.fromkeys([*promised, latest]) if indicator.is_used(year))
    return [year for year in owed if indicator.actual(year) is None]


def _actual(record: PerformanceRecord, indicator: PerformanceIndicator, year: int, reported: Actual | None) -> Row:
    said: list[tuple[str, Value | None]] = []
    if reported:
        said = [
            ("numerator", reported.numerator),
            ("denominator", reported.denominator),
            ("value", stated(record, indicator, reported.value)),
            ("state", reported.state.value),
            ("source", reported.source),
            ("note", reported.note),
            ("measured_by", reported.measured_by),
            ("reference_year", reported.reference_year),
            ("released_on", reported.released_on),
        ]
    identity: list[tuple[str, Value | None]] = [("indicator", indicator.id), ("year", year)]
    return row([*identity, *said, *_computed(record, indicator, year, reported)])


def _computed(
    record: PerformanceRecord, indicator: PerformanceIndicator, year: int, reported: Actual | None
) -> Iterator[tuple[str, Value | None]]:
    yield ("indicator_name", indicator.name)
    yield ("unit", indicator.unit)
    yield ("formula", FORMULA_LABELS.get(indicator.formula, indicator.formula))
    yield ("factor", indicator.raw.factor if indicator.raw else None)
    if indicator.zero_target is not ZeroTarget.UNCOMPUTABLE:
        yield ("zero_target", ZERO_TARGET_LABELS[indicator.zero_target])
    if target := target_in_force(record, indicator, year):
        low = lower_bound(target)
        yield from (("target", target.high), ("target_low", low))
        yield ("target_stated", stated(record, indicator, target.high))
        yield ("target_low_stated", stated(record, indicator, low))
    yield ("value_scale", indicator.value_scale)
    if _is_measured(reported, indicator):
        yield ("actual", number(actual(indicator, year).value))
        if _is_shown(record, indicator, year, reported):
            result = achievement(record, indicator, year)
            yield ("achievement", number(result.value))
            yield ("rating", result.band.word if result.band else None)


def _is_measured(reported: Actual | None, indicator: PerformanceIndicator) -> bool:
    """Whether the workbook can compute the actual: its parts are numbers there and not text."""
    if reported is None:
        return has_exact_periods(indicator)
    if reported.state is ActualState.NOT_APPLICABLE:
        return False
    has_raw = indicator.raw and reported.numerator is not None and reported.denominator is not None
    parts = (reported.numerator, reported.denominator) if has_raw else (reported.value,)
    return all(part is None or is_exact(part) for part in parts) and has_exact_periods(indicator)


def has_exact_periods(indicator: PerformanceIndicator) -> bool:
    """Whether the workbook can compute with the periods: their parts are numbers there and not text."""
    promised = [bound for target in indicator.period_targets for bound in (target.low, target.high)]
    reported = [part for one in indicator.period_actuals for part in (one.numerator, one.denominator, one.value)]
    return all(part is None or is_exact(part) for part in (*promised, *reported))


def _is_shown(record: PerformanceRecord, indicator: PerformanceIndicator, year: int, reported: Actual | None) -> bool:
    target = target_in_force(record, indicator, year)
    is_plain_target = target is None or (is_exact(target.low) and is_exact(target.high))
    return is_plain_target and _is_measured(reported, indicator)


def benchmark_rows(record: PerformanceRecord) -> Iterator[Row]:
    """Every value to compare with."""
    for indicator in record.indicators():
        for benchmark in indicator.benchmarks:
            yield row(
                [
                    ("indicator", indicator.id),
                    ("indicator_name", indicator.name),
                    ("unit", indicator.unit),
                    ("year", benchmark.year),
                    ("name", benchmark.name),
                    ("value", stated(record, indicator, benchmark.value)),
                    ("source", benchmark.source),
                    ("not_applicable_because", benchmark.not_applicable_because),
                ]
            )


def narrative_rows(record: PerformanceRecord, prepared: int | None) -> Iterator[Row]:
    """What is said of each indicator and year, and rows for the year `prepared`."""
    in_plan = {indicator.id for indicator in record.plan.indicators()}
    for indicator in record.indicators():
        years = [narrative.year for narrative in indicator.narratives]
        if prepared is not None and indicator.id in in_plan and indicator.is_used(prepared):
            years.append(prepared)
        for year in dict.fromkeys(years):
            parts = [(said.part.value, _said(said)) for said in indicator.narratives if said.year == year]
            name = ("indicator_name", indicator.name)
            yield row([("indicator", indicator.id), name, ("year", year), *parts])


def _said(narrative: Narrative) -> str:
    reason = narrative.not_applicable_because
    return f"{NOT_APPLICABLE} {reason}" if reason and not narrative.text else narrative.text
