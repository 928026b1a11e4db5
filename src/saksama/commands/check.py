"""`saksama check`: everything that is wrong, missing or doubtful in a workbook."""

from pathlib import Path

from saksama.commands.console import say
from saksama.commands.reading import load
from saksama.commands.shortfalls import show_shortfalls
from saksama.commands.years import chosen_year
from saksama.language.messages import _


def check(source: Path, *, year: int | None) -> int:
    """List problems, gaps and doubts."""
    record = load(source)
    if not show_shortfalls(record, chosen_year(record, year)):
        say(_("Semua yang wajib sudah diisi."))
    return 0
