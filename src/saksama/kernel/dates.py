"""Dates as documents write them."""

from datetime import date

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def write_date(day: date) -> str:
    """A date as documents write it: "26 Februari 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
