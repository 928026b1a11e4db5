"""A small agency in the course of 2025: indicators with cycles of their own, and money by quarter."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from saksama.kernel.agency import Agency, Officeholder
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, PeriodSpending, Support
from saksama.kernel.indicator import (
    Actual,
    IndicatorSheet,
    Narrative,
    NarrativePart,
    PerformanceIndicator,
    PeriodActual,
    PeriodTarget,
    Target,
)
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import Issue, PerformanceAgreement, PerformanceRecord

YEAR = 2025


def quarter(number: int) -> Period:
    return Period(YEAR, number, Cycle.QUARTER)


def indicator(
    identifier: str,
    name: str,
    unit: str,
    *,
    targets: str,
    before: str = "",
    schedule: Schedule | None = None,
    promised: str = "",
    measured: str = "",
    formula: str = "ratio",
    owner: str = "",
    narratives: tuple[Narrative, ...] = (),
) -> PerformanceIndicator:
    """Targets of 2025 to 2029; the actual of 2025 where there are no periods; target and actual of each period."""
    cycle = schedule or Schedule()
    stated = tuple(Target(YEAR + n, Decimal(text), Decimal(text)) for n, text in enumerate(targets.split()))
    periods = [Period(YEAR, number, cycle.cycle) for number in range(1, cycle.cycle.periods + 1)]
    return PerformanceIndicator(
        identifier,
        name,
        unit,
        formula,
        sheet=IndicatorSheet(owner=owner),
        targets=stated,
        end_target=None if cycle.consolidation is Consolidation.SUM else stated[-1],
        actuals=tuple(Actual(YEAR, Decimal(text)) for text in before.split()),
        schedule=cycle,
        period_targets=tuple(
            PeriodTarget(period, Decimal(text), Decimal(text))
            for period, text in zip(periods, promised.split(), strict=False)
        ),
        period_actuals=tuple(
            PeriodActual(period, Decimal(text))
            for period, text in zip(periods, measured.split(), strict=False)
            if text != "-"
        ),
        narratives=narratives,
    )


def _narrative(part: NarrativePart, text: str) -> Narrative:
    return Narrative(YEAR, part, text)


_QUARTERLY = Schedule(Cycle.QUARTER)
_VOLUME = Schedule(Cycle.QUARTER, consolidation=Consolidation.SUM)

SERVED = indicator(
    "IK1",
    "Persentase permohonan yang selesai tepat waktu",
    "%",
    targets="90 91 92 93 95",
    schedule=_QUARTERLY,
    promised="85 86 88 90",
    measured="80 86 88.4",
    owner="Kepala Bidang Pelayanan",
    narratives=(
        _narrative(NarrativePart.CAUSE, "Loket daring dibuka sejak Maret"),
        _narrative(NarrativePart.OBSTACLE, "Verifikator berkurang dua orang"),
        _narrative(NarrativePart.SOLUTION, "Petugas dari bidang lain diperbantukan"),
        _narrative(NarrativePart.FOLLOW_UP, "Mengusulkan dua verifikator dalam Renja 2026"),
    ),
)
COMPLAINTS = indicator(
    "IK2",
    "Rata-rata waktu penyelesaian pengaduan",
    "hari",
    targets="6 6 5 5 4",
    schedule=_QUARTERLY,
    promised="8 8 7 6",
    measured="9 8",
    formula="complement",
    owner="Kepala Bidang Pengaduan",
)
INDEX = indicator("IK3", "Indeks pembangunan statistik", "indeks", targets="2.6 2.7 2.8 2.9 3.0", owner="Sekretaris")
SURVEY = indicator(
    "IK4",
    "Nilai survei kepuasan masyarakat",
    "nilai",
    targets="82 83 84 85 86",
    schedule=Schedule(Cycle.SEMESTER, consolidation=Consolidation.AVERAGE),
    promised="80 82",
    measured="81.5",
    owner="Sekretaris",
)

PERMITS = indicator(
    "OP1",
    "Jumlah izin yang terbit",
    "dokumen",
    targets="400 400 400 400 400",
    schedule=_VOLUME,
    promised="100 100 100 100",
    measured="90 110 120",
)
TRAINED = indicator(
    "OP2",
    "Jumlah petugas yang dilatih",
    "orang",
    targets="40 40 40 40 40",
    schedule=_VOLUME,
    promised="0 20 0 20",
    measured="0 25 0",
)
COVERAGE = indicator(
    "OP3",
    "Persentase layanan yang daring",
    "%",
    targets="60 70 80 90 100",
    schedule=_QUARTERLY,
    promised="50 55 55 60",
    measured="50 50 57.5",
)


def leaf(code: str, name: str, ceiling: str, spent: str, physical: str = "", **more: object) -> BudgetNode:
    """A sub-activity with the expenditure and the physical progress of each quarter."""
    progress = physical.split()
    periods = tuple(
        PeriodSpending(
            quarter(number + 1), Decimal(amount), Decimal(progress[number]) if number < len(progress) else None
        )
        for number, amount in enumerate(spent.split())
    )
    foreseen = tuple(Amount(YEAR + n, planned=Decimal(ceiling)) for n in range(1, 5))
    now = Amount(YEAR, Decimal(ceiling), planned=Decimal(ceiling), periods=periods)
    return BudgetNode(code, name, BudgetLevel.SUB_ACTIVITY, code, (now, *foreseen), **more)  # type: ignore[arg-type]


PROGRAMMES = (
    BudgetNode(
        "2.18.02",
        "Program Pelayanan Perizinan",
        BudgetLevel.PROGRAMME,
        "2.18.02",
        indicators=(COVERAGE,),
        owner="Bidang Pelayanan",
        children=(
            BudgetNode(
                "2.18.02.2.01",
                "Penyelenggaraan Pelayanan Terpadu",
                BudgetLevel.ACTIVITY,
                "2.18.02.2.01",
                owner="Bidang Pelayanan",
                children=(
                    leaf(
                        "2.18.02.2.01.0001",
                        "Penerbitan Izin",
                        "800000000",
                        "150000000 200000000 180000000",
                        "20 45 70",
                        indicators=(PERMITS,),
                        owner="Seksi Perizinan",
                    ),
                    leaf(
                        "2.18.02.2.01.0002",
                        "Pelatihan Petugas",
                        "200000000",
                        "0 110000000 15000000",
                        "0 55 60",
                        indicators=(TRAINED,),
                        owner="Seksi Data",
                    ),
                ),
            ),
        ),
    ),
    BudgetNode(
        "2.18.03",
        "Program Pengelolaan Pengaduan",
        BudgetLevel.PROGRAMME,
        "2.18.03",
        owner="Bidang Pengaduan",
        children=(leaf("2.18.03.2.01.0001", "Penanganan Pengaduan", "300000000", "60000000 70000000", "20 40"),),
    ),
)
_HEAD = Officeholder("Contoh Kepala Dinas", "Kepala Dinas Contoh", "Pembina Utama Muda")
_MAYOR = Officeholder("Contoh Wali Kota", "Wali Kota Contoh")

RECORD = PerformanceRecord(
    Agency("Dinas Contoh", "Pemerintah Kota Contoh", "Dinas Contoh", "Jalan Contoh Nomor 1", head=_HEAD),
    StrategicPlan(
        "Renstra 2025–2029",
        2025,
        2029,
        (
            Goal(
                "T1",
                "Pelayanan yang cepat dan pasti",
                (
                    StrategicObjective("S1", "Meningkatnya kecepatan pelayanan", (SERVED, COMPLAINTS)),
                    StrategicObjective("S2", "Meningkatnya mutu pelayanan", (INDEX, SURVEY)),
                ),
            ),
        ),
    ),
    PROGRAMMES,
    (
        Support("2.18.02", "S1", is_shared=True),
        Support("2.18.02", "S2", is_shared=True),
        Support("2.18.03", "IK2"),
    ),
    (PerformanceAgreement(YEAR, _HEAD, _MAYOR, "1/PK/2025", "Contoh", date(2025, 1, 20)),),
    (Issue(YEAR, "Contoh", date(2026, 1, 15)),),
)


def at_year_end(record: PerformanceRecord = RECORD) -> PerformanceRecord:
    """The same agency when everything of the year is in."""
    found = {"IK3": "2.65"}
    last = {"IK1": "91", "IK2": "6", "OP1": "95", "OP2": "20", "OP3": "63"}

    def complete(one: PerformanceIndicator) -> PerformanceIndicator:
        cycle = one.schedule.cycle
        if one.id in found:
            return replace(one, actuals=(Actual(YEAR, Decimal(found[one.id])),))
        missing = range(len(one.period_actuals) + 1, cycle.periods + 1)
        values = {number: last.get(one.id, "83") for number in missing} | ({3: "7"} if one.id == "IK2" else {})
        more = tuple(
            PeriodActual(Period(YEAR, number, cycle), Decimal(value)) for number, value in sorted(values.items())
        )
        return replace(one, period_actuals=one.period_actuals + more)

    def spent(node: BudgetNode) -> BudgetNode:
        if node.children:
            return replace(
                node, indicators=tuple(map(complete, node.indicators)), children=tuple(map(spent, node.children))
            )
        now, *later = node.amounts
        assert now.appropriation
        left = range(len(now.periods) + 1, 5)
        rest = now.appropriation - sum(one.expenditure or Decimal(0) for one in now.periods) - Decimal(20000000)
        more = tuple(
            PeriodSpending(quarter(number), rest / len(left), Decimal(100 if number == 4 else 75)) for number in left
        )
        changed = (replace(now, periods=now.periods + more), *later)
        return replace(node, indicators=tuple(map(complete, node.indicators)), amounts=changed)

    goals = tuple(
        replace(
            goal,
            objectives=tuple(
                replace(objective, indicators=tuple(map(complete, objective.indicators)))
                for objective in goal.objectives
            ),
        )
        for goal in record.plan.goals
    )
    return replace(record, plan=replace(record.plan, goals=goals), programmes=tuple(map(spent, record.programmes)))
