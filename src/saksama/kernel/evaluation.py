"""Evaluate a formula: one call that gives the value, the capped value, its band, and the explanation of all three."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from saksama.kernel.achievement import FORMULAS
from saksama.kernel.explanation import NO_LIMITS, Explanation, Input, Limits, ZeroTarget
from saksama.kernel.formula import Formula, Polarity
from saksama.kernel.money import MONEY_FORMULAS
from saksama.kernel.quantity import Quantity, Reason, Uncomputable
from saksama.kernel.rating import Band, RatingScale
from saksama.kernel.rounding import write_number
from saksama.kernel.satisfaction import SATISFACTION
from saksama.kernel.totals import TOTALS

ALL_FORMULAS: tuple[Formula, ...] = (*FORMULAS, *MONEY_FORMULAS, *TOTALS, SATISFACTION)


class InexactInputError(TypeError):
    """An input that is neither an exact number nor the reason for none, such as a float."""


@dataclass(frozen=True, slots=True)
class Result:
    """A computed figure: the exact value, the value within the limits, the band of the latter, and the explanation."""

    value: Quantity
    capped: Quantity
    band: Band | None
    explanation: Explanation = field(compare=False)

    def printed(self, *, decimals: int | None = None) -> str | None:
        """The uncapped value rounded half up, or `None` where there is no number."""
        if isinstance(self.value, Uncomputable):
            return None
        return write_number(self.value, self.explanation.decimals if decimals is None else decimals)


def evaluate(
    formula: Formula,
    inputs: tuple[Input, ...],
    scale: RatingScale | None = None,
    *,
    identifier: str = "",
    limits: Limits = NO_LIMITS,
    zero_target: ZeroTarget = ZeroTarget.UNCOMPUTABLE,
    decimals: int = 2,
) -> Result:
    """Evaluate `formula` for named inputs, in the unit of the formula.

    A missing input makes the result `Uncomputable` with that input's reason. The band is that of the capped value.
    Raises `InexactInputError`.
    """
    missing: Uncomputable | None = None
    values: dict[str, Fraction] = {}
    for position, item in enumerate(inputs):
        if isinstance(item.value, Fraction):
            # Sums and means take their terms by position: a node that serves an objective twice has two of one name.
            values[item.name if formula.inputs else str(position)] = item.value
        elif isinstance(item.value, Uncomputable):
            missing = missing or item.value
        else:
            raise InexactInputError(item.name)
    value: Quantity = missing or _with_zero_target(formula, values, zero_target)
    capped = value if isinstance(value, Uncomputable) else limits.apply(value)
    band = scale.band(capped) if scale and isinstance(capped, Fraction) else None
    explanation = Explanation(identifier, formula.name, inputs, decimals, limits, zero_target, scale)
    return Result(value, capped, band, explanation)


def replay(explanation: Explanation) -> Result:
    """Compute the result again from nothing but its explanation."""
    formula = formula_named(explanation.formula)
    if formula is None:
        unknown = Uncomputable(Reason.UNKNOWN_FORMULA, explanation.formula)
        return Result(unknown, unknown, None, explanation)
    return evaluate(
        formula,
        explanation.inputs,
        explanation.scale,
        identifier=explanation.id,
        limits=explanation.limits,
        zero_target=explanation.zero_target,
        decimals=explanation.decimals,
    )


_BY_NAME = {formula.name: formula for formula in ALL_FORMULAS}


def formula_named(name: str) -> Formula | None:
    """The formula with this name, or `None`."""
    return _BY_NAME.get(name)


def _with_zero_target(formula: Formula, values: Mapping[str, Fraction], policy: ZeroTarget) -> Quantity:
    value = formula.compute(values)
    is_decided = policy is ZeroTarget.MET_AT_ZERO and formula.polarity is Polarity.LOWER_IS_BETTER
    if is_decided and isinstance(value, Uncomputable) and value.reason is Reason.ZERO_TARGET:
        return Fraction(100 if values["actual"] <= 0 else 0)
    return value
