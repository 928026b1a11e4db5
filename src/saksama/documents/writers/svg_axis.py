"""The value axis of a chart: from zero, with round ticks, and cut where a few values would flatten all others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

# A value is past the axis when it is this many times the next smaller one: the others would be slivers.
_OUTLYING = 12
_MOST_DIGITS = 21


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` (zero or negative) to `high` (zero or positive), with ticks; values beyond are cut off."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        first = (self.low / self.step).to_integral_value(ROUND_CEILING)
        last = (self.high / self.step).to_integral_value(ROUND_FLOOR)
        return tuple(self.step * (first + index) for index in range(int(last - first) + 1))

    def cuts(self, value: Decimal) -> bool:
        """Say whether the value lies beyond the axis."""
        return not self.low <= value <= self.high

    def share(self, value: Decimal) -> float:
        """The value as a signed share of the axis' span, at most up to its ends."""
        return float(min(max(value, self.low), self.high) / (self.high - self.low))

    def position(self, value: Decimal) -> float:
        """Where the value stands between the ends of the axis, 0 to 1."""
        return self.share(value) - self.share(self.low)


def axis(values: Iterable[Decimal], reference: Decimal | None = None, *, ticks: int = 5, whole: bool = False) -> Axis:
    """An axis that ends at the outermost value, and is never cut when it must be `whole` (shares of money)."""
    numbers = tuple(values)
    everything = (Decimal(0), *numbers, *((reference,) if reference is not None else ()))
    low, high = min(everything), max(everything)
    limit = None if whole else _limit(sorted(abs(value) for value in numbers if value))
    if limit is not None:
        limit = max(limit, abs(reference or Decimal(0)) * Decimal("1.1"))
        low, high = max(low, -limit), min(high, limit)
    if low == high:
        high = Decimal(1)
    return Axis(low, high, _step(high - low, ticks))


def to_ticks(found: Axis) -> Axis:
    """The same axis, widened to the ticks around its ends."""
    low = (found.low / found.step).to_integral_value(ROUND_FLOOR) * found.step
    high = (found.high / found.step).to_integral_value(ROUND_CEILING) * found.step
    return replace(found, low=low, high=high)


def _limit(sizes: list[Decimal]) -> Decimal | None:
    """Where the axis ends when at most half of the values lie far beyond all others."""
    for index in range((len(sizes) + 1) // 2, len(sizes)):
        if sizes[index] > _OUTLYING * sizes[index - 1]:
            return sizes[index - 1] * Decimal("1.3")
    return None


def _step(span: Decimal, ticks: int) -> Decimal:
    raw = span / ticks
    power = Decimal(1).scaleb(raw.adjusted())
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw)


def tick_text(value: Decimal) -> str:
    """A tick in Indonesian format; ticks are round, so nothing is rounded here."""
    with localcontext() as context:
        context.prec = 60
        text = f"{abs(value.normalize()):f}"
        if len(text) > _MOST_DIGITS:
            text = f"{abs(value.normalize()):E}".replace("E+", " × 10^").replace("E", " × 10^").replace(".", ",")
        else:
            whole, _, part = text.partition(".")
            text = f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")
    return f"−{text}" if value < 0 else text
