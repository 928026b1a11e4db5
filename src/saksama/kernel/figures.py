"""Numbers as Indonesian reports print them: reading with every ambiguity kept, and the interval they stand for."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from saksama.kernel.rounding import grouped


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: Fraction
    high: Fraction

    def __contains__(self, value: Fraction) -> bool:
        return self.low <= value <= self.high

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed: the string, its value in one reading, the decimals that were printed, and its unit.

    `scale` is the factor of a word such as "miliar", already multiplied into `value`.
    """

    text: str
    value: Decimal
    decimals: int
    unit: str = ""
    scale: int = 1

    def interval(self) -> Interval:
        """What the figure stands for: half a unit of its last printed decimal to both sides (audit.md 2.4).

        Full rupiah amounts are exact.
        """
        exact = Fraction(self.value)
        if self.unit == "Rp" and self.scale == 1:
            return Interval(exact, exact)
        half = Fraction(self.scale, 2 * 10**self.decimals)
        return Interval(exact - half, exact + half)


class Blank(Enum):
    """Text that stands where a number belongs and is none."""

    EMPTY = "empty"
    DASH = "dash"
    NOT_AVAILABLE = "not-available"
    MALFORMED = "malformed"
    """Digits that make no number, such as 9.871.1466.000."""
    WORDS = "words"


Readings = tuple[Figure, ...] | Blank

_NOT_AVAILABLE = {"n/a", "na", "n.a.", "n.a", "tidak ada", "tidak ada data", "belum ada", "belum rilis", "#n/a"}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12}
_DASHES = re.compile(r"[-–—‒―−.]+")
_TOKEN = re.compile(
    r"""(?P<open>\()?\s*(?P<rupiah>rp\.?|idr)?\s*(?P<minus>[-–−])?\s*(?P<rupiah2>rp\.?|idr)?\s*
        (?P<digits>\d[\d.,]*\d|\d)\s*(?P<tail>[.,][-–—−]+)?\s*(?P<rest>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_THOUSANDS_DOT = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_THOUSANDS_COMMA = re.compile(r"[1-9]\d{0,2}(,\d{3})+")
MAXIMUM_LENGTH = 200
"""Longer text is no figure; it is not searched for one."""


def read_figure(text: str) -> Readings:
    """Every number that `text`, the whole content of a cell, can mean; more than one where the marks are ambiguous.

    "1.234" is 1234 and 1,234; "Rp 1.234" is 1234 only, since rupiah have no decimals of three digits. "(12)" is 12 and
    -12. "4,8 miliar" is 4800000000.
    """
    clean = " ".join(unicodedata.normalize("NFKC", text[: MAXIMUM_LENGTH + 1]).split())
    if not clean:
        return Blank.EMPTY
    if len(clean) > MAXIMUM_LENGTH:
        return Blank.WORDS
    bare = re.sub(r"^(rp\.?|idr)\s*", "", clean, flags=re.IGNORECASE)
    if not bare or _DASHES.fullmatch(bare) or bare in {",-", "%", "- %"}:
        return Blank.DASH
    if clean.lower() in _NOT_AVAILABLE:
        return Blank.NOT_AVAILABLE
    found = _TOKEN.fullmatch(re.sub(r"(?<=\d)([.,])\s+(?=\d)|(?<=\d)\s+([.,])(?=\d)", r"\1\2", clean))
    if not found:
        return Blank.MALFORMED if re.fullmatch(r"[\W\d]*\d[\W\d]*", clean) else Blank.WORDS
    return _figures(text, found)


def _figures(text: str, found: re.Match[str]) -> Readings:
    rupiah = bool(found["rupiah"] or found["rupiah2"])
    rest = found["rest"].strip()
    if found["open"]:
        if ")" not in rest:
            return Blank.MALFORMED
        rest = rest.replace(")", "", 1).strip()
    scale, unit = _unit(rest)
    if rupiah:
        unit = "Rp"
    if re.match(r"[\d(]", unit):
        return Blank.MALFORMED if re.fullmatch(r"[\W\d]+", unit) else Blank.WORDS
    values = _values(found["digits"], rupiah=rupiah and scale == 1)
    if not values:
        return Blank.MALFORMED
    signs = (-1,) if found["minus"] else (1, -1) if found["open"] else (1,)
    return tuple(
        Figure(text, sign * value * scale, decimals, unit, scale) for value, decimals in values for sign in signs
    )


def _unit(rest: str) -> tuple[int, str]:
    if re.fullmatch(r"(%\s*)+|persen", rest, re.IGNORECASE):
        return 1, "%"
    word, _, after = rest.partition(" ")
    scale = _SCALES.get(word.lower().rstrip("."), 1)
    if scale > 1:
        return scale, "Rp" if after.lower() == "rupiah" else after
    return 1, "Rp" if rest.lower() == "rupiah" else rest


def _values(digits: str, *, rupiah: bool) -> tuple[tuple[Decimal, int], ...]:
    """The values that the digits can mean with their decimals, the Indonesian reading first."""
    dots, commas = digits.count("."), digits.count(",")
    indonesian = _plain(digits, thousands=".", decimal=",")
    english = _plain(digits, thousands=",", decimal=".")
    if dots and commas:
        return tuple(reading for reading in (indonesian, english) if reading)
    if not dots and not commas:
        return ((Decimal(digits), 0),)
    grouping = _THOUSANDS_DOT if dots else _THOUSANDS_COMMA
    whole = (Decimal(re.sub(r"[.,]", "", digits)), 0) if grouping.fullmatch(digits) else None
    if whole and (rupiah or dots > 1 or commas > 1):
        return (whole,)
    part = english if dots else indonesian
    readings = (whole, part) if dots else (part, whole)
    return tuple(reading for reading in readings if reading)


def _plain(digits: str, *, thousands: str, decimal: str) -> tuple[Decimal, int] | None:
    mark, point = re.escape(thousands), re.escape(decimal)
    found = re.fullmatch(rf"(?P<whole>\d{{1,3}}(?:{mark}\d{{3}})+|\d+)(?:{point}(?P<part>\d+))?", digits)
    if not found:
        return None
    part = found["part"] or ""
    return Decimal(found["whole"].replace(thousands, "") + ("." + part if part else "")), len(part)


def write_decimal(value: Decimal) -> str:
    """A stated number with exactly the decimals it was stated with: 67.50 → "67,50"."""
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return grouped(value, decimals)
