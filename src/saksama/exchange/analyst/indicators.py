"""Tables of indicators, their targets and their actuals, as they were stated."""

from collections.abc import Iterator

from saksama.exchange.analyst.table import Cell, Column, Kind, Table
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_key
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import target_in_force

_INDICATOR = Column("indicator", Kind.TEXT, "Id of the indicator (kode indikator).")
_YEAR = Column("year", Kind.INTEGER, "Year (tahun).", "calendar year")
_CYCLE = Column("cycle", Kind.TEXT, "year, semester, quarter or month (siklus).")
_PERIOD = Column("period", Kind.INTEGER, "Which period of the year, from 1; 1 for the year itself (nomor periode).")


def _indicators(record: PerformanceRecord) -> Iterator[tuple[Cell, ...]]:
    for goal in record.plan.goals:
        yield from (_indicator(one, "goal", goal.id, goal.name) for one in goal.indicators)
        for objective in goal.objectives:
            yield from (_indicator(one, "objective", objective.id, objective.name) for one in objective.indicators)
    for node in record.nodes():
        yield from (_indicator(one, node.level.value, node.id, node.name) for one in node.indicators)


def _indicator(one: PerformanceIndicator, level: str, subject: str, name: str) -> tuple[Cell, ...]:
    kind, baseline = one.kind, one.baseline
    return (
        one.id,
        one.name,
        one.unit,
        one.formula,
        one.is_key,
        kind.value if kind else None,
        level,
        subject,
        name,
        one.value_scale,
        one.valid_from,
        one.valid_to,
        one.replaced_by,
        baseline.year if baseline else None,
        baseline.value if baseline else None,
    )


def _targets(record: PerformanceRecord) -> Iterator[tuple[Cell, ...]]:
    promised: dict[str, list[tuple[Cell, ...]]] = {}
    for agreement in record.agreements:
        for agreed in agreement.targets:
            key, target = f"{agreement.year}-{agreement.revision}", agreed.target
            is_in_force = agreement is record.agreement(agreement.year)
            row = (f"target-pk/{agreed.indicator}/{key}", agreed.indicator, agreement.year, "year", 1)
            promised.setdefault(agreed.indicator, []).append(
                (*row, "agreement", agreement.revision, is_in_force, target.low, target.high)
            )
    for one in record.indicators():
        for target in one.targets:
            is_in_force = target_in_force(record, one, target.year) is target
            row = (f"target-rencana/{one.id}/{target.year}", one.id, target.year, "year", 1)
            yield (*row, "plan", None, is_in_force, target.low, target.high)
        yield from promised.get(one.id, ())
        if end := one.end_target:
            yield (f"akhir/{one.id}", one.id, end.year, "year", 1, "end-of-plan", None, None, end.low, end.high)
        for part in one.period_targets:
            row = (f"target-tw/{one.id}/{period_key(part.period)}", one.id, *_period(part.period))
            yield (*row, "period", None, True, part.low, part.high)


def _actuals(record: PerformanceRecord) -> Iterator[tuple[Cell, ...]]:
    for one in record.indicators():
        for found in one.actuals:
            yield (
                f"realisasi/{one.id}/{found.year}",
                one.id,
                *(found.year, Cycle.YEAR.value, 1),
                *(found.value, found.numerator, found.denominator, found.state.value),
                *(found.source, found.measured_by, found.reference_year, found.released_on, found.note),
            )
        for part in one.period_actuals:
            yield (
                f"realisasi-tw/{one.id}/{period_key(part.period)}",
                one.id,
                *_period(part.period),
                *(part.value, part.numerator, part.denominator, part.state.value),
                *(None, None, None, None, part.note),
            )


def _period(period: Period) -> tuple[int, str, int]:
    return period.year, period.cycle.value, period.number


INDICATORS = Table(
    "indicators",
    "One row for each indicator (indikator kinerja).",
    (
        _INDICATOR,
        Column("name", Kind.TEXT, "The indicator in words (nama indikator)."),
        Column("unit", Kind.TEXT, "Unit of its values (satuan)."),
        Column("formula", Kind.TEXT, "Formula of its achievement (rumus capaian); formulas.md."),
        Column("is_key", Kind.FLAG, "Whether it is a key indicator (IKU)."),
        Column("kind", Kind.TEXT, "impact, outcome, output or input; empty where not stated (jenis indikator)."),
        Column("level", Kind.TEXT, "What it measures: goal, objective, programme, activity or sub-activity (jenjang)."),
        Column("subject", Kind.TEXT, "Id of that goal, objective or line of the budget."),
        Column("subject_name", Kind.TEXT, "The same in words."),
        Column("value_scale", Kind.TEXT, "Scale of its words, empty where values are numbers (skala nilai)."),
        Column("valid_from", Kind.INTEGER, "First year of measurement (berlaku mulai).", "calendar year"),
        Column("valid_to", Kind.INTEGER, "Last year of measurement (berlaku sampai).", "calendar year"),
        Column("replaced_by", Kind.TEXT, "Id of the indicator that replaces it (diganti oleh)."),
        Column("baseline_year", Kind.INTEGER, "Year of the baseline (tahun data dasar).", "calendar year"),
        Column("baseline", Kind.DECIMAL, "The value at the start (data dasar).", "the indicator's"),
    ),
    _indicators,
)
TARGETS = Table(
    "targets",
    "One row for each target: of the plan, of an agreement where it differs, of the end of the plan, of a period.",
    (
        Column("id", Kind.TEXT, "Id of the target, as in a report's explanations."),
        _INDICATOR,
        _YEAR,
        _CYCLE,
        _PERIOD,
        Column("origin", Kind.TEXT, "plan (Renstra), agreement (PK), end-of-plan (akhir periode) or period."),
        Column("revision", Kind.INTEGER, "Of an agreement: 0 for the first, 1 for its first revision.", "revisions"),
        Column("is_in_force", Kind.FLAG, "Whether its year is measured against it; empty for the end of the plan."),
        Column("low", Kind.DECIMAL, "The target, or the lower bound of a range (batas bawah).", "the indicator's"),
        Column("high", Kind.DECIMAL, "The same number, or the upper bound (batas atas).", "the indicator's"),
    ),
    _targets,
)
ACTUALS = Table(
    "actuals",
    "One row for each actual (realisasi) of a year or a period, as it was stated.",
    (
        Column("id", Kind.TEXT, "Id of the actual, as in a report's explanations."),
        _INDICATOR,
        _YEAR,
        _CYCLE,
        _PERIOD,
        Column("value", Kind.DECIMAL, "The value as stated; results.csv has the computed one.", "the indicator's"),
        Column("numerator", Kind.DECIMAL, "Raw data above (pembilang).", "as counted"),
        Column("denominator", Kind.DECIMAL, "Raw data below (penyebut).", "as counted"),
        Column("state", Kind.TEXT, "final, preliminary, not-released or not-applicable (status data)."),
        Column("source", Kind.TEXT, "The document that it comes from (sumber data)."),
        Column("measured_by", Kind.TEXT, "The body that measures (lembaga pengukur)."),
        Column("reference_year", Kind.INTEGER, "Year of the data where it is earlier (tahun data).", "calendar year"),
        Column("released_on", Kind.DAY, "When it was published (tanggal rilis)."),
        Column("note", Kind.TEXT, "A remark (keterangan)."),
    ),
    _actuals,
)
