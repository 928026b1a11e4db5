"""The pages about formulas and scales say what the kernel knows."""

from pathlib import Path

import pytest

from saksama.kernel.evaluation import ALL_FORMULAS
from saksama.kernel.rating import ACHIEVEMENT_SCALES, VALUE_SCALES
from tools.reference import PAGES, formulas_page, scales_page


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_page_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == PAGES[path](), "run `make docs`"


def test_every_formula_and_scale_has_its_section() -> None:
    assert [f"### `{formula.name}`" in formulas_page() for formula in ALL_FORMULAS] == [True] * len(ALL_FORMULAS)
    scales = (*ACHIEVEMENT_SCALES, *VALUE_SCALES)
    assert [f"### `{scale.name}`" in scales_page() for scale in scales] == [True] * len(scales)
