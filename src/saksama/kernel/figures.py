"""Numbers as Indonesian reports print them: reading with every ambiguity kept, and the interval they stand for."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from saksama.kernel.quantity import is_measurable
from saksama.kernel.rounding import EXACT, grouped


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

    def stands_for(self, value: Fraction) -> bool:
        """Whether a value lies in the interval; in integers, since nearly every figure of a report is asked."""
        above, below = self.value.as_integer_ratio()
        distance = abs(above * value.denominator - value.numerator * below)  # in units of 1 / (both denominators)
        reach = 0 if self.unit == "Rp" and self.scale == 1 else self.scale * below * value.denominator
        return distance * 2 * int(10**self.decimals) <= reach


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
_RUPIAH_SCALES = {"rb": 10**3, "jt": 10**6, "m": 10**9, "t": 10**12}
"""Abbreviations that mean something else without "Rp" before them."""
_DASHES = re.compile(r"\(?[-–—‐‒―−._ ]*[-–—‐‒―−._]\)?\s*%?|%|,-")
_RUPIAH = r"(?:rp\.?|idr)"
_TOKEN = re.compile(
    rf"""(?P<rupiah>{_RUPIAH})?\s*(?P<open>\()?\s*(?P<rupiah2>{_RUPIAH})?\s*
        (?:(?P<minus>[-–‐−])(?P<gap>\s*)|\+\s*)?(?P<rupiah3>{_RUPIAH})?\s*
        (?P<digits>[0-9][0-9.,]*[0-9]|[0-9])\s*(?P<money>[.,][-–—−]+)?\s*(?P<rest>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# What may follow the digits: nothing, a sign, or words; never a second number ("80-90", "12/15", "7 s.d. 8", "1E+05").
_UNIT = re.compile(r"[%‰°]?|[%‰°/]?\s?[^\W\d_].*", re.DOTALL)
_SECOND_NUMBER = re.compile(r"(?<![^\W\d_])\d|^e\d", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\s*(?:[*†‡]+\)?|[.,;:])$")
_THOUSANDS_DOT = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_THOUSANDS_COMMA = re.compile(r"[1-9]\d{0,2}(,\d{3})+")
MAXIMUM_LENGTH = 200
"""Longer text is no figure; it is not searched for one."""


def read_figure(text: str) -> Readings:
    """Every number that `text`, the whole content of a cell, can mean; more than one where the marks are ambiguous.

    "1.234" is 1234 and 1,234; "Rp 1.234" is 1234 only, since rupiah have no decimals of three digits. "(12)" is 12 and
    -12, and so is "- 12", which may be an item of a list. "4,8 miliar" is 4800000000.
    """
    clean = " ".join(text.split())
    if len(clean) > MAXIMUM_LENGTH:
        return Blank.WORDS
    if _has_raised_digit(clean):
        return Blank.MALFORMED
    clean = " ".join("".join(map(_plain_character, unicodedata.normalize("NFKC", clean))).split())
    if not clean:
        return Blank.EMPTY
    if clean.lower() in _NOT_AVAILABLE:
        return Blank.NOT_AVAILABLE
    bare = re.sub(rf"^{_RUPIAH}\s*", "", clean, flags=re.IGNORECASE)
    if not bare or _DASHES.fullmatch(bare):
        return Blank.DASH
    found = _TOKEN.fullmatch(re.sub(r"(?<=\d)([.,])\s+(?=\d)|(?<=\d)\s+([.,])(?=\d)", r"\1\2", clean))
    return _figures(text, clean, found) if found else _no_figure(clean)


def _has_raised_digit(text: str) -> bool:
    """Whether a footnote's or an exponent's digit, or a fraction such as ½, stands where NFKC would make it part of the
    number: "93,28¹" is not 93,281. After a letter it belongs to a unit ("km²").
    """
    before = ("", *text)
    return any(
        unicodedata.category(mark) == "No" and not last.isalpha() for last, mark in zip(before, text, strict=False)
    )


def _plain_character(character: str) -> str:
    """ASCII for every script's digits; nothing for what is invisible (zero-width space, direction marks)."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return "" if unicodedata.category(character) == "Cf" else character


def _no_figure(text: str) -> Blank:
    if re.fullmatch(r"[-+]?[\d.,]+e[-+]?\d+", text, re.IGNORECASE):  # a spreadsheet's 1,2E+10 has lost its digits
        return Blank.MALFORMED
    has_digit, has_letter = re.search(r"\d", text), re.search(r"[^\W\d_]", text)
    return Blank.MALFORMED if has_digit and not has_letter else Blank.WORDS


def _figures(text: str, clean: str, found: re.Match[str]) -> Readings:
    rupiah = bool(found["rupiah"] or found["rupiah2"] or found["rupiah3"] or found["money"])
    rest = found["rest"].strip()
    if found["open"]:
        if ")" not in rest:
            return Blank.MALFORMED
        rest = rest.replace(")", "", 1).strip()
    scale, unit = _unit(_FOOTNOTE.sub("", rest), rupiah=rupiah)
    if not _UNIT.fullmatch(unit) or _SECOND_NUMBER.search(unit):
        return _no_figure(clean)
    values = _values(found["digits"], rupiah=rupiah and scale == 1)
    if not values:
        return Blank.MALFORMED
    is_ambiguous = found["open"] or found["gap"]
    signs = (1, -1) if is_ambiguous else (-1,) if found["minus"] else (1,)
    unit = "Rp" if rupiah else unit
    figures = (
        Figure(text, EXACT.plus(EXACT.multiply(value, Decimal(sign * scale))), decimals, unit, scale)
        for value, decimals in values
        for sign in signs
    )
    return tuple(dict.fromkeys(figures))  # "(0)" is one number


def _unit(rest: str, *, rupiah: bool) -> tuple[int, str]:
    if re.fullmatch(r"(%\s*)+|persen", rest, re.IGNORECASE):
        return 1, "%"
    word, _, after = rest.partition(" ")
    plain = word.lower().rstrip(".")
    scale = _SCALES.get(plain) or (_RUPIAH_SCALES.get(plain, 1) if rupiah else 1)
    stated = after if scale > 1 else rest
    return scale, "Rp" if stated.lower() == "rupiah" else stated


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
    return grouped(value or abs(value)) if is_measurable(value) else str(value)
