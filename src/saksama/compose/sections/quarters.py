"""The quarters of the year: what was promised and reached in each, and from the year's start to its end."""

from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, heading, row, shown_in, table
from saksama.compose.interim import Interim
from saksama.compose.ledger import Ledger
from saksama.compose.standing import marked, standing_notes
from saksama.compose.values import value_width
from saksama.documents.document import Block, Cell, Inline, Landscape, Row
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import is_year_end, promised_in, reached_in
from saksama.kernel.period import Cycle, periods_of
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Reason, Uncomputable

_LONGEST_UPRIGHT = 11
"""Characters of a value that a column of an upright page holds on one line."""
_NAMES = ("TW I", "TW II", "TW III", "TW IV")


def quarters(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """The table of an objective's quarters; nothing where no value of a period is stated."""
    shown = objective.indicators
    if not any(_has_periods(indicator, ledger.year) for indicator in shown):
        return ()
    number = ledger.number(objective)
    label = f"tabel-triwulan-s{number}"
    notes = ["“TW ini” adalah nilai dalam triwulan itu; “s.d. TW” adalah nilai dari awal tahun sampai akhir triwulan."]
    if any(map(_is_to_date_only, shown)):
        notes.append("Indikator yang dicatat kumulatif atau diukur setahun sekali hanya mempunyai nilai s.d. TW.")
    notes += standing_notes(shown, ledger.year)
    value = (value_width(ledger.record, shown, 11), RIGHT)
    made = table(
        label,
        f"Target dan Realisasi Triwulanan Sasaran {number} Tahun {ledger.year}",
        widths=columns((26, LEFT), (10, CENTER), value, value, (11, RIGHT), value, value, (11, RIGHT)),
        header=heading(
            "Indikator Kinerja",
            "Triwulan",
            "Target TW Ini",
            "Realisasi TW Ini",
            "Capaian TW Ini (%)",
            "Target s.d. TW",
            "Realisasi s.d. TW",
            "Capaian s.d. TW (%)",
        ),
        rows=tuple(made for indicator in shown for made in _rows(ledger, indicator)),
        origin=f"Data kinerja {ledger.record.agency.name}, {ledger.year}",
        notes=tuple(notes),
    )
    blocks = (shown_in("Perkembangan selama tahun berjalan", label), made)
    longest = max(len(inline.text) for line in made.rows for part in line.cells[-6:] for inline in part.content)
    return (Landscape(blocks),) if longest > _LONGEST_UPRIGHT else blocks


def _has_periods(indicator: PerformanceIndicator, year: int) -> bool:
    stated = [found.period for found in indicator.period_targets] + [found.period for found in indicator.period_actuals]
    return any(period.year == year for period in stated)


def _rows(ledger: Ledger, indicator: PerformanceIndicator) -> list[Row]:
    due = [
        Interim(ledger, period)
        for period in periods_of(ledger.year, Cycle.QUARTER)
        if not _is_undue(reached_in(indicator, period).value)
        or not _is_undue(promised_in(ledger.record, indicator, period).high)
    ]
    return [
        row(
            *((cell(indicator.name, rowspan=len(due)),) if not place else ()),
            _NAMES[interim.period.number - 1],
            *_within(interim, indicator),
            interim.target_to_date_text(indicator),
            *_to_date(interim, indicator),
        )
        for place, interim in enumerate(due)
    ]


def _within(interim: Interim, indicator: PerformanceIndicator) -> tuple[str | Inline, ...]:
    """The period itself, which cumulative values do not have."""
    if _is_to_date_only(indicator):
        return "–", "–", "–"
    achieved = interim.ledger.plain(interim.achieved_in(indicator), blank="–")
    return interim.target_in_text(indicator), interim.actual_in_text(indicator), achieved


def _to_date(interim: Interim, indicator: PerformanceIndicator) -> tuple[Cell, Cell]:
    """The year so far; at its end what it rests on is said as in every other table."""
    figures = (
        interim.actual_to_date_text(indicator),
        interim.ledger.plain(interim.achieved_to_date(indicator), blank="–"),
    )
    if not is_year_end(interim.period):
        return cell(figures[0]), cell(figures[1])
    return marked(indicator, interim.period.year, figures[0]), marked(indicator, interim.period.year, figures[1])


def _is_to_date_only(indicator: PerformanceIndicator) -> bool:
    return indicator.schedule.is_cumulative or indicator.schedule.cycle is Cycle.YEAR


def _is_undue(value: object) -> bool:
    return isinstance(value, Uncomputable) and value.reason is Reason.NOT_DUE
