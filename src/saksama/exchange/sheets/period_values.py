"""Sheets of what was promised and reached in the months, quarters or semesters of a year."""

from saksama.exchange.fields import Field, Kind, Role, Sheet
from saksama.exchange.sheets.measurement import INDICATOR, INDICATOR_NAME, STATES, YEAR
from saksama.exchange.sheets.periods import PERIODS

_PERIOD = Field(
    "period",
    "Periode",
    "Menurut Siklus pengukuran di lembar Definisi",
    Kind.CHOICE,
    options=PERIODS,
    required=True,
    is_key=True,
    example="TW I",
    width=13,
)


def _looked_up(identifier: str, heading: str, kind: Kind = Kind.TEXT) -> Field:
    return Field(identifier, heading, "Terisi sendiri", kind, is_computed=True, is_hidden=True)


_GROUP = (
    _looked_up("group", "Kelompok"),
    _looked_up("number", "Nomor periode", Kind.INTEGER),
)
_UNIT = Field("unit", "Satuan", "Terisi sendiri", Kind.TEXT, is_computed=True, width=10)


def _shown(identifier: str, heading: str, hint: str, kind: Kind = Kind.VALUE) -> Field:
    return Field(identifier, heading, hint, kind, is_computed=True, width=13)


PERIOD_TARGETS = Sheet(
    "period_targets",
    "Target Periode",
    "Target indikator per triwulan, semester atau bulan",
    "Satu baris satu indikator, tahun dan periode. Bila indikatornya kumulatif, tulis target s.d. periode itu.",
    (
        INDICATOR,
        INDICATOR_NAME,
        YEAR,
        _PERIOD,
        Field("target", "Target periode", "Untuk rentang: batas atasnya", Kind.VALUE, required=True, example="25"),
        Field("target_low", "Batas bawah", "Hanya untuk target berupa rentang", Kind.VALUE, example="20"),
        _UNIT,
        *_GROUP,
        _looked_up("value_scale", "Skala nilai"),
        _looked_up("high", "Batas atas terbaca", Kind.DECIMAL),
        _looked_up("low", "Batas bawah terbaca", Kind.DECIMAL),
    ),
    thing="target periode",
    is_optional=True,
)

PERIOD_ACTUALS = Sheet(
    "period_actuals",
    "Realisasi Periode",
    "Realisasi indikator per triwulan, semester atau bulan",
    "Satu baris satu indikator, tahun dan periode. Bila indikatornya kumulatif, tulis realisasi s.d. periode itu. "
    "Nilai tahunnya dihitung dari sini bila lembar Realisasi tidak memuatnya.",
    (
        INDICATOR,
        INDICATOR_NAME,
        YEAR,
        _PERIOD,
        Field("numerator", "Pembilang", "Data mentah", Kind.DECIMAL, Role.DIVISION, example="4"),
        Field(
            "denominator",
            "Penyebut",
            "Data mentah",
            Kind.DECIMAL,
            Role.DIVISION,
            required=True,
            when=("numerator",),
            example="5",
        ),
        Field(
            "value",
            "Realisasi",
            "Nilai dalam satuan indikator",
            Kind.VALUE,
            Role.DIVISION,
            required=True,
            unless=("numerator", "note"),
            example="24,5",
        ),
        Field(
            "state",
            "Status",
            "Seberapa pasti nilainya; kosong berarti final",
            Kind.CHOICE,
            Role.DIVISION,
            options=STATES,
            example="Final",
        ),
        Field(
            "note",
            "Catatan",
            "Mengapa belum rilis atau tidak berlaku",
            Kind.LONG_TEXT,
            Role.DIVISION,
            example="Survei baru selesai bulan Juli",
            width=32,
        ),
        _UNIT,
        *_GROUP,
        _looked_up("formula", "Rumus capaian"),
        _looked_up("factor", "Faktor", Kind.DECIMAL),
        _looked_up("zero_target", "Bila target nol"),
        _looked_up("value_scale", "Skala nilai"),
        _looked_up("periods", "Banyak periode", Kind.INTEGER),
        _looked_up("first_due", "Periode pertama", Kind.INTEGER),
        _looked_up("summed", "Cara menjumlahkan"),
        _looked_up("target_low", "Batas bawah target", Kind.DECIMAL),
        _shown("target", "Target periode ini", "Dari lembar Target Periode"),
        _shown("actual", "Realisasi dipakai", "Dari data mentah bila ada, selain itu dari kolom Realisasi"),
        _shown("achievement", "Capaian periode ini (%)", "Dihitung dengan rumus indikator", Kind.PERCENT),
        _looked_up("target_low_to_date", "Batas bawah s.d. periode", Kind.DECIMAL),
        _shown("target_to_date", "Target s.d. periode", "Sejak awal tahun"),
        _shown("actual_to_date", "Realisasi s.d. periode", "Sejak awal tahun"),
        _shown("achievement_to_date", "Capaian s.d. periode (%)", "Sejak awal tahun", Kind.PERCENT),
        _looked_up("year_key", "Kunci tahun"),
        _looked_up("year_value", "Nilai tahun", Kind.DECIMAL),
    ),
    thing="realisasi periode",
    is_optional=True,
)
