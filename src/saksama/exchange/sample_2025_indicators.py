"""Indicators of the second sample: every kind of value, period and state that the first has none of. All invented."""

from datetime import date
from decimal import Decimal

from saksama.kernel.indicator import (
    Actual,
    ActualState,
    Baseline,
    Benchmark,
    Continuity,
    IndicatorChange,
    IndicatorSheet,
    Narrative,
    NarrativePart,
    PerformanceIndicator,
    PeriodActual,
    PeriodTarget,
    RawCalculation,
    ResultKind,
    Target,
)
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.value_scale import Level, ValueScale

YEAR = 2025
_QUARTERLY = Schedule(Cycle.QUARTER)

OPENNESS = ValueScale(
    "keterbukaan-informasi",
    "Kualifikasi keterbukaan informasi publik",
    (
        Level("Tidak Informatif", Decimal(0)),
        Level("Kurang Informatif", Decimal(40)),
        Level("Cukup Informatif", Decimal(60)),
        Level("Menuju Informatif", Decimal(80)),
        Level("Informatif", Decimal(90)),
    ),
    has_scores=True,
    citation=Citation("Skala contoh", "nilai monitoring keterbukaan informasi publik", Certainty.OWN),
)
RESPONSE_PLAN = ValueScale(
    "tahap-rencana-tanggap",
    "Tahap rencana tanggap insiden siber",
    (
        Level("Belum disusun", Decimal(0)),
        Level("Rancangan", Decimal(1)),
        Level("Ditetapkan", Decimal(2)),
        Level("Diuji coba", Decimal(3)),
        Level("Diterapkan", Decimal(4)),
    ),
)


def quarter(number: int) -> Period:
    """A quarter of the reported year."""
    return Period(YEAR, number, Cycle.QUARTER)


def _targets(*values: str) -> tuple[Target, ...]:
    """The targets of 2025 to 2030: a plan of five years carries that of the year after it too."""
    return tuple(Target(year, Decimal(value), Decimal(value)) for year, value in enumerate(values, YEAR))


def _by_quarter(*values: str) -> tuple[PeriodTarget, ...]:
    return tuple(PeriodTarget(quarter(n), Decimal(value), Decimal(value)) for n, value in enumerate(values, 1))


def _measured(*values: str) -> tuple[PeriodActual, ...]:
    return tuple(PeriodActual(quarter(n), Decimal(value)) for n, value in enumerate(values, 1))


def _told(cause: str, *, obstacle: str = "", solution: str = "", follow_up: str = "") -> tuple[Narrative, ...]:
    parts = (
        (NarrativePart.CAUSE, cause),
        (NarrativePart.OBSTACLE, obstacle),
        (NarrativePart.SOLUTION, solution),
        (NarrativePart.FOLLOW_UP, follow_up),
    )
    none = "tidak ada yang menonjol pada tahun ini"
    return tuple(
        Narrative(YEAR, part, text) if text else Narrative(YEAR, part, not_applicable_because=none)
        for part, text in parts
    )


DIGITAL_INDEX = PerformanceIndicator(
    id="IT1",
    name="Indeks Pemerintahan Digital",
    unit="Indeks",
    formula="ratio",
    is_key=True,
    kind=ResultKind.IMPACT,
    maximum=Decimal(5),
    sheet=IndicatorSheet(
        definition="Tingkat kematangan penyelenggaraan pemerintahan digital, 1 sampai 5.",
        calculation="Hasil evaluasi nasional",
        reason="Mengukur manfaat layanan digital bagi masyarakat",
        source="Hasil evaluasi kementerian",
        frequency="Tahunan",
        owner="Bidang Pemerintahan Digital",
    ),
    baseline=Baseline(2024, Decimal("3.42")),
    targets=_targets("3.50", "3.60", "3.70", "3.80", "3.90", "4.00"),
    end_target=Target(2030, Decimal("4.00"), Decimal("4.00")),
    schedule=Schedule(measured_in=12),
    actuals=(
        Actual(2024, Decimal("3.42"), source="Hasil evaluasi 2024", measured_by="Kementerian PANRB"),
        Actual(
            YEAR,
            Decimal("3.42"),
            state=ActualState.NOT_RELEASED,
            source="Hasil evaluasi 2024",
            note="Hasil evaluasi 2025 belum diumumkan sampai laporan ini disusun",
            measured_by="Kementerian PANRB",
            reference_year=2024,
        ),
    ),
    changes=(
        IndicatorChange(
            YEAR, Continuity.REDEFINED, note="Menggantikan Indeks SPBE; cara menilainya berubah sejak evaluasi 2025"
        ),
    ),
    benchmarks=(Benchmark(2024, "Nasional", Decimal("3.12"), "Hasil evaluasi nasional 2024 (angka contoh)"),),
    narratives=_told("Hasil evaluasi 2025 belum dirilis, sehingga belum dapat disimpulkan."),
)

INTEGRATED_SERVICES = PerformanceIndicator(
    id="IK1",
    name="Persentase layanan publik yang terintegrasi dalam portal kota",
    unit="%",
    formula="ratio",
    is_key=True,
    kind=ResultKind.OUTCOME,
    raw=RawCalculation("Layanan yang terintegrasi", "Seluruh layanan publik", Decimal(100)),
    sheet=IndicatorSheet(
        definition="Bagian layanan publik perangkat daerah yang dapat diajukan dan dipantau lewat portal kota.",
        calculation="Layanan yang terintegrasi ÷ seluruh layanan publik × 100",
        reason="Warga cukup memakai satu pintu",
        source="Katalog layanan publik kota",
        collection="Rekapitulasi bulanan pengelola portal",
        frequency="Triwulanan",
        owner="Bidang Pemerintahan Digital",
    ),
    baseline=Baseline(2024, Decimal("40.00")),
    targets=_targets("50", "60", "70", "80", "90", "100"),
    end_target=Target(2030, Decimal(100), Decimal(100)),
    schedule=_QUARTERLY,
    period_targets=_by_quarter("42.50", "45.00", "47.50", "50.00"),
    period_actuals=tuple(
        PeriodActual(quarter(number), numerator=Decimal(count), denominator=Decimal(120))
        for number, count in enumerate((50, 54, 60, 66), 1)
    ),
    actuals=(Actual(2024, numerator=Decimal(48), denominator=Decimal(120), source="Katalog layanan publik kota"),),
    benchmarks=(Benchmark(YEAR, "Nasional", not_applicable_because="Tidak diukur secara nasional."),),
    narratives=_told(
        "Sistem penghubung layanan selesai pada Triwulan II sehingga 18 layanan dapat disambungkan dalam setahun.",
        obstacle="Tiga aplikasi lama tidak mempunyai antarmuka untuk dihubungkan.",
        solution="Aplikasi lama dibungkus dengan antarmuka sementara sambil menunggu penggantinya.",
        follow_up="Menyambungkan 12 layanan perizinan dan kependudukan pada 2026.",
    ),
)

RECOVERY_TIME = PerformanceIndicator(
    id="IK2",
    name="Rata-rata waktu pemulihan gangguan layanan digital",
    unit="Jam",
    formula="complement",
    is_key=True,
    kind=ResultKind.OUTCOME,
    sheet=IndicatorSheet(
        definition="Waktu sejak gangguan dilaporkan sampai layanan pulih; semakin singkat semakin baik.",
        calculation="Rata-rata seluruh gangguan dalam satu triwulan",
        source="Catatan meja layanan",
        frequency="Triwulanan",
        owner="Bidang Infrastruktur Digital",
    ),
    baseline=Baseline(2024, Decimal("6.50")),
    targets=_targets("6.00", "5.50", "5.00", "4.50", "4.00", "4.00"),
    end_target=Target(2030, Decimal("4.00"), Decimal("4.00")),
    schedule=Schedule(Cycle.QUARTER, consolidation=Consolidation.AVERAGE),
    period_targets=_by_quarter("6.00", "6.00", "6.00", "6.00"),
    period_actuals=_measured("6.80", "6.20", "5.60", "5.00"),
    actuals=(Actual(2024, Decimal("6.50"), source="Catatan meja layanan"),),
    benchmarks=(Benchmark(YEAR, "Nasional", not_applicable_because="Tidak diukur secara nasional."),),
    narratives=_told(
        "Petugas jaga ditambah sejak Triwulan II dan perangkat cadangan ditempatkan di tiga simpul jaringan.",
        obstacle="Pengadaan perangkat cadangan baru selesai pada Triwulan III.",
        solution="Perangkat dipinjam dari pusat data selama menunggu pengadaan.",
        follow_up="Membuat pemantauan otomatis agar gangguan diketahui sebelum dilaporkan.",
    ),
)

OPEN_INFORMATION = PerformanceIndicator(
    id="IK3",
    name="Kualifikasi keterbukaan informasi publik",
    unit="Kualifikasi",
    formula="level-ratio",
    is_key=True,
    kind=ResultKind.OUTCOME,
    value_scale=OPENNESS.name,
    sheet=IndicatorSheet(
        definition="Kualifikasi badan publik menurut hasil monitoring dan evaluasi keterbukaan informasi.",
        source="Hasil monitoring komisi informasi",
        frequency="Tahunan",
        owner="Bidang Informasi dan Komunikasi Publik",
    ),
    baseline=Baseline(2024, Decimal("78.40")),
    targets=_targets("80", "80", "90", "90", "90", "90"),
    end_target=Target(2030, Decimal(90), Decimal(90)),
    schedule=Schedule(measured_in=11),
    actuals=(
        Actual(2024, Decimal("78.40"), source="Hasil monitoring 2024", measured_by="Komisi Informasi"),
        Actual(
            YEAR,
            Decimal("84.15"),
            source="Hasil monitoring 2025",
            measured_by="Komisi Informasi",
            released_on=date(2025, 12, 9),
        ),
    ),
    benchmarks=(Benchmark(YEAR, "Provinsi", Decimal("81.70"), "Rata-rata kabupaten/kota (angka contoh)"),),
    narratives=_told(
        "Daftar informasi publik dilengkapi dan permohonan dijawab rata-rata dalam lima hari kerja.",
        follow_up="Menerbitkan data terbuka dalam format yang dapat diolah.",
    ),
)

PUBLISHED_CONTENT = PerformanceIndicator(
    id="IK4",
    name="Jumlah konten informasi publik yang diterbitkan",
    unit="Konten",
    formula="ratio",
    kind=ResultKind.OUTPUT,
    decimals=0,
    sheet=IndicatorSheet(source="Catatan redaksi", frequency="Bulanan", owner="Bidang Informasi dan Komunikasi Publik"),
    baseline=Baseline(2024, Decimal(410)),
    targets=_targets("480", "500", "520", "540", "560", "580"),
    end_target=Target(2030, Decimal(580), Decimal(580)),
    schedule=Schedule(Cycle.QUARTER, consolidation=Consolidation.SUM),
    period_targets=_by_quarter("120", "120", "120", "120"),
    period_actuals=_measured("98", "131", "142", "127"),
    actuals=(Actual(2024, Decimal(410), source="Catatan redaksi"),),
    benchmarks=(Benchmark(YEAR, "Nasional", not_applicable_because="Tidak diukur secara nasional."),),
    narratives=_told(
        "Redaksi bersama 14 perangkat daerah mulai bekerja pada Triwulan II.",
        obstacle="Pada Triwulan I redaksi baru dibentuk.",
        solution="Naskah disiapkan dua minggu sebelum terbit.",
        follow_up="Menambah konten untuk penyandang disabilitas.",
    ),
)

COMPLAINT_TIME = PerformanceIndicator(
    id="IK5",
    name="Waktu tanggap pertama atas aduan masyarakat",
    unit="Jam",
    formula="range-complement",
    kind=ResultKind.OUTCOME,
    sheet=IndicatorSheet(
        definition="Waktu sampai aduan dijawab petugas; target berupa rentang.",
        source="Aplikasi pengaduan",
        frequency="Triwulanan",
        owner="Bidang Informasi dan Komunikasi Publik",
    ),
    baseline=Baseline(2024, Decimal("9.20")),
    targets=tuple(Target(year, Decimal(4), Decimal(8)) for year in range(YEAR, 2031)),
    end_target=Target(2030, Decimal(4), Decimal(8)),
    schedule=Schedule(Cycle.QUARTER, consolidation=Consolidation.LAST),
    period_targets=tuple(PeriodTarget(quarter(number), Decimal(4), Decimal(8)) for number in range(1, 5)),
    period_actuals=_measured("9.10", "8.40", "7.60", "7.20"),
    actuals=(Actual(2024, Decimal("9.20"), source="Aplikasi pengaduan"),),
    benchmarks=(Benchmark(YEAR, "Nasional", not_applicable_because="Tidak diukur secara nasional."),),
    narratives=_told(
        "Aduan diteruskan otomatis kepada perangkat daerah yang berwenang.",
        follow_up="Menyediakan jawaban baku untuk pertanyaan yang sering diajukan.",
    ),
)

RESPONSE_READINESS = PerformanceIndicator(
    id="IK6",
    name="Tahap penerapan rencana tanggap insiden siber",
    unit="Tahap",
    formula="level-ratio",
    kind=ResultKind.OUTPUT,
    value_scale=RESPONSE_PLAN.name,
    sheet=IndicatorSheet(
        source="Laporan tim tanggap insiden", frequency="Tahunan", owner="Bidang Persandian dan Statistik"
    ),
    baseline=Baseline(2024, Decimal(1)),
    targets=_targets("3", "4", "4", "4", "4", "4"),
    end_target=Target(2030, Decimal(4), Decimal(4)),
    actuals=(
        Actual(2024, Decimal(1), source="Laporan tim tanggap insiden"),
        Actual(YEAR, Decimal(2), source="Keputusan Wali Kota tentang rencana tanggap insiden (contoh)"),
    ),
    benchmarks=(Benchmark(YEAR, "Nasional", not_applicable_because="Tidak diukur secara nasional."),),
    narratives=_told(
        "Rencana ditetapkan pada Oktober 2025, tetapi uji cobanya belum dilaksanakan.",
        obstacle="Anggaran uji coba dialihkan pada perubahan anggaran.",
        solution="Uji coba terbatas dilakukan di meja tanpa menghentikan layanan.",
        follow_up="Uji coba penuh dijadwalkan pada Triwulan I 2026.",
    ),
)

SECURITY_AUDITED = PerformanceIndicator(
    id="IK7",
    name="Tersedianya laporan audit keamanan informasi tahunan",
    unit="Ya/Tidak",
    formula="level-ratio",
    kind=ResultKind.OUTPUT,
    value_scale="ya-tidak",
    sheet=IndicatorSheet(source="Laporan audit", frequency="Tahunan", owner="Bidang Persandian dan Statistik"),
    targets=_targets("1", "1", "1", "1", "1", "1"),
    end_target=Target(2030, Decimal(1), Decimal(1)),
    actuals=(
        Actual(2024, Decimal(0), source="Tidak ada laporan"),
        Actual(YEAR, Decimal(1), source="Laporan audit keamanan informasi 2025 (contoh)"),
    ),
    benchmarks=(Benchmark(YEAR, "Nasional", not_applicable_because="Tidak diukur secara nasional."),),
    narratives=_told("Audit dilaksanakan bersama inspektorat pada September 2025."),
)

ACCOUNTABILITY = PerformanceIndicator(
    id="IK8",
    name="Predikat akuntabilitas kinerja perangkat daerah",
    unit="Predikat",
    formula="level-ratio",
    is_key=True,
    kind=ResultKind.OUTCOME,
    value_scale="predikat-akip",
    sheet=IndicatorSheet(source="Laporan hasil evaluasi (LHE)", frequency="Tahunan", owner="Sekretariat"),
    baseline=Baseline(2024, Decimal("68.90")),
    targets=_targets("70.01", "70.01", "80.01", "80.01", "80.01", "80.01"),
    end_target=Target(2030, Decimal("80.01"), Decimal("80.01")),
    actuals=(
        Actual(2024, Decimal("68.90"), source="LHE 2024", measured_by="Inspektorat"),
        Actual(YEAR, Decimal("72.35"), source="LHE 2025", measured_by="Inspektorat"),
    ),
    benchmarks=(Benchmark(YEAR, "Nasional", not_applicable_because="Dinilai untuk perangkat daerah di kota ini."),),
    narratives=_told(
        "Rencana aksi dipantau setiap triwulan dan rekomendasi tahun lalu ditindaklanjuti.",
        follow_up="Menghubungkan sasaran kinerja pegawai dengan perjanjian kinerja.",
    ),
)

SATISFACTION = PerformanceIndicator(
    id="IK9",
    name="Indeks kepuasan masyarakat atas layanan dinas",
    unit="Nilai",
    formula="ratio",
    kind=ResultKind.OUTCOME,
    maximum=Decimal(100),
    sheet=IndicatorSheet(
        definition="Nilai konversi survei kepuasan masyarakat atas layanan pusat data, 25 sampai 100.",
        source="Survei kepuasan masyarakat",
        frequency="Tahunan",
        owner="Sekretariat",
        basis="PermenPANRB 14/2017",
    ),
    baseline=Baseline(2024, Decimal("82.10")),
    targets=_targets("84.00", "85.00", "86.00", "87.00", "88.00", "88.50"),
    end_target=Target(2030, Decimal("88.50"), Decimal("88.50")),
    actuals=(
        Actual(2024, Decimal("82.10"), source="Survei kepuasan masyarakat 2024"),
        Actual(YEAR, Decimal("85.28"), source="Survei kepuasan masyarakat 2025"),
    ),
    benchmarks=(Benchmark(YEAR, "Rata-rata kota", Decimal("83.95"), "Rekapitulasi survei kota (angka contoh)"),),
    narratives=_told(
        "Waktu penyelesaian dan perilaku petugas dinilai lebih baik daripada tahun lalu.",
        follow_up="Memperbaiki sarana ruang layanan, unsur dengan nilai terendah.",
    ),
)
