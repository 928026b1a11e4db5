"""`saksama check`: everything that is wrong, missing or doubtful in a workbook."""

from pathlib import Path

from saksama.commands.console import say
from saksama.commands.owed import message_to, owed_by_person
from saksama.commands.reading import load
from saksama.commands.shortfalls import show_shortfalls
from saksama.commands.years import chosen_year
from saksama.compose.doubts import doubts
from saksama.compose.gaps import gaps
from saksama.language.messages import _


def check(source: Path, *, year: int | None, by: str | None) -> int:
    """List problems, gaps and doubts; or, by person, only the message to each who still owes something."""
    record = load(source)
    reported = chosen_year(record, year)
    if by is not None:
        owed = owed_by_person(gaps(record, reported))
        for who, theirs in owed.items():
            say()
            say(message_to(who, theirs, reported))
        if not owed:
            say(_("Semua yang wajib sudah diisi."))
        return 0
    if not show_shortfalls(gaps(record, reported), doubts(record, reported)):
        say(_("Semua yang wajib sudah diisi."))
    return 0
