"""Satu dari tujuh analisis yang diwajibkan untuk Bab III tidak ditemukan.

Mengapa penting: PermenPANRB 53/2014 meminta untuk setiap sasaran: target dan realisasi tahun ini; perbandingan dengan
tahun-tahun lalu; dengan target jangka menengah; dengan standar nasional bila ada; penyebab dan solusi; efisiensi sumber
daya; program dan kegiatan yang menunjang. Evaluator mencari ketujuhnya.

Contoh: Bab III memuat penyebab kegagalan, tetapi tidak satu pun upaya atau solusi yang telah dilakukan.
Analisis dikenali dari judulnya, dari kolom tabel, dan dari kata-kata di dalam Bab III.

Cara memperbaiki: tambahkan analisisnya, atau tulis mengapa tidak dapat dibuat ("belum ada standar nasional").
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from saksama.audit.report_parts import is_performance_report
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault, said
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Chapter, Measure, Reading

_CHAPTER = "iii"
_INSIDE = (Chapter.MEASUREMENT, Chapter.BUDGET, Chapter.UNKNOWN, Chapter.SCALE, Chapter.CLOSING)


def check(reading: Reading) -> Iterator[Check]:
    """Look for each analysis by headings, table columns and words."""
    if not is_performance_report(reading):
        return
    text = "\n".join(_texts(reading, _INSIDE))
    analysis = "\n".join(_texts(reading, (Chapter.MEASUREMENT, Chapter.BUDGET, Chapter.UNKNOWN)))
    excuse = any(_EXCUSED.search(sentence.text.lower()) for sentence in reading.sentences)
    causes = [said(heading.text, heading.place) for heading in reading.headings if "penyebab" in heading.text.lower()]
    remedy = _("Tambahkan analisisnya, atau tulis mengapa tidak dapat dibuat.")
    for name, (words, shown, severity) in zip(_names(), _ANALYSES, strict=True):
        is_solution = words is _SOLUTIONS
        if words.search(analysis if is_solution else text) or shown(reading) or (excuse and shown in _EXCUSABLE):
            yield SOUND
        else:
            message = _("Bab III tidak memuat {analysis}. Perlu dicek: analisis ini diminta untuk setiap sasaran.")
            at = causes[:1] if is_solution else []
            wanting = fault(message.format(analysis=name), at, remedy=remedy, severity=severity)
            yield replace(wanting, group=_CHAPTER)


def _names() -> tuple[str, ...]:
    return (
        _("perbandingan target dan realisasi tahun ini"),
        _("perbandingan dengan tahun-tahun sebelumnya"),
        _("perbandingan dengan target jangka menengah"),
        _("perbandingan dengan standar nasional, bila ada"),
        _("penyebab keberhasilan atau kegagalan"),
        _("alternatif solusi yang telah dilakukan"),
        _("efisiensi penggunaan sumber daya"),
        _("program dan kegiatan yang menunjang"),
    )


def _texts(reading: Reading, chapters: tuple[Chapter, ...]) -> Iterator[str]:
    """What Bab III says: its headings, captions, column heads and sentences, in lower case."""
    for heading in reading.headings:
        yield heading.text.lower()
    for table in reading.tables:
        if table.chapter in chapters:
            yield table.caption.lower()
            yield from (column.header.lower() for column in table.columns)
            yield from (text.lower() for row in table.texts for text in row if len(text) > 40)
    for sentence in reading.sentences:
        if sentence.chapter in chapters:
            yield sentence.text.lower()


def _measures(reading: Reading) -> set[Measure]:
    return {statement.key.measure for statement in reading.statements if statement.chapter in _INSIDE}


def _compares_actuals(reading: Reading) -> bool:
    return {Measure.TARGET, Measure.ACTUAL} <= _measures(reading)


def _compares_years(reading: Reading) -> bool:
    """Whether the results of another year than the reporting one are stated."""
    return any(
        statement.key.measure in (Measure.ACTUAL, Measure.ACHIEVEMENT)
        and statement.key.period[:4].isdigit()
        and reading.identity.year is not None
        and int(statement.key.period[:4]) < reading.identity.year
        for statement in reading.statements
        if statement.chapter in _INSIDE
    )


def _compares_with_plan(reading: Reading) -> bool:
    return bool(_measures(reading) & {Measure.END_TARGET, Measure.PROGRESS})


def _compares_with_others(reading: Reading) -> bool:
    return Measure.BENCHMARK in _measures(reading) or any(
        statement.key.comparator for statement in reading.statements if statement.chapter in _INSIDE
    )


def _is_never(_reading: Reading) -> bool:
    return False


_SOLUTIONS = re.compile(
    r"solusi|(?<!rencana )tindak lanjut(?! hasil evaluasi)|langkah-?\s?langkah|langkah (?:yang|perbaikan)|rekomendasi"
    r"|upaya-?\s?upaya|upaya (?:yang|untuk|peningkatan|mengatasi|dalam|perbaikan(?! pada perencanaan))"
)
"""Plans for next year are no solutions that were taken."""
_EXCUSED = re.compile(r"(?:belum|tidak) (?:dapat|bisa) (?:di)?banding|indikator (?:yang )?baru|tahun pertama renstra")
_EXCUSABLE = (_compares_years, _compares_with_plan)
_ANALYSES: tuple[tuple[re.Pattern[str], Callable[[Reading], bool], Severity], ...] = (
    (
        re.compile(r"target dan realisasi|antara target|realisasi (?:dan|terhadap) target"),
        _compares_actuals,
        Severity.WARNING,
    ),
    (
        re.compile(r"tahun[- ]tahun? (?:lalu|sebelumnya)|tahun (?:lalu|sebelumnya)|beberapa tahun terakhir"),
        _compares_years,
        Severity.WARNING,
    ),
    (
        re.compile(
            r"target (?:jangka menengah|akhir|renstra|rpjmd)|jangka menengah|akhir (?:periode )?(?:renstra|rpjmd)"
        ),
        _compares_with_plan,
        Severity.WARNING,
    ),
    (
        re.compile(r"standar\w* (?:nasional|pelayanan minimal)|\bspm\b|(?:realisasi|capaian|rata-rata|angka) nasional"),
        _compares_with_others,
        Severity.NOTE,
    ),
    (
        re.compile(r"penyebab|faktor (?:pendorong|pendukung|penghambat|keberhasilan)|disebabkan|kendala|hambatan"),
        _is_never,
        Severity.WARNING,
    ),
    (
        _SOLUTIONS,
        _is_never,
        Severity.WARNING,
    ),
    (re.compile(r"efisien"), _is_never, Severity.WARNING),
    (
        re.compile(
            r"(?:program|kegiatan)[^.\n]{0,60}(?:menunjang|mendukung|penunjang|pendukung)"
            r"|(?:menunjang|mendukung|didukung)[^.\n]{0,80}(?:program|kegiatan)"
        ),
        _is_never,
        Severity.WARNING,
    ),
)

RULE = Rule(
    "DOC002",
    "missing-analysis",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "lampiran II, Bab III.A", Certainty.WEAK),
    check,
    first_year=2014,
)
