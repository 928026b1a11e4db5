"""The second sample: an agency of the present, to show what the first has none of. Everything in it is invented."""

from datetime import date
from decimal import Decimal

from saksama.exchange import sample_2025_activities as activities
from saksama.exchange import sample_2025_budget as budget
from saksama.exchange import sample_2025_indicators as indicators
from saksama.exchange.sample_2025_indicators import YEAR
from saksama.kernel.agency import Agency, Officeholder, StaffCount, Unit
from saksama.kernel.budget import ExpenditureStatus
from saksama.kernel.indicator import Target
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.rating import PERMENDAGRI_86_2017
from saksama.kernel.record import (
    AgreedTarget,
    Issue,
    PerformanceAgreement,
    PerformanceRecord,
    ReportPart,
    ReportSettings,
    ReportText,
)

_FORMER_HEAD = Officeholder(
    "Ir. Contoh Kepala Dinas, M.Kom.",
    "Kepala Dinas Komunikasi dan Informatika Kota Tirtamulya",
    "Pembina Utama Muda",
    "00000000 000000 0 000",
)
_ACTING_HEAD = Officeholder(
    "Contoh Sekretaris Dinas, S.T., M.T.",
    "Kepala Dinas Komunikasi dan Informatika Kota Tirtamulya",
    "Pembina Tingkat I",
    "00000000 000000 0 000",
    acting="Plt.",
)
_MAYOR = Officeholder("Contoh Wali Kota", "Wali Kota Tirtamulya")
_HEAD_UNIT = "Kepala Dinas"

AGENCY = Agency(
    name="Dinas Komunikasi dan Informatika Kota Tirtamulya",
    government="Pemerintah Kota Tirtamulya",
    short_name="Diskominfo",
    address="Jalan Contoh Nomor 1, Kota Tirtamulya",
    head=_ACTING_HEAD,
    tasks="Membantu Wali Kota melaksanakan urusan pemerintahan bidang komunikasi dan informatika, statistik, dan "
    "persandian.",
    functions=(
        "merumuskan kebijakan di bidang komunikasi, informatika, statistik, dan persandian;",
        "melaksanakan kebijakan di bidang tersebut;",
        "membina penyelenggaraan pemerintahan digital; dan",
        "melaksanakan administrasi dinas.",
    ),
    legal_basis=(
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
            "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi "
            "Pemerintah;"
        ),
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang "
            "Evaluasi Akuntabilitas Kinerja Instansi Pemerintah."
        ),
    ),
    units=(
        Unit(_HEAD_UNIT),
        Unit("Sekretariat", _HEAD_UNIT),
        Unit("Bidang Pemerintahan Digital", _HEAD_UNIT),
        Unit("Bidang Infrastruktur Digital", _HEAD_UNIT),
        Unit("Bidang Informasi dan Komunikasi Publik", _HEAD_UNIT),
        Unit("Bidang Persandian dan Statistik", _HEAD_UNIT),
    ),
    staff=(
        StaffCount("Pendidikan", "S2", 11),
        StaffCount("Pendidikan", "S1", 34),
        StaffCount("Pendidikan", "D3", 9),
        StaffCount("Pendidikan", "SMA", 8),
        StaffCount("Jenis kelamin", "Laki-laki", 35),
        StaffCount("Jenis kelamin", "Perempuan", 27),
    ),
    issues=(
        "Layanan publik masih tersebar pada banyak aplikasi;",
        "Gangguan jaringan mengganggu layanan perangkat daerah;",
        "Kesiapan menghadapi insiden siber masih rendah.",
    ),
)

PLAN = StrategicPlan(
    title="Rencana Strategis Dinas Komunikasi dan Informatika Kota Tirtamulya Tahun 2025–2029",
    first_year=2025,
    last_year=2029,
    goals=(
        Goal(
            "T1",
            "Terwujudnya pemerintahan digital yang terpadu dan tepercaya",
            (
                StrategicObjective(
                    "S1",
                    "Meningkatnya kualitas layanan pemerintahan digital",
                    (indicators.INTEGRATED_SERVICES, indicators.RECOVERY_TIME),
                ),
                StrategicObjective(
                    "S2",
                    "Meningkatnya keterbukaan informasi dan komunikasi publik",
                    (indicators.OPEN_INFORMATION, indicators.PUBLISHED_CONTENT, indicators.COMPLAINT_TIME),
                ),
                StrategicObjective(
                    "S3",
                    "Meningkatnya keamanan informasi pemerintah kota",
                    (indicators.RESPONSE_READINESS, indicators.SECURITY_AUDITED),
                ),
                StrategicObjective(
                    "S4",
                    "Meningkatnya akuntabilitas dan pelayanan dinas",
                    (indicators.ACCOUNTABILITY, indicators.SATISFACTION),
                ),
            ),
            (indicators.DIGITAL_INDEX,),
        ),
    ),
    strategies=(
        "Menyatukan layanan publik dalam satu portal;",
        "Memperkuat jaringan dan pusat data;",
        "Menyiapkan tim tanggap insiden siber.",
    ),
    policies=("Layanan dahulu, aplikasi kemudian;", "Data dipakai bersama;", "Keamanan sejak perancangan."),
)

_FIRST_AGREEMENT = PerformanceAgreement(
    YEAR,
    _FORMER_HEAD,
    _MAYOR,
    number="000.8.3/012/2025",
    place="Tirtamulya",
    signed_on=date(2025, 1, 20),
    targets=(AgreedTarget("IK5", Target(YEAR, Decimal(6), Decimal(10))),),
    budget_version="murni",
)
_REVISED_AGREEMENT = PerformanceAgreement(
    YEAR,
    _ACTING_HEAD,
    _MAYOR,
    number="000.8.3/214/2025",
    place="Tirtamulya",
    signed_on=date(2025, 10, 6),
    targets=(AgreedTarget("IK4", Target(YEAR, Decimal(500), Decimal(500))),),
    revision=1,
    reason="Pergantian kepala dinas dan perubahan anggaran; target konten dinaikkan karena redaksi bersama terbentuk.",
    budget_version="ubah",
)

SAMPLE_2025 = PerformanceRecord(
    agency=AGENCY,
    plan=PLAN,
    programmes=budget.PROGRAMMES,
    supports=budget.SUPPORTS,
    agreements=(_FIRST_AGREEMENT, _REVISED_AGREEMENT),
    issues=(Issue(YEAR, "Tirtamulya", date(2026, 2, 16)),),
    texts=(
        ReportText(
            YEAR,
            ReportPart.IMPROVEMENT,
            "Melaksanakan uji coba rencana tanggap insiden pada Triwulan I 2026.\n"
            "Menyambungkan 12 layanan perizinan dan kependudukan ke portal kota.\n"
            "Menurunkan sasaran kinerja pegawai dari perjanjian kinerja.",
        ),
    ),
    settings=ReportSettings(
        scale=PERMENDAGRI_86_2017,
        budget_source="Laporan realisasi anggaran 2025, belum diaudit (angka contoh)",
        mark="Contoh, bukan laporan resmi",
    ),
    budget_versions=budget.VERSIONS,
    expenditure_statuses=(ExpenditureStatus(YEAR, date(2025, 12, 31), is_audited=False),),
    value_scales=(indicators.OPENNESS, indicators.RESPONSE_PLAN),
    surveys=activities.SURVEYS,
    recommendations=activities.RECOMMENDATIONS,
    innovations=activities.INNOVATIONS,
    awards=activities.AWARDS,
    assets=activities.ASSETS,
    pictures=activities.PICTURES,
    attachments=activities.ATTACHMENTS,
)
