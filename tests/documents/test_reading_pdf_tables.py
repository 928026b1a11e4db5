"""Reading tables of digital PDFs: ruled, half ruled and unruled, their cells, headers, captions and places."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saksama.documents import numbering
from saksama.documents.document import Align, Cell, Column, Document, Part, PartKind, Row, RowKind, Table, Text, plain
from saksama.documents.writers import pdf as pdf_writer
from tests.documents.pdf_pages import filled, flow, grid, ground, line, pdf, read_bytes, ruled, tables, write

XS = (72.0, 100.0, 300.0, 400.0, 500.0)
YS = (700.0, 680.0, 660.0, 640.0)
ROWS = (
    ("No", "Indikator", "Target", "Realisasi"),
    ("1", "Indeks kepuasan", "80,5", "82,05"),
    ("2", "Nilai survei", "67,5", "93,28"),
)


def table_of(folder: Path, *contents: str, rotate: int = 0) -> Table:
    (table,) = tables(read_bytes(folder, pdf(*contents, rotate=rotate)))
    return table


def test_ruled_table_is_read_cell_by_cell(tmp_path: Path) -> None:
    table = table_of(tmp_path, ruled(XS, YS) + filled(XS, YS, ROWS, bold_rows=1))

    assert grid(table) == [list(row) for row in ROWS]
    assert len(table.header) == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(2, 6).flatmap(
        lambda columns: st.lists(
            st.lists(
                st.from_regex(r"[A-Z][a-z]{2,7}|[1-9][0-9]{0,2}([.][0-9]{3}){0,2}(,[0-9]{2})?", fullmatch=True),
                min_size=columns,
                max_size=columns,
            ),
            min_size=2,
            max_size=8,
        )
    )
)
def test_any_ruled_grid_comes_back_as_it_was_drawn(tmp_path: Path, rows: list[list[str]]) -> None:
    xs = tuple(60.0 + 80 * number for number in range(len(rows[0]) + 1))
    ys = tuple(700.0 - 18 * number for number in range(len(rows) + 1))

    assert grid(table_of(tmp_path, ruled(xs, ys) + filled(xs, ys, rows))) == rows


def test_dashed_and_double_lines_are_lines(tmp_path: Path) -> None:
    dashes = "".join(line(x, 680, x + 3, 680) for x in range(72, 500, 5))
    double = line(72, 661, 500, 661) + line(72, 659.5, 500, 659.5)
    level = line(72, 700, 500, 700) + dashes + double + line(72, 640, 500, 640)
    upright = "".join(line(x, 700, x, 640) for x in XS)

    table = table_of(tmp_path, level + upright + filled(XS, YS, ROWS))

    assert grid(table) == [list(row) for row in ROWS]


def test_thin_filled_rectangles_are_lines_as_word_draws_them(tmp_path: Path) -> None:
    level = "".join(ground(a, y, b, y + 0.5, "0 0 0") for y in YS for a, b in pairwise(XS))
    upright = "".join(ground(x, b, x + 0.5, a, "0 0 0") for x in XS for a, b in pairwise(YS))

    table = table_of(tmp_path, level + upright + filled(XS, YS, ROWS))

    assert grid(table) == [list(row) for row in ROWS]


def test_merged_cells_keep_their_extent(tmp_path: Path) -> None:
    level = line(72, 700, 500, 700) + line(300, 680, 500, 680) + line(72, 660, 500, 660) + line(72, 640, 500, 640)
    upright = "".join(line(x, 700, x, 640) for x in (72, 100, 300, 500)) + line(400, 680, 400, 640)
    texts = filled(XS, YS, (("No", "Indikator", "Kinerja", ""), ("", "", "Target", "Realisasi"), ROWS[1]), bold_rows=2)

    table = table_of(tmp_path, level + upright + texts)

    first = table.header[0].cells
    assert [(plain(cell.content), cell.rowspan, cell.colspan) for cell in first] == [
        ("No", 2, 1),
        ("Indikator", 2, 1),
        ("Kinerja", 1, 2),
    ]
    assert len(table.header) == 2
    assert grid(table)[-1] == list(ROWS[1])


def test_stub_centred_between_its_rows_belongs_to_all_of_them(tmp_path: Path) -> None:
    level = line(72, 700, 500, 700) + line(300, 680, 500, 680) + line(72, 660, 500, 660)
    upright = "".join(line(x, 700, x, 660) for x in (72, 300, 400, 500))
    texts = write(76, 677, "Sasaran") + "".join(
        write(x, y, text)
        for x, y, text in ((304, 688, "IPG"), (404, 688, "91,5"), (304, 668, "IKG"), (404, 668, "0,4"))
    )

    table = table_of(tmp_path, level + upright + texts)

    assert grid(table) == [["Sasaran", "IPG", "91,5"], ["IKG", "0,4"]]
    assert table.rows[0].cells[0].rowspan == 2


def test_lines_of_a_cell_join_in_order(tmp_path: Path) -> None:
    rows = (("1", "Meningkatnya kualitas\npelayanan masyarakat", "80", "90"),)

    table = table_of(tmp_path, ruled(XS, (700, 660)) + filled(XS, (700, 660), rows) + write(72, 500, "Penutup."))

    assert grid(table) == [["1", "Meningkatnya kualitas pelayanan masyarakat", "80", "90"]]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ("658,408,424,00\n0", "658,408,424,000"),
        ("1.106.206.036.\n226", "1.106.206.036.226"),
        ("171,50\n%", "171,50 %"),
        ("100\n200", "100 200"),
        ("1.234.567\n890.123", "1.234.567 890.123"),
        ("+125.866.\n880", "+125.866.880"),
        ("1.013.\n542\n7.100", "1.013.542 7.100"),
    ],
)
def test_number_broken_over_two_lines_is_joined_only_where_it_is_one(tmp_path: Path, lines: str, read: str) -> None:
    xs, ys = (72.0, 200.0, 288.0), (700.0, 660.0, 620.0)
    rows = (("Program", lines), ("Kegiatan", "1"))

    table = table_of(tmp_path, ruled(xs, ys) + filled(xs, ys, rows))

    cell = table.rows[0].cells[1]
    assert plain(cell.content) == read
    assert [run.text.strip() for run in cell.content] == [part for text in lines.split("\n") for part in text.split()]


@pytest.mark.parametrize(
    ("lines", "width", "read"),
    [
        ("Meningkatny\na kualitas", 70, "Meningkatnya kualitas"),  # as the sentence below the table has it
        ("Pertanggung\njawaban\nanggaran", 70, "Pertanggung jawaban anggaran"),  # words that stand there as well
        ("Penyeleng\ngaraan\nreses", 62, "Penyelenggaraan reses"),  # nowhere whole, and its parts nowhere either
        ("Lamanya\nantrian", 57, "Lamanya antrian"),  # nowhere either, but a word that is whole
        ("MENINGKATNY\nA", 88, "MENINGKATNYA"),
        ("Program/Kegiata\nn", 90, "Program/Kegiatan"),
        ("Jumlah\nbalita", 100, "Jumlah balita"),  # a short line has room for the next letter
        ("2.013.\n542.57\n1", 46, "2.013.542.571"),
    ],
)
def test_what_a_narrow_column_breaks_is_one_word(tmp_path: Path, lines: str, width: int, read: str) -> None:
    xs, ys = (72.0, 72.0 + width, 300.0), (700.0, 640.0, 620.0)
    drawn = ruled(xs, ys) + filled(xs, ys, ((lines, "80"), ("", "75")))
    sentence = write(72, 500, "Meningkatnya pertanggung jawaban ialah kegiatan bersama.")

    assert grid(table_of(tmp_path, drawn + sentence))[0][0] == read


def test_code_that_a_narrow_column_breaks_is_one_code(tmp_path: Path) -> None:
    xs, ys = (72.0, 132.0, 300.0, 400.0), (700.0, 660.0, 620.0)
    rows = (("2.12.01.2.0\n1.0001", "Bimbingan teknis", "7.942"), ("2.12.01.2.\n02", "Pembinaan", "2.804"))

    drawn = ruled(xs, ys) + filled(xs, ys, rows)

    assert [row[0] for row in grid(table_of(tmp_path, drawn))] == ["2.12.01.2.01.0001", "2.12.01.2.02"]


def test_code_in_a_column_of_one_digits_width_is_one_code(tmp_path: Path) -> None:
    xs, ys = (72.0, 85.0, 300.0, 400.0), (700.0, 650.0, 600.0)
    rows = (("0\n1\n9", "Penyusunan dokumen", "7.942"), ("0\n2\n1", "Pembinaan", "2.804"))

    assert [row[0] for row in grid(table_of(tmp_path, ruled(xs, ys) + filled(xs, ys, rows)))] == ["019", "021"]


def test_rupiah_sign_in_a_cell_of_its_own_stays_one(tmp_path: Path) -> None:
    xs = (72.0, 300.0, 330.0, 450.0)
    rows = (("Belanja pegawai", "Rp", "28.017.134"), ("Belanja modal", "Rp", "-"))

    table = table_of(tmp_path, ruled(xs, YS[:3]) + filled(xs, YS, rows))

    assert grid(table) == [list(row) for row in rows]


def test_columns_glued_in_one_run_are_parted_at_their_gaps(tmp_path: Path) -> None:
    xs, ys = (72.0, 175.0, 252.0, 330.0, 380.0), (700.0, 680.0, 660.0)
    glued = write(176, 688, "3.365.419.010  3.292.281.687  98,73%") + write(
        176, 668, "1.365.419.010  1.292.281.687  94,64%"
    )

    table = table_of(tmp_path, ruled(xs, ys) + write(76, 688, "Program I") + write(76, 668, "Program II") + glued)

    assert grid(table)[0] == ["Program I", "3.365.419.010", "3.292.281.687", "98,73%"]


def test_header_ends_where_its_ground_ends_though_no_rule_does(tmp_path: Path) -> None:
    level = "".join(line(72, y, 500, y) for y in (700, 660, 640))
    upright = "".join(line(x, 700, x, 640) for x in XS)

    table = table_of(tmp_path, ground(72, 680, 500, 700) + level + upright + filled(XS, YS, ROWS))

    assert grid(table) == [list(row) for row in ROWS]


def test_rows_between_which_the_rule_is_missing_are_parted(tmp_path: Path) -> None:
    ys = (700.0, 680.0, 620.0)
    rows = ((*ROWS[0],), ("1\n\n2", "Bahan logistik\n\nBarang cetakan", "28,5\n\n16,8", "10,7\n\n9,6"))

    table = table_of(tmp_path, ruled(XS, ys) + filled(XS, ys, rows, bold_rows=1))

    assert grid(table)[1:] == [["1", "Bahan logistik", "28,5", "10,7"], ["2", "Barang cetakan", "16,8", "9,6"]]


def test_rows_between_which_all_cells_stay_blank_are_parted_on_whatever_lines_they_begin(tmp_path: Path) -> None:
    ys = (700.0, 680.0, 580.0)
    one = "a. Kawasan\nbebas banjir\n\n\nb. Embung desa"
    rows = ((*ROWS[0],), ("1\n\n\n\n2", one, "80 %\n\n\n\n2 buah", "80,5\n%\n\n\n2 buah"))

    table = table_of(tmp_path, ruled(XS, ys) + filled(XS, ys, rows, bold_rows=1))

    assert grid(table)[1:] == [
        ["1", "a. Kawasan bebas banjir", "80 %", "80,5 %"],
        ["2", "b. Embung desa", "2 buah", "2 buah"],
    ]


def test_a_list_with_blank_lines_beside_one_figure_stays_one_row(tmp_path: Path) -> None:
    ys = (700.0, 680.0, 620.0)
    rows = ((*ROWS[0],), ("1", "Bahan logistik\n\nBarang cetakan", "28,5", "10,7"))

    table = table_of(tmp_path, ruled(XS, ys) + filled(XS, ys, rows, bold_rows=1))

    assert len(grid(table)[1:]) == 1


@pytest.mark.parametrize("numbers", [("(1)", "(2)", "(3)", "(4)"), ("1", "2", "3", "4"), ("-1", "-2", "-3", "-4")])
def test_row_that_numbers_the_columns_is_header_and_no_figures(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    rows = (ROWS[0], numbers, ROWS[1])

    table = table_of(tmp_path, ruled(XS, YS) + filled(XS, YS, rows))

    assert table.header[-1].kind is RowKind.NUMBERS
    assert [len(table.header), len(table.rows)] == [2, 1]


def test_total_row_is_known_by_its_label(tmp_path: Path) -> None:
    rows = (ROWS[0], ROWS[1], ("", "JUMLAH", "80,5", "82,05"))

    table = table_of(tmp_path, ruled(XS, YS) + filled(XS, YS, rows, bold_rows=1))

    assert [row.kind for row in table.rows] == [RowKind.BODY, RowKind.TOTAL]


def test_turned_header_words_are_read_along_their_own_line(tmp_path: Path) -> None:
    ys = (700.0, 620.0, 600.0, 580.0)
    turned = "BT /FB 10 Tf 0 1 -1 0 352 630 Tm (Target akhir) Tj ET\n"
    rows = (("No", "Indikator", "", "Realisasi"), *ROWS[1:])

    table = table_of(tmp_path, ruled(XS, ys) + filled(XS, ys, rows, bold_rows=1) + turned)

    assert grid(table)[0] == ["No", "Indikator", "Target akhir", "Realisasi"]


def test_table_of_our_own_writer_comes_back_whole(tmp_path: Path) -> None:
    def row(*texts: str, kind: RowKind = RowKind.BODY) -> Row:
        return Row(tuple(Cell((Text(text),)) for text in texts), kind)

    header = Row(
        (
            Cell((Text("Program"),), rowspan=2),
            Cell((Text("Anggaran (Rp)"),), colspan=2),
            Cell((Text("Serapan (%)"),), rowspan=2),
        )
    )
    table = Table(
        columns=(Column(3), Column(1), Column(1), Column(1)),
        header=(header, row("Pagu", "Realisasi"), row("(1)", "(2)", "(3)", "(4)", kind=RowKind.NUMBERS)),
        rows=tuple(
            row(
                f"Program {number} dengan nama yang panjang sekali sampai dua baris",
                f"{number}.879.363.395",
                "1.712",
                "9",
            )
            for number in range(1, 5)
        ),
        label="anggaran",
        caption="Anggaran dan Realisasi",
    )
    document = Document("Judul", "Dinas", date(2021, 2, 26), (Part(PartKind.BODY, (table,)),))

    (read,) = tables(read_bytes(tmp_path, pdf_writer.write(numbering.resolve(document))))

    assert grid(read) == grid(table)
    assert [(cell.rowspan, cell.colspan) for cell in read.header[0].cells] == [(2, 1), (1, 2), (2, 1)]
    assert read.caption == "Anggaran dan Realisasi"


def test_rules_that_only_frame_header_and_body_leave_the_columns_to_the_gaps(tmp_path: Path) -> None:
    level = "".join(line(72, y, 500, y) for y in (700, 680, 620))
    rows = (*ROWS, ("3", "Indeks reformasi", "60", "61"))

    table = table_of(tmp_path, level + filled(XS, (*YS, 620), rows, bold_rows=1))

    assert grid(table) == [list(row) for row in rows]


def test_table_without_any_rule_is_found_by_its_columns(tmp_path: Path) -> None:
    texts = filled(XS, (*YS, 620), (*ROWS, ("3", "Indeks reformasi", "60", "61")))

    table = table_of(tmp_path, texts + write(72, 400, "Alinea sesudahnya tentang hal yang lain sama sekali."))

    assert grid(table)[1:] == [list(ROWS[1]), list(ROWS[2]), ["3", "Indeks reformasi", "60", "61"]]


def test_list_of_contents_is_no_table(tmp_path: Path) -> None:
    titles = ("Latar Belakang", "Tugas dan Fungsi", "Isu Strategis", "Sistematika")
    content = "".join(
        write(72, 700 - 16 * n, f"A. {title}") + write(480, 700 - 16 * n, str(n + 1)) for n, title in enumerate(titles)
    )

    assert tables(read_bytes(tmp_path, pdf(content))) == []


def test_frame_around_a_text_is_no_table(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, pdf(ruled((72, 500), (700, 640)) + write(80, 670, "Catatan penting.")))

    assert tables(document) == []
    assert flow(document) == ["Catatan penting."]


def test_caption_above_is_taken_with_its_number(tmp_path: Path) -> None:
    caption = write(250, 730, "Tabel III.4", bold=True) + write(210, 716, "Realisasi Kinerja Utama", bold=True)

    table = table_of(tmp_path, caption + ruled(XS, YS) + filled(XS, YS, ROWS))

    assert (table.number, table.caption) == ("Tabel III.4", "Realisasi Kinerja Utama")


def test_caption_at_the_foot_of_a_page_names_the_table_on_the_next(tmp_path: Path) -> None:
    caption = write(72, 400, "Uraian panjang tentang kinerja.") + write(200, 150, "Tabel 3.24 Realisasi", bold=True)

    table = table_of(tmp_path, caption, ruled(XS, YS) + filled(XS, YS, ROWS))

    assert (table.number, table.caption) == ("Tabel 3.24", "Realisasi")


def test_sentence_that_names_a_table_is_no_caption(tmp_path: Path) -> None:
    sentence = write(72, 716, "Tabel 3.1 menunjukkan capaian berikut.")

    document = read_bytes(tmp_path, pdf(sentence + ruled(XS, YS) + filled(XS, YS, ROWS)))

    assert [table.number for table in tables(document)] == [""]
    assert flow(document) == ["Tabel 3.1 menunjukkan capaian berikut."]


def test_source_below_a_table_is_its_source(tmp_path: Path) -> None:
    table = table_of(tmp_path, ruled(XS, YS) + filled(XS, YS, ROWS) + write(72, 626, "Sumber: Dinas Contoh, 2021"))

    assert plain(table.source) == "Sumber: Dinas Contoh, 2021"


def test_table_over_two_pages_is_one_for_each_page(tmp_path: Path) -> None:
    first = ruled(XS, YS) + filled(XS, YS, ROWS, bold_rows=1)
    second = ruled(XS, YS[:2]) + filled(XS, YS, (("3", "Indeks reformasi", "60", "61"),))

    found = tables(read_bytes(tmp_path, pdf(first, second)))

    places = [table.place for table in found if table.place]
    assert [(place.page, place.table) for place in places] == [(1, "1"), (2, "2")]
    assert found[1].header == ()


@pytest.mark.parametrize("rotate", [0, 90])
def test_every_cell_says_its_row_its_column_and_its_box(tmp_path: Path, rotate: int) -> None:
    turn = "q 0 1 -1 0 800 0 cm " if rotate else "q "
    content = turn + ruled(XS, YS) + filled(XS, YS, ROWS) + "Q"

    table = table_of(tmp_path, content, rotate=rotate)

    place = table.rows[-1].cells[2].place
    assert place
    assert (place.page, place.row, place.column) == (1, 3, 3)
    upright = (300.0, 640.0, 400.0, 660.0)
    expected = (800 - 660.0, 300.0, 800 - 640.0, 400.0) if rotate else upright
    assert place.box == pytest.approx(expected, abs=1)


def test_scale_of_a_chart_is_no_table(tmp_path: Path) -> None:
    scale = "".join(line(150, 500 + 30 * number, 450, 500 + 30 * number) for number in range(5))
    bars = "".join(ground(180 + 80 * n, 500, 220 + 80 * n, 570 + 15 * n, "0.2 0.4 0.8") for n in range(3))
    labels = "".join(write(180 + 80 * n, 574 + 15 * n, f"{91 + n},78%", size=8) for n in range(3))

    assert tables(read_bytes(tmp_path, pdf(scale + bars + labels))) == []


def test_rest_of_a_row_on_the_next_page_stays_a_row(tmp_path: Path) -> None:
    rest = ruled(XS, YS[:2]) + filled(XS, YS, (("", "menurut kecamatan", "", ""),))

    found = tables(read_bytes(tmp_path, pdf(ruled(XS, YS) + filled(XS, YS, ROWS), rest)))

    assert grid(found[1]) == [["", "menurut kecamatan", "", ""]]


def test_number_that_a_narrow_column_breaks_stays_in_its_row(tmp_path: Path) -> None:
    def row(*texts: str) -> Row:
        return Row(tuple(Cell((Text(text),)) for text in texts))

    columns = (Column(3), Column(1), *(Column(0.7, Align.RIGHT) for _ in range(8)))
    rows = (
        row("Persentase temuan yang belum ditindaklanjuti", "%", "15,75\n(2017)", *["16,11"] * 7),
        row("Retribusi daerah yang dipungut", "Rupiah", "1.725.000.000\n(2017)", *["1.868.324.920"] * 7),
    )
    table = Table(columns, (row("Indikator", "Satuan", "Awal", *"ABCDEFG"),), rows, "narrow", "Realisasi")
    document = Document("Judul", "Dinas", date(2021, 2, 26), (Part(PartKind.BODY, (table,)),))

    (read,) = tables(read_bytes(tmp_path, pdf_writer.write(numbering.resolve(document))))

    assert [line[3:] for line in grid(read)[1:]] == [["16,11"] * 7, ["1.868.324.920"] * 7]
