"""Nomor tabel atau gambar dipakai dua kali atau melompat.

Mengapa penting: "lihat Tabel 3.15" tidak lagi menunjuk satu tabel.

Contoh: Tabel 3.15 muncul di halaman 60 dan lagi di halaman 66 dengan isi yang lain. Yang benar: setiap tabel bernomor
sendiri, berurutan.

Cara memperbaiki: pakai penomoran otomatis, lalu perbarui rujukannya.
"""

import re
from collections.abc import Iterator

from saksama.audit.facts import page_of
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, said
from saksama.documents.document import Figure, Paragraph, blocks, plain
from saksama.documents.readers.captions import figure_caption, table_caption
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.language.messages import _
from saksama.understanding.names import tokens
from saksama.understanding.reading import Reading

_NUMBER = re.compile(
    r"(?P<kind>\w+)[.\s]*(?P<prefix>(?:[A-Z]{0,2}\d+|[IVXLC]+)[.\-–\s]+)?(?P<last>\d{1,3})[a-z]?", re.IGNORECASE
)
_CONTINUED = re.compile(r"lanjutan|sambungan", re.IGNORECASE)
_MOST_MISSING = 3
"""More numbers missing in a row are another way of numbering."""

Caption = tuple[str, str, Place | None]


def check(reading: Reading) -> Iterator[Check]:
    """Follow the numbers of tables and figures, each series by itself."""
    captions = [
        *((table.number, table.caption, table.place) for table in reading.tables if table.number),
        *(
            (block.number, block.caption, block.place)
            for block in blocks(reading.document)
            if isinstance(block, Figure)
        ),
    ]
    if not captions:
        return
    repeated = list(_repeated(captions))
    skipped = list(_skipped(reading, captions))
    if not repeated and not skipped:
        yield SOUND
        return
    parts = []
    if repeated:
        described = enumerated(f"{number}{page_of(place or Place())}" for number, _caption, place in repeated)
        parts.append(_("dipakai lebih dari sekali: {numbers}").format(numbers=described))
    if skipped:
        parts.append(_("tidak ada: {numbers}").format(numbers=enumerated(name for name, _caption in skipped)))
    message = _("Penomoran tabel dan gambar tidak urut: {parts}.").format(parts="; ".join(parts))
    at = [said(f"{number} {caption}".strip(), place) for number, caption, place in repeated]
    at += [said(f"{number} {caption}".strip(), place) for _name, (number, caption, place) in skipped]
    yield fault(message, at, remedy=_("Pakai penomoran otomatis, lalu perbarui rujukannya."))


def _repeated(captions: list[Caption]) -> Iterator[Caption]:
    """Numbers that another table has already; a table that goes on under its own caption is one table."""
    known: dict[str, str] = {}
    for number, caption, place in captions:
        name = " ".join(tokens(caption))
        if _CONTINUED.search(caption):
            continue
        key = " ".join(tokens(number))
        if key in known and known[key] != name:
            yield number, caption, place
        known.setdefault(key, name)


def _skipped(reading: Reading, captions: list[Caption]) -> Iterator[tuple[str, Caption]]:
    """Numbers missing before or between those that are there, with the caption after them."""
    series: dict[tuple[str, str], list[tuple[int, Caption]]] = {}
    for each in captions:
        found = _NUMBER.fullmatch(each[0].strip())
        if found and not re.search(r"\d+\s?[.\-]\s?\d+\s?[.\-]", each[0]):
            key = found["kind"].lower(), "".join((found["prefix"] or "").split())
            series.setdefault(key, []).append((int(found["last"]), each))
    printed: set[str] | None = None
    for (kind, prefix), numbers in series.items():
        if not prefix and len(numbers) < 2:
            continue
        before = 0
        for last, caption in sorted(numbers, key=lambda pair: pair[0]):
            missing = range(before + 1, last)
            before = max(before, last)
            if not missing or len(missing) > _MOST_MISSING:
                continue
            printed = _printed(reading) if printed is None else printed
            for one in missing:
                name = f"{kind.capitalize()} {prefix}{one}"
                if " ".join(tokens(name)) not in printed:
                    yield name, caption


def _printed(reading: Reading) -> set[str]:
    """Every number that begins a line: a caption whose table was not recognised is no gap."""
    found: set[str] = set()
    for block in blocks(reading.document):
        if isinstance(block, Paragraph):
            text = " ".join(plain(block.content).split())
            if text[:1].upper() in {"T", "G", "B", "D"} and (caption := table_caption(text) or figure_caption(text)):
                found.add(" ".join(tokens(caption.number)))
    return found


RULE = Rule(
    "DOC005",
    "misnumbered-captions",
    Severity.NOTE,
    Citation("Kaidah penyusunan laporan", "penomoran tabel dan gambar", Certainty.OWN),
    check,
)
