"""Rows → what was reached: actuals with their raw data, benchmarks, and what is said of an indicator."""

from decimal import Decimal

from saksama.exchange.fields import NOT_APPLICABLE, key
from saksama.exchange.intake.rows import FilledRow
from saksama.exchange.intake.units import plain
from saksama.exchange.intake.values import round_to
from saksama.exchange.intake.words import Measure, value_of
from saksama.exchange.intake.years import note_outside, per_year
from saksama.exchange.problem import Problems
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import Actual, ActualState, Benchmark, Narrative, NarrativePart, RawCalculation
from saksama.language.messages import _


def actuals_of(
    row: FilledRow,
    reported: list[FilledRow],
    measure: Measure,
    *,
    raw: RawCalculation | None,
    years: range,
    problems: Problems,
) -> tuple[Actual, ...]:
    """The actuals of an indicator by year, from its own row and from those on the sheet of actuals."""
    found: dict[int, Actual] = {}
    for year in per_year(row, "value"):
        value = value_of(row, key("value", year), measure, problems)
        if value is not None:
            found[year] = Actual(year, value, place=row.at(key("value", year)))
    for filled in reported:
        year_of_row = filled.required_whole("year", problems)
        if year_of_row is None:
            continue
        actual = _actual(filled, year_of_row, measure, raw=raw, problems=problems)
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


def _actual(row: FilledRow, year: int, measure: Measure, *, raw: RawCalculation | None, problems: Problems) -> Actual:
    numerator = plain(row.entries.get("numerator"), problems)
    denominator = plain(row.entries.get("denominator"), problems)
    state = row.text("state")
    stated = next((name for name in ("value", "numerator") if name in row.entries), "year")
    actual = Actual(
        year,
        value_of(row, "value", measure, problems),
        numerator,
        denominator,
        ActualState(state) if state else ActualState.FINAL,
        row.text("source"),
        row.text("note"),
        row.text("measured_by"),
        row.whole("reference_year"),
        row.day("released_on"),
        place=row.at(stated),
    )
    check_raw(row, (numerator, denominator, actual.value), raw, problems)
    if actual.reference_year is not None and actual.reference_year > year:
        found = _("data tahun {later} untuk realisasi {year}").format(later=actual.reference_year, year=year)
        expected = _("tahun realisasi itu atau sebelumnya")
        problems.error(row.at("reference_year"), found, expected, _("Perbaiki Tahun data, atau kosongkan"))
    return actual


def check_raw(
    row: FilledRow,
    stated: tuple[Decimal | None, Decimal | None, Decimal | None],
    raw: RawCalculation | None,
    problems: Problems,
) -> None:
    """Numerator and denominator must be nameable, whole, and give the actual that stands beside them."""
    numerator, denominator, actual = stated
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
    if actual is None or denominator == 0:
        return
    exponent = actual.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    computed = numerator / denominator * raw.factor
    if round_to(computed, decimals) != actual:
        found = _("realisasi {stated}, sedangkan {numerator} ÷ {denominator} × {factor} = {computed}").format(
            stated=write_decimal(actual),
            numerator=write_decimal(numerator),
            denominator=write_decimal(denominator),
            factor=write_decimal(raw.factor),
            computed=write_decimal(round_to(computed, decimals)),
        )
        remedy = _("Perbaiki data mentahnya, atau kosongkan Realisasi agar dihitung")
        problems.error(row.at("value"), found, _("realisasi yang sama dengan hasil data mentah"), remedy)


def benchmarks_of(
    rows: list[FilledRow], measure: Measure, years: range, *, problems: Problems
) -> tuple[Benchmark, ...]:
    """The values to compare an indicator with."""
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
                value_of(row, "value", measure, problems),
                row.text("source"),
                row.text("not_applicable_because"),
                row.at("value" if "value" in row.entries else "name"),
            )
        )
    return tuple(found)


def narratives_of(rows: list[FilledRow], years: range, problems: Problems) -> tuple[Narrative, ...]:
    """What is said of an indicator, each part of a year once."""
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
