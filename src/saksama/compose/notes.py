"""Table notes: which formula, which cap, which scale stand behind the figures."""

from saksama.compose.grid import text
from saksama.compose.ledger import Ledger
from saksama.compose.phrases import lowered
from saksama.documents.document import Content, Reference, Text
from saksama.kernel.evaluation import Result, formula_named
from saksama.kernel.formula import Formula
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.quantity import Uncomputable
from saksama.language.numerals import listed

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
    sentences = [_formula_sentence(formula, indicators if len(used) > 1 else ()) for formula in used]
    limits = settings.limits
    cap = "tanpa batas atas" if limits.cap is None else f"dibatasi paling tinggi {limits.cap.normalize():f}%"
    floor = "" if limits.floor is None else f" dan paling rendah {limits.floor.normalize():f}%"
    symbols = f"R = realisasi, T = target. Capaian {cap}{floor}."
    return (
        *([text(f"{sentences[0]} {symbols}")] if len(sentences) == 1 else map(text, (*sentences, symbols))),
        text("Peringkat menurut ", Reference("tabel-skala"), ". Angka dibulatkan satu kali, setengah ke atas."),
    )


def _formula_sentence(formula: Formula, indicators: tuple[PerformanceIndicator, ...]) -> str:
    """Which formula stands behind the achievements; with the numbers of its rows where a table has several."""
    places = [str(place) for place, found in enumerate(indicators, start=1) if found.formula == formula.name]
    rows = f" nomor {listed(tuple(places))}" if places else ""
    return f"Rumus capaian{rows}: {formula_text(formula)}. Dasar: {formula.citation}."


def formula_text(formula: Formula) -> str:
    """The formula in symbols, then in words."""
    return f"{in_symbols(formula)} ({lowered(formula.title)})"


def in_symbols(formula: Formula) -> str:
    """The formula with R and T for actual and target."""
    return formula.expression.format(**{name: _SYMBOLS.get(name, name) for name in formula.inputs})


def rating_text(result: Result) -> Text:
    """The word that an achievement earns; a rating is always its word."""
    if isinstance(result.value, Uncomputable) or result.band is None:
        return Text("–")
    return Text(result.band.word)
