"""What an explanation holds: the inputs, the limits and the scale of a result, as data."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.kernel.quantity import Quantity, is_measurable
from saksama.kernel.rating import RatingScale


@dataclass(frozen=True, slots=True)
class Input:
    """What went into a formula: its value or why there is none, its unit, and where it comes from.

    `origin` says in the agency's words what it is ("Target 2020"); `explanation` is the id of the result that computed
    it, where it was computed; `printed` how it is written with all its decimals.
    """

    name: str
    value: Quantity
    origin: str = ""
    printed: str = ""
    place: Place | None = None
    explanation: str = ""


class ZeroTarget(Enum):
    """What an achievement is when the target is zero and lower is better. No regulation was seen to decide it."""

    UNCOMPUTABLE = "uncomputable"
    MET_AT_ZERO = "met-at-zero"
    """100 when the actual is zero, 0 when it is above (general knowledge; regulations.md 7.2)."""


class ContradictoryLimitsError(ValueError):
    """A floor above the cap, or a limit that is no number."""


ZERO_TARGET_BASIS = Citation(
    "Keputusan 0003",
    "target nol",
    Certainty.GENERAL,
    "Realisasi nol: 100%; di atas nol: 0%. Tidak ada peraturan yang terbaca menetapkannya.",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Cap and floor of an achievement, in percent, and who says so. The uncapped value stays visible.

    Raises `ContradictoryLimitsError`.
    """

    cap: Decimal | None = None
    floor: Decimal | None = None
    citation: Citation | None = None

    def __post_init__(self) -> None:
        stated = [limit for limit in (self.floor, self.cap) if limit is not None]
        if not all(map(is_measurable, stated)) or stated != sorted(stated):
            raise ContradictoryLimitsError(f"{self.floor} – {self.cap}")

    def apply(self, value: Fraction) -> Fraction:
        """Bring the value inside the limits."""
        capped = value if self.cap is None else min(value, Fraction(self.cap))
        return capped if self.floor is None else max(capped, Fraction(self.floor))


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a result came about, as data: enough to read it aloud and to compute it again (`replay`)."""

    id: str
    formula: str
    inputs: tuple[Input, ...]
    decimals: int
    limits: Limits = NO_LIMITS
    zero_target: ZeroTarget = ZeroTarget.UNCOMPUTABLE
    scale: RatingScale | None = None
