"""Surveys, recommendations, innovations, awards and assets, each at its place in the report."""

from dataclasses import replace
from decimal import Decimal

from saksama.documents.document import Heading, Text, blocks, inlines
from saksama.kernel.activities import Asset, Award, FollowUpState, Innovation, Recommendation
from saksama.kernel.period import Cycle, Period
from saksama.kernel.survey import SatisfactionSurvey
from tests.compose.grown import YEAR, cells, indicator, of, report, words


def averages(text: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(value) for value in text.split())


LICENCES = SatisfactionSurvey(
    "SKM1",
    "Layanan perizinan",
    YEAR,
    respondents=150,
    averages=averages("3 3.2 3 3.4 3.2 3.2 3.4 2.8 3"),
    indicator="X",
)
"""28,2 ÷ 9 × 25 = 78,33: B (76,61–88,30)."""
ANSWERED = SatisfactionSurvey(
    "SKM2",
    "Layanan informasi",
    YEAR,
    Period(YEAR, 2, Cycle.SEMESTER),
    answers=((4, 4, 4, 4, 4, 4, 4, 4, 2), (3, 4, 4, 4, 4, 4, 4, 4, 3)),
)
"""3,5 + 7 × 4 + 2,5 = 34; 34 ÷ 9 × 25 = 94,44: A."""


def test_each_survey_has_its_respondents_index_and_class() -> None:
    record = replace(of(indicator()), surveys=(LICENCES, ANSWERED))

    assert cells(record, "tabel-skm") == [
        ["Layanan perizinan", "150", "78,33", "B (Baik)"],
        ["Layanan informasi, Semester II 2025", "2", "94,44", "A (Sangat Baik)"],
    ]
    assert cells(record, "tabel-skm-unsur")[0] == ["U1", "Persyaratan", "3", "3,500"]


def test_the_weakest_elements_are_named_with_their_values() -> None:
    text = words(replace(of(indicator()), surveys=(LICENCES, ANSWERED)))

    # 2,8 is the lowest; three share the next, 3.
    assert (
        "Layanan perizinan: indeks 78,33, mutu pelayanan B (Baik), yang mengukur indikator “Indikator X”. Unsur yang "
        "paling perlu diperbaiki: Penanganan pengaduan, saran, dan masukan (2,8), Persyaratan (3), Waktu penyelesaian "
        "(3), dan Sarana dan prasarana (3)." in text
    )
    assert "Sarana dan prasarana (2,500) dan Persyaratan (3,500)." in text


def test_an_element_that_was_not_asked_leaves_the_index_without_a_number() -> None:
    half = replace(LICENCES, averages=LICENCES.averages[:4], respondents=None)
    record = replace(of(indicator()), surveys=(half,))

    assert cells(record, "tabel-skm")[0][1:] == ["belum diisi", "belum diisi", "–"]
    assert "indeks belum dapat dihitung, karena nilai unsur belum lengkap" in words(record)


def test_recommendations_are_told_with_what_became_of_them() -> None:
    record = replace(
        of(indicator()),
        recommendations=(
            Recommendation(
                YEAR, "LHE AKIP 2024", "Susun pohon kinerja", "Telah disusun", FollowUpState.DONE, "SK Nomor 4"
            ),
            Recommendation(YEAR, "LHE AKIP 2024", "Ukur tiap triwulan", "Uji coba", FollowUpState.IN_PROGRESS),
            Recommendation(YEAR, "LHE AKIP 2024", "Latih penyusun"),
            Recommendation(2023, "LHE AKIP 2022", "Lama"),
        ),
    )

    assert cells(record, "tabel-rekomendasi") == [
        ["1", "Susun pohon kinerja", "Telah disusun", "selesai", "SK Nomor 4"],
        ["2", "Ukur tiap triwulan", "Uji coba", "dalam proses", "–"],
        ["3", "Latih penyusun", "belum diisi", "belum diisi", "–"],
    ]
    assert (
        "Evaluasi sebelumnya (LHE AKIP 2024) memberi 3 (tiga) rekomendasi: 1 (satu) dalam proses dan 1 (satu) selesai."
        in words(record)
    )


def test_innovations_and_awards_follow_the_budget() -> None:
    record = replace(
        of(indicator()),
        innovations=(Innovation(YEAR, "Layanan keliling", "Layanan hadir di desa", "Antrean turun separuh"),),
        awards=(Award(YEAR, "Layanan terbaik", "Kementerian Contoh", "Nasional"),),
    )
    titles = [block.text for block in blocks(report(record)) if isinstance(block, Heading) and block.level == 2]

    assert "Layanan keliling: Layanan hadir di desa. Manfaat: Antrean turun separuh." in words(record)
    assert cells(record, "tabel-penghargaan") == [["1", "Layanan terbaik", "Kementerian Contoh", "Nasional"]]
    assert titles.index("Inovasi dan Penghargaan") == titles.index("Realisasi Anggaran") + 1


def test_assets_stand_beside_the_staff() -> None:
    record = replace(of(indicator()), assets=(Asset(YEAR, "Mobil", 4, "unit", "Baik"), Asset(2024, "Lama", 1)))

    assert cells(record, "tabel-aset") == [["Mobil", "4", "unit", "Baik"]]


def test_a_record_without_them_has_none_of_these_headings() -> None:
    text = words(of(indicator()))

    assert not any(name in text for name in ("Survei", "Rekomendasi", "Inovasi", "Sarana dan prasarana"))


def test_the_index_of_a_survey_can_be_opened() -> None:
    document = report(replace(of(indicator()), surveys=(LICENCES,)))
    opened = {
        inline.explanation
        for block in blocks(document)
        for inline in inlines(block)
        if isinstance(inline, Text) and inline.explanation
    }

    assert "ikm/SKM1/2025" in opened
    assert opened <= {explanation.id for explanation in document.explanations}
