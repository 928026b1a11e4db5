"""Sheets of a year's results: actuals, benchmarks, and what is said of them."""

from saksama.exchange.fields import Field, Kind, Option, Role, Sheet
from saksama.kernel.indicator import ActualState, NarrativePart

INDICATOR = Field(
    "indicator",
    "Kode indikator",
    "Kode dari lembar Indikator (atau Output)",
    Kind.REFERENCE,
    Role.PLANNER,
    required=True,
    refers_to=("indicators", "outputs"),
    is_key=True,
    example="IK1",
    width=14,
)
INDICATOR_NAME = Field(
    "indicator_name", "Nama indikator", "Terisi sendiri dari kodenya", Kind.TEXT, is_computed=True, width=40
)
YEAR = Field(
    "year",
    "Tahun",
    "Tahun yang dilaporkan",
    Kind.YEAR,
    Role.PLANNER,
    required=True,
    is_key=True,
    example="2020",
    width=11,
)

STATES = (
    Option("Final", ActualState.FINAL.value),
    Option("Sementara", ActualState.PRELIMINARY.value),
    Option("Belum rilis", ActualState.NOT_RELEASED.value),
    Option("Tidak berlaku", ActualState.NOT_APPLICABLE.value),
)

ACTUALS = Sheet(
    "actuals",
    "Realisasi",
    "Realisasi indikator per tahun",
    "Satu baris satu indikator dan satu tahun. Isi pembilang dan penyebut (bila punya nama di lembar Definisi) atau "
    "langsung realisasinya. Belum ada angkanya? Pilih statusnya dan tulis sebabnya di kolom Catatan. Jangan menulis 0.",
    (
        INDICATOR,
        INDICATOR_NAME,
        YEAR,
        Field("numerator", "Pembilang", "Data mentah", Kind.DECIMAL, Role.DIVISION, example="14", width=14),
        Field(
            "denominator",
            "Penyebut",
            "Data mentah",
            Kind.DECIMAL,
            Role.DIVISION,
            required=True,
            when=("numerator",),
            example="15",
            width=14,
        ),
        Field(
            "value",
            "Realisasi",
            "Nilai dalam satuan indikator, dengan desimal seperti akan dicetak",
            Kind.VALUE,
            Role.DIVISION,
            required=True,
            unless=("numerator", "note", "actual"),
            example="93,28",
            width=14,
        ),
        Field(
            "state",
            "Status",
            "Seberapa pasti nilainya; kosong berarti final",
            Kind.CHOICE,
            Role.DIVISION,
            options=STATES,
            example="Final",
            width=14,
        ),
        Field(
            "source",
            "Sumber data",
            "Dokumen atau lembaga asal nilai ini",
            Kind.LONG_TEXT,
            Role.DIVISION,
            required=True,
            unless=("note",),
            example="Laporan FKDM 2020",
            width=32,
        ),
        Field(
            "note",
            "Catatan",
            "Mengapa belum rilis atau tidak berlaku",
            Kind.LONG_TEXT,
            Role.DIVISION,
            example="Data 2020 dirilis BPS bulan Mei 2021",
            width=32,
        ),
        Field(
            "measured_by",
            "Diukur oleh",
            "Lembaga yang mengukur, bila bukan instansi sendiri",
            Kind.TEXT,
            Role.DIVISION,
            example="BPS",
            is_later=True,
            width=18,
        ),
        Field(
            "reference_year",
            "Tahun data",
            "Hanya bila memakai data tahun sebelumnya",
            Kind.YEAR,
            Role.DIVISION,
            example="2019",
            is_later=True,
            width=11,
        ),
        Field(
            "released_on",
            "Tanggal rilis",
            "Tanggal nilai ini diterbitkan",
            Kind.DATE,
            Role.DIVISION,
            example="15 Februari 2021",
            is_later=True,
            width=18,
        ),
        Field("unit", "Satuan", "Terisi sendiri", Kind.TEXT, is_computed=True, width=10),
        Field("formula", "Rumus capaian", "Terisi sendiri", Kind.TEXT, is_computed=True, width=28),
        Field(
            "factor",
            "Faktor",
            "Terisi sendiri dari lembar Definisi",
            Kind.DECIMAL,
            is_computed=True,
            is_hidden=True,
            width=11,
        ),
        Field(
            "zero_target",
            "Bila target nol",
            "Terisi sendiri dari lembar Definisi",
            Kind.TEXT,
            is_computed=True,
            is_hidden=True,
        ),
        Field(
            "value_scale",
            "Skala nilai",
            "Terisi sendiri dari lembar Definisi",
            Kind.TEXT,
            is_computed=True,
            is_hidden=True,
        ),
        Field(
            "target_low_stated",
            "Batas bawah tertulis",
            "Seperti ditulis: angka atau kata",
            Kind.VALUE,
            is_computed=True,
            is_hidden=True,
        ),
        Field(
            "target_stated",
            "Target tertulis",
            "Seperti ditulis: angka atau kata",
            Kind.VALUE,
            is_computed=True,
            is_hidden=True,
        ),
        Field(
            "target_low",
            "Batas bawah target",
            "Target yang berlaku; batas bawah rentang",
            Kind.DECIMAL,
            is_computed=True,
            width=12,
        ),
        Field(
            "target",
            "Target",
            "Menurut perjanjian kinerja, bila ada, atau Renstra; kata menjadi nilainya",
            Kind.DECIMAL,
            is_computed=True,
            width=12,
        ),
        Field(
            "actual",
            "Realisasi dipakai",
            "Dari data mentah bila ada, selain itu dari kolom Realisasi",
            Kind.DECIMAL,
            is_computed=True,
            width=14,
        ),
        Field(
            "achievement", "Capaian (%)", "Dihitung dengan rumus indikator", Kind.PERCENT, is_computed=True, width=12
        ),
        Field("rating", "Predikat", "Menurut lembar Skala", Kind.TEXT, is_computed=True, width=32),
    ),
    thing="realisasi",
)

BENCHMARKS = Sheet(
    "benchmarks",
    "Pembanding",
    "Pembanding: standar nasional, provinsi, SPM",
    "Satu baris satu pembanding dalam satu tahun. Bila tidak ada pembandingnya, tulis sebabnya.",
    (
        INDICATOR,
        INDICATOR_NAME,
        YEAR,
        Field(
            "name",
            "Pembanding",
            "Dengan siapa atau apa dibandingkan",
            Kind.TEXT,
            required=True,
            suggestions=("Nasional", "Provinsi", "SPM", "Kabupaten/kota terdekat"),
            example="Nasional",
            width=26,
        ),
        Field(
            "value",
            "Nilai pembanding",
            "Dalam satuan indikator",
            Kind.VALUE,
            required=True,
            unless=("not_applicable_because",),
            example="88,31",
            width=14,
        ),
        Field(
            "source",
            "Sumber",
            "Dokumen atau lembaga",
            Kind.LONG_TEXT,
            required=True,
            unless=("not_applicable_because",),
            example="LKj Kementerian Dalam Negeri 2020",
            width=36,
        ),
        Field(
            "not_applicable_because",
            "Tidak ada, karena",
            "Hanya bila tidak ada pembanding",
            Kind.LONG_TEXT,
            example="Indikator ini hanya ada di daerah",
            width=40,
        ),
    ),
    thing="pembanding",
)


def _part(part: NarrativePart, heading: str, hint: str, example: str) -> Field:
    return Field(
        part.value,
        heading,
        f'{hint}; atau "tidak berlaku karena …"',
        Kind.LONG_TEXT,
        Role.DIVISION,
        required=True,
        example=example,
        width=48,
    )


NARRATIVES = Sheet(
    "narratives",
    "Analisis",
    "Analisis keberhasilan dan kegagalan",
    "Satu baris satu indikator dan satu tahun. Tulis apa adanya: yang kosong dicetak sebagai belum diisi. Bila memang "
    'tidak ada yang perlu ditulis, tulis "tidak berlaku karena …".',
    (
        INDICATOR,
        INDICATOR_NAME,
        YEAR,
        _part(
            NarrativePart.CAUSE,
            "Penyebab",
            "Mengapa tercapai atau tidak tercapai",
            "Forum kewaspadaan dini bertemu tiap bulan sehingga konflik ditangani sejak awal",
        ),
        _part(
            NarrativePart.OBSTACLE, "Hambatan", "Apa yang menghambat", "Pertemuan tatap muka dibatasi selama pandemi"
        ),
        _part(NarrativePart.SOLUTION, "Solusi", "Apa yang sudah dilakukan", "Pertemuan dipindahkan ke rapat daring"),
        _part(
            NarrativePart.FOLLOW_UP,
            "Tindak lanjut",
            "Apa yang akan dilakukan tahun berikutnya",
            "Membentuk forum di dua kecamatan yang belum memilikinya",
        ),
    ),
    thing="analisis",
)
