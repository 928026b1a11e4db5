"""Reading tables of digital PDFs whose rows the end of a page cuts."""

from pathlib import Path

from saksama.documents.document import Table, Text, plain
from tests.documents.pdf_pages import filled, grid, line, pdf, read_bytes, ruled, tables, write

XS = (72.0, 100.0, 160.0, 224.0)
HEADER = ("No", "Program", "Anggaran")


def pages(folder: Path, *contents: str) -> list[Table]:
    return tables(read_bytes(folder, pdf(*contents)))


def page(*rows: tuple[str, ...], height: float = 40.0) -> str:
    ys = tuple(700.0 - height * number for number in range(len(rows) + 1))
    return ruled(XS, ys) + filled(XS, ys, rows)


def test_rest_of_a_row_joins_it_with_its_broken_number(tmp_path: Path) -> None:
    first = page(HEADER, ("1", "Program A", "12.500"), ("2", "Pengelola", "1.625.092."), height=28)
    second = page(HEADER, ("", "an Sumber\nDaya", "000"), ("3", "Program C", "7.000"), height=28)

    found = pages(tmp_path, first, second)

    assert grid(found[0])[1:] == [
        ["1", "Program A", "12.500"],
        ["2", "Pengelolaan Sumber Daya", "1.625.092.000"],
    ]
    assert grid(found[1]) == [list(HEADER), ["3", "Program C", "7.000"]]


def test_words_of_a_rest_stand_on_their_own_page(tmp_path: Path) -> None:
    first = page(HEADER, ("1", "Program\nPengelola", "12.500"), height=28)

    (table,) = pages(tmp_path, first, page(("", "an Sumber", ""), height=28))

    cell = table.rows[-1].cells[1]
    assert plain(cell.content) == "Program Pengelolaan Sumber"
    assert [run.place.page for run in cell.content if isinstance(run, Text) and run.place] == [1, 1, 2, 2]


def test_row_that_begins_a_page_stays_a_row(tmp_path: Path) -> None:
    first = page(HEADER, ("1", "Program A\nberlanjut", "1.625.092"), height=28)

    for row in (
        ("", "Program B\nkedua", "7.000"),  # a number of its own
        ("", "a. kegiatan", ""),  # a numbering
        ("2", "baru", ""),
    ):
        found = pages(tmp_path, first, page(HEADER, row, height=28))

        assert grid(found[1])[1] == [text.replace("\n", " ") for text in row]


def test_text_that_had_room_on_the_page_before_is_no_rest(tmp_path: Path) -> None:
    found = pages(tmp_path, page(HEADER, ("1", "Jumlah", "")), page(HEADER, ("", "dana", "")))

    assert grid(found[1])[1] == ["", "dana", ""]


def test_header_cut_at_the_end_of_a_page_is_whole(tmp_path: Path) -> None:
    first = page(("No", "Program", "Anggaran\nPerubahan"), height=28)

    (table,) = pages(tmp_path, first, page(("", "", "(Rp)"), height=28))

    assert grid(table) == [["No", "Program", "Anggaran Perubahan (Rp)"]]


def test_stub_cut_between_two_of_its_rows_is_whole(tmp_path: Path) -> None:
    def rows(top: str, *figures: str) -> str:
        end = 700 - 24 * len(figures)
        level = "".join(line(160, 700 - 24 * number, 224, 700 - 24 * number) for number in range(len(figures) + 1))
        sides = "".join(line(x, 700, x, end) for x in XS) + line(72, 700, 160, 700) + line(72, end, 160, end)
        inside = filled(XS, (700,), (("1" if "Sasaran" in top else "", top),))
        return level + sides + inside + "".join(write(164, 688 - 24 * n, text) for n, text in enumerate(figures))

    found = pages(tmp_path, rows("Sasaran\nlayanan\nyang mudah\ndan", "80", "90"), rows("murah", "70", "60"))

    assert [plain(cell.content) for cell in found[0].rows[0].cells] == [
        "1",
        "Sasaran layanan yang mudah dan murah",
        "80",
    ]
    assert [plain(cell.content) for row in found[1].rows for cell in row.cells] == ["", "", "70", "60"]


def test_words_of_a_repeated_header_that_hang_into_the_row_below_are_not_its_words(tmp_path: Path) -> None:
    header = ("No", "Indikator\nKinerja\nUtama", "Target")
    first = page(header, ("1", "Indeks", "80"))
    ys = (700.0, 672.0, 640.0)
    hanging = filled(XS, ys, (("No", "Indikator\nKinerja", "Target"), ("2", "Nilai", "90"))) + write(104, 661, "Utama")

    found = pages(tmp_path, first, ruled(XS, ys) + hanging, ruled(XS, ys) + hanging)

    assert [grid(table)[1] for table in found[1:]] == [["2", "Nilai", "90"]] * 2


def test_caption_with_its_title_on_a_line_of_its_own_is_of_the_table_below(tmp_path: Path) -> None:
    second = ruled(XS, (500.0, 480.0, 460.0)) + filled(XS, (500.0, 480.0), (HEADER, ("1", "Program A", "12")))
    caption = write(72, 540, "Tabel 2.3", bold=True) + write(72, 520, "Anggaran Program", bold=True)

    found = pages(tmp_path, page(HEADER, ("1", "Program A", "12")) + caption + second)

    assert [table.number for table in found] == ["", "Tabel 2.3"]
