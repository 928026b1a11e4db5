"""The period of each figure of a sentence: the year or quarter that the words put beside it."""

import re

from saksama.understanding.text_figures import TextFigure, YearMark

_AFTER = re.compile(
    r"[\s)]*(?:\w+\s+){0,2}?(?:pada|di|dalam|untuk|selama|per)?\s*(?:akhir\s+)?(?:tahun\s+)?(?:anggaran\s+)?[(]?"
)
_QUARTER = re.compile(r"\b(?:triwulan|tw)\.?\s*(?:ke-?\s*)?(iv|iii|ii|i|[1-4])\b(?!\s*,?\s*\d)", re.IGNORECASE)
_TO_DATE = re.compile(r"(?:s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:akhir\s*)?$", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\btahun\s+(?:sebelumnya|lalu|yang\s+lalu)\b")
_THIS_YEAR = re.compile(r"\btahun\s+(?:ini|berjalan|pelaporan)\b")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def periods(masked: str, marks: list[YearMark], figures: list[TextFigure], *, year: int | None) -> list[str]:
    """The period of each figure: the year right after it, or else the last year before it that no figure claimed,
    or else the reporting year.
    """
    relative = [
        *(YearMark(*found.span(), year - 1) for found in _LAST_YEAR.finditer(masked) if year),
        *(YearMark(*found.span(), year) for found in _THIS_YEAR.finditer(masked) if year),
    ]
    known = sorted([mark for mark in marks if mark.until is None] + relative, key=lambda mark: mark.start)
    trailing = _trailing(masked, known, figures)
    claimed = set(trailing.values())
    default = str(year) if year else ""
    found = []
    for place, figure in enumerate(figures):
        mark = trailing.get(place) or _leading(masked, known, claimed, figures, place)
        named = str(mark.year) if mark else default
        found.append(_with_quarter(masked, figure, figures, place, named) if named else "")
    return found


def _trailing(masked: str, marks: list[YearMark], figures: list[TextFigure]) -> dict[int, YearMark]:
    """The years that stand right after a figure: "57,14% pada tahun 2019"."""
    found: dict[int, YearMark] = {}
    for mark in marks:
        before = [place for place, figure in enumerate(figures) if figure.end <= mark.start]
        if not before:
            continue
        place = before[-1]
        gap = masked[figures[place].end : mark.start]
        if place not in found and len(gap) < 40 and _AFTER.fullmatch(gap) and not _opens(masked, mark, figures, place):
            found[place] = mark
    return found


def _opens(masked: str, mark: YearMark, figures: list[TextFigure], place: int) -> bool:
    """Whether the year belongs to the figure after it: "… dan tahun 2018 sebesar 75", "dengan realisasi 2019 (84%)"."""
    gap = masked[figures[place].end : mark.start]
    if re.search(r"\b(?:dan|sedangkan|target|realisasi|capaian|anggaran|menjadi|dari|dengan)\b", gap):
        return True
    following = figures[place + 1] if place + 1 < len(figures) else None
    if following is None:
        return False
    return bool(re.fullmatch(r"\s*\(?\s*(?:adalah|sebesar|mencapai|yaitu)?\s*", masked[mark.end : following.start]))


def _leading(
    masked: str, marks: list[YearMark], claimed: set[YearMark], figures: list[TextFigure], place: int
) -> YearMark | None:
    figure = figures[place]
    before = [mark for mark in marks if mark.end <= figure.start and mark not in claimed]
    if not before:
        return None
    mark = before[-1]
    between = masked[mark.end : figure.start]
    # "dari tahun 2019 sebesar 57,14 menjadi 93,28": past "menjadi" the year before is over.
    is_origin = re.search(r"\b(?:dari|dibandingkan|dibanding)\b[^,;]{0,40}$", masked[: mark.start])
    is_over = re.search(r"\b(?:menjadi|atau naik|atau turun)\b", between) or ";" in between
    if is_origin and (is_over or _is_compared(masked, mark, between)):
        return None
    is_far = any(mark.end <= other.start < figure.start for other in figures) and ";" in between
    return None if is_far else mark


def _is_compared(masked: str, mark: YearMark, between: str) -> bool:
    """ "dibandingkan dengan capaian tahun 2020, mengalami penurunan sebesar 17%": the figure is this year's."""
    return "," in between and bool(re.search(r"\bdibanding(?:kan)?\b", masked[: mark.start]))


def _with_quarter(masked: str, figure: TextFigure, figures: list[TextFigure], place: int, year: str) -> str:
    start = figures[place - 1].end if place else 0
    found = list(_QUARTER.finditer(masked, start, figure.start))
    if not found:
        return year
    quarter = found[-1][1].lower()
    cumulative = "sd" if _TO_DATE.search(masked[: found[-1].start()]) else ""
    return f"{year}-{cumulative}TW{_ROMAN.get(quarter, quarter)}"
