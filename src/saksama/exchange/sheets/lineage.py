"""What happened to indicators: renamed, replaced, or given another meaning."""

from saksama.exchange.fields import Field, Kind, Option, Sheet
from saksama.exchange.sheets.measurement import INDICATOR, INDICATOR_NAME
from saksama.kernel.indicator import Continuity

CHANGES = Sheet(
    "changes",
    "Riwayat Indikator",
    "Riwayat indikator: berganti nama, diganti, berubah arti",
    "Hanya bila ada yang berubah. Perbandingan antartahun dipotong pada tahun indikator diganti atau berubah arti.",
    (
        INDICATOR,
        INDICATOR_NAME,
        Field("year", "Sejak tahun", "Tahun pertama yang berbeda", Kind.YEAR, required=True, example="2021", width=11),
        Field(
            "continuity",
            "Perubahan",
            "Apa yang terjadi dengan indikator ini",
            Kind.CHOICE,
            required=True,
            options=(
                Option("Berganti nama, ukurannya sama", Continuity.CONTINUED.value),
                Option("Menggantikan indikator lain", Continuity.REPLACED.value),
                Option("Nama sama, arti atau rumusnya lain", Continuity.REDEFINED.value),
            ),
            example="Berganti nama, ukurannya sama",
            width=34,
        ),
        Field(
            "previous",
            "Indikator sebelumnya",
            "Kode indikator yang dilanjutkan atau digantikan, bila ada",
            Kind.REFERENCE,
            refers_to=("indicators", "outputs"),
            example="IK7",
            width=14,
        ),
        Field(
            "note",
            "Keterangan",
            "Mengapa berubah, dan bagaimana membandingkannya",
            Kind.LONG_TEXT,
            example="Mulai 2021 dihitung dengan survei BPS",
            width=60,
        ),
    ),
    thing="riwayat indikator",
    is_optional=True,
)
