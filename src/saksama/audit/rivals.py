"""Rival formulas of an achievement: the lawful ones, and the wrong ones that reports are seen to use."""

from dataclasses import dataclass
from fractions import Fraction

from saksama.kernel.achievement import HIGHER_IS_BETTER, LOWER_IS_BETTER, LOWER_IS_BETTER_INVERSE, ON_TARGET
from saksama.kernel.formula import Formula, Values
from saksama.kernel.quantity import Quantity, Reason, Uncomputable
from saksama.kernel.totals import ARITHMETIC
from saksama.language.messages import _

LAWFUL = (HIGHER_IS_BETTER, LOWER_IS_BETTER, LOWER_IS_BETTER_INVERSE, ON_TARGET)
"""In the order of their use: a row that two of them explain counts for the first."""
CAPS = (Fraction(100), Fraction(110), Fraction(120), Fraction(125), Fraction(150))


def _against_baseline(values: Values) -> Quantity:
    if values["baseline"] <= 0:
        return Uncomputable(Reason.ZERO_DENOMINATOR)
    return values["actual"] / values["baseline"] * 100


AGAINST_BASELINE = Formula(
    "against-baseline",
    "Realisasi dibagi kondisi awal",
    ("actual", "baseline"),
    "{actual} ÷ {baseline} × 100%",
    "{actual}/{baseline}*100",
    _against_baseline,
    ARITHMETIC,
)
ACTUAL_ITSELF = Formula(
    "actual-itself",
    "Realisasi itu sendiri",
    ("actual",),
    "{actual}",
    "{actual}",
    lambda values: values["actual"],
    ARITHMETIC,
)


@dataclass(frozen=True, slots=True)
class Rival:
    """A wrong formula, and the inputs that it needs."""

    formula: Formula
    inputs: tuple[str, ...]


RIVALS = (Rival(ACTUAL_ITSELF, ("actual",)), Rival(AGAINST_BASELINE, ("actual", "baseline")))


def rival_in_words(formula: Formula) -> str:
    """What a column with this formula prints instead of the achievement."""
    if formula is ACTUAL_ITSELF:
        return _("realisasi itu sendiri, bukan persentasenya terhadap target")
    return _("realisasi dibagi kondisi awal, bukan dibagi target")
