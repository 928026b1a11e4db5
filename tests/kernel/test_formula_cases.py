from fractions import Fraction

import pytest

from saksama.kernel.evaluation import ALL_FORMULAS, evaluate, formula_named, replay
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.rounding import write_number
from saksama.kernel.totals import geometric_mean
from tests.kernel.worked_examples import CASES, FormulaCase, entries, formula_cases


@pytest.mark.parametrize("case", formula_cases(), ids=lambda case: f"{case.formula}: {case.name}")
def test_formula_gives_what_the_worked_example_says(case: FormulaCase) -> None:
    formula = formula_named(case.formula)
    assert formula is not None

    result = evaluate(formula, case.stated(formula.inputs), limits=case.limits, zero_target=case.zero_target)

    assert (result.value, result.capped, result.printed()) == (case.expected, case.capped, case.printed)
    assert replay(result.explanation) == result


@pytest.mark.parametrize("entry", entries("geometric_mean.toml"), ids=lambda entry: str(entry["name"]))
def test_geometric_mean_gives_what_the_worked_example_says(entry: dict[str, object]) -> None:
    inputs, decimals = entry["inputs"], entry["decimals"]
    assert isinstance(inputs, list)
    assert isinstance(decimals, int)

    mean = geometric_mean(tuple(Fraction(text) for text in inputs), decimals)

    if "reason" in entry:
        assert mean == Uncomputable(Reason(entry["reason"]))
    else:
        assert isinstance(mean, Fraction)
        assert write_number(mean, decimals) == entry["printed"]


@pytest.mark.parametrize("formula", ALL_FORMULAS, ids=lambda formula: formula.name)
def test_every_formula_has_a_file_of_worked_examples(formula: object) -> None:
    name = getattr(formula, "name", "")

    assert (CASES / "formulas" / f"{name}.toml").exists()
    assert all(entry["basis"] for entry in entries(f"formulas/{name}.toml"))
