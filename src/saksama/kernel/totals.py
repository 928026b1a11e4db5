"""Sums and means, as formulas that take any number of inputs, and differences."""

from fractions import Fraction
from math import lcm

from saksama.kernel.formula import Formula, Values
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.quantity import Quantity, Reason, Uncomputable

ARITHMETIC = Citation("Aritmetika", "", Certainty.OWN)


def _sum(values: Values) -> Fraction:
    # Over one common denominator: a sum of fractions would be cancelled at every step.
    below = lcm(*(value.denominator for value in values.values()))
    return Fraction(sum(value.numerator * (below // value.denominator) for value in values.values()), below)


def _mean(values: Values) -> Quantity:
    if not values:
        return Uncomputable(Reason.NOTHING_TO_AVERAGE)
    return _sum(values) / len(values)


SUM = Formula("sum", "Jumlah", (), "jumlah", "SUM", _sum, ARITHMETIC, unit="")
MEAN = Formula(
    "mean",
    "Rata-rata capaian tanpa bobot",
    (),
    "jumlah ÷ banyaknya",
    "AVERAGE",
    _mean,
    Citation("Praktik LKjIP", "rata-rata capaian", Certainty.WEAK, "Tidak ada peraturan yang menetapkan bobot."),
)
CAPPED_MEAN = Formula(
    "capped-mean",
    "Rata-rata capaian tanpa bobot, tiap capaian dibatasi",
    (),
    "jumlah capaian yang dibatasi ÷ banyaknya",
    "AVERAGE",
    _mean,
    Citation("Keputusan 0005", "", Certainty.OWN, "Batas mencegah satu capaian tinggi menutup capaian yang rendah."),
)

DIFFERENCE = Formula(
    "difference",
    "Selisih",
    ("value", "other"),
    "{value} − {other}",
    "{value}-{other}",
    lambda values: values["value"] - values["other"],
    ARITHMETIC,
    unit="",
)

TOTALS: tuple[Formula, ...] = (SUM, MEAN, CAPPED_MEAN, DIFFERENCE)


def geometric_mean(values: tuple[Fraction, ...], decimals: int) -> Quantity:
    """The n-th root of the product of n values, rounded half up to `decimals`, as PMK 22/2021 averages an output's
    indicators (example: 5/5 and 9/10 give 94.87 %). Uncomputable for no values or one that is negative.
    """
    if not values:
        return Uncomputable(Reason.NOTHING_TO_AVERAGE)
    if any(value < 0 for value in values):
        return Uncomputable(Reason.NEGATIVE_VALUE)
    product = Fraction(1)
    for value in values:
        product *= value
    degree, scale = len(values), 10**decimals
    # The largest k with (k / 2·scale)^n ≤ product decides the rounding exactly, without a float.
    doubled = product * (2 * scale) ** degree
    root = _integer_root(doubled.numerator // doubled.denominator, degree)
    return Fraction((root + 1) // 2, scale)


def _integer_root(number: int, degree: int) -> int:
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return low
