"""Money of the second sample: codes of the current nomenclature, three versions of the budget, quarters. Invented."""

from datetime import date
from decimal import Decimal

from saksama.exchange.sample_2025_indicators import YEAR, quarter
from saksama.kernel.budget import (
    Amount,
    BudgetLevel,
    BudgetNode,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
    PeriodSpending,
    Support,
)
from saksama.kernel.indicator import PerformanceIndicator, PeriodActual, PeriodTarget, ResultKind, Target
from saksama.kernel.period import Consolidation, Cycle, Schedule

VERSIONS = (
    BudgetVersion("murni", YEAR, BudgetVersionKind.ORIGINAL, date(2025, 1, 2), "DPA 2025 (contoh)"),
    BudgetVersion(
        "geser",
        YEAR,
        BudgetVersionKind.SHIFT,
        date(2025, 4, 14),
        "DPA pergeseran I 2025 (contoh)",
        "Efisiensi perjalanan dinas dialihkan ke pemeliharaan jaringan",
    ),
    BudgetVersion(
        "ubah",
        YEAR,
        BudgetVersionKind.REVISED,
        date(2025, 9, 22),
        "DPPA 2025 (contoh)",
        "Pendapatan daerah turun; uji coba tanggap insiden ditunda",
    ),
)


def _output(
    code: str, name: str, unit: str, quarters: tuple[int, ...], reached: tuple[int, ...]
) -> PerformanceIndicator:
    """What a sub-activity delivers: a volume over the year and the plan, added up by quarter."""
    whole = Decimal(sum(quarters))
    return PerformanceIndicator(
        id=f"O-{code}",
        name=name,
        unit=unit,
        formula="ratio",
        kind=ResultKind.OUTPUT,
        decimals=0,
        targets=tuple(Target(year, whole, whole) for year in range(YEAR, 2030)),
        end_target=Target(2029, whole * 5, whole * 5),
        schedule=Schedule(Cycle.QUARTER, consolidation=Consolidation.SUM),
        period_targets=tuple(
            PeriodTarget(quarter(number), Decimal(value), Decimal(value)) for number, value in enumerate(quarters, 1)
        ),
        period_actuals=tuple(PeriodActual(quarter(number), Decimal(value)) for number, value in enumerate(reached, 1)),
    )


def _leaf(
    code: str,
    name: str,
    *,
    owner: str,
    versions: tuple[int, int, int],
    spent: tuple[int, int, int, int],
    physical: tuple[int, int, int, int] = (20, 45, 75, 100),
    output: PerformanceIndicator | None = None,
) -> BudgetNode:
    """A sub-activity with its appropriation by version and its expenditure by quarter, in thousands of rupiah."""
    original, shifted, last = (Decimal(value * 1000) for value in versions)
    amount = Amount(
        YEAR,
        appropriation=last,
        expenditure=Decimal(sum(spent) * 1000),
        planned=original,
        physical=Decimal(physical[-1]),
        earlier=(EarlierAppropriation("murni", original), EarlierAppropriation("geser", shifted)),
        periods=tuple(
            PeriodSpending(quarter(number), Decimal(value * 1000), Decimal(done))
            for number, (value, done) in enumerate(zip(spent, physical, strict=True), 1)
        ),
    )
    return BudgetNode(
        code,
        name,
        BudgetLevel.SUB_ACTIVITY,
        code,
        (amount,),
        (output,) if output else (),
        owner=owner,
    )


def _above(
    code: str, name: str, *children: BudgetNode, level: BudgetLevel = BudgetLevel.ACTIVITY, owner: str = ""
) -> BudgetNode:
    return BudgetNode(code, name, level, code, children=children, owner=owner)


_SECRETARIAT, _DIGITAL, _NETWORK, _PUBLIC, _SECURE = (
    "Sekretariat",
    "Bidang Pemerintahan Digital",
    "Bidang Infrastruktur Digital",
    "Bidang Informasi dan Komunikasi Publik",
    "Bidang Persandian dan Statistik",
)

SUPPORTING = _above(
    "2.16.01",
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    _above(
        "2.16.01.2.01",
        "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
        _leaf(
            "2.16.01.2.01.0001",
            "Penyusunan Dokumen Perencanaan Perangkat Daerah",
            owner=_SECRETARIAT,
            versions=(48_500, 44_000, 41_250),
            spent=(8_400, 10_150, 9_875, 11_600),
            output=_output(
                "2.16.01.2.01.0001", "Jumlah dokumen perencanaan yang disusun", "Dokumen", (1, 1, 1, 1), (1, 1, 1, 1)
            ),
        ),
        _leaf(
            "2.16.01.2.01.0006",
            "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD",
            owner=_SECRETARIAT,
            versions=(36_000, 33_500, 32_000),
            spent=(9_100, 6_200, 6_450, 9_250),
            output=_output(
                "2.16.01.2.01.0006", "Jumlah laporan kinerja yang disusun", "Laporan", (2, 1, 1, 1), (2, 1, 1, 1)
            ),
        ),
    ),
    _above(
        "2.16.01.2.02",
        "Administrasi Keuangan Perangkat Daerah",
        _leaf(
            "2.16.01.2.02.0001",
            "Penyediaan Gaji dan Tunjangan ASN",
            owner=_SECRETARIAT,
            versions=(5_420_000, 5_420_000, 5_386_500),
            spent=(1_248_300, 1_402_750, 1_331_900, 1_327_640),
            physical=(25, 50, 75, 100),
            output=_output(
                "2.16.01.2.02.0001", "Jumlah orang yang menerima gaji dan tunjangan", "Orang/bulan",
                (186, 186, 186, 186), (186, 186, 183, 183),
            ),
        ),
    ),
    _above(
        "2.16.01.2.08",
        "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
        _leaf(
            "2.16.01.2.08.0002",
            "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
            owner=_SECRETARIAT,
            versions=(684_000, 684_000, 702_400),
            spent=(151_200, 168_900, 172_350, 181_075),
            physical=(25, 50, 75, 100),
            output=_output(
                "2.16.01.2.08.0002", "Jumlah laporan penyediaan jasa", "Laporan", (3, 3, 3, 3), (3, 3, 3, 3)
            ),
        ),
    ),
    level=BudgetLevel.PROGRAMME,
    owner=_SECRETARIAT,
)  # fmt: skip

PUBLIC_COMMUNICATION = _above(
    "2.16.02",
    "Program Pengelolaan Informasi dan Komunikasi Publik",
    _above(
        "2.16.02.2.01",
        "Pengelolaan Informasi dan Komunikasi Publik Pemerintah Daerah Kabupaten/Kota",
        _leaf(
            "2.16.02.2.01.0023",
            "Penyusunan Konten",
            owner=_PUBLIC,
            versions=(312_000, 298_000, 286_400),
            spent=(48_700, 74_300, 79_850, 70_425),
            output=_output(
                "2.16.02.2.01.0023", "Jumlah konten yang disusun", "Konten", (120, 120, 120, 120), (98, 131, 142, 127)
            ),
        ),
        _leaf(
            "2.16.02.2.01.0024",
            "Penguatan Kapasitas Sumber Daya Manusia Komunikasi Publik",
            owner=_PUBLIC,
            versions=(95_000, 82_500, 60_000),
            spent=(0, 21_400, 24_975, 9_300),
            output=_output("2.16.02.2.01.0024", "Jumlah orang yang dilatih", "Orang", (0, 30, 30, 20), (0, 28, 34, 12)),
        ),
    ),
    level=BudgetLevel.PROGRAMME,
    owner=_PUBLIC,
)

APPLICATIONS = _above(
    "2.16.03",
    "Program Pengelolaan Aplikasi Informatika",
    _above(
        "2.16.03.2.02",
        "Pengelolaan E-government di Lingkup Pemerintah Daerah Kabupaten/Kota",
        _leaf(
            "2.16.03.2.02.0019",
            "Koordinasi pelaksanaan Manajemen SPBE",
            owner=_DIGITAL,
            versions=(178_000, 171_000, 164_300),
            spent=(22_600, 41_850, 45_300, 46_975),
            output=_output(
                "2.16.03.2.02.0019", "Jumlah dokumen manajemen yang disusun", "Dokumen", (1, 2, 1, 2), (1, 2, 1, 2)
            ),
        ),
        _leaf(
            "2.16.03.2.02.0024",
            "Penyelenggaraan Jaringan Intra Pemerintah Daerah Kab/Kota",
            owner=_NETWORK,
            versions=(1_460_000, 1_512_500, 1_498_750),
            spent=(212_400, 384_750, 436_100, 421_880),
            output=_output(
                "2.16.03.2.02.0024",
                "Jumlah simpul yang terhubung",
                "Simpul",
                (10, 12, 14, 12),
                (8, 12, 15, 13),
            ),
        ),
        _leaf(
            "2.16.03.2.02.0034",
            "Penyelenggaraan Sistem Penghubung Layanan Pemerintah Daerah dalam rangka interopabilitas data dan "
            "integrasi layanan",
            owner=_DIGITAL,
            versions=(924_000, 924_000, 957_600),
            spent=(118_900, 248_300, 271_450, 285_060),
            output=_output("2.16.03.2.02.0034", "Jumlah layanan yang terhubung", "Layanan", (3, 3, 3, 3), (2, 4, 6, 6)),
        ),
    ),
    level=BudgetLevel.PROGRAMME,
    owner=_DIGITAL,
)

STATISTICS = _above(
    "2.20.02",
    "Program Penyelenggaraan Statistik Sektoral",
    _above(
        "2.20.02.2.01",
        "Penyelenggaraan Statistik Sektoral di Lingkup Daerah Kabupaten/Kota",
        _leaf(
            "2.20.02.2.01.0019",
            "Peningkatan Kualitas Statistik Sektoral",
            owner=_SECURE,
            versions=(88_000, 84_000, 79_500),
            spent=(11_250, 19_800, 22_400, 21_325),
            output=_output(
                "2.20.02.2.01.0019",
                "Jumlah kumpulan data yang diperiksa",
                "Kumpulan data",
                (8, 10, 12, 10),
                (7, 11, 12, 12),
            ),
        ),
    ),
    level=BudgetLevel.PROGRAMME,
    owner=_SECURE,
)

ENCRYPTION = _above(
    "2.21.02",
    "Program Penyelenggaraan Persandian untuk Pengamanan Informasi",
    _above(
        "2.21.02.2.01",
        "Penyelenggaraan Persandian untuk Pengamanan Informasi Pemerintah Daerah Kabupaten/Kota",
        _leaf(
            "2.21.02.2.01.0005",
            "Pelaksanaan Keamanan Informasi Pemerintahan Daerah Berbasis Elektronik dan Non Elektronik",
            owner=_SECURE,
            versions=(246_000, 246_000, 188_200),
            spent=(28_400, 46_150, 51_700, 49_825),
            physical=(15, 40, 60, 90),
            output=_output(
                "2.21.02.2.01.0005", "Jumlah uji keamanan yang dilaksanakan", "Kegiatan", (1, 2, 2, 2), (1, 2, 1, 1)
            ),
        ),
    ),
    level=BudgetLevel.PROGRAMME,
    owner=_SECURE,
)

PROGRAMMES = (SUPPORTING, PUBLIC_COMMUNICATION, APPLICATIONS, STATISTICS, ENCRYPTION)

SUPPORTS = (
    Support("2.16.03", "S1"),
    Support("2.16.02", "S2"),
    Support("2.21.02", "S3"),
    Support("2.20.02", "S2", Decimal(40)),
    Support("2.20.02", "S3", Decimal(60)),
    Support("2.16.01", "S3", is_shared=True),
    Support("2.16.01", "S4", is_shared=True),
)
"""The supporting programme serves two objectives and cannot be split: shared money (pagu bersama)."""
