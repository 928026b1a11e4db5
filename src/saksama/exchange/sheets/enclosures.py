"""Sheets of what is put into a report as it is: pictures that lie on their sheet, and PDF files beside the workbook."""

from saksama.exchange.fields import Field, Kind, Sheet
from saksama.exchange.sheets.activities import year_of_report

PICTURES = Sheet(
    "pictures",
    "Gambar",
    "Gambar dan foto dalam laporan",
    "Satu baris satu gambar. Tempelkan gambarnya (PNG atau JPEG) dengan sudut kiri atas di dalam kolom Gambar pada "
    "barisnya; gambar ikut tersimpan dalam buku kerja.",
    (
        year_of_report(),
        Field(
            "caption",
            "Judul gambar",
            "Dicetak di bawah gambar",
            Kind.TEXT,
            required=True,
            example="Forum kewaspadaan dini bertemu di kecamatan",
            width=50,
        ),
        Field(
            "subject",
            "Kode yang digambarkan",
            "Kode tujuan, sasaran, indikator atau program; kosong untuk laporan seluruhnya",
            Kind.REFERENCE,
            refers_to=("goals", "indicators", "outputs", "budget"),
            example="IK1",
            width=18,
        ),
        Field("picture", "Gambar", "Tempelkan gambarnya di sini", Kind.TEXT, width=40),
    ),
    thing="gambar",
    is_optional=True,
)

ATTACHMENTS = Sheet(
    "attachments",
    "Lampiran",
    "Berkas PDF yang dijilid dalam laporan",
    "Satu baris satu berkas, dalam urutan jilid. Simpan berkasnya di folder buku kerja ini, atau folder di dalamnya.",
    (
        year_of_report(),
        Field(
            "title",
            "Judul lampiran",
            "Seperti dicetak dalam daftar lampiran",
            Kind.TEXT,
            required=True,
            example="Perjanjian Kinerja Perubahan 2025 yang ditandatangani",
            width=60,
        ),
        Field(
            "file",
            "Nama berkas",
            "Nama berkas PDF, dihitung dari folder buku kerja ini",
            Kind.TEXT,
            required=True,
            example="lampiran/PK 2025.pdf",
            width=50,
        ),
    ),
    thing="lampiran",
    is_optional=True,
)
