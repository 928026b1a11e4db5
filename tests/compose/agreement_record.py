"""A record for the documents of a promise: two objectives, shared programmes, a revision, an acting head."""

from datetime import date
from decimal import Decimal

from saksama.kernel.agency import Agency, Officeholder
from saksama.kernel.budget import (
    Amount,
    BudgetLevel,
    BudgetNode,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
    Support,
)
from saksama.kernel.indicator import (
    Baseline,
    Continuity,
    IndicatorChange,
    IndicatorSheet,
    PerformanceIndicator,
    ResultKind,
    Target,
)
from saksama.kernel.period import Consolidation, Cycle, Schedule
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import AgreedTarget, PerformanceAgreement, PerformanceRecord

YEAR = 2025


def _targets(*values: str) -> tuple[Target, ...]:
    return tuple(Target(YEAR + place, Decimal(value), Decimal(value)) for place, value in enumerate(values))


LITERACY = PerformanceIndicator(
    "IK1",
    "Persentase pemustaka yang kembali berkunjung",
    "%",
    "ratio",
    is_key=True,
    kind=ResultKind.OUTCOME,
    sheet=IndicatorSheet(
        definition="Pemustaka yang berkunjung lagi dalam 90 hari",
        calculation="Pemustaka yang kembali ÷ seluruh pemustaka × 100%",
        reason="Menunjukkan manfaat layanan",
        source="Sistem informasi perpustakaan",
        collection="Rekap otomatis tiap bulan",
        frequency="Triwulan",
        owner="Bidang Layanan",
        verifier="Sekretariat",
        basis="Keputusan Kepala Dinas",
    ),
    baseline=Baseline(YEAR - 1, Decimal("62.5")),
    targets=_targets("65", "67.5", "70"),
    end_target=Target(YEAR + 2, Decimal(70), Decimal(70)),
    schedule=Schedule(Cycle.QUARTER, is_cumulative=False, consolidation=Consolidation.AVERAGE),
    changes=(IndicatorChange(YEAR, Continuity.REDEFINED, note="Masa kembali menjadi 90 hari"),),
)
WAITING = PerformanceIndicator(
    "IK2", "Lama antre peminjaman", "Menit", "complement", is_key=True, targets=_targets("12", "10", "8")
)
GRADE = PerformanceIndicator(
    "IK3", "Predikat AKIP", "Predikat", "level-ratio", targets=_targets("70", "70", "80"), value_scale="predikat-akip"
)
PLAN = StrategicPlan(
    "Renstra Dinas Perpustakaan Kota Contoh 2025–2027",
    YEAR,
    YEAR + 2,
    (
        Goal(
            "T1",
            "Masyarakat gemar membaca",
            (
                StrategicObjective("S1", "Meningkatnya pemanfaatan perpustakaan", (LITERACY, WAITING)),
                StrategicObjective("S2", "Meningkatnya akuntabilitas dinas", (GRADE,)),
            ),
        ),
    ),
)


def _leaf(code: str, name: str, level: BudgetLevel, revised: str, original: str) -> BudgetNode:
    amount = Amount(YEAR, Decimal(revised), earlier=(EarlierAppropriation("murni", Decimal(original)),))
    return BudgetNode(code, name, level, code, amounts=(amount,))


PROGRAMMES = (
    BudgetNode(
        "P1",
        "Program Pembinaan Perpustakaan",
        BudgetLevel.PROGRAMME,
        children=(
            _leaf("K1", "Pengelolaan Perpustakaan", BudgetLevel.ACTIVITY, "700000000", "600000000"),
            _leaf("K2", "Pembudayaan Gemar Membaca", BudgetLevel.ACTIVITY, "250000000", "300000000"),
        ),
    ),
    BudgetNode(
        "P2",
        "Program Penunjang Urusan Pemerintahan Daerah",
        BudgetLevel.PROGRAMME,
        children=(_leaf("K3", "Administrasi Umum", BudgetLevel.ACTIVITY, "400000000", "400000000"),),
    ),
    BudgetNode(
        "P3",
        "Program Pelestarian Koleksi",
        BudgetLevel.PROGRAMME,
        children=(_leaf("K4", "Pelestarian Naskah Kuno", BudgetLevel.ACTIVITY, "150000000", "150000000"),),
    ),
)
HEAD = Officeholder("Sari Contoh, S.Sos.", "Kepala Dinas Perpustakaan", "Pembina Utama Muda", "19700101 199503 2 001")
ACTING = Officeholder(
    "Budi Contoh, M.Si.", "Kepala Dinas Perpustakaan", "Pembina Tingkat I", "19750202 200003 1 002", acting="Plt."
)
MAYOR = Officeholder("Ani Contoh", "Wali Kota Contoh", "Pembina", "19650303 199003 2 003")
FIRST = PerformanceAgreement(
    YEAR,
    first_party=HEAD,
    second_party=MAYOR,
    number="800/1/2025",
    place="Contoh",
    signed_on=date(2025, 1, 13),
    budget_version="murni",
)
REVISION = PerformanceAgreement(
    YEAR,
    first_party=ACTING,
    second_party=MAYOR,
    place="Contoh",
    signed_on=date(2025, 9, 30),
    targets=(AgreedTarget("IK2", Target(YEAR, Decimal(11), Decimal(11))),),
    revision=1,
    reason="Pergantian kepala dinas dan perubahan APBD tahun 2025",
    budget_version="perubahan",
)
RECORD = PerformanceRecord(
    Agency(
        "Dinas Perpustakaan",
        "Pemerintah Kota Contoh",
        address="Jalan Contoh Nomor 1, Contoh",
        head=ACTING,
    ),
    PLAN,
    PROGRAMMES,
    (
        Support("K1", "IK1"),
        Support("K2", "IK2"),
        Support("P2", "S1", is_shared=True),
        Support("P2", "S2", is_shared=True),
    ),
    agreements=(FIRST, REVISION),
    budget_versions=(
        BudgetVersion("murni", YEAR, BudgetVersionKind.ORIGINAL),
        BudgetVersion("perubahan", YEAR, BudgetVersionKind.REVISED),
    ),
)
