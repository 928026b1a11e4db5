"""Sheets of what a report tells beside its indicators: recommendations, innovations, awards, assets."""

from decimal import Decimal

from saksama.exchange.fields import Field, Kind, Option, Sheet
from saksama.kernel.activities import FollowUpState


def year_of_report(example: str = "2025") -> Field:
    """The year whose report tells of the row."""
    return Field("year", "Tahun", "Tahun yang dilaporkan", Kind.YEAR, required=True, example=example, width=11)


RECOMMENDATIONS = Sheet(
    "recommendations",
    "Rekomendasi",
    "Tindak lanjut rekomendasi evaluasi sebelumnya (LHE)",
    "Satu baris satu rekomendasi dan satu tahun laporan: apa yang sudah dilakukan dalam tahun itu. Yang belum selesai "
    "ditulis lagi pada tahun berikutnya.",
    (
        year_of_report(),
        Field(
            "source",
            "Sumber",
            "Laporan hasil evaluasi yang memuatnya",
            Kind.TEXT,
            example="LHE AKIP Inspektorat 2024",
            width=30,
        ),
        Field(
            "text",
            "Rekomendasi",
            "Bunyi rekomendasinya",
            Kind.LONG_TEXT,
            required=True,
            example="Melengkapi rencana aksi dengan target triwulanan",
            width=50,
        ),
        Field(
            "follow_up",
            "Tindak lanjut",
            "Apa yang sudah dilakukan",
            Kind.LONG_TEXT,
            required=True,
            example="Rencana aksi 2025 memuat target tiap triwulan",
            width=50,
        ),
        Field(
            "state",
            "Status",
            "Sejauh mana sudah dilakukan",
            Kind.CHOICE,
            required=True,
            options=(
                Option("Belum", FollowUpState.NOT_STARTED.value),
                Option("Dalam proses", FollowUpState.IN_PROGRESS.value),
                Option("Selesai", FollowUpState.DONE.value),
            ),
            example="Selesai",
            width=16,
        ),
        Field("evidence", "Bukti", "Dokumen yang membuktikan", Kind.LONG_TEXT, example="Rencana Aksi 2025", width=36),
    ),
    thing="rekomendasi",
    is_optional=True,
)

INNOVATIONS = Sheet(
    "innovations",
    "Inovasi",
    "Inovasi instansi",
    "Satu baris satu inovasi dalam satu tahun.",
    (
        year_of_report(),
        Field("name", "Nama inovasi", "Nama yang dipakai", Kind.TEXT, required=True, example="SI RUKUN", width=36),
        Field(
            "description",
            "Uraian",
            "Apa yang dilakukan dan masalah yang dipecahkan",
            Kind.LONG_TEXT,
            example="Laporan kerawanan melalui pesan singkat",
            width=60,
        ),
        Field(
            "benefit",
            "Manfaat",
            "Apa yang berubah karenanya",
            Kind.LONG_TEXT,
            example="Laporan ditangani dalam satu hari, sebelumnya lima hari",
            width=50,
        ),
    ),
    thing="inovasi",
    is_optional=True,
)

AWARDS = Sheet(
    "awards",
    "Penghargaan",
    "Penghargaan yang diterima",
    "Satu baris satu penghargaan.",
    (
        year_of_report(),
        Field(
            "name",
            "Penghargaan",
            "Nama penghargaannya",
            Kind.TEXT,
            required=True,
            example="Badan publik informatif",
            width=50,
        ),
        Field("giver", "Pemberi", "Siapa yang memberi", Kind.TEXT, example="Komisi Informasi", width=40),
        Field(
            "level",
            "Tingkat",
            "Tingkat penghargaannya",
            Kind.TEXT,
            suggestions=("Internasional", "Nasional", "Provinsi", "Kabupaten/kota"),
            example="Provinsi",
            width=18,
        ),
    ),
    thing="penghargaan",
    is_optional=True,
)

ASSETS = Sheet(
    "assets",
    "Aset",
    "Sarana dan prasarana pada akhir tahun",
    "Satu baris satu jenis barang dengan satu kondisi.",
    (
        year_of_report(),
        Field("name", "Jenis barang", "Nama barangnya", Kind.TEXT, required=True, example="Mobil dinas", width=40),
        Field(
            "quantity",
            "Jumlah",
            "Banyaknya pada akhir tahun",
            Kind.INTEGER,
            required=True,
            example="4",
            minimum=Decimal(0),
            width=12,
        ),
        Field("unit", "Satuan", "Satuan barangnya", Kind.TEXT, example="unit", width=14),
        Field(
            "condition",
            "Kondisi",
            "Keadaan barangnya",
            Kind.TEXT,
            suggestions=("Baik", "Rusak ringan", "Rusak berat"),
            example="Baik",
            width=18,
        ),
    ),
    thing="aset",
    is_optional=True,
)
