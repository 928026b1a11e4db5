"""Sebagian dokumen tidak terbaca: halaman berupa gambar, bagian rusak, atau melampaui batas.

Mengapa penting: yang tidak terbaca tidak diperiksa. Tidak ada temuan di halaman itu bukan berarti halamannya benar.

Contoh: lampiran hasil pindaian di halaman 47 sampai 65 tidak diperiksa.

Cara memperbaiki: sertakan berkas aslinya (Word, Excel, atau PDF digital), bukan hasil pindaian.
"""

from collections.abc import Iterable, Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault, said
from saksama.documents.document import Unread, UnreadKind
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Reading

_LOST = (UnreadKind.DAMAGED, UnreadKind.LIMIT)


def check(reading: Reading) -> Iterator[Check]:
    """Name what was seen and not read."""
    unread = reading.document.unread
    pages = sorted({item.place.page for item in unread if item.kind is UnreadKind.IMAGE_PAGE and item.place.page})
    # A workbook's "#DIV/0!" was read: it is the formula that is damaged.
    lost = [item for item in unread if item.kind in _LOST and not item.note.startswith("#")]
    pictures = [item for item in unread if item.kind is UnreadKind.IMAGE]
    remedy = _("Sertakan berkas aslinya (Word, Excel, atau PDF digital).")
    if pages:
        # Nothing else was understood: the whole report is a scan, and no look was taken at all.
        severity = Severity.NOTE if reading.statements else Severity.WARNING
        message = _("Halaman {pages} berupa gambar dan tidak diperiksa.").format(pages=ranges(pages))
        yield fault(message, _at(item for item in unread if item.place.page in pages), remedy=remedy, severity=severity)
    if lost:
        notes = "; ".join(dict.fromkeys(item.note for item in lost if item.note))
        message = _("Sebagian berkas tidak terbaca: {notes}.").format(notes=notes or _("rusak"))
        yield fault(message, _at(lost), remedy=remedy)
    if pictures:
        found = sorted({item.place.page for item in pictures if item.place.page})
        message = _("Gambar yang mungkin berisi teks atau tabel tidak diperiksa{pages}.").format(
            pages=_(" (hal. {pages})").format(pages=ranges(found)) if found else ""
        )
        yield fault(message, _at(pictures), remedy=remedy, severity=Severity.NOTE)
    if not (pages or lost or pictures):
        yield SOUND


def _at(items: Iterable[Unread]) -> list[Figured]:
    return [said("", item.place) for item in items if item.place.page or item.place.path or item.place.sheet]


def ranges(pages: list[int]) -> str:
    """The pages as "1, 47–65"."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in spans)


RULE = Rule(
    "EXT002",
    "unread-pages",
    Severity.WARNING,
    Citation("Saksama", "cara membaca dokumen", Certainty.OWN),
    check,
)
