"""Web pages are read as a person sees them printed."""

import time
from pathlib import Path

import pytest

from saksama.compose.performance_report import compose
from saksama.documents.document import (
    Contents,
    Document,
    Figure,
    Heading,
    ItemList,
    ListKind,
    Paragraph,
    UnreadKind,
    blocks,
    plain,
)
from saksama.documents.readers.read import read_document
from saksama.documents.writers.html import write
from saksama.exchange.sample import SAMPLE
from tests.documents import read_back
from tests.documents.demonstration import resolved


def _read(folder: Path, body: str) -> Document:
    path = folder / "laporan.html"
    path.write_text(f"<!DOCTYPE html><html><head><title>Laporan</title></head><body>{body}</body></html>", "utf-8")
    return read_document(path)


def _lines(document: Document) -> list[str]:
    return [plain(block.content) for block in blocks(document) if isinstance(block, Paragraph)]


def test_headings_paragraphs_and_lists_are_read(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "<h1>Laporan</h1><h2>BAB I Pendahuluan</h2><h3>A. Umum</h3><p>Teks <b>tebal</b>\n dan&nbsp;biasa.</p>"
        "<ul><li>satu<li>dua</ul><ol type=a><li>huruf</ol><ol start=4><li>empat</ol>",
    )

    assert document.title == "Laporan"
    assert read_back.headings(document) == [(1, "BAB I", "Pendahuluan"), (2, "A.", "Umum")]
    assert _lines(document) == ["Laporan", "Teks tebal dan\xa0biasa.", "4. empat"]
    lists = [block for block in blocks(document) if isinstance(block, ItemList)]
    assert [(block.kind, [plain(item) for item in block.items]) for block in lists] == [
        (ListKind.BULLETS, ["satu", "dua"]),
        (ListKind.LETTERS, ["huruf"]),
    ]


def test_the_cells_of_a_table_have_their_extents_and_places(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "<table><caption>Tabel 3.1 Capaian</caption><thead><tr><th rowspan=2>Sasaran<th colspan=2>Tahun"
        "<tr><th>2019<th>2020</thead><tbody><tr><td rowspan=2>Mutu<td>1<td>2<tr><td>3<td>4</table>",
    )

    (found,) = read_back.tables(document)
    assert (found.number, found.caption, len(found.header), len(found.columns)) == ("Tabel 3.1", "Capaian", 2, 3)
    assert read_back.squares(found) == [
        ["Sasaran", "Tahun", "Tahun"],
        ["Sasaran", "2019", "2020"],
        ["Mutu", "1", "2"],
        ["Mutu", "3", "4"],
    ]
    place = found.rows[1].cells[0].place
    assert place is not None
    assert (place.table, place.row, place.column, place.path) == ("1", 4, 2, "table[1]/tr[4]/td[1]")


def test_a_table_in_a_cell_and_lines_in_a_cell_are_kept(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "<table><tr><td>luar<td><p>satu</p><p>dua</p><table><tr><td>a<td>b</table>sesudah</table><p>Akhir</p>",
    )

    (outer,) = read_back.tables(document)
    holder = outer.rows[0].cells[1]
    assert plain(holder.content) == "satu\ndua\nsesudah"
    assert read_back.squares(holder.tables[0]) == [["a", "b"]]
    assert _lines(document) == ["Akhir"]


def test_what_nobody_sees_is_left_out_and_said_where_it_was_hidden(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "<script>satu()</script><style>p{}</style><template><p>dua</p></template><nav><a>tiga</a></nav>"
        "<p hidden>empat</p><p style='display: none'>lima <b>enam</b></p><details><p>tujuh</p></details>"
        "<!-- delapan --><p>Terlihat.</p>",
    )

    assert _lines(document) == ["Terlihat."]
    assert [(item.kind, item.place.path) for item in document.unread] == [
        (UnreadKind.HIDDEN, "p[1]"),
        (UnreadKind.HIDDEN, "p[2]"),
    ]


def test_what_a_screen_reader_says_of_a_link_is_not_hidden(tmp_path: Path) -> None:
    document = _read(tmp_path, "<p><a href='#x' aria-describedby='tip'>93,28</a></p><p id='tip' hidden>Penjelasan</p>")

    assert _lines(document) == ["93,28"]
    assert document.unread == ()


def test_a_drawing_is_a_figure_with_its_description(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "<figure><svg><title>Target</title><desc>Naik dari 65 menjadi 93,28</desc><text>65</text></svg>"
        "<figcaption><b>Gambar 3.1</b> Jalur</figcaption></figure><p><img src=x alt='Foto'></p>",
    )

    (figure,) = (block for block in blocks(document) if isinstance(block, Figure))
    assert (figure.number, figure.caption) == ("Gambar 3.1", "Jalur")
    assert figure.picture.description == "Target Naik dari 65 menjadi 93,28"
    assert [(item.kind, item.note) for item in document.unread] == [(UnreadKind.IMAGE, "Foto")]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", ""),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str, declared: str) -> None:
    path = tmp_path / "laporan.html"
    path.write_bytes(f"<html><head>{declared}</head><body><p>≤ 76 – “Tinggi”</p></body></html>".replace(
        "≤", "±" if encoding == "cp1252" else "≤"
    ).encode(encoding))  # fmt: skip

    assert _lines(read_document(path)) == [f"{'±' if encoding == 'cp1252' else '≤'} 76 – “Tinggi”"]


def test_our_own_report_reads_back_as_it_was_composed(tmp_path: Path) -> None:
    composed = compose(SAMPLE, 2020)
    path = tmp_path / "laporan.html"
    path.write_bytes(write(composed))

    document = read_document(path)

    assert read_back.headings(document) == read_back.headings(composed)
    assert read_back.numbered_tables(document) == read_back.numbered_tables(composed)


def test_explanations_and_running_lines_of_our_page_are_not_its_text(tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    path.write_bytes(write(resolved()))

    document = read_document(path)

    said = "\n".join(run.text for block in blocks(document) for run in read_back.texts(block))
    assert "Rumus" not in said
    assert "Langsung ke isi" not in said
    assert not [block for block in blocks(document) if isinstance(block, Heading) and "Penjelasan" in block.text]


@pytest.mark.parametrize("body", ["<div>" * 5000 + "dalam", "<table><tr><td>" * 60 + "dalam", "<ul><li>" * 3000 + "x"])
def test_nesting_without_end_is_read_to_a_limit(tmp_path: Path, body: str) -> None:
    document = _read(tmp_path, "<p>Awal.</p>" + body)

    assert _lines(document)[0] == "Awal."
    assert UnreadKind.LIMIT in {item.kind for item in document.unread}


def test_a_page_without_end_tags_is_read(tmp_path: Path) -> None:
    path = tmp_path / "laporan.htm"
    path.write_text("<html><body><h2>A. Umum<p>satu<p>dua<table><tr><td>x", encoding="utf-8")

    document = read_document(path)

    assert read_back.headings(document) == [(2, "A.", "Umum")]
    assert _lines(document) == ["satu", "dua"]
    assert [read_back.squares(found) for found in read_back.tables(document)] == [[["x"]]]


@pytest.mark.parametrize("piece", ["<!-- ", "<a b=", "<a b='", "<![CDATA[", "</a ", "a<br>", "<b>a</b>c", "<ul><li>"])
def test_a_page_that_never_ends_what_it_begins_takes_bounded_time(tmp_path: Path, piece: str) -> None:
    begun = time.process_time()

    _read(tmp_path, piece * 20_000)

    assert time.process_time() - begun < 5


def test_the_page_s_own_list_of_contents_is_no_text(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "<h1>Daftar Isi</h1><p><b><a href='#a'>BAB I Pendahuluan 1</a></b></p><p><a href='#b'>A. Umum</a></p>"
        "<h1><a name=a></a>BAB IPendahuluan</h1><p>Lihat <a href='#b'>A. Umum</a>.</p>",
    )

    assert read_back.headings(document) == [(1, "", "Daftar Isi"), (1, "BAB I", "Pendahuluan")]
    (contents,) = (block for block in blocks(document) if isinstance(block, Contents))
    assert [(entry.number, entry.text) for entry in contents.entries] == [("BAB I", "Pendahuluan 1"), ("A.", "Umum")]
    assert _lines(document) == ["Lihat A. Umum."]
