"""Analysis 1: target against actual of the year."""

from decimal import Decimal
from fractions import Fraction

from saksama.compose.grid import CENTER, LEFT, RIGHT, columns, heading, row, table, text
from saksama.compose.ledger import Ledger, in_unit, points
from saksama.compose.notes import achievement_notes, formula_number_row, rating_text
from saksama.documents.document import (
    Block,
    Chart,
    ChartKind,
    Content,
    Figure,
    Inline,
    ItemList,
    Paragraph,
    ParagraphStyle,
    RowKind,
    Series,
    SeriesRole,
    Text,
)
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.results import actual, target_in_force
from saksama.kernel.rounding import half_up
from saksama.language.numerals import counted

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
    )


def _counts(ledger: Ledger, indicators: tuple[PerformanceIndicator, ...]) -> str:
    met = [ledger.is_met(indicator) for indicator in indicators]
    parts = [
        f"{counted(count)} indikator {words}"
        for count, words in (
            (met.count(True), "mencapai atau melampaui target"),
            (met.count(False), "belum mencapai target"),
            (met.count(None), "belum dapat dihitung capaiannya"),
        )
        if count
    ]
    joined = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + f", dan {parts[-1]}"
    return f"Sasaran ini diukur dengan {counted(len(met))} indikator. Pada tahun {ledger.year}, {joined}."


def _table(ledger: Ledger, objective: StrategicObjective) -> Block:
    year, number = ledger.year, ledger.number(objective)
    average = ledger.average(objective)
    rows = [
        row(
            str(place),
            indicator.name,
            indicator.unit,
            ledger.target(indicator, year),
            ledger.actual(indicator, year),
            ledger.plain(ledger.achievement(indicator)),
            rating_text(ledger.achievement(indicator)),
        )
        for place, indicator in enumerate(objective.indicators, start=1)
    ]
    cap = f"tiap capaian dibatasi {ledger.record.settings.average_cap.normalize():f}%"
    means = (("Rata-rata capaian", average.uncapped), (f"Rata-rata, {cap}", average.capped))
    for title, result in means if average.total > 1 else ():
        figure, rating = ledger.plain(result, blank="–"), rating_text(result)
        rows.append(row("", title, "", "", "", figure, rating, kind=RowKind.TOTAL))
    names = ("No.", "Indikator Kinerja", "Satuan", f"Target {year}", f"Realisasi {year}", "Capaian (%)", "Peringkat")
    return table(
        f"tabel-capaian-s{number}",
        f"Target, Realisasi, dan Capaian Sasaran {number} Tahun {year}",
        widths=columns((6, CENTER), (32, LEFT), (10, CENTER), (12, RIGHT), (12, RIGHT), (12, RIGHT), (18, LEFT)),
        header=heading(*names, numbers=formula_number_row(objective.indicators)),
        rows=tuple(rows),
        origin=f"Data kinerja {ledger.record.agency.name}, {year}",
        notes=achievement_notes(ledger, objective.indicators),
    )


def sentence(ledger: Ledger, indicator: PerformanceIndicator) -> Content:
    """Target, actual, achievement and its meaning, in one sentence."""
    year = ledger.year
    parts: list[str | Inline] = [Text(indicator.name, bold=True), ": target "]
    parts += [ledger.target(indicator, year, unit=True), ", realisasi ", ledger.actual(indicator, year, unit=True)]
    result = ledger.achievement(indicator)
    if isinstance(result.value, Uncomputable):
        return text(*parts, ". Capaian ", ledger.percent(result), ".")
    parts += [", capaian ", ledger.percent(result)]
    if result.band:
        parts += [f", termasuk kategori {result.band.word} ({ledger.record.settings.scale.condition(result.band)})"]
    gap_to_target = ledger.variance(indicator)
    if isinstance(gap_to_target.value, Fraction) and gap_to_target.value:
        side = "di atas" if gap_to_target.value > 0 else "di bawah"
        size = ledger.plain(gap_to_target)
        unsigned = Text(size.text.lstrip("-"), explanation=size.explanation)
        parts += [". Realisasi berada ", unsigned, f" {points(indicator.unit)} {side} target"]
    elif isinstance(gap_to_target.value, Fraction):
        parts += [". Realisasi tepat sama dengan target"]
    return text(*parts, ".")


def _average(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    average = ledger.average(objective)
    if not average.counted or average.total == 1:
        return ()
    cap = f"{ledger.record.settings.average_cap.normalize():f}%"
    parts: list[str | Inline] = ["Rata-rata capaian sasaran ini ", ledger.percent(average.uncapped)]
    if average.capped.value != average.uncapped.value:
        parts += [f", dan bila tiap capaian dibatasi {cap} menjadi ", ledger.percent(average.capped)]
    if average.capped.band:
        parts += [f", termasuk kategori {average.capped.band.word}"]
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
    target_texts = [ledger.target(indicator, year, unit=True, blank="") for indicator in indicators]
    actual_texts = [ledger.actual(indicator, year, unit=True, blank="–") for indicator in indicators]
    described = "; ".join(
        f"{indicator.name}: target {in_unit(goal.text or '–', '')}, realisasi {done.text}"
        for indicator, goal, done in zip(indicators, target_texts, actual_texts, strict=True)
    )
    series = (
        Series("Target", SeriesRole.TARGET, promised, tuple(item.text for item in target_texts)),
        Series("Realisasi", SeriesRole.ACTUAL, reached, tuple(item.text for item in actual_texts)),
    )
    chart = Chart(ChartKind.BARS, tuple(item.name for item in indicators), series, unit, described)
    return Figure(chart, f"gambar-capaian-{label}", f"Target dan Realisasi Tahun {year} ({unit})")


def _drawn(indicator: PerformanceIndicator, year: int) -> Decimal | None:
    value = actual(indicator, year).value
    return None if isinstance(value, Uncomputable) else half_up(value, 6)
