"""Sebuah bagian hanya berisi judulnya.

Mengapa penting: "Struktur Organisasi" tanpa bagan menunjukkan laporan yang belum selesai.

Contoh: judul "C. Struktur Organisasi" langsung diikuti "Bab II". Yang benar: bagan atau satu kalimat di bawahnya.
Bagian yang berisi gambar yang tidak dapat dibaca tidak dilaporkan; dalam PDF, yang judulnya dikenali dari bentuknya,
temuan ini hanya catatan.

Cara memperbaiki: lengkapi bagiannya, atau hapus judulnya.
"""

from collections.abc import Iterator

from saksama.audit.facts import page_of
from saksama.audit.report_parts import is_performance_report
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, said
from saksama.documents.document import (
    Block,
    Document,
    Figure,
    Heading,
    Paragraph,
    Part,
    PartKind,
    Table,
    UnreadKind,
    blocks,
    inlines,
    plain,
)
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.language.messages import _
from saksama.understanding.reading import Reading


def check(reading: Reading) -> Iterator[Check]:
    """Look for headings that nothing stands under."""
    if not is_performance_report(reading):
        return
    pictured = {
        unread.place.page
        for unread in reading.document.unread
        if unread.kind in (UnreadKind.IMAGE, UnreadKind.IMAGE_PAGE, UnreadKind.UNMAPPED_FONT)
    }
    # A picture in a Word file has no page: then nobody can say which section it fills.
    if None in pictured:
        return
    empty = [heading for part in reading.document.parts for heading in _empty(part)]
    near = {page for page in pictured if page is not None}
    empty = [heading for heading in empty if not near & _pages(heading)]
    if not empty:
        yield SOUND
        return
    severity = Severity.NOTE if any(heading.place and heading.place.page for heading in empty) else None
    message = _("Bagian tanpa isi: {sections}. Perlu dicek.").format(
        sections=enumerated(
            f"“{f'{heading.number} {heading.text}'.strip()}”{page_of(heading.place or Place())}" for heading in empty
        )
    )
    at = [said(heading.text, heading.place) for heading in empty]
    yield fault(message, at, remedy=_("Lengkapi bagiannya, atau hapus judulnya."), severity=severity)


def _pages(heading: Heading) -> set[int]:
    page = heading.place.page if heading.place else None
    return set() if page is None else {page, page + 1}


def _empty(part: Part) -> Iterator[Heading]:
    """Numbered headings of the second level and below that the next heading, not one below them, follows at once."""
    if part.kind in (PartKind.COVER, PartKind.ATTACHMENTS):
        return
    last: Heading | None = None
    for block in blocks(Document("", "", None, (part,))):
        match block:
            case Heading():
                is_over = last is not None and block.level <= last.level and last.number and last.level > 1
                if last is not None and is_over and not block.number.startswith(last.number.rstrip(".") + "."):
                    yield last
                if block.level == 1 and "penutup" in block.text.lower():
                    return  # what follows the last chapter is attached, and often a picture
                last = block
            case _ if _says_something(block):
                last = None
            case _:
                pass


def _says_something(block: Block) -> bool:
    match block:
        case Table() | Figure():
            return True
        case Paragraph():
            return bool(plain(block.content).strip())
        case _:
            return any(inline.text.strip() for inline in inlines(block))


RULE = Rule(
    "DOC018",
    "empty-section",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, sistematika laporan kinerja", Certainty.GENERAL),
    check,
)
