"""Rows → indicators: what each is, what was promised, what was reached and what is said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from saksama.exchange.fields import key
from saksama.exchange.intake import measurement
from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.intake.units import in_unit, plain
from saksama.exchange.intake.years import note_outside, per_year
from saksama.exchange.problem import Problems
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import (
    Baseline,
    IndicatorSheet,
    PerformanceIndicator,
    RawCalculation,
    ResultKind,
    Target,
)
from saksama.language.messages import _

_DEFAULT_FACTOR, _DEFAULT_DECIMALS = Decimal(100), 2


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """The rows that speak of indicators, by sheet."""

    indicators: Sequence[FilledRow]
    outputs: Sequence[FilledRow]
    definitions: Sequence[FilledRow]
    actuals: Sequence[FilledRow]
    benchmarks: Sequence[FilledRow]
    narratives: Sequence[FilledRow]


@dataclass(frozen=True, slots=True)
class ReadIndicator:
    """An indicator with the row that defines it, which also names its subject."""

    row: FilledRow
    indicator: PerformanceIndicator


def read_indicators(
    rows: IndicatorRows, years: range, subjects: Codes, own: Codes, *, problems: Problems
) -> list[ReadIndicator]:
    """Every indicator of the plan, then every output, in the order of their rows.

    `subjects` and `own` take in their codes; `subjects` has those of goals and objectives already.
    """
    defining: dict[str, FilledRow] = {}
    for row in (*rows.indicators, *rows.outputs):
        identifier = row.required_text("id", problems)
        if identifier and subjects.add(identifier, row.at("id"), problems):
            own.add(identifier, row.at("id"), problems)
            defining[identifier] = row
    definitions = _by_indicator(rows.definitions, own, problems)
    actuals = _by_indicator(rows.actuals, own, problems)
    benchmarks = _by_indicator(rows.benchmarks, own, problems)
    narratives = _by_indicator(rows.narratives, own, problems)
    return [
        ReadIndicator(
            row,
            _indicator(
                row,
                years,
                definitions=definitions.get(identifier, []),
                actuals=actuals.get(identifier, []),
                benchmarks=benchmarks.get(identifier, []),
                narratives=narratives.get(identifier, []),
                codes=own,
                problems=problems,
            ),
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
    *,
    definitions: list[FilledRow],
    actuals: list[FilledRow],
    benchmarks: list[FilledRow],
    narratives: list[FilledRow],
    codes: Codes,
    problems: Problems,
) -> PerformanceIndicator:
    unit = row.text("unit")
    definition = definitions[0] if definitions else FilledRow(row.sheet, row.place, {})
    for again in definitions[1:]:
        found = _('lembar data indikator "{code}" yang kedua').format(code=row.text("id"))
        problems.error(again.at("indicator"), found, _("satu baris satu indikator"), _("Gabungkan kedua baris itu"))
    raw = _raw_calculation(definition, problems)
    replaced_by = definition.entries.get("replaced_by")
    decimals = definition.whole("decimals")
    kind, zero_target = definition.text("kind"), definition.text("zero_target")
    return PerformanceIndicator(
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
        baseline=_baseline(row, unit, problems),
        targets=_targets(row, years, unit, problems=problems),
        end_target=_end_target(row, years, unit, problems=problems),
        actuals=measurement.actuals_of(row, actuals, unit, raw=raw, years=years, problems=problems),
        benchmarks=measurement.benchmarks_of(benchmarks, unit, years, problems=problems),
        narratives=measurement.narratives_of(narratives, years, problems),
        place=row.place,
    )


def _raw_calculation(definition: FilledRow, problems: Problems) -> RawCalculation | None:
    numerator, denominator = definition.text("raw_numerator"), definition.text("raw_denominator")
    if not numerator and not denominator:
        return None
    for name in ("raw_numerator", "raw_denominator"):
        definition.required_text(name, problems)
    factor = plain(definition.entries.get("raw_factor"), problems)
    return RawCalculation(numerator, denominator, _DEFAULT_FACTOR if factor is None else factor)


def _baseline(row: FilledRow, unit: str, problems: Problems) -> Baseline | None:
    value = in_unit(row.entries.get("baseline_value"), unit, problems)
    if value is None:
        return None
    year = row.required_whole("baseline_year", problems)
    return None if year is None else Baseline(year, value, row.at("baseline_value"))


def target_of(row: FilledRow, year: int, unit: str, *, keys: tuple[str, str], problems: Problems) -> Target | None:
    """The target in a row: its value and, for a range, its lower bound."""
    name, low_name = keys
    high = in_unit(row.entries.get(name), unit, problems)
    low = in_unit(row.entries.get(low_name), unit, problems)
    if high is None:
        if low is not None and name not in row.unreadable:
            found = _("batas bawah {low} tanpa targetnya").format(low=write_decimal(low))
            problems.error(row.at(name), found, _("target, yaitu batas atas rentang"), _("Isi targetnya"))
        return None
    if low is not None and low > high:
        found = _("batas bawah {low} di atas target {high}").format(low=write_decimal(low), high=write_decimal(high))
        remedy = _("Tukar keduanya, atau kosongkan batas bawah bila target bukan rentang")
        problems.error(row.at(low_name), found, _("batas bawah yang tidak melebihi target"), remedy)
    return Target(year, high if low is None else low, high, row.at(name))


def _targets(row: FilledRow, years: range, unit: str, *, problems: Problems) -> tuple[Target, ...]:
    found: list[Target] = []
    for year in sorted({*per_year(row, "target"), *per_year(row, "target_low")}):
        target = target_of(row, year, unit, keys=(key("target", year), key("target_low", year)), problems=problems)
        if target:
            found.append(target)
        if year not in years:
            note_outside(row, key("target", year), year, years=years, problems=problems)
    return tuple(found)


def _end_target(row: FilledRow, years: range, unit: str, *, problems: Problems) -> Target | None:
    year = row.whole("end_year")
    if year is None:
        year = years[-1] if years else 0
    return target_of(row, year, unit, keys=("end_target", "end_target_low"), problems=problems)


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
