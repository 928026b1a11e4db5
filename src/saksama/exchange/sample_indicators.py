"""Indicators of the sample with their published targets and actuals."""

from decimal import Decimal

from saksama.kernel.indicator import (
    Actual,
    Baseline,
    Benchmark,
    IndicatorSheet,
    Narrative,
    NarrativePart,
    PerformanceIndicator,
    ResultKind,
    Target,
)

_NO_STANDARD = "Indikator ini tidak mengacu pada standar pelayanan minimal atau standar nasional."
_REPORT = "LKjIP Bakesbangpol Kota Malang 2020"


def _target(year: int, value: str) -> Target:
    return Target(year, Decimal(value), Decimal(value))


def _targets(*values: str) -> tuple[Target, ...]:
    return tuple(_target(year, value) for year, value in enumerate(values, start=2020))


def _actuals(value_2019: str, value_2020: str) -> tuple[Actual, ...]:
    return (
        Actual(2019, Decimal(value_2019), source=_REPORT),
        Actual(2020, Decimal(value_2020), source=_REPORT),
    )


def _not_compared() -> tuple[Benchmark, ...]:
    return (Benchmark(2020, "Standar nasional", not_applicable_because=_NO_STANDARD),)


PUBLIC_ORDER = PerformanceIndicator(
    id="IT1",
    name="Persentase penyelesaian kejadian gangguan ketertiban/konflik sosial",
    unit="%",
    formula="ratio",
    is_key=True,
    kind=ResultKind.OUTCOME,
    targets=_targets("67.5", "70", "72.5", "75"),
    end_target=_target(2023, "75"),
)

CONFLICTS_RESOLVED = PerformanceIndicator(
    id="IK1",
    name="Persentase penyelesaian kejadian gangguan disintegrasi bangsa",
    unit="%",
    formula="ratio",
    is_key=True,
    kind=ResultKind.OUTCOME,
    sheet=IndicatorSheet(
        definition="Bagian kejadian gangguan disintegrasi bangsa dalam satu tahun yang dapat diselesaikan.",
        calculation="Jumlah kejadian yang diselesaikan ÷ jumlah kejadian × 100",
        source="Laporan tim kewaspadaan dini dan tim terpadu",
        frequency="Tahunan",
        owner="Bidang kewaspadaan nasional",
    ),
    baseline=Baseline(2018, Decimal(65)),
    targets=_targets("67.5", "70", "72.5", "75"),
    end_target=_target(2023, "75"),
    actuals=_actuals("57.14", "93.28"),
    benchmarks=_not_compared(),
    narratives=(
        Narrative(
            2020,
            NarrativePart.CAUSE,
            "Program kewaspadaan nasional dan program penguatan ideologi, masing-masing dengan empat kegiatan, "
            "dilaksanakan dan mendukung penyelesaian gangguan yang terjadi.",
        ),
        Narrative(
            2020,
            NarrativePart.OBSTACLE,
            "Pemindahan anggaran (refocusing) dalam tahun berjalan menyebabkan fasilitasi pencegahan penyalahgunaan "
            "narkoba dan pemantauan orang asing tidak dapat dilaksanakan sepenuhnya.",
        ),
        Narrative(
            2020,
            NarrativePart.FOLLOW_UP,
            "Peran tim terpadu dioptimalkan untuk pengawasan di tingkat kelurahan dan kecamatan.",
        ),
    ),
)

PARTICIPATION = PerformanceIndicator(
    id="IK2",
    name="Persentase peningkatan partisipasi politik masyarakat dan peran serta ormas dalam pembangunan",
    unit="%",
    formula="ratio",
    is_key=True,
    kind=ResultKind.OUTCOME,
    sheet=IndicatorSheet(frequency="Tahunan", owner="Bidang politik dan organisasi kemasyarakatan"),
    baseline=Baseline(2018, Decimal("37.5")),
    targets=_targets("40", "42.5", "45", "47.5"),
    end_target=_target(2023, "47.5"),
    actuals=_actuals("84.69", "100"),
    benchmarks=_not_compared(),
    narratives=(
        Narrative(
            2020,
            NarrativePart.CAUSE,
            "Target terlampaui melalui peningkatan kapasitas organisasi kemasyarakatan serta fasilitasi peran partai "
            "politik dan bantuan keuangan partai politik.",
        ),
        Narrative(
            2020,
            NarrativePart.FOLLOW_UP,
            "Volume sosialisasi ditambah, dan pengawasan organisasi kemasyarakatan ditingkatkan.",
        ),
    ),
)

COMMUNITY_SATISFACTION = PerformanceIndicator(
    id="IK3",
    name="Nilai survei kepuasan masyarakat",
    unit="Nilai",
    formula="ratio",
    is_key=True,
    kind=ResultKind.OUTCOME,
    maximum=Decimal(100),
    sheet=IndicatorSheet(
        definition="Nilai konversi indeks kepuasan masyarakat atas pelayanan badan, 25 sampai 100.",
        calculation="Rata-rata tertimbang sembilan unsur pelayanan × 25",
        source="Survei kepuasan masyarakat",
        collection="Kuesioner kepada pengguna layanan",
        frequency="Tahunan",
        owner="Sekretariat",
        basis="PermenPANRB 14/2017",
    ),
    targets=_targets("80.5", "82.05", "83.5", "84.9"),
    end_target=_target(2023, "84.9"),
    actuals=_actuals("75.8", "80.5"),
    benchmarks=_not_compared(),
)
