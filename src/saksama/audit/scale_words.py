"""The words of printed rating scales, and which of them a value earns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from saksama.audit.relation import readings
from saksama.documents.document import Document
from saksama.kernel.rating import SATISFACTION_14_2017
from saksama.understanding.conditions import Condition, falling
from saksama.understanding.reading import Figured, Reading, ReadScale
from saksama.understanding.scales import conditions, read_scales

_PERCENT_LOW, _PERCENT_HIGH = 80, 200
"""The highest bound of a scale of achievements lies between these."""
_LETTER = re.compile(r"[a-e]{1,2}\b")
_OWN_SCALES = {bound for band in SATISFACTION_14_2017.bands if (bound := band.bound) is not None}


@dataclass(frozen=True, slots=True)
class Classes:
    """A printed scale with the condition of each of its rows, from the highest to the lowest."""

    scale: ReadScale
    words: tuple[str, ...]
    conditions: tuple[Condition, ...]

    def names(self, word: str) -> frozenset[int]:
        """The classes that a word names: "Tercapai" is the class "Tercapai/berhasil"."""
        wanted = plain_word(word)
        return frozenset(place for place, own in enumerate(self.words) if wanted in variants(own))

    def earned(self, value: Fraction) -> frozenset[int]:
        """The classes of a value; where the scale leaves a gap, those on both sides of it."""
        found = [place for place, condition in enumerate(self.conditions) if value in condition]
        if found:
            return frozenset(found)
        above = [place for place, each in enumerate(self.conditions) if each.low is not None and each.low >= value]
        below = [place for place, each in enumerate(self.conditions) if each.high is not None and each.high <= value]
        return frozenset((*above[-1:], *below[:1]))

    def covers(self, value: Fraction) -> bool:
        """Whether the scale speaks of values of that size."""
        lows = [each.low for each in self.conditions if each.low is not None]
        highs = [each.high for each in self.conditions if each.high is not None]
        top = max((*lows, *highs))
        return 0 <= value <= (top * 20 if self.is_of_achievement() else top)

    def is_of_achievement(self) -> bool:
        """Whether its bounds are percentages of a target, not values of an index."""
        bounds = [bound for each in self.conditions for bound in (each.low, each.high) if bound is not None]
        if not bounds or len(_OWN_SCALES & set(bounds)) > 1:
            return False
        lettered = sum(bool(_LETTER.match(plain_word(word))) for word in self.words)
        return _PERCENT_LOW <= max(bounds) <= _PERCENT_HIGH and 2 * lettered < len(self.words)


class _Same:
    """A document told from others by what it is, not by what it holds: comparing whole documents takes too long."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.document is other.document

    def __hash__(self) -> int:
        return id(self.document)


def printed_scales(reading: Reading) -> tuple[ReadScale, ...]:
    """Every scale that the document prints. Several rules ask for them, so the last document's are kept."""
    return _scales(_Same(reading.document))


@lru_cache(maxsize=1)
def _scales(same: _Same) -> tuple[ReadScale, ...]:
    return read_scales(same.document)


def classes(scale: ReadScale) -> Classes | None:
    """The scale's classes in order; `None` where a row's condition was not understood."""
    found = conditions(scale)
    known = [condition for condition in found if condition is not None]
    if len(known) != len(found):
        return None
    order = falling(known)
    return Classes(scale, tuple(scale.rows[place][1] for place in order), tuple(known[place] for place in order))


def plain_word(text: str) -> str:
    """A rating word in lower case without marks around it; a line may break beside a stroke."""
    plain = " ".join(re.sub(r"[^\w\s/(),&-]", " ", text.casefold()).split())
    return plain.replace(" /", "/").replace("/ ", "/").strip(" -,/")


def variants(word: str) -> frozenset[str]:
    """The ways in which a class is named: whole, or by one of its alternatives."""
    whole = plain_word(word)
    parts = (part.strip() for part in re.split(r"[/(),]", whole))
    return frozenset((whole, *(part for part in parts if len(part) >= 3)))


def ends(figured: Figured) -> Iterator[Fraction]:
    """The value of a figure in each of its readings, with both ends of what it stands for."""
    for figure in readings(figured):
        interval = figure.interval()
        yield from (Fraction(figure.value), interval.low, interval.high)
