"""What a recorded change was about, in words: "value 2025 quarter 4" → "Realisasi TW IV 2025"."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Protocol

from django.utils.formats import date_format

from saksama.exchange.sheets.definitions import DEFINITIONS
from saksama.exchange.sheets.plan import FORMULA_OPTIONS
from saksama.kernel.period import Cycle, InvalidPeriodError, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _, to_say


class Measured(Protocol):
    """What has a year and a period in it."""

    year: int
    cycle: str
    number: int


_FACTS: Mapping[str, str] = {
    "value": to_say("Realisasi"),
    "numerator": to_say("Pembilang"),
    "denominator": to_say("Penyebut"),
    "target": to_say("Target"),
    "evidence": to_say("Bukti"),
    "cause": to_say("Penyebab keberhasilan atau kegagalan"),
    "obstacle": to_say("Hambatan"),
    "solution": to_say("Solusi yang sudah dilakukan"),
    "follow-up": to_say("Tindak lanjut"),
    "appropriation": to_say("Pagu"),
    "expenditure": to_say("Realisasi anggaran"),
    "physical": to_say("Fisik (%)"),
    "name": to_say("Nama"),
    "unit": to_say("Satuan"),
    "definition": to_say("Definisi"),
    "calculation": to_say("Cara menghitung"),
    "reason": to_say("Alasan"),
    "source": to_say("Sumber data"),
    "owner": to_say("Penanggung jawab"),
    "code": to_say("Kode"),
    "level": to_say("Jenjang"),
    "parent": to_say("Induk"),
    "position": to_say("Urutan"),
    "supports": to_say("Mendukung"),
    "node": to_say("Program atau kegiatan"),
    "formula": to_say("Rumus capaian"),
    "cycle": to_say("Siklus pengukuran"),
    "consolidation": to_say("Nilai tahunan dari periode"),
    "baseline_year": to_say("Tahun data dasar"),
    "baseline_value": to_say("Nilai data dasar"),
    "title": to_say("Judul"),
    "vision": to_say("Visi"),
    "mission": to_say("Misi"),
    "strategies": to_say("Strategi"),
    "policies": to_say("Arah kebijakan"),
    "legal_basis": to_say("Dasar hukum"),
    "valid_from": to_say("Berlaku sejak"),
    "valid_to": to_say("Berlaku sampai"),
    "changes": to_say("Riwayat indikator"),
    "continues": to_say("Melanjutkan indikator rencana sebelumnya"),
    "goal": to_say("Tujuan"),
    "objective": to_say("Sasaran"),
    "indicator": to_say("Indikator"),
    "version": to_say("Versi"),
    "role": to_say("Peran"),
    "account": to_say("Akun"),
    "link": to_say("Tautan masuk dibuat"),
    "second-factor": to_say("Langkah kedua saat masuk"),
    "requires_evidence": to_say("Bukti wajib sebelum angka diajukan"),
    "required-factor": to_say("Peran yang wajib memakai langkah kedua"),
    "agency": to_say("Perangkat daerah"),
    "succession": to_say("Dilanjutkan oleh"),
    "holder": to_say("Pejabat"),
    "head": to_say("Kepala perangkat daerah"),
    "deadline": to_say("Tenggat"),
    "template": to_say("Templat naskah"),
    "measurement-reminder": to_say("Pengingat pengukuran"),
    "report-reminder": to_say("Pengingat LKjIP"),
    "agreement-reminder": to_say("Pengingat perjanjian kinerja"),
    "plan": to_say("Rencana"),
    "made": to_say("Unit kerja"),
    "tasks": to_say("Tugas unit"),
    "ends_on": to_say("Berakhir pada"),
    "posts": to_say("Jabatan"),
    "end_target": to_say("Target akhir rencana"),
    "is_key": to_say("Indikator kinerja utama (IKU)"),
    "kind": to_say("Tingkat hasil"),
    "decimals": to_say("Angka desimal"),
    "minimum": to_say("Nilai terkecil"),
    "maximum": to_say("Nilai terbesar"),
    "zero_target": to_say("Bila target nol"),
    "raw_numerator": to_say("Nama pembilang"),
    "raw_denominator": to_say("Nama penyebut"),
    "raw_factor": to_say("Faktor pengali"),
    "is_cumulative": to_say("Kumulatif"),
    "measured_in": to_say("Diukur pada bulan"),
    "value_scale": to_say("Skala nilai"),
    "collection": to_say("Cara pengumpulan"),
    "frequency": to_say("Frekuensi"),
    "verifier": to_say("Pemeriksa data"),
    "basis": to_say("Dasar penetapan"),
    "replaced_by": to_say("Diganti oleh"),
    "low": to_say("Batas bawah"),
    "high": to_say("Target"),
    "content": to_say("Isi"),
    "note": to_say("Catatan"),
    "not_applicable_because": to_say("Tidak ada, karena"),
}
SUBJECTS: Mapping[str, str] = {
    "indicator": to_say("Indikator"),
    "plan": to_say("Rencana"),
    "goal": to_say("Tujuan"),
    "objective": to_say("Sasaran"),
    "node": to_say("Program atau kegiatan"),
    "person": to_say("Orang"),
    "post": to_say("Jabatan"),
    "agency": to_say("Perangkat daerah"),
    "unit": to_say("Unit kerja"),
    "deadline": to_say("Tenggat"),
    "reminder": to_say("Pengingat"),
    "documents": to_say("Dokumen"),
    "security": to_say("Keamanan"),
    "rules": to_say("Aturan"),
}
"""What a change belongs to, where somebody typed it."""
_IMPORTED: Mapping[str, str] = {
    "measurement": to_say("Realisasi"),
    "target": to_say("Target"),
    "narrative": to_say("Analisis"),
    "indicatordefinition": to_say("Indikator"),
    "budgetnode": to_say("Program atau kegiatan"),
    "support": to_say("Mendukung"),
    "amount": to_say("Anggaran"),
    "periodspending": to_say("Realisasi anggaran"),
    "planversion": to_say("Rencana"),
    "recordpart": to_say("Isi laporan"),
}
"""What it belongs to where a workbook brought it: the table, told in words."""
_YES_OR_NO: Mapping[str, str] = {"True": to_say("Ya"), "False": to_say("Tidak")}
_CHOICES = {
    "formula": FORMULA_OPTIONS,
    **{
        name: DEFINITIONS.field(name).options
        for name in ("kind", "zero_target", "cycle", "consolidation", "measured_in")
    },
}
_NUMBERS = frozenset({"baseline_value", "minimum", "maximum", "raw_factor"})
"""Facts that are recorded as the database writes a number."""
_DUE: Mapping[str, str] = {
    "measurement": to_say("pengukuran"),
    "report": to_say("laporan kinerja"),
    "agreement": to_say("perjanjian kinerja"),
}
"""What a deadline is of."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CYCLES = {cycle.value: cycle for cycle in Cycle}


def fact_words(fact: str) -> str:
    """The words of a fact; a fact of another kind as it was recorded."""
    name, *rest = fact.split(" ")
    if name not in _FACTS:
        return fact
    said = _(_FACTS[name])
    return f"{said} {_when(rest)}".strip()


def value_words(value: str | None, fact: str) -> str:
    """A value that was recorded for a fact: the words of its choice, a day with its month, a number with its comma.

    "–" for nothing.
    """
    if value is None or not value:
        return "–"
    if value in _YES_OR_NO:
        return _(_YES_OR_NO[value])
    name = fact.partition(" ")[0]
    if name in _CHOICES:
        return next((_(one.label) for one in _CHOICES[name] if one.value == value), value)
    if _DAY.fullmatch(value):
        return _day_words(value)
    return value.replace(".", ",") if name in _NUMBERS else value


def _day_words(day: str) -> str:
    try:
        return date_format(date.fromisoformat(day), "j F Y")
    except ValueError:
        return day


def subject_words(subject: str) -> str:
    """The words of what a change belongs to: "indicator:IK1" → "Indikator IK1"; another kind as it was recorded."""
    kind, _colon, key = subject.partition(":")
    label = SUBJECTS.get(kind) or _IMPORTED.get(kind)
    if kind == "deadline" and key in _DUE:
        key = _(_DUE[key])
    return f"{_(label)} {key.replace('/', ' · ')}".strip() if label else subject


def period_words(cycle: str, year: int, number: int) -> str:
    """A period in words; the year alone where it is none."""
    try:
        return period_title(Period(year, number, _CYCLES[cycle]))
    except (InvalidPeriodError, KeyError):
        return str(year)


def _when(rest: list[str]) -> str:
    if len(rest) == 3 and rest[0].isdigit() and rest[2].isdigit():
        return period_words(rest[1], int(rest[0]), int(rest[2]))
    return " ".join(rest)
