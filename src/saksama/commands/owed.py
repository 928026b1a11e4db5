"""Who still owes what, as a message to each that can be pasted into a chat."""

from collections.abc import Mapping

from saksama.compose.gap import Gap, owner_name
from saksama.language.messages import _, ngettext, speaking


def owed_by_person(missing: tuple[Gap, ...]) -> dict[str, list[Gap]]:
    """The gaps by the person or unit that the record names, else by the role, both as the workbook writes them."""
    found: dict[str, list[Gap]] = {}
    for gap in missing:
        with speaking("id"):
            who = " ".join(gap.person.split()) or owner_name(gap.owner)
        found.setdefault(who, []).append(gap)
    return found


def message_to(who: str, owed: list[Gap], year: int, file: str = "") -> str:
    """The message to one of them; `file` is the part that was made for him."""
    count = len(owed)
    said = ngettext(
        "Yth. {who}: untuk laporan kinerja {year} masih kurang {count} isian.",
        "Yth. {who}: untuk laporan kinerja {year} masih kurang {count} isian.",
        count,
    )
    lines = [said.format(who=who, year=year, count=count)]
    for sheet, subjects in _by_subject(owed).items():
        lines.append(_("Lembar {sheet}:").format(sheet=sheet))
        lines += [f"- {subject}: {', '.join(parts)}" for subject, parts in subjects.items()]
    if file:
        lines.append(_("Mohon diisi dalam berkas {file}, lalu dikirim kembali. Terima kasih.").format(file=file))
    else:
        lines.append(_("Mohon dilengkapi. Terima kasih."))
    return "\n".join(lines)


def _by_subject(owed: list[Gap]) -> Mapping[str, Mapping[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for gap in owed:
        found.setdefault(gap.sheet, {}).setdefault(" ".join(gap.subject.split()), []).append(gap.missing)
    return found
