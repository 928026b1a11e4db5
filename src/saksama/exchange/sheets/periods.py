"""The parts of a year as a planner chooses them ("TW II"), and what they are in the record."""

from saksama.exchange.fields import Option
from saksama.kernel.period import Cycle, Period

_ROMAN = ("I", "II", "III", "IV")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def period_value(period: Period) -> str:
    """The period within its year, as a row holds it: "quarter-2"."""
    return f"{period.cycle.value}-{period.number}"


def period_of(value: str, year: int) -> Period:
    """The period of a year that a row's value stands for."""
    cycle, _dash, number = value.rpartition("-")
    return Period(year, int(number), Cycle(cycle))


def _quarter(number: int, roman: str) -> Option:
    spellings = (f"TW {number}", f"Triwulan {roman}", f"Triwulan {number}", f"TW{roman}", f"TW{number}", f"Q{number}")
    return Option(f"TW {roman}", f"{Cycle.QUARTER.value}-{number}", spellings)


def _semester(number: int, roman: str) -> Option:
    return Option(f"Semester {roman}", f"{Cycle.SEMESTER.value}-{number}", (f"Semester {number}",))


def _month(number: int, name: str) -> Option:
    return Option(name, f"{Cycle.MONTH.value}-{number}", (f"Bulan {number}",))


PERIODS: tuple[Option, ...] = (
    *(_quarter(number, roman) for number, roman in enumerate(_ROMAN, 1)),
    *(_semester(number, roman) for number, roman in enumerate(_ROMAN[:2], 1)),
    *(_month(number, name) for number, name in enumerate(MONTHS, 1)),
    Option("Setahun", f"{Cycle.YEAR.value}-1", ("Tahunan",)),
)
