"""A large invented record, the same every time: 60 objectives, 300 indicators, 2,000 sub-activities, six years."""

from datetime import date
from decimal import Decimal

from saksama.kernel.agency import Agency, Officeholder
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, Support
from saksama.kernel.indicator import (
    Actual,
    Baseline,
    Benchmark,
    IndicatorSheet,
    Narrative,
    NarrativePart,
    PerformanceIndicator,
    Target,
)
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import Issue, PerformanceAgreement, PerformanceRecord, ReportPart, ReportText

YEARS = range(2020, 2026)
REPORTED = YEARS[-1]
_GOALS, _OBJECTIVES_A_GOAL, _INDICATORS_AN_OBJECTIVE = 10, 6, 5
_PROGRAMMES, _ACTIVITIES_A_PROGRAMME, _SUB_ACTIVITIES_AN_ACTIVITY = 40, 5, 10
_FORMULAS = ("ratio", "ratio", "complement")
_HEAD = Officeholder("Contoh Kepala Dinas", "Kepala Dinas Contoh", "Pembina Utama Muda", "000000000000000000")


def large_record() -> PerformanceRecord:
    """The record."""
    goals = tuple(_goal(number) for number in range(1, _GOALS + 1))
    programmes = tuple(_programme(number) for number in range(1, _PROGRAMMES + 1))
    objectives = [objective for goal in goals for objective in goal.objectives]
    activities = [activity for programme in programmes for activity in programme.children]
    supports = tuple(
        Support(activity.id, objectives[number % len(objectives)].id) for number, activity in enumerate(activities)
    )
    return PerformanceRecord(
        agency=Agency(
            name="Dinas Contoh Provinsi Contoh",
            government="Pemerintah Provinsi Contoh",
            head=_HEAD,
            tasks="Membantu gubernur melaksanakan urusan pemerintahan yang menjadi kewenangan daerah.",
            functions=("merumuskan kebijakan;", "melaksanakan kebijakan;", "mengevaluasi dan melaporkan."),
            legal_basis=("Peraturan Presiden Nomor 29 Tahun 2014;",),
            issues=("Layanan belum merata.",),
        ),
        plan=StrategicPlan("Rencana Strategis Dinas Contoh", YEARS[0], YEARS[-1], goals),
        programmes=programmes,
        supports=supports,
        agreements=(
            PerformanceAgreement(REPORTED, _HEAD, Officeholder("Contoh Gubernur", "Gubernur Contoh"), "1", "Contoh"),
        ),
        issues=(Issue(REPORTED, "Contoh", date(REPORTED + 1, 2, 20)),),
        texts=(ReportText(REPORTED, ReportPart.IMPROVEMENT, "Memperbaiki data dan layanan."),),
    )


def _goal(number: int) -> Goal:
    first = (number - 1) * _OBJECTIVES_A_GOAL
    objectives = tuple(_objective(first + place) for place in range(1, _OBJECTIVES_A_GOAL + 1))
    return Goal(f"T{number}", f"Meningkatnya kesejahteraan masyarakat di wilayah {number}", objectives)


def _objective(number: int) -> StrategicObjective:
    first = (number - 1) * _INDICATORS_AN_OBJECTIVE
    indicators = tuple(_indicator(first + place) for place in range(1, _INDICATORS_AN_OBJECTIVE + 1))
    return StrategicObjective(f"S{number}", f"Meningkatnya mutu layanan publik bidang {number}", indicators)


def _indicator(number: int) -> PerformanceIndicator:
    formula = _FORMULAS[number % len(_FORMULAS)]
    towards = -1 if formula == "complement" else 1
    targets = tuple(_target(year, 65 + number % 30 + towards * step) for step, year in enumerate(YEARS))
    return PerformanceIndicator(
        id=f"IK{number}",
        name=f"Persentase layanan jenis {number} yang memenuhi standar pelayanan",
        unit="%",
        formula=formula,
        sheet=IndicatorSheet(
            definition="Bagian layanan yang memenuhi standar pada akhir tahun.",
            calculation="Layanan yang memenuhi standar ÷ seluruh layanan × 100%",
            reason="Menunjukkan mutu layanan.",
            source="Laporan bidang",
            owner="Kepala bidang",
        ),
        baseline=Baseline(YEARS[0] - 1, Decimal(55 + number % 30)),
        targets=targets,
        end_target=targets[-1],
        actuals=tuple(_actual(year, number, step) for step, year in enumerate(YEARS)),
        benchmarks=(Benchmark(REPORTED, "Nasional", Decimal(70 + number % 20), "Badan Pusat Statistik"),),
        narratives=tuple(_narrative(part, number) for part in NarrativePart),
    )


def _target(year: int, value: int) -> Target:
    return Target(year, Decimal(value), Decimal(value))


def _actual(year: int, number: int, step: int) -> Actual:
    hundredths = 5_000 + (number * 37 + step * 211) % 4_900
    return Actual(year, Decimal(hundredths).scaleb(-2), source="Laporan bidang")


def _narrative(part: NarrativePart, number: int) -> Narrative:
    sentence = f"Layanan jenis {number} dilaksanakan bersama pemerintah kabupaten dan kota sesuai rencana kerja."
    return Narrative(REPORTED, part, " ".join([sentence] * 3))


def _programme(number: int) -> BudgetNode:
    return BudgetNode(
        id=f"P{number}",
        name=f"Program Pelayanan {number}",
        level=BudgetLevel.PROGRAMME,
        code=f"1.01.{number:02}",
        children=tuple(_activity(number, place) for place in range(1, _ACTIVITIES_A_PROGRAMME + 1)),
    )


def _activity(programme: int, number: int) -> BudgetNode:
    return BudgetNode(
        id=f"P{programme}K{number}",
        name=f"Penyelenggaraan Layanan {programme}.{number}",
        level=BudgetLevel.ACTIVITY,
        code=f"1.01.{programme:02}.2.{number:02}",
        children=tuple(_sub_activity(programme, number, n) for n in range(1, _SUB_ACTIVITIES_AN_ACTIVITY + 1)),
    )


def _sub_activity(programme: int, activity: int, number: int) -> BudgetNode:
    return BudgetNode(
        id=f"P{programme}K{activity}S{number}",
        name=f"Penyediaan Layanan {programme}.{activity}.{number}",
        level=BudgetLevel.SUB_ACTIVITY,
        code=f"1.01.{programme:02}.2.{activity:02}.{number:04}",
        amounts=tuple(_amount(year, programme * 50 + activity * 10 + number) for year in YEARS),
    )


def _amount(year: int, number: int) -> Amount:
    appropriation = 50_000_000 + number * 137_911 + (year - YEARS[0]) * 1_000_000
    expenditure = appropriation * (8_000 + number * 7 % 1_950) // 10_000
    return Amount(year, Decimal(appropriation), Decimal(expenditure))
