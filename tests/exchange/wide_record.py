"""A record made by hand for the workbook's formulas: every formula against every kind of target and actual."""

from datetime import date
from decimal import Decimal
from itertools import product

from saksama.kernel.achievement import FORMULAS, LEVEL_RATIO
from saksama.kernel.agency import Agency, Officeholder, StaffCount, Unit
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, Support
from saksama.kernel.explanation import Limits, ZeroTarget
from saksama.kernel.indicator import (
    Actual,
    ActualState,
    Baseline,
    Benchmark,
    IndicatorSheet,
    Narrative,
    NarrativePart,
    PerformanceIndicator,
    RawCalculation,
    Target,
)
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.rating import PERMENDAGRI_86_2017, Band, RatingScale
from saksama.kernel.record import (
    AgreedTarget,
    Choice,
    Issue,
    PerformanceAgreement,
    PerformanceRecord,
    ReportPart,
    ReportSettings,
    ReportText,
)
from saksama.kernel.value_scale import AKIP_PREDICATE
from tests.exchange import wide_money
from tests.exchange.wide_periods import OWN_VALUE_SCALE, levels, periodic, surveys

YEARS = (2020, 2021)
_RANGES = ("67.50 67.50", "7 8", "0 0", "0 5", "-2 -1", "-3 4", "9 8", "")
_ACTUALS = ("93.28", "0", "-1.5", "7.5", "3", "67.50", "")


def _target(year: int, bounds: str) -> tuple[Target, ...]:
    if not bounds:
        return ()
    low, high = map(Decimal, bounds.split())
    return (Target(year, low, high),)


def _indicators() -> tuple[PerformanceIndicator, ...]:
    """One for each formula, target, policy for zero and actual; the second year has the same with another actual."""
    made = []
    cases = product(FORMULAS, _RANGES, ZeroTarget)
    for number, (formula, bounds, policy) in enumerate(cases):
        for place, value in enumerate(_ACTUALS):
            identifier = f"IK{number}.{place}0"  # IK1.10 and IK1.1 must not be taken for each other
            stated = None if value == "" else Decimal(value)
            made.append(
                PerformanceIndicator(
                    identifier,
                    f"Indikator {identifier}",
                    "%",
                    formula.name,
                    zero_target=policy,
                    targets=_target(2020, bounds),
                    actuals=(Actual(2020, stated, source="Laporan"),),
                )
            )
    return tuple(made)


_RAW = PerformanceIndicator(
    "RAW",
    "Persentase konflik selesai",
    "%",
    "ratio",
    raw=RawCalculation("Selesai", "Terjadi", Decimal(100)),
    sheet=IndicatorSheet(definition="Selesai dibagi terjadi", owner="Bidang I"),
    baseline=Baseline(2018, Decimal("65.00")),
    targets=(Target(2020, Decimal("67.50"), Decimal("67.50")), Target(2021, Decimal(70), Decimal(70))),
    end_target=Target(2021, Decimal(70), Decimal(70)),
    actuals=(
        Actual(2020, None, Decimal(14), Decimal(15)),
        Actual(2021, Decimal(5), Decimal(1), Decimal(0), note="penyebut nol"),
    ),
    benchmarks=(Benchmark(2020, "Nasional", Decimal("88.31"), "Kementerian"),),
    narratives=(
        Narrative(2020, NarrativePart.CAUSE, "Sebab"),
        Narrative(2020, NarrativePart.OBSTACLE, not_applicable_because="tidak ada hambatan"),
    ),
)
_STATES = PerformanceIndicator(
    "STATUS",
    "Indeks dari BPS",
    "Indeks",
    "complement",
    is_key=True,
    raw=RawCalculation("", "", Decimal(1)),
    targets=(Target(2020, Decimal(3), Decimal(3)), Target(2021, Decimal(3), Decimal(3))),
    actuals=(
        Actual(2020, Decimal(2), state=ActualState.NOT_APPLICABLE, note="dihapus"),
        Actual(2021, None, state=ActualState.NOT_RELEASED, note="belum rilis"),
    ),
)
_AGREED = PerformanceIndicator(
    "PK",
    "Waktu layanan",
    "Hari",
    "range-complement",
    targets=(Target(2020, Decimal(7), Decimal(8)), Target(2021, Decimal(7), Decimal(8))),
    actuals=(Actual(2020, Decimal("6.5")), Actual(2021, Decimal("6.5"))),
)
_LONG = PerformanceIndicator(
    "PANJANG",
    "Nilai dengan lebih dari lima belas angka",
    "Rupiah",
    "ratio",
    targets=(Target(2020, Decimal(12345678901234567890), Decimal(12345678901234567890)),),
    actuals=(Actual(2020, Decimal("0.1234567890123456789")),),
)


def _leaf(code: str, *amounts: Amount, level: BudgetLevel = BudgetLevel.SUB_ACTIVITY) -> BudgetNode:
    return BudgetNode(code, f"Baris {code}", level, code, amounts)


def _rupiah(year: int, appropriation: str | None, expenditure: str | None) -> Amount:
    pair = [None if value is None else Decimal(value) for value in (appropriation, expenditure)]
    return Amount(year, pair[0], pair[1])


_OUTPUT = PerformanceIndicator(
    "OUT1",
    "Jumlah dokumen",
    "Dokumen",
    "complement",
    zero_target=ZeroTarget.MET_AT_ZERO,
    targets=(Target(2020, Decimal(12), Decimal(12)), Target(2021, Decimal(0), Decimal(0))),
    actuals=(Actual(2020, Decimal(10)), Actual(2021, Decimal(0))),
)
_OUTPUT_IN_WORDS = PerformanceIndicator(
    "OUT3",
    "Predikat akuntabilitas",
    "Predikat",
    LEVEL_RATIO.name,
    targets=(Target(2020, Decimal("70.01"), Decimal("70.01")), Target(2021, Decimal("80.01"), Decimal("80.01"))),
    actuals=(Actual(2020, Decimal("60.01")), Actual(2021, Decimal("80.01"))),
    value_scale=AKIP_PREDICATE.name,
)
_OUTPUT_WITH_SOURCE = PerformanceIndicator(
    "OUT2",
    "Jumlah orang",
    "Orang",
    "ratio",
    targets=(Target(2020, Decimal(40), Decimal(40)),),
    actuals=(Actual(2020, Decimal(30), source="Daftar hadir"),),
)

_PROGRAMMES = (
    BudgetNode(
        "8.01.03",
        "Program bertingkat",
        BudgetLevel.PROGRAMME,
        "8.01.03",
        children=(
            BudgetNode(
                "8.01.03.2.01",
                "Kegiatan pertama",
                BudgetLevel.ACTIVITY,
                "8.01.03.2.01",
                indicators=(_OUTPUT, _OUTPUT_WITH_SOURCE, _OUTPUT_IN_WORDS),
                children=(
                    _leaf("8.01.03.2.01.0001", _rupiah(2020, "100000000", "95000000.55"), _rupiah(2021, "5", None)),
                    _leaf("8.01.03.2.01.0010", _rupiah(2020, "250000000", "250000001")),
                    _leaf("8.01.03.2.01.001", _rupiah(2020, "1", "0"), _rupiah(2021, None, None)),
                ),
            ),
            _leaf("8.01.03.2.02", _rupiah(2020, "0", "0"), level=BudgetLevel.ACTIVITY),
        ),
    ),
    BudgetNode("1.1", "Kode seperti angka", BudgetLevel.PROGRAMME, children=(_leaf("A", _rupiah(2021, "10", "3")),)),
    BudgetNode(
        "1.10",
        "Kode seperti angka yang sama",
        BudgetLevel.PROGRAMME,
        "X",
        children=(_leaf("B", _rupiah(2021, "7", "7")),),
    ),
    _leaf("P4", level=BudgetLevel.PROGRAMME),
)

_SUPPORTS = (
    Support("8.01.03", "S1", Decimal("62.5")),
    Support("8.01.03", "RAW", Decimal("37.5")),
    Support("P4", "T1"),
)

OWN_SCALE = RatingScale(
    "tiga-kelas",
    "Tiga kelas",
    (Band("Baik", Decimal(100)), Band("Cukup", Decimal(0)), Band("Kurang", None)),
    Citation("Keputusan Kepala Dinas 1/2020", "lampiran", Certainty.OWN, "contoh"),
    bound_opens_band=False,
    decimals=1,
)

_HEAD = Officeholder("Contoh Kepala", "Kepala Dinas", "Pembina, IV/a", "19700101 199501 1 001", "Plt.")


def wide_record(*, own_scale: bool) -> PerformanceRecord:
    """The record with the scale of a regulation, or with a scale and limits of its own."""
    limits = Limits(Decimal(120), Decimal(0), Citation("Keputusan", "", Certainty.OWN)) if own_scale else Limits()
    agreed = (
        AgreedTarget("PK", Target(2020, Decimal(5), Decimal(6))),
        AgreedTarget("RAW", Target(2020, Decimal("93.40"), Decimal("93.40"))),
    )
    return PerformanceRecord(
        Agency(
            "Dinas Contoh",
            "Pemerintah Kota Contoh",
            head=_HEAD,
            tasks="Membantu",
            functions=("Satu", "Dua"),
            legal_basis=("UU 1", "=1+1"),
            units=(Unit("Kepala"), Unit("Sekretariat", "Kepala", "Surat")),
            staff=(StaffCount("Pendidikan", "S1", 12),),
            issues=("Isu",),
        ),
        StrategicPlan(
            "Renstra Contoh",
            2020,
            2021,
            (
                Goal(
                    "T1",
                    "Tujuan",
                    (
                        StrategicObjective(
                            "S1",
                            "Sasaran",
                            (*_indicators(), _RAW, _STATES, _AGREED, *levels(), *periodic()),
                            ("Strategi",),
                        ),
                    ),
                    (_LONG,),
                ),
            ),
            strategies=("Umum",),
        ),
        (*_PROGRAMMES, *wide_money.PROGRAMMES),
        (*_SUPPORTS, *wide_money.SUPPORTS),
        (
            PerformanceAgreement(2020, _HEAD, None, "1", "Contoh", date(2020, 1, 2), agreed),
            *wide_money.REVISED_AGREEMENTS,
        ),
        (Issue(2020, "Contoh", date(2021, 2, 26)),),
        (ReportText(2020, ReportPart.FOREWORD, "Baris satu\nBaris dua"),),
        ReportSettings(scale=OWN_SCALE if own_scale else PERMENDAGRI_86_2017, limits=limits),
        (Choice("Perihal", "Pilihan", "Alasan"),),
        wide_money.BUDGET_VERSIONS,
        wide_money.EXPENDITURE_STATUSES,
        value_scales=(OWN_VALUE_SCALE,),
        surveys=surveys(),
    )
