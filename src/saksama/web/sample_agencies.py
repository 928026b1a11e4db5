"""The agencies of the sample city, with what each is to reach. Invented; the names are those of the field.

An agency: name, short name, code of its field in the nomenclature, goal, objectives. An objective: name, and its
indicators as (name, unit, value at the start, change in a year, decimals, rule). Rules: "up" higher is better, "down"
lower is better, "sum" what each quarter brings is added up.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SampleIndicator:
    """An indicator that rises or falls by `step` a year from `start`."""

    name: str
    unit: str
    start: str
    step: str
    decimals: int
    rule: str


@dataclass(frozen=True, slots=True)
class SampleObjective:
    """An objective, its indicators, and the programme that serves it."""

    name: str
    indicators: tuple[SampleIndicator, ...]
    programme: str
    sub_activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleAgency:
    """An agency. `lateness`: how many of the last quarters nobody has reported; `missing`: indicators left out."""

    name: str
    short_name: str
    field: str
    goal: str
    objectives: tuple[SampleObjective, ...]
    lateness: int = 0
    missing: int = 0


def _agency(
    name: str, short_name: str, field: str, goal: str, *objectives: SampleObjective, late: int = 0, missing: int = 0
) -> SampleAgency:
    return SampleAgency(name, short_name, field, goal, objectives, late, missing)


def _objective(
    name: str, programme: str, work: str, *indicators: tuple[str, str, str, str, int, str]
) -> SampleObjective:
    return SampleObjective(name, tuple(SampleIndicator(*one) for one in indicators), programme, tuple(work.split("; ")))


SERVICE = _objective(
    "Meningkatnya akuntabilitas dan kualitas layanan",
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "Penyusunan Dokumen Perencanaan Perangkat Daerah; Penyediaan Gaji dan Tunjangan ASN; "
    "Penyediaan Jasa Pelayanan Umum Kantor",
    ("Nilai AKIP", "Nilai", "66.40", "1.85", 2, "up"),
    ("Indeks kepuasan masyarakat", "Indeks", "82.10", "0.95", 2, "up"),
)
"""What every agency is to reach beside its own."""

AGENCIES: tuple[SampleAgency, ...] = (
    _agency(
        "Dinas Pendidikan",
        "Disdik",
        "1.01",
        "Mewujudkan pendidikan yang bermutu dan merata",
        _objective(
            "Meningkatnya mutu pendidikan dasar",
            "Program Pengelolaan Pendidikan",
            "Pembangunan Ruang Kelas Baru; Rehabilitasi Ruang Kelas; Pengelolaan Dana BOS Sekolah Dasar",
            ("Rata-rata lama sekolah", "Tahun", "9.12", "0.14", 2, "up"),
            ("Angka putus sekolah jenjang SMP", "%", "1.30", "-0.12", 2, "down"),
            ("Sekolah dengan akreditasi A", "%", "41.5", "3.5", 1, "up"),
        ),
    ),
    _agency(
        "Dinas Kesehatan",
        "Dinkes",
        "1.02",
        "Mewujudkan masyarakat kota yang sehat",
        _objective(
            "Meningkatnya derajat kesehatan masyarakat",
            "Program Pemenuhan Upaya Kesehatan Perorangan dan Masyarakat",
            "Pengelolaan Pelayanan Kesehatan Ibu Hamil; Pengelolaan Pelayanan Kesehatan Balita; "
            "Pengelolaan Surveilans Kesehatan",
            ("Usia harapan hidup", "Tahun", "71.62", "0.21", 2, "up"),
            ("Prevalensi balita tengkes", "%", "19.8", "-1.6", 1, "down"),
            ("Kematian ibu melahirkan per 100.000 kelahiran hidup", "Kematian", "118", "-9", 0, "down"),
        ),
    ),
    _agency(
        "Dinas Pekerjaan Umum dan Penataan Ruang",
        "DPUPR",
        "1.03",
        "Mewujudkan prasarana kota yang andal",
        _objective(
            "Meningkatnya kualitas prasarana jalan dan drainase",
            "Program Penyelenggaraan Jalan",
            "Rekonstruksi Jalan; Pemeliharaan Rutin Jalan; Pembangunan Jembatan",
            ("Jalan kota dalam kondisi mantap", "%", "78.4", "1.9", 1, "up"),
            ("Panjang drainase yang diperbaiki", "Km", "12.5", "1.5", 1, "sum"),
            ("Titik genangan", "Titik", "64", "-6", 0, "down"),
        ),
    ),
    _agency(
        "Dinas Perumahan dan Kawasan Permukiman",
        "Disperkim",
        "1.04",
        "Mewujudkan permukiman yang layak huni",
        _objective(
            "Berkurangnya kawasan kumuh",
            "Program Kawasan Permukiman",
            "Perbaikan Rumah Tidak Layak Huni; Penataan Kawasan Kumuh",
            ("Luas kawasan kumuh", "Hektare", "142.6", "-11.4", 1, "down"),
            ("Rumah tidak layak huni yang diperbaiki", "Unit", "240", "20", 0, "sum"),
        ),
        late=1,
    ),
    _agency(
        "Satuan Polisi Pamong Praja",
        "Satpol PP",
        "1.05",
        "Mewujudkan kota yang tertib",
        _objective(
            "Meningkatnya ketertiban umum",
            "Program Peningkatan Ketenteraman dan Ketertiban Umum",
            "Pengawasan atas Kepatuhan Peraturan Daerah; Pencegahan Gangguan Ketertiban",
            ("Pelanggaran peraturan daerah yang diselesaikan", "%", "81.0", "2.5", 1, "up"),
            ("Waktu tanggap pengaduan ketertiban", "Menit", "38", "-2", 0, "down"),
        ),
    ),
    _agency(
        "Badan Penanggulangan Bencana Daerah",
        "BPBD",
        "1.05",
        "Mewujudkan kota tangguh bencana",
        _objective(
            "Berkurangnya risiko bencana",
            "Program Penanggulangan Bencana",
            "Penyusunan Kajian Risiko Bencana; Pelatihan Pencegahan dan Mitigasi; Penguatan Kelurahan Tangguh Bencana",
            ("Indeks risiko bencana", "Indeks", "96.40", "-3.10", 2, "down"),
            ("Kelurahan tangguh bencana", "Kelurahan", "14", "4", 0, "up"),
        ),
        missing=1,
    ),
    _agency(
        "Dinas Sosial",
        "Dinsos",
        "1.06",
        "Mewujudkan kesejahteraan sosial",
        _objective(
            "Meningkatnya kemandirian penerima layanan sosial",
            "Program Rehabilitasi Sosial",
            "Penyediaan Permakanan; Pemberian Bimbingan Sosial; Pendataan Fakir Miskin",
            ("Penyandang masalah kesejahteraan sosial yang mandiri", "%", "22.3", "2.4", 1, "up"),
            ("Keluarga penerima manfaat yang tergraduasi", "Keluarga", "310", "35", 0, "sum"),
        ),
    ),
    _agency(
        "Dinas Tenaga Kerja",
        "Disnaker",
        "2.07",
        "Mewujudkan tenaga kerja yang berdaya saing",
        _objective(
            "Meningkatnya penyerapan tenaga kerja",
            "Program Penempatan Tenaga Kerja",
            "Pelayanan Antarkerja; Pelatihan Berbasis Kompetensi; Penyelenggaraan Bursa Kerja",
            ("Tingkat pengangguran terbuka", "%", "7.42", "-0.38", 2, "down"),
            ("Pencari kerja yang ditempatkan", "Orang", "1850", "140", 0, "sum"),
        ),
    ),
    _agency(
        "Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Keluarga Berencana",
        "DP3AKB",
        "2.08",
        "Mewujudkan keluarga yang setara dan terlindungi",
        _objective(
            "Meningkatnya kesetaraan gender dan perlindungan anak",
            "Program Perlindungan Perempuan",
            "Pencegahan Kekerasan terhadap Perempuan; Layanan Rujukan Korban; Pendampingan Keluarga Berisiko",
            ("Indeks pembangunan gender", "Indeks", "91.30", "0.42", 2, "up"),
            ("Korban kekerasan yang tertangani sesuai standar", "%", "88.0", "2.0", 1, "up"),
        ),
        late=2,
    ),
    _agency(
        "Dinas Ketahanan Pangan dan Pertanian",
        "DKPP",
        "2.09",
        "Mewujudkan ketahanan pangan kota",
        _objective(
            "Meningkatnya ketersediaan dan keamanan pangan",
            "Program Peningkatan Diversifikasi dan Ketahanan Pangan",
            "Penyediaan Cadangan Pangan; Pengujian Keamanan Pangan Segar",
            ("Skor pola pangan harapan", "Skor", "86.2", "1.1", 1, "up"),
            ("Sampel pangan segar yang aman", "%", "91.4", "0.9", 1, "up"),
        ),
    ),
    _agency(
        "Dinas Lingkungan Hidup",
        "DLH",
        "2.11",
        "Mewujudkan lingkungan kota yang bersih",
        _objective(
            "Meningkatnya kualitas lingkungan hidup",
            "Program Pengelolaan Persampahan",
            "Penanganan Sampah; Pembinaan Bank Sampah; Pemantauan Mutu Air",
            ("Indeks kualitas lingkungan hidup", "Indeks", "58.70", "0.85", 2, "up"),
            ("Sampah yang dikurangi", "%", "17.5", "2.1", 1, "up"),
            ("Sampah yang tertangani", "%", "74.0", "1.2", 1, "up"),
        ),
    ),
    _agency(
        "Dinas Kependudukan dan Pencatatan Sipil",
        "Dukcapil",
        "2.12",
        "Mewujudkan tertib administrasi kependudukan",
        _objective(
            "Meningkatnya kepemilikan dokumen kependudukan",
            "Program Pendaftaran Penduduk",
            "Pelayanan Pendaftaran Penduduk; Pencatatan Kelahiran",
            ("Penduduk berakta kelahiran", "%", "93.10", "0.90", 2, "up"),
            ("Waktu penyelesaian KTP-el", "Hari", "4", "-0.4", 1, "down"),
        ),
    ),
    _agency(
        "Dinas Perhubungan",
        "Dishub",
        "2.15",
        "Mewujudkan transportasi kota yang lancar dan selamat",
        _objective(
            "Meningkatnya kelancaran dan keselamatan lalu lintas",
            "Program Penyelenggaraan Lalu Lintas",
            "Penyediaan Perlengkapan Jalan; Uji Berkala Kendaraan; Pengelolaan Angkutan Kota",
            ("Kecepatan rata-rata di ruas utama", "Km/jam", "24.6", "0.7", 1, "up"),
            ("Kejadian kecelakaan", "Kejadian", "212", "-11", 0, "down"),
            ("Penumpang angkutan kota", "Orang", "410000", "26000", 0, "sum"),
        ),
    ),
    _agency(
        "Dinas Koperasi, Usaha Kecil, dan Menengah",
        "Diskop UKM",
        "2.17",
        "Mewujudkan usaha kecil yang tangguh",
        _objective(
            "Meningkatnya koperasi dan usaha kecil yang naik kelas",
            "Program Pemberdayaan UMKM",
            "Pendampingan Usaha Mikro; Penilaian Kesehatan Koperasi",
            ("Koperasi sehat", "%", "52.0", "2.2", 1, "up"),
            ("Usaha mikro yang naik kelas", "Usaha", "120", "15", 0, "sum"),
        ),
        missing=2,
    ),
    _agency(
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        "DPMPTSP",
        "2.18",
        "Mewujudkan iklim usaha yang baik",
        _objective(
            "Meningkatnya penanaman modal",
            "Program Pelayanan Penanaman Modal",
            "Pelayanan Perizinan Berusaha; Pengawasan Pelaksanaan Penanaman Modal",
            ("Nilai penanaman modal", "Miliar rupiah", "640", "48", 0, "sum"),
            ("Izin yang terbit tepat waktu", "%", "90.5", "1.4", 1, "up"),
        ),
    ),
    _agency(
        "Dinas Kepemudaan, Olahraga, dan Pariwisata",
        "Disporapar",
        "2.19",
        "Mewujudkan pemuda dan wisata yang maju",
        _objective(
            "Meningkatnya kunjungan wisata dan prestasi pemuda",
            "Program Peningkatan Daya Tarik Destinasi Pariwisata",
            "Pengelolaan Daya Tarik Wisata; Pembinaan Atlet Berprestasi",
            ("Kunjungan wisatawan", "Orang", "285000", "24000", 0, "sum"),
            ("Medali tingkat provinsi", "Medali", "38", "3", 0, "up"),
        ),
        late=1,
    ),
    _agency(
        "Dinas Perpustakaan dan Kearsipan",
        "Dispusip",
        "2.23",
        "Mewujudkan masyarakat yang gemar membaca",
        _objective(
            "Meningkatnya literasi dan tertib arsip",
            "Program Pembinaan Perpustakaan",
            "Pengembangan Koleksi; Pembudayaan Gemar Membaca; Pengawasan Kearsipan",
            ("Indeks pembangunan literasi masyarakat", "Indeks", "61.20", "1.75", 2, "up"),
            ("Perangkat daerah yang tertib arsip", "%", "48.0", "4.5", 1, "up"),
        ),
    ),
    _agency(
        "Dinas Perdagangan dan Perindustrian",
        "Disperdagin",
        "3.30",
        "Mewujudkan perdagangan yang stabil",
        _objective(
            "Meningkatnya perdagangan dan terkendalinya harga",
            "Program Stabilisasi Harga Barang Pokok",
            "Pemantauan Harga; Operasi Pasar; Pelayanan Tera Ulang",
            ("Koefisien variasi harga barang pokok", "%", "8.9", "-0.5", 1, "down"),
            ("Alat ukur yang ditera ulang", "Unit", "5200", "300", 0, "sum"),
        ),
    ),
    _agency(
        "Sekretariat Daerah",
        "Setda",
        "4.01",
        "Mewujudkan tata kelola pemerintahan yang baik",
        _objective(
            "Meningkatnya akuntabilitas kinerja pemerintah kota",
            "Program Pemerintahan dan Kesejahteraan Rakyat",
            "Fasilitasi Penyelenggaraan SAKIP; Penyusunan Produk Hukum; Evaluasi Kelembagaan",
            ("Nilai AKIP pemerintah kota", "Nilai", "65.10", "1.40", 2, "up"),
            ("Indeks reformasi birokrasi", "Indeks", "66.30", "2.10", 2, "up"),
        ),
    ),
    _agency(
        "Sekretariat DPRD",
        "Setwan",
        "4.02",
        "Mewujudkan dukungan yang baik bagi DPRD",
        _objective(
            "Meningkatnya kualitas fasilitasi DPRD",
            "Program Dukungan Pelaksanaan Tugas dan Fungsi DPRD",
            "Pembahasan Rancangan Peraturan Daerah; Penyerapan Aspirasi",
            ("Rancangan peraturan daerah yang dibahas tepat waktu", "%", "76.0", "3.0", 1, "up"),
        ),
    ),
    _agency(
        "Inspektorat",
        "Inspektorat",
        "6.01",
        "Mewujudkan pengawasan yang andal",
        _objective(
            "Meningkatnya kualitas pengawasan intern",
            "Program Penyelenggaraan Pengawasan",
            "Audit Kinerja; Reviu Laporan Kinerja; Evaluasi AKIP Perangkat Daerah",
            ("Level kapabilitas APIP", "Level", "3", "0", 0, "up"),
            ("Rekomendasi pemeriksaan yang ditindaklanjuti", "%", "83.5", "2.2", 1, "up"),
        ),
    ),
    _agency(
        "Badan Perencanaan Pembangunan Daerah",
        "Bappeda",
        "5.01",
        "Mewujudkan perencanaan yang selaras",
        _objective(
            "Meningkatnya keselarasan perencanaan",
            "Program Perencanaan, Pengendalian, dan Evaluasi",
            "Penyusunan RKPD; Pengendalian dan Evaluasi Pembangunan; Pengelolaan Data Pembangunan",
            ("Keselarasan RKPD dengan RPJMD", "%", "88.5", "1.5", 1, "up"),
            ("Indikator RPJMD yang tercapai", "%", "72.0", "2.8", 1, "up"),
        ),
    ),
    _agency(
        "Badan Keuangan dan Aset Daerah",
        "BKAD",
        "5.02",
        "Mewujudkan keuangan daerah yang tertib",
        _objective(
            "Meningkatnya kualitas pengelolaan keuangan",
            "Program Pengelolaan Keuangan Daerah",
            "Penyusunan Laporan Keuangan; Pengamanan Aset; Pengelolaan Perbendaharaan",
            ("Aset tanah yang bersertifikat", "%", "58.0", "4.0", 1, "up"),
            ("Penyampaian laporan keuangan lebih awal dari tenggat", "Hari", "12", "1", 0, "up"),
        ),
    ),
    _agency(
        "Badan Pendapatan Daerah",
        "Bapenda",
        "5.02",
        "Mewujudkan kemandirian keuangan kota",
        _objective(
            "Meningkatnya pendapatan asli daerah",
            "Program Pengelolaan Pendapatan Daerah",
            "Pendataan Objek Pajak; Penagihan Pajak; Pengembangan Pembayaran Nontunai",
            ("Pendapatan asli daerah", "Miliar rupiah", "412", "31", 0, "sum"),
            ("Tunggakan pajak yang tertagih", "%", "34.0", "3.5", 1, "up"),
        ),
    ),
    _agency(
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        "BKPSDM",
        "5.03",
        "Mewujudkan aparatur yang profesional",
        _objective(
            "Meningkatnya profesionalitas aparatur",
            "Program Kepegawaian Daerah",
            "Pengelolaan Mutasi dan Promosi; Pengembangan Kompetensi; Penilaian Kinerja Aparatur",
            ("Indeks profesionalitas ASN", "Indeks", "62.40", "2.35", 2, "up"),
            ("Pelanggaran disiplin", "Kasus", "21", "-2", 0, "down"),
        ),
        late=1,
        missing=1,
    ),
    _agency(
        "Kecamatan Tirta Utara",
        "Kec. Tirta Utara",
        "7.01",
        "Mewujudkan pelayanan kecamatan yang prima",
        _objective(
            "Meningkatnya pelayanan dan pemberdayaan masyarakat",
            "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
            "Pembangunan Sarana Kelurahan; Pemberdayaan Masyarakat Kelurahan",
            ("Usulan musyawarah yang terakomodasi", "%", "44.0", "3.0", 1, "up"),
            ("Pelayanan administrasi yang tepat waktu", "%", "92.0", "1.0", 1, "up"),
        ),
    ),
    _agency(
        "Kecamatan Tirta Selatan",
        "Kec. Tirta Selatan",
        "7.01",
        "Mewujudkan pelayanan kecamatan yang prima",
        _objective(
            "Meningkatnya pelayanan dan pemberdayaan masyarakat",
            "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
            "Pembangunan Sarana Kelurahan; Pemberdayaan Masyarakat Kelurahan",
            ("Usulan musyawarah yang terakomodasi", "%", "41.0", "3.2", 1, "up"),
            ("Pelayanan administrasi yang tepat waktu", "%", "90.5", "1.1", 1, "up"),
        ),
        late=3,
    ),
    _agency(
        "Rumah Sakit Umum Daerah",
        "RSUD",
        "1.02",
        "Mewujudkan rumah sakit rujukan yang bermutu",
        _objective(
            "Meningkatnya mutu layanan rumah sakit",
            "Program Peningkatan Layanan Rumah Sakit",
            "Pengadaan Alat Kesehatan; Operasional Pelayanan Rumah Sakit; Akreditasi Rumah Sakit",
            ("Kematian pasien setelah 48 jam dirawat", "‰", "24.5", "-1.2", 1, "down"),
            ("Tingkat keterisian tempat tidur", "%", "63.0", "2.0", 1, "up"),
        ),
    ),
)
