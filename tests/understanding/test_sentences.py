import pytest

from saksama.documents.document import Document, Heading, Paragraph, Part, PartKind, Text
from saksama.kernel.provenance import Place
from saksama.understanding.prose import read_sentences
from saksama.understanding.reading import Measure, SentenceRole, SubjectKind
from tests.understanding.prose_builder import (
    CLINICS,
    IDENTITY,
    INDEX,
    OBJECTIVE,
    PROGRAMME,
    SUBJECTS,
    WATER,
    document,
    read,
    said,
    subject,
)

# Each sentence with what it states; the wording is that of reports, the subjects are invented.
CASES: list[tuple[str, list[str]]] = [
    (
        f"Indikator 1 : {WATER} dengan target 67,5 telah berhasil tercapai sebesar 93,28%.",
        ["67,5 target indicator 2021", "93,28% actual indicator 2021"],
    ),
    (
        f"{WATER}: target 67,5%, realisasi 93,28%, capaian 138,19%, termasuk kategori “Baik”.",
        ["67,5% target indicator 2021", "93,28% actual indicator 2021", "138,19% achievement indicator 2021"],
    ),
    (
        f"{WATER} tercapai 100% dari target 80% sehingga capaian kinerjanya 125%.",
        ["100% actual indicator 2021", "80% target indicator 2021", "125% achievement indicator 2021"],
    ),
    (
        f"{INDEX} dengan capaian sebesar 89.79 dari target sebesar 89.55 yang direncanakan.",
        ["89.79 actual indicator 2021", "89.55 target indicator 2021"],
    ),
    (
        (
            "Capaian untuk indikator ILP tahun 2020 adalah 91,5 dibandingkan dengan target tahun 2021 yaitu 91,36 maka "
            "realisasi capaian adalah 100,1%."
        ),
        ["91,5 actual indicator 2020", "91,36 target indicator 2021", "100,1% achievement indicator 2021"],
    ),
    (
        f"{WATER}: realisasi naik 36,14 poin persen dari 57,14% pada tahun 2020 menjadi 93,28%.",
        [
            "36,14 poin persen change/actual indicator 2021",
            "57,14% actual indicator 2020",
            "93,28% actual indicator 2021",
        ],
    ),
    (
        f"Nilai {INDEX} meningkat dari tahun 2020 sebesar 57,14 menjadi 93,28 di tahun 2021.",
        ["57,14 actual indicator 2020", "93,28 actual indicator 2021"],
    ),
    (
        f"{INDEX} pada tahun 2021 tercatat sebesar 0,399, menurun dibandingkan tahun 2020 yang sebesar 0,430.",
        ["0,399 actual indicator 2021", "0,430 actual indicator 2020"],
    ),
    (
        (
            f"{WATER}: tingkat kemajuan 94,82% dari target akhir 84,9; realisasi masih harus ditingkatkan 4,40 poin "
            "sampai akhir periode."
        ),
        [
            "94,82% progress indicator 2021",
            "84,9 end-target indicator 2023",
            "4,40 poin variance/target akhir indicator 2023",
        ],
    ),
    (
        f"{WATER}: realisasi 71,5% berada 3,50 poin persen di bawah pembanding nasional (75%).",
        [
            "71,5% actual indicator 2021",
            "3,50 poin persen variance indicator 2021 nasional",
            "75% benchmark indicator 2021 nasional",
        ],
    ),
    (
        "Rata-rata capaian 162,73%, atau 100,00% bila tiap capaian dibatasi 100%.",
        ["162,73% average-achievement agency 2021", "100,00% average-achievement/dibatasi agency 2021"],
    ),
    (
        "Rata-rata capaian 94,10%, dan bila tiap capaian dibatasi 100% menjadi 90,00%.",
        ["94,10% average-achievement agency 2021", "90,00% average-achievement/dibatasi agency 2021"],
    ),
    (
        "Penyerapan anggaran pada tahun 2021 sebesar 90,41% dari total anggaran yang dialokasikan.",
        ["90,41% absorption agency 2021"],
    ),
    (
        (
            "Dinas mendapatkan anggaran sebesar Rp. 186.627.878.000,- dengan realisasi penyerapan anggaran sebesar "
            "Rp. 181.390.101.434,17 atau 97,19% dengan rincian sebagai berikut."
        ),
        [
            "Rp. 186.627.878.000,- appropriation agency 2021",
            "Rp. 181.390.101.434,17 expenditure agency 2021",
            "97,19% absorption agency 2021",
        ],
    ),
    (
        (
            "Anggaran yang digunakan mencapai Rp4.364.506.894 dari pagu Rp4.827.274.899, atau 90,41%, sehingga tersisa "
            "Rp462.768.005."
        ),
        [
            "Rp4.364.506.894 expenditure agency 2021",
            "Rp4.827.274.899 appropriation agency 2021",
            "90,41% absorption agency 2021",
            "Rp462.768.005 remainder agency 2021",
        ],
    ),
    (
        "Anggaran murni sebesar Rp 1.000.000 berubah dan setelah perubahan anggaran menjadi Rp 1.200.000.",
        ["Rp 1.000.000 appropriation agency 2021 murni", "Rp 1.200.000 appropriation agency 2021 perubahan"],
    ),
    (
        f"{PROGRAMME} mendukung indikator “{WATER}”, melalui 4 (empat) kegiatan, dengan serapan anggaran 87,90%.",
        ["4 (empat) count/kegiatan programme 2021", "87,90% absorption programme 2021"],
    ),
    (
        (
            f"Indikator {WATER} telah mencapai kinerja sebesar 95.2% dengan efisiensi anggaran Rp. 31.626.313,- "
            "atau 1.19%."
        ),
        [
            "95.2% achievement indicator 2021",
            "Rp. 31.626.313,- efficiency indicator 2021",
            "1.19% efficiency indicator 2021",
        ],
    ),
    (
        "Pada tahun 2021, Dinas Kesehatan Kabupaten Contoh memuat 2 (dua) sasaran dengan 3 (tiga) indikator.",
        ["2 (dua) count/sasaran agency 2021", "3 (tiga) count/indikator agency 2021"],
    ),
    (
        "Dari 8 kegiatan, 6 terlaksana dan 2 tidak terlaksana.",
        [
            "8 count/kegiatan agency 2021",
            "6 count/kegiatan terlaksana agency 2021",
            "2 count/kegiatan tidak terlaksana agency 2021",
        ],
    ),
    (
        "Sebanyak 1 (satu) dari 3 (tiga) indikator belum mencapai target.",
        ["1 (satu) count/indikator belum tercapai agency 2021", "3 (tiga) count/indikator agency 2021"],
    ),
    (
        "Renstra Tahun 2019–2023 memuat 2 (dua) tujuan dan DUA sasaran strategis.",
        ["2 (dua) count/tujuan agency 2019-2023", "DUA count/sasaran agency 2019-2023"],
    ),
    (
        f"Indikator yang belum mencapai target: {WATER} (94,20%) dan {CLINICS} (80,00%).",
        ["94,20% achievement indicator 2021", "80,00% achievement indicator 2021"],
    ),
    (
        f"Nilai {INDEX} meningkat dari tahun 2020 sebesar 57,14 menjadi 93,28.",
        ["57,14 actual indicator 2020", "93,28 actual indicator 2021"],
    ),
    (
        "Dibandingkan dengan capaian kinerja tahun 2020, capaian kinerja mengalami penurunan sebesar 17,09%.",
        ["17,09% change/achievement agency 2021"],
    ),
    (
        f"Realisasi {INDEX} pada Dinas Kesehatan Kabupaten Contoh di tahun 2021 adalah 70,8 dari target 64.",
        ["70,8 actual indicator 2021", "64 target indicator 2021"],
    ),
    (
        f"{WATER}: target rencana 80%, target perjanjian 75%.",
        ["80% target indicator 2021 rencana", "75% target indicator 2021"],
    ),
    (
        f"{CLINICS}: realisasi naik 2 dari 5 pada tahun 2020 menjadi 7 kegiatan.",
        ["2 change/actual indicator 2021", "5 actual indicator 2020", "7 actual indicator 2021"],
    ),
    (
        f"{WATER}: realisasi tetap 80%, sama dengan tahun 2020.",
        ["80% actual indicator 2021"],
    ),
    (
        "Rata-rata capaian 2 (dua) indikator yang dapat dihitung adalah 94,10%.",
        ["2 (dua) count/indikator dihitung agency 2021", "94,10% average-achievement agency 2021"],
    ),
    (
        "Rata-rata capaian 94,10%; rata-rata ini baru mencakup 2 dari 3 indikator.",
        [
            "94,10% average-achievement agency 2021",
            "2 count/indikator sebagian agency 2021",
            "3 count/indikator agency 2021",
        ],
    ),
    (
        "Realisasi anggaran mencapai Rp1.100, atau 110,00%, sehingga melampaui pagu sebesar Rp100.",
        [
            "Rp1.100 expenditure agency 2021",
            "110,00% absorption agency 2021",
            "Rp100 remainder/melebihi pagu agency 2021",
        ],
    ),
    (
        f"Program yang realisasi anggarannya melebihi pagu: {PROGRAMME} (101,20%).",
        ["101,20% absorption programme 2021"],
    ),
    (
        "Realisasi anggaran sampai dengan triwulan III sebesar 61,20%.",
        ["61,20% absorption agency 2021-sdTW3"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_a_sentence_is_read_into_what_it_states(sentence: str, expected: list[str]) -> None:
    assert said(read(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Sebanyak 2.183 alat peraga ditertibkan dan 70-80% warga setuju.",
        "Penggunaan kontrasepsi modern mencapai 50,5 persen.",
        "Kepuasan warga terhadap angkutan adalah sebesar 79,77 dengan target sebesar 80.",
        "Persentase kunjungan pasar rakyat, dengan capaian kinerja 125,60%.",
        "Dasar hukumnya Peraturan Bupati Nomor 29 Tahun 2019.",
    ],
)
def test_figures_of_unknown_things_state_nothing(sentence: str) -> None:
    assert said(read(f"Indikator 1 : {WATER}", sentence)) == []


def test_what_is_not_linked_is_counted() -> None:
    prose = read("Sebanyak 2.183 alat peraga ditertibkan.")

    assert [figure.text for figure in prose.unlinked] == ["2.183"]


def test_a_figure_without_a_name_is_about_the_label_above_it() -> None:
    prose = read(f"Indikator 1 : {WATER}", "Yang mempunyai target 80% dan sudah mencapai realisasi capaian 100%.")

    assert {statement.key.subject for statement in prose.statements} == {"persentase rumah tangga berair bersih"}


def test_a_figure_without_a_name_is_about_the_heading_above_it() -> None:
    heading = Heading(4, f"Sasaran 1: {OBJECTIVE}", "s1")

    prose = read(heading, "Sasaran ini diukur dengan 2 (dua) indikator.", "Rata-rata capaian sasaran ini 94,10%.")

    assert {statement.key.subject for statement in prose.statements} == {"meningkatnya kesehatan masyarakat pesisir"}


def test_a_new_heading_ends_what_was_above() -> None:
    first = Heading(4, f"Sasaran 1: {OBJECTIVE}", "s1")

    prose = read(first, Heading(2, "Realisasi Anggaran", "b"), "Serapan anggaran 90,41%.")

    assert said(prose) == ["90,41% absorption agency 2021"]


def test_the_reached_figure_may_be_actual_or_achievement() -> None:
    prose = read(f"{WATER} dengan target 40% tercapai sebesar 100%.")

    assert prose.statements[1].key.measure is Measure.ACTUAL
    assert prose.statements[1].alternatives == (Measure.ACHIEVEMENT,)


def test_a_slip_in_a_name_still_finds_its_subject() -> None:
    prose = read("Indikator Prosentase rumah tangga berair berish tercapai sebesar 93,28%.")

    assert [statement.key.subject for statement in prose.statements] == ["persentase rumah tangga berair bersih"]


def test_numbers_inside_a_name_are_not_figures() -> None:
    prose = read(f"Sasaran 1, {OBJECTIVE}: rata-rata capaian 94,10%.")

    assert said(prose) == ["94,10% average-achievement objective 2021"]


def test_a_budget_row_that_names_the_agency_is_no_subject_of_sentences() -> None:
    row = subject(SubjectKind.PROGRAMME, "Dinas Kesehatan")

    prose = read_sentences(
        document("Dinas Kesehatan Kabupaten Contoh mendapat anggaran sebesar Rp 5.000."),
        (*SUBJECTS, row),
        identity=IDENTITY,
        scale=None,
    )

    assert said(prose) == ["Rp 5.000 appropriation agency 2021"]


def test_direct_and_indirect_spending_stand_apart_where_the_document_parts_them() -> None:
    both = read("Anggaran belanja langsung sebesar Rp 5.000 dan belanja tidak langsung sebesar Rp 3.000.")
    one = read("Serapan anggaran belanja langsung sebesar 90%.")

    assert [statement.key.subject for statement in both.statements] == ["belanja langsung", "belanja tidak langsung"]
    assert [statement.key.subject for statement in one.statements] == [""]


def test_roles_tell_what_kind_of_sentence_it_is() -> None:
    prose = read("Serapan anggaran 90%. Rata-rata capaian 94%. Terdapat 3 (tiga) indikator. Hal ini baik.")

    assert [sentence.role for sentence in prose.sentences] == [
        SentenceRole.ABSORBED,
        SentenceRole.AVERAGED,
        SentenceRole.COUNTED,
        SentenceRole.OTHER,
    ]


def test_each_figure_knows_its_run_and_how_far_into_the_paragraph_it_stands() -> None:
    runs = (Text("Serapan ", place=Place(path="p3", start=0)), Text("anggaran 90%.", place=Place(path="p3", start=8)))
    made = Document("", "", None, (Part(PartKind.BODY, (Paragraph(runs),)),))

    prose = read_sentences(made, SUBJECTS, identity=IDENTITY, scale=None)

    assert prose.statements[0].figure.place == Place(path="p3", start=17)


def test_text_longer_than_any_sentence_is_counted_and_not_explained() -> None:
    prose = read(f"{WATER} target 12,5% naik dari " * 2_000)

    assert prose.statements == ()
    assert len(prose.unlinked) == 2_000


def test_a_name_that_was_cut_short_is_not_taken_for_the_longer_one_that_the_sentence_goes_on_with() -> None:
    names = (
        "Persentase armada",
        "Persentase armada (kapal laut) terhadap PDRB",
        "Persentase armada (udara) terhadap PDRB",
    )
    prose = read_sentences(
        document("Persentase armada (kapal laut) pada tahun 2021 terealisasi sebesar 0,27%."),
        [subject(SubjectKind.INDICATOR, name) for name in names],
        identity=IDENTITY,
        scale=None,
    )

    assert prose.statements[0].key.subject == "persentase armada kapal laut terhadap pdrb"


def test_what_comes_whole_has_no_three_decimals() -> None:
    (sentence,) = read(f"Realisasi {CLINICS} sebanyak 1.234 unit dan luasnya 1.234 hektare.").sentences

    assert [figure.chosen and figure.chosen.value for figure in sentence.figures] == [1234, None]
