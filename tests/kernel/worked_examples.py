"""The worked examples of tests/kernel/cases: files that an official can read and correct without Python.

Numbers are plain decimals ("67.5") or fractions where the decimal does not end ("920/9").
"""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from saksama.kernel.explanation import NO_LIMITS, Input, Limits, ZeroTarget
from saksama.kernel.quantity import Quantity, Reason, Uncomputable

CASES = Path(__file__).parent / "cases"

_WHAT_IS_MISSING = {
    "target": Reason.NO_TARGET,
    "low": Reason.NO_TARGET,
    "high": Reason.NO_TARGET,
    "end_target": Reason.NO_TARGET,
    "other": Reason.NO_TARGET,
    "appropriation": Reason.NO_APPROPRIATION,
    "expenditure": Reason.NO_EXPENDITURE,
    "absorption": Reason.NO_EXPENDITURE,
}


@dataclass(frozen=True, slots=True)
class FormulaCase:
    """One worked example of a formula; an input that the file leaves out is missing."""

    formula: str
    name: str
    inputs: dict[str, str] | list[str]
    expected: Quantity
    printed: str | None
    limits: Limits
    capped: Quantity
    zero_target: ZeroTarget

    def stated(self, names: tuple[str, ...]) -> tuple[Input, ...]:
        """The inputs under the names that the formula has."""
        if isinstance(self.inputs, dict):
            return tuple(_input(name, self.inputs.get(name, "")) for name in names)
        return tuple(_input(f"term {place}", text) for place, text in enumerate(self.inputs))


def _input(name: str, text: str) -> Input:
    missing = Uncomputable(_WHAT_IS_MISSING.get(name, Reason.NO_ACTUAL))
    return Input(name, Fraction(text) if text else missing)


def entries(file: str) -> list[dict[str, Any]]:
    """The cases of one file, each with the file's own fields."""
    stated = tomllib.loads((CASES / file).read_text(encoding="utf-8"))
    shared = {key: value for key, value in stated.items() if key != "case"}
    return [{**shared, **case} for case in stated["case"]]


def formula_cases() -> list[FormulaCase]:
    """Every case of every formula."""
    files = sorted(path.relative_to(CASES).as_posix() for path in CASES.glob("formulas/*.toml"))
    return [_formula_case(entry) for file in files for entry in entries(file)]


def _formula_case(entry: dict[str, Any]) -> FormulaCase:
    expected = expectation(entry)
    cap, floor = entry.get("cap"), entry.get("floor")
    limits = Limits(Decimal(cap) if cap else None, Decimal(floor) if floor else None) if cap or floor else NO_LIMITS
    return FormulaCase(
        formula=entry["formula"],
        name=entry["name"],
        inputs=entry["inputs"],
        expected=expected,
        printed=entry.get("printed"),
        limits=limits,
        capped=Fraction(entry["capped"]) if "capped" in entry else expected,
        zero_target=ZeroTarget(entry.get("zero_target", "uncomputable")),
    )


def expectation(entry: dict[str, Any]) -> Quantity:
    """What a case expects: a value or the reason why there is none."""
    return Uncomputable(Reason(entry["reason"])) if "reason" in entry else Fraction(entry["value"])
