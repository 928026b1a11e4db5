"""Sheets of the money in the course of a year: versions of the budget, and what was spent in each period."""

from decimal import Decimal

from saksama.exchange.fields import Field, Kind, Option, Role, Sheet
from saksama.exchange.sheets.periods import PERIODS
from saksama.kernel.budget import BudgetVersionKind

_NODE_NAME = Field("node_name", "Uraian program/kegiatan", "Terisi sendiri", Kind.TEXT, is_computed=True, width=50)


def _node(*, is_key: bool) -> Field:
    return Field(
        "node",
        "Kode program/kegiatan",
        "Baris terbawah lembar Anggaran",
        Kind.REFERENCE,
        Role.FINANCE,
        required=True,
        refers_to=("budget",),
        is_key=is_key,
        example="8.01.03.2.01.0001",
        width=22,
    )


BUDGET_VERSIONS = Sheet(
    "budget_versions",
    "Versi Anggaran",
    "Versi anggaran: murni, pergeseran, perubahan",
    "Satu baris satu versi, dari yang pertama ke yang terakhir. Pagu pada lembar Anggaran adalah pagu versi terakhir; "
    "pagu versi sebelumnya ditulis di lembar Pagu Versi.",
    (
        Field(
            "id",
            "Kode versi",
            "Nama pendek yang dipakai lembar lain",
            Kind.TEXT,
            Role.FINANCE,
            required=True,
            example="Murni 2025",
            width=20,
        ),
        Field("year", "Tahun", "Tahun anggaran", Kind.YEAR, Role.FINANCE, required=True, example="2025", width=11),
        Field(
            "kind",
            "Jenis",
            "Murni, pergeseran atau perubahan",
            Kind.CHOICE,
            Role.FINANCE,
            required=True,
            options=(
                Option("Murni", BudgetVersionKind.ORIGINAL.value),
                Option("Pergeseran", BudgetVersionKind.SHIFT.value),
                Option("Perubahan", BudgetVersionKind.REVISED.value),
            ),
            example="Murni",
            width=16,
        ),
        Field(
            "adopted_on",
            "Tanggal",
            "Tanggal dokumennya ditetapkan",
            Kind.DATE,
            Role.FINANCE,
            example="2 Januari 2025",
            width=18,
        ),
        Field(
            "document",
            "Dokumen",
            "DPA, DPPA atau peraturannya",
            Kind.TEXT,
            Role.FINANCE,
            example="DPA 2025 nomor 1/DPA/2025",
            width=36,
        ),
        Field(
            "reason",
            "Alasan perubahan",
            "Mengapa anggarannya berubah; kosong untuk anggaran murni",
            Kind.LONG_TEXT,
            Role.FINANCE,
            example="Efisiensi belanja perjalanan dinas",
            width=60,
        ),
    ),
    thing="versi anggaran",
    is_optional=True,
)

EARLIER_APPROPRIATIONS = Sheet(
    "earlier_appropriations",
    "Pagu Versi",
    "Pagu menurut versi anggaran sebelum yang terakhir",
    "Satu baris satu kegiatan dan satu versi. Pagu versi terakhir tidak ditulis di sini: itulah Pagu di lembar "
    "Anggaran. Baris yang tidak ditulis berarti pagu versi itu tidak diketahui; tulis 0 bila kegiatannya belum ada di "
    "versi itu.",
    (
        _node(is_key=True),
        _NODE_NAME,
        Field(
            "version",
            "Kode versi",
            "Kode dari lembar Versi Anggaran",
            Kind.REFERENCE,
            Role.FINANCE,
            required=True,
            refers_to=("budget_versions",),
            is_key=True,
            example="Murni 2025",
            width=20,
        ),
        Field(
            "appropriation",
            "Pagu versi ini",
            "Anggaran menurut versi itu, rupiah",
            Kind.RUPIAH,
            Role.FINANCE,
            required=True,
            example="125.000.000",
            width=20,
        ),
    ),
    thing="pagu versi",
    is_optional=True,
)

PERIOD_SPENDING = Sheet(
    "period_spending",
    "Realisasi Anggaran",
    "Realisasi anggaran dan fisik per bulan, triwulan atau semester",
    "Satu baris satu kegiatan dan satu periode. Belanja hanya selama periode itu, bukan sampai dengan periode itu; "
    "fisik adalah kemajuan sampai akhir periode.",
    (
        _node(is_key=True),
        _NODE_NAME,
        Field(
            "year",
            "Tahun",
            "Tahun anggaran",
            Kind.YEAR,
            Role.FINANCE,
            required=True,
            is_key=True,
            example="2025",
            width=11,
        ),
        Field(
            "period",
            "Periode",
            "Bulan, triwulan (TW) atau semester",
            Kind.CHOICE,
            Role.FINANCE,
            required=True,
            options=PERIODS,
            is_key=True,
            example="TW I",
            width=14,
        ),
        Field(
            "expenditure",
            "Belanja periode ini",
            "Hanya selama periode itu, rupiah",
            Kind.RUPIAH,
            Role.FINANCE,
            example="21.500.000",
            width=20,
        ),
        Field(
            "physical",
            "Fisik s.d. periode ini (%)",
            "Kemajuan fisik sampai akhir periode",
            Kind.PERCENT,
            Role.ACTIVITY,
            example="25",
            minimum=Decimal(0),
            maximum=Decimal(100),
            width=16,
        ),
    ),
    thing="realisasi anggaran",
    is_optional=True,
)
