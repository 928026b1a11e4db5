"""Numbers that are written as words: "empat puluh", and beside digits "40 (empat puluh)"."""

import re

_ONES = {
    word: value
    for value, word in enumerate(
        ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
    )
}
_SIZES = {"ratus": 100, "ribu": 1000, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_WHOLE = {"seratus": 100, "seribu": 1000}
_WORD = "|".join((*_ONES, *_SIZES, *_WHOLE, "belas", "puluh"))
WRITTEN_NUMBER = re.compile(rf"\b(?:{_WORD})(?:\s+(?:{_WORD}))*\b", re.IGNORECASE)


def in_digits(text: str) -> int | None:
    """The number that words write, or `None` where they write none: "tiga belas" → 13."""
    total, group, last = 0, 0, 0
    words = text.lower().split()
    for word in words:
        if word in _ONES:
            last = _ONES[word]
            group += last
        elif word == "belas" and 0 < last < 10:
            group += 10
        elif word == "puluh" and 0 < last < 10:
            group += 9 * last
        elif word == "ratus" and 0 < last < 10:
            group += 99 * last
        elif word in _SIZES and group and word != "ratus":
            total += group * _SIZES[word]
            group = last = 0
        elif word == "seratus":
            group += 100
        elif word == "seribu":
            total += 1000
        else:
            return None
    return total + group if words else None
