"""Indikator tidak mempunyai realisasi atau capaian pada tahun laporan.

Mengapa penting: laporan kinerja harus menjawab setiap target dengan hasilnya.

Contoh: tabel pengukuran memuat tiga indikator, satu di antaranya tanpa realisasi. Yang benar: realisasinya, atau
keterangan bahwa datanya belum rilis.

Cara memperbaiki: isi realisasinya, atau tulis lembaga yang mengukur dan kapan datanya terbit.
"""

from collections.abc import Iterator

from saksama.audit.blank_cells import blank_rows
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Chapter, Measure, Reading


def check(reading: Reading) -> Iterator[Check]:
    """Look for indicators whose cells of the reporting year are all empty."""
    year = str(reading.identity.year or "")
    for table in reading.tables:
        if table.chapter not in (Chapter.MEASUREMENT, Chapter.CLOSING):
            continue
        yield from blank_rows(
            table,
            Measure.ACTUAL,
            message=_("{table}: indikator “{indicator}” tidak mempunyai realisasi."),
            remedy=_("Isi realisasinya, atau tulis kapan datanya terbit."),
            period=year,
        )
        yield from blank_rows(
            table,
            Measure.ACHIEVEMENT,
            message=_("{table}: indikator “{indicator}” tidak mempunyai capaian."),
            remedy=_("Isi capaiannya, atau tulis mengapa tidak dapat dihitung."),
            period=year,
        )


RULE = Rule(
    "DOC015",
    "indicator-without-actual",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, Bab III.A", Certainty.WEAK),
    check,
)
