"""How the workbook looks: few colours, each with one meaning, and number formats that keep the stated decimals."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from saksama.exchange.fields import Field, Kind, Role
from saksama.exchange.units import needs_sign

DARK = "#1F4E5F"
YELLOW = "#FFF2A8"
RED = "#B3261E"
GREY = "#EFEFEF"
LINE = "#C9CFD2"
MUTED = "#5F6B70"

TINTS = {
    Role.PLANNER: "#D6E6F2",
    Role.DIVISION: "#DDEFD9",
    Role.FINANCE: "#FBE3CF",
    Role.ACTIVITY: "#E8DEF3",
    Role.PERSONNEL: "#D5EFEA",
}
"""The colour of each role, which always stands beside its word."""

Properties = tuple[tuple[str, object], ...]
Styles = Callable[[Properties], Any]
"""Gives the workbook's format for properties of XlsxWriter, each made once."""

CELL: Properties = (("border", 1), ("border_color", LINE), ("locked", False))
# Not locked: Excel deletes and sorts no row of a protected sheet that has a locked cell. `checks` refuses typing.
COMPUTED: Properties = (*CELL, ("bg_color", GREY), ("font_color", "#333333"))
TITLE: Properties = (("bold", True), ("font_size", 16), ("font_color", DARK), ("valign", "vcenter"))
PURPOSE: Properties = (("font_color", MUTED), ("valign", "vcenter"))
HEADING: Properties = (
    ("bold", True),
    ("font_color", "#FFFFFF"),
    ("bg_color", DARK),
    ("text_wrap", True),
    ("valign", "vcenter"),
    ("border", 1),
    ("border_color", LINE),
)
LABEL: Properties = (("bold", True), ("text_wrap", True))
HINT: Properties = (("italic", True), ("font_size", 9), ("font_color", MUTED), ("text_wrap", True), ("valign", "top"))
LINK: Properties = (("font_color", "#0B5CAD"), ("underline", 1), ("align", "left"), ("valign", "vcenter"))


def styles(book: Any) -> Styles:
    """The formats of a workbook."""

    @cache
    def style(properties: Properties) -> Any:
        return book.add_format({"valign": "top", **dict(properties)})

    return style


def role_tint(role: Role) -> Properties:
    """The cell above a heading that says whose it is."""
    return (("bg_color", TINTS[role]), ("font_size", 9), ("bold", True), ("font_color", "#333333"))


_PLAIN_FORMATS = {
    Kind.TEXT: "@",  # keeps "1.10" and an employee number as they were typed
    Kind.REFERENCE: "@",
    Kind.YEAR: "0",
    Kind.INTEGER: "#,##0",
    Kind.RUPIAH: "#,##0",
    Kind.DATE: "[$-421]d mmmm yyyy",
}
_COMPUTED_DECIMALS = 2


def number_format(decimals: int) -> str:
    """A format that shows so many decimals."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def signed_percent(field: Field, value: object, unit: str) -> Properties:
    """The literal per cent sign of a percentage below 1; nothing for every other value."""
    if not isinstance(value, Decimal) or not needs_sign(field, value, unit):
        return ()
    return (("num_format", number_format(stated_decimals(value)) + '"%"'),)


def stated_decimals(value: Decimal) -> int:
    """How many decimals a value was stated with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


_TEXT: Properties = (("text_wrap", True), ("align", "left"), ("indent", 1))


def cell_style(field: Field, value: object = None) -> Properties:
    """The format of a field's cells; of one with a number, with as many decimals as were stated."""
    look = COMPUTED if field.is_computed else CELL
    if field.kind is Kind.LONG_TEXT or (field.kind is Kind.TEXT and field.is_computed):
        return (*look, *_TEXT)
    if isinstance(value, Decimal) and not field.is_computed:
        return (*look, ("num_format", number_format(stated_decimals(value))))
    if field.is_computed and field.kind in (Kind.PERCENT, Kind.DECIMAL, Kind.VALUE):
        # What is looked up is shown as it is stated; what is computed with two decimals.
        decimals = "0.00" if field.kind is Kind.PERCENT else "General"
        return (*look, ("num_format", decimals))
    plain = _PLAIN_FORMATS.get(field.kind, "General")
    if field.kind is Kind.VALUE and isinstance(value, str):
        return (*look, ("num_format", plain), ("align", "right"))  # a word among numbers
    wrapped = _TEXT if field.kind in (Kind.TEXT, Kind.CHOICE, Kind.REFERENCE) else ()
    return (*look, ("num_format", plain), *wrapped)
