"""Targets: a value, or a range where the lower bound is stated beside it."""

from decimal import Decimal

from saksama.exchange.intake.rows import FilledRow
from saksama.exchange.intake.words import Measure, value_of
from saksama.exchange.problem import Problems
from saksama.kernel.figures import write_decimal
from saksama.kernel.indicator import Target
from saksama.language.messages import _


def target_of(
    row: FilledRow, year: int, measure: Measure, *, keys: tuple[str, str], problems: Problems
) -> Target | None:
    """The target in a row: its value and, for a range, its lower bound."""
    bounds = bounds_of(row, measure, keys=keys, problems=problems)
    return Target(year, *bounds, row.at(keys[0])) if bounds else None


def bounds_of(
    row: FilledRow, measure: Measure, *, keys: tuple[str, str], problems: Problems
) -> tuple[Decimal, Decimal] | None:
    """The lower and the upper bound of the target in a row; the same where it is one number."""
    name, low_name = keys
    high = value_of(row, name, measure, problems)
    low = value_of(row, low_name, measure, problems)
    if high is None:
        if low is not None and name not in row.unreadable and name not in row.entries:
            found = _("batas bawah {low} tanpa targetnya").format(low=write_decimal(low))
            problems.error(row.at(name), found, _("target, yaitu batas atas rentang"), _("Isi targetnya"))
        return None
    if low is not None and low > high:
        found = _("batas bawah {low} di atas target {high}").format(low=write_decimal(low), high=write_decimal(high))
        remedy = _("Tukar keduanya, atau kosongkan batas bawah bila target bukan rentang")
        problems.error(row.at(low_name), found, _("batas bawah yang tidak melebihi target"), remedy)
    return (high if low is None else low), high
