"""Tahun lain tertulis di tempat tahun laporan.

Mengapa penting: tahun yang tertinggal menunjukkan tabel atau kalimat yang disalin dari laporan tahun lalu, sering
beserta angkanya.

Contoh: tabel kinerja 2025 dengan "Sumber: Laporan Tahun 2024" di bawahnya, atau "tahun sebelumnya (2023)" dalam laporan
2025. Yang benar: 2025, dan 2024 untuk tahun sebelumnya.

Cara memperbaiki: periksa tahun dan juga angka di sekitarnya.
"""

import re
from collections.abc import Iterator

from saksama.audit.facts import page_of
from saksama.audit.report_parts import is_performance_report
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, at_table, fault, in_sentence, said, sentence_name, table_at
from saksama.documents.document import Table, Text, blocks, plain
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.language.messages import _
from saksama.understanding.reading import Chapter, Reading, Sentence, UnderstoodTable

_YEAR = re.compile(r"(?<![\d/.,-])(20[0-4]\d)(?![\d/])")
_BEFORE = re.compile(
    r"tahun\s+(?:sebelumnya|lalu|yang\s+lalu)\s*(?:[,(]|atau|yaitu|yakni)\s*(?:pada\s+|di\s+)?(?:tahun\s+)?(20[0-4]\d)",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"(?:laporan\s+(?:akuntabilitas\s+)?kinerja|lkjip|lakip|lkip|lkj)\b[^.;]{0,160}?\btahun\s+(?:anggaran\s+)?(20[0-4]\d)"
    r"(?![\d-])(?=[^.;]{0,30}\b(?:ini|disusun|dapat\s+(?:di)?selesai|merupakan|telah\s+selesai))",
    re.IGNORECASE,
)
_SPANS = re.compile(r"20[0-4]\d\s*(?:[-–—−]|s\.?/?d\.?|sampai)\s*20[0-4]\d")
_COMPARES = re.compile(
    r"banding|perkembangan|capaian kinerja tahun|sebelumnya|lalu|awal|baseline|evaluasi|tren|realisasi tahun"
)
_FRESH = (Chapter.MEASUREMENT, Chapter.BUDGET, Chapter.AGREEMENT)


def check(reading: Reading) -> Iterator[Check]:
    """Look at captions, source lines and sentences that name a year."""
    year = reading.identity.year
    if year is None or not is_performance_report(reading):
        return
    found = [*_captions(reading, year), *_sources(reading, year)]
    for sentence in reading.sentences:
        found += _sentence(sentence, year)
    yield from found or (SOUND,)


def _captions(reading: Reading, year: int) -> Iterator[Check]:
    """A caption that names last year alone, over columns none of which does."""
    for table in reading.tables:
        if table.chapter not in _FRESH or _SPANS.search(table.caption) or _COMPARES.search(table.caption.lower()):
            continue
        named = {int(text) for text in _YEAR.findall(table.caption)}
        if named != {year - 1} or not _is_of(table, year):
            continue
        message = _("Judul {table} menyebut tahun {named}, sedangkan kolomnya tahun {year}. Perlu dicek.").format(
            table=table_at(table), named=year - 1, year=year
        )
        yield fault(message, (at_table(table),), remedy=_("Periksa tahun dan juga angka di sekitarnya."))


def _is_of(table: UnderstoodTable, year: int) -> bool:
    """Whether the columns themselves name the reporting year and no other."""
    named = {int(text) for column in table.columns for text in _YEAR.findall(column.header)}
    return named == {year}


def _sources(reading: Reading, year: int) -> Iterator[Check]:
    """A source of last year under a table of this year's results."""
    fresh = {
        (table.number, table.caption): table
        for table in reading.tables
        if table.chapter in _FRESH and not _has_older(table, year)
    }
    for block in blocks(reading.document):
        if not isinstance(block, Table) or not block.source or (block.number, block.caption) not in fresh:
            continue
        text = plain(block.source)
        named = {int(found) for found in _YEAR.findall(text)}
        if named != {year - 1} or _SPANS.search(text):
            continue
        runs = (inline.place for inline in block.source if isinstance(inline, Text))
        place = next((found for found in runs if found), block.place)
        message = _("Sumber di bawah {table} menyebut tahun {named}, laporan ini tahun {year}. Perlu dicek.").format(
            table=(block.number or _("tabel")) + page_of(place or Place()), named=year - 1, year=year
        )
        yield fault(message, (said(text, place),), remedy=_("Periksa tahun dan juga angka di sekitarnya."))


def _has_older(table: UnderstoodTable, year: int) -> bool:
    """Whether the table states older years, so that an older source is its due."""
    return any(column.period[:4].isdigit() and int(column.period[:4]) < year for column in table.columns)


def _sentence(sentence: Sentence, year: int) -> Iterator[Check]:
    for found in _BEFORE.finditer(sentence.text):
        if int(found[1]) != year - 1:
            message = _("{place}: tahun sebelum {year} adalah {before}, tertulis {named}. Perlu dicek.").format(
                place=sentence_name(sentence), year=year, before=year - 1, named=found[1]
            )
            yield fault(message, (in_sentence(sentence),), remedy=_("Periksa tahun dan juga angka di sekitarnya."))
    if sentence.chapter not in (Chapter.FRONT, Chapter.CLOSING, Chapter.INTRODUCTION):
        return
    for found in _THIS.finditer(sentence.text):
        if int(found[1]) == year - 1 and not _COMPARES.search(found[0].lower()):
            message = _(
                "{place} menyebut laporan tahun {named}, padahal ini laporan tahun {year}. Perlu dicek."
            ).format(place=sentence_name(sentence), named=found[1], year=year)
            yield fault(message, (in_sentence(sentence),), remedy=_("Periksa tahun dan juga angka di sekitarnya."))


RULE = Rule(
    "DOC009",
    "stale-year",
    Severity.WARNING,
    Citation("Kaidah penyusunan laporan", "kesesuaian isi dengan tahun pelaporan", Certainty.OWN),
    check,
)
