"""Programmes of the sample with the money of table 3.7 of the published report."""

from decimal import Decimal

from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, Support
from saksama.kernel.indicator import Actual, PerformanceIndicator, ResultKind, Target


def _money(appropriation: int, expenditure: int) -> tuple[Amount, ...]:
    return (Amount(2020, Decimal(appropriation), Decimal(expenditure)),)


def _activities(programme: str, first: int, *rows: tuple[str, int, int]) -> tuple[BudgetNode, ...]:
    return tuple(
        BudgetNode(f"{programme}.{number}", name, BudgetLevel.ACTIVITY, code=str(number), amounts=_money(given, spent))
        for number, (name, given, spent) in enumerate(rows, start=first)
    )


def _indicator(identifier: str, name: str, target: str, reached: str, *, unit: str = "%") -> PerformanceIndicator:
    return PerformanceIndicator(
        id=identifier,
        name=name,
        unit=unit,
        formula="ratio",
        kind=ResultKind.OUTCOME,
        targets=(Target(2020, Decimal(target), Decimal(target)),),
        actuals=(Actual(2020, Decimal(reached), source="LKjIP Bakesbangpol Kota Malang 2020, Tabel 3.6"),),
    )


SECRETARIAT = BudgetNode(
    id="P1",
    code="I",
    name="Program Pelayanan Kesekretariatan",
    level=BudgetLevel.PROGRAMME,
    children=_activities(
        "P1",
        1,
        ("Penyediaan jasa surat menyurat", 139_036_900, 126_283_600),
        ("Penyediaan jasa komunikasi, sumber daya air, dan listrik", 85_937_919, 74_468_307),
        ("Penyediaan jasa kebersihan kantor", 231_685_000, 229_425_000),
        ("Penyediaan bahan bacaan dan peraturan perundang-undangan", 22_305_000, 13_371_000),
        ("Penyediaan makanan dan minuman", 307_598_778, 288_023_000),
        ("Rapat koordinasi dan konsultasi ke luar daerah", 285_981_350, 248_150_892),
        ("Pengadaan perlengkapan, peralatan, sarana, dan prasarana kantor", 327_271_720, 305_898_720),
        ("Pemeliharaan rutin/berkala kendaraan dinas/operasional", 189_129_128, 173_686_038),
        ("Pemeliharaan rutin/berkala perlengkapan dan peralatan sarana prasarana kantor", 70_979_000, 57_902_000),
        ("Rehabilitasi sedang/berat gedung kantor", 52_470_000, 37_470_000),
        ("Peningkatan/pengembangan kapasitas sumber daya aparatur", 3_750_000, 1_500_000),
        ("Penyusunan laporan capaian kinerja dan ikhtisar realisasi kinerja", 78_442_600, 76_642_600),
        ("Penyusunan laporan keuangan", 84_776_000, 79_876_000),
    ),
)

IDEOLOGY = BudgetNode(
    id="P2",
    code="II",
    name="Program Penguatan Ideologi, Wawasan Kebangsaan, dan Ketahanan Ekonomi, Sosial, Budaya, Agama",
    level=BudgetLevel.PROGRAMME,
    amounts=_money(532_633_400, 517_033_100),
)

POLITICS = BudgetNode(
    id="P3",
    code="III",
    name="Program Politik Dalam Negeri dan Ormas",
    level=BudgetLevel.PROGRAMME,
    amounts=_money(266_131_500, 245_579_381),
    indicators=(
        _indicator("IP1", "Persentase peningkatan partisipasi politik masyarakat", "40", "100"),
        _indicator("IP2", "Persentase peran serta ormas dalam pembangunan", "40", "100"),
    ),
)

VIGILANCE = BudgetNode(
    id="P4",
    code="IV",
    name="Program Kewaspadaan Nasional dan Penanganan Konflik",
    level=BudgetLevel.PROGRAMME,
    indicators=(
        _indicator(
            "IP3",
            "Persentase penyelesaian kejadian gangguan disintegrasi bangsa yang disebabkan konflik ideologi, politik, "
            "ekonomi, sosial budaya, dan pertahanan keamanan",
            "67.5",
            "93.28",
        ),
    ),
    children=_activities(
        "P4",
        20,
        ("Forkopimda", 734_675_610, 700_562_756),
        ("Kewaspadaan dini di daerah", 464_452_800, 415_075_600),
        ("Penanganan gangguan konflik sosial", 947_473_194, 771_908_900),
        ("Pemantauan orang asing, tenaga kerja asing, dan lembaga asing", 2_545_000, 1_650_000),
    ),
)

PROGRAMMES = (SECRETARIAT, IDEOLOGY, POLITICS, VIGILANCE)
SUPPORTS = (Support("P2", "IK1"), Support("P4", "IK1"), Support("P3", "IK2"), Support("P1", "IK3"))
