"""Sheets of the plan: goals and objectives, indicators with their targets, and how each indicator is measured."""

from saksama.exchange.fields import Field, Kind, Option, Role, Sheet
from saksama.kernel.achievement import (
    HIGHER_IS_BETTER,
    LEVEL_RATIO,
    LOWER_IS_BETTER,
    LOWER_IS_BETTER_INVERSE,
    ON_TARGET,
    RANGE_HIGHER_IS_BETTER,
    RANGE_LOWER_IS_BETTER,
)

FORMULA_OPTIONS = (
    Option("Semakin tinggi semakin baik (realisasi ÷ target)", HIGHER_IS_BETTER.name),
    Option("Semakin rendah semakin baik ((2 × target − realisasi) ÷ target)", LOWER_IS_BETTER.name),
    Option("Semakin rendah semakin baik (target ÷ realisasi)", LOWER_IS_BETTER_INVERSE.name),
    Option("Target berupa rentang, semakin tinggi semakin baik", RANGE_HIGHER_IS_BETTER.name),
    Option("Target berupa rentang, semakin rendah semakin baik", RANGE_LOWER_IS_BETTER.name),
    Option("Semakin dekat ke target semakin baik", ON_TARGET.name),
    Option("Predikat atau tahapan: peringkat realisasi ÷ peringkat target", LEVEL_RATIO.name),
)

YES = Option("Ya", "yes")
NO = Option("Tidak", "no")

UNITS_OF_MEASURE = (
    "%",
    "Indeks",
    "Nilai",
    "Predikat",
    "Orang",
    "Dokumen",
    "Laporan",
    "Kegiatan",
    "Kasus",
    "Unit",
    "Hari",
    "Bulan",
    "Rupiah",
)

GOALS = Sheet(
    "goals",
    "Sasaran",
    "Tujuan dan sasaran strategis",
    "Satu baris satu tujuan atau sasaran, dalam urutan Renstra. Kodenya bebas, asal tidak dipakai dua kali.",
    (
        Field("id", "Kode", "Kode pendek yang dipakai lembar lain", Kind.TEXT, required=True, example="S1", width=12),
        Field(
            "level",
            "Jenjang",
            "Tujuan atau sasaran strategis",
            Kind.CHOICE,
            required=True,
            options=(Option("Tujuan", "goal"), Option("Sasaran strategis", "objective")),
            example="Sasaran strategis",
            width=20,
        ),
        Field(
            "goal",
            "Kode tujuan",
            "Untuk sasaran: kode tujuan yang dituju. Kosong berarti tujuan terdekat di atasnya",
            Kind.REFERENCE,
            refers_to=("goals",),
            example="T1",
            width=14,
        ),
        Field(
            "name",
            "Rumusan",
            "Rumusan lengkap seperti dalam Renstra",
            Kind.LONG_TEXT,
            required=True,
            example="Meningkatnya kerukunan dan toleransi masyarakat",
            width=90,
        ),
    ),
    thing="tujuan atau sasaran",
)


def _indicator_fields(subject: Field, role: Role) -> tuple[Field, ...]:
    """What an indicator is and what was promised; the same for the plan's indicators and for outputs."""
    return (
        Field(
            "id",
            "Kode indikator",
            "Kode pendek yang dipakai lembar lain; tidak dipakai dua kali",
            Kind.TEXT,
            role,
            required=True,
            example="IK1",
            width=14,
        ),
        subject,
        Field(
            "name",
            "Nama indikator",
            "Nama lengkap seperti dalam dokumen perencanaan",
            Kind.LONG_TEXT,
            role,
            required=True,
            example="Persentase konflik sosial yang diselesaikan",
            width=48,
        ),
        Field(
            "unit",
            "Satuan",
            "Satuan nilainya; boleh ditulis sendiri",
            Kind.TEXT,
            role,
            required=True,
            suggestions=UNITS_OF_MEASURE,
            example="%",
            width=12,
        ),
        Field(
            "formula",
            "Rumus capaian",
            "Nilai seperti apa yang lebih baik? Pilih satu",
            Kind.CHOICE,
            role,
            required=True,
            options=FORMULA_OPTIONS,
            example=FORMULA_OPTIONS[0].label,
            width=44,
        ),
    )


_BASELINE = (
    Field(
        "baseline_year",
        "Tahun data dasar",
        "Tahun kondisi awal",
        Kind.YEAR,
        when=("baseline_value",),
        required=True,
        example="2018",
        width=12,
    ),
    Field("baseline_value", "Data dasar", "Nilai kondisi awal", Kind.VALUE, example="65,00", width=12),
)

_TARGETS = (
    Field(
        "target",
        "Target {year}",
        "Target tahunan; untuk rentang: batas atasnya",
        Kind.VALUE,
        required=True,
        per_year=True,
        example="67,50",
        width=12,
    ),
)

_END_AND_LOWER_BOUNDS = (
    Field(
        "end_target",
        "Target akhir periode",
        "Nilai yang dijanjikan pada akhir rencana",
        Kind.VALUE,
        required=True,
        example="75,00",
        width=14,
    ),
    Field(
        "end_year", "Tahun target akhir", "Kosong berarti tahun terakhir rencana", Kind.YEAR, example="2023", width=12
    ),
    Field(
        "target_low",
        "Batas bawah {year}",
        "Hanya untuk target berupa rentang",
        Kind.VALUE,
        per_year=True,
        example="7",
        width=12,
    ),
    Field(
        "end_target_low",
        "Batas bawah akhir periode",
        "Hanya untuk target berupa rentang",
        Kind.VALUE,
        example="7",
        width=14,
    ),
)

INDICATORS = Sheet(
    "indicators",
    "Indikator",
    "Indikator kinerja tujuan dan sasaran, dengan targetnya",
    "Satu baris satu indikator. Rumus capaian menentukan cara menilai: pilih menurut arti indikatornya, bukan menurut "
    "namanya.",
    (
        *_indicator_fields(
            Field(
                "subject",
                "Kode tujuan/sasaran",
                "Tujuan atau sasaran yang diukur",
                Kind.REFERENCE,
                required=True,
                refers_to=("goals",),
                example="S1",
                width=14,
            ),
            Role.PLANNER,
        ),
        Field(
            "is_key",
            "IKU",
            "Apakah indikator kinerja utama?",
            Kind.CHOICE,
            options=(YES, NO),
            required=True,
            example="Ya",
            width=8,
        ),
        *_BASELINE,
        *_TARGETS,
        *_END_AND_LOWER_BOUNDS,
    ),
    thing="indikator",
)


def _as_number(identifier: str, heading: str) -> Field:
    hint = "Kata dari skala nilai menjadi angkanya; terisi sendiri"
    return Field(identifier, heading, hint, Kind.DECIMAL, per_year=True, is_computed=True, is_hidden=True)


OUTPUTS = Sheet(
    "outputs",
    "Output",
    "Indikator program, kegiatan dan subkegiatan",
    "Satu baris satu indikator, dengan target dan realisasinya. Realisasi yang perlu sumber, catatan atau data mentah "
    "ditulis di lembar Realisasi.",
    (
        *_indicator_fields(
            Field(
                "subject",
                "Kode program/kegiatan",
                "Baris lembar Anggaran yang diukur",
                Kind.REFERENCE,
                Role.ACTIVITY,
                required=True,
                refers_to=("budget",),
                example="8.01.03.2.01",
                width=18,
            ),
            Role.ACTIVITY,
        ),
        Field(
            "target",
            "Target {year}",
            "Target tahunan; untuk rentang: batas atasnya",
            Kind.VALUE,
            Role.ACTIVITY,
            per_year=True,
            example="12",
            width=12,
        ),
        Field(
            "value",
            "Realisasi {year}",
            "Realisasi dalam satuan indikator",
            Kind.VALUE,
            Role.ACTIVITY,
            required=True,
            when=("target",),
            per_year=True,
            example="12",
            width=12,
        ),
        Field(
            "achievement",
            "Capaian {year} (%)",
            "Dihitung dari target dan realisasi",
            Kind.PERCENT,
            Role.ACTIVITY,
            per_year=True,
            is_computed=True,
            width=12,
        ),
        _as_number("target_number", "Target {year} sebagai angka"),
        _as_number("value_number", "Realisasi {year} sebagai angka"),
        Field(
            "is_key",
            "IKU",
            "Apakah indikator kinerja utama? Kosong berarti tidak",
            Kind.CHOICE,
            Role.ACTIVITY,
            options=(YES, NO),
            width=8,
        ),
        *_BASELINE,
        Field(
            "end_target",
            "Target akhir periode",
            "Nilai yang dijanjikan pada akhir rencana",
            Kind.VALUE,
            Role.ACTIVITY,
            example="60",
            width=14,
        ),
        *_END_AND_LOWER_BOUNDS[1:],
        Field("value_scale", "Skala dipakai", "Dari lembar Definisi", Kind.TEXT, is_computed=True, is_hidden=True),
    ),
    thing="indikator program",
    years_together=True,
)
