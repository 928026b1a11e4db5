"""Units as sentences and charts print them."""

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


def _is_left_out(unit: str) -> bool:
    return not unit.strip() or unit.strip().lower() in _LEFT_OUT
