"""The steps of an explanation, one after the other, as an official would check them with a calculator."""

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from saksama.kernel.evaluation import Result, formula_named, replay
from saksama.kernel.explanation import Explanation, Input, ZeroTarget
from saksama.kernel.formula import Formula
from saksama.kernel.quantity import Quantity, Uncomputable
from saksama.kernel.rounding import write_number


class StepKind(Enum):
    """What a step of an explanation does."""

    SUBSTITUTE = "substitute"  # the formula with its numbers
    DECIDE = "decide"  # the policy for a target of zero, in place of the formula
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
    """The computation in steps, done again; none where no number follows."""
    return steps_of(replay(explanation))


def steps_of(result: Result) -> tuple[Step, ...]:
    """The steps of a result; none where no number follows."""
    explanation = result.explanation
    formula = formula_named(explanation.formula)
    if formula is None or isinstance(result.value, Uncomputable) or isinstance(result.capped, Uncomputable):
        return ()
    if is_decided(explanation):
        taken = [Step(StepKind.DECIDE, written(result.value), result.value)]
    else:
        taken = [
            Step(StepKind.SUBSTITUTE, _substituted(formula, explanation.inputs)),
            Step(StepKind.COMPUTE, written(result.value), result.value),
        ]
    if result.capped != result.value:
        taken.append(Step(StepKind.LIMIT, write_number(result.capped, explanation.decimals), result.capped))
    taken.append(Step(StepKind.ROUND, write_number(result.capped, explanation.decimals)))
    if explanation.scale and result.band:
        taken.append(Step(StepKind.RATE, f"{explanation.scale.condition(result.band)}: {result.band.word}"))
    return tuple(taken)


def is_decided(explanation: Explanation) -> bool:
    """Whether the value came from the policy for a target of zero, since the formula gives none."""
    if explanation.zero_target is ZeroTarget.UNCOMPUTABLE:
        return False
    by_formula = replay(replace(explanation, zero_target=ZeroTarget.UNCOMPUTABLE))
    return by_formula.value != replay(explanation).value


def _substituted(formula: Formula, inputs: tuple[Input, ...]) -> str:
    terms = [_operand(item) for item in inputs]
    if formula.inputs:
        return formula.expression.format(**{item.name: term for item, term in zip(inputs, terms, strict=True)})
    shown = terms if len(terms) <= _TERMS_SHOWN else [*terms[: _TERMS_SHOWN - 1], "…", terms[-1]]
    total = " + ".join(shown)
    return total or "0" if formula.name == "sum" else f"({total}) ÷ {len(terms)}"


def _operand(item: Input) -> str:
    text = item.printed or written(item.value)
    return f"({text})" if text.startswith("-") else text


def written(value: Quantity) -> str:
    """A value before rounding, with an ellipsis where it goes on."""
    if isinstance(value, Uncomputable):
        return "–"
    text = write_number(value, _UNROUNDED_DECIMALS)
    is_exact = 10**_UNROUNDED_DECIMALS % value.denominator == 0
    return text.rstrip("0").rstrip(",") if is_exact else f"{text}…"
