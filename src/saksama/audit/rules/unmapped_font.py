"""Huruf yang tampak di halaman tidak dapat disalin sebagai teks, atau ada teks yang tidak tampak.

Mengapa penting: PDF dengan huruf tanpa peta Unicode terlihat benar tetapi isinya tidak terbaca mesin, sehingga tidak
diperiksa dan tidak dapat dicari. Teks tersembunyi terbaca mesin tetapi tidak tampak bagi pembaca.

Contoh: halaman yang bila disalin menjadi "￿￿￿".

Cara memperbaiki: buat kembali PDF dari berkas aslinya dengan huruf yang ditanamkan.
"""

from collections.abc import Iterator

from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.rules.unread_pages import ranges
from saksama.audit.words import SOUND, enumerated, fault, said
from saksama.documents.document import UnreadKind
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.language.messages import _
from saksama.understanding.reading import Reading


def check(reading: Reading) -> Iterator[Check]:
    """Name the pages with glyphs that no one can copy, and those with hidden text."""
    unmapped = [item for item in reading.document.unread if item.kind is UnreadKind.UNMAPPED_FONT]
    hidden = [item for item in reading.document.unread if item.kind is UnreadKind.HIDDEN]
    if unmapped:
        pages = ranges(sorted({item.place.page for item in unmapped if item.place.page}))
        message = _("Huruf tanpa peta Unicode: halaman {pages} tidak terbaca dan tidak diperiksa.").format(pages=pages)
        remedy = _("Buat kembali PDF dari berkas aslinya.")
        yield fault(message, [said("", item.place) for item in unmapped], remedy=remedy)
    if hidden:
        pages = ranges(sorted({item.place.page for item in hidden if item.place.page}))
        sheets = enumerated(item.place.sheet for item in hidden if item.place.sheet)
        said_of_it = sheets or "; ".join(dict.fromkeys(item.note for item in hidden if item.note))
        message = _("Ada teks yang tidak tampak{where}.").format(
            where=_(" (hal. {pages})").format(pages=pages) if pages else f" ({said_of_it})" if said_of_it else ""
        )
        yield fault(
            message,
            [said("", item.place) for item in hidden if item.place != Place(file=item.place.file)],
            remedy=_("Hapus atau tampilkan teks yang tersembunyi; terima atau tolak perubahan yang terlacak."),
            severity=Severity.NOTE,
        )
    if not (unmapped or hidden):
        yield SOUND


RULE = Rule(
    "EXT005",
    "unmapped-font",
    Severity.WARNING,
    Citation("Saksama", "cara membaca dokumen", Certainty.OWN),
    check,
)
