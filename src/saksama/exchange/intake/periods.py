"""Rows → what was promised and reached in the periods of a year."""

from collections.abc import Container, Sequence

from saksama.exchange.intake.measurement import check_raw
from saksama.exchange.intake.rows import FilledRow
from saksama.exchange.intake.targets import bounds_of
from saksama.exchange.intake.units import plain
from saksama.exchange.intake.words import Measure, value_of
from saksama.exchange.intake.years import note_outside
from saksama.exchange.problem import Problems
from saksama.exchange.sheets.periods import period_of
from saksama.kernel.indicator import ActualState, PeriodActual, PeriodTarget, RawCalculation
from saksama.kernel.period import Period, Schedule
from saksama.kernel.periods import period_title
from saksama.language.messages import _


def period_targets_of(
    rows: Sequence[FilledRow], measure: Measure, schedule: Schedule, *, years: range, problems: Problems
) -> tuple[PeriodTarget, ...]:
    """The targets of an indicator's periods, by year and period."""
    found: dict[Period, PeriodTarget] = {}
    for row in rows:
        period = _period(row, schedule, years=years, problems=problems)
        bounds = bounds_of(row, measure, keys=("target", "target_low"), problems=problems)
        if period and bounds and _is_first(row, period, found, problems):
            found[period] = PeriodTarget(period, *bounds, place=row.at("target"))
    return tuple(found[period] for period in sorted(found, key=_order))


def period_actuals_of(
    rows: Sequence[FilledRow],
    measure: Measure,
    schedule: Schedule,
    *,
    raw: RawCalculation | None,
    years: range,
    problems: Problems,
) -> tuple[PeriodActual, ...]:
    """The actuals of an indicator's periods, by year and period."""
    found: dict[Period, PeriodActual] = {}
    for row in rows:
        period = _period(row, schedule, years=years, problems=problems)
        state = row.text("state")
        value = value_of(row, "value", measure, problems)
        numerator = plain(row.entries.get("numerator"), problems)
        denominator = plain(row.entries.get("denominator"), problems)
        check_raw(row, (numerator, denominator, value), raw, problems)
        if period and _is_first(row, period, found, problems):
            found[period] = PeriodActual(
                period,
                value,
                numerator,
                denominator,
                ActualState(state) if state else ActualState.FINAL,
                row.text("note"),
                place=row.at("value" if "value" in row.entries else "period"),
            )
    return tuple(found[period] for period in sorted(found, key=_order))


def _period(row: FilledRow, schedule: Schedule, *, years: range, problems: Problems) -> Period | None:
    """The period of a row. One that is not of the indicator's cycle is noted: no value of a year follows from it."""
    year, named = row.required_whole("year", problems), row.required_text("period", problems)
    if year is None or not named:
        return None
    note_outside(row, "year", year, years=years, problems=problems)
    period = period_of(named, year)
    if period.cycle is not schedule.cycle:
        heading = row.sheet.field("period")
        found = _("{period} untuk indikator yang siklus pengukurannya lain").format(period=heading.label_of(named))
        remedy = _(
            "Samakan dengan Siklus pengukuran di lembar Definisi; nilai tahun hanya dihitung dari periode siklus itu"
        )
        problems.note(row.at("period"), found, "", remedy)
    return period


def _is_first(row: FilledRow, period: Period, found: Container[Period], problems: Problems) -> bool:
    if period not in found:
        return True
    said = _("{period} untuk {code} yang kedua").format(period=period_title(period), code=row.text("indicator"))
    problems.error(row.at("period"), said, _("satu baris satu periode"), _("Hapus salah satunya"))
    return False


def _order(period: Period) -> tuple[int, str, int]:
    """By year, then by cycle, then in the order of the year."""
    return period.year, period.cycle.value, period.number
