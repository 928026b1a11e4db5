"""The records of the sample city's agencies: five full years and the one that runs.

Figures are drawn from the names, so that every installation shows the same city. `today` says which year runs.
"""

from datetime import date
from decimal import Decimal
from hashlib import sha256

from saksama.kernel.agency import Agency as KernelAgency
from saksama.kernel.agency import Officeholder
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, PeriodSpending, Support
from saksama.kernel.indicator import (
    Actual,
    IndicatorSheet,
    Narrative,
    NarrativePart,
    PerformanceIndicator,
    PeriodActual,
    PeriodTarget,
    ResultKind,
    Target,
)
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule, periods_of
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import Issue, PerformanceAgreement, PerformanceRecord, ReportSettings
from saksama.web.sample_agencies import SERVICE, SampleAgency, SampleIndicator, SampleObjective

GOVERNMENT = "Pemerintah Kota Tirtamulya"
YEARS = 5
_MAYOR = Officeholder("Dra. Kirana Wulandari", "Wali Kota Tirtamulya")


def sample_record(agency: SampleAgency, today: date) -> PerformanceRecord:
    """The record of an invented agency."""
    first = today.year - YEARS
    every = (*agency.objectives, SERVICE)
    objectives, programmes, supports = [], [], []
    for number, sample in enumerate(every, 1):
        indicators = tuple(
            _indicator(agency, one, f"IK{number}.{place}", today) for place, one in enumerate(sample.indicators, 1)
        )
        objectives.append(StrategicObjective(f"S{number}", sample.name, indicators))
        code = f"{agency.field}.{'01' if sample is SERVICE else f'{number + 1:02d}'}"
        programmes.append(_programme(agency, sample, code, today))
        supports.append(Support(code, f"S{number}"))
    head = Officeholder(f"{_pick(agency.name, 'Drs.', 'Ir.', 'Dr.')} {_name(agency.name)}", f"Kepala {agency.name}")
    return PerformanceRecord(
        agency=KernelAgency(name=agency.name, government=GOVERNMENT, short_name=agency.short_name, head=head),
        plan=StrategicPlan(
            f"Renstra {agency.short_name} {first}-{first + 5}",
            first,
            first + 5,
            (Goal("T1", agency.goal, tuple(objectives)),),
        ),
        programmes=tuple(programmes),
        supports=tuple(supports),
        agreements=tuple(
            PerformanceAgreement(year, head, _MAYOR, place="Tirtamulya", signed_on=date(year, 1, 20))
            for year in range(first, today.year + 1)
        ),
        issues=tuple(Issue(year, "Tirtamulya", date(year + 1, 2, 14)) for year in range(first, today.year)),
        settings=ReportSettings(mark="Contoh, bukan laporan resmi"),
    )


def _indicator(agency: SampleAgency, sample: SampleIndicator, key: str, today: date) -> PerformanceIndicator:
    first = today.year - YEARS
    targets, actuals, parts, measured, narratives = [], [], [], [], []
    quantum = Decimal(1).scaleb(-sample.decimals)
    for place, year in enumerate(range(first, first + 6)):
        goal = (Decimal(sample.start) + Decimal(sample.step) * (place + 1)).quantize(quantum)
        targets.append(Target(year, goal, goal))
        shares = _shares(goal, sample, quantum)
        parts += [PeriodTarget(period, part, part) for period, part in zip(_quarters(year), shares, strict=True)]
        if year > today.year:
            continue
        luck = Decimal(draw(agency.name, sample.name, year, most=24) - 9) / 100
        turn = -1 if sample.rule == "down" else 1
        reached = [(part * (1 + turn * luck)).quantize(quantum) for part in shares]
        due = 4 if year < today.year else (today.month - 1) // 3
        kept = max(0, due - agency.lateness) if year == today.year else due
        if agency.missing and year == today.year and draw(key, agency.name, 0, most=3) < agency.missing:
            kept = min(kept, 1)
        measured += [
            PeriodActual(period, value) for period, value in zip(_quarters(year), reached[:kept], strict=False)
        ]
        if year < today.year:
            total = sum(reached) if sample.rule == "sum" else reached[-1]
            actuals.append(Actual(year, Decimal(total), source=f"Laporan kinerja {agency.short_name} {year}"))
            narratives += _words(sample, year, is_reached=luck >= 0)
    return PerformanceIndicator(
        id=key,
        name=sample.name,
        unit=sample.unit,
        formula="complement" if sample.rule == "down" else "ratio",
        is_key=True,
        kind=ResultKind.OUTCOME,
        decimals=sample.decimals,
        sheet=IndicatorSheet(
            definition=f"{sample.name} di Kota Tirtamulya pada tahun berjalan.",
            source=f"Data {agency.short_name}",
            frequency="Triwulanan",
            owner=f"Bidang pada {agency.short_name}",
        ),
        targets=tuple(targets),
        end_target=targets[-1],
        actuals=tuple(actuals),
        narratives=tuple(narratives),
        schedule=Schedule(
            Cycle.QUARTER, consolidation=Consolidation.SUM if sample.rule == "sum" else Consolidation.LAST
        ),
        period_targets=tuple(parts),
        period_actuals=tuple(measured),
    )


def _shares(goal: Decimal, sample: SampleIndicator, quantum: Decimal) -> list[Decimal]:
    """The targets of the quarters: parts of a sum, or the way to the value at the end of the year."""
    if sample.rule == "sum":
        parts = [(goal * share / 100).quantize(quantum) for share in (18, 25, 27)]
        return [*parts, goal - sum(parts)]
    step = Decimal(sample.step)
    return [(goal - step * (4 - quarter) / 4).quantize(quantum) for quarter in (1, 2, 3, 4)]


def _words(sample: SampleIndicator, year: int, *, is_reached: bool) -> list[Narrative]:
    if is_reached:
        return [
            Narrative(year, NarrativePart.CAUSE, f"Pelaksanaan kegiatan pendukung {_low(sample.name)} sesuai jadwal.")
        ]
    return [
        Narrative(
            year, NarrativePart.OBSTACLE, f"Sebagian kegiatan pendukung {_low(sample.name)} baru mulai Triwulan III."
        ),
        Narrative(year, NarrativePart.SOLUTION, "Pengadaan dimulai pada Triwulan I tahun berikutnya."),
    ]


def _programme(agency: SampleAgency, sample: SampleObjective, code: str, today: date) -> BudgetNode:
    works = tuple(
        BudgetNode(
            f"{code}.2.01.{number:04d}",
            work,
            BudgetLevel.SUB_ACTIVITY,
            f"{code}.2.01.{number:04d}",
            amounts=tuple(_amount(agency, work, year, today) for year in range(today.year - YEARS, today.year + 1)),
            owner=f"Bidang pada {agency.short_name}",
        )
        for number, work in enumerate(sample.sub_activities, 1)
    )
    activity = BudgetNode(
        f"{code}.2.01",
        f"Pelaksanaan {sample.programme.removeprefix('Program ')}",
        BudgetLevel.ACTIVITY,
        f"{code}.2.01",
        children=works,
    )
    return BudgetNode(code, sample.programme, BudgetLevel.PROGRAMME, code, children=(activity,))


def _amount(agency: SampleAgency, work: str, year: int, today: date) -> Amount:
    ceiling = Decimal(180 + draw(agency.name, work, 0, most=4200)) * 1_000_000 + year * 35_000
    share = Decimal(78 + draw(agency.name, work, year, most=21)) / 100
    due = 4 if year < today.year else (today.month - 1) // 3
    spent = [(ceiling * share * part / 100).quantize(Decimal(1)) for part in (12, 23, 28, 37)][:due]
    periods = tuple(PeriodSpending(period, amount) for period, amount in zip(_quarters(year), spent, strict=False))
    return Amount(year, ceiling, sum(spent, Decimal(0)) if due == 4 else None, periods=periods)


def _quarters(year: int) -> tuple[Period, ...]:
    return tuple(periods_of(year, Cycle.QUARTER))


def draw(*names: object, most: int) -> int:
    """A number below `most` that the names decide."""
    return int.from_bytes(sha256("|".join(map(str, names)).encode()).digest()[:8]) % most


def _pick(name: str, *options: str) -> str:
    return options[draw(name, "pick", most=len(options))]


def _name(name: str) -> str:
    first = ("Rahayu", "Suryadi", "Maharani", "Nugroho", "Permata", "Saputra", "Larasati", "Gunawan", "Astuti")
    last = ("Wibowo", "Santosa", "Kusuma", "Prabowo", "Handoko", "Setiawan", "Purnama", "Hidayat")
    return f"{first[draw(name, 'a', most=len(first))]} {last[draw(name, 'b', most=len(last))]}"


def _low(name: str) -> str:
    return name[0].lower() + name[1:]
