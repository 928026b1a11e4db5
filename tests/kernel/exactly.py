"""Whole numbers as the kernel's exact ones, so that a test compares like with like."""

from fractions import Fraction


def exactly(*numbers: int) -> tuple[Fraction, ...]:
    """The numbers as fractions."""
    return tuple(map(Fraction, numbers))
