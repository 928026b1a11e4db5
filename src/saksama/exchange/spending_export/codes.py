"""Codes in an export of the budget system: units, programmes and below, accounts (regulations.md 10)."""

import re
from dataclasses import dataclass

from saksama.kernel.budget import BudgetLevel

# Permendagri 90/2019: urusan, bidang, program, then authority with activity, then sub-activity of two or four digits.
_NODE = r"(?P<node>[1-9X]\.(?:\d{2}|XX)\.\d{2}(?:\.[12]\.\d{2}(?:\.(?:\d{4}|\d{2}))?)?)"
# Three fields of government, the unit and its sub-unit: "2.16.2.20.2.21.01.0000".
_UNIT = r"(?P<unit>\d\.\d{2}(?:\.\d\.\d{2}){2}\.\d{2}\.\d{4})"
# Accounts have one digit where a field of government has two: "5.1.02.01.01.0001".
_ACCOUNT = r"(?P<account>[4-6]\.\d(?:\.\d{2,})*)"
_CODE = re.compile(
    rf"(?:{_UNIT}(?![0-9]))?\.?\s*(?:{_NODE}(?![0-9]))?\.?\s*(?:{_ACCOUNT}(?![0-9]))?(?:[\s:–—-]+(?P<name>[^\W\d_].*))?",
    re.IGNORECASE | re.DOTALL,
)
_LEVELS = {3: BudgetLevel.PROGRAMME, 5: BudgetLevel.ACTIVITY, 6: BudgetLevel.SUB_ACTIVITY}
_PARENTS = {5: 3, 6: 5}


@dataclass(frozen=True, slots=True)
class Code:
    """What a cell with a code names; "" for what it does not. `name` is the text that follows the code."""

    node: str = ""
    account: str = ""
    unit: str = ""
    name: str = ""


def read_code(text: str) -> Code | None:
    """The code that a cell holds; `None` where it holds another text."""
    found = _CODE.fullmatch(text.strip())
    if not found or not (found["node"] or found["account"] or found["unit"]):
        return None
    return Code((found["node"] or "").upper(), found["account"] or "", found["unit"] or "", found["name"] or "")


def level_of(node: str) -> BudgetLevel:
    """The level of a node's code."""
    return _LEVELS[len(node.split("."))]


def parent_of(node: str) -> str:
    """The code above, or "" for a programme."""
    parts = node.split(".")
    return ".".join(parts[: _PARENTS.get(len(parts), 0)])
