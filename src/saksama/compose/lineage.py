"""Which years of an indicator can be compared: not across a change of its meaning, nor with the same data twice."""

from collections.abc import Iterable

from saksama.compose.phrases import ended
from saksama.kernel.indicator import Continuity, IndicatorChange, PerformanceIndicator
from saksama.kernel.record import PerformanceRecord


def is_cut(indicator: PerformanceIndicator, earlier: int, year: int) -> bool:
    """Whether the indicator meant something else in an earlier year."""
    start = indicator.trend_start(year)
    return start is not None and earlier < start


def data_year(indicator: PerformanceIndicator, year: int) -> int:
    """The year that a year's actual is of: an earlier one where it is carried over."""
    reported = indicator.actual(year)
    return reported.reference_year if reported and reported.is_carried_over and reported.reference_year else year


def not_comparable(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> str:
    """Why a year's actual cannot be compared with that of the year before; "" where it can."""
    if is_cut(indicator, year - 1, year):
        changed = _last_cut(indicator, year)
        return f"sejak {changed.year} {_happened(record, changed)}"
    carried = [asked for asked in (year - 1, year) if data_year(indicator, asked) != asked]
    if carried:
        return " dan ".join(f"realisasi {asked} memakai data {data_year(indicator, asked)}" for asked in carried)
    return ""


def change_notes(record: PerformanceRecord, indicators: Iterable[PerformanceIndicator], year: int) -> tuple[str, ...]:
    """What happened to indicators up to a year, one sentence each."""
    return tuple(
        f"{indicator.name}: {_told(record, change)}"
        for indicator in indicators
        for change in indicator.changes
        if change.year <= year
    )


def _told(record: PerformanceRecord, change: IndicatorChange) -> str:
    cut = "" if change.continuity is Continuity.CONTINUED else f"; nilai sebelum {change.year} tidak dibandingkan"
    why = f" {ended(change.note)}" if change.note else ""
    return f"sejak {change.year} {_happened(record, change)}{cut}.{why}"


def _happened(record: PerformanceRecord, change: IndicatorChange) -> str:
    previous = next((found.name for found in record.indicators() if found.id == change.previous), change.previous)
    match change.continuity:
        case Continuity.CONTINUED:
            return f"melanjutkan indikator “{previous}”" if previous else "berganti nama dengan ukuran yang sama"
        case Continuity.REPLACED:
            return f"menggantikan indikator “{previous}”" if previous else "menggantikan indikator lain"
        case Continuity.REDEFINED:
            return "berubah cara ukur atau maknanya"


def _last_cut(indicator: PerformanceIndicator, year: int) -> IndicatorChange:
    cuts = [
        change for change in indicator.changes if change.continuity is not Continuity.CONTINUED and change.year <= year
    ]
    return max(cuts, key=lambda change: change.year)
