"""Indicators for the workbook's formulas: words against every scale, and every way in which periods make a year."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

from saksama.kernel.achievement import LEVEL_RATIO, LOWER_IS_BETTER, RANGE_HIGHER_IS_BETTER
from saksama.kernel.indicator import (
    Actual,
    ActualState,
    Continuity,
    IndicatorChange,
    PerformanceIndicator,
    PeriodActual,
    PeriodTarget,
    RawCalculation,
    Target,
)
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule, periods_of
from saksama.kernel.survey import SatisfactionSurvey
from saksama.kernel.value_scale import AKIP_PREDICATE, AUDIT_OPINION, Level, ValueScale

OWN_VALUE_SCALE = ValueScale(
    "tahapan",
    "Tahapan penyusunan",
    (Level("Rancangan", Decimal(1)), Level("Dibahas", Decimal("2.5")), Level("Disahkan", Decimal(4))),
)

_VALUES = {
    AKIP_PREDICATE.name: ("70.01", "72.35", "0", "-3", "95", "90.01", ""),
    AUDIT_OPINION.name: ("4", "1", "3.5", "0", "3"),
    OWN_VALUE_SCALE.name: ("1", "2.5", "2", "4"),
    "": ("1", "2"),
}


def levels() -> tuple[PerformanceIndicator, ...]:
    """One for each scale, target and actual."""
    made = []
    for scale, values in _VALUES.items():
        for number, (target, reached) in enumerate(product(values, values)):
            made.append(
                PerformanceIndicator(
                    f"L-{scale}-{number}",
                    f"Predikat menurut {scale}",
                    "Predikat",
                    LEVEL_RATIO.name,
                    targets=(Target(2020, Decimal(target), Decimal(target)),) if target else (),
                    actuals=(Actual(2020, Decimal(reached) if reached else None, source="LHE"),),
                    value_scale=scale,
                )
            )
    return tuple(made)


_PATTERNS = (
    ("10 20 - 40", "10 20 30 40"),
    ("- - 5 7", "- - - 50"),
    ("1.5 2.5 3.5 4.5", ""),
    ("- - - -", "10 20 30 40"),
    ("0 0 0 9", "- 5 - 50"),
)
"""What was reported and promised in the first four periods of a year; "-" where nothing was."""


def _values(year: int, cycle: Cycle, text: str) -> list[tuple[Period, Decimal]]:
    pairs = zip(periods_of(year, cycle), text.split(), strict=False)
    return [(period, Decimal(value)) for period, value in pairs if value != "-"]


def _periodic(number: int, schedule: Schedule, reported: str, promised: str) -> PerformanceIndicator:
    return PerformanceIndicator(
        f"P{number}",
        "Indikator yang diukur per periode",
        "Dokumen",
        "ratio",
        targets=(Target(2021, Decimal(100), Decimal(100)),),
        schedule=schedule,
        period_targets=tuple(
            PeriodTarget(period, value, value) for period, value in _values(2021, schedule.cycle, promised)
        ),
        period_actuals=tuple(PeriodActual(period, value) for period, value in _values(2021, schedule.cycle, reported)),
    )


def periodic() -> tuple[PerformanceIndicator, ...]:
    """One for each consolidation, cumulative or not, measured in some month or always, and pattern of values."""
    ways = product(Consolidation, (False, True), (None, 5, 12))
    schedules = [Schedule(Cycle.QUARTER, cumulative, how, month) for how, cumulative, month in ways]
    schedules += [Schedule(cycle, False, Consolidation.SUM, 8) for cycle in Cycle]
    cases = product(schedules, _PATTERNS)
    made = (_periodic(number, schedule, *pattern) for number, (schedule, pattern) in enumerate(cases))
    return (*made, *_special())


def _special() -> tuple[PerformanceIndicator, ...]:
    quarterly = Schedule(Cycle.QUARTER, consolidation=Consolidation.SUM)
    first, second, third, last = periods_of(2021, Cycle.QUARTER)
    raw = replace(
        _periodic(900, quarterly, "", "50 50 50 50"),
        unit="%",
        raw=RawCalculation("Selesai", "Terjadi"),
        schedule=replace(quarterly, consolidation=Consolidation.AVERAGE),
        period_actuals=(
            PeriodActual(first, None, Decimal(4), Decimal(5)),
            PeriodActual(second, None, Decimal(1), Decimal(3)),
            PeriodActual(third, None, Decimal(1), Decimal(0)),
            PeriodActual(last, Decimal(5), state=ActualState.NOT_APPLICABLE, note="tidak ada kejadian"),
        ),
    )
    ranged = replace(
        _periodic(901, quarterly, "5 9 20 1", ""),
        formula=RANGE_HIGHER_IS_BETTER.name,
        period_targets=(
            PeriodTarget(first, Decimal(6), Decimal(8)),
            PeriodTarget(second, Decimal(6), Decimal(8)),
            PeriodTarget(last, Decimal(1), Decimal(2)),
        ),
    )
    lower = replace(_periodic(902, quarterly, "5 9 20 1", "5 5 0 5"), formula=LOWER_IS_BETTER.name)
    predicate = replace(
        _periodic(903, Schedule(Cycle.SEMESTER), "70.01 79", "60.01 80.01"),
        formula=LEVEL_RATIO.name,
        value_scale=AKIP_PREDICATE.name,
        unit="Predikat",
    )
    other_cycle = replace(
        _periodic(904, Schedule(Cycle.MONTH, False, Consolidation.SUM, 7), "1 2 3 4", "5"),
        period_actuals=(PeriodActual(second, Decimal(3)), PeriodActual(third, Decimal(4))),
    )
    sourced = replace(
        _periodic(905, quarterly, "10 20 30 40", "10 20 30 40"), actuals=(Actual(2021, source="Laporan triwulan"),)
    )
    stated = replace(_periodic(906, quarterly, "10 20 30 40", ""), actuals=(Actual(2021, Decimal(7)),))
    late = replace(
        _periodic(907, quarterly, "10 20 30 40", ""),
        actuals=(Actual(2021, state=ActualState.NOT_RELEASED, note="menunggu BPS", measured_by="BPS"),),
    )
    lineage = replace(
        _periodic(908, Schedule(), "", ""),
        changes=(IndicatorChange(2021, Continuity.REPLACED, "P900", "Rumus baru"),),
    )
    return raw, ranged, lower, predicate, other_cycle, sourced, stated, late, lineage


def surveys() -> tuple[SatisfactionSurvey, ...]:
    """Surveys with averages or answers, complete or not, of a year or a period, with an actual to compare or not."""
    nine = (*(Decimal("3.6"),) * 8, Decimal("3.53"))
    second = Period(2021, 2, Cycle.QUARTER)
    answers = ((4, 3, 3, 4, 4, 3, 2, 4, 4), (3, None, 4, 4, 1, 3, 4, 4, 3), (2, 3, 4, 3, 4, 4, 4, 1, None))
    unanswered = tuple((*row[:8], None) for row in answers)
    return (
        SatisfactionSurvey("S1", "Izin", 2021, respondents=120, averages=nine, indicator="P906", source="Laporan SKM"),
        SatisfactionSurvey("S2", "Izin", 2021, second, averages=(*nine[:8], None), indicator="P901"),
        SatisfactionSurvey("S3", "Aduan", 2021, second, averages=nine, indicator="P901"),
        SatisfactionSurvey("S4", "Aduan", 2021, second, answers=answers, indicator="P902"),
        SatisfactionSurvey("S5", "Aduan", 2020, answers=unanswered),
        SatisfactionSurvey("1.1", "Data", 2021, answers=answers[:1], indicator="P905"),
        SatisfactionSurvey("1.10", "Data", 2021, averages=(Decimal("2.6"),) * 9, answers=answers[1:], indicator="P900"),
        SatisfactionSurvey("S6", "Data", 2021, averages=(Decimal("3.5324"),) * 9),
    )
