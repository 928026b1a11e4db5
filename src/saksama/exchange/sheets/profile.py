"""Sheets about who reports: identity, basis and work, organisation, staff."""

from decimal import Decimal

from saksama.exchange.fields import Field, Kind, Layout, Option, Role, Sheet
from saksama.exchange.sheets.persons import person

PROFILE = Sheet(
    "profile",
    "Profil",
    "Profil instansi dan rencana strategis",
    "Siapa yang melapor, siapa kepalanya, dan rencana strategis mana yang diukur. Logo cukup ditempel sebagai gambar "
    "di lembar ini.",
    (
        Field(
            "name",
            "Nama instansi",
            "Nama resmi perangkat daerah",
            Kind.TEXT,
            example="Badan Kesatuan Bangsa dan Politik",
            required=True,
        ),
        Field(
            "government",
            "Pemerintah daerah",
            "Pemerintah daerah yang membawahi",
            Kind.TEXT,
            example="Pemerintah Kota Malang",
            required=True,
        ),
        Field("short_name", "Nama singkat", "Dipakai dalam kalimat dan grafik", Kind.TEXT, example="Bakesbangpol"),
        Field("address", "Alamat", "Alamat untuk kop dan sampul", Kind.LONG_TEXT, example="Jalan A. Yani 98, Malang"),
        *person("head", "kepala", required=True),
        Field(
            "tasks",
            "Tugas",
            "Satu kalimat dari peraturan kepala daerah tentang tugas dan fungsi",
            Kind.LONG_TEXT,
            example="Membantu wali kota melaksanakan urusan pemerintahan di bidang kesatuan bangsa dan politik",
            required=True,
        ),
        Field(
            "plan_title",
            "Judul rencana strategis",
            "Judul dokumen Renstra",
            Kind.TEXT,
            example="Rencana Strategis Tahun 2018–2023",
            required=True,
        ),
        Field(
            "first_year",
            "Tahun pertama rencana",
            "Tahun pertama periode Renstra",
            Kind.YEAR,
            example="2019",
            required=True,
        ),
        Field(
            "last_year",
            "Tahun terakhir rencana",
            "Tahun terakhir periode Renstra; tidak harus lima tahun",
            Kind.YEAR,
            example="2023",
            required=True,
        ),
        Field("vision", "Visi", "Visi kepala daerah yang didukung", Kind.LONG_TEXT, example="Kota Malang Bermartabat"),
        Field(
            "mission",
            "Misi",
            "Misi yang didukung instansi",
            Kind.LONG_TEXT,
            example="Mewujudkan kota yang rukun dan toleran",
        ),
    ),
    layout=Layout.KEY_VALUE,
    thing="isian",
)

BACKGROUND_KINDS = (
    Option("Dasar hukum", "legal-basis"),
    Option("Fungsi", "function"),
    Option("Isu strategis", "issue"),
    Option("Strategi", "strategy"),
    Option("Arah kebijakan", "policy"),
)

BACKGROUND = Sheet(
    "background",
    "Uraian",
    "Dasar hukum, fungsi, isu, strategi dan arah kebijakan",
    "Satu baris satu butir, dalam urutan cetak. Strategi dan arah kebijakan boleh dikaitkan dengan satu sasaran.",
    (
        Field(
            "kind",
            "Jenis",
            "Pilih jenis butir",
            Kind.CHOICE,
            options=BACKGROUND_KINDS,
            required=True,
            example="Isu strategis",
            width=18,
        ),
        Field(
            "text",
            "Uraian",
            "Satu butir lengkap tanpa nomor",
            Kind.LONG_TEXT,
            required=True,
            example="Potensi konflik sosial menjelang pemilihan umum",
            width=80,
        ),
        Field(
            "objective",
            "Kode sasaran",
            "Hanya untuk strategi dan arah kebijakan milik satu sasaran; kosong berarti untuk seluruh rencana",
            Kind.REFERENCE,
            refers_to=("goals",),
            example="S1",
            width=14,
        ),
    ),
    thing="butir",
)

UNITS = Sheet(
    "units",
    "Organisasi",
    "Susunan organisasi",
    "Satu baris satu unit, dari atas ke bawah. Bagan organisasi digambar dari kolom induk.",
    (
        Field(
            "name",
            "Nama unit",
            "Nama unit kerja",
            Kind.TEXT,
            Role.PERSONNEL,
            required=True,
            example="Bidang Ketahanan Ekonomi, Sosial dan Budaya",
            width=48,
        ),
        Field(
            "parent",
            "Unit induk",
            "Nama unit di atasnya, persis seperti ditulis di kolom Nama unit; kosong untuk pimpinan",
            Kind.REFERENCE,
            Role.PERSONNEL,
            refers_to=("units",),
            example="Kepala Badan",
            width=40,
        ),
        Field(
            "tasks",
            "Tugas unit",
            "Satu kalimat",
            Kind.LONG_TEXT,
            Role.PERSONNEL,
            example="Menyiapkan kebijakan di bidang ketahanan ekonomi",
            width=60,
        ),
    ),
    thing="unit",
)

STAFF = Sheet(
    "staff",
    "SDM",
    "Jumlah pegawai",
    "Satu baris satu kelompok. Setiap pengelompokan menjadi satu tabel dalam laporan.",
    (
        Field(
            "grouping",
            "Pengelompokan",
            "Menurut apa pegawai dikelompokkan",
            Kind.TEXT,
            Role.PERSONNEL,
            required=True,
            suggestions=("Jabatan", "Golongan", "Pendidikan", "Jenis kelamin", "Status kepegawaian"),
            example="Pendidikan",
            width=26,
        ),
        Field(
            "category", "Kelompok", "Nama kelompok", Kind.TEXT, Role.PERSONNEL, required=True, example="S1", width=34
        ),
        Field(
            "count",
            "Jumlah orang",
            "Banyaknya pegawai",
            Kind.INTEGER,
            Role.PERSONNEL,
            required=True,
            example="12",
            minimum=Decimal(0),
            width=14,
        ),
    ),
    thing="kelompok pegawai",
)
