"""Which numbers of the workbook are percentages, and how one below 1 is told from a fraction."""

from decimal import Decimal

from saksama.exchange.fields import Field, Kind

_PERCENT_UNITS = ("%", "persen", "persentase", "percent", "prosentase", "persen (%)")
_WITHOUT_UNIT = ("numerator", "denominator", "raw_factor")


def is_percent(unit: str) -> bool:
    """Whether values in this unit are percentages."""
    return " ".join(unit.casefold().split()) in _PERCENT_UNITS


def needs_sign(field: Field, value: object, unit: str) -> bool:
    """Whether a percentage must be written with its sign: 0.675 alone could as well mean 67,5 %.

    `unit` is that of the indicator which the row speaks of.
    """
    if not isinstance(value, Decimal) or not 0 < abs(value) < 1 or field.identifier in _WITHOUT_UNIT:
        return False
    return field.kind is Kind.PERCENT or (field.kind in (Kind.DECIMAL, Kind.VALUE) and is_percent(unit))
