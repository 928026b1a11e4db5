"""Seeded invented records of varying shape: the same seed gives the same record."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from benchmarks.audit.vocabulary import (
    ACTIVITIES,
    AGENCIES,
    GOALS,
    INDICATORS,
    OBJECTIVES,
    PLACES,
    PROGRAMMES,
    SUB_ACTIVITIES,
    IndicatorWords,
)
from saksama.kernel.agency import Agency, Officeholder, StaffCount, Unit
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
from saksama.kernel.rating import FOUR_CLASSES_110, PERMENDAGRI_86_2017
from saksama.kernel.record import (
    Arrangement,
    Issue,
    PerformanceAgreement,
    PerformanceRecord,
    ReportPart,
    ReportSettings,
    ReportText,
)

_GUIDANCE = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
    "Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah;"
)
_LAW = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
    _GUIDANCE,
)


@dataclass(frozen=True, slots=True)
class Invented:
    """A record and the year that is reported."""

    record: PerformanceRecord
    year: int


def invented(seed: int) -> Invented:
    """A record with 1 to 8 objectives, several years, and 2 or 3 levels of budget."""
    chance = Random(seed)
    first = chance.choice((2016, 2018, 2019, 2021))
    years = range(first, first + chance.choice((5, 5, 6)))
    year = chance.choice(years[1:-1])
    objectives = _objectives(chance, years, year)
    programmes = _programmes(chance, range(year - 1, year + 1), least=len(objectives))
    agency = _agency(chance)
    assert agency.head is not None
    record = PerformanceRecord(
        agency,
        StrategicPlan(
            f"Rencana Strategis {agency.name} Tahun {years[0]}–{years[-1]}",
            years[0],
            years[-1],
            _goals(objectives),
            ("Menata tata kelola layanan;", "Memperkuat kerja sama antarlembaga."),
            ("Pemerataan layanan;", "Perbaikan mutu pendataan."),
        ),
        programmes,
        _supports(chance, objectives, programmes),
        (PerformanceAgreement(year, agency.head, Officeholder("Contoh Pimpinan", "Kepala Daerah Contoh"), "7"),),
        (Issue(year, "Karangjati", date(year + 1, 2, 24)),),
        (ReportText(year, ReportPart.IMPROVEMENT, "Memperbaiki data dasar.\nMenata jadwal kerja."),),
        ReportSettings(
            arrangement=chance.choice(tuple(Arrangement)),
            scale=chance.choice((PERMENDAGRI_86_2017, FOUR_CLASSES_110)),
            budget_source="Laporan realisasi anggaran",
        ),
    )
    return Invented(record, year)


def _agency(chance: Random) -> Agency:
    place = chance.choice(PLACES)
    name = f"{chance.choice(AGENCIES)} {place}"
    return Agency(
        name=name,
        government=f"Pemerintah {place}",
        head=Officeholder("Contoh Kepala", f"Kepala {name}", "Pembina Utama Muda", "00000000 000000 0 000"),
        tasks="Membantu kepala daerah melaksanakan urusan pemerintahan yang menjadi kewenangannya.",
        functions=("merumuskan kebijakan teknis;", "melaksanakan kebijakan teknis;", "mengevaluasi dan melaporkan."),
        legal_basis=_LAW,
        units=(Unit("Kepala"), Unit("Sekretariat", "Kepala"), Unit("Bidang Layanan", "Kepala")),
        staff=(StaffCount("Pendidikan", "S1", 21), StaffCount("Pendidikan", "SMA", 9)),
        issues=("Data dasar belum lengkap;", "Layanan belum merata."),
    )


def _goals(objectives: tuple[StrategicObjective, ...]) -> tuple[Goal, ...]:
    size = -(-len(objectives) // min(len(GOALS), -(-len(objectives) // 3)))
    runs = [objectives[start : start + size] for start in range(0, len(objectives), size)]
    return tuple(Goal(f"T{number}", GOALS[number - 1], run) for number, run in enumerate(runs, 1))


def _objectives(chance: Random, years: range, year: int) -> tuple[StrategicObjective, ...]:
    count = chance.choice((1, 2, 2, 3, 3, 4, 5, 8))
    words = chance.sample(INDICATORS, k=min(len(INDICATORS), count + chance.randrange(count + 2)))
    names = chance.sample(OBJECTIVES, k=count)
    groups: list[list[IndicatorWords]] = [[] for _ in names]
    for number, word in enumerate(words):
        groups[number % count].append(word)
    numbers = iter(range(1, 99))
    return tuple(
        StrategicObjective(
            f"S{place}", name, tuple(_indicator(chance, f"IK{next(numbers)}", word, years, year=year) for word in group)
        )
        for place, (name, group) in enumerate(zip(names, groups, strict=True), 1)
    )


def _value(chance: Random, words: IndicatorWords, low: Decimal, high: Decimal) -> Decimal:
    steps = int((high - low) * 10**words.decimals)
    return low + Decimal(chance.randrange(1, max(2, steps))).scaleb(-words.decimals)


def _indicator(
    chance: Random, identifier: str, words: IndicatorWords, years: range, *, year: int
) -> PerformanceIndicator:
    span = words.high - words.low
    rising = words.formula == "ratio"
    begin = words.low + span / 4 if rising else words.high - span / 4
    step = (span / 2 / len(years)) * (1 if rising else -1)
    grain = Decimal(1).scaleb(-words.decimals)
    aims = [(begin + step * place).quantize(grain) for place in range(1, len(years) + 1)]
    targets = tuple(Target(when, aim, aim) for when, aim in zip(years, aims, strict=True))
    actuals = []
    for target in targets:
        if target.year > year:
            break
        low, high = target.low * Decimal("0.85"), target.low * Decimal("1.2")
        value = min(_value(chance, words, low, high), Decimal(100) if words.unit == "%" else high)
        actuals.append(Actual(target.year, value.quantize(grain), source="Laporan bidang"))
    return PerformanceIndicator(
        id=identifier,
        name=words.name,
        unit=words.unit,
        formula=words.formula,
        is_key=True,
        decimals=words.decimals,
        sheet=IndicatorSheet(
            definition="Ukuran pada akhir tahun.",
            calculation="Menurut lembar indikator",
            source="Laporan bidang",
            frequency="Tahunan",
            owner="Kepala bidang",
        ),
        baseline=Baseline(years[0] - 1, begin.quantize(grain)),
        targets=targets,
        end_target=targets[-1],
        actuals=tuple(actuals),
        benchmarks=_benchmarks(chance, words, year),
        narratives=tuple(Narrative(year, part, _SENTENCES[part]) for part in NarrativePart),
    )


_SENTENCES = {
    NarrativePart.CAUSE: "Kegiatan dilaksanakan sesuai rencana kerja.",
    NarrativePart.OBSTACLE: "Tenaga teknis belum cukup.",
    NarrativePart.SOLUTION: "Tenaga dari bidang lain diperbantukan.",
    NarrativePart.FOLLOW_UP: "Pelatihan tenaga teknis dilanjutkan.",
}


def _benchmarks(chance: Random, words: IndicatorWords, year: int) -> tuple[Benchmark, ...]:
    if chance.randrange(2):
        return (Benchmark(year, "Nasional", not_applicable_because="Indikator ini tidak diukur secara nasional."),)
    value = _value(chance, words, words.low, words.high)
    return (Benchmark(year, "Nasional", value.quantize(Decimal(1).scaleb(-words.decimals)), "Badan Pusat Statistik"),)


def _programmes(chance: Random, years: range, *, least: int) -> tuple[BudgetNode, ...]:
    levels = chance.choice((2, 2, 3))
    names = chance.sample(PROGRAMMES[1:], k=max(least, chance.randrange(2, 6)) - 1)
    activities = iter(chance.sample(ACTIVITIES, k=len(ACTIVITIES)))
    counts = [3 if number % 2 and len(names) < 6 else 2 for number in range(len(names) + 1)]
    nodes = []
    for number, name in enumerate((PROGRAMMES[0], *names), 1):
        code = f"2.{10 + number * 2}.{number:02}"
        children = tuple(
            _activity(
                chance, f"P{number}K{place}", next(activities), f"{code}.2.{place:02}", years=years, levels=levels
            )
            for place in range(1, counts[number - 1] + 1)
        )
        nodes.append(BudgetNode(f"P{number}", name, BudgetLevel.PROGRAMME, code, children=children))
    return tuple(nodes)


def _activity(chance: Random, identifier: str, name: str, code: str, *, years: range, levels: int) -> BudgetNode:
    if levels == 2:
        return BudgetNode(identifier, name, BudgetLevel.ACTIVITY, code, _amounts(chance, years))
    subs = chance.sample(SUB_ACTIVITIES, k=chance.randrange(2, 4))
    children = tuple(
        BudgetNode(f"{identifier}S{n}", sub, BudgetLevel.SUB_ACTIVITY, f"{code}.{n:04}", _amounts(chance, years))
        for n, sub in enumerate(subs, 1)
    )
    return BudgetNode(identifier, name, BudgetLevel.ACTIVITY, code, children=children)


def _amounts(chance: Random, years: range) -> tuple[Amount, ...]:
    found = []
    for year in years:
        appropriation = chance.randrange(40_000, 2_400_000) * 1000 + chance.choice((0, 0, 137, 500))
        expenditure = appropriation * chance.randrange(7_800, 9_990) // 10_000
        found.append(Amount(year, Decimal(appropriation), Decimal(expenditure)))
    return tuple(found)


def _supports(
    chance: Random, objectives: tuple[StrategicObjective, ...], programmes: tuple[BudgetNode, ...]
) -> tuple[Support, ...]:
    indicators = [indicator for objective in objectives for indicator in objective.indicators]
    if len(programmes) >= len(indicators) and chance.randrange(2):
        return tuple(Support(node.id, indicators[n % len(indicators)].id) for n, node in enumerate(programmes))
    return tuple(Support(node.id, objectives[n % len(objectives)].id) for n, node in enumerate(programmes))
