"""What a careful reader would ask of a value while it is typed. It is kept all the same: the person knows better."""

from collections.abc import Iterator
from fractions import Fraction

from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.period import Period, periods_of
from saksama.kernel.periods import period_title, value_in
from saksama.kernel.rounding import write_number
from saksama.language.messages import _

FAR = 10
"""Times the value before, from which on a slip of the decimal mark is likelier than the value (our own choice)."""


def questions(indicator: PerformanceIndicator, period: Period) -> tuple[str, ...]:
    """The questions about the value of a period, in the user's language; none where there is no value."""
    value = value_in(indicator, period).value
    return tuple(_questions(indicator, period, value)) if isinstance(value, Fraction) else ()


def _questions(indicator: PerformanceIndicator, period: Period, value: Fraction) -> Iterator[str]:
    if indicator.minimum is not None and value < Fraction(indicator.minimum):
        yield _("Kurang dari nilai terkecil yang mungkin, {bound}.").format(
            bound=_written(indicator, indicator.minimum)
        )
    if indicator.maximum is not None and value > Fraction(indicator.maximum):
        yield _("Lebih dari nilai terbesar yang mungkin, {bound}.").format(bound=_written(indicator, indicator.maximum))
    elif indicator.unit.strip() in ("%", "persen", "Persen") and value > 100 and indicator.maximum is None:
        yield _("Lebih dari 100%: benarkah persentase ini dapat melampaui 100?")
    before = _before(indicator, period)
    if before is None:
        return
    earlier, last = before
    title, written = period_title(earlier), write_number(last, indicator.decimals)
    if indicator.schedule.is_cumulative and value < last:
        yield _("Turun dari {title} ({value}), padahal dihitung sejak awal tahun.").format(title=title, value=written)
    elif last and value and not 1 / Fraction(FAR) < abs(value / last) < FAR:
        yield _("Jauh dari {title} ({value}): periksa letak komanya.").format(title=title, value=written)


def _before(indicator: PerformanceIndicator, period: Period) -> tuple[Period, Fraction] | None:
    """The last period of the year before this one that has a value, with it."""
    earlier = [one for one in periods_of(period.year, period.cycle) if one.number < period.number]
    for one in reversed(earlier):
        value = value_in(indicator, one).value
        if isinstance(value, Fraction):
            return one, value
    return None


def _written(indicator: PerformanceIndicator, bound: object) -> str:
    return write_number(Fraction(str(bound)), indicator.decimals)
