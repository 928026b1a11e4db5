"""An agency whose plan is finished and whose year has not begun: two indicators and one sub-activity, all invented.

Its figures are so round that everything that follows from them can be checked by hand.
"""

from dataclasses import replace
from decimal import Decimal

from saksama.exchange import sample_2025_indicators as sample
from saksama.exchange.sample_2025 import AGENCY, SAMPLE_2025
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, Support
from saksama.kernel.indicator import Actual, IndicatorSheet, PerformanceIndicator, ResultKind, Target
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import PerformanceRecord

_YEAR = sample.YEAR
_SHEET = IndicatorSheet(
    definition="Yang dihitung dalam satu tahun.",
    calculation="Penjumlahan",
    reason="Mengukur hasil bagi warga",
    source="Catatan dinas",
    collection="Rekapitulasi triwulanan",
    frequency="Triwulanan",
    owner="Sekretariat",
)


def _unmeasured(indicator: PerformanceIndicator) -> PerformanceIndicator:
    return replace(
        indicator,
        is_key=True,
        sheet=_SHEET,
        actuals=tuple(one for one in indicator.actuals if one.year < _YEAR),
        period_actuals=(),
        narratives=(),
    )


SERVICES = _unmeasured(sample.INTEGRATED_SERVICES)
"""Services in the portal ÷ all services: 42.50%, 45%, 47.50% and 50% are promised by the ends of the quarters."""
CONTENT = _unmeasured(sample.PUBLISHED_CONTENT)
"""Pieces of information: 120 are promised in each quarter, 480 in the year."""
_REACH = PerformanceIndicator(
    id="P1",
    name="Jangkauan layanan informasi",
    unit="%",
    formula="ratio",
    kind=ResultKind.OUTCOME,
    sheet=_SHEET,
    targets=tuple(Target(year, Decimal(50), Decimal(50)) for year in range(_YEAR, 2030)),
    actuals=(Actual(_YEAR, Decimal(50), source="Survei jangkauan"),),
)
_LEAF = BudgetNode(
    "2.16.02.2.01.0023",
    "Pengelolaan Konten Informasi",
    BudgetLevel.SUB_ACTIVITY,
    "2.16.02.2.01.0023",
    (Amount(_YEAR, appropriation=Decimal(200_000_000)),),
    owner="Sekretariat",
)
_ACTIVITY = BudgetNode("2.16.02.2.01", "Pengelolaan Informasi", BudgetLevel.ACTIVITY, "2.16.02.2.01", children=(_LEAF,))
_PROGRAMME = BudgetNode(
    "2.16.02",
    "Program Pengelolaan Informasi dan Komunikasi Publik",
    BudgetLevel.PROGRAMME,
    "2.16.02",
    indicators=(_REACH,),
    children=(_ACTIVITY,),
)

SMALL_AGENCY = PerformanceRecord(
    agency=replace(AGENCY, name="Dinas Kecil Kota Tirtamulya", short_name="Dinas Kecil"),
    plan=StrategicPlan(
        "Rencana Strategis Dinas Kecil 2025–2029",
        _YEAR,
        2029,
        (
            Goal(
                "T1",
                "Layanan digital yang tepercaya",
                (StrategicObjective("S1", "Meningkatnya layanan digital", (SERVICES, CONTENT)),),
            ),
        ),
        strategies=SAMPLE_2025.plan.strategies,
        policies=SAMPLE_2025.plan.policies,
    ),
    programmes=(_PROGRAMME,),
    supports=(Support("2.16.02", "S1"),),
    agreements=(replace(SAMPLE_2025.agreements[0], targets=(), budget_version=""),),
    issues=SAMPLE_2025.issues,
    texts=SAMPLE_2025.texts,
    settings=SAMPLE_2025.settings,
)
