"""Reading the text of digital PDFs: words by place, what is not seen, headings and paragraphs, refusals and limits."""

import io
from pathlib import Path

import pikepdf
import pytest

from saksama.documents.document import (
    Document,
    Figure,
    Heading,
    HeadingNumbering,
    ItemList,
    ListKind,
    Paragraph,
    Text,
    UnreadKind,
    blocks,
)
from saksama.documents.pictures import Image
from saksama.documents.readers.pdf import drawings
from saksama.documents.readers.pdf import read as read_module
from saksama.documents.readers.unreadable import UnreadableFileError
from tests.documents.pdf_pages import A4, flow, ground, line, pdf, picture, read_bytes, write

PROSE = "Kinerja pelayanan masyarakat pada tahun pelaporan telah melampaui target yang ditetapkan"


def kinds(document: Document) -> list[UnreadKind]:
    return [problem.kind for problem in document.unread]


def test_order_of_words_is_that_of_the_page_and_not_of_the_file(tmp_path: Path) -> None:
    content = write(150, 700, "kedua") + write(72, 650, "Akhir") + write(72, 700, "Pertama dan")

    document = read_bytes(tmp_path, pdf(content))

    assert flow(document) == ["Pertama dan kedua", "Akhir"]


def test_letters_drawn_one_by_one_make_a_word(tmp_path: Path) -> None:
    places = {"9": 72.0, "3": 77.56, ",": 83.12, "2": 85.9, "8": 91.46}
    content = "".join(write(x, 700, letter) for letter, x in reversed(places.items()))

    assert flow(read_bytes(tmp_path, pdf(content))) == ["93,28"]


def test_text_drawn_twice_to_look_bold_is_read_once(tmp_path: Path) -> None:
    content = write(72, 700, "138,19%") + write(72.4, 700, "138,19%")

    assert flow(read_bytes(tmp_path, pdf(content))) == ["138,19%"]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_turned_page_reads_like_an_upright_one_and_keeps_its_own_points(tmp_path: Path, rotate: int) -> None:
    # The text runs so that it stands upright once the page is turned clockwise.
    turned = {90: "0 1 -1 0 500 100", 180: "-1 0 0 -1 500 700", 270: "0 -1 1 0 100 700"}[rotate]
    content = f"BT /F 10 Tf {turned} Tm (Nilai survei 80,5) Tj ET"

    document = read_bytes(tmp_path, pdf(content, rotate=rotate))

    (paragraph,) = blocks(document)
    assert flow(document) == ["Nilai survei 80,5"]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.place
    box = paragraph.place.box
    assert box
    x, y = (float(value) for value in turned.split()[4:])
    assert box[0] - 3 <= x <= box[2] + 3
    assert box[1] - 3 <= y <= box[3] + 3


def test_page_printed_sideways_without_saying_so_is_turned(tmp_path: Path) -> None:
    lines = "".join(
        f"BT /F 10 Tf 0 1 -1 0 {x} 72 Tm ({text}) Tj ET\n" for x, text in ((100, "Baris satu"), (114, "Dua"))
    )

    assert flow(read_bytes(tmp_path, pdf(lines))) == ["Baris satu Dua"]


def test_superscript_never_becomes_a_digit_of_the_number_before_it(tmp_path: Path) -> None:
    content = write(72, 700, "83,11") + write(97.1, 703.5, "1", size=6)

    assert flow(read_bytes(tmp_path, pdf(content))) == ["83,11 ¹"]


def test_text_that_nobody_sees_is_left_out_and_counted(tmp_path: Path) -> None:
    content = (
        write(72, 700, "Tampak")
        + write(72, 650, "taktampak", before="3 Tr")
        + write(72, 600, "putih", before="1 1 1 rg")
        + write(900, 700, "luar")
    )

    document = read_bytes(tmp_path, pdf(content))

    assert flow(document) == ["Tampak"]
    assert [(problem.kind, problem.note) for problem in document.unread] == [(UnreadKind.HIDDEN, "18 huruf")]


def test_white_text_on_a_dark_ground_is_read(tmp_path: Path) -> None:
    content = ground(60, 690, 300, 715, "0 0 0.5") + write(72, 698, "INDIKATOR", before="1 1 1 rg")

    document = read_bytes(tmp_path, pdf(content))

    assert flow(document) == ["INDIKATOR"]
    assert document.unread == ()


def test_glyph_without_a_character_shows_as_unknown_and_is_counted(tmp_path: Path) -> None:
    source = pikepdf.open(io.BytesIO(pdf(write(72, 700, "Nilai 80"))))
    font = source.pages[0].Resources.Font.F
    font.Encoding = pikepdf.Dictionary(Differences=pikepdf.Array([56, pikepdf.Name("/takbernama")]))
    stream = io.BytesIO()
    source.save(stream)

    document = read_bytes(tmp_path, stream.getvalue())

    assert flow(document) == ["Nilai \ufffd0"]
    assert kinds(document) == [UnreadKind.UNMAPPED_FONT]


def test_page_that_is_a_picture_is_named(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, pdf(write(72, 700, PROSE), picture(0, 0, 595, 842)))

    assert [(problem.kind, problem.place.page) for problem in document.unread] == [(UnreadKind.IMAGE_PAGE, 2)]


def test_large_picture_in_a_page_is_named_with_its_place(tmp_path: Path) -> None:
    content = write(72, 760, PROSE) + picture(100, 200, 400, 300)

    document = read_bytes(tmp_path, pdf(content))

    (problem,) = document.unread
    assert (problem.kind, problem.place.box) == (UnreadKind.IMAGE, (100.0, 200.0, 500.0, 500.0))
    assert any(isinstance(block, Figure) for block in blocks(document))


def test_watermark_askew_is_kept_out_of_the_text(tmp_path: Path) -> None:
    mark = "BT /F 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (SALINAN) Tj ET\n"

    document = read_bytes(tmp_path, pdf(mark + write(72, 700, PROSE)))

    assert flow(document) == [PROSE]
    assert document.mark == "SALINAN"


def test_running_header_and_page_number_are_no_text(tmp_path: Path) -> None:
    pages = [
        write(72, 810, f"LKjIP Dinas Contoh Tahun 2021 | {number}")
        + write(72, 700, f"Uraian {word} tentang kinerja.")
        + write(290, 30, str(number))
        for number, word in enumerate(("pertama", "kedua", "ketiga", "keempat"), start=1)
    ]

    document = read_bytes(tmp_path, pdf(*pages))

    assert flow(document) == [f"Uraian {word} tentang kinerja." for word in ("pertama", "kedua", "ketiga", "keempat")]


def test_lettered_title_that_each_section_repeats_is_no_running_header(tmp_path: Path) -> None:
    title = "Sasaran dua tentang keselamatan"
    pages = [write(72, 790, "b.", bold=True) + write(92, 790, title, bold=True) + write(72, 700, PROSE)] * 4

    headings = [block.text for block in blocks(read_bytes(tmp_path, pdf(*pages))) if isinstance(block, Heading)]

    assert headings == [title] * 4


def test_title_of_a_table_below_its_number_is_no_running_header(tmp_path: Path) -> None:
    pages = [
        write(72, 790, f"Tabel 3.{number}")
        + write(72, 775, f"Capaian Kinerja Sasaran {number} Tahun 2020")
        + write(72, 400, PROSE)
        for number in range(1, 6)
    ]

    text = " ".join(flow(read_bytes(tmp_path, pdf(*pages))))

    assert all(f"Capaian Kinerja Sasaran {number} Tahun 2020" in text for number in range(1, 6))


def test_heading_of_an_objective_stands_below_that_of_its_section(tmp_path: Path) -> None:
    content = (
        write(72, 760, "1. Perbandingan Target dan Realisasi", bold=True)
        + write(72, 744, "Sasaran 1: Menurunnya risiko", bold=True, italic=True)
        + write(72, 722, PROSE)
        + write(72, 708, "sebesar 50,6%. Capaian indikator ini sebesar 118,50% dari seluruh target yang ditetapkan.")
        + write(72, 686, "Sasaran 2: Meningkatnya akuntabilitas kinerja perangkat daerah dan pelayanan", bold=True)
    )

    found = [block for block in blocks(read_bytes(tmp_path, pdf(content))) if isinstance(block, Heading)]

    assert [(block.level, block.number, block.text[:9]) for block in found] == [
        (3, "1.", "Perbandin"),
        (4, "", "Sasaran 1"),
        (4, "", "Sasaran 2"),
    ]


def test_paragraphs_of_a_nearly_empty_page_are_parted(tmp_path: Path) -> None:
    end = "sebesar 50,6%. Capaian indikator ini sebesar 118,50% dari target tahun ini yang disepakati."
    content = "".join(write(72, y, text) for y, text in ((700, PROSE), (686, end), (662, PROSE), (648, end)))

    found = flow(read_bytes(tmp_path, pdf(content + write(72, 624, "Penutup laporan."))))

    assert found == [f"{PROSE} {end}", f"{PROSE} {end}", "Penutup laporan."]


def test_number_that_begins_a_line_numbers_no_heading(tmp_path: Path) -> None:
    content = write(72, 700, f"{PROSE} sebesar") + write(72, 686, "5.950 orang dan realisasinya 6.878 orang.")

    assert flow(read_bytes(tmp_path, pdf(content + write(72, 640, PROSE)))) == [
        f"{PROSE} sebesar 5.950 orang dan realisasinya 6.878 orang.",
        PROSE,
    ]


def test_number_beside_a_title_is_no_page_number(tmp_path: Path) -> None:
    content = write(72, 790, "7.", bold=True) + write(92, 790, "Analisis Program", bold=True) + write(72, 700, PROSE)

    headings = [block for block in blocks(read_bytes(tmp_path, pdf(content))) if isinstance(block, Heading)]

    assert [(heading.level, heading.number, heading.text) for heading in headings] == [(3, "7.", "Analisis Program")]


def test_chapter_takes_its_title_from_the_line_below(tmp_path: Path) -> None:
    content = (
        write(270, 700, "BAB III", bold=True, size=12)
        + write(220, 680, "AKUNTABILITAS KINERJA", bold=True, size=12)
        + write(72, 650, PROSE)
        + write(72, 636, PROSE)
    )

    chapter = next(block for block in blocks(read_bytes(tmp_path, pdf(content))) if isinstance(block, Heading))

    assert (chapter.number, chapter.text) == ("BAB III", "AKUNTABILITAS KINERJA")
    assert chapter.numbering is HeadingNumbering.CHAPTER


def test_sentence_that_names_a_chapter_is_no_heading(tmp_path: Path) -> None:
    content = write(72, 700, PROSE) + write(72, 686, "Bab III memuat akuntabilitas kinerja dan realisasi anggaran.")

    assert not any(isinstance(block, Heading) for block in blocks(read_bytes(tmp_path, pdf(content))))


def test_lines_of_a_paragraph_join_and_a_hyphen_of_a_broken_word_goes(tmp_path: Path) -> None:
    content = (
        write(72, 700, PROSE + " program-")
        + write(72, 686, "nya dilaksanakan menurut peraturan perundang-undangan dan sebaik-")
        + write(72, 672, "baiknya.")
    )

    (text,) = flow(read_bytes(tmp_path, pdf(content)))

    assert text == f"{PROSE} programnya dilaksanakan menurut peraturan perundang-undangan dan sebaik-baiknya."


def test_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    above = write(72, 120, PROSE + " oleh")
    below = write(72, 720, "kepala daerah pada awal tahun.") + write(72, 690, "Alinea lain yang berdiri sendiri.")

    assert flow(read_bytes(tmp_path, pdf(above, below))) == [
        f"{PROSE} oleh kepala daerah pada awal tahun.",
        "Alinea lain yang berdiri sendiri.",
    ]


def test_list_loses_its_marks_and_keeps_its_kind(tmp_path: Path) -> None:
    items = ("Pemantauan orang asing;", "Fasilitasi forum;", "Pembinaan ormas.")
    marks = "".join(
        write(72, 680 - 14 * number, f"{number + 1}.") + write(90, 680 - 14 * number, item)
        for number, item in enumerate(items)
    )

    document = read_bytes(tmp_path, pdf(write(72, 700, PROSE) + marks))

    (found,) = (block for block in blocks(document) if isinstance(block, ItemList))
    assert found.kind is ListKind.NUMBERS
    assert flow(document) == [PROSE, *items]


def test_words_of_a_chart_are_kept_apart_from_the_text(tmp_path: Path) -> None:
    bars = "".join(ground(200, 500 + 30 * number, 320 + 20 * number, 515 + 30 * number) for number in range(4))
    axis = line(200, 490, 200, 630) + "".join(write(200 + 40 * n, 476, str(20 * n), size=8) for n in range(5))
    names = "".join(write(120, 503 + 30 * number, f"Sasaran {number}", size=8) for number in range(4))
    content = write(72, 700, PROSE) + bars + axis + names + write(72, 430, "Gambar 3.1 Capaian Sasaran", bold=True)

    document = read_bytes(tmp_path, pdf(content))

    (figure,) = (block for block in blocks(document) if isinstance(block, Figure))
    assert (figure.number, figure.caption) == ("Gambar 3.1", "Capaian Sasaran")
    assert flow(document) == [PROSE]
    assert isinstance(figure.picture, Image)
    assert "Sasaran 3" in figure.picture.description


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = "".join(write(60, 700 - 14 * n, f"kiri {n} uraian kinerja pelayanan dinas") for n in range(9))
    right = "".join(write(330, 700 - 14 * n, f"kanan {n} uraian anggaran belanja dinas") for n in range(9))

    text = " ".join(flow(read_bytes(tmp_path, pdf(left + right))))

    assert text.index("kiri 8") < text.index("kanan 0")


def test_every_word_says_where_it_stands(tmp_path: Path) -> None:
    (paragraph,) = blocks(read_bytes(tmp_path, pdf(write(72, 700, "Target 67,5 tercapai"))))

    assert isinstance(paragraph, Paragraph)
    words = [run for run in paragraph.content if isinstance(run, Text)]
    assert [word.text for word in words] == ["Target ", "67,5 ", "tercapai"]
    first, second, _third = (word.place for word in words)
    assert first is not None
    assert second is not None
    assert (first.file, first.page) == ("laporan.pdf", 1)
    assert first.box is not None
    assert second.box is not None
    assert first.box[0] == pytest.approx(72, abs=1)
    assert first.box[1] < 700 < first.box[3]
    assert first.box[2] < second.box[0]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "berkas kosong"),
        (b"PK\x03\x04 bukan PDF", "berkas yang rusak atau terpotong"),
        (b"Hanya teks biasa saja", "berkas teks biasa"),
        (b"%PDF-1.7\nrusak", "berkas PDF yang rusak atau terpotong"),
    ],
)
def test_file_that_is_no_readable_pdf_says_what_it_is(tmp_path: Path, content: bytes, found: str) -> None:
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(tmp_path, content)

    assert error.value.found == found


def test_locked_file_says_that_it_is_locked(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(tmp_path, pdf(write(72, 700, PROSE), password="rahasia"))

    assert error.value.found == "berkas PDF yang dikunci dengan kata sandi"


def test_file_cut_in_the_middle_is_refused_or_read_but_never_fails_otherwise(tmp_path: Path) -> None:
    whole = pdf(*(write(72, 700, f"{PROSE} {number}") for number in range(5)))

    for length in range(0, len(whole), 101):
        try:
            read_bytes(tmp_path, whole[:length])
        except UnreadableFileError:
            continue


def test_pages_past_the_limit_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_module, "MAXIMUM_PAGES", 2)

    document = read_bytes(tmp_path, pdf(*(write(72, 700, f"Halaman {word}") for word in ("satu", "dua", "tiga"))))

    assert flow(document) == ["Halaman satu", "Halaman dua"]
    assert [(problem.kind, problem.note) for problem in document.unread] == [
        (UnreadKind.LIMIT, "hanya 2 dari 3 halaman dibaca")
    ]


def test_pages_stop_where_all_together_hold_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_module, "MAXIMUM_MARKS", 20)  # two pages of twelve letters and one object pass it

    document = read_bytes(tmp_path, pdf(*(write(72, 700, f"Halaman {word}") for word in ("satu", "dua", "tiga"))))

    assert flow(document) == ["Halaman satu", "Halaman dua"]
    assert [problem.note for problem in document.unread] == ["hanya 2 dari 3 halaman dibaca"]


def test_page_of_very_many_objects_is_read_as_far_as_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "MAXIMUM_OBJECTS", 50)
    content = "".join(line(10, y, 20, y) for y in range(10, 110)) + write(72, 700, "Tetap terbaca")

    document = read_bytes(tmp_path, pdf(content))

    assert flow(document) == ["Tetap terbaca"]
    assert kinds(document) == [UnreadKind.LIMIT]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    content = pdf(write(72, 700, PROSE) + picture(100, 200, 400, 300), size=A4)

    assert read_bytes(tmp_path, content) == read_bytes(tmp_path, content)
