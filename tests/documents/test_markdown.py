from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from saksama.documents.document import (
    Align,
    Block,
    Cell,
    Column,
    Contents,
    ContentsEntry,
    ContentsKind,
    Document,
    Figure,
    Heading,
    HeadingNumbering,
    ItemList,
    ListKind,
    Paragraph,
    ParagraphStyle,
    Part,
    PartKind,
    Row,
    Signature,
    Signatures,
    Table,
    Text,
)
from saksama.documents.pictures import Chart, ChartKind, Series, SeriesRole
from saksama.documents.writers.markdown import write
from tests.documents.demonstration import resolved, text


def written(*blocks: Block) -> str:
    document = Document("Judul", "Dinas", date(2021, 1, 1), (Part(PartKind.BODY, blocks),))
    return write(document).decode("utf-8").removeprefix("# Judul\n\n").removesuffix("\n")


def row(*texts: str) -> Row:
    return Row(tuple(Cell(text(one)) for one in texts))


def columns(aligns: Sequence[Align]) -> tuple[Column, ...]:
    return tuple(Column(1, align) for align in aligns)


def test_a_heading_stands_one_level_below_the_title_with_its_number() -> None:
    assert written(Heading(1, "Penutup", "p", HeadingNumbering.CHAPTER, "BAB IV")) == "## BAB IV Penutup"
    assert written(Heading(3, "Anggaran", "a", number="1.")) == "#### 1. Anggaran"


def test_runs_keep_their_styles_and_gaps_stand_out() -> None:
    runs = (Text("Capaian "), Text("138,19 ", bold=True), Text("dan ", italic=True), Text("belum diisi", gap=True))

    assert written(Paragraph(runs)) == "Capaian **138,19** _dan_ _belum diisi_"


def test_a_lead_is_quoted_and_a_line_break_stays() -> None:
    assert written(Paragraph(text("satu\ndua"), ParagraphStyle.LEAD)) == "> satu  \n> dua"


def test_lists_are_marked_by_their_kind() -> None:
    items = (text("satu"), text("dua"))

    assert written(ItemList(items)) == "- satu\n- dua"
    assert written(ItemList(items, ListKind.NUMBERS)) == "1. satu\n2. dua"
    assert written(ItemList(items, ListKind.LETTERS)) == "- a. satu\n- b. dua"


def test_a_cell_that_spans_stands_in_its_first_square() -> None:
    table = Table(
        columns((Align.LEFT, Align.CENTER, Align.RIGHT)),
        (
            Row((Cell(text("No"), rowspan=2), Cell(text("Tahun 2020"), colspan=2))),
            row("Target", "Realisasi"),
        ),
        (Row((Cell(text("1"), rowspan=2), Cell(text("67,5")), Cell(text("93,28")))), row("-5", "a\nb")),
        caption="Capaian",
        number="Tabel 3.1",
        source=text("Sumber: dinas."),
    )

    assert written(table).split("\n") == [
        "**Tabel 3.1. Capaian**",
        "",
        "| No | Tahun 2020 |  |",
        "| --- | :-: | --: |",
        "|  | **Target** | **Realisasi** |",
        "| 1 | 67,5 | 93,28 |",
        "|  | -5 | a<br>b |",
        "",
        "Sumber: dinas.",
    ]


def test_a_chart_is_a_table_of_its_printed_values() -> None:
    actual = Series("Realisasi", SeriesRole.ACTUAL, (Decimal("93.28"), None), ("93,28", "belum diisi"))
    chart = Chart(ChartKind.BARS, ("KTP", "Akta"), (actual,), "%", "Uraian gambar.")

    assert written(Figure(chart, "g", "Realisasi", number="Gambar 3.1")).split("\n") == [
        "**Gambar 3.1. Realisasi**",
        "",
        "_Uraian gambar._",
        "",
        "| (%) | Realisasi |",
        "| --- | --: |",
        "| KTP | 93,28 |",
        "| Akta | _belum diisi_ |",
    ]


def test_contents_are_an_indented_list() -> None:
    entries = (ContentsEntry(1, "BAB I", "Pendahuluan", "a"), ContentsEntry(2, "A.", "Latar", "b"))

    assert written(Contents(ContentsKind.HEADINGS, entries)) == "- BAB I Pendahuluan\n  - A. Latar"


def test_two_signatures_stand_one_after_the_other() -> None:
    left = Signature((text("Pihak Kedua,"),), text("I Wayan Contoh"))
    right = Signature((text("Pihak Pertama,"),), text("Ni Made Contoh"), (text("NIP 1"),))

    assert written(Signatures(right, left)) == (
        "Pihak Kedua,  \nI Wayan Contoh\n\nPihak Pertama,  \nNi Made Contoh  \nNIP 1"
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("*tebal* _miring_ `kode` ~~coret~~", r"\*tebal\* \_miring\_ \`kode\` \~\~coret\~\~"),
        ("[teks](alamat) ![g](x)", r"\[teks\](alamat) !\[g\](x)"),
        ("<script>alert(1)</script> &lt;", r"\<script\>alert(1)\</script\> \&lt;"),
        ("# judul", r"\# judul"),
        ("- butir", r"\- butir"),
        ("+ butir", r"\+ butir"),
        ("1. butir", r"1\. butir"),
        ("2020 adalah tahun", "2020 adalah tahun"),
        ("a\n---", "a  \n\\---"),
        ("a\n===", "a  \n\\==="),
        ("a\n\n    kode", "a  \n\nkode"),
        ("a | b", r"a \| b"),
        ("http://contoh.id www.contoh.id a@b.id", r"http\://contoh.id www\.contoh.id a\@b.id"),
        ("$x$ \\", r"\$x\$ \\"),
        ("a\x00b\x1b\ud800c", "abc"),
    ],
)
def test_typed_text_cannot_become_markup(typed: str, printed: str) -> None:
    assert written(Paragraph(text(typed))) == printed


def test_a_typed_bar_does_not_make_a_column() -> None:
    table = Table(columns((Align.LEFT,)), (row("a | b"),), (row("c | d\n| e"),))

    assert written(table) == "| a \\| b |\n| --- |\n| c \\| d<br>\\| e |"


def test_a_heading_cannot_be_closed_by_typed_signs() -> None:
    assert written(Heading(1, "Program C##", "c")) == "## Program C\\#\\#"


def test_every_block_of_the_demonstration_is_written() -> None:
    found = write(resolved()).decode("utf-8")

    for words in (
        "**Contoh, bukan laporan resmi**",
        "## BAB II Akuntabilitas Kinerja",
        "**Tabel L1.1. Tabel yang lebar**",
        "  - Sekretariat",
        "- Rata-rata capaian: 162,73% (Sangat Berhasil)",
        "Garis acuan: Target akhir 75",
        "## Penjelasan angka",
    ):
        assert words in found
    assert "\n\n\n" not in found
    assert found.endswith("\n")
