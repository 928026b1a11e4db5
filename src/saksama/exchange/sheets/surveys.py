"""Sheets of satisfaction surveys (SKM, PermenPANRB 14/2017): nine element averages, or the answers behind them."""

from decimal import Decimal

from saksama.exchange.fields import Field, Kind, Role, Sheet
from saksama.exchange.sheets.periods import PERIODS
from saksama.kernel.survey import ELEMENTS

LOWEST, HIGHEST = Decimal(1), Decimal(4)
"""What an answer can be, and an average of answers."""


_SHORT = ("Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana")
"""What the nine elements are called in a heading."""


def average_name(element: int) -> str:
    """The identifier of an element's average or answer; elements count from 0."""
    return f"element_{element + 1}"


def _element(element: int, hint: str, kind: Kind, example: str) -> Field:
    return Field(
        average_name(element),
        f"U{element + 1} {_SHORT[element]}",
        f"{ELEMENTS[element]}: {hint}",
        kind,
        Role.DIVISION,
        minimum=LOWEST,
        maximum=HIGHEST,
        example=example,
        width=15,
    )


SURVEYS = Sheet(
    "surveys",
    "SKM",
    "Survei kepuasan masyarakat",
    "Satu baris satu survei satu layanan. Isi rata-rata sembilan unsurnya, atau biarkan kosong dan tempelkan "
    "jawabannya di lembar Jawaban SKM. Indeksnya dihitung dan dibandingkan dengan realisasi indikatornya.",
    (
        Field("id", "Kode survei", "Kode pendek, tidak dipakai dua kali", Kind.TEXT, required=True, example="SKM1"),
        Field(
            "service",
            "Layanan",
            "Layanan yang disurvei",
            Kind.TEXT,
            Role.DIVISION,
            required=True,
            example="Rekomendasi izin ormas",
            width=34,
        ),
        Field("year", "Tahun", "Tahun survei", Kind.YEAR, Role.DIVISION, required=True, example="2020", width=11),
        Field(
            "period",
            "Periode",
            "Hanya bila surveinya untuk sebagian tahun",
            Kind.CHOICE,
            Role.DIVISION,
            options=PERIODS,
            example="Semester I",
        ),
        Field(
            "respondents",
            "Responden",
            "Banyaknya yang menjawab; kosong bila jawabannya ditempelkan",
            Kind.INTEGER,
            Role.DIVISION,
            minimum=Decimal(0),
            example="120",
            width=12,
        ),
        *(_element(number, "rata-rata 1 sampai 4", Kind.DECIMAL, "3,45") for number in range(len(ELEMENTS))),
        Field(
            "indicator",
            "Kode indikator",
            "Indikator yang diukur survei ini, bila ada",
            Kind.REFERENCE,
            refers_to=("indicators", "outputs"),
            example="IK2",
        ),
        Field(
            "source",
            "Sumber data",
            "Laporan surveinya",
            Kind.LONG_TEXT,
            Role.DIVISION,
            example="Laporan SKM semester I 2020",
            width=30,
        ),
        Field("answers", "Jawaban masuk", "Banyaknya baris di lembar Jawaban SKM", Kind.INTEGER, is_computed=True),
        Field(
            "index",
            "Indeks (IKM)",
            "Rata-rata sembilan unsur × 25; dari jawaban bila ada",
            Kind.PERCENT,
            is_computed=True,
        ),
        Field("quality", "Mutu pelayanan", "Menurut PermenPANRB 14/2017", Kind.TEXT, is_computed=True, width=18),
        Field(
            "stated",
            "Realisasi tercatat",
            "Realisasi indikator itu di lembar Realisasi atau Realisasi Periode",
            Kind.DECIMAL,
            is_computed=True,
        ),
        Field(
            "difference",
            "Selisih",
            "Indeks dikurangi realisasi tercatat; harus nol, kecuali beberapa survei mengukur indikator yang sama",
            Kind.PERCENT,
            is_computed=True,
            width=11,
        ),
    ),
    thing="survei",
    is_optional=True,
)

ANSWERS = Sheet(
    "answers",
    "Jawaban SKM",
    "Jawaban responden survei kepuasan masyarakat",
    "Satu baris satu responden: angka 1 sampai 4 untuk setiap unsur; kosong bila tidak dijawab. Boleh ditempel dari "
    "aplikasi survei.",
    (
        Field(
            "survey",
            "Kode survei",
            "Kode dari lembar SKM",
            Kind.REFERENCE,
            Role.DIVISION,
            required=True,
            refers_to=("surveys",),
            is_key=True,
            example="SKM1",
        ),
        *(_element(number, "1 sampai 4", Kind.INTEGER, "3") for number in range(len(ELEMENTS))),
    ),
    thing="jawaban",
    is_optional=True,
)
