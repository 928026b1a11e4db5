"""The conditions of a rating scale as printed: "110 Keatas", "90<x<110", "≥ 91", "76 ≤ 90", "> 85 s.d. 100"."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

_NUMBER = r"(\d{1,4}(?:[.,]\d{1,4})?)"
_LESS = r"(<=|=<|≤|⩽|<)"
_MORE = r"(>=|=>|≥|⩾|>)"
_SIGN = r"(<=|=<|≤|⩽|<|>=|=>|≥|⩾|>)"
_VALUE = r"(?:x|n|nilai|skor|capaian|realisasi)?"
_TO = r"(?:dan|s\.?/?d\.?|sampai(?: dengan)?|hingga|-|–|—|−|~|to)"
_BETWEEN = re.compile(rf"{_NUMBER}{_LESS}{_VALUE}{_LESS}?{_NUMBER}")
_BETWEEN_FALLING = re.compile(rf"{_NUMBER}{_MORE}{_VALUE}{_MORE}?{_NUMBER}")
_SIGNED_RANGE = re.compile(rf"{_VALUE}{_SIGN}?{_NUMBER}{_TO}{_SIGN}?{_NUMBER}")
_ABOVE = re.compile(rf"{_VALUE}{_MORE}{_NUMBER}|{_NUMBER}{_LESS}{_VALUE}")
_BELOW = re.compile(rf"{_VALUE}{_LESS}{_NUMBER}|{_NUMBER}{_MORE}{_VALUE}")
_EXACT = re.compile(rf"{_VALUE}=?{_NUMBER}")
_WORDS: tuple[tuple[str, str], ...] = (
    (r"lebih (?:besar )?(?:dari|daripada)?\s*(?:atau )?sama dengan|minimal|paling (?:sedikit|rendah)", "≥"),
    (r"kurang (?:dari|daripada)?\s*(?:atau )?sama dengan|maksimal|paling (?:banyak|tinggi)", "≤"),
    (r"(?:lebih (?:besar |tinggi )?(?:dari|daripada)|di ?atas|melebihi)", ">"),
    (r"(?:kurang (?:dari|daripada)|lebih (?:kecil|rendah) (?:dari|daripada)|di ?bawah)", "<"),
    (r"antara|interval|rentang|persen|%|\brp\.?", " "),
)
_UPWARDS = re.compile(rf"{_NUMBER}(?:keatas|atau?lebih|danlebih|danseterusnya)")
_DOWNWARDS = re.compile(rf"{_NUMBER}(?:kebawah|ataukurang)")


@dataclass(frozen=True, slots=True)
class Condition:
    """The values that earn a word: from `low` to `high` (`None`: without end), each bound included or not."""

    low: Decimal | None
    high: Decimal | None
    includes_low: bool = True
    includes_high: bool = True

    def __contains__(self, value: Fraction) -> bool:
        above = self.low is None or value > self.low or (self.includes_low and value == self.low)
        below = self.high is None or value < self.high or (self.includes_high and value == self.high)
        return above and below


def read_condition(text: str) -> Condition | None:
    """The condition that a cell prints; `None` where it prints none. "76 ≤ 90" is from 76 to 90, both included."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    for words, sign in _WORDS:
        plain = re.sub(words, sign, plain)
    # "≥ 75 – < 90" and "> 85 s.d. 100" keep their signs; every space goes.
    bare = "".join(plain.split())
    return _between(bare) or _open_ended(bare) or _exact(bare)


def _between(bare: str) -> Condition | None:
    if found := _BETWEEN.fullmatch(bare):
        low, first, second, high = found.groups()
        # "76≤90": one sign between two bounds says only that a value lies between.
        return _condition(
            low, high, includes_low=not second or _is_or_equal(first), includes_high=_is_or_equal(second or first)
        )
    if found := _BETWEEN_FALLING.fullmatch(bare):
        high, first, second, low = found.groups()
        return _condition(
            low, high, includes_low=_is_or_equal(second or first), includes_high=not second or _is_or_equal(first)
        )
    if found := _SIGNED_RANGE.fullmatch(bare):
        first, low, second, high = found.groups()
        ordered = (low, first), (high, second)
        if _decimal(low) > _decimal(high):
            ordered = ordered[1], ordered[0]
        (low, first), (high, second) = ordered
        return _condition(low, high, includes_low=_is_or_equal(first), includes_high=_is_or_equal(second))
    return None


def _open_ended(bare: str) -> Condition | None:
    if found := _UPWARDS.fullmatch(bare):
        return Condition(_decimal(found[1]), None)
    if found := _DOWNWARDS.fullmatch(bare):
        return Condition(None, _decimal(found[1]))
    if found := _ABOVE.fullmatch(bare):
        sign, number = (found[1], found[2]) if found[2] else (found[4], found[3])
        return Condition(_decimal(number), None, includes_low=_is_or_equal(sign))
    if found := _BELOW.fullmatch(bare):
        sign, number = (found[1], found[2]) if found[2] else (found[4], found[3])
        return Condition(None, _decimal(number), includes_high=_is_or_equal(sign))
    return None


def _exact(bare: str) -> Condition | None:
    found = _EXACT.fullmatch(bare)
    if not found or "=" not in bare:
        return None
    return Condition(_decimal(found[1]), _decimal(found[1]))


def _condition(low: str, high: str, *, includes_low: bool, includes_high: bool) -> Condition | None:
    if _decimal(low) > _decimal(high):
        return None
    return Condition(_decimal(low), _decimal(high), includes_low, includes_high)


def _is_or_equal(sign: str | None) -> bool:
    """Whether a bound belongs to the class; a range without signs includes both."""
    return sign is None or sign not in {"<", ">"}


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def falling(conditions: Sequence[Condition]) -> list[int]:
    """The positions of the conditions from the highest to the lowest."""
    lowest, highest = Decimal("-Infinity"), Decimal("Infinity")

    def height(place: int) -> tuple[Decimal, Decimal]:
        found = conditions[place]
        return (lowest if found.low is None else found.low, highest if found.high is None else found.high)

    return sorted(range(len(conditions)), key=height, reverse=True)


def gaps(conditions: Sequence[Condition]) -> Iterator[tuple[int, int]]:
    """Neighbours (higher, lower) that leave values between them, be it only the bound itself."""
    for higher, lower in pairwise(falling(conditions)):
        top, bottom = conditions[lower].high, conditions[higher].low
        if top is None or bottom is None:
            continue
        is_bound_free = not conditions[lower].includes_high and not conditions[higher].includes_low
        if top < bottom or (top == bottom and is_bound_free):
            yield higher, lower


def overlaps(conditions: Sequence[Condition]) -> Iterator[tuple[int, int]]:
    """Neighbours (higher, lower) that share values, be it only the bound itself."""
    for higher, lower in pairwise(falling(conditions)):
        top, bottom = conditions[lower].high, conditions[higher].low
        is_bound_shared = conditions[lower].includes_high and conditions[higher].includes_low
        if top is None or bottom is None or top > bottom or (top == bottom and is_bound_shared):
            yield higher, lower
