"""Which period of measurement has ended, seen from a day."""

from datetime import date

from saksama.kernel.period import Cycle, Period


def last_ended(today: date) -> Period:
    """The last quarter that has ended."""
    return last_ended_quarter(today.year, today) or Period(today.year - 1, 4, Cycle.QUARTER)


def last_ended_quarter(year: int, today: date) -> Period | None:
    """The last quarter of the year that has ended; `None` where none has."""
    if today.year > year:
        return Period(year, 4, Cycle.QUARTER)
    number = (today.month - 1) // 3 if today.year == year else 0
    return Period(year, number, Cycle.QUARTER) if number else None
