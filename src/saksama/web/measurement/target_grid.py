"""The plain values of the grid of targets: the year and its periods of every indicator of the plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from saksama.compose.action_plan_gaps import unlike_the_year
from saksama.compose.values import target_text
from saksama.kernel.achievement import RANGES
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule, periods_of
from saksama.kernel.periods import period_title
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import target_in_force
from saksama.kernel.value_scale import ValueScale
from saksama.language.messages import _
from saksama.web.measurement.entry import cell_mark, number_of, quarter_of
from saksama.web.measurement.target_edits import BOUNDS, rests_on
from saksama.web.measurement.typed_numbers import field_text
from saksama.web.planning.models import PlanVersion, Target
from saksama.web.planning.plan_rows import definitions
from saksama.web.workflow.locks import Locks


@dataclass(frozen=True, slots=True)
class TargetCell:
    """A year (`number` 0) or a period: what is typed there, and whether it is closed or asks for a reason."""

    cycle: str
    number: int
    title: str
    typed: Mapping[str, str]
    seen: str
    span: int
    is_closed: bool
    needs_reason: bool


@dataclass(frozen=True, slots=True)
class TargetRow:
    """An indicator: how its periods make the year, its cells, and where they contradict each other."""

    key: str
    name: str
    unit: str
    holder: str
    schedule: str
    words: tuple[str, ...]
    agreed: str
    cells: tuple[TargetCell, ...]
    doubts: tuple[str, ...]


def target_rows(record: PerformanceRecord, version: PlanVersion, year: int, locks: Locks) -> tuple[TargetRow, ...]:
    """Every indicator of the year in the order of the plan. 1 query."""
    kept = {
        (row.definition.indicator.key, row.cycle, row.number): row
        for row in Target.objects.filter(
            definition__in=definitions(version).filter(node=None), year=year, is_end=False
        ).select_related("definition__indicator")
    }
    return tuple(
        target_row(record, indicator, year, kept, locks=locks, holder=holder)
        for holder, indicator in _held(record)
        if indicator.is_used(year)
    )


def target_row(
    record: PerformanceRecord,
    indicator: PerformanceIndicator,
    year: int,
    kept: Mapping[tuple[str, str, int], Target],
    *,
    locks: Locks,
    holder: str = "",
) -> TargetRow:
    """The row of an indicator."""
    cycle = indicator.schedule.cycle
    scale = record.value_scale(indicator.value_scale) if indicator.value_scale else None
    periods = [] if cycle is Cycle.YEAR else list(periods_of(year, cycle))
    promised, own = target_in_force(record, indicator, year), indicator.target(year)
    agreed = target_text(record, indicator, promised) if promised else ""
    return TargetRow(
        indicator.id,
        indicator.name,
        indicator.unit,
        holder,
        schedule_words(indicator.schedule),
        tuple(level.word for level in scale.levels) if scale else (),
        agreed if own is None or agreed != target_text(record, indicator, own) else "",
        tuple(
            target_cell(indicator, one, kept.get((indicator.id, one.cycle.value, number_of(one))), scale, locks)
            for one in (Period(year, 1, Cycle.YEAR), *periods)
        ),
        doubts_of(record, indicator, year),
    )


def target_cell(
    indicator: PerformanceIndicator, period: Period, row: Target | None, scale: ValueScale | None, locks: Locks
) -> TargetCell:
    """One cell. A range has two inputs."""
    words = {level.value: level.word for level in scale.levels} if scale else {}
    high = words.get(row.high, field_text(row.high)) if row else ""
    low = words.get(row.low, field_text(row.low)) if row and row.low != row.high else ""
    is_range = indicator.formula in RANGES or bool(low)
    return TargetCell(
        period.cycle.value,
        number_of(period),
        period_title(period).removesuffix(f" {period.year}"),
        {"low": low, "high": high} if is_range else {"high": high},
        cell_mark(row, BOUNDS),
        1 if period.cycle is Cycle.YEAR else 12 // period.cycle.periods,
        quarter_of(period) in locks.closed,
        rests_on(period, locks),
    )


def doubts_of(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> tuple[str, ...]:
    """Where the periods make another year than the year's target."""
    return tuple(doubt.question for doubt in unlike_the_year(record, indicator, year))


def schedule_words(schedule: Schedule) -> str:
    """What the target of a period is, and how the year follows."""
    if schedule.cycle is Cycle.YEAR:
        return _("Diukur setahun sekali; tidak ada target periode.")
    if schedule.is_cumulative:
        return _("Kumulatif: tulis target dari awal tahun sampai akhir periode.")
    return {
        Consolidation.SUM: _("Tidak kumulatif: tulis target periode itu saja; jumlahnya target tahun."),
        Consolidation.AVERAGE: _("Tidak kumulatif: tulis target periode itu saja; tahun dihitung dari rata-ratanya."),
        Consolidation.LAST: _("Tidak dijumlahkan: tulis nilai pada akhir periode; yang terakhir menjadi nilai tahun."),
    }[schedule.consolidation]


def _held(record: PerformanceRecord) -> Iterator[tuple[str, PerformanceIndicator]]:
    for goal in record.plan.goals:
        for indicator in goal.indicators:
            yield goal.name, indicator
        for objective in goal.objectives:
            for indicator in objective.indicators:
                yield objective.name, indicator
