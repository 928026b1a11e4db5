"""What the data sheet of an indicator says (lembar indikator), field by field."""

from collections.abc import Iterator

from saksama.compose.ledger import Ledger, gap
from saksama.compose.lineage import change_notes
from saksama.compose.notes import formula_text
from saksama.compose.phrases import polarity
from saksama.compose.sections.planning import calculation
from saksama.documents.document import Text
from saksama.kernel.dates import MONTHS
from saksama.kernel.evaluation import formula_named
from saksama.kernel.figures import write_decimal
from saksama.kernel.formula import Polarity
from saksama.kernel.indicator import PerformanceIndicator, ResultKind
from saksama.kernel.period import Consolidation, Cycle
from saksama.kernel.record import PerformanceRecord

_KINDS = {
    ResultKind.IMPACT: "Dampak (impact)",
    ResultKind.OUTCOME: "Hasil (outcome)",
    ResultKind.OUTPUT: "Keluaran (output)",
    ResultKind.INPUT: "Masukan (input)",
}
_DIRECTIONS = {
    Polarity.HIGHER_IS_BETTER: "Semakin tinggi semakin baik",
    Polarity.LOWER_IS_BETTER: "Semakin rendah semakin baik",
    Polarity.ON_TARGET: "Semakin dekat dengan target semakin baik",
}
_CYCLES = {Cycle.YEAR: "Tahunan", Cycle.SEMESTER: "Semesteran", Cycle.QUARTER: "Triwulanan", Cycle.MONTH: "Bulanan"}
_CONSOLIDATIONS = {
    Consolidation.SUM: "jumlah seluruh periode",
    Consolidation.AVERAGE: "rata-rata seluruh periode",
    Consolidation.LAST: "nilai periode terakhir",
}


def measured(ledger: Ledger) -> list[tuple[tuple[str, str], PerformanceIndicator]]:
    """Every indicator of the plan with what it measures: ("Sasaran 2", its name)."""
    found: list[tuple[tuple[str, str], PerformanceIndicator]] = []
    for goal in ledger.record.plan.goals:
        found += [(("Tujuan", goal.name), indicator) for indicator in goal.indicators]
        for objective in goal.objectives:
            above = (f"Sasaran {ledger.number(objective)}", objective.name)
            found += [(above, indicator) for indicator in objective.indicators]
    return found


def fields(
    record: PerformanceRecord, above: tuple[str, str], indicator: PerformanceIndicator
) -> Iterator[tuple[str, Text]]:
    """The fields that every sheet has, with visible gaps, and then those that only some have."""
    sheet, formula = indicator.sheet, formula_named(indicator.formula)
    yield above[0], Text(above[1])
    if indicator.kind:
        yield "Jenis", Text(_KINDS[indicator.kind])
    yield from (
        (name, Text(words) if words else gap())
        for name, words in (
            ("Definisi operasional", sheet.definition),
            ("Cara penghitungan", calculation(indicator)),
            ("Satuan", indicator.unit),
            ("Arah", _DIRECTIONS.get(polarity(indicator), "")),
            ("Rumus capaian", f"{formula_text(formula)}; R = realisasi, T = target" if formula else ""),
            ("Frekuensi pengukuran", _frequency(indicator)),
            ("Alasan pemilihan", sheet.reason),
            ("Sumber data", sheet.source),
            ("Cara pengumpulan data", sheet.collection),
            ("Penanggung jawab data", sheet.owner),
        )
    )
    yield from ((name, Text(words)) for name, words in _more(record, indicator) if words)


def _frequency(indicator: PerformanceIndicator) -> str:
    schedule, stated = indicator.schedule, indicator.sheet.frequency
    if schedule.cycle is Cycle.YEAR:
        month = f"Tahunan, diukur pada bulan {MONTHS[schedule.measured_in - 1]}" if schedule.measured_in else ""
        return stated or month
    year = "dihitung sejak awal tahun" if schedule.is_cumulative else _CONSOLIDATIONS[schedule.consolidation]
    return f"{stated or _CYCLES[schedule.cycle]}; nilai tahun: {year}"


def _more(record: PerformanceRecord, indicator: PerformanceIndicator) -> Iterator[tuple[str, str]]:
    scale = record.value_scale(indicator.value_scale) if indicator.value_scale else None
    if scale:
        words = ", ".join(f"{level.word} ({write_decimal(level.value)})" for level in scale.levels)
        yield "Skala nilai", f"{scale.title}, dari yang terendah: {words}"
    if indicator.minimum is not None or indicator.maximum is not None:
        low, high = indicator.minimum, indicator.maximum
        yield (
            "Nilai yang mungkin",
            " ".join(
                ([f"paling rendah {write_decimal(low)}"] if low is not None else [])
                + ([f"paling tinggi {write_decimal(high)}"] if high is not None else [])
            ),
        )
    yield "Verifikator", indicator.sheet.verifier
    yield "Dasar", indicator.sheet.basis
    yield "Riwayat", _history(record, indicator)


def _history(record: PerformanceRecord, indicator: PerformanceIndicator) -> str:
    """What happened to the indicator, and for which years it is valid."""
    told = [
        note.removeprefix(f"{indicator.name}: ") for note in change_notes(record, (indicator,), record.plan.last_year)
    ]
    if indicator.valid_from:
        told.append(f"berlaku sejak {indicator.valid_from}.")
    if indicator.valid_to:
        told.append(f"berlaku sampai {indicator.valid_to}.")
    if indicator.replaced_by:
        names = {found.id: found.name for found in record.indicators()}
        told.append(f"digantikan oleh “{names.get(indicator.replaced_by, indicator.replaced_by)}”.")
    return " ".join(f"{sentence[:1].upper()}{sentence[1:]}" for sentence in told)
