"""A record small enough to check by hand: two objectives, three indicators, three programmes, one year."""

from decimal import Decimal

from saksama.kernel.agency import Agency
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, Support
from saksama.kernel.indicator import Actual, PerformanceIndicator, Target
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import PerformanceRecord, ReportSettings

YEAR = 2024


def indicator(
    identifier: str,
    target: str | None = None,
    actual: str | None = None,
    *,
    formula: str = "ratio",
    end_target: str | None = None,
) -> PerformanceIndicator:
    """An indicator with what is stated for `YEAR`."""
    return PerformanceIndicator(
        identifier,
        f"Indikator {identifier}",
        "%",
        formula,
        targets=() if target is None else (Target(YEAR, Decimal(target), Decimal(target)),),
        actuals=() if actual is None else (Actual(YEAR, Decimal(actual)),),
        end_target=None if end_target is None else Target(2026, Decimal(end_target), Decimal(end_target)),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def leaf(
    identifier: str, appropriation: str | None, expenditure: str | None, *, year: int = YEAR, level: str = "activity"
) -> BudgetNode:
    """A node that carries money."""
    amount = Amount(year, _decimal(appropriation), _decimal(expenditure))
    return BudgetNode(identifier, f"Simpul {identifier}", BudgetLevel(level), amounts=(amount,))


def programme(identifier: str, *children: BudgetNode) -> BudgetNode:
    """A programme with its activities."""
    return BudgetNode(identifier, f"Simpul {identifier}", BudgetLevel.PROGRAMME, children=children)


IK1, IK2, IK3 = indicator("IK1", "80", "40"), indicator("IK2", "10", "25"), indicator("IK3", "50", None)
S1, S2 = StrategicObjective("S1", "Sasaran 1", (IK1, IK2)), StrategicObjective("S2", "Sasaran 2", (IK3,))
P1 = programme("P1", leaf("K1", "600", "540"), leaf("K2", "400", "360"))
P2 = leaf("P2", "1000", "500", level="programme")
P3 = leaf("P3", "300", None, level="programme")


def record(
    *,
    objectives: tuple[StrategicObjective, ...] = (S1, S2),
    programmes: tuple[BudgetNode, ...] = (P1, P2),
    supports: tuple[Support, ...] = (),
    settings: ReportSettings | None = None,
) -> PerformanceRecord:
    """The record, with what a test is about in place of the usual."""
    plan = StrategicPlan("Renstra 2022–2026", 2022, 2026, (Goal("T1", "Tujuan 1", objectives),))
    return PerformanceRecord(
        Agency("Dinas Contoh", "Kota Contoh"),
        plan,
        programmes,
        supports,
        settings=settings or ReportSettings(),
    )


def support(node: str, subject: str, share: str = "100") -> Support:
    """A node serves a subject with a share of its money."""
    return Support(node, subject, Decimal(share))
