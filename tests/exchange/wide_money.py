"""The money and agreements of the record made by hand for the workbook's formulas: versions, periods, revisions."""

from datetime import date
from decimal import Decimal

from saksama.kernel.budget import (
    Amount,
    BudgetLevel,
    BudgetNode,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
    ExpenditureStatus,
    PeriodSpending,
    Support,
)
from saksama.kernel.indicator import Target
from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import AgreedTarget, PerformanceAgreement

BUDGET_VERSIONS = (
    BudgetVersion("Murni 2020", 2020, BudgetVersionKind.ORIGINAL, date(2020, 1, 2), "DPA 1/2020"),
    BudgetVersion("Perubahan 2020", 2020, BudgetVersionKind.REVISED, date(2020, 9, 30), "DPPA 1/2020", "Refocusing"),
)

_WITH_PERIODS = Amount(
    2020,
    Decimal(100),
    Decimal(90),
    Decimal(120),
    Decimal("95.5"),
    (EarlierAppropriation("Murni 2020", Decimal(110)),),
    tuple(
        PeriodSpending(Period(2020, number, Cycle.QUARTER), Decimal(spent), Decimal(done))
        for number, (spent, done) in enumerate((("10", "10"), ("20", "30"), ("30", "60"), ("30", "95.5")), 1)
    ),
)
_IN_BUDGET = Amount(2020, Decimal(5), Decimal(5), physical=Decimal("0.5"))
PROGRAMMES = (
    BudgetNode(
        "P5",
        "Program dengan baris yang hanya ada dalam Renstra",
        BudgetLevel.PROGRAMME,
        children=(
            BudgetNode("P5.a", "Dengan triwulan", BudgetLevel.ACTIVITY, amounts=(_WITH_PERIODS,), owner="Bidang I"),
            BudgetNode(
                "P5.b",
                "Tahun pertama hanya dalam Renstra",
                BudgetLevel.ACTIVITY,
                amounts=(Amount(2020, planned=Decimal(50)), Amount(2021, Decimal(10), Decimal(5), Decimal(60))),
            ),
        ),
    ),
    BudgetNode("P6", "Program lain", BudgetLevel.PROGRAMME, amounts=(_IN_BUDGET,), owner="Sekretariat"),
)

SUPPORTS = (
    Support("P5", "S1", is_shared=True),
    Support("P5", "RAW", is_shared=True),
    Support("P6", "S1", Decimal(50)),
    Support("P6", "RAW", is_shared=True),
)
"""The last two say of one programme both that it is split and that it is shared."""


def _range(indicator: str, low: int, high: int) -> AgreedTarget:
    return AgreedTarget(indicator, Target(2021, Decimal(low), Decimal(high)))


REVISED_AGREEMENTS = (
    PerformanceAgreement(2021, targets=(_range("PK", 5, 6), _range("STATUS", 2, 2))),
    PerformanceAgreement(
        2021,
        targets=(_range("PK", 4, 5),),
        revision=1,
        reason="Target disesuaikan",
        budget_version="Perubahan 2020",
    ),
)
"""The revision says nothing of STATUS, whose target is the plan's again."""

EXPENDITURE_STATUSES = (ExpenditureStatus(2020, date(2020, 12, 31), is_audited=True),)
