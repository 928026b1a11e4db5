"""Rows → indicators: what each is, what was promised, what was reached and what is said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from saksama.exchange.fields import NOT_APPLICABLE, key
from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.intake.units import in_unit, plain
from saksama.exchange.intake.values import round_to
from saksama.exchange.problem import Problems
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import (
    Actual,
    ActualState,
    Baseline,
    Benchmark,
    IndicatorSheet,
    Narrative,
    NarrativePart,
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
        actuals=_actuals(row, actuals, unit, raw=raw, years=years, problems=problems),
        benchmarks=_benchmarks(benchmarks, unit, years, problems=problems),
        narratives=_narratives(narratives, years, problems),
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


def per_year(row: FilledRow, identifier: str) -> list[int]:
    """The years for which a per-year field is filled, in order."""
    named = (name.rpartition(" ") for name in row.entries)
    return sorted(int(year) for name, _space, year in named if name == identifier and year.isdigit())


def _targets(row: FilledRow, years: range, unit: str, *, problems: Problems) -> tuple[Target, ...]:
    found: list[Target] = []
    for year in sorted({*per_year(row, "target"), *per_year(row, "target_low")}):
        target = target_of(row, year, unit, keys=(key("target", year), key("target_low", year)), problems=problems)
        if target:
            found.append(target)
        if year not in years:
            note_outside(row, key("target", year), year, years=years, problems=problems)
    return tuple(found)


def note_outside(row: FilledRow, name: str, year: int, *, years: range, problems: Problems) -> None:
    """Note a year that is not one of the plan."""
    if years and year not in years:
        found = _("tahun {year}, di luar rencana {first}–{last}").format(year=year, first=years[0], last=years[-1])
        problems.note(row.at(name), found, "", _("Perbaiki tahunnya bila keliru"))


def _end_target(row: FilledRow, years: range, unit: str, *, problems: Problems) -> Target | None:
    year = row.whole("end_year")
    if year is None:
        year = years[-1] if years else 0
    return target_of(row, year, unit, keys=("end_target", "end_target_low"), problems=problems)


def _actuals(
    row: FilledRow,
    reported: list[FilledRow],
    unit: str,
    *,
    raw: RawCalculation | None,
    years: range,
    problems: Problems,
) -> tuple[Actual, ...]:
    found: dict[int, Actual] = {}
    for year in per_year(row, "value"):
        value = in_unit(row.entries.get(key("value", year)), unit, problems)
        if value is not None:
            found[year] = Actual(year, value, place=row.at(key("value", year)))
    for filled in reported:
        year_of_row = filled.required_whole("year", problems)
        if year_of_row is None:
            continue
        actual = _actual(filled, year_of_row, unit, raw=raw, problems=problems)
        if years and year_of_row > years[-1]:
            note_outside(filled, "year", year_of_row, years=years, problems=problems)
        other = found.get(year_of_row)
        if other is None:
            found[year_of_row] = actual
        elif other.value != actual.value or other.place is None or other.place.sheet == filled.place.sheet:
            text = _("realisasi {year} dari {code} yang juga ada di {place}")
            text = text.format(year=year_of_row, code=row.text("id"), place=other.place)
            remedy = _("Hapus salah satunya")
            problems.error(filled.at("year"), text, _("satu realisasi untuk satu indikator dan tahun"), remedy)
        else:
            found[year_of_row] = actual
    return tuple(found[year] for year in sorted(found))


def _actual(row: FilledRow, year: int, unit: str, *, raw: RawCalculation | None, problems: Problems) -> Actual:
    numerator = plain(row.entries.get("numerator"), problems)
    denominator = plain(row.entries.get("denominator"), problems)
    state = row.text("state")
    stated = next((name for name in ("value", "numerator") if name in row.entries), "year")
    actual = Actual(
        year,
        in_unit(row.entries.get("value"), unit, problems),
        numerator,
        denominator,
        ActualState(state) if state else ActualState.FINAL,
        row.text("source"),
        row.text("note"),
        row.at(stated),
    )
    _check_raw(row, actual, raw, problems)
    return actual


def _check_raw(row: FilledRow, actual: Actual, raw: RawCalculation | None, problems: Problems) -> None:
    """Raw data must be nameable, whole, and give the actual that stands beside them."""
    numerator, denominator = actual.numerator, actual.denominator
    if numerator is None and denominator is None:
        return
    if numerator is None or denominator is None:
        if not row.unreadable & {"numerator", "denominator"} and {"numerator", "denominator"} - set(row.entries):
            missing = "numerator" if numerator is None else "denominator"
            heading = row.sheet.field(missing).heading
            found = _("data mentah tanpa {heading}").format(heading=heading.lower())
            problems.error(row.at(missing), found, _("pembilang dan penyebut"), _("Isi keduanya, atau kosongkan"))
        return
    if raw is None:
        found = _("data mentah untuk indikator yang pembilang dan penyebutnya belum bernama, sehingga tidak dihitung")
        remedy = _("Beri nama pembilang dan penyebutnya di lembar Definisi, atau isi Realisasi")
        problems.note(row.at("numerator"), found, "", remedy)
        return
    if actual.value is None or denominator == 0:
        return
    exponent = actual.value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    computed = numerator / denominator * raw.factor
    if round_to(computed, decimals) != actual.value:
        found = _("realisasi {stated}, sedangkan {numerator} ÷ {denominator} × {factor} = {computed}").format(
            stated=write_decimal(actual.value),
            numerator=write_decimal(numerator),
            denominator=write_decimal(denominator),
            factor=write_decimal(raw.factor),
            computed=write_decimal(round_to(computed, decimals)),
        )
        remedy = _("Perbaiki data mentahnya, atau kosongkan Realisasi agar dihitung")
        problems.error(row.at("value"), found, _("realisasi yang sama dengan hasil data mentah"), remedy)


def _benchmarks(rows: list[FilledRow], unit: str, years: range, *, problems: Problems) -> tuple[Benchmark, ...]:
    found: list[Benchmark] = []
    for row in rows:
        year = row.required_whole("year", problems)
        if year is None:
            continue
        if years and year > years[-1]:
            note_outside(row, "year", year, years=years, problems=problems)
        found.append(
            Benchmark(
                year,
                row.required_text("name", problems),
                in_unit(row.entries.get("value"), unit, problems),
                row.text("source"),
                row.text("not_applicable_because"),
                row.at("value" if "value" in row.entries else "name"),
            )
        )
    return tuple(found)


def _narratives(rows: list[FilledRow], years: range, problems: Problems) -> tuple[Narrative, ...]:
    found: dict[tuple[int, NarrativePart], Narrative] = {}
    for row in rows:
        year = row.required_whole("year", problems)
        if year is None:
            continue
        note_outside(row, "year", year, years=years, problems=problems)
        for part in NarrativePart:
            text = row.text(part.value)
            if not text:
                continue
            if (year, part) in found:
                said = _("analisis {year} yang kedua untuk indikator ini").format(year=year)
                problems.error(row.at(part.value), said, _("satu naskah"), _("Gabungkan dengan baris yang pertama"))
                continue
            found[year, part] = _narrative(year, part, text)
    return tuple(found.values())


def _narrative(year: int, part: NarrativePart, text: str) -> Narrative:
    if text.casefold().startswith(NOT_APPLICABLE):
        return Narrative(year, part, not_applicable_because=text[len(NOT_APPLICABLE) :].lstrip(" :"))
    return Narrative(year, part, text)


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
