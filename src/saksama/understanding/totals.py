"""Which labels name a total or an average."""

import re

_PART = (
    r"(?:program|kegiatan|sub|belanja|anggaran|sasaran|tujuan|bidang|total|seluruh|keseluruhan|rata|capaian|kinerja)"
)
_TOTAL = re.compile(
    rf"\W*(?:(?:sub|grand)[\s-]?)?(?:jumlah|total)\W*(?:$|{_PART}|[ivx]+\b|[a-z]\b|[\d(+])"
    r"|\W*(?:ke)?seluruh(?:an)?\b|\W*rata\W{0,2}rata\b(?!\W{0,2}lama\b)|\W*rerata\b|\W*(?:sub|grand)\s?total\b",
    re.IGNORECASE,
)
_LOUD_TOTAL = re.compile(r"\W*(?:JUMLAH|TOTAL)\b[^a-z]*")
_AVERAGE = re.compile(r"\W*(?:(?:jumlah|total)\s+)?(?:rata\W{0,2}rata|rerata)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\W*(?:grand\s?)?(?:jumlah|total)?\s*(?:ke)?(?:seluruh(?:an|nya)?)?\s*(?:total|anggaran|belanja|sasaran|program)?\W*",
    re.IGNORECASE,
)


def is_total(text: str, number: str = "", *, names_indicators: bool = False) -> bool:
    """Whether a label names a total or average.

    "Jumlah rute pelayanan" is an indicator: where the column names indicators, or the row has a number, only a label
    that says nothing but "jumlah" or "rata-rata" is one.
    """
    if not text or not (_TOTAL.match(text) or _LOUD_TOTAL.fullmatch(text)):
        return False
    if not number and not names_indicators:
        return True
    return bool(_WHOLE.fullmatch(text) or _AVERAGE.match(text) or (not number and _LOUD_TOTAL.fullmatch(text)))


def is_average(text: str) -> bool:
    """Whether a total's label names an average."""
    return bool(_AVERAGE.match(text))


def is_whole_total(text: str) -> bool:
    """Whether a total's label names no part: it is the total of everything above it."""
    return bool(_WHOLE.fullmatch(text))
