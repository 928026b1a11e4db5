"""How rows are numbered: I, A, 1, 1.1, a, programme codes; what stands before a label and what comes next."""

import re
from dataclasses import dataclass

_PREFIX = re.compile(
    r"\s*(?P<number>\d+(?:\.\d+){1,7}\.?(?=\s)|\(?\d{1,3}[.)](?!\d)|\(?[a-zA-Z][.)](?=\s)|\(?[IVX]{1,6}[.)](?=\s)"
    r"|[IVX]{1,6}(?=\s+[A-Z]))\s*(?P<rest>\S.*)",
    re.DOTALL,
)
# A narrow column may break a code before its point: "2.12.01 .0001".
_SEGMENTED = re.compile(r"[\dX]+(?:\s*[.\s]\s*[\dX]+)*\.?|[IVXA-H]{1,5}(?:\.\s?\d+)+\.?", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A row's number: its style ("roman", "upper", "lower", "digits 1", "digits 3"), and its place in the run."""

    style: str
    value: int
    segments: tuple[str, ...] = ()


def split_label(text: str) -> tuple[str, str]:
    """The number that a label begins with, and the rest."""
    found = _PREFIX.fullmatch(text)
    return (found["number"], found["rest"]) if found else ("", text)


def ordinal(number: str, before: Ordinal | None = None) -> Ordinal | None:
    """What a number counts; `before` is the last ordinal of letters, which tells the letter I from the numeral."""
    bare = number.strip().strip("().").strip()
    if not bare:
        return None
    if _SEGMENTED.fullmatch(bare) and any(map(str.isdigit, bare)):
        segments = tuple(part for part in re.split(r"[.\s]+", bare) if part)
        last = segments[-1]
        kind = "digits" if segments[0].isdigit() else "mixed"
        return Ordinal(f"{kind} {len(segments)}", int(last) if last.isdigit() else 0, segments)
    if len(bare) == 1 and bare.isalpha() and bare.isascii():
        style = "upper" if bare.isupper() else "lower"
        letter = Ordinal(style, ord(bare.lower()) - ord("a") + 1)
        # The letter before it, or the same one where a row is printed twice.
        follows = before is not None and before.style == style and letter.value - before.value in (0, 1)
        # No list counts to fifty or a hundred in numerals: "c" after "a" is the letter though "b" is missing.
        if follows or not _ROMAN.fullmatch(bare) or bare.lower() in "cl":
            return letter
    if _ROMAN.fullmatch(bare):
        return Ordinal("roman" if bare.isupper() else "small roman", _roman(bare.lower()))
    return None


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
