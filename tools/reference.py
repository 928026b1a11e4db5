"""Write the reference of formulas and scales from the kernel's own catalogues.

`python -m tools.reference` writes both pages; a test says when one is out of date.
"""

import sys
from pathlib import Path

from saksama.kernel.achievement import FORMULAS
from saksama.kernel.formula import Formula
from saksama.kernel.money import MONEY_FORMULAS
from saksama.kernel.rating import ACHIEVEMENT_SCALES, VALUE_SCALES, RatingScale
from saksama.kernel.satisfaction import SATISFACTION
from saksama.kernel.totals import TOTALS
from saksama.language.explanations import explain_formula, explain_scale, formula_in_words
from saksama.language.messages import speaking

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
_ORIGIN = "<!-- Generated from the kernel by `make docs`; do not edit. -->"
_FORMULAS = (
    ("Achievement", "An indicator names one of these. The result is in percent and not capped.", FORMULAS),
    ("Money, progress and efficiency", "A report names its method of efficiency.", MONEY_FORMULAS),
    ("Sums, means and differences", "Sums and means take any number of inputs.", TOTALS),
    ("Satisfaction", "The index of a satisfaction survey.", (SATISFACTION,)),
)
_SCALES = (
    ("Scales of achievement", "An agency may state its own instead.", ACHIEVEMENT_SCALES),
    ("Scales of a value itself", "These rate an index or a score, never an achievement.", VALUE_SCALES),
)


def formulas_page() -> str:
    """Every formula: how it is written, computed in a spreadsheet, and what it rests on."""
    lines = ["# Formulas", "", _ORIGIN, ""]
    lines += [
        "`saksama explain NAME` says the same. Worked examples, the regulations' own first, are in",
        "`tests/kernel/cases/formulas/NAME.toml`. Decisions 0002 to 0006 say why, where no regulation does.",
    ]
    for title, remark, formulas in _FORMULAS:
        lines += ["", f"## {title}", "", remark]
        for formula in formulas:
            lines += ["", *_formula(formula)]
    return "\n".join(lines) + "\n"


def scales_page() -> str:
    """Every scale: its classes, on which side its bounds fall, and what it rests on."""
    lines = ["# Rating scales", "", _ORIGIN, ""]
    lines += [
        "Where a printed table has gaps, decision 0004 says how it was completed. Words are as the reports print them."
    ]
    for title, remark, scales in _SCALES:
        lines += ["", f"## {title}", "", remark]
        for scale in scales:
            lines += ["", *_scale(scale)]
    return "\n".join(lines) + "\n"


def _formula(formula: Formula) -> list[str]:
    with speaking("id"):
        printed = [("Title in reports", formula.title), ("Formula in reports", formula_in_words(formula))]
    with speaking("en"):
        name, *rows = explain_formula(formula)
    excel = formula.excel if formula.inputs else f"{formula.excel}(…)"
    return [f"### `{name[1]}`", "", *_table([*rows, *printed, ("Excel", f"`{excel}`")])]


def _scale(scale: RatingScale) -> list[str]:
    with speaking("en"):
        name, *rows = explain_scale(scale)
    return [f"### `{name[1]}`", "", *_table([("Title in reports", scale.title), *rows])]


def _table(rows: list[tuple[str, str]]) -> list[str]:
    return ["| | |", "| --- | --- |", *(f"| {label} | {text.replace('|', chr(92) + '|')} |" for label, text in rows)]


PAGES = {REFERENCE / "formulas.md": formulas_page, REFERENCE / "scales.md": scales_page}


def main() -> int:
    """Write the pages."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for path, page in PAGES.items():
        path.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
