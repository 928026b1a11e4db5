"""The PDF writer against what users type: any text and any shape of table gives a file, and nothing is executed."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.documents import numbering
from saksama.documents.document import (
    Block,
    Cell,
    Column,
    Contents,
    ContentsKind,
    Cover,
    Document,
    Figure,
    Heading,
    HeadingNumbering,
    ItemList,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Part,
    PartKind,
    Row,
    RowKind,
    Signature,
    Signatures,
    Table,
    Text,
)
from saksama.documents.pictures import Box, Chart, ChartKind, Image, Series, SeriesRole, Tree
from saksama.documents.writers import pdf
from saksama.documents.writers.typesetting.characters import breakable, displayable
from saksama.documents.writers.typesetting.grid import table as table_grid
from tests.documents.demonstration import text
from tests.documents.test_pdf import document, grid, pages, written

# What a user typed


@pytest.mark.parametrize(
    "typed",
    [
        '#read("/etc/passwd")',
        "#{while true {}}",
        '#import "report.typ": *',
        "$x^2$ \\ <label> *tebal* `kode` _u_ = H",
        "= Judul\n== Anak",
        "]#pagebreak()[",
        "\\u{41} // ulasan /* x */",
        '<script>alert("x")</script> & <b>',
    ],
)
def test_source_code_is_printed_as_typed(typed: str) -> None:
    block = grid((Row((Cell(text(typed)), Cell(text("x")))),))

    paragraph, cell = written(Paragraph(text(typed))), written(block)

    assert "".join(typed.split()) in "".join(paragraph.split())
    assert "".join(typed.split()) in "".join(re.sub("[\u00ad\u200b]", "", cell).split())


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b\x07c\x1b\ud800d\udfffe\ufeff", "abcde"),
        ("12\u202e34", "1234"),
        ("a\r\nb\tc", "a\nb c"),
        ("العربية", "□" * 7),
        ("\uf0b7 butir", "□ butir"),
        ("𝐓𝐞𝐛𝐚𝐥 １２", "Tebal 12"),
        ("e\u0301", "é"),
        ("⇶\u0301", "⇶□"),
        ("q" + "\u0301" * 9, "q" + "\u0301" * 4),
    ],
)
def test_what_the_fonts_cannot_show_is_dropped_or_replaced(typed: str, shown: str) -> None:
    assert displayable(typed) == shown
    assert shown in written(Paragraph(text(typed)))


def full_of(typed: str) -> Document:
    """Every place that takes text, with the same text in it."""
    content = text(typed)
    image = Image("image/png", typed.encode(errors="replace"), typed, 0, -5)
    chart = Chart(ChartKind.BARS, (typed,), (Series(typed, SeriesRole.ACTUAL, (Decimal(5),), (typed,)),), typed, typed)
    rows = (
        Row((Cell(content, colspan=2),), RowKind.GROUP),
        Row((Cell(content), Cell((Text(typed, bold=True, italic=True), Text(typed, gap=True))))),
        Row((Cell(content), Cell(content)), RowKind.TOTAL),
    )
    signature = Signature((content,), content, (content,))
    blocks: tuple[Block, ...] = (
        Heading(3, typed, "tiga"),
        Heading(1, typed, "satu", HeadingNumbering.CHAPTER),
        Heading(4, typed, "empat"),
        Paragraph(content),
        ItemList((content,)),
        Table((Column(1), Column(3)), rows[1:2], rows, "tabel", typed, content, (content,)),
        Figure(image, "citra", typed, content),
        Figure(chart, "diagram", typed),
        Figure(Tree(Box(typed, (Box(typed),)), typed), "bagan", typed),
        KeyFigures((KeyFigure(typed, content, typed),) * 3),
        Signatures(signature, signature),
        Contents(ContentsKind.HEADINGS),
        Contents(ContentsKind.TABLES),
    )
    cover = Cover(typed, typed, (typed,), typed, image, typed)
    parts = (Part(PartKind.COVER, (cover,)), Part(PartKind.FRONT, blocks))
    return numbering.resolve(Document(typed, typed, date(2021, 1, 1), parts, typed, typed, typed, typed))


@pytest.mark.parametrize(
    "typed", ["", " ", "\n", "\n\n\n", "\u00ad\u00ad", "x" * 5000, "-" * 600, "\u00a0" * 400, "\u0301" * 50, "Z͑ͫ̓ͪ é̖"]
)
def test_strange_text_in_every_place_gives_a_file(typed: str) -> None:
    assert pdf.write(full_of(typed)).startswith(b"%PDF")


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_any_text_in_every_place_gives_a_file(typed: str) -> None:
    assert pdf.write(full_of(typed)).startswith(b"%PDF")


@given(st.text(max_size=80), st.integers(min_value=3, max_value=20))
def test_places_to_break_leave_the_letters_alone(typed: str, limit: int) -> None:
    clean = re.sub("[\u00ad\u200b]", "", typed)

    assert re.sub("[\u00ad\u200b]", "", breakable(clean, limit)) == clean


def test_a_long_word_is_divided_at_a_syllable() -> None:
    assert breakable("penyelenggaraan", 9) == "penye\u00adlengga\u00adraan"


def test_a_document_without_title_gets_one() -> None:
    with pikepdf.open(io.BytesIO(pdf.write(document(Paragraph(text("x")), title="")))) as opened:
        assert str(opened.docinfo["/Title"]) == "Dokumen"


# Tables of every shape


@pytest.mark.parametrize(
    "block",
    [
        Table((), (), ()),
        grid((), header=(Row((Cell(text("Hanya")), Cell(text("kepala")))),)),
        grid((Row((Cell(text("satu")),)),), columns=1),
        grid((Row(tuple(Cell(text("1.234.567,89")) for _ in range(20))),) * 3, columns=20),
        grid((Row((Cell(text("kelompok terakhir"), colspan=2),), RowKind.GROUP),)),
        grid((Row((Cell(text("kelompok"), colspan=2),), RowKind.GROUP),) * 3),
        grid((Row((Cell(text("turun"), rowspan=9), Cell(text("x")))), Row((Cell(text("y"), colspan=7),)))),
        grid((Row(()), Row((Cell(text("kurang")),)), Row((Cell(text("lebih")),) * 5))),
        grid((Row((Cell(text("a")), Cell(text("b")))),), header=(Row((Cell(text("kepala " * 1800)), Cell(()))),)),
        replace(grid((Row((Cell(text("a")), Cell(text("b")))),)), columns=(Column(0), Column(-3))),
    ],
)
def test_a_table_of_any_shape_gives_a_file(block: Table) -> None:
    assert pdf.write(document(block)).startswith(b"%PDF")


def test_a_cell_of_three_pages_loses_nothing() -> None:
    words = " ".join(f"kata{number}" for number in range(1800))

    found = pages(pdf.write(document(grid((Row((Cell(text(words)), Cell(text("singkat")))),)))))

    assert len(found) >= 3
    assert [number for number in range(1800) if f"kata{number}" not in " ".join(found)] == []


extents = st.integers(min_value=1, max_value=4)
shapes = st.lists(st.lists(st.tuples(extents, extents), max_size=5), max_size=6)


@given(shapes)
def test_every_place_of_a_table_has_exactly_one_cell(shape: list[list[tuple[int, int]]]) -> None:
    rows = tuple(Row(tuple(Cell(text("x"), colspan=wide, rowspan=high) for wide, high in row)) for row in shape)

    found = table_grid(grid(rows), width=400, inlines=lambda content, limit: "x")

    cells, columns = found["rows"], found["columns"]
    assert isinstance(cells, list)
    assert isinstance(columns, list)
    area = sum(c.get("colspan", 1) * c.get("rowspan", 1) if isinstance(c, dict) else 1 for c in cells)
    assert area == len(columns) * len(rows)


@settings(max_examples=15, deadline=None)
@given(shapes)
def test_any_extents_give_a_file(shape: list[list[tuple[int, int]]]) -> None:
    rows = tuple(
        Row(
            tuple(Cell(text("x"), colspan=wide, rowspan=high) for wide, high in row),
            RowKind.GROUP if len(row) == 1 else RowKind.BODY,
        )
        for row in shape
    )

    assert pdf.write(document(grid(rows, header=rows[:2]))).startswith(b"%PDF")
