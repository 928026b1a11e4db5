"""What the figures of a table state: of what, which measure, when."""

from saksama.understanding.names import canonical
from saksama.understanding.reading import FactKey, Measure, Statement, SubjectKind
from saksama.understanding.table_statements import table_statements, unstated_figures
from saksama.understanding.tables import understand_tables
from tests.understanding.grids import document, heading, paragraph, table, understood


def stated(lines: str, caption: str = "") -> tuple[Statement, ...]:
    return table_statements([understood(lines, caption=caption)], matched=lambda kind, text: canonical(text, kind))


def facts(found: tuple[Statement, ...]) -> list[tuple[str, str, str]]:
    """Subject, measure and printed figure."""
    return [(each.key.subject, each.key.measure.value, each.figure.text) for each in found]


def test_the_key_says_all_that_makes_a_fact() -> None:
    (found,) = stated("Program | Pagu Setelah Perubahan 2023\n1. Program Pelayanan | 1.200.000.000")

    assert found.key == FactKey(
        SubjectKind.PROGRAMME, "pelayanan", Measure.APPROPRIATION, period="2023", version="perubahan"
    )
    assert (found.subject_text, found.table, found.row, found.column) == ("1. Program Pelayanan", 0, 0, 1)


def test_an_objective_without_indicator_is_itself_the_subject() -> None:
    found = stated(
        "Sasaran | Indikator | Target\nMeningkatnya A | Persentase A | 40\nMeningkatnya mutu layanan | | 90%"
    )

    assert facts(found)[1] == ("meningkatnya mutu layanan", "target", "90%")
    assert found[1].key.kind is SubjectKind.OBJECTIVE


def test_money_that_spans_the_indicators_of_an_objective_is_the_objectives() -> None:
    found = stated(
        """
        Sasaran | Indikator | Target | Pagu (Rp)
        Meningkatnya A [1x2] | Persentase B | 40 | 1.200.000.000 [1x2]
        Persentase C | 50
        """
    )

    assert [each for each in facts(found) if each[1] == "appropriation"] == [
        ("meningkatnya a", "appropriation", "1.200.000.000")
    ]


def test_two_programmes_in_one_cell_have_a_figure_each() -> None:
    found = stated(
        "Indikator | Target | Program | Anggaran (Rp)\n"
        "Persentase A | 40 | 1. Kewaspadaan Daerah 2. Wawasan Kebangsaan | 2.149.146.604 532.633.400"
    )

    assert facts(found)[1:] == [
        ("kewaspadaan daerah", "appropriation", "2.149.146.604"),
        ("wawasan kebangsaan", "appropriation", "532.633.400"),
    ]


def test_the_total_of_everything_is_the_agencys() -> None:
    found = stated("Program | Anggaran\nProgram A | 1.200.000\nProgram B | 1.300.000\nJUMLAH | 2.500.000")

    assert found[-1].key.kind is SubjectKind.AGENCY
    assert facts(found)[-1] == ("", "appropriation", "2.500.000")


def test_the_total_below_an_objectives_heading_is_the_objectives() -> None:
    (found,) = understand_tables(
        document(
            heading("Sasaran 2: Meningkatnya kinerja pelayanan", 4),
            table("Program | Anggaran\nProgram A | 1.200.000\nJUMLAH | 1.200.000"),
        ),
        year=2024,
    )

    said = table_statements([found], matched=lambda kind, text: canonical(text, kind))
    assert facts(said)[-1] == ("meningkatnya kinerja pelayanan", "appropriation", "1.200.000")


def test_an_average_below_an_objectives_indicators_is_the_objectives() -> None:
    found = stated(
        """
        Sasaran | Indikator | Target | Realisasi | Capaian
        Meningkatnya A | Persentase B | 40 | 40 | 100%
        | Persentase C | 50 | 50 | 100%
        | Rata-rata Capaian | | | 100%
        """
    )

    assert facts(found)[-1] == ("meningkatnya a", "average-achievement", "100%")


def test_a_name_that_stands_below_several_parents_is_several_facts() -> None:
    found = stated(
        """
        No | Uraian | Anggaran
        I | Program A | 3.000.000
        1 | Belanja Barang | 3.000.000
        II | Program B | 5.000.000
        1 | Belanja Barang | 5.000.000
        """
    )

    assert [each.key.subject for each in found] == ["a", "belanja barang (a)", "b", "belanja barang (b)"]


def test_a_scale_states_nothing_of_a_subject() -> None:
    assert stated("Nilai (%) | Predikat\n90 | Baik\n60 | Cukup", caption="Skala Penilaian Capaian") == ()


def test_a_rating_is_stated_as_its_word() -> None:
    found = stated("Indikator | Capaian (%) | Predikat\nPersentase A | 95,5 | Sangat Baik\nPersentase B | 95,5 | -")

    assert [each for each in facts(found) if each[1] == "rating"] == [("persentase a", "rating", "Sangat Baik")]


def test_what_no_column_explains_is_left_over_and_counted_once() -> None:
    tables = understand_tables(
        document(paragraph("Teks."), table("Golongan | Laki-laki | Perempuan\nIV | 3 | 4\nIII | 5 [2x1]"))
    )

    left = unstated_figures(tables, table_statements(tables, matched=lambda kind, text: canonical(text, kind)))
    assert [each.text for each in left] == ["3", "4", "5"]


def test_months_and_quarters_below_one_header_are_their_own_periods() -> None:
    found = stated(
        """
        Indikator [1x2] | Target Bulan [2x1] | Realisasi Pada Triwulan [2x1]
        Januari | Februari | I | II
        Persentase A | 4 | 5 | 4,1 | 5,1
        """
    )

    assert [each.key.period for each in found] == ["2024-M01", "2024-M02", "2024-TW1", "2024-TW2"]


def test_differences_in_rupiah_from_different_things_are_different_facts() -> None:
    to_end = stated(
        "Indikator | Satuan | Target Akhir 2026 | Realisasi 2023 | Kemajuan (%) | Selisih\n"
        "Retribusi yang dipungut | Rupiah | 3.375.000.000 | 2.204.517.559 | 65,32 | 1.170.482.441"
    )
    to_another = stated(
        "Indikator | Satuan | Realisasi 2023 | Pembanding | Nilai | Selisih\n"
        "Retribusi yang dipungut | Rupiah | 2.204.517.559 | Nasional | 2.128.155.826 | 76.361.733"
    )

    assert (to_end[-1].key.measure, to_end[-1].key.aspect) == (Measure.VARIANCE, "target akhir")
    assert (to_another[-1].key.measure, to_another[-1].key.comparator) == (Measure.VARIANCE, "nasional")


def test_what_is_left_of_a_budget_stays_a_remainder() -> None:
    found = stated("Program | Anggaran (Rp) | Realisasi (Rp) | Sisa\nPelayanan | 1.200.000 | 1.000.000 | 200.000")

    assert facts(found)[-1] == ("pelayanan", "remainder", "200.000")


def test_an_indicator_in_rupiah_has_its_budget_right_of_it() -> None:
    found = stated(
        "Indikator | Satuan | Target | Realisasi | Capaian (%) | Anggaran (Rp) | Realisasi (Rp) | %\n"
        "Retribusi yang dipungut | Rupiah | 2.000.000.000 | 2.200.000.000 | 110 | 500.000.000 | 450.000.000 | 90"
    )

    assert [measure for _, measure, _ in facts(found)] == [
        *("target", "actual", "achievement"),
        *("appropriation", "expenditure", "absorption"),
    ]


def test_a_quarter_beside_the_indicator_is_the_period_of_its_row() -> None:
    found = stated(
        """
        Indikator | Triwulan | Target TW Ini | Realisasi TW Ini | Realisasi s.d. TW
        Jumlah dokumen A [1x2] | TW I | 5 | 4 | 4
        TW II | 5 | 6 | 10
        """,
        caption="Target dan Realisasi Triwulanan Tahun 2023",
    )

    assert [(each.key.subject, each.key.measure.value, each.key.period, each.figure.text) for each in found] == [
        ("jumlah dokumen a", "target", "2023-TW1", "5"),
        ("jumlah dokumen a", "actual", "2023-TW1", "4"),
        ("jumlah dokumen a", "actual", "2023-sdTW1", "4"),
        ("jumlah dokumen a", "target", "2023-TW2", "5"),
        ("jumlah dokumen a", "actual", "2023-TW2", "6"),
        ("jumlah dokumen a", "actual", "2023-sdTW2", "10"),
    ]


def test_a_column_of_other_words_says_no_period() -> None:
    found = stated(
        "Indikator | Sumber | Realisasi\nPersentase A | TW I | 5\nPersentase B | Bidang II | 6", "Tahun 2023"
    )

    assert {each.key.period for each in found} == {"2023"}


def test_the_name_above_stands_for_the_quarters_below_it() -> None:
    found = stated(
        "Indikator | Triwulan | Realisasi s.d. TW\nJumlah dokumen A | TW I | 4\n | TW II | 10\n | TW III | 15"
    )

    assert [(each.key.subject, each.key.period[-5:], each.figure.text) for each in found] == [
        ("jumlah dokumen a", "sdTW1", "4"),
        ("jumlah dokumen a", "sdTW2", "10"),
        ("jumlah dokumen a", "sdTW3", "15"),
    ]
