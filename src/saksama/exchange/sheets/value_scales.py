"""The scales of values that are words: predicates, opinions, yes or no, milestones."""

from saksama.exchange.fields import Field, Kind, Sheet
from saksama.exchange.sheets.plan import NO, YES
from saksama.exchange.sheets.report import CERTAINTIES

VALUE_SCALES = Sheet(
    "value_scales",
    "Skala Nilai",
    "Skala nilai yang berupa kata: predikat, opini, ya/tidak, tahapan",
    "Satu baris satu tingkat. Skala yang umum sudah ada; tambahkan skala sendiri bila perlu. Indikator menyebut kode "
    "skalanya di lembar Definisi.",
    (
        Field(
            "scale",
            "Kode skala",
            "Kode pendek yang disebut di lembar Definisi; sama untuk semua tingkatnya",
            Kind.TEXT,
            required=True,
            example="predikat-akip",
            width=20,
        ),
        Field("title", "Nama skala", "Cukup pada satu baris", Kind.TEXT, example="Predikat AKIP", width=24),
        Field("word", "Kata", "Seperti ditulis sebagai nilai", Kind.TEXT, required=True, example="BB", width=16),
        Field(
            "value",
            "Nilai atau peringkat",
            "Peringkatnya dari yang terendah, atau nilai terkecil yang mendapat kata itu",
            Kind.DECIMAL,
            required=True,
            example="70,01",
            width=14,
        ),
        Field(
            "has_scores",
            "Ada nilai di antaranya",
            "Ya bila kata itu punya skor, seperti BB (72,35). Cukup pada satu baris; kosong berarti tidak",
            Kind.CHOICE,
            options=(YES, NO),
            example="Ya",
            width=14,
        ),
        Field(
            "regulation",
            "Dasar skala",
            "Peraturan yang menetapkan. Cukup pada satu baris; kosong berarti skala instansi",
            Kind.TEXT,
            example="PermenPANRB 88/2021",
            width=26,
        ),
        Field("clause", "Bagian", "Pasal atau lampirannya", Kind.TEXT, example="predikat hasil evaluasi", width=24),
        Field(
            "certainty",
            "Kepastian dasar",
            "Seberapa pasti isi dasarnya; kosong berarti ketetapan sendiri",
            Kind.CHOICE,
            options=CERTAINTIES,
            width=26,
        ),
        Field("citation_note", "Catatan dasar", "Bila ada", Kind.LONG_TEXT, width=28),
        Field(
            "lookup",
            "Kunci",
            "Dipakai lembar lain untuk menemukan tingkat ini",
            Kind.TEXT,
            is_computed=True,
            is_hidden=True,
        ),
        Field("rank", "Peringkat", "Dihitung dari yang terendah", Kind.INTEGER, is_computed=True, is_hidden=True),
        Field("scored", "Berskor", "Dari kolom Ada nilai di antaranya", Kind.INTEGER, is_computed=True, is_hidden=True),
    ),
    thing="tingkat skala",
    is_optional=True,
)
