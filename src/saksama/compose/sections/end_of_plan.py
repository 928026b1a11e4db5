"""Analysis 3: actual so far against the end-of-plan target."""

from fractions import Fraction

from saksama.compose.grid import CENTER, LEFT, RIGHT, columns, heading, row, table, text
from saksama.compose.ledger import Ledger, points
from saksama.documents.document import Block, Content, Inline, ItemList, Text
from saksama.kernel.evaluation import formula_named
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable

TITLE = "Realisasi sampai dengan Tahun {year} Dibandingkan Target Akhir Periode Renstra"


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """How far each indicator has come, and what is left."""
    if not objective.indicators:
        return ()
    number, last = ledger.number(objective), ledger.record.plan.last_year
    rows = tuple(
        row(
            indicator.name,
            indicator.unit,
            ledger.end_target(indicator),
            ledger.actual(indicator, ledger.year),
            ledger.plain(ledger.progress(indicator)),
            ledger.signed(ledger.remainder(indicator)),
        )
        for indicator in objective.indicators
    )
    made = table(
        f"tabel-akhir-s{number}",
        f"Realisasi sampai dengan {ledger.year} terhadap Target Akhir Periode, Sasaran {number}",
        widths=columns((36, LEFT), (9, CENTER), (14, RIGHT), (14, RIGHT), (14, RIGHT), (13, RIGHT)),
        header=heading(
            "Indikator Kinerja",
            "Satuan",
            f"Target Akhir {last}",
            f"Realisasi s.d. {ledger.year}",
            "Tingkat Kemajuan (%)",
            "Sisa (Target − Realisasi)",
        ),
        rows=rows,
        origin=ledger.record.plan.title,
        notes=(_method(objective.indicators),),
    )
    return made, ItemList(tuple(_sentence(ledger, indicator) for indicator in objective.indicators))


def _method(indicators: tuple[PerformanceIndicator, ...]) -> str:
    formulas = [formula_named(indicator.formula) for indicator in indicators]
    lower = any(formula and formula.polarity is Polarity.LOWER_IS_BETTER for formula in formulas)
    words = "Tingkat kemajuan = realisasi ÷ target akhir × 100"
    return words + (
        "; untuk indikator yang semakin rendah semakin baik = target akhir ÷ realisasi × 100." if lower else "."
    )


def _sentence(ledger: Ledger, indicator: PerformanceIndicator) -> Content:
    name, result, left = Text(indicator.name, bold=True), ledger.progress(indicator), ledger.remainder(indicator)
    if isinstance(result.value, Uncomputable) or isinstance(left.value, Uncomputable):
        return text(name, ": kemajuan belum dapat dihitung (", ledger.percent(result), ").")
    parts: list[str | Inline] = [name, ": tingkat kemajuan ", ledger.percent(result), " dari target akhir "]
    parts += [ledger.end_target(indicator, unit=True)]
    if left.value == 0 or result.value >= 100:
        parts += [", sehingga target akhir periode telah tercapai dan perlu dipertahankan"]
    elif isinstance(left.value, Fraction):
        size = ledger.plain(left)
        unsigned = Text(size.text.lstrip("-"), explanation=size.explanation)
        parts += [", tersisa ", unsigned, f" {points(indicator.unit)} untuk dicapai sampai akhir periode"]
    return text(*parts, ".")
