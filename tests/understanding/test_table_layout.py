"""Tables as pages cut them: stitched, headed, repaired, nothing counted twice."""

from dataclasses import replace

from saksama.documents.document import Cell, Column, Figure, Landscape, PageBreak, Row, RowKind, Table, Text
from saksama.documents.pictures import Image
from saksama.kernel.provenance import Place
from saksama.understanding.reading import Chapter, RowRole
from saksama.understanding.tables import understand_tables
from tests.understanding.grids import document, heading, labels, measures, paragraph, printed, row, table, understood

HEADER = "No | Uraian | Anggaran | Realisasi | %"
FIRST = f"{HEADER}\n1 | Jasa surat | 1.200.000 | 1.100.000 | 91,67"


def test_a_table_goes_on_below_a_repeated_header() -> None:
    second = f"{HEADER}\n2 | Jasa listrik | 2.000.000 | 1.000.000 | 50,00"

    (found,) = understand_tables(document(table(FIRST), PageBreak(), table(second)))

    assert labels(found) == ["Jasa surat", "Jasa listrik"]


def test_a_table_goes_on_without_a_header() -> None:
    (found,) = understand_tables(
        document(table(FIRST), paragraph("12"), table("2 | Jasa listrik | 2.000.000 | 1.000.000 | 50,00"))
    )

    assert labels(found) == ["Jasa surat", "Jasa listrik"]


def test_a_row_of_percentages_at_the_top_of_a_page_is_no_header() -> None:
    first = "No | Sasaran | Indikator | Target 2022\n1 | Air bersih | Persentase rumah | 78,92%"

    (found,) = understand_tables(
        document(table(first), table("2 | Tata kelola kinerja | Persentase temuan | 14,67%\n3 | Jalan | Persen | 5%"))
    )

    assert labels(found) == ["Persentase rumah", "Persentase temuan", "Persen"]


def test_what_stands_below_the_column_numbers_is_no_header() -> None:
    first = "Unsur | Keterangan\n(1) | (2)\nRumus | R / T"

    (found,) = understand_tables(
        document(table(first), table("Unsur | Keterangan\n(1) | (2)\nSatuan | %\nAlasan pemilihan | belum diisi"))
    )

    assert [line[0] for line in found.texts] == ["Rumus", "Satuan", "Alasan pemilihan"]


def test_an_ornament_and_running_lines_between_pages_separate_nothing() -> None:
    running = [
        replace(paragraph(f"Laporan Kinerja Dinas Contoh III.{number}"), place=Place(page=number))
        for number in range(5)
    ]
    ornament = Figure(Image("image/png", b"", "", 1, 1), "", "")

    (found,) = understand_tables(
        document(*running[1:], table(FIRST), ornament, running[0], table("2 | Listrik | 2.000 | 1.000 | 50,00"))
    )

    assert labels(found) == ["Jasa surat", "Listrik"]


def test_a_new_caption_begins_a_new_table() -> None:
    found = understand_tables(document(table(FIRST), paragraph("Tabel 3.2 Belanja Modal"), table(FIRST)))

    assert [each.caption for each in found] == ["", "Belanja Modal"]


def test_a_sentence_between_two_tables_separates_them() -> None:
    between = paragraph("Adapun rincian belanja modal pada tahun berjalan disajikan sebagai berikut.")

    assert len(understand_tables(document(table(FIRST), between, table(FIRST)))) == 2


def test_a_sentence_that_comes_before_each_table_is_no_running_line() -> None:
    introduced = [(paragraph(f"Rincian kegiatan {number} sebagai berikut."), table(FIRST)) for number in range(5)]

    assert len(understand_tables(document(*(block for pair in introduced for block in pair)))) == 5


def test_a_continued_caption_continues_the_table() -> None:
    (found,) = understand_tables(
        document(table(FIRST), paragraph("Lanjutan Tabel 3.1"), table(f"{HEADER}\n2 | Listrik | 2.000 | 1.000 | 50,00"))
    )

    assert labels(found) == ["Jasa surat", "Listrik"]


def test_a_header_cut_into_other_levels_is_still_the_same() -> None:
    first = "No | Uraian | Pagu (Rp) | Realisasi (Rp)\n1 | Jasa surat | 1.200.000 | 1.100.000"
    second = "No | Uraian | Pagu | Realisasi\n | | (Rp) | (Rp)\n2 | Jasa listrik | 2.000.000 | 1.000.000"

    (found,) = understand_tables(document(table(first, header=1), table(second, header=2)))

    assert labels(found) == ["Jasa surat", "Jasa listrik"]


def test_a_caption_over_two_lines_is_one() -> None:
    (found,) = understand_tables(document(paragraph("Tabel. 3.2"), paragraph("Belanja Tahun 2024"), table(FIRST)))

    assert (found.number, found.caption) == ("Tabel 3.2", "Belanja Tahun 2024")
    assert measures(found)[2:] == ["appropriation 2024", "expenditure 2024", "absorption 2024"]


def test_a_caption_inside_the_table_is_its_caption() -> None:
    inside = f"Tabel 4.1 Belanja Tahun 2023 [5x1]\n{FIRST}"

    (found,) = understand_tables(document(table(inside)))

    assert (found.number, found.caption, len(found.rows)) == ("Tabel 4.1", "Belanja Tahun 2023", 1)


def test_nested_tables_are_tables_of_their_own() -> None:
    inner = table("Indikator | Target 2024\nPersentase layanan | 80")
    outer = Table(
        (Column(1.0), Column(1.0)),
        (),
        (row("Uraian | Isi"), Row((Cell((Text("Rincian"),)), Cell((), tables=(inner,))))),
    )

    found = understand_tables(document(outer))

    assert [measures(each)[1:] for each in found] == [[""], ["target 2024"]]


def test_landscape_pages_belong_to_the_table() -> None:
    second = table(f"{HEADER}\n2 | Jasa listrik | 2.000.000 | 1.000.000 | 50,00")

    (found,) = understand_tables(document(table(FIRST), Landscape((second,))))

    assert labels(found) == ["Jasa surat", "Jasa listrik"]


def test_the_column_numbers_are_no_row() -> None:
    for numbers in (
        "(1) | (2) | (3) | (4) | (5)",
        "1 | 2 | 2 | 3 | 5",
        "−1 | −2 | −3 | −4 | −5",
        "1|2|3|4|5 = 4/3",
        "a|b|c|d|e",
    ):
        found = understood(f"{HEADER}\n{numbers}\n1 | Jasa surat | 1.200.000 | 1.100.000 | 91,67")
        assert labels(found) == ["Jasa surat"], numbers


def test_the_numbers_1_2_3_in_data_are_data() -> None:
    found = understood("No | Indikator | Target | Realisasi\n1 | Jumlah rute | 2 | 3\n2 | Jumlah kapal | 3 | 4")

    assert printed(found, 2) == ["2", "3"]


def test_a_declared_header_that_holds_figures_is_cut() -> None:
    found = understood(
        "No | Indikator | Target | Realisasi\n1 | Persentase layanan | 75,5 | 72,06\n2 | Persentase izin | 80,1 | 81,2",
        header=2,
    )

    assert labels(found) == ["Persentase layanan", "Persentase izin"]


def test_spans_repeat_and_are_marked() -> None:
    found = understood(
        """
        Program | Indikator | Target | Realisasi Anggaran (Rp)
        Program A [1x2] | Persentase A | 40 | 245.579.381 [1x2]
        Persentase B | 50
        """
    )

    assert printed(found, 0) == ["Program A", "Program A"]
    assert printed(found, 3) == ["245.579.381", "245.579.381"]
    assert found.repeats == {(1, 0), (1, 3)}


def test_an_empty_stub_is_filled_down_but_an_empty_indicator_is_not() -> None:
    found = understood(
        """
        Sasaran | Indikator | Target
        Meningkatnya A | Persentase A | 40
         | Persentase B | 50
        Meningkatnya C | | 60
        """
    )

    assert printed(found, 0) == ["Meningkatnya A", "Meningkatnya A", "Meningkatnya C"]
    assert printed(found, 1) == ["Persentase A", "Persentase B", ""]
    assert found.repeats == {(1, 0)}


def test_a_label_that_goes_on_in_the_next_row_is_one() -> None:
    found = understood(
        f"""
        {HEADER}
        18 | Fasilitasi peran partai dan | 40.985.000 | 32.368.500 | 78,98%
         | bantuan keuangan partai | | |
        """
    )

    assert labels(found) == ["Fasilitasi peran partai dan bantuan keuangan partai"]


def test_figures_that_came_after_the_page_break_join_their_label() -> None:
    first = f"{HEADER}\n18 | Fasilitasi peran partai dan | | | 78,98%"
    second = f"{HEADER}\n | bantuan keuangan partai | 40.985.000 | 32.368.500 |"

    (found,) = understand_tables(document(table(first), table(second)))

    assert found.texts == (
        ("18", "Fasilitasi peran partai dan bantuan keuangan partai", "40.985.000", "32.368.500", "78,98%"),
    )


def test_figures_below_a_label_of_their_own_row_join_it() -> None:
    found = understood(f"{HEADER}\n | Fasilitasi peran partai | | |\n18 | | 40.985.000 | 32.368.500 | 78,98%")

    assert labels(found) == ["Fasilitasi peran partai"]
    assert printed(found, 2) == ["40.985.000"]


def test_a_figure_that_finds_its_place_taken_stays_in_a_note() -> None:
    first = "Indikator | Target | Pagu (Rp) | %\nPersentase partisipasi politik dan | 80 | 266.131.500 | 92,28"
    second = "Indikator | Target | Pagu (Rp) | %\nperan serta ormas | | 93,28% |"

    (found,) = understand_tables(document(table(first), table(second)))

    assert labels(found) == ["Persentase partisipasi politik dan peran serta ormas", ""]
    assert [each.role for each in found.rows] == [RowRole.DATA, RowRole.NOTE]
    assert printed(found, 2) == ["266.131.500", "93,28%"]


def test_a_code_that_the_page_break_cut_is_whole_again() -> None:
    top = "Kode [2x1] | Kegiatan | Anggaran | Realisasi"
    first = f"{top}\n19 | 049 | Papan | 175.000.000 | 168.950.900\n1 | 0 | Patok | 4.734.284.508 | 4.446.146.700"
    second = f"{top}\n9 | 50 | Tikungan | |\n19 | 052 | Lampu | 3.820.360.000 | 3.468.196.570"

    (found,) = understand_tables(document(table(first, header=1), table(second, header=1)))

    assert [(each.number, each.label) for each in found.rows] == [
        ("19.049", "Papan"),
        ("19.050", "Patok Tikungan"),
        ("19.052", "Lampu"),
    ]


def test_a_stub_that_the_page_break_cut_is_whole_in_all_its_rows() -> None:
    first = "Sasaran | Indikator | Target\nMeningkatnya pelayanan | Persentase A | 40"
    second = "Sasaran | Indikator | Target\ndan keselamatan [1x2] | Persentase B | 50\nPersentase C | 60"

    (found,) = understand_tables(document(table(first), table(second)))

    assert printed(found, 0) == ["Meningkatnya pelayanan dan keselamatan"] * 3


def test_rupiah_in_a_cell_of_its_own_joins_the_figure() -> None:
    found = understood(
        "Uraian | Pagu | | Realisasi |\nJasa surat | Rp | 1.200.000 | Rp | 1.100.000\nListrik | Rp | 2.000.000 | Rp | -"
    )

    figures = [[cell.text for cell in line if cell and cell.text] for line in found.cells]
    assert figures == [["Rp 1.200.000", "Rp 1.100.000"], ["Rp 2.000.000", "Rp -"]]


def test_figures_glued_in_one_cell_are_parted() -> None:
    found = understood(f"{HEADER}\n1 | Jasa surat | 3.365.419.010 3.292.281.687 98,73% | |")

    assert found.texts[0][2:] == ("3.365.419.010", "3.292.281.687", "98,73%")


def test_a_number_broken_over_two_lines_or_rows_is_one() -> None:
    lines = understood("Uraian | Anggaran | Realisasi\nJasa surat | 658.408.424.00\\n0 | 631.716.596.662")
    rows = understood("Uraian | Anggaran | Realisasi\nJasa surat | 658.408.424.00 | 631.716.596.66\n | 0 | 2")

    for found in (lines, rows):
        (cell,) = (line[1] for line in found.cells)
        assert cell is not None
        assert cell.chosen is not None
        assert cell.chosen.value == 658_408_424_000


def test_the_chapter_comes_from_the_nearest_heading_that_says_one() -> None:
    (found,) = understand_tables(
        document(
            heading("BAB II"),
            heading("PERENCANAAN KINERJA"),
            heading("C. Perjanjian Kinerja", 2),
            table("Indikator | Target\nPersentase A | 40"),
        )
    )

    assert found.chapter is Chapter.AGREEMENT


def test_a_declared_number_row_is_left_out() -> None:
    declared = table("Indikator | Target\n(1) | (2)\nPersentase A | 40", header=2)
    numbered = replace(declared, header=(declared.header[0], replace(declared.header[1], kind=RowKind.NUMBERS)))

    (found,) = understand_tables(document(numbered))

    assert measures(found) == ["", "target"]


def test_the_money_of_an_annual_plan_is_a_version_of_its_own() -> None:
    budget = "No | Program | Anggaran (Rp)\n1 | Program Satu | {amount}"

    plan, agreed = understand_tables(
        document(
            paragraph("RENCANA KERJA TAHUNAN (RKT)"),
            paragraph("DINAS CONTOH KOTA UTARA"),
            table(budget.format(amount="360.000.000")),
            paragraph("Rencana kerja tahunan ditetapkan pada awal tahun."),
            table(budget.format(amount="204.817.920")),
        )
    )

    assert (plan.caption, plan.columns[2].version) == ("RENCANA KERJA TAHUNAN (RKT)", "rencana")
    assert (agreed.caption, agreed.columns[2].version) == ("", "")


def test_numbers_that_end_in_their_separator_go_on_below_and_so_do_the_words_beside() -> None:
    found = understood(
        """
        Indikator Kinerja | Satuan | Realisasi 2022 | Nilai | Selisih | Sumber
        Indeks kepuasan | Indeks | 94,62 | 82,07 | 12,55 | Survei
        Retribusi daerah | Rupiah | 2.302. | 3.085. | 782.3 | Badan Pusat
         | | 693.229 | 025.513 | 32.284 | Statistik
        """
    )

    assert labels(found) == ["Indeks kepuasan", "Retribusi daerah"]
    values = [cell.chosen.value if cell and cell.chosen else None for cell in found.cells[1][2:5]]
    assert values == [2_302_693_229, 3_085_025_513, 782_332_284]
    assert " ".join(found.texts[1][5].split()) == "Badan Pusat Statistik"
