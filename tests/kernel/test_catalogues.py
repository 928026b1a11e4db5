import ast
import re
import sys
from pathlib import Path

import pytest

from saksama import kernel
from saksama.kernel.achievement import FORMULAS
from saksama.kernel.evaluation import ALL_FORMULAS, formula_named
from saksama.kernel.formula import Formula, Polarity
from saksama.kernel.rating import ACHIEVEMENT_SCALES, VALUE_SCALES, RatingScale

SCALES = (*ACHIEVEMENT_SCALES, *VALUE_SCALES)
MODULES = sorted(Path(str(kernel.__file__)).parent.glob("*.py"))


def test_names_are_unique() -> None:
    for names in ([formula.name for formula in ALL_FORMULAS], [scale.name for scale in SCALES]):
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("formula", ALL_FORMULAS, ids=lambda formula: formula.name)
def test_every_formula_is_cited_and_found_by_its_name(formula: Formula) -> None:
    assert formula.citation.regulation
    assert formula.title
    assert formula_named(formula.name) is formula


@pytest.mark.parametrize("formula", ALL_FORMULAS, ids=lambda formula: formula.name)
def test_printed_and_spreadsheet_expressions_use_exactly_the_inputs(formula: Formula) -> None:
    for expression in (formula.expression, formula.excel):
        assert set(re.findall(r"\{(\w+)\}", expression)) == set(formula.inputs)


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.name)
def test_every_formula_of_achievement_has_a_direction_and_is_in_percent(formula: Formula) -> None:
    assert formula.polarity is not Polarity.NONE
    assert formula.unit == "%"


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.name)
def test_every_scale_is_cited_and_has_a_word_for_each_band(scale: RatingScale) -> None:
    assert scale.citation.regulation
    assert all(band.word for band in scale.bands)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_kernel_imports_only_the_standard_library_and_itself(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    plain = [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    origins = [node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]

    foreign = [name for name in (*plain, *origins) if name.partition(".")[0] not in sys.stdlib_module_names]

    assert all(name.startswith("saksama.kernel.") for name in foreign)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_kernel_asks_neither_the_clock_nor_the_machine(module: Path) -> None:
    names = {node.attr for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Attribute)}

    assert not names & {"today", "now", "environ", "getenv", "open", "getlocale", "setlocale"}
