"""Analysis 4: actual of the year against a national or other standard, or why there is no comparison."""

from saksama.compose.grid import CENTER, LEFT, RIGHT, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.compose.phrases import bold, ended, polarity
from saksama.compose.standing import data_origin, marked, measuring_bodies, standing_notes
from saksama.compose.units import is_repeated, points, unit_width
from saksama.compose.values import chart_label, value_text
from saksama.documents.document import Block, Content, Inline, ItemList, Row, Text
from saksama.kernel.comparison import against_benchmark
from saksama.kernel.evaluation import Result
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import Benchmark, PerformanceIndicator
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable

TITLE = "Realisasi Tahun {year} Dibandingkan Standar Nasional"


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """A table of the comparisons, and a reason for each indicator that is not compared."""
    if not objective.indicators:
        return ()
    rows: list[Row] = []
    sentences: list[Content] = []
    for indicator in objective.indicators:
        found = [item for item in indicator.benchmarks if item.year == ledger.year]
        rows += [_row(ledger, indicator, item) for item in found if item.value is not None]
        sentences += [_sentence(ledger, indicator, item) for item in found if item.value is not None]
        if not any(item.value is not None for item in found):
            sentences.append(_reason(indicator, found))
    number = ledger.number(objective)
    compared: tuple[Block, ...] = ()
    if rows:
        label = f"tabel-pembanding-s{number}"
        unit = (unit_width(objective.indicators, 9), CENTER)
        made = table(
            label,
            f"Realisasi {ledger.year} dan Pembanding, Sasaran {number}",
            widths=columns(
                (30, LEFT),
                unit,
                (12, RIGHT),
                (17, LEFT),
                (11, RIGHT),
                (11, RIGHT),
                (16, LEFT),
            ),
            header=heading(
                "Indikator Kinerja", "Satuan", f"Realisasi {ledger.year}", "Pembanding", "Nilai", "Selisih", "Sumber"
            ),
            rows=tuple(rows),
            origin=f"Data kinerja {ledger.record.agency.name}, {ledger.year}; pembanding menurut kolom (7)"
            + measuring_bodies(ledger, objective.indicators),
            notes=(
                "Selisih = realisasi dikurangi pembanding, dalam satuan indikator.",
                *standing_notes(objective.indicators, ledger.year),
            ),
        )
        compared = (shown_in(f"Perbandingan realisasi tahun {ledger.year} dengan standar", label), made)
    return (*compared, ItemList(tuple(sentences)))


def _row(ledger: Ledger, indicator: PerformanceIndicator, benchmark: Benchmark) -> Row:
    return row(
        indicator.name,
        indicator.unit,
        marked(indicator, ledger.year, ledger.actual(indicator, ledger.year)),
        benchmark.name,
        value_text(ledger.record, indicator, benchmark.value) if benchmark.value is not None else "–",
        "–" if indicator.value_scale else ledger.signed(_difference(ledger, indicator, benchmark)),
        Text(benchmark.source) if benchmark.source else gap(),
    )


def _difference(ledger: Ledger, indicator: PerformanceIndicator, benchmark: Benchmark) -> Result:
    title = f"Selisih dengan {benchmark.name} {benchmark.year}: {indicator.name}"
    return ledger.remember(against_benchmark(indicator, benchmark), title)


def _sentence(ledger: Ledger, indicator: PerformanceIndicator, benchmark: Benchmark) -> Content:
    result, name = _difference(ledger, indicator, benchmark), bold(indicator.name)
    if isinstance(result.value, Uncomputable) or benchmark.value is None:
        return text(name, f": belum dapat dibandingkan dengan {benchmark.name}, karena realisasi belum tersedia.")
    beside = chart_label(indicator, value_text(ledger.record, indicator, benchmark.value))
    outside = f"pembanding {benchmark.name} ({beside})"
    reached = ledger.actual(indicator, ledger.year, unit=True)
    origin = data_origin(indicator, ledger.year)
    parts: list[str | Inline] = [name, ": realisasi ", reached, *([f" ({origin})"] if origin else [])]
    if not result.value:
        return text(*parts, f" sama dengan {outside}.")
    side = "di atas" if result.value > 0 else "di bawah"
    if indicator.value_scale:
        return text(*parts, f" berada {side} {outside}{_meaning(indicator, is_above=result.value > 0)}.")
    unit = f" {points(indicator.unit)}" if is_repeated(indicator.unit) else ""
    parts += [" berada ", ledger.unsigned(result), f"{unit} {side} {outside}"]
    return text(*parts, f"{_meaning(indicator, is_above=result.value > 0)}.")


def _meaning(indicator: PerformanceIndicator, *, is_above: bool) -> str:
    match polarity(indicator):
        case Polarity.HIGHER_IS_BETTER:
            return ", yang berarti lebih baik" if is_above else ", yang berarti belum sebaik pembanding itu"
        case Polarity.LOWER_IS_BETTER:
            return ", yang berarti belum sebaik pembanding itu" if is_above else ", yang berarti lebih baik"
        case _:
            return ""


def _reason(indicator: PerformanceIndicator, found: list[Benchmark]) -> Content:
    name = bold(indicator.name)
    stated = next((item.not_applicable_because for item in found if item.not_applicable_because), "")
    if not stated:
        return text(name, ": pembanding ", gap(), ".")
    return text(name, f": tidak dibandingkan. {ended(stated)}")
