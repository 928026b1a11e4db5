"""`saksama split`: a part of the workbook for each responsible person or unit, and the message that goes with it."""

import re
from pathlib import Path

from saksama.commands.console import say
from saksama.commands.failure import Failure
from saksama.commands.outputs import write_all
from saksama.commands.owed import message_to, owed_by_person
from saksama.commands.reading import load
from saksama.commands.saved import files_beside, named_like
from saksama.commands.years import chosen_year
from saksama.compose.gaps import gaps
from saksama.language.messages import _, ngettext

MESSAGES = "pesan.txt"


def split(source: Path, folder: Path, *, year: int | None, force: bool) -> int:
    """Write the parts of everybody and what to tell them."""
    if folder.exists() and not folder.is_dir():
        raise Failure(_("{path} sudah ada dan bukan folder.").format(path=folder))
    record = load(source, refuses_questions=True)
    asked = chosen_year(record, year)
    from saksama.exchange.parts.origin import Origin
    from saksama.exchange.parts.part_sheets import Part
    from saksama.exchange.parts.responsible import shares
    from saksama.exchange.parts.stated_rows import stated_rows
    from saksama.exchange.rows.record import rows_of
    from saksama.exchange.workbook import write_workbook

    plan, owed, origin = record.plan, owed_by_person(gaps(record, asked)), stated_rows(record)
    found = shares(record, rows_of(record, asked))
    names = _file_names([share.who for share in found])
    contents: dict[Path, bytes] = {}
    for share in found:
        theirs = owed.get(share.who, [])
        part = Part(share, tuple((gap.sheet, gap.subject, gap.missing) for gap in theirs), Origin(share.who, origin))
        contents[folder / names[share.who]] = write_workbook(
            record, first_year=plan.first_year, last_year=plan.last_year, prepared=asked, part=part
        )
    messages = [message_to(who, theirs, asked, names.get(who, "")) for who, theirs in owed.items()]
    contents[folder / MESSAGES] = ("\n\n".join(messages) + "\n").encode()
    _refuse_existing(contents, source, force=force)
    folder.mkdir(parents=True, exist_ok=True)
    write_all({**contents, **files_beside(record, folder)})
    for message in messages:
        say(message)
        say()
    count = len(found)
    said = ngettext("Dibuat: {count} bagian di {folder}", "Dibuat: {count} bagian di {folder}", count)
    say(said.format(count=count, folder=folder))
    for share in found:
        say(f"  {names[share.who]}: {share.who} ({len(owed.get(share.who, []))})")
    say(_("Pesan di atas ada juga di {path}.").format(path=folder / MESSAGES))
    merged = named_like(source, "gabungan")
    say(
        _("Sesudah kembali: saksama merge {source} {parts} -o {merged}").format(
            source=source, parts=f"{folder}/*.xlsx", merged=merged
        )
    )
    return 0


def _file_names(people: list[str]) -> dict[str, str]:
    """A file name for each, in letters that every system takes; none twice."""
    found: dict[str, str] = {}
    for who in people:
        plain = re.sub(r"[^a-z0-9]+", "-", who.casefold()).strip("-")[:60] or "bagian"
        taken = set(found.values())
        numbers = ("", *(f"-{number}" for number in range(2, len(people) + 2)))
        found[who] = next(name for number in numbers if (name := f"{plain}{number}.xlsx") not in taken)
    return found


def _refuse_existing(contents: dict[Path, bytes], source: Path, *, force: bool) -> None:
    for path in contents:
        if path.exists() and path.resolve() == source.resolve():
            raise Failure(_("{path} adalah berkas masukan dan tidak akan ditimpa.").format(path=path))
        if path.exists() and not force:
            raise Failure(_("{path} sudah ada. Pilih folder lain, atau timpa dengan --force.").format(path=path))
