"""The table of results: what follows from actuals and targets, by the kernel's formulas."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from saksama.exchange.analyst.table import Cell, Column, Kind, Table, fraction, number, reason
from saksama.kernel.evaluation import Result
from saksama.kernel.indicator import PerformanceIndicator, Target
from saksama.kernel.interim import (
    Promise,
    achieved_in,
    achieved_to_date,
    is_year_end,
    promised_in,
    promised_to_date,
    reached_in,
    reached_to_date,
)
from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_key
from saksama.kernel.quantity import Quantity
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import achievement, actual, progress, target_in_force

_Bounds = tuple[Decimal | None, Decimal | None]


def _results(record: PerformanceRecord) -> Iterator[tuple[Cell, ...]]:
    for one in record.indicators():
        for year in sorted({*(found.year for found in one.targets), *(found.year for found in one.actuals)}):
            where = (one.id, year, Cycle.YEAR.value, 1)
            reached, promised = actual(one, year).value, _bounds(target_in_force(record, one, year))
            yield _row("achievement", where, reached, promised, achievement(record, one, year))
            yield _row("progress", where, reached, _bounds(one.end_target), progress(record, one, year))
        for period in _periods(one):
            where = (one.id, period.year, period.cycle.value, period.number)
            within, own = reached_in(one, period).value, promised_in(record, one, period)
            yield _row("achievement-in-period", where, within, _promised(own), achieved_in(record, one, period))
            if is_year_end(period):
                continue  # to the end of the year it is the year's own row
            until, promise = reached_to_date(one, period).value, promised_to_date(record, one, period)
            yield _row("achievement-to-date", where, until, _promised(promise), achieved_to_date(record, one, period))


def _periods(indicator: PerformanceIndicator) -> list[Period]:
    stated = {part.period for part in indicator.period_targets} | {part.period for part in indicator.period_actuals}
    return sorted(stated, key=period_key)


def _bounds(target: Target | None) -> _Bounds:
    return (target.low, target.high) if target else (None, None)


def _promised(promise: Promise) -> _Bounds:
    return promise.stated or (number(promise.low), number(promise.high))


def _row(
    measure: str, where: tuple[str, int, str, int], reached: Quantity, bounds: _Bounds, result: Result
) -> tuple[Cell, ...]:
    explanation, value = result.explanation, result.value
    scale = explanation.scale
    return (
        explanation.id,
        measure,
        *where,
        *(number(reached), fraction(reached)),
        *bounds,
        explanation.formula,
        *(number(value), fraction(value), number(result.capped)),
        result.band.word if result.band else None,
        scale.name if scale and isinstance(value, Fraction) else None,
        reason(value),
    )


RESULTS = Table(
    "results",
    "One row for each achievement (capaian) and progress (tingkat kemajuan) of an indicator, in percent.",
    (
        Column("id", Kind.TEXT, "Id of the figure; for a year, `saksama explain ID data.xlsx` says how it came about."),
        Column("measure", Kind.TEXT, "achievement, progress, achievement-in-period or achievement-to-date."),
        Column("indicator", Kind.TEXT, "Id of the indicator (kode indikator)."),
        Column("year", Kind.INTEGER, "Year (tahun).", "calendar year"),
        Column("cycle", Kind.TEXT, "year, semester, quarter or month (siklus)."),
        Column("period", Kind.INTEGER, "Which period of the year, from 1; 1 for the year itself (nomor periode)."),
        Column(
            "actual", Kind.DECIMAL, "What was reached, from raw data or periods too (realisasi).", "the indicator's"
        ),
        Column("actual_exact", Kind.TEXT, "The same as a fraction."),
        Column("target_low", Kind.DECIMAL, "The target measured against, or its lower bound.", "the indicator's"),
        Column("target_high", Kind.DECIMAL, "The same number, or the upper bound.", "the indicator's"),
        Column("formula", Kind.TEXT, "Name of the formula (rumus); formulas.md."),
        Column("value", Kind.DECIMAL, "The result before limits, at most ten decimals (capaian).", "percent"),
        Column("value_exact", Kind.TEXT, "The same as a fraction."),
        Column("value_limited", Kind.DECIMAL, "The result within the agency's cap and floor.", "percent"),
        Column("rating", Kind.TEXT, "The word that it earns (predikat); progress is not rated."),
        Column("scale", Kind.TEXT, "Name of the scale (skala penilaian); scales.md."),
        Column("reason", Kind.TEXT, "Why there is no number; empty where there is one."),
    ),
    _results,
)
