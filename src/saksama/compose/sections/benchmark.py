"""Analysis 4: actual of the year against a national or other standard, or why there is no comparison."""

from saksama.compose.grid import CENTER, LEFT, RIGHT, columns, heading, row, table, text
from saksama.compose.ledger import Ledger, gap
from saksama.documents.document import Block, Content, ItemList, Row, Text
from saksama.kernel.comparison import against_benchmark
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import Benchmark, PerformanceIndicator
from saksama.kernel.plan import StrategicObjective

TITLE = "Realisasi Tahun {year} Dibandingkan Standar Nasional"


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """A table of the comparisons, and a reason for each indicator that is not compared."""
    if not objective.indicators:
        return ()
    rows: list[Row] = []
    reasons: list[Content] = []
    for indicator in objective.indicators:
        found = [item for item in indicator.benchmarks if item.year == ledger.year]
        rows += [_row(ledger, indicator, item) for item in found if item.value is not None]
        if not any(item.value is not None for item in found):
            reasons.append(_reason(indicator, found))
    number = ledger.number(objective)
    compared: tuple[Block, ...] = ()
    if rows:
        made = table(
            f"tabel-pembanding-s{number}",
            f"Realisasi {ledger.year} dan Pembanding, Sasaran {number}",
            widths=columns((30, LEFT), (9, CENTER), (12, RIGHT), (17, LEFT), (11, RIGHT), (11, RIGHT), (16, LEFT)),
            header=heading(
                "Indikator Kinerja", "Satuan", f"Realisasi {ledger.year}", "Pembanding", "Nilai", "Selisih", "Sumber"
            ),
            rows=tuple(rows),
            origin="sumber tiap pembanding pada kolom (7)",
            notes=("Selisih = realisasi dikurangi pembanding, dalam satuan indikator.",),
        )
        compared = (made,)
    return (*compared, *((ItemList(tuple(reasons)),) if reasons else ()))


def _row(ledger: Ledger, indicator: PerformanceIndicator, benchmark: Benchmark) -> Row:
    title = f"Selisih dengan {benchmark.name} {benchmark.year}: {indicator.name}"
    result = ledger.remember(against_benchmark(indicator, benchmark), title)
    return row(
        indicator.name,
        indicator.unit,
        ledger.actual(indicator, ledger.year),
        benchmark.name,
        write_decimal(benchmark.value) if benchmark.value is not None else "–",
        ledger.signed(result),
        Text(benchmark.source) if benchmark.source else gap(),
    )


def _reason(indicator: PerformanceIndicator, found: list[Benchmark]) -> Content:
    name = Text(indicator.name, bold=True)
    stated = next((item.not_applicable_because for item in found if item.not_applicable_because), "")
    if not stated:
        return text(name, ": pembanding ", gap(), ".")
    return text(name, f": tidak dibandingkan. {stated}")
