"""Units as sentences and charts print them."""

from collections.abc import Iterable

from saksama.kernel.indicator import PerformanceIndicator

_LEFT_OUT = {"nilai", "indeks", "skor", "angka", "poin"}
_LONGEST_REPEATED = 16


def in_unit(text: str, unit: str) -> str:
    """A value with its unit as a sentence has it: "67,5%", "12 orang", and "80,5" for a score."""
    if unit.strip() == "%":
        return f"{text}%"
    return text if _is_left_out(unit) else f"{text} {unit.strip()}"


def on_chart(text: str, unit: str) -> str:
    """A value as a chart labels it: "67,5%", and "12" where the axis names the unit."""
    return f"{text}%" if unit.strip() == "%" else text


def points(unit: str) -> str:
    """The unit of a difference: percentage points for percentages, points for scores."""
    if unit.strip() == "%":
        return "poin persen"
    return "poin" if _is_left_out(unit) else unit.strip()


def is_repeated(unit: str) -> bool:
    """Whether a sentence prints the unit after each of its values; a long one stands only after the last."""
    return len(unit.strip()) <= _LONGEST_REPEATED


def unit_width(indicators: Iterable[PerformanceIndicator], usual: float) -> float:
    """The share of a table's width for a column of units, so that no usual word is broken."""
    longest = max((len(word) for found in indicators for word in found.unit.split()), default=0)
    return max(usual, min(15.0, 2.5 + 1.25 * longest))


def _is_left_out(unit: str) -> bool:
    return not unit.strip() or unit.strip().lower() in _LEFT_OUT
