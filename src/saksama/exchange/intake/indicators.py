"""Rows → indicators: what each is, what was promised, what was reached and what is said of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from saksama.exchange.fields import key
from saksama.exchange.intake import definitions, measurement
from saksama.exchange.intake.periods import period_actuals_of, period_targets_of
from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.intake.targets import target_of
from saksama.exchange.intake.units import in_unit
from saksama.exchange.intake.value_scales import measure_of
from saksama.exchange.intake.words import Measure, value_of
from saksama.exchange.intake.years import note_outside, per_year
from saksama.exchange.problem import Problems
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.indicator import (
    Baseline,
    IndicatorSheet,
    PerformanceIndicator,
    ResultKind,
    Target,
)
from saksama.kernel.value_scale import ValueScale
from saksama.language.messages import _

_DEFAULT_DECIMALS = 2


_SPEAKING = ("definitions", "actuals", "benchmarks", "narratives", "changes", "period_targets", "period_actuals")
"""The sheets whose rows speak of an indicator by its code."""


@dataclass(frozen=True, slots=True)
class ReadIndicator:
    """An indicator with the row that defines it, which also names its subject."""

    row: FilledRow
    indicator: PerformanceIndicator
    measure: Measure


def read_indicators(
    rows: Mapping[str, Sequence[FilledRow]],
    years: range,
    subjects: Codes,
    own: Codes,
    *,
    scales: Sequence[ValueScale],
    problems: Problems,
) -> list[ReadIndicator]:
    """Every indicator of the plan, then every output, in the order of their rows; `rows` by sheet.

    `scales` are the agency's own scales of values. `subjects` and `own` take in their codes; `subjects` has those of
    goals and objectives already.
    """
    defining: dict[str, FilledRow] = {}
    for row in (*rows["indicators"], *rows["outputs"]):
        identifier = row.required_text("id", problems)
        if identifier and subjects.add(identifier, row.at("id"), problems):
            own.add(identifier, row.at("id"), problems)
            defining[identifier] = row
    spoken = {name: _by_indicator(rows[name], own, problems) for name in _SPEAKING}
    return [
        _indicator(
            row,
            years,
            {name: of_indicator.get(identifier, []) for name, of_indicator in spoken.items()},
            codes=own,
            scales=scales,
            problems=problems,
        )
        for identifier, row in defining.items()
    ]


def where_indicators() -> str:
    """The sheets that define indicators, in words."""
    return _("Indikator atau Output")


def _by_indicator(rows: Sequence[FilledRow], codes: Codes, problems: Problems) -> dict[str, list[FilledRow]]:
    found: dict[str, list[FilledRow]] = {}
    for row in rows:
        if row.required_text("indicator", problems):
            identifier = codes.resolve(row.entries["indicator"], where_indicators(), problems)
            if identifier:
                found.setdefault(identifier, []).append(row)
    return found


def _indicator(
    row: FilledRow,
    years: range,
    spoken: Mapping[str, list[FilledRow]],
    *,
    codes: Codes,
    scales: Sequence[ValueScale],
    problems: Problems,
) -> ReadIndicator:
    unit = row.text("unit")
    definition = _definition(row, spoken["definitions"], problems)
    measure = measure_of(definition, unit, scales, problems)
    raw, when = definitions.raw_calculation(definition, problems), definitions.schedule(definition)
    replaced_by = definition.entries.get("replaced_by")
    decimals = definition.whole("decimals")
    kind, zero_target = definition.text("kind"), definition.text("zero_target")
    indicator = PerformanceIndicator(
        id=row.text("id"),
        name=row.required_text("name", problems),
        unit=unit,
        formula=row.required_text("formula", problems),
        is_key=row.text("is_key") == "yes",
        kind=ResultKind(kind) if kind else None,
        decimals=_DEFAULT_DECIMALS if decimals is None else decimals,
        minimum=in_unit(definition.entries.get("minimum"), unit, problems),
        maximum=in_unit(definition.entries.get("maximum"), unit, problems),
        zero_target=ZeroTarget(zero_target) if zero_target else ZeroTarget.UNCOMPUTABLE,
        raw=raw,
        sheet=IndicatorSheet(**{name: definition.text(name) for name in IndicatorSheet.__dataclass_fields__}),
        valid_from=definition.whole("valid_from"),
        valid_to=definition.whole("valid_to"),
        replaced_by=codes.resolve(replaced_by, where_indicators(), problems) if replaced_by else "",
        baseline=_baseline(row, measure, problems),
        targets=_targets(row, years, measure, problems=problems),
        end_target=_end_target(row, years, measure, problems=problems),
        actuals=measurement.actuals_of(row, spoken["actuals"], measure, raw=raw, years=years, problems=problems),
        benchmarks=measurement.benchmarks_of(spoken["benchmarks"], measure, years, problems=problems),
        narratives=measurement.narratives_of(spoken["narratives"], years, problems),
        schedule=when,
        period_targets=period_targets_of(spoken["period_targets"], measure, when, years=years, problems=problems),
        period_actuals=period_actuals_of(
            spoken["period_actuals"], measure, when, raw=raw, years=years, problems=problems
        ),
        value_scale=measure.scale.name if measure.scale else "",
        changes=definitions.changes_of(spoken["changes"], codes, where_indicators(), problems),
        place=row.place,
    )
    return ReadIndicator(row, indicator, measure)


def _definition(row: FilledRow, stated: Sequence[FilledRow], problems: Problems) -> FilledRow:
    """The data sheet of an indicator, empty where there is none."""
    for again in stated[1:]:
        found = _('lembar data indikator "{code}" yang kedua').format(code=row.text("id"))
        problems.error(again.at("indicator"), found, _("satu baris satu indikator"), _("Gabungkan kedua baris itu"))
    return stated[0] if stated else FilledRow(row.sheet, row.place, {})


def _baseline(row: FilledRow, measure: Measure, problems: Problems) -> Baseline | None:
    value = value_of(row, "baseline_value", measure, problems)
    if value is None:
        return None
    year = row.required_whole("baseline_year", problems)
    return None if year is None else Baseline(year, value, row.at("baseline_value"))


def _targets(row: FilledRow, years: range, measure: Measure, *, problems: Problems) -> tuple[Target, ...]:
    found: list[Target] = []
    for year in sorted({*per_year(row, "target"), *per_year(row, "target_low")}):
        target = target_of(row, year, measure, keys=(key("target", year), key("target_low", year)), problems=problems)
        if target:
            found.append(target)
        if year not in years and not (years and year == years[-1] + 1):  # a plan to 2029 has a target for 2030 too
            note_outside(row, key("target", year), year, years=years, problems=problems)
    return tuple(found)


def _end_target(row: FilledRow, years: range, measure: Measure, *, problems: Problems) -> Target | None:
    year = row.whole("end_year")
    if year is None:
        year = years[-1] if years else 0
    return target_of(row, year, measure, keys=("end_target", "end_target_low"), problems=problems)


def group_by_subject(
    indicators: Iterable[ReadIndicator], subjects: Codes, where: str, *, problems: Problems
) -> dict[str, tuple[PerformanceIndicator, ...]]:
    """The indicators of each subject; `where` names the sheet that defines the subjects."""
    found: dict[str, list[PerformanceIndicator]] = {}
    for read in indicators:
        if read.row.required_text("subject", problems):
            subject = subjects.resolve(read.row.entries["subject"], where, problems)
            if subject:
                found.setdefault(subject, []).append(read.indicator)
    return {subject: tuple(every) for subject, every in found.items()}
