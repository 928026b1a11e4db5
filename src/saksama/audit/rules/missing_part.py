"""Ikhtisar eksekutif, pernyataan telah direviu, atau lampiran tidak ditemukan.

Mengapa penting: ikhtisar dibaca pimpinan, pernyataan reviu dicari evaluator, dan perjanjian kinerja wajib dilampirkan.
Ini hanya catatan: pernyataan reviu wajib bagi kementerian dan pemerintah daerah, bagi perangkat daerah menurut
kebiasaan setempat.

Contoh: laporan berakhir pada Bab IV tanpa lampiran perjanjian kinerja.

Cara memperbaiki: tambahkan bagian yang memang diminta oleh pedoman pemerintah daerahnya.
"""

import re
from collections.abc import Iterator

from saksama.audit.report_parts import is_performance_report
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, said
from saksama.documents.document import Heading, Paragraph, PartKind, blocks, plain
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Reading

_LONGEST_TITLE = 80
_PARTS = (
    re.compile(r"(?:ikhtisar|ringkasan) (?:eksekutif|kinerja)|executive summary"),
    re.compile(r"pernyataan\s+(?:telah\s+)?di\s?reviu|hasil reviu|\btelah direviu"),
    re.compile(r"^(?:daftar )?lampiran|lampiran\s*(?:\d|[ivx]|[-:.])"),
)


def check(reading: Reading) -> Iterator[Check]:
    """Look for the parts around the chapters by their titles."""
    if not is_performance_report(reading):
        return
    titles = tuple(_titles(reading))
    has_attachments = any(part.kind is PartKind.ATTACHMENTS and part.blocks for part in reading.document.parts)
    missing = [
        name
        for place, (name, pattern) in enumerate(zip(_names(), _PARTS, strict=True))
        if not any(pattern.search(title) for title in titles) and not (place == len(_PARTS) - 1 and has_attachments)
    ]
    if not missing:
        yield SOUND
        return
    message = _("Tidak ditemukan: {parts}.").format(parts=enumerated(missing))
    yield fault(
        message,
        tuple(_beginning(reading)),
        remedy=_("Tambahkan bagian yang diminta oleh pedoman pemerintah daerahnya."),
    )


def _beginning(reading: Reading) -> Iterator[Figured]:
    """Where the parts should be announced: the heading of the contents, or else the first heading."""
    of_contents = [heading for heading in reading.headings if "daftar isi" in heading.text.lower()]
    for heading in (*of_contents, *reading.headings)[:1]:
        yield said(f"{heading.number} {heading.text}".strip(), heading.place)


def _names() -> tuple[str, ...]:
    return (_("ikhtisar eksekutif"), _("pernyataan telah direviu"), _("lampiran perjanjian kinerja"))


def _titles(reading: Reading) -> Iterator[str]:
    for block in blocks(reading.document):
        match block:
            case Heading():
                yield f"{block.number} {block.text}".strip().lower()
            case Paragraph():
                text = " ".join(plain(block.content).split())
                if len(text) <= _LONGEST_TITLE:
                    yield text.lower()
            case _:
                pass


RULE = Rule(
    "DOC003",
    "missing-part",
    Severity.NOTE,
    Citation("PermenPANRB 53/2014", "lampiran II dan III", Certainty.GENERAL),
    check,
    first_year=2014,
)
