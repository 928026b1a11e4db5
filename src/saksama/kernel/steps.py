"""The steps of an explanation, one after the other, as an official would check them with a calculator."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from saksama.kernel.evaluation import formula_named, replay
from saksama.kernel.explanation import Explanation, Input
from saksama.kernel.formula import Formula
from saksama.kernel.quantity import Quantity, Uncomputable
from saksama.kernel.rounding import write_number


class StepKind(Enum):
    """What a step of an explanation does."""

    SUBSTITUTE = "substitute"  # the formula with its numbers
    COMPUTE = "compute"  # the value before rounding
    LIMIT = "limit"
    ROUND = "round"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an explanation; `text` holds numbers and the agency's words only."""

    kind: StepKind
    text: str
    value: Fraction | None = None


_UNROUNDED_DECIMALS = 6
_TERMS_SHOWN = 12


def steps(explanation: Explanation) -> tuple[Step, ...]:
    """The computation in steps; none where no number follows."""
    formula, result = formula_named(explanation.formula), replay(explanation)
    if formula is None or isinstance(result.value, Uncomputable) or isinstance(result.capped, Uncomputable):
        return ()
    taken = [
        Step(StepKind.SUBSTITUTE, _substituted(formula, explanation.inputs)),
        Step(StepKind.COMPUTE, _written(result.value), result.value),
    ]
    if result.capped != result.value:
        taken.append(Step(StepKind.LIMIT, write_number(result.capped, explanation.decimals), result.capped))
    taken.append(Step(StepKind.ROUND, write_number(result.capped, explanation.decimals)))
    if explanation.scale and result.band:
        taken.append(Step(StepKind.RATE, f"{explanation.scale.condition(result.band)}: {result.band.word}"))
    return tuple(taken)


def _substituted(formula: Formula, inputs: tuple[Input, ...]) -> str:
    printed = {item.name: item.printed or _written(item.value) for item in inputs}
    if formula.inputs:
        return formula.expression.format(**printed)
    terms = list(printed.values())
    shown = terms if len(terms) <= _TERMS_SHOWN else [*terms[: _TERMS_SHOWN - 1], "…", terms[-1]]
    total = " + ".join(shown)
    return total if formula.name == "sum" else f"({total}) ÷ {len(terms)}"


def _written(value: Quantity) -> str:
    if isinstance(value, Uncomputable):
        return "–"
    written = write_number(value, _UNROUNDED_DECIMALS)
    is_exact = (value * 10**_UNROUNDED_DECIMALS).denominator == 1
    return written.rstrip("0").rstrip(",") if is_exact else f"{written}…"
