"""Analysis 1: target against actual of the year."""

from decimal import Decimal
from fractions import Fraction

from saksama.compose.grid import CENTER, LEFT, RIGHT, columns, heading, row, table, text
from saksama.compose.ledger import Ledger
from saksama.compose.notes import achievement_notes, formula_number_row, rating_text
from saksama.compose.phrases import bold, category, outcomes, polarity
from saksama.compose.sections.enclosures import pictures_of
from saksama.compose.sections.quarters import quarters
from saksama.compose.standing import data_origin, is_carried_over, marked, measuring_bodies, standing_notes
from saksama.compose.units import is_repeated, points, unit_width
from saksama.compose.values import chart_label, levels_apart, value_width
from saksama.documents.document import (
    Block,
    Content,
    Figure,
    Inline,
    ItemList,
    Paragraph,
    ParagraphStyle,
    RowKind,
    Table,
    Text,
)
from saksama.documents.pictures import Chart, ChartKind, Series, SeriesRole
from saksama.kernel.evaluation import Result
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import PerformanceIndicator, Target
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.results import actual, target_in_force
from saksama.kernel.rounding import half_up
from saksama.language.numerals import counted, in_words

TITLE = "Target dan Realisasi Kinerja Tahun {year}"


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """What was promised, what was reached, and what it means on the agency's scale."""
    if not objective.indicators:
        return (Paragraph((Text("Sasaran ini belum mempunyai indikator: "), Text("belum diisi", gap=True))),)
    return (
        Paragraph(text(_counts(ledger, objective.indicators)), ParagraphStyle.LEAD),
        _table(ledger, objective),
        ItemList(tuple(sentence(ledger, indicator) for indicator in objective.indicators)),
        *_average(ledger, objective),
        *charts(ledger, objective.indicators, f"s{ledger.number(objective)}"),
        *quarters(ledger, objective),
        *pictures_of(ledger, objective),
    )


def _counts(ledger: Ledger, indicators: tuple[PerformanceIndicator, ...]) -> str:
    met = [ledger.is_met(indicator) for indicator in indicators]
    return f"Sasaran ini diukur dengan {counted(len(met))} indikator. Pada tahun {ledger.year}, {outcomes(met)}."


def _table(ledger: Ledger, objective: StrategicObjective) -> Block:
    number, average = ledger.number(objective), ledger.average(objective)
    cap = f"tiap capaian dibatasi {ledger.record.settings.average_cap.normalize():f}%"
    means = (("Rata-rata capaian", average.uncapped), (f"Rata-rata, {cap}", average.capped))
    return achievement_table(
        ledger,
        objective.indicators,
        label=f"tabel-capaian-s{number}",
        caption=f"Target, Realisasi, dan Capaian Sasaran {number} Tahun {ledger.year}",
        whose="Indikator Kinerja",
        means=means if average.total > 1 else (),
    )


def achievement_table(
    ledger: Ledger,
    indicators: tuple[PerformanceIndicator, ...],
    *,
    label: str,
    caption: str,
    whose: str,
    means: tuple[tuple[str, Result], ...] = (),
) -> Table:
    """Target, actual, achievement and rating of indicators, with rows of means below them."""
    year = ledger.year
    rows = [
        row(
            str(place),
            indicator.name,
            indicator.unit,
            ledger.target(indicator, year),
            marked(indicator, year, ledger.actual(indicator, year)),
            marked(indicator, year, ledger.plain(ledger.achievement(indicator))),
            marked(indicator, year, rating_text(ledger.achievement(indicator))),
        )
        for place, indicator in enumerate(indicators, start=1)
    ]
    for title, result in means:
        figure, rating = ledger.plain(result, blank="–"), rating_text(result)
        rows.append(row("", title, "", "", "", figure, rating, kind=RowKind.TOTAL))
    names = ("No.", whose, "Satuan", f"Target {year}", f"Realisasi {year}", "Capaian (%)", "Peringkat")
    unit, value = (unit_width(indicators, 10), CENTER), (value_width(ledger.record, indicators, 12), RIGHT)
    return table(
        label,
        caption,
        widths=columns((6, CENTER), (32, LEFT), unit, value, value, (12, RIGHT), (18, LEFT)),
        header=heading(*names, numbers=formula_number_row(indicators)),
        rows=tuple(rows),
        origin=f"Data kinerja {ledger.record.agency.name}, {year}{measuring_bodies(ledger, indicators)}",
        notes=(*achievement_notes(ledger, indicators), *map(text, standing_notes(indicators, year))),
    )


def sentence(ledger: Ledger, indicator: PerformanceIndicator) -> Content:
    """Target, actual, achievement and its meaning, in one sentence."""
    year = ledger.year
    promised = ledger.target(indicator, year, unit=is_repeated(indicator.unit))
    parts: list[str | Inline] = [bold(indicator.name), ": target ", promised]
    parts += [", realisasi ", ledger.actual(indicator, year, unit=True)]
    origin = data_origin(indicator, year)
    parts += [f" ({origin})"] if origin else []
    result = ledger.achievement(indicator)
    if isinstance(result.value, Uncomputable):
        return text(*parts, ". Capaian ", ledger.percent(result), ".")
    parts += [", capaian sementara " if origin else ", capaian ", ledger.percent(result)]
    if result.band:
        parts += [f", {category(result)}"]
    return text(*parts, *_distance(ledger, indicator), ".")


def _distance(ledger: Ledger, indicator: PerformanceIndicator) -> list[str | Inline]:
    apart, target = ledger.variance(indicator), target_in_force(ledger.record, indicator, ledger.year)
    if target is None or isinstance(apart.value, Uncomputable):
        return []
    if indicator.value_scale:
        return _levels_away(ledger, indicator, target)
    if not apart.value:
        return [". Realisasi " + ("berada di dalam rentang target" if target.is_range else "tepat sama dengan target")]
    side = "di atas" if apart.value > 0 else "di bawah"
    hint = ", dan untuk indikator ini semakin rendah semakin baik" if _may_mislead(indicator, target) else ""
    where = f" {points(indicator.unit)} {side} {'rentang ' if target.is_range else ''}target{hint}"
    return [". Realisasi berada ", ledger.unsigned(apart), where]


def _levels_away(ledger: Ledger, indicator: PerformanceIndicator, target: Target) -> list[str | Inline]:
    """Words are compared by their rank."""
    reached = actual(indicator, ledger.year).value
    if isinstance(reached, Uncomputable):
        return []
    levels = levels_apart(ledger.record, indicator, reached, Fraction(target.high))
    if not levels:
        return [". Realisasi berada pada tingkat yang sama dengan target"]
    return [f". Realisasi berada {in_words(abs(levels))} tingkat {'di atas' if levels > 0 else 'di bawah'} target"]


def _may_mislead(indicator: PerformanceIndicator, target: Target) -> bool:
    """Whether "above the target" is worse, which a reader would not expect."""
    return polarity(indicator) is Polarity.LOWER_IS_BETTER and not target.is_range


def _average(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    average = ledger.average(objective)
    if not average.counted or average.total == 1:
        return ()
    cap = f"{ledger.record.settings.average_cap.normalize():f}%"
    parts: list[str | Inline] = ["Rata-rata capaian sasaran ini ", ledger.percent(average.uncapped)]
    if average.capped.value != average.uncapped.value:
        parts += [f", dan bila tiap capaian dibatasi {cap} menjadi ", ledger.percent(average.capped)]
    if average.capped.band:
        parts += [f", {category(average.capped)}"]
    if not average.is_complete:
        parts += [f"; rata-rata ini baru mencakup {average.counted} dari {average.total} indikator"]
    return (Paragraph(text(*parts, ".")),)


def charts(ledger: Ledger, indicators: tuple[PerformanceIndicator, ...], label: str) -> tuple[Block, ...]:
    """Target beside actual, one chart for each unit, since different units share no axis."""
    units = dict.fromkeys(indicator.unit for indicator in indicators)
    made = (
        _chart(ledger, [indicator for indicator in indicators if indicator.unit == unit], unit, f"{label}-{place}")
        for place, unit in enumerate(units, start=1)
    )
    return tuple(chart for chart in made if chart)


def _chart(ledger: Ledger, indicators: list[PerformanceIndicator], unit: str, label: str) -> Figure | None:
    year = ledger.year
    targets = [target_in_force(ledger.record, indicator, year) for indicator in indicators]
    promised = tuple(target.high if target else None for target in targets)
    reached = tuple(_drawn(indicator, year) for indicator in indicators)
    if not any(value is not None for value in (*promised, *reached)):
        return None
    goals = [ledger.target(indicator, year, blank="").text for indicator in indicators]
    done = [ledger.actual(indicator, year, blank="–").text for indicator in indicators]
    target_labels = tuple(
        chart_label(indicator, label) if label else "" for indicator, label in zip(indicators, goals, strict=True)
    )
    actual_labels = tuple(
        label if value is None else chart_label(indicator, label) + _asterisk(indicator, year)
        for indicator, label, value in zip(indicators, done, reached, strict=True)
    )
    described = "; ".join(
        f"{indicator.name}: target {goal or '–'}, realisasi {label}"
        for indicator, goal, label in zip(indicators, target_labels, actual_labels, strict=True)
    )
    series = (
        Series("Target", SeriesRole.TARGET, promised, target_labels),
        Series("Realisasi", SeriesRole.ACTUAL, reached, actual_labels),
    )
    chart = Chart(ChartKind.BARS, tuple(item.name for item in indicators), series, unit, described)
    is_marked = any(is_carried_over(indicator, year) for indicator in indicators)
    source = text(f"* Data tahun sebelumnya, bukan data {year}.") if is_marked else ()
    return Figure(chart, f"gambar-capaian-{label}", f"Target dan Realisasi Tahun {year} ({unit})", source)


def _asterisk(indicator: PerformanceIndicator, year: int) -> str:
    return "*" if is_carried_over(indicator, year) else ""


def _drawn(indicator: PerformanceIndicator, year: int) -> Decimal | None:
    value = actual(indicator, year).value
    return None if isinstance(value, Uncomputable) else half_up(value, 6)
