"""Values that are words: predicates ("BB"), yes or no, milestones. Each kind has a scale of its own.

A word stands for a number of the scale, so that targets and actuals stay numbers that formulas take. The scale of a
value is another thing than the scale of achievement.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from saksama.kernel.provenance import Certainty, Citation


@dataclass(frozen=True, slots=True)
class Level:
    """A word and the number that it stands for: its rank, or the lowest score that earns it."""

    word: str
    value: Decimal


class MisorderedLevelsError(ValueError):
    """Levels that do not rise, or two of one word."""


_OWN = Citation("Skala instansi", "", Certainty.OWN)


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Levels from the lowest to the best. `has_scores`: between two levels a value is a score ("BB" with 72,35).

    Raises `MisorderedLevelsError`.
    """

    name: str
    title: str
    levels: tuple[Level, ...]
    has_scores: bool = False
    citation: Citation = _OWN

    def __post_init__(self) -> None:
        values = [level.value for level in self.levels]
        words = {level.word.casefold() for level in self.levels}
        if not values or sorted(set(values)) != values or len(words) < len(values):
            raise MisorderedLevelsError(self.name)

    def rank(self, value: Fraction) -> int | None:
        """The rank of the level that a value has reached, the lowest being 1; `None` where it has reached none."""
        reached = [place for place, level in enumerate(self.levels, 1) if level.value <= value]
        if not reached or (not self.has_scores and self.levels[reached[-1] - 1].value != value):
            return None
        return reached[-1]

    def level(self, value: Fraction) -> Level | None:
        """The level that a value has reached; `None` below the lowest, or between levels without scores."""
        rank = self.rank(value)
        return None if rank is None else self.levels[rank - 1]

    def named(self, word: str) -> Level | None:
        """The level of a word, in whatever letters."""
        wanted = word.strip().casefold()
        return next((level for level in self.levels if level.word.casefold() == wanted), None)


def _levels(**values: str) -> tuple[Level, ...]:
    return tuple(Level(word, Decimal(value)) for word, value in values.items())


AKIP_PREDICATE = ValueScale(
    "predikat-akip",
    "Predikat AKIP",
    # The lower bound is exclusive (> 70 is BB), so the lowest score that earns it is 70,01: LHE print two decimals.
    _levels(D="0", C="30.01", CC="50.01", B="60.01", BB="70.01", A="80.01", AA="90.01"),
    has_scores=True,
    citation=Citation("PermenPANRB 88/2021", "predikat hasil evaluasi", Certainty.WEAK, "Nilai LHE dua desimal."),
)
AUDIT_OPINION = ValueScale(
    "opini-bpk",
    "Opini BPK",
    (Level("TMP", Decimal(1)), Level("TW", Decimal(2)), Level("WDP", Decimal(3)), Level("WTP", Decimal(4))),
    citation=Citation("UU 15/2004", "penjelasan Pasal 16, jenis opini", Certainty.GENERAL, "Urutan opini."),
)
YES_NO = ValueScale("ya-tidak", "Ya atau tidak", (Level("Tidak", Decimal(0)), Level("Ya", Decimal(1))))

SHIPPED_VALUE_SCALES: tuple[ValueScale, ...] = (AKIP_PREDICATE, AUDIT_OPINION, YES_NO)
"""Scales that an indicator may name without the agency stating them."""
