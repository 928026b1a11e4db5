"""Year, quarter, version and comparator, as headers and captions name them."""

import re
from collections.abc import Sequence
from functools import lru_cache

_YEAR = re.compile(r"(?<![\d.,/])(20[0-4]\d)(?![\d.,]\d|\d)")
_QUARTER = re.compile(r"\b(?:tw|triwulan|tribulan|kuartal)\.?\s*(?:ke-?\s*)?(iv|iii|ii|i|[1-4])\b")
_QUARTER_WORD = re.compile(r"\b(?:tw|triwulan|tribulan|kuartal)\b")
_QUARTER_RANGE = re.compile(
    r"\b(?:tw|triwulan|tribulan|kuartal)\.?\s*[i1]\s*(?:[-–—]|s\.?\s?/?d\.?|sampai(?: dengan)?)\s*(iv|iii|ii|[2-4])\b"
)
"""Several quarters: a header over columns of each ("Triwulan I - IV"), or those up to one ("Triwulan I s.d. III")."""
_UNNAMED_QUARTER = re.compile(
    r"\b(?:tw|triwulan|tribulan|kuartal) (?:ini|berjalan)\b|(?:s\.?\s?/?d\.?|sampai dengan) (?:tw|triwulan)\b"
)
"""A quarter that the rows name: "Realisasi TW ini" beside "Realisasi s.d. TW"."""
_QUARTER_NUMBER = re.compile(r"\(?(iv|iii|ii|i|[1-4])\)?")
_SEMESTER = re.compile(r"\b(?:semester|smt)\.?\s*(ii|i|[12])\b")
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_MONTH = re.compile(rf"(?:bulan\s+)?((?:{'|'.join(_MONTHS)})[a-z]*)(?:\s+20\d\d)?")
_CUMULATIVE = re.compile(r"\bs\.?\s?/?d\.?(?![a-z])|sampai dengan|kumulatif")
_BEFORE = re.compile(r"(?<![a-z])n\s?[-–−]\s?(\d)(?!\d)")
_LONGEST_PERIOD = len("Triwulan ke-III 2025")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_PLAN_PERIOD = re.compile(r"20\d\d\s*(?:[-–—−/]|s\.?\s?/?d\.?|sampai(?: dengan)?)\s*(20\d\d)")
_REVISED = re.compile(
    r"\b(?:setelah|sesudah)\s+(?:perubahan|pergeseran|revisi)|\bperubahan\b|\bpergeseran\b|\bp-?apbd\b|\bdppa\b"
    r"|\brevisi\b|\bmenjadi\b|refocus"
)
_ORIGINAL = re.compile(r"\bmurni\b|\bsebelum\s+(?:perubahan|pergeseran|revisi)|\bsemula\b|\binduk\b")
_REVISED_AGREEMENT = re.compile(
    r"(?:perjanjian|penetapan) kinerja.{0,15}perubahan|perubahan (?:perjanjian|penetapan) kinerja"
)

_ANNUAL_PLAN = re.compile(r"\brencana kerja(?: tahunan| perangkat daerah)?\b|\b(?:rkt|renja)\b")


def years(text: str) -> tuple[str, ...]:
    """The years that a text names, in order."""
    return tuple(_YEAR.findall(text))


def last_year(text: str) -> str:
    """The last year of a plan period ("2018-2023"); "" where the text names none."""
    found = _PLAN_PERIOD.findall(text)
    return found[-1] if found else ""


@lru_cache(maxsize=4096)
def period_of(path: tuple[str, ...], year: str) -> str:
    """The period of a column from its header, outermost first; `year` where the header names none.

    The nearest header that names a year says which; a quarter or semester may stand in another.
    """
    named = next((found for text in reversed(path) if (found := years(text))), ())
    found_year = named[-1] if named else _relative(path, year)
    whole = " ".join(path)
    quarter, is_up_to = _quarter(path)
    cumulative = "sd" if is_up_to or _CUMULATIVE.search(whole) else ""
    part = ""
    if quarter:
        part = f"TW{_ROMAN.get(quarter, quarter)}"
    elif semester := _last(_SEMESTER, (whole, *path)):
        part = f"S{_ROMAN.get(semester, semester)}"
    elif path and (month := _MONTH.fullmatch(path[-1]) or _MONTH.fullmatch(path[0])):
        part = f"M{_MONTHS.index(month[1][:3]) + 1:02}"
    elif _UNNAMED_QUARTER.search(whole):
        part = "TW"
    if part:
        return f"{found_year}-{cumulative}{part}"
    return f"{cumulative}{found_year}" if named or not cumulative else found_year


def period_in_row(label: str, header: str, column: str) -> str:
    """The period that a row is about ("TW II"), to date where the column's header says so; "" for none.

    `column` is the period of that column.
    """
    named = period_of((" ".join(label.lower().split()),), (re.findall(r"\d{4}", column) or [""])[0])
    found_year, dash, part = named.partition("-")
    if not dash or part == "TW" or len(label) > _LONGEST_PERIOD or not label.strip():
        return ""
    cumulative = "sd" if not part.startswith("sd") and _CUMULATIVE.search(header.lower()) else ""
    return f"{found_year}-{cumulative}{part}"


def _quarter(path: tuple[str, ...]) -> tuple[str, bool]:
    """The quarter that a header names, and whether those before it are in it. Below several, or a bare "Triwulan", a
    number alone says which; all four are a year.
    """
    whole = " ".join(path)
    below = next((at for at, text in enumerate(path) if _QUARTER_WORD.search(text)), None)
    if below is not None:
        for text in path[below + 1 :]:
            if found := _QUARTER_NUMBER.fullmatch(text.strip(" .")):
                return found[1], False
        if several := _QUARTER_RANGE.search(path[below]):
            return ("", False) if several[1] in {"iv", "4"} else (several[1], True)
    return _last(_QUARTER, (whole, *path)), False


def _relative(path: Sequence[str], year: str) -> str:
    """The year that "Th. (n-1)" means; `year` where a header names no such."""
    for text in reversed(path):
        found = _BEFORE.search(text)
        if found and year.isdigit():
            return str(int(year) - int(found[1]))
    return year


def _last(pattern: re.Pattern[str], path: Sequence[str]) -> str:
    for text in reversed(path):
        found = pattern.findall(text)
        if found:
            return str(found[-1])
    return ""


def sole_year(*texts: str) -> str:
    """The year of the first text that names exactly one."""
    for text in texts:
        found = dict.fromkeys(years(text))
        if len(found) == 1:
            return next(iter(found))
    return ""


def version_of(path: tuple[str, ...]) -> str:
    """The version of a budget or target that a header names: "murni", "pergeseran", "perubahan" or "".

    What stands "setelah pergeseran" is what is in force, as "setelah perubahan" is; a bare "pergeseran" is a step on
    the way.
    """
    for text in reversed(path):
        if _ORIGINAL.search(text):
            return "murni"
        if found := _REVISED.search(text):
            return "pergeseran" if found[0] == "pergeseran" else "perubahan"
    return ""


def version_of_plan(caption: str) -> str:
    """ "rencana" for the money of an annual plan, which is asked for before the budget is decided."""
    return "rencana" if _ANNUAL_PLAN.search(caption.lower()) else ""


def version_of_agreement(*texts: str) -> str:
    """The version of the agreement that a caption or heading names."""
    return "perubahan" if any(_REVISED_AGREEMENT.search(text.lower()) for text in texts) else ""


def comparator_of(text: str) -> str:
    """Whose figures a header announces: "nasional", "provinsi", or "" for the agency's own."""
    if re.search(r"nasional|\bspm\b|standar\w? pelayanan", text):
        return "nasional"
    return "provinsi" if re.search(r"\b(?:provinsi|propinsi)\b", text) else ""
