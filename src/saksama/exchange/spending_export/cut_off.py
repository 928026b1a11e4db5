"""Up to which day an export counts the expenditure, by what its titles say."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from saksama.exchange.problem import Problems
from saksama.exchange.spending_export.columns import folded
from saksama.kernel.provenance import Place
from saksama.language.messages import _

_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu?s?(?:tus)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|des(?:ember)?)\b"
)
_UNTIL = r"(?:\bs\.?\s?/?\s?d\b\.?|\bsampai(?:\s+dengan)?|\bhingga|\bper)\s*:?\s*(?:tanggal\s+)?"
_DAY = re.compile(rf"{_UNTIL}(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>20\d\d)")
_NUMBERS = re.compile(rf"{_UNTIL}(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>20\d\d)")
_WHOLE_MONTH = re.compile(rf"{_UNTIL}(?:bulan\s*:?\s*)?(?P<month>{_MONTH})(?:\s+(?P<year>20\d\d))?")
_QUARTER = re.compile(rf"{_UNTIL}(?:triwulan|tw)\.?\s*(?P<quarter>i{{1,3}}|iv|[1-4])\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def stated_cut_off(titles: Mapping[int, str], sheet: str, year: int, problems: Problems) -> tuple[date, Place] | None:
    """The last day that counts and where it stands; `None` where none is stated, or what is stated is asked about."""
    found: dict[date, Place] = {}
    for row, title in titles.items():
        place = Place(sheet=sheet, cell=f"{row}:{row}")
        for text, day in _days(folded(title), year):
            if day is None or day.year != year:
                _ask(text, place, year, problems)
                return None
            found.setdefault(day, place)
    if len(found) > 1:
        listed = _(" dan ").join(day.strftime("%d-%m-%Y") for day in sorted(found))
        _ask(listed, found[max(found)], year, problems)
        return None
    return next(iter(found.items()), None)


def _days(text: str, year: int) -> list[tuple[str, date | None]]:
    days: list[tuple[str, date | None]] = []
    for pattern in (_DAY, _NUMBERS, _WHOLE_MONTH, _QUARTER):
        days += [
            (found[0], _day({"year": str(year), **found.groupdict(str(year))})) for found in pattern.finditer(text)
        ]
    return days


def _day(parts: Mapping[str, str]) -> date | None:
    year = int(parts["year"])
    if "quarter" in parts:
        month = 3 * (_ROMAN.get(parts["quarter"]) or int(parts["quarter"]))
    else:
        named = parts["month"]
        month = int(named) if named.isdigit() else _MONTHS.index(named[:3]) + 1 if named[:3] in _MONTHS else 0
    if not 1 <= month <= 12:
        return None
    day = int(parts["day"]) if "day" in parts else monthrange(year, month)[1]
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _ask(text: str, place: Place, year: int, problems: Problems) -> None:
    expected = _("satu tanggal dalam tahun {year}").format(year=year)
    remedy = _("Isi sendiri Belanja dihitung sampai di lembar Naskah; dari ekspor tidak diambil")
    problems.question(place, f'"{text}"', expected, remedy)
