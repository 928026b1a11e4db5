"""Which labels name a total or an average."""

import re

_PART = (
    r"(?:program|kegiatan|sub|belanja|anggaran|sasaran|tujuan|bidang|total|seluruh|keseluruhan|rata|capaian|kinerja)"
)
# A mean of the rows above, not an indicator that is a mean: "Rata-rata capaian", not "Rata-rata lama sekolah".
_MEASURED = r"(?:nilai|tingkat|persentase|jumlah|total)"
_MEAN = (
    rf"(?:rata\W{{0,3}}rata|rerata)\b(?=(?:\W+{_MEASURED})?\W*$|\s*[,;:(\d/]|\W+(?:{_MEASURED}\s+)*"
    r"(?:(?:pen)?capaian|kinerja|sasaran|tujuan|program|kegiatan|indikator|(?:penye|se)rapan|anggaran|belanja"
    r"|realisasi|target|efisiensi|(?:ke)?seluruh(?:an|nya)?|semua|tiap|tertimbang|dibatasi|tahun|triwulan)\b)"
)
_TOTAL = re.compile(
    rf"\W*(?:(?:sub|grand)[\s-]?)?(?:jumlah|total)\W*(?:$|{_PART}|[ivx]+\b|[a-z]\b|[\d(+])"
    rf"|\W*(?:ke)?seluruh(?:an)?\b|\W*{_MEAN}|\W*(?:sub|grand)\s?total\b",
    re.IGNORECASE,
)
_LOUD_TOTAL = re.compile(r"\W*(?:JUMLAH|TOTAL)\b[^a-z]*")
_AVERAGE = re.compile(rf"\W*(?:(?:jumlah|total)\s+)?{_MEAN}", re.IGNORECASE)
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
