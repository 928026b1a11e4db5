"""Bab yang diwajibkan tidak ditemukan dalam laporan.

Mengapa penting: reviu APIP dan evaluasi AKIP mencari empat bab yang sama di setiap laporan. Bab yang hilang berarti
sebagian pertanggungjawabannya tidak ada.

Contoh: setelah Bab II langsung Bab IV Penutup. Yang benar: Bab III Akuntabilitas Kinerja di antaranya.

Cara memperbaiki: tambahkan babnya, atau beri judul bab yang dapat dikenali.
"""

import re
from collections.abc import Iterator

from saksama.audit.report_parts import CHAPTERS, chapter_lines, chapter_names, is_performance_report
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Reading

_CONTENT = (
    None,
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
    for name, pattern, content in zip(chapter_names(), CHAPTERS, _CONTENT, strict=True):
        if any(pattern.search(line) for line in lines):
            yield SOUND
        elif content and any(content.search(line) for line in lines):
            message = _("Judul {chapter} tidak ditemukan, meskipun sebagian isinya ada.").format(chapter=name)
            yield fault(message, (), remedy=_("Beri judul bab sesuai sistematika."), severity=Severity.NOTE)
        else:
            message = _("{chapter} tidak ditemukan. Perlu dicek: laporan wajib memuatnya.").format(chapter=name)
            yield fault(message, (), remedy=_("Tambahkan babnya, atau beri judul yang dapat dikenali."))


RULE = Rule(
    "DOC001",
    "missing-chapter",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, sistematika laporan kinerja", Certainty.WEAK),
    check,
    first_year=2014,
)
