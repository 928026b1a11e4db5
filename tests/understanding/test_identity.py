from saksama.documents.document import Document, Heading
from saksama.understanding.identity import identity_of
from tests.understanding.prose_builder import document


def _report(*more: str) -> Document:
    return document(
        "LAPORAN KINERJA INSTANSI PEMERINTAH",
        "DINAS KESEHATAN KABUPATEN CONTOH TAHUN 2021",
        Heading(1, "Pendahuluan", "p"),
        "Peraturan Bupati Nomor 5 Tahun 2016 dan Peraturan Presiden Nomor 29 Tahun 2014 menjadi dasar.",
        "Renstra Dinas Kesehatan Kabupaten Contoh Tahun 2019-2023 memuat tujuan.",
        *more,
    )


def test_agency_government_year_and_plan_are_those_of_the_title() -> None:
    found = identity_of(_report())

    assert found.agency == "Dinas Kesehatan Kabupaten Contoh"
    assert found.government == "Pemerintah Kabupaten Contoh"
    assert found.year == 2021
    assert found.plan_years == (2019, 2023)


def test_years_of_laws_and_of_the_past_do_not_outweigh_the_title() -> None:
    found = identity_of(_report(*["Pada tahun 2018 dan tahun 2019 serta tahun 2018 capaian menurun."] * 3))

    assert found.year == 2021


def test_another_region_in_the_text_is_a_candidate() -> None:
    found = identity_of(_report("Hal ini menjadi tanggung jawab Dinas Kesehatan Kabupaten Lainan."))

    assert found.other_names == ("Kabupaten Lainan", "Dinas Kesehatan Kabupaten Lainan")


def test_a_field_that_is_named_once_and_is_not_the_agencys_is_a_candidate() -> None:
    found = identity_of(_report("Dinas melaksanakan fungsinya di bidang kepegawaian."))

    assert found.other_names == ("di bidang kepegawaian",)


def test_a_document_that_says_nothing_has_no_identity() -> None:
    found = identity_of(document("Halo."))

    assert (found.agency, found.government, found.year, found.plan_years) == ("", "", None, None)


def test_a_year_that_the_text_repeats_without_end_does_not_outweigh_title_and_headings() -> None:
    title = "LAPORAN KINERJA DINAS CONTOH KOTA UTARA TAHUN 2021"
    headings = [Heading(1, f"Capaian Sasaran {number} Tahun 2021", f"s{number}") for number in range(12)]
    found = identity_of(document(title, *headings, *["Realisasi tahun 2020 tidak diketahui."] * 200))

    assert found.year == 2021
