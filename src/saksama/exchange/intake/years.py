"""Years: those for which a row has values, and those that are not of the plan."""

from saksama.exchange.intake.rows import FilledRow
from saksama.exchange.problem import Problems
from saksama.language.messages import _


def per_year(row: FilledRow, identifier: str) -> list[int]:
    """The years for which a per-year field is filled, in order."""
    named = (name.rpartition(" ") for name in row.entries)
    return sorted(int(year) for name, _space, year in named if name == identifier and year.isdigit())


def note_outside(row: FilledRow, name: str, year: int, *, years: range, problems: Problems) -> None:
    """Note a year that is not one of the plan."""
    if years and year not in years:
        found = _("tahun {year}, di luar rencana {first}–{last}").format(year=year, first=years[0], last=years[-1])
        problems.note(row.at(name), found, "", _("Perbaiki tahunnya bila keliru"))
