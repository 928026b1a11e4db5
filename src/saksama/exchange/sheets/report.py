"""Sheets of what surrounds the figures: agreement, signature and text, settings, scale, notes."""

from dataclasses import replace
from decimal import Decimal

from saksama.exchange.fields import Field, Kind, Layout, Option, Role, Sheet
from saksama.exchange.sheets.persons import person
from saksama.exchange.sheets.plan import NO, YES
from saksama.kernel.money import EFFICIENCY_METHODS
from saksama.kernel.provenance import Certainty
from saksama.kernel.record import Arrangement, ReportPart

_YEAR = Field("year", "Tahun", "Tahun yang dilaporkan", Kind.YEAR, required=True, is_key=True, example="2020", width=11)

_REVISION = Field(
    "revision",
    "Revisi ke",
    "",
    Kind.INTEGER,
    example="1",
    minimum=Decimal(0),
    maximum=Decimal(50),
    is_later=True,
    width=10,
)

AGREEMENTS = Sheet(
    "agreements",
    "Perjanjian",
    "Perjanjian kinerja",
    "Satu baris satu perjanjian. Targetnya dari lembar Indikator, kecuali yang berbeda di lembar Target PK. "
    "Perubahannya di baris baru, dengan Revisi ke 1, 2, …; yang berlaku revisi terakhir.",
    (
        Field("year", "Tahun", "Tahun perjanjian", Kind.YEAR, required=True, is_key=True, example="2020", width=11),
        *person("first", "pihak pertama", required=True),
        *person("second", "pihak kedua", required=True),
        Field(
            "number", "Nomor perjanjian", "Kosong bila tidak bernomor", Kind.TEXT, example="050/12/35.73/2020", width=22
        ),
        Field("place", "Tempat", "Tempat penandatanganan", Kind.TEXT, example="Malang", width=16),
        Field("date", "Tanggal", "Tanggal penandatanganan", Kind.DATE, example="2 Januari 2020", width=14),
        replace(_REVISION, hint="Kosong untuk perjanjian pertama; 1, 2, … untuk perubahannya"),
        Field(
            "reason",
            "Alasan perubahan",
            "Mengapa perjanjiannya berubah",
            Kind.LONG_TEXT,
            required=True,
            when=("revision",),
            is_later=True,
            example="Perubahan APBD dan target indikator IK2",
            width=40,
        ),
        Field(
            "budget_version",
            "Versi anggaran",
            "Kode dari lembar Versi Anggaran: anggaran yang mendasarinya",
            Kind.REFERENCE,
            refers_to=("budget_versions",),
            is_later=True,
            example="Perubahan 2020",
            width=18,
        ),
    ),
    thing="perjanjian kinerja",
)

AGREED_TARGETS = Sheet(
    "agreed_targets",
    "Target PK",
    "Target perjanjian kinerja yang berbeda dari Renstra",
    "Hanya yang berbeda dari lembar Indikator; capaian diukur terhadap target ini. Perubahan perjanjian: tulis semua "
    "yang berbeda, dengan nomor revisinya.",
    (
        Field("year", "Tahun", "Tahun perjanjian", Kind.YEAR, required=True, example="2020", width=11),
        Field(
            "indicator",
            "Kode indikator",
            "Kode dari lembar Indikator (atau Output)",
            Kind.REFERENCE,
            required=True,
            refers_to=("indicators", "outputs"),
            example="IK1",
            width=14,
        ),
        Field("indicator_name", "Nama indikator", "Terisi sendiri", Kind.TEXT, is_computed=True, width=50),
        Field(
            "target",
            "Target perjanjian",
            "Target yang diperjanjikan; untuk rentang: batas atasnya",
            Kind.VALUE,
            required=True,
            example="70,00",
            width=14,
        ),
        Field("target_low", "Batas bawah", "Hanya untuk target berupa rentang", Kind.VALUE, example="7", width=14),
        replace(_REVISION, hint="Kosong untuk perjanjian pertama; nomor revisi seperti di lembar Perjanjian"),
        Field(
            "lookup",
            "Kunci",
            "Dipakai lembar Realisasi untuk menemukan target ini",
            Kind.TEXT,
            is_computed=True,
            is_hidden=True,
            width=14,
        ),
    ),
    thing="target perjanjian",
    is_optional=True,
)

TEXTS = Sheet(
    "texts",
    "Naskah",
    "Penandatanganan dan naskah laporan",
    "Satu baris satu tahun. Naskah yang kosong disusun dari data; naskah yang diisi dicetak seperti ditulis.",
    (
        _YEAR,
        Field(
            "place", "Tempat", "Tempat penandatanganan laporan", Kind.TEXT, required=True, example="Malang", width=16
        ),
        Field(
            "date",
            "Tanggal",
            "Tanggal penandatanganan laporan",
            Kind.DATE,
            required=True,
            example="15 Februari 2021",
            width=14,
        ),
        *person("signatory", "penandatangan (bila bukan kepala)"),
        Field(
            ReportPart.FOREWORD.value,
            "Kata pengantar",
            "Kosong: disusun dari data",
            Kind.LONG_TEXT,
            example="Puji syukur …",
            width=60,
        ),
        Field(
            ReportPart.SUMMARY.value,
            "Ikhtisar eksekutif",
            "Kosong: disusun dari data",
            Kind.LONG_TEXT,
            example="Laporan ini …",
            width=60,
        ),
        Field(
            ReportPart.CONCLUSION.value,
            "Kesimpulan",
            "Kosong: disusun dari data",
            Kind.LONG_TEXT,
            example="Secara umum …",
            width=60,
        ),
        Field(
            ReportPart.IMPROVEMENT.value,
            "Langkah perbaikan",
            "Apa yang akan diperbaiki; wajib ada dalam Bab IV",
            Kind.LONG_TEXT,
            required=True,
            example="Menyusun rencana aksi …",
            width=60,
        ),
        Field(
            "cut_off",
            "Belanja dihitung sampai",
            "Tanggal data realisasi anggaran tahun itu",
            Kind.DATE,
            Role.FINANCE,
            is_later=True,
            example="31 Desember 2020",
            width=18,
        ),
        Field(
            "is_audited",
            "Belanja sudah diaudit",
            "Ya bila sudah diperiksa BPK",
            Kind.CHOICE,
            Role.FINANCE,
            options=(YES, NO),
            is_later=True,
            example="Ya",
            width=14,
        ),
    ),
    thing="naskah",
)

CERTAINTIES = (
    Option("Teks peraturan sudah dibaca", Certainty.CONFIRMED.value),
    Option("Dari kutipan atau pihak ketiga", Certainty.WEAK.value),
    Option("Pengetahuan umum, harus diperiksa", Certainty.GENERAL.value),
    Option("Sumber berbeda pendapat", Certainty.DISPUTED.value),
    Option("Ketetapan sendiri", Certainty.OWN.value),
)


def _citation(prefix: str, what: str, *, required: bool) -> tuple[Field, ...]:
    return (
        Field(
            f"{prefix}_regulation",
            f"Dasar {what}",
            "Peraturan atau keputusan yang menetapkan",
            Kind.TEXT,
            required=required,
            example="Permendagri 86/2017",
        ),
        Field(
            f"{prefix}_clause",
            f"Bagian dasar {what}",
            "Pasal, lampiran, tabel atau halaman",
            Kind.TEXT,
            example="tabel skala nilai peringkat kinerja",
        ),
        Field(
            f"{prefix}_certainty",
            f"Kepastian dasar {what}",
            "Seberapa pasti isi dasarnya; kosong berarti ketetapan sendiri",
            Kind.CHOICE,
            options=CERTAINTIES,
            example=CERTAINTIES[-1].label,
        ),
        Field(f"{prefix}_note", f"Catatan dasar {what}", "Penjelasan bila perlu", Kind.LONG_TEXT),
    )


SETTINGS = Sheet(
    "settings",
    "Pengaturan",
    "Cara instansi melapor dan menilai",
    "Sudah terisi dengan cara yang lazim. Ubah hanya bila instansi punya ketetapan sendiri.",
    (
        Field(
            "report_name",
            "Nama laporan",
            "Dicetak pada sampul",
            Kind.TEXT,
            required=True,
            example="Laporan Kinerja Instansi Pemerintah",
        ),
        Field(
            "abbreviation",
            "Singkatan laporan",
            "Dipakai dalam kalimat",
            Kind.TEXT,
            required=True,
            example="LKjIP",
            suggestions=("LKjIP", "LKj", "LKIP", "LAKIP"),
        ),
        Field(
            "arrangement",
            "Susunan Bab III",
            "Dua kebiasaan yang sama-sama dipakai",
            Kind.CHOICE,
            required=True,
            options=(
                Option("Per sasaran, semua analisis", Arrangement.PER_OBJECTIVE.value),
                Option("Per analisis, semua sasaran", Arrangement.PER_ANALYSIS.value),
            ),
            example="Per sasaran, semua analisis",
        ),
        Field(
            "average_cap",
            "Batas capaian dalam rata-rata (%)",
            "Tiap capaian dibatasi sebelum dirata-ratakan",
            Kind.PERCENT,
            required=True,
            example="100",
            minimum=Decimal(0),
        ),
        Field(
            "efficiency_method",
            "Cara menghitung efisiensi",
            "Namanya ikut dicetak",
            Kind.CHOICE,
            required=True,
            options=tuple(Option(method.title, method.name) for method in EFFICIENCY_METHODS),
            example=EFFICIENCY_METHODS[0].title,
        ),
        Field(
            "budget_source",
            "Sumber data anggaran",
            "Dicetak di bawah tabel anggaran",
            Kind.TEXT,
            example="Laporan Realisasi Anggaran 2020 (audited)",
        ),
        Field(
            "mark",
            "Tanda pada setiap halaman",
            "Kosong untuk laporan resmi",
            Kind.TEXT,
            example="contoh, bukan laporan resmi",
        ),
        Field("limit_cap", "Batas atas capaian (%)", "Kosong berarti tanpa batas", Kind.PERCENT, example="120"),
        Field("limit_floor", "Batas bawah capaian (%)", "Kosong berarti tanpa batas", Kind.PERCENT, example="0"),
        *_citation("limits", "batas capaian", required=False),
        Field(
            "scale_title",
            "Judul skala penilaian",
            "Judul tabel skala dalam laporan",
            Kind.TEXT,
            required=True,
            example="Skala nilai peringkat kinerja",
        ),
        Field("scale_name", "Nama pendek skala", "Tanpa spasi", Kind.TEXT, required=True, example="skala-instansi"),
        Field(
            "scale_side",
            "Nilai tepat pada batas skala",
            "Masuk kelas yang mana",
            Kind.CHOICE,
            required=True,
            options=(Option("Masuk kelas di atasnya (≥)", "above"), Option("Masuk kelas di bawahnya (>)", "below")),
            example="Masuk kelas di atasnya (≥)",
        ),
        Field(
            "scale_decimals",
            "Desimal sebelum dinilai",
            "Capaian dibulatkan dulu sekian desimal; kosong berarti tidak dibulatkan",
            Kind.INTEGER,
            example="2",
            minimum=Decimal(0),
            maximum=Decimal(6),
        ),
        *_citation("scale", "skala", required=True),
    ),
    layout=Layout.KEY_VALUE,
    thing="isian",
)

SCALE = Sheet(
    "scale",
    "Skala",
    "Skala penilaian capaian",
    "Dari kelas terbaik ke terendah. Kelas mulai pada batasnya dan berakhir di batas kelas di atasnya; kelas terendah "
    "tanpa batas.",
    (
        Field("word", "Predikat", "Sebutan kelas", Kind.TEXT, required=True, example="Sangat Tinggi", width=40),
        Field(
            "bound",
            "Mulai dari (%)",
            "Batas bawah kelas; kosong untuk kelas terendah",
            Kind.PERCENT,
            example="91",
            width=14,
        ),
    ),
    thing="kelas skala",
)

CHOICES = Sheet(
    "choices",
    "Catatan",
    "Catatan pilihan atas data yang meragukan",
    "Bila dokumen sumber saling bertentangan: apa yang dipilih dan mengapa. Ikut dicetak.",
    (
        Field(
            "topic",
            "Perihal",
            "Apa yang diputuskan",
            Kind.TEXT,
            required=True,
            example="Realisasi anggaran program I",
            width=36,
        ),
        Field(
            "decision",
            "Pilihan",
            "Apa yang dipakai",
            Kind.LONG_TEXT,
            required=True,
            example="Dipakai jumlah rinciannya",
            width=50,
        ),
        Field(
            "reason",
            "Alasan",
            "Mengapa",
            Kind.LONG_TEXT,
            required=True,
            example="Jumlah yang tercetak tidak sama dengan rinciannya",
            width=60,
        ),
    ),
    thing="catatan",
    is_optional=True,
)
