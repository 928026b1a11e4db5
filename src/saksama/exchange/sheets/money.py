"""Sheets of the money: programmes with their amounts, and which of them serves what."""

import re
from decimal import Decimal

from saksama.exchange.fields import Field, Kind, Option, Role, Sheet
from saksama.exchange.sheets.plan import NO, YES
from saksama.kernel.budget import BudgetLevel

LEVELS = (
    Option("Program", BudgetLevel.PROGRAMME.value),
    Option("Kegiatan", BudgetLevel.ACTIVITY.value),
    Option("Subkegiatan", BudgetLevel.SUB_ACTIVITY.value),
)

BUDGET = Sheet(
    "budget",
    "Anggaran",
    "Program, kegiatan dan subkegiatan dengan pagu dan realisasinya",
    "Tempelkan LRA: kode, uraian, pagu, realisasi. Jenjang dan induk boleh kosong bila kodenya bertingkat "
    "(8.01.03 – 8.01.03.2.01 – 8.01.03.2.01.0001). Uang diisi pada baris terbawah; jumlah induknya dihitung.",
    (
        Field(
            "level",
            "Jenjang",
            "Kosong bila terbaca dari kode",
            Kind.CHOICE,
            Role.FINANCE,
            options=LEVELS,
            example="Kegiatan",
            width=14,
        ),
        Field(
            "parent",
            "Kode induk",
            'Kosong untuk program, atau bila terbaca dari kode; "-" bila sengaja tanpa induk',
            Kind.REFERENCE,
            Role.FINANCE,
            refers_to=("budget",),
            example="8.01.03",
            width=16,
        ),
        Field(
            "id",
            "Kode",
            "Kode nomenklatur, atau kode pendek sendiri; tidak dipakai dua kali",
            Kind.TEXT,
            Role.FINANCE,
            required=True,
            example="8.01.03.2.01",
            width=20,
        ),
        Field(
            "name",
            "Uraian",
            "Nama program, kegiatan atau subkegiatan",
            Kind.LONG_TEXT,
            Role.FINANCE,
            required=True,
            example="Perumusan kebijakan teknis di bidang wawasan kebangsaan",
            width=60,
        ),
        Field(
            "appropriation",
            "Pagu {year}",
            "Anggaran setelah perubahan, rupiah",
            Kind.RUPIAH,
            Role.FINANCE,
            required=True,
            when=("expenditure",),
            per_year=True,
            example="125.000.000",
            width=18,
        ),
        Field(
            "expenditure",
            "Realisasi {year}",
            "Belanja sampai akhir tahun, rupiah",
            Kind.RUPIAH,
            Role.FINANCE,
            required=True,
            when=("appropriation",),
            per_year=True,
            example="118.400.000",
            width=18,
        ),
        Field(
            "appropriation_total",
            "Jumlah pagu {year}",
            "Dijumlahkan dari rinciannya",
            Kind.RUPIAH,
            Role.FINANCE,
            per_year=True,
            is_computed=True,
            width=18,
        ),
        Field(
            "expenditure_total",
            "Jumlah realisasi {year}",
            "Dijumlahkan dari rinciannya",
            Kind.RUPIAH,
            Role.FINANCE,
            per_year=True,
            is_computed=True,
            width=18,
        ),
        Field(
            "absorption",
            "Serapan {year} (%)",
            "Realisasi dibagi pagu",
            Kind.PERCENT,
            Role.FINANCE,
            per_year=True,
            is_computed=True,
            width=11,
        ),
        Field(
            "code",
            "Kode nomenklatur",
            "Hanya bila berbeda dari kolom Kode",
            Kind.TEXT,
            Role.FINANCE,
            example="8.01.03.2.01",
            width=20,
        ),
        Field(
            "owner",
            "Penanggung jawab",
            "Unit atau jabatan yang melaksanakannya",
            Kind.TEXT,
            example="Bidang Kewaspadaan Nasional",
            is_later=True,
            width=28,
        ),
        Field(
            "planned",
            "Pagu Renstra {year}",
            "Pagu menurut Renstra, rupiah",
            Kind.RUPIAH,
            per_year=True,
            example="120.000.000",
            is_later=True,
            width=18,
        ),
        Field(
            "physical",
            "Fisik {year} (%)",
            "Kemajuan fisik pada akhir tahun; hanya pada baris terbawah",
            Kind.PERCENT,
            Role.ACTIVITY,
            per_year=True,
            example="100",
            minimum=Decimal(0),
            maximum=Decimal(100),
            is_later=True,
            width=11,
        ),
        Field(
            "parent_read",
            "Induk terbaca",
            "Dari kolom Kode induk atau dari kodenya",
            Kind.TEXT,
            Role.FINANCE,
            is_computed=True,
        ),
        Field(
            "ancestors", "Semua induk", "Untuk penjumlahan", Kind.TEXT, Role.FINANCE, is_computed=True, is_hidden=True
        ),
        Field(
            "is_leaf",
            "Baris terbawah",
            "1 bila tidak punya rincian",
            Kind.INTEGER,
            Role.FINANCE,
            is_computed=True,
            is_hidden=True,
        ),
    ),
    thing="program atau kegiatan",
    years_together=True,
)

SUPPORTS = Sheet(
    "supports",
    "Dukungan",
    "Program mana mendukung sasaran atau indikator mana",
    "Satu baris satu dukungan. Bagilah porsi satu program sampai berjumlah 100%; bila tidak dapat dibagi, pilih pagu "
    "bersama: uangnya tampil di setiap sasaran dan dijumlahkan satu kali.",
    (
        Field(
            "node",
            "Kode program/kegiatan",
            "Baris lembar Anggaran",
            Kind.REFERENCE,
            required=True,
            refers_to=("budget",),
            example="8.01.03",
            width=20,
        ),
        Field("node_name", "Uraian program/kegiatan", "Terisi sendiri", Kind.TEXT, is_computed=True, width=50),
        Field(
            "subject",
            "Kode sasaran/indikator",
            "Sasaran atau indikator yang didukung",
            Kind.REFERENCE,
            required=True,
            refers_to=("goals", "indicators"),
            example="S1",
            width=20,
        ),
        Field("subject_name", "Sasaran/indikator", "Terisi sendiri", Kind.TEXT, is_computed=True, width=50),
        Field(
            "share",
            "Porsi (%)",
            "Bagian uang program ini; kosong berarti 100",
            Kind.PERCENT,
            example="100",
            minimum=Decimal(0),
            maximum=Decimal(100),
            width=10,
        ),
        Field("share_total", "Jumlah porsi program (%)", "Harus 100", Kind.PERCENT, is_computed=True, width=12),
        Field(
            "is_shared",
            "Pagu bersama",
            "Ya bila uangnya untuk beberapa sasaran dan tidak dapat dibagi",
            Kind.CHOICE,
            options=(YES, NO),
            is_later=True,
            example="Tidak",
            width=12,
        ),
    ),
    thing="dukungan",
)

_NOMENCLATURE = re.compile(r"[0-9X]+(\.[0-9X]+)+", re.IGNORECASE)


def code_of(identifier: str, stated: str) -> str:
    """The nomenclature code of a row: as stated ("-" for none), else its identifier where that looks like a code."""
    if stated:
        return "" if stated == "-" else stated
    return identifier if _NOMENCLATURE.fullmatch(identifier) else ""


def stated_code(identifier: str, code: str) -> str:
    """What the column "Kode nomenklatur" must say for `code_of` to give `code`."""
    return "" if code_of(identifier, "") == code else code or "-"


def implied_parent(identifier: str) -> str:
    """The code above a nomenclature code of five or six parts (Permendagri 90/2019), or ""."""
    parts = identifier.split(".")
    above = {5: 3, 6: 5}.get(len(parts), 0)
    return ".".join(parts[:above])


def implied_level(identifier: str) -> BudgetLevel | None:
    """The level that a nomenclature code tells by its number of parts (Permendagri 90/2019)."""
    levels = {3: BudgetLevel.PROGRAMME, 5: BudgetLevel.ACTIVITY, 6: BudgetLevel.SUB_ACTIVITY}
    return levels.get(len(identifier.split(".")))
