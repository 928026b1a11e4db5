"""The sample: the agency of a published report with its published figures; names of people are invented.

Where the report contradicts itself a choice was made, and each stands with its reason in `SAMPLE.choices`.
"""

from datetime import date
from decimal import Decimal

from saksama.exchange.sample_budget import PROGRAMMES, SUPPORTS
from saksama.exchange.sample_choices import CHOICES
from saksama.exchange.sample_indicators import COMMUNITY_SATISFACTION, CONFLICTS_RESOLVED, PARTICIPATION, PUBLIC_ORDER
from saksama.kernel.agency import Agency, Officeholder, Unit
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.rating import FOUR_CLASSES_110
from saksama.kernel.record import (
    Arrangement,
    Issue,
    PerformanceAgreement,
    PerformanceRecord,
    ReportPart,
    ReportSettings,
    ReportText,
)

_HEAD = Officeholder(
    name="Dra. Contoh Kepala Badan, M.M.",
    position="Kepala Badan Kesatuan Bangsa dan Politik Kota Malang",
    rank="Pembina Utama Muda",
    employee_number="00000000 000000 0 000",
)
_MAYOR = Officeholder(name="Contoh Wali Kota", position="Wali Kota Malang")

AGENCY = Agency(
    name="Badan Kesatuan Bangsa dan Politik Kota Malang",
    government="Pemerintah Kota Malang",
    short_name="Bakesbangpol",
    head=_HEAD,
    tasks="Melaksanakan urusan pemerintahan di bidang kesatuan bangsa dan politik berdasarkan ketentuan peraturan "
    "perundang-undangan.",
    functions=(
        "merumuskan kebijakan di bidang kesatuan bangsa dan politik;",
        "melaksanakan kebijakan di bidang ideologi dan wawasan kebangsaan, politik dalam negeri, ketahanan ekonomi;",
        "melaksanakan pembinaan organisasi kemasyarakatan, kewaspadaan nasional, dan penanganan konflik sosial;",
        "mengoordinasikan pelaksanaan bidang-bidang tersebut di wilayah kota;",
        "mengevaluasi dan melaporkan pelaksanaan bidang-bidang tersebut;",
        "memfasilitasi forum koordinasi pimpinan di daerah;",
        "melaksanakan administrasi kesekretariatan; dan",
        "melaksanakan fungsi lain yang diberikan Wali Kota sesuai dengan bidang tugasnya.",
    ),
    legal_basis=(
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
            "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan "
            "Kinerja Instansi Pemerintah;"
        ),
        (
            "Peraturan Daerah Kota Malang Nomor 5 Tahun 2019 tentang Perubahan atas Peraturan Daerah Nomor 7 "
            "Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah;"
        ),
        (
            "Peraturan Wali Kota Malang Nomor 80 Tahun 2019 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi "
            "serta Tata Kerja Badan Kesatuan Bangsa dan Politik."
        ),
    ),
    units=(Unit("Kepala Badan"), Unit("Sekretariat", "Kepala Badan"), Unit("Tiga bidang", "Kepala Badan")),
    issues=(
        "Potensi gangguan ketertiban dan konflik sosial di kota yang penduduknya beragam;",
        "Kemampuan deteksi dini yang perlu ditingkatkan;",
        "Perlunya kaderisasi bela negara untuk mencegah radikalisme;",
        "Pemahaman organisasi kemasyarakatan tentang peran dan aturan yang berlaku.",
    ),
)

PLAN = StrategicPlan(
    title="Rencana Strategis Badan Kesatuan Bangsa dan Politik Kota Malang Tahun 2018–2023",
    first_year=2018,
    last_year=2023,
    goals=(
        Goal(
            id="T1",
            name="Meningkatkan kondusivitas lingkungan sosial",
            indicators=(PUBLIC_ORDER,),
            objectives=(
                StrategicObjective(
                    id="S1",
                    name="Meningkatnya penyelesaian gangguan disintegrasi bangsa dan meningkatnya partisipasi politik "
                    "masyarakat dalam pembangunan",
                    indicators=(CONFLICTS_RESOLVED, PARTICIPATION),
                ),
                StrategicObjective(
                    id="S2",
                    name="Meningkatnya kinerja pelayanan perangkat daerah",
                    indicators=(COMMUNITY_SATISFACTION,),
                ),
            ),
        ),
    ),
    strategies=(
        "Mendayagunakan kekuatan internal untuk memanfaatkan peluang;",
        "Menggunakan kekuatan untuk mencegah atau mengatasi ancaman;",
        "Mengurangi kelemahan untuk memanfaatkan peluang serta mencegah dan mengatasi ancaman;",
        "Meningkatkan peran seluruh komponen bangsa dalam menciptakan situasi yang aman dan nyaman;",
        "Melaksanakan kegiatan yang melibatkan seluruh komponen masyarakat;",
        "Menyosialisasikan program-program badan;",
        "Membangun jejaring informasi masyarakat untuk mengantisipasi potensi kerawanan.",
    ),
    policies=(
        "Meningkatkan penyelesaian konflik sosial;",
        "Meningkatkan penyelesaian kejadian gangguan disintegrasi bangsa;",
        "Meningkatkan partisipasi politik masyarakat dalam pembangunan;",
        "Meningkatkan nilai survei kepuasan masyarakat.",
    ),
)

SAMPLE = PerformanceRecord(
    agency=AGENCY,
    plan=PLAN,
    programmes=PROGRAMMES,
    supports=SUPPORTS,
    agreements=(PerformanceAgreement(2020, first_party=_HEAD, second_party=_MAYOR),),
    issues=(Issue(2020, "Malang", date(2021, 2, 26)),),
    texts=(
        ReportText(
            2020,
            ReportPart.IMPROVEMENT,
            "Mengoptimalkan peran tim terpadu untuk melaksanakan pengawasan di tingkat kelurahan dan kecamatan.\n"
            "Menyosialisasikan peran organisasi kemasyarakatan dan aturan baru yang berlaku bagi mereka.\n"
            "Meningkatkan pembekalan deteksi dini ke tingkat lanjut.",
        ),
    ),
    settings=ReportSettings(
        arrangement=Arrangement.PER_ANALYSIS,
        scale=FOUR_CLASSES_110,
        average_cap=Decimal(100),
        efficiency_method="efficiency-gap",
        budget_source="Laporan realisasi anggaran Bakesbangpol Kota Malang Tahun 2020 (Tabel 3.7 laporan terbit)",
        mark="Contoh, bukan laporan resmi",
    ),
    choices=CHOICES,
)
