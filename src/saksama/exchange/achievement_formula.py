"""The achievement of a row as a spreadsheet formula: the kernel's own, guarded against what gives no number."""

from dataclasses import dataclass

from saksama.exchange.placement import Placements
from saksama.exchange.rows.indicators import ZERO_TARGET_LABELS
from saksama.exchange.sheets.plan import FORMULA_OPTIONS
from saksama.exchange.word_formulas import rank
from saksama.kernel.achievement import FORMULAS, LEVEL_RATIO
from saksama.kernel.explanation import ZeroTarget
from saksama.kernel.formula import Formula, Polarity

_MET_AT_ZERO = ZERO_TARGET_LABELS[ZeroTarget.MET_AT_ZERO]
_NAMED = {formula.name: formula for formula in FORMULAS}


@dataclass(frozen=True, slots=True)
class Terms:
    """What an achievement is computed from, each as a cell or an expression."""

    label: str
    actual: str
    low: str
    high: str
    policy: str
    scale: str


def achievement_of(terms: Terms, places: Placements) -> str:
    """The achievement by the formula that the indicator names; "" where none follows."""
    labels = places["lists"].column("indicators.formula")
    guarded = [_guarded(_NAMED[option.value], terms, places) for option in FORMULA_OPTIONS]
    return (
        f"IF(AND(ISNUMBER({terms.actual}),ISNUMBER({terms.high})),"
        f'IFERROR(CHOOSE(MATCH({terms.label},{labels},0),{",".join(guarded)}),""),"")'
    )


def _guarded(formula: Formula, terms: Terms, places: Placements) -> str:
    """The kernel's formula where it gives a number, else what the kernel gives there."""
    actual, high = terms.actual, terms.high
    low = f"IF(ISNUMBER({terms.low}),{terms.low},{high})"
    if formula is LEVEL_RATIO:
        return _level_ratio(terms, low, places)
    when_zero = '""'
    if formula.polarity is Polarity.LOWER_IS_BETTER:
        when_zero = f'IF(AND({{target}}=0,{terms.policy}="{_MET_AT_ZERO}"),IF({actual}<=0,100,0),"")'
    if "low" in formula.inputs:
        expression = formula.excel.format(actual=actual, low=low, high=high)
        nearest = f"IF({actual}<{low},{low},{high})"
        outside = f"IF({nearest}>0,{expression},{when_zero.replace('{target}', nearest)})"
        return f'IF({low}>{high},"",IF(AND({actual}>={low},{actual}<={high}),100,{outside}))'
    expression = formula.excel.format(actual=actual, target=high)
    if formula.name == "inverse":
        expression = f'IF({actual}>0,{expression},"")'
    one_number = f"IF({high}>0,{expression},{when_zero.replace('{target}', high)})"
    return f'IF({low}<>{high},"",{one_number})'


def _level_ratio(terms: Terms, low: str, places: Placements) -> str:
    """The ratio of ranks; an error, which the caller catches, where a value has none."""
    levels = places["value_scales"]
    reached, wanted = (rank(value, terms.scale, levels) for value in (terms.actual, terms.high))
    return f'IF({low}={terms.high},100/({wanted}/{reached}),"")'
