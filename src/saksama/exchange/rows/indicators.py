"""Rows of indicators: what they are, what was promised and reached, and what is said of them."""

from collections.abc import Iterator
from decimal import Decimal

from saksama.exchange.fields import NOT_APPLICABLE, key
from saksama.exchange.rows.row import Row, Value, is_exact, number, row
from saksama.exchange.sheets.plan import FORMULA_OPTIONS
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.indicator import (
    Actual,
    ActualState,
    IndicatorSheet,
    Narrative,
    PerformanceIndicator,
    Target,
)
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import achievement, actual, target_in_force

_DEFAULT_DECIMALS = 2
_LABELS = {option.value: option.label for option in FORMULA_OPTIONS}
ZERO_TARGET_LABELS = {
    ZeroTarget.UNCOMPUTABLE: "Capaian tidak dapat dihitung",
    ZeroTarget.MET_AT_ZERO: "Realisasi nol berarti 100%, selain itu 0%",
}


def indicator_rows(record: PerformanceRecord) -> Iterator[Row]:
    """The indicators of goals and objectives, each with its targets."""
    for goal in record.plan.goals:
        yield from (_plan_indicator(indicator, goal.id) for indicator in goal.indicators)
        for objective in goal.objectives:
            yield from (_plan_indicator(indicator, objective.id) for indicator in objective.indicators)


def _plan_indicator(indicator: PerformanceIndicator, subject: str) -> Row:
    return row([*_identity(indicator, subject), ("is_key", "yes" if indicator.is_key else "no"), *_targets(indicator)])


def output_rows(record: PerformanceRecord) -> Iterator[Row]:
    """The indicators of programmes and below, each with its targets and plain actuals."""
    agreed = _agreed(record)
    for node in record.nodes():
        for indicator in node.indicators:
            cells = [*_identity(indicator, node.id), ("is_key", "yes" if indicator.is_key else None)]
            for reported in indicator.actuals:
                if (indicator.id, reported.year) not in agreed and is_plain(reported):
                    cells.append((key("value", reported.year), reported.value))
                    if _is_shown(record, indicator, reported):
                        reached = achievement(record, indicator, reported.year).value
                        cells.append((key("achievement", reported.year), number(reached)))
            yield row([*cells, *_targets(indicator)])


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


def _targets(indicator: PerformanceIndicator) -> Iterator[tuple[str, Value | None]]:
    if indicator.baseline:
        yield from (("baseline_year", indicator.baseline.year), ("baseline_value", indicator.baseline.value))
    for target in indicator.targets:
        yield from ((key("target", target.year), target.high), (key("target_low", target.year), lower_bound(target)))
    if end := indicator.end_target:
        yield from (("end_target", end.high), ("end_year", end.year), ("end_target_low", lower_bound(end)))


def lower_bound(target: Target) -> Decimal | None:
    """The lower bound, where it differs from the upper one in its value or in its printed digits."""
    return target.low if target.low.as_tuple() != target.high.as_tuple() else None


def definition_rows(record: PerformanceRecord) -> Iterator[Row]:
    """A data sheet for every indicator of the plan, and for those outputs that have something to say in it."""
    for indicator in record.plan.indicators():
        yield _definition(indicator)
    for node in record.nodes():
        for indicator in node.indicators:
            filled = _definition(indicator)
            if len(filled) > 3:  # more than its code, name and unit
                yield filled


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
        ]
    )


def actual_rows(record: PerformanceRecord) -> Iterator[Row]:
    """What was reported, and prepared rows for what the plan's indicators still owe up to the latest reported year."""
    latest = record.latest_reported_year()
    for indicator in record.plan.indicators():
        yield from (_actual(record, indicator, reported.year, reported) for reported in indicator.actuals)
        owed = (
            [] if latest is None else [*(target.year for target in indicator.targets if target.year < latest), latest]
        )
        yield from (_actual(record, indicator, year, None) for year in owed if indicator.actual(year) is None)
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
    return [year for year in dict.fromkeys([*promised, latest]) if indicator.actual(year) is None]


def _actual(record: PerformanceRecord, indicator: PerformanceIndicator, year: int, reported: Actual | None) -> Row:
    stated: list[tuple[str, Value | None]] = []
    if reported:
        stated = [
            ("numerator", reported.numerator),
            ("denominator", reported.denominator),
            ("value", reported.value),
            ("state", reported.state.value),
            ("source", reported.source),
            ("note", reported.note),
        ]
    identity: list[tuple[str, Value | None]] = [("indicator", indicator.id), ("year", year)]
    return row([*identity, *stated, *_computed(record, indicator, year, reported)])


def _computed(
    record: PerformanceRecord, indicator: PerformanceIndicator, year: int, reported: Actual | None
) -> Iterator[tuple[str, Value | None]]:
    yield ("indicator_name", indicator.name)
    yield ("unit", indicator.unit)
    yield ("formula", _LABELS.get(indicator.formula, indicator.formula))
    yield ("factor", indicator.raw.factor if indicator.raw else None)
    if indicator.zero_target is not ZeroTarget.UNCOMPUTABLE:
        yield ("zero_target", ZERO_TARGET_LABELS[indicator.zero_target])
    if target := target_in_force(record, indicator, year):
        yield from (("target", target.high), ("target_low", lower_bound(target)))
    if reported and _is_measured(reported, indicator):
        yield ("actual", number(actual(indicator, year).value))
        if _is_shown(record, indicator, reported):
            result = achievement(record, indicator, year)
            yield ("achievement", number(result.value))
            yield ("rating", result.band.word if result.band else None)


def _is_measured(reported: Actual, indicator: PerformanceIndicator) -> bool:
    """Whether the workbook can compute the actual: its parts are numbers there and not text."""
    if reported.state is ActualState.NOT_APPLICABLE:
        return False
    has_raw = indicator.raw and reported.numerator is not None and reported.denominator is not None
    parts = (reported.numerator, reported.denominator) if has_raw else (reported.value,)
    return all(part is None or is_exact(part) for part in parts)


def _is_shown(record: PerformanceRecord, indicator: PerformanceIndicator, reported: Actual) -> bool:
    target = target_in_force(record, indicator, reported.year)
    return _is_measured(reported, indicator) and (target is None or (is_exact(target.low) and is_exact(target.high)))


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
                    ("value", benchmark.value),
                    ("source", benchmark.source),
                    ("not_applicable_because", benchmark.not_applicable_because),
                ]
            )


def narrative_rows(record: PerformanceRecord) -> Iterator[Row]:
    """What is said of each indicator and year, and prepared rows for the latest reported year."""
    latest = record.latest_reported_year()
    in_plan = {indicator.id for indicator in record.plan.indicators()}
    for indicator in record.indicators():
        years = [narrative.year for narrative in indicator.narratives]
        if latest is not None and indicator.id in in_plan:
            years.append(latest)
        for year in dict.fromkeys(years):
            parts = [(said.part.value, _said(said)) for said in indicator.narratives if said.year == year]
            name = ("indicator_name", indicator.name)
            yield row([("indicator", indicator.id), name, ("year", year), *parts])


def _said(narrative: Narrative) -> str:
    reason = narrative.not_applicable_because
    return f"{NOT_APPLICABLE} {reason}" if reason and not narrative.text else narrative.text
