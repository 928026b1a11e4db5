"""Words for invented reports: agencies, objectives, indicators, programmes, activities. None of them is real."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """An indicator with the values that it usually has: lowest, highest, and how many decimals are printed."""

    name: str
    unit: str
    low: Decimal
    high: Decimal
    decimals: int
    formula: str = "ratio"


def _words(name: str, unit: str, low: str, high: str, *, decimals: int, formula: str = "ratio") -> IndicatorWords:
    return IndicatorWords(name, unit, Decimal(low), Decimal(high), decimals, formula)


PLACES = ("Kabupaten Karangjati", "Kota Tirtamulya", "Kabupaten Sukamaju Utara", "Provinsi Nusa Damar", "Kota Wanasari")
AGENCIES = (
    "Dinas Ketahanan Pangan",
    "Dinas Komunikasi dan Informatika",
    "Dinas Sosial",
    "Dinas Perhubungan",
    "Badan Perencanaan Pembangunan Daerah",
    "Dinas Lingkungan Hidup",
)

GOALS = (
    "Terwujudnya pelayanan publik yang merata dan berkualitas",
    "Meningkatnya kesejahteraan masyarakat yang berkelanjutan",
    "Terwujudnya tata kelola pemerintahan yang bersih dan terbuka",
)

OBJECTIVES = (
    "Meningkatnya kualitas layanan dasar bagi masyarakat",
    "Menurunnya risiko dan gangguan di wilayah",
    "Meningkatnya akuntabilitas kinerja perangkat daerah",
    "Meningkatnya ketersediaan sarana dan prasarana",
    "Meningkatnya peran serta masyarakat dalam pembangunan",
    "Terkelolanya lingkungan secara berkelanjutan",
    "Meningkatnya kapasitas kelembagaan masyarakat desa",
    "Meningkatnya keterbukaan informasi publik",
)

INDICATORS = (
    _words("Persentase rumah tangga yang memperoleh layanan air minum layak", "%", "55", "96", decimals=2),
    _words("Indeks kualitas lingkungan hidup", "Indeks", "58", "79", decimals=2),
    _words("Nilai evaluasi akuntabilitas kinerja", "Nilai", "62", "84", decimals=1),
    _words("Angka kejadian kecelakaan lalu lintas", "Kejadian", "40", "160", decimals=0, formula="complement"),
    _words("Persentase penduduk yang rawan pangan", "%", "4", "14", decimals=2, formula="complement"),
    _words("Jumlah pengunjung perpustakaan daerah", "Orang", "2100", "9800", decimals=0),
    _words("Retribusi daerah yang dipungut", "Rupiah", "900000000", "4200000000", decimals=0),
    _words("Indeks kepuasan masyarakat atas pelayanan", "Indeks", "76", "91", decimals=2),
    _words("Persentase kelompok tani yang naik kelas", "%", "22", "68", decimals=1),
    _words("Rasio tenaga pendamping per seribu penduduk", "Rasio", "1", "4", decimals=2),
    _words("Persentase pengaduan yang selesai tepat waktu", "%", "71", "98", decimals=2),
    _words("Persentase jalan lingkungan dalam kondisi baik", "%", "61", "88", decimals=2),
    _words("Rata-rata waktu tanggap darurat", "Menit", "9", "24", decimals=1, formula="inverse"),
    _words("Persentase temuan pemeriksaan yang belum ditindaklanjuti", "%", "6", "19", decimals=2, formula="inverse"),
    _words("Indeks sistem pemerintahan berbasis elektronik", "Indeks", "2", "4", decimals=2),
    _words("Jumlah desa berstatus mandiri", "Desa", "25", "140", decimals=0),
    _words("Persentase arsip yang dikelola secara baku", "%", "33", "82", decimals=1),
    _words("Persentase usaha mikro yang memperoleh pendampingan", "%", "18", "54", decimals=2),
)

PROGRAMMES = (
    "Program Penunjang Urusan Pemerintahan Daerah",
    "Program Pengelolaan Sumber Daya Wilayah",
    "Program Pemberdayaan Lembaga Kemasyarakatan",
    "Program Peningkatan Diversifikasi Pangan",
    "Program Penyelenggaraan Lalu Lintas",
    "Program Pengendalian Pencemaran",
    "Program Pengelolaan Informasi Publik",
    "Program Rehabilitasi Sosial",
)
ACTIVITIES = (
    "Perencanaan, Penganggaran, dan Evaluasi Kinerja",
    "Administrasi Keuangan Perangkat Daerah",
    "Administrasi Umum Perangkat Daerah",
    "Penyediaan Jasa Penunjang",
    "Pemeliharaan Barang Milik Daerah",
    "Pengelolaan Kawasan Terpadu",
    "Pembinaan Kelompok Masyarakat",
    "Penyelenggaraan Penyuluhan Lapangan",
    "Pengawasan Mutu Layanan",
    "Pengembangan Sistem Informasi",
    "Pelatihan Tenaga Teknis",
    "Fasilitasi Kerja Sama Antarlembaga",
    "Penyediaan Cadangan Kebutuhan Pokok",
    "Pemetaan dan Pendataan Wilayah",
    "Penanganan Keadaan Darurat",
    "Sosialisasi dan Publikasi Program",
)
SUB_ACTIVITIES = (
    "Penyusunan Dokumen Perencanaan",
    "Koordinasi dan Pelaporan",
    "Penyediaan Bahan dan Peralatan",
    "Pelaksanaan Bimbingan Teknis",
    "Monitoring dan Evaluasi",
    "Pemutakhiran Basis Data",
    "Penyediaan Jasa Tenaga Pendukung",
    "Pengadaan Perlengkapan Lapangan",
)
