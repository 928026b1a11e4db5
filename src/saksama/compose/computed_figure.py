"""A computed figure of a record, as `saksama explain` knows it."""

from dataclasses import dataclass
from fractions import Fraction

from saksama.kernel.evaluation import Result, formula_named
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.rounding import write_percent, write_rupiah
from saksama.language.explanations import reason_text

_MONEY = ("pagu/", "pagu-versi/", "belanja/", "belanja-tw/", "belanja-sd-tw/", "sisa/")


@dataclass(frozen=True, slots=True)
class ComputedFigure:
    """A result and what it is about, in the agency's words."""

    result: Result
    subject: str

    @property
    def id(self) -> str:
        """The id of its explanation, such as "capaian/IK1/2020"."""
        return self.result.explanation.id


def written(figure: ComputedFigure) -> str:
    """A figure as it is printed, or why there is none."""
    value = figure.result.value
    if isinstance(value, Uncomputable):
        return f"({reason_text(Uncomputable(value.reason))})"
    if figure.id.startswith(_MONEY):
        return write_rupiah(value)
    return _printed(figure.result, value)


def _printed(result: Result, value: Fraction) -> str:
    formula = formula_named(result.explanation.formula)
    if formula and formula.unit == "%":
        return write_percent(value, result.explanation.decimals)
    return result.printed() or ""
