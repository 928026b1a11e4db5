"""Indikator tidak mempunyai target.

Mengapa penting: tanpa target tidak ada capaian, dan indikatornya tidak dapat dipertanggungjawabkan.

Contoh: satu dari tiga indikator dalam perjanjian kinerja tidak diberi target. Tanda "-" hanya dicatat, karena dapat
berarti bahwa indikatornya belum berlaku pada tahun itu.

Cara memperbaiki: isi targetnya, atau tulis mengapa belum ada.
"""

from collections.abc import Iterator

from saksama.audit.blank_cells import blank_rows
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Chapter, Measure, Reading

_CHAPTERS = (Chapter.PLAN, Chapter.KEY_INDICATORS, Chapter.AGREEMENT, Chapter.MEASUREMENT)


def check(reading: Reading) -> Iterator[Check]:
    """Look for indicators whose target cells are all empty."""
    for table in reading.tables:
        if table.chapter in _CHAPTERS:
            yield from blank_rows(
                table,
                Measure.TARGET,
                message=_("{table}: indikator “{indicator}” tidak mempunyai target."),
                remedy=_("Isi targetnya, atau tulis mengapa belum ada."),
            )


RULE = Rule(
    "DOC014",
    "indicator-without-target",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran I, perjanjian kinerja", Certainty.WEAK),
    check,
)
