"""Show what a document lacks, by the person who knows it, and what a careful reader would ask."""

from saksama.commands.console import say
from saksama.compose.doubts import Doubt
from saksama.compose.gap import Gap, owner_name
from saksama.language.messages import _, ngettext


def show_shortfalls(missing: tuple[Gap, ...], unasked: tuple[Doubt, ...]) -> bool:
    """List gaps and doubts; whether there are gaps."""
    if missing:
        count = len(missing)
        say(ngettext("{count} isian belum ada:", "{count} isian belum ada:", count).format(count=count))
        _show_by_person(missing)
    if unasked:
        say(_("Patut diperiksa sebelum ditandatangani:"))
        for doubt in unasked:
            say(f"  {doubt.subject}: {doubt.question}")
    return bool(missing)


def _show_by_person(missing: tuple[Gap, ...]) -> None:
    by_person: dict[str, list[Gap]] = {}
    for gap in missing:
        by_person.setdefault(gap.person or owner_name(gap.owner), []).append(gap)
    for person, theirs in by_person.items():
        say(f"  {person} ({len(theirs)})")
        for gap in theirs:
            say(f"    {gap.sheet}, {gap.subject}: {gap.missing}")
