"""Compute and rate 100,000 achievements through the kernel's one call, for the benchmark of that name."""

from fractions import Fraction

from saksama.kernel.achievement import HIGHER_IS_BETTER
from saksama.kernel.evaluation import evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.rating import PERMENDAGRI_86_2017

COUNT = 100_000


def rated(count: int) -> int:
    """How many of `count` different achievements have a band."""
    bands = 0
    for number in range(count):
        actual, target = Fraction(number % 12_007, 100), Fraction(number % 10_007 + 1, 100)
        inputs = (Input("actual", actual, "Realisasi"), Input("target", target, "Target"))
        bands += evaluate(HIGHER_IS_BETTER, inputs, PERMENDAGRI_86_2017).band is not None
    return bands


if __name__ == "__main__":
    print(rated(COUNT))
