"""Daftar isi tidak sama dengan judul-judul di dalam laporan.

Mengapa penting: pembaca tidak menemukan bagian yang dicarinya, dan daftar isi yang tertinggal menunjukkan bahwa laporan
disusun dari laporan lama.

Contoh: Bab III memuat "4. Perbandingan dengan Standar Nasional" yang tidak ada dalam daftar isi, sehingga nomor
sesudahnya bergeser.

Cara memperbaiki: perbarui daftar isi secara otomatis sebelum laporan ditandatangani.
"""

import re
from collections.abc import Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault, listed, said
from saksama.documents.document import Contents, ContentsEntry, ContentsKind, Heading, blocks
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.names import likeness, tokens
from saksama.understanding.reading import Reading

_FRONT = re.compile(
    r"kata pengantar|daftar (?:isi|tabel|gambar|grafik|lampiran)|ikhtisar|ringkasan|^lampiran|pernyataan"
)
_LEAST_SHARE = 2
"""Of the contents' entries at least one in so many must be found again, or the two were not read alike."""


def check(reading: Reading) -> Iterator[Check]:
    """Compare the entries of the contents with the headings, both ways."""
    contents = [
        block
        for block in blocks(reading.document)
        if isinstance(block, Contents) and block.kind is ContentsKind.HEADINGS and block.entries
    ]
    if not contents:
        return
    entries = [entry for block in contents for entry in block.entries if _is_of_body(entry.text)]
    headings = [heading for heading in reading.headings if _is_of_body(heading.text)]
    named = {_name(heading.text): heading for heading in headings}
    listed_names = {_name(entry.text): entry for entry in entries}
    absent = [entry for name, entry in listed_names.items() if not _find(name, named)]
    if not entries or _LEAST_SHARE * len(absent) > len(listed_names):
        return
    deepest = max(entry.level for entry in entries)
    chapters = {name for name, entry in listed_names.items() if entry.level == 1}
    unlisted = [
        heading
        for name, heading in named.items()
        if heading.number and heading.level <= deepest and not _find(name, listed_names)
        if _is_detailed(heading, reading.headings, entries, chapters)
    ]
    if absent or unlisted:
        yield _look(absent, unlisted)
    else:
        yield SOUND


def _is_detailed(
    heading: Heading, headings: tuple[Heading, ...], entries: list[ContentsEntry], chapters: set[str]
) -> bool:
    """Whether the contents list headings of that level in that chapter at all."""
    if heading.level == 1:
        return True
    chapter = ""
    for each in headings:
        if each.level == 1:
            chapter = _name(each.text)
        if each is heading:
            break
    if chapter not in chapters:
        return False
    inside = False
    for entry in entries:
        if entry.level == 1:
            inside = _name(entry.text) == chapter
        elif inside and entry.level == heading.level:
            return True
    return False


def _is_of_body(text: str) -> bool:
    return bool(text.strip()) and not _FRONT.search(" ".join(text.lower().split()))


def _name(text: str) -> str:
    return " ".join(tokens(text))


def _find(name: str, names: dict[str, Heading] | dict[str, ContentsEntry]) -> bool:
    """Whether the name is among the others, in spite of small slips or a cut end."""
    if name in names:
        return True
    bare = name.replace(" ", "")
    return any(
        likeness(name, other) or other.replace(" ", "").startswith(bare) or bare.startswith(other.replace(" ", ""))
        for other in names
        if other
    )


def _look(absent: list[ContentsEntry], unlisted: list[Heading]) -> Check:
    parts = []
    if unlisted:
        parts.append(
            _("judul {headings} tidak ada dalam daftar isi").format(
                headings=listed(f"{each.number} {each.text}" for each in unlisted)
            )
        )
    if absent:
        parts.append(
            _("daftar isi menyebut {entries}, yang tidak ditemukan sebagai judul").format(
                entries=listed(f"{each.number} {each.text}".strip() for each in absent)
            )
        )
    message = _("Daftar isi tidak sama dengan isi laporan: {differences}.").format(differences="; ".join(parts))
    at = [said(heading.text, heading.place) for heading in unlisted]
    return fault(message, at, remedy=_("Perbarui daftar isi secara otomatis."))


RULE = Rule(
    "DOC004",
    "contents-unlike-headings",
    Severity.NOTE,
    Citation("PermenPANRB 53/2014", "lampiran II, sistematika laporan kinerja", Certainty.GENERAL),
    check,
)
