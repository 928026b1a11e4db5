"""The plain values of an objective's page: averages over the years, charts, programmes, and what is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from saksama.compose.ledger import Ledger
from saksama.compose.sections.path import path_chart
from saksama.documents.pictures import Chart, ChartKind, ReferenceLine, Series, SeriesRole
from saksama.documents.writers.svg import chart_svg
from saksama.kernel.figures import write_decimal
from saksama.kernel.period import Period
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import objective_average
from saksama.kernel.rounding import half_up
from saksama.kernel.spending import objective_subjects, serving_nodes
from saksama.language.messages import _
from saksama.web.measurement.indicator_words import NarrativeRow, narrative_rows
from saksama.web.overview.agency_rows import Holder, IndicatorRow, holders_of
from saksama.web.overview.figure_ids import Address
from saksama.web.overview.money_rows import MoneyRow, Shown, node_row, percent

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class YearRow:
    """The average achievement of an objective in a year. `counted` of `total` indicators have an achievement."""

    year: int
    uncapped: Shown
    capped: Shown
    rating: str
    counted: int
    total: int

    @property
    def is_complete(self) -> bool:
        """Whether every indicator has an achievement."""
        return self.counted == self.total


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of an indicator in a year."""

    name: str
    path: str
    parts: tuple[NarrativeRow, ...]


def holder_named(record: PerformanceRecord, key: str) -> Holder | None:
    """The objective or goal with this key."""
    return next((one for one in holders_of(record.plan) if one.id == key), None)


def year_rows(
    record: PerformanceRecord, objective: StrategicObjective, last: int, address: Address
) -> tuple[YearRow, ...]:
    """The averages from the first year of the plan to the last year that is asked for."""
    rows = []
    for year in record.plan.years:
        if year <= last:
            found = objective_average(record, objective, year)
            band = found.capped.band
            rows.append(
                YearRow(
                    year,
                    percent(found.uncapped, address),
                    percent(found.capped, address),
                    band.word if band else "",
                    found.counted,
                    found.total,
                )
            )
    return tuple(rows)


def years_chart(record: PerformanceRecord, objective: StrategicObjective, rows: Sequence[YearRow]) -> str:
    """The capped averages over the years; "" where fewer than two have one."""
    found = [objective_average(record, objective, row.year).capped.value for row in rows]
    values = tuple(None if isinstance(value, Uncomputable) else half_up(value, 2) for value in found)
    if sum(value is not None for value in values) < 2:
        return ""
    labels = tuple(
        row.capped.text + ("" if row.is_complete or not row.capped.text else f" ({_('belum lengkap')})") for row in rows
    )
    name = _("Rata-rata capaian, tiap capaian dibatasi")
    spoken = "; ".join(f"{row.year}: {label or '–'}" for row, label in zip(rows, labels, strict=True))
    series = Series(name, SeriesRole.ACTUAL, values, labels)
    reference = ReferenceLine(_HUNDRED, _("100%: semua target tercapai"))
    years = tuple(str(row.year) for row in rows)
    return chart_svg(Chart(ChartKind.LINES, years, (series,), "%", f"{name}: {spoken}", reference), "years")


def achievements_chart(rows: Sequence[IndicatorRow]) -> str:
    """The achievement of each indicator to date with the mark of the target; what has none is named as such."""
    if all(row.share is None for row in rows):
        return ""
    labels = tuple(row.achievement if row.share is not None else row.state for row in rows)
    values = tuple(None if row.share is None else half_up(row.share * 100, 2) for row in rows)
    spoken = "; ".join(f"{row.name}: {label}" for row, label in zip(rows, labels, strict=True))
    series = Series(_("Capaian (%)"), SeriesRole.ACTUAL, values, labels)
    reference = ReferenceLine(_HUNDRED, _("Target: 100%"))
    names = tuple(row.name for row in rows)
    return chart_svg(Chart(ChartKind.BARS, names, (series,), "%", spoken, reference), "achievements")


def path_charts(record: PerformanceRecord, holder: Holder, year: int) -> tuple[tuple[str, str], ...]:
    """The way of each indicator over the years, as the report draws it, with its name."""
    ledger = Ledger(record, year)
    figures = ((one, path_chart(ledger, one)) for one in holder.indicators if one.is_used(year))
    return tuple(
        (one.name, chart_svg(figure.picture, f"path-{place}"))
        for place, (one, figure) in enumerate(figures)
        if figure and isinstance(figure.picture, Chart)
    )


def served_rows(record: PerformanceRecord, holder: Holder, period: Period, address: Address) -> tuple[MoneyRow, ...]:
    """The nodes of the budget that serve it or its indicators, with the share of their money that does."""
    subjects = (
        objective_subjects(holder)
        if isinstance(holder, StrategicObjective)
        else (holder.id, *(one.id for one in holder.indicators))
    )
    return tuple(
        node_row(node, period, address, write_decimal(share)) for node, share in serving_nodes(record, subjects)
    )


def said_rows(holder: Holder, rows: Sequence[IndicatorRow], year: int) -> tuple[Said, ...]:
    """What is said of its indicators in the year: only what is filled."""
    pages = {row.key: row.page for row in rows}
    found = (
        Said(
            one.name,
            pages.get(one.id, ""),
            tuple(part for part in narrative_rows(one, year) if part.text or part.not_applicable_because),
        )
        for one in holder.indicators
        if one.is_used(year)
    )
    return tuple(one for one in found if one.parts)
