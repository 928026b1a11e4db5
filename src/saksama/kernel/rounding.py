"""Rounding once, half up, and the Indonesian way of writing numbers: 1.234.567,89 (EYD V; PUEBI II.H.5 for Rp)."""

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
"""Decimal arithmetic that rounds nothing; without it a product is rounded to the 28 digits of the thread's context."""


def half_up(value: Fraction, decimals: int) -> Decimal:
    """Round to `decimals` places; a tie goes away from zero."""
    below = value.denominator
    whole = (2 * abs(value.numerator) * 10**decimals + below) // (
        2 * below
    )  # integers: a Fraction would cancel each time
    return Decimal(-whole if value < 0 else whole).scaleb(-decimals, context=EXACT)


def ending_decimal(value: Fraction) -> Decimal:
    """The value as a decimal for other programs: exact where it ends, else rounded half up to ten decimals."""
    rest, decimals = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
        decimals = max(decimals, power)
    return half_up(value, decimals if rest == 1 else _REPEATING_DECIMALS)


_REPEATING_DECIMALS = 10


def grouped(value: Decimal, decimals: int | None = None) -> str:
    """Write an already rounded number with points between thousands and a decimal comma; its own decimals if `None`."""
    return (f"{value:,f}" if decimals is None else f"{value:,.{decimals}f}").translate(_SWAP)


_SWAP = str.maketrans(",.", ".,")


def write_number(value: Fraction, decimals: int = 2) -> str:
    """Round half up and write: 138.1925… → "138,19"."""
    return grouped(half_up(value, decimals), decimals)


def write_percent(value: Fraction, decimals: int = 2) -> str:
    """Round half up and write with the percent sign close to the figure: "138,19%"."""
    return write_number(value, decimals) + "%"


def write_rupiah(value: Fraction) -> str:
    """Write an amount of money: "Rp4.827.274.899"; with two decimals only where there are cents."""
    decimals = 0 if value.denominator == 1 else 2
    text = write_number(abs(value), decimals)
    return f"-Rp{text}" if half_up(value, decimals) < 0 else f"Rp{text}"


def as_fraction(value: Decimal | int) -> Fraction:
    """The exact value. A float is an error at the border."""
    if isinstance(value, float):
        message = "a float is not exact: give a Decimal"
        raise TypeError(message)
    return Fraction(value)
