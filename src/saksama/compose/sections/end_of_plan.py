"""Analysis 3: actual so far against the end-of-plan target."""

from saksama.compose.grid import CENTER, LEFT, RIGHT, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger
from saksama.compose.phrases import bold, polarity
from saksama.compose.standing import data_origin, marked, standing_notes
from saksama.compose.units import is_repeated, points, unit_width
from saksama.compose.values import end_year, value_width
from saksama.documents.document import Block, Content, Inline, ItemList, Text
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable

TITLE = "Realisasi sampai dengan Tahun {year} Dibandingkan Target Akhir Periode Renstra"


def build(ledger: Ledger, objective: StrategicObjective) -> tuple[Block, ...]:
    """How far each indicator has come, and what is left."""
    if not objective.indicators:
        return ()
    number, last = ledger.number(objective), end_year(ledger.record)
    rows = tuple(
        row(
            indicator.name,
            indicator.unit,
            ledger.end_target(indicator),
            marked(indicator, ledger.year, ledger.actual(indicator, ledger.year)),
            marked(indicator, ledger.year, ledger.plain(ledger.progress(indicator))),
            Text("–") if _is_kept(indicator) or indicator.value_scale else ledger.signed(ledger.remainder(indicator)),
        )
        for indicator in objective.indicators
    )
    label = f"tabel-akhir-s{number}"
    unit = (unit_width(objective.indicators, 9), CENTER)
    value = (value_width(ledger.record, objective.indicators, 14), RIGHT)
    made = table(
        label,
        f"Realisasi sampai dengan {ledger.year} terhadap Target Akhir Periode, Sasaran {number}",
        widths=columns(
            (36, LEFT),
            unit,
            value,
            value,
            (14, RIGHT),
            (13, RIGHT),
        ),
        header=heading(
            "Indikator Kinerja",
            "Satuan",
            f"Target Akhir {last}",
            f"Realisasi s.d. {ledger.year}",
            "Tingkat Kemajuan (%)",
            "Selisih (Target − Realisasi)",
        ),
        rows=rows,
        origin=ledger.record.plan.title,
        notes=(*_notes(objective.indicators), *standing_notes(objective.indicators, ledger.year)),
    )
    opening = shown_in(f"Kemajuan menuju target akhir periode {last}", label)
    return opening, made, ItemList(tuple(_sentence(ledger, indicator) for indicator in objective.indicators))


def _is_kept(indicator: PerformanceIndicator) -> bool:
    """Whether a value is to be kept, at a point or in a range, so that nothing is left to be gained."""
    end = indicator.end_target
    return polarity(indicator) is Polarity.ON_TARGET or (end is not None and end.is_range)


def _notes(indicators: tuple[PerformanceIndicator, ...]) -> tuple[str, ...]:
    kept = [indicator for indicator in indicators if _is_kept(indicator)]
    sides = {polarity(indicator) for indicator in indicators if not _is_kept(indicator)}
    ways = {
        Polarity.HIGHER_IS_BETTER: "realisasi ÷ target akhir × 100%",
        Polarity.LOWER_IS_BETTER: "target akhir ÷ realisasi × 100%",
    }
    hints = {
        Polarity.HIGHER_IS_BETTER: "semakin tinggi semakin baik",
        Polarity.LOWER_IS_BETTER: "semakin rendah semakin baik",
    }
    left = {
        Polarity.HIGHER_IS_BETTER: "Selisih negatif berarti realisasi telah melampaui target akhir",
        Polarity.LOWER_IS_BETTER: "Selisih negatif berarti realisasi masih harus diturunkan",
    }
    used = [side for side in ways if side in sides]
    parts = [ways[side] + (f" (bila {hints[side]})" if len(used) > 1 or kept else "") for side in used]
    if kept:
        parts.append("rumus capaian (bila target berupa rentang atau nilai yang dijaga, tanpa selisih)")
    if any(indicator.value_scale for indicator in indicators):
        parts.append("untuk nilai berupa kata dihitung dari peringkat tingkatnya")
    differs = [left[side] + (f" (bila {hints[side]})" if len(used) > 1 else "") + "." for side in used]
    return f"Tingkat kemajuan = {'; '.join(parts)}.", *differs


def _sentence(ledger: Ledger, indicator: PerformanceIndicator) -> Content:
    name, result, left = bold(indicator.name), ledger.progress(indicator), ledger.remainder(indicator)
    if isinstance(result.value, Uncomputable) or isinstance(left.value, Uncomputable):
        return text(name, ": kemajuan belum dapat dihitung (", ledger.percent(result), ").")
    origin = data_origin(indicator, ledger.year)
    parts: list[str | Inline] = [name, ": tingkat kemajuan ", ledger.percent(result)]
    parts += [*([f" ({origin})"] if origin else []), " dari target akhir "]
    if result.value >= 100:
        reached = ", sehingga target akhir periode telah tercapai dan perlu dipertahankan"
        return text(*parts, ledger.end_target(indicator, unit=True), reached, ".")
    if _is_kept(indicator) or indicator.value_scale:
        return text(*parts, ledger.end_target(indicator, unit=True), ", yang belum tercapai.")
    moved = "diturunkan" if left.value < 0 else "ditingkatkan"
    parts += [ledger.end_target(indicator, unit=is_repeated(indicator.unit)), f"; realisasi masih harus {moved} "]
    return text(*parts, ledger.unsigned(left), f" {points(indicator.unit)} sampai akhir periode.")
