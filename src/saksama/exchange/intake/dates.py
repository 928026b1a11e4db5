"""Dates as people write them: date cells, "15 Februari 2021", "15/02/2021", "2021-02-15"."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from saksama.documents.readers.spreadsheet_cells import SheetCell
from saksama.exchange.intake.rows import Entry
from saksama.exchange.problem import Problems
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
_SPELLINGS = {"pebruari": 2, "nopember": 11, "agt": 8, "ags": 8, "peb": 2, "nop": 11}
_EXPECTED_EXAMPLE = "15 Februari 2021"


def read_date(cell: SheetCell, value: Decimal | str | bool | date, place: Place, problems: Problems) -> Entry | None:
    """The date of a cell; a text that can be two dates is asked."""
    expected = _("tanggal, misalnya {example}").format(example=_EXPECTED_EXAMPLE)
    match value:
        case datetime():
            return Entry(value.date(), place, cell.text)
        case date():
            return Entry(value, place, cell.text)
        case Decimal() if 3654 <= value <= 73_050 and value == int(value):  # 1910 to 2099
            day = date(1899, 12, 30) + timedelta(days=int(value))
            found = _("angka {number}, dibaca sebagai tanggal {day}").format(number=int(value), day=_written(day))
            problems.note(place, found, "", _("Ubah format sel menjadi Tanggal, lalu periksa"))
            return Entry(day, place, cell.text)
        case str():
            days = _dates(value)
            if len(days) == 1:
                return Entry(days[0], place, value)
            if days:
                first, second = map(_written, days)
                problems.question(
                    place,
                    _('teks "{text}" yang dapat berarti {first} atau {second}').format(
                        text=value, first=first, second=second
                    ),
                    expected,
                    _("Tulis nama bulannya, misalnya {first}").format(first=first),
                )
                return None
    found = f'"{cell.text[:60]}"'
    problems.error(place, found, expected, _("Ketik tanggalnya dengan nama bulan"))
    return None


def _dates(text: str) -> list[date]:
    """Every date that the text can mean; day before month, as Indonesians write, comes first."""
    clean = " ".join(text.lower().replace(",", " ").split())
    clean = re.sub(r"^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\s+", "", clean)
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?", clean):
        return _valid((int(found[1]), int(found[2]), int(found[3])))
    if found := re.fullmatch(r"(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})", clean):
        month = _month(found[2])
        return _valid((int(found[3]), month, int(found[1]))) if month else []
    if found := re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", clean):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        return list(dict.fromkeys(_valid((year, second, first)) + _valid((year, first, second))))
    return []


def _valid(parts: tuple[int, int, int]) -> list[date]:
    try:
        return [date(*parts)]
    except ValueError:
        return []


def _month(word: str) -> int:
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    matches = [number for number, name in enumerate(MONTHS, start=1) if len(word) >= 3 and name.startswith(word)]
    return matches[0] if len(matches) == 1 else 0


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
