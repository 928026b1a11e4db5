"""Rows → satisfaction surveys, and whether the stated actuals are the indices that follow from them."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.intake.years import note_outside
from saksama.exchange.problem import Problems
from saksama.exchange.sheets.periods import period_of
from saksama.exchange.sheets.surveys import average_name
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import Actual, PerformanceIndicator, PeriodActual
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import half_up
from saksama.kernel.survey import ELEMENTS, SatisfactionSurvey, element_average, satisfaction
from saksama.language.messages import _

_NAMES = tuple(average_name(element) for element in range(len(ELEMENTS)))
_PRINTED_WEIGHT = Fraction(11, 100)
"""A ninth as PermenPANRB 14/2017 prints it; many applications compute with it."""


def read_surveys(
    rows: Sequence[FilledRow],
    answers: Sequence[FilledRow],
    years: range,
    *,
    codes: Codes,
    where: str,
    is_complete: bool,
    problems: Problems,
) -> tuple[SatisfactionSurvey, ...]:
    """The surveys with their answers; `codes` and `where` are the indicators, `is_complete` whether `rows` are all."""
    known = Codes(is_complete=is_complete)
    kept = [row for row in rows if known.add(row.required_text("id", problems), row.at("id"), problems)]
    given: dict[str, list[tuple[int | None, ...]]] = {}
    for row in answers:
        if row.required_text("survey", problems) and (code := known.resolve(row.entries["survey"], "SKM", problems)):
            given.setdefault(code, []).append(tuple(row.whole(name) for name in _NAMES))
    surveys = (
        _survey(row, tuple(given.get(row.text("id"), ())), years, codes=codes, where=where, problems=problems)
        for row in kept
    )
    return tuple(survey for survey in surveys if survey)


def _survey(
    row: FilledRow,
    answers: tuple[tuple[int | None, ...], ...],
    years: range,
    *,
    codes: Codes,
    where: str,
    problems: Problems,
) -> SatisfactionSurvey | None:
    year, service = row.required_whole("year", problems), row.required_text("service", problems)
    if year is None:
        return None
    note_outside(row, "year", year, years=years, problems=problems)
    averages = tuple(row.decimal(name) for name in _NAMES)
    missing = [name for name in _NAMES if name not in row.entries and name not in row.unreadable]
    if missing and not answers:
        headings = ", ".join(row.sheet.field(name).heading.partition(" ")[0] for name in missing)
        found = _("survei tanpa rata-rata {elements} dan tanpa jawaban").format(elements=headings)
        remedy = _("Isi rata-ratanya, atau tempelkan jawabannya di lembar Jawaban SKM; tanpa itu indeksnya tidak ada")
        problems.note(row.at(missing[0]), found, _("rata-rata sembilan unsur, atau jawaban responden"), remedy)
    period, indicator = row.text("period"), row.entries.get("indicator")
    survey = SatisfactionSurvey(
        row.text("id"),
        service,
        year,
        period_of(period, year) if period else None,
        row.whole("respondents"),
        averages if any(average is not None for average in averages) else (),
        answers,
        codes.resolve(indicator, where, problems) if indicator else "",
        row.text("source"),
        row.at("indicator" if indicator else "id"),
    )
    _compare_with_answers(row, survey, problems)
    return survey


def _compare_with_answers(row: FilledRow, survey: SatisfactionSurvey, problems: Problems) -> None:
    """What is stated beside the answers must follow from them; they are what is used."""
    if not survey.answers:
        return
    remedy = _("Jawabannya yang dipakai; perbaiki, atau kosongkan sel ini")
    if survey.respondents is not None and survey.respondents != len(survey.answers):
        found = _("{stated} responden, sedangkan jawabannya {counted}")
        found = found.format(stated=survey.respondents, counted=len(survey.answers))
        problems.note(row.at("respondents"), found, "", remedy)
    for element, stated in enumerate(survey.averages):
        computed = element_average(survey, element)
        if stated is None or isinstance(computed, Uncomputable):
            continue
        rounded = half_up(computed, _decimals(stated))
        if rounded != stated:
            found = _("rata-rata {stated}, sedangkan dari jawaban {computed}")
            found = found.format(stated=write_decimal(stated), computed=write_decimal(rounded))
            problems.note(row.at(average_name(element)), found, "", remedy)


def note_differences(record: PerformanceRecord, problems: Problems) -> None:
    """Note every actual that is stated otherwise than the index of the only survey that measures it."""
    indicators = {indicator.id: indicator for indicator in record.indicators()}
    measured = Counter((survey.indicator, survey.year, survey.period) for survey in record.surveys)
    for survey in record.surveys:
        indicator = indicators.get(survey.indicator)
        index = satisfaction(survey).value
        reported = _reported(indicator, survey) if indicator else None
        is_only = measured[survey.indicator, survey.year, survey.period] == 1
        if not reported or reported.value is None or isinstance(index, Uncomputable) or not is_only:
            continue
        decimals = _decimals(reported.value)
        computed = half_up(index, decimals)
        if computed == reported.value or survey.place is None:
            continue
        found = _("indeks {computed} dari survei {survey}, sedangkan realisasi {code} di {place} {stated}").format(
            computed=write_decimal(computed),
            survey=survey.id,
            code=survey.indicator,
            place=reported.place,
            stated=write_decimal(reported.value),
        )
        remedy = _("Perbaiki rata-rata unsurnya atau realisasinya")
        if half_up(index * len(ELEMENTS) * _PRINTED_WEIGHT, decimals) == reported.value:
            remedy = _("Realisasi itu dihitung dengan bobot 0,11, bukan 1/9; hitung ulang, atau biarkan bila disengaja")
        problems.note(survey.place, found, _("realisasi yang sama dengan indeks surveinya"), remedy)


def _reported(indicator: PerformanceIndicator, survey: SatisfactionSurvey) -> Actual | PeriodActual | None:
    if survey.period is None:
        return indicator.actual(survey.year)
    return next((one for one in indicator.period_actuals if one.period == survey.period), None)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
