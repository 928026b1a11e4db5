"""How a foreign report prints its figures."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.rounding import half_up


@dataclass(frozen=True, slots=True)
class Style:
    """Rounded or truncated percentages, of so many decimals; signs in the cells or in the headers only."""

    is_truncated: bool
    percent_decimals: int
    has_percent_signs: bool
    has_rupiah_signs: bool
    is_code_numbered: bool  # I, 1, a instead of programme codes

    def percent(self, value: Fraction) -> str:
        """A percentage in a cell."""
        return self._printed(value) + ("%" if self.has_percent_signs else "")

    def percent_said(self, value: Fraction) -> str:
        """A percentage in a sentence."""
        return self._printed(value) + "%"

    def _printed(self, value: Fraction) -> str:
        scale = 10**self.percent_decimals
        exact = Decimal(value.numerator * scale // value.denominator) / scale if self.is_truncated else None
        return _marked(exact if exact is not None else half_up(value, self.percent_decimals), self.percent_decimals)

    def value(self, indicator: PerformanceIndicator, value: Fraction | Decimal) -> str:
        """A target or an actual in a cell."""
        shown = _marked(half_up(Fraction(value), indicator.decimals), indicator.decimals)
        return shown + ("%" if indicator.unit == "%" and self.has_percent_signs else "")

    def said(self, indicator: PerformanceIndicator, value: Fraction) -> str:
        """A target or an actual in a sentence."""
        shown = _marked(half_up(Fraction(value), indicator.decimals), indicator.decimals)
        match indicator.unit:
            case "%":
                return f"{shown}%"
            case "Rupiah":
                return f"Rp{shown}"
            case "Indeks" | "Nilai" | "Rasio":
                return shown
            case unit:
                return f"{shown} {unit.lower()}"

    def rupiah(self, value: Fraction) -> str:
        """An amount in a cell."""
        return ("Rp " if self.has_rupiah_signs else "") + _marked(Decimal(int(value)), 0)


def style_of(chance: Random) -> Style:
    """A way of printing figures."""
    return Style(
        is_truncated=chance.randrange(3) == 0,
        percent_decimals=2,
        has_percent_signs=bool(chance.randrange(2)),
        has_rupiah_signs=chance.randrange(3) == 0,
        is_code_numbered=bool(chance.randrange(2)),
    )


def achieved(indicator: PerformanceIndicator, year: int) -> Fraction:
    """The achievement in percent by the indicator's formula, written out here: the bench does not lean on ours."""
    target, actual = indicator.target(year), indicator.actual(year)
    assert target
    assert actual
    assert actual.value is not None
    aim, reached = Fraction(target.low), Fraction(actual.value)
    match indicator.formula:
        case "complement":
            return (2 * aim - reached) / aim * 100
        case "inverse":
            return aim / reached * 100
        case _:
            return reached / aim * 100


def _marked(value: Decimal, decimals: int) -> str:
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
