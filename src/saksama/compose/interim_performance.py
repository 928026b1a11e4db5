"""The table of a period's measurement: target, actual and achievement of the period and to its end."""

from fractions import Fraction

from saksama.compose.grid import CENTER, LEFT, RIGHT, cell, columns, number_row, row, shown_in, table, text
from saksama.compose.interim import Interim
from saksama.compose.ledger import gap
from saksama.compose.notes import rating_text
from saksama.compose.phrases import lowered
from saksama.compose.reporting import Reporting, reporting
from saksama.compose.standing import MARK, is_carried_over, standing_notes
from saksama.compose.values import actual_text, with_unit
from saksama.documents.document import Block, Heading, Paragraph, Row, RowKind, Table
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import is_year_end, last_known, reached_to_date
from saksama.kernel.period import Cycle
from saksama.kernel.periods import period_title, value_in

_LONGER = {
    Cycle.SEMESTER: "diukur tiap semester",
    Cycle.YEAR: "diukur sekali setahun",
    Cycle.QUARTER: "diukur tiap triwulan",
}


def build(interim: Interim) -> tuple[Block, ...]:
    """Every indicator of the goals and the objectives."""
    title = Heading(2, "Capaian kinerja", "capaian")
    if not interim.ledger.objectives:
        return title, Paragraph(text("Sasaran: ", gap(), "."))
    return title, shown_in("Target, realisasi, dan capaian tiap indikator", "tabel-capaian"), _table(interim)


def _table(interim: Interim) -> Table:
    year, period = interim.period.year, interim.short_title
    progress = (
        () if is_year_end(interim.period) else (cell(f"Kemajuan menuju Target {year} (%)", rowspan=2, align=CENTER),)
    )
    width = 11 + len(progress)
    rows: list[Row] = []
    for goal in interim.ledger.record.plan.goals:
        if goal.indicators:
            rows.append(row(cell(f"Tujuan: {goal.name}", colspan=width), kind=RowKind.GROUP))
            rows += [_row(interim, number, one) for number, one in enumerate(goal.indicators, start=1)]
    for place, objective in enumerate(interim.ledger.objectives, start=1):
        rows.append(row(cell(f"Sasaran {place}: {objective.name}", colspan=width), kind=RowKind.GROUP))
        rows += [_row(interim, number, one) for number, one in enumerate(objective.indicators, start=1)]
        if not objective.indicators:
            rows.append(row("", gap(), *("–",) * (width - 2)))
    upper = Row(
        (
            *(cell(name, rowspan=2, align=CENTER) for name in ("No.", "Indikator Kinerja", "Satuan", f"Target {year}")),
            cell(period, colspan=3, align=CENTER),
            cell(f"s.d. {period}", colspan=4, align=CENTER),
            *progress,
        )
    )
    names = ("Target", "Realisasi", "Capaian (%)", "Target", "Realisasi", "Capaian (%)", "Peringkat")
    lower = Row(tuple(cell(name, align=CENTER) for name in names))
    return table(
        "tabel-capaian",
        f"Target, Realisasi, dan Capaian Kinerja {interim.title}",
        widths=columns(
            (4, CENTER),
            (26, LEFT),
            (9, CENTER),
            (8, RIGHT),
            (8, RIGHT),
            (9, RIGHT),
            (8, RIGHT),
            (8, RIGHT),
            (9, RIGHT),
            (8, RIGHT),
            (10, LEFT),
            *((10, RIGHT) for _cell in progress),
        ),
        header=(upper, lower, number_row(tuple(f"({n})" for n in range(1, width + 1)))),
        rows=tuple(rows),
        origin=f"Data kinerja {interim.ledger.record.agency.name}, {year}",
        notes=_notes(interim),
    )


def _row(interim: Interim, number: int, indicator: PerformanceIndicator) -> Row:
    ledger = interim.ledger
    to_date = interim.achieved_to_date(indicator)
    mark = MARK if rests_on_year(interim, indicator) and is_carried_over(indicator, ledger.year) else ""
    is_ended = is_year_end(interim.period)
    return row(
        str(number),
        indicator.name,
        indicator.unit,
        ledger.target(indicator, ledger.year),
        interim.target_in_text(indicator),
        interim.actual_in_text(indicator),
        interim.percent(interim.achieved_in(indicator)),
        interim.target_to_date_text(indicator),
        cell(interim.actual_to_date_text(indicator), mark),
        cell(interim.percent(to_date), mark),
        rating_text(to_date),
        *(() if is_ended else (interim.percent(interim.progress_in_year(indicator)),)),
    )


def rests_on_year(interim: Interim, indicator: PerformanceIndicator) -> bool:
    """Whether the figure to date is the one that is stated of the whole year."""
    is_of_year = indicator.schedule.cycle is Cycle.YEAR or is_year_end(interim.period)
    return is_of_year and isinstance(reached_to_date(indicator, interim.period).value, Fraction)


def _notes(interim: Interim) -> tuple[str, ...]:
    """The target to date at the end of the year, the scale, and values that are known but not of today."""
    scale = interim.ledger.record.settings.scale
    every = [indicator for objective in interim.ledger.objectives for indicator in objective.indicators]
    longer = [
        (one.name, one.schedule.cycle) for one in every if one.schedule.cycle.periods < interim.period.cycle.periods
    ]
    older = tuple(
        f"{indicator.name}: nilai terakhir yang dilaporkan adalah {known}."
        for indicator in every
        if (known := _last_value(interim, indicator))
    )
    how = (
        "Capaian dihitung menurut rumus tiap indikator terhadap target periode yang sama, dibulatkan satu kali, "
        f"setengah ke atas. Peringkat menurut {lowered(scale.title)} ({scale.citation})."
    )
    year = interim.period.year
    told = f"Kemajuan menuju target {year} bukan capaian dan tidak diberi peringkat; tahunnya dinilai pada akhir tahun."
    progress = () if is_year_end(interim.period) else (told,)
    of_year = standing_notes((one for one in every if rests_on_year(interim, one)), interim.period.year)
    return (how, *progress, *of_year, *older, *(f"{name}: {_LONGER[cycle]}." for name, cycle in longer))


def _last_value(interim: Interim, indicator: PerformanceIndicator) -> str:
    """ "86 (TW II 2025)" for an indicator whose value of today is missing."""
    if reporting(indicator, interim.period) is not Reporting.MISSING:
        return ""
    known = last_known(indicator, interim.period)
    if known is None:
        return ""
    value = actual_text(interim.ledger.record, indicator, value_in(indicator, known))
    return f"{with_unit(indicator, value)} ({period_title(known)})"
