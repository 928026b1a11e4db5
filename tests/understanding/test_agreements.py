"""Agreements inside a report: the head's, and those of divisions, whose targets and money are their own."""

from saksama.understanding.reading import Chapter
from saksama.understanding.tables import understand_tables
from tests.understanding.grids import document, heading, paragraph, table

BUDGET = "No | Program | Anggaran (Rp)\n1 | Program Satu | {amount}"


def test_a_division_s_agreement_is_told_from_the_head_s() -> None:
    found = understand_tables(
        document(
            paragraph("PERJANJIAN KINERJA TAHUN 2023"),
            paragraph("DINAS CONTOH KOTA UTARA"),
            table(BUDGET.format(amount="1.500.000.000")),
            paragraph("PERJANJIAN KINERJA TAHUN 2023"),
            paragraph("KEPALA BIDANG PERENCANAAN"),
            paragraph("DINAS CONTOH KOTA UTARA"),
            table(BUDGET.format(amount="400.000.000")),
            heading("BAB III AKUNTABILITAS KINERJA"),
            table(BUDGET.format(amount="1.500.000.000")),
        ),
        year=2024,
    )

    assert [(each.columns[2].comparator, each.columns[2].period) for each in found] == [
        ("", "2023"),
        ("kepala bidang perencanaan", "2023"),
        ("", "2024"),
    ]
    assert [each.chapter for each in found[:2]] == [Chapter.AGREEMENT, Chapter.AGREEMENT]


def test_the_first_of_two_who_sign_holds_the_agreement() -> None:
    found = understand_tables(
        document(
            paragraph("PERJANJIAN KINERJA"),
            paragraph("Nama : Sari"),
            paragraph("Jabatan : Kepala Dinas Contoh"),
            paragraph("Nama : Budi"),
            paragraph("Jabatan : Sekretaris"),
            table(BUDGET.format(amount="1.500.000.000")),
        ),
        year=2024,
    )

    assert found[0].columns[2].comparator == ""


def test_an_agreement_goes_on_under_its_title_and_ends_before_another_document() -> None:
    found = understand_tables(
        document(
            paragraph("PERJANJIAN KINERJA TAHUN 2023"),
            paragraph("Jabatan : Kasubag. Keuangan dan Aset"),
            paragraph("Jabatan : Sekretaris Dinas Contoh"),
            paragraph("Perjanjian Kinerja Tahun 2023"),
            paragraph("Dinas Contoh Kota Utara"),
            table(BUDGET.format(amount="400.000.000")),
            paragraph("Indikator Kinerja Utama (IKU)"),
            table(BUDGET.format(amount="1.500.000.000")),
        ),
        year=2024,
    )

    assert [each.columns[2].comparator for each in found] == ["kasubag. keuangan dan aset", ""]
    assert [each.columns[2].period for each in found] == ["2023", "2024"]


def test_a_sentence_about_agreements_begins_none() -> None:
    found = understand_tables(
        document(
            paragraph("Perjanjian kinerja ditandatangani oleh kepala dinas dan kepala bidang."),
            paragraph("Kepala Bidang Perencanaan"),
            table(BUDGET.format(amount="1.500.000.000")),
        ),
        year=2024,
    )

    assert found[0].columns[2].comparator == ""


def test_an_agency_s_name_that_ends_in_an_abbreviation_of_a_post_names_no_official() -> None:
    found = understand_tables(
        document(
            paragraph("Perjanjian Kinerja Tahun 2023 Dinas Komunikasi Contoh Kota Utara"),
            table(BUDGET.format(amount="1.500.000.000")),
        ),
        year=2024,
    )

    assert found[0].columns[2].comparator == ""
