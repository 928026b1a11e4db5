"""A record small enough to compute by hand: one indicator by quarter, a budget that was changed once."""

from datetime import date
from decimal import Decimal

from saksama.kernel.agency import Agency
from saksama.kernel.budget import (
    Amount,
    BudgetLevel,
    BudgetNode,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
)
from saksama.kernel.indicator import Actual, Baseline, PerformanceIndicator, PeriodActual, PeriodTarget, Target
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import AgreedTarget, PerformanceAgreement, PerformanceRecord


def _rupiah(number: int) -> Decimal:
    return Decimal(number)


_SHARE = PerformanceIndicator(
    "IK1",
    'Persentase "layanan", tepat waktu',
    "%",
    "ratio",
    is_key=True,
    baseline=Baseline(2024, Decimal("60.0")),
    targets=(Target(2025, Decimal("67.50"), Decimal("67.50")), Target(2026, Decimal(70), Decimal(70))),
    end_target=Target(2029, Decimal(80), Decimal(80)),
    actuals=(Actual(2025, Decimal("70.00"), source="Laporan", released_on=date(2026, 1, 15)),),
)
_COUNT = PerformanceIndicator(
    "IK2",
    "=Jumlah layanan",
    "Layanan",
    "ratio",
    targets=(Target(2025, Decimal(30), Decimal(30)),),
    schedule=Schedule(Cycle.QUARTER, consolidation=Consolidation.SUM),
    period_targets=(PeriodTarget(Period(2025, 1, Cycle.QUARTER), Decimal(6), Decimal(6)),),
    period_actuals=(PeriodActual(Period(2025, 1, Cycle.QUARTER), Decimal(7)),),
)
_FIRST, _SECOND = (
    Amount(
        2025,
        _rupiah(300),
        _rupiah(200),
        planned=_rupiah(400),
        earlier=(EarlierAppropriation("murni", _rupiah(250)),),
    ),
    Amount(2025, _rupiah(100), earlier=(EarlierAppropriation("murni", _rupiah(150)),)),
)

SMALL = PerformanceRecord(
    Agency("Dinas Contoh", "Kota Contoh"),
    StrategicPlan(
        "Renstra", 2025, 2029, (Goal("T1", "Tujuan", (StrategicObjective("S1", "Sasaran", (_SHARE, _COUNT)),)),)
    ),
    programmes=(
        BudgetNode(
            "P1",
            "Program",
            BudgetLevel.PROGRAMME,
            "1.01.02",
            children=(
                BudgetNode("K1", "Kegiatan satu", BudgetLevel.ACTIVITY, amounts=(_FIRST,)),
                BudgetNode("K2", "Kegiatan dua", BudgetLevel.ACTIVITY, amounts=(_SECOND,)),
            ),
        ),
    ),
    agreements=(
        PerformanceAgreement(2025, targets=(AgreedTarget("IK1", Target(2025, Decimal(69), Decimal(69))),)),
        PerformanceAgreement(
            2025, targets=(AgreedTarget("IK1", Target(2025, Decimal(72), Decimal(72))),), revision=1, reason="Anggaran"
        ),
    ),
    budget_versions=(
        BudgetVersion("murni", 2025, BudgetVersionKind.ORIGINAL),
        BudgetVersion("perubahan", 2025, BudgetVersionKind.REVISED),
    ),
)
