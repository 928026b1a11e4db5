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


def _options(cycle: Cycle, labels: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(label, f"{cycle.value}-{number}") for number, label in enumerate(labels, 1))


PERIODS: tuple[Option, ...] = (
    *_options(Cycle.QUARTER, tuple(f"TW {number}" for number in _ROMAN)),
    *_options(Cycle.SEMESTER, ("Semester I", "Semester II")),
    *_options(Cycle.MONTH, MONTHS),
    *_options(Cycle.YEAR, ("Setahun",)),
)
