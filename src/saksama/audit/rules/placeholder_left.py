"""Isian contoh atau tanda isian masih tertinggal.

Mengapa penting: "${nama}", "xxx", atau "lorem ipsum" dalam laporan yang ditandatangani menunjukkan bahwa naskahnya
belum selesai.

Contoh: "Nomor: xxx/2020". Yang benar: nomor suratnya, atau bagian itu dihapus.
Bagian yang oleh laporan sendiri ditandai "belum diisi", dan baris titik-titik, hanya dicatat.

Cara memperbaiki: isi atau hapus.
"""

import re
from collections.abc import Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, listed, said
from saksama.documents.document import Heading, Table, blocks, plain
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Reading

# The first characters of all alternatives: every text of a report is searched, and hardly any character is one of them.
_LEFT = re.compile(
    r"(?=[${«lx#\[e])(?:"
    r"\$\{[^}]*\}|\{\{[^}]*\}\}|«[^»]{1,40}»|lorem ipsum|(?<![\w])x{3,}(?![\w])|#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A)"
    r"|\[(?:isi|diisi|nama|tuliskan|sebutkan)[^\]]{0,60}\]|error! (?:bookmark|reference)[^.]{0,40})",
    re.IGNORECASE,
)
# Dots that text follows: those that a page number or nothing follows lead through a list of contents.
_DOTS = re.compile(r"(?<![\d.…])(?:\.{6,}|…{2,})\s*(?=[^\W\d_]{3})")
_UNFILLED = re.compile(r"^\s*(?:belum diisi|\(belum diisi\))\s*$", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Check]:
    """Look at all text for what a template leaves behind."""
    left: list[Figured] = []
    dots: list[Figured] = []
    unfilled: list[Figured] = []
    for text, place in _texts(reading):
        if found := _LEFT.search(text):
            left.append(said(found[0], place))
        elif _UNFILLED.match(text):
            unfilled.append(said(text, place))
        elif ("…" in text or "......" in text) and (found := _DOTS.search(text)):
            dots.append(said(text, place))
    if left:
        message = _("Isian contoh atau galat rumus tertinggal: {texts}.").format(
            texts=listed(figured.text for figured in left)
        )
        yield fault(message, left, remedy=_("Isi atau hapus."))
    if unfilled:
        message = _("Laporan sendiri menandai {count} bagian “belum diisi”.").format(count=len(unfilled))
        yield fault(message, unfilled, remedy=_("Lengkapi sebelum ditandatangani."), severity=Severity.NOTE)
    if dots:
        message = _("Titik-titik yang mungkin belum diisi: {texts}.").format(
            texts=enumerated(f"“{' '.join(figured.text.split())[:60]}”" for figured in dots)
        )
        yield fault(message, dots, remedy=_("Isi atau hapus."), severity=Severity.NOTE)
    if not (left or unfilled or dots):
        yield SOUND


def _texts(reading: Reading) -> Iterator[tuple[str, Place | None]]:
    for sentence in reading.sentences:
        yield sentence.text, sentence.place
    for block in blocks(reading.document):
        match block:
            case Heading():
                yield block.text, block.place
            case Table():
                for row in (*block.header, *block.rows):
                    yield from ((plain(cell.content), cell.place or block.place) for cell in row.cells)
            case _:
                pass


RULE = Rule(
    "DOC019",
    "placeholder-left",
    Severity.WARNING,
    Citation("Kaidah penyusunan laporan", "kelengkapan isi", Certainty.OWN),
    check,
)
