"""Table notes: which formula, which cap, which scale stand behind the figures."""

from saksama.compose.grid import text
from saksama.compose.ledger import Ledger
from saksama.documents.document import Content, Reference, Text
from saksama.kernel.evaluation import Result, formula_named
from saksama.kernel.formula import Formula
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.quantity import Uncomputable

_COLUMN_FORMULAS = {
    "ratio": "(6) = (5)/(4)",
    "complement": "(6) = (2×(4)−(5))/(4)",
    "inverse": "(6) = (4)/(5)",
}
_SYMBOLS = {
    "actual": "R",
    "target": "T",
    "low": "batas bawah",
    "high": "batas atas",
    "achievement": "capaian",
    "absorption": "serapan",
    "appropriation": "pagu",
    "expenditure": "realisasi",
    "expected_cost": "pagu × capaian",
}


def formula_number_row(indicators: tuple[PerformanceIndicator, ...]) -> tuple[str, ...]:
    """The column-number row of the achievement table; with the formula where all its rows share one."""
    names = {indicator.formula for indicator in indicators}
    shared = _COLUMN_FORMULAS.get(names.pop(), "(6)") if len(names) == 1 else "(6)"
    return ("(1)", "(2)", "(3)", "(4)", "(5)", shared, "(7)")


def achievement_notes(ledger: Ledger, indicators: tuple[PerformanceIndicator, ...]) -> tuple[Content, ...]:
    """The formulas in use, the cap of each achievement, the scale, and how figures were rounded."""
    names = dict.fromkeys(indicator.formula for indicator in indicators)
    used = [formula for formula in map(formula_named, names) if formula]
    settings = ledger.record.settings
    formulas = "; ".join(f"{formula.title}: {in_symbols(formula)} ({formula.citation})" for formula in used)
    limits = settings.limits
    cap = "tanpa batas atas" if limits.cap is None else f"dibatasi paling tinggi {limits.cap.normalize():f}%"
    floor = "" if limits.floor is None else f" dan paling rendah {limits.floor.normalize():f}%"
    return (
        text(f"Rumus (R = realisasi, T = target): {formulas}. Capaian {cap}{floor}."),
        text("Peringkat menurut ", Reference("tabel-skala"), ". Angka dibulatkan satu kali, setengah ke atas."),
    )


def in_symbols(formula: Formula) -> str:
    """The formula with R and T for actual and target."""
    return formula.expression.format(**{name: _SYMBOLS.get(name, name) for name in formula.inputs})


def rating_text(result: Result) -> Text:
    """The word that an achievement earns; a rating is always its word."""
    if isinstance(result.value, Uncomputable) or result.band is None:
        return Text("–")
    return Text(result.band.word)
