"""Bab yang diwajibkan tidak ditemukan dalam laporan.

Mengapa penting: reviu APIP dan evaluasi AKIP mencari empat bab yang sama di setiap laporan. Bab yang hilang berarti
sebagian pertanggungjawabannya tidak ada.

Contoh: setelah Bab II langsung Bab IV Penutup. Yang benar: Bab III Akuntabilitas Kinerja di antaranya.

Judul yang hanya tersisa dalam daftar isi tidak dihitung.

Cara memperbaiki: tambahkan babnya, atau beri judul bab yang dapat dikenali.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from saksama.audit.report_parts import CHAPTERS, chapter_lines, chapter_names, is_performance_report
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault
from saksama.documents.document import Heading
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.chapters import passages
from saksama.understanding.reading import Chapter, Reading

_NUMERALS = ("i", "ii", "iii", "iv")
_CONTENT = (
    re.compile(r"latar belakang|gambaran umum|tugas (?:pokok )?dan fungsi"),
    re.compile(r"perjanjian kinerja|tujuan dan sasaran"),
    re.compile(r"capaian kinerja|realisasi anggaran"),
    re.compile(r"kesimpulan|^saran$"),
)
"""What the headings inside a chapter say where its own title is not recognised."""


def check(reading: Reading) -> Iterator[Check]:
    """Look for the four chapters among the headings."""
    if not is_performance_report(reading):
        return
    lines = tuple(chapter_lines(reading))
    inside = tuple(_inside(reading))
    last = [_last_opened(lines, place) for place in range(len(CHAPTERS))]
    for place, (name, pattern, content) in enumerate(zip(chapter_names(), CHAPTERS, _CONTENT, strict=True)):
        if any(pattern.search(line) for line in lines) and not _is_only_listed(last, place):
            yield SOUND
        elif any(content.search(line) for line in inside):
            message = _("Judul {chapter} tidak ditemukan, meskipun sebagian isinya ada.").format(chapter=name)
            yield fault(message, (), remedy=_("Beri judul bab sesuai sistematika."), severity=Severity.NOTE)
        else:
            message = _("{chapter} tidak ditemukan. Perlu dicek: laporan wajib memuatnya.").format(chapter=name)
            wanting = fault(message, (), remedy=_("Tambahkan babnya, atau beri judul yang dapat dikenali."))
            yield replace(wanting, group=_NUMERALS[place])


def _last_opened(lines: tuple[str, ...], place: int) -> int:
    """The last line that opens the chapter by its number ("bab iii …"), -1 where none does."""
    opening = re.compile(rf"bab\s+(?:{_NUMERALS[place]}|{place + 1})\b")
    return max((at for at, line in enumerate(lines) if opening.match(line)), default=-1)


def _is_only_listed(last: list[int], place: int) -> bool:
    """Whether the chapter is last opened before the one that precedes it, though the others follow in order: only
    lists of contents name it then.
    """
    others = [at for other, at in enumerate(last) if other != place]
    return place > 0 and min(last) >= 0 and others == sorted(others) and last[place] < last[place - 1]


def _inside(reading: Reading) -> Iterator[str]:
    """The headings inside chapters; those of attachments and of the front are none."""
    for passage in passages(reading.document):
        if isinstance(passage.block, Heading) and passage.chapter not in (Chapter.FRONT, Chapter.ATTACHMENT):
            yield " ".join(passage.block.text.lower().split())


RULE = Rule(
    "DOC001",
    "missing-chapter",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, sistematika laporan kinerja", Certainty.WEAK),
    check,
    first_year=2014,
)
