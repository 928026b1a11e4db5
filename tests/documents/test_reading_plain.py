"""Text and Markdown files are read: headings, lists, and tables by tabs, pipes or gaps."""

from pathlib import Path

import pytest

from saksama.compose.performance_report import compose
from saksama.documents.document import (
    Contents,
    Document,
    Figure,
    ItemList,
    ListKind,
    Paragraph,
    Text,
    UnreadKind,
    blocks,
    plain,
)
from saksama.documents.readers.read import read_document
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.documents.writers.markdown import write
from saksama.exchange.sample import SAMPLE
from tests.documents import read_back

_LONG = "Kalimat yang panjang sekali sehingga berkas ini jelas tidak dipotong pada lebar halaman tertentu. " * 2


def _read(folder: Path, text: str, suffix: str = ".txt") -> Document:
    path = folder / f"laporan{suffix}"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def _lines(document: Document) -> list[str]:
    return [plain(block.content) for block in blocks(document) if isinstance(block, Paragraph)]


def test_tabs_make_a_table_with_the_caption_above_it(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "Tabel. 3.2\nRealisasi dan Capaian\nTahun 2018-2023\n\n"
        "SASARAN\tINDIKATOR\tREALISASI (%)\t\n\t\t2019\t2020\nMutu\tIndeks\t57,14\t93,28\n\tJumlah\t84,69\t100\n",
    )

    (found,) = read_back.tables(document)
    assert (found.number, found.caption) == ("Tabel. 3.2", "Realisasi dan Capaian Tahun 2018-2023")
    assert len(found.header) == 2
    assert read_back.squares(found)[2:] == [["Mutu", "Indeks", "57,14", "93,28"], ["", "Jumlah", "84,69", "100"]]
    place = found.rows[0].cells[3].content[0]
    assert isinstance(place, Text)
    assert place.place is not None
    assert (place.place.line, place.place.start, place.place.row, place.place.column) == (7, 18, 3, 4)


def test_a_cell_that_goes_on_below_its_row_is_whole(tmp_path: Path) -> None:
    document = _read(tmp_path, "No\tUraian\tPagu\n1\tBelanja\t658.408.424\ndan jasa\n2\tModal\t5\n")

    (found,) = read_back.tables(document)
    assert read_back.squares(found)[1] == ["1", "Belanja", "658.408.424 dan jasa"]


def test_gaps_make_a_table(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "Anggaran per program:\n\n"
        "No   Program                Pagu (Rp)\n"
        "1    Pelayanan umum         1.879.363.395\n"
        "2    Penguatan ideologi       532.633.400\n"
        "\nSelesai.\n",
    )

    (found,) = read_back.tables(document)
    assert read_back.squares(found) == [
        ["No", "Program", "Pagu (Rp)"],
        ["1", "Pelayanan umum", "1.879.363.395"],
        ["2", "Penguatan ideologi", "532.633.400"],
    ]
    assert _lines(document) == ["Anggaran per program:", "Selesai."]


def test_headings_are_lines_that_stand_alone(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        f"BAB II\nPERENCANAAN KINERJA\n\nA. Rencana Strategis\n\n{_LONG}\n\n1. Tujuan dan Sasaran\n\n"
        "1. Kelembagaan yang efektif\n2. Kualitas perencanaan\n\n- a. pertama;\n- b. kedua.\n\nBAB III ISI\n",
    )

    assert read_back.headings(document) == [
        (1, "BAB II", "PERENCANAAN KINERJA"),
        (2, "A.", "Rencana Strategis"),
        (3, "1.", "Tujuan dan Sasaran"),
        (1, "BAB III", "ISI"),
    ]
    lists = [block for block in blocks(document) if isinstance(block, ItemList)]
    assert [(block.kind, [plain(item) for item in block.items]) for block in lists] == [
        (ListKind.NUMBERS, ["Kelembagaan yang efektif", "Kualitas perencanaan"]),
        (ListKind.LETTERS, ["pertama;", "kedua."]),
    ]


def test_a_list_of_contents_is_no_table(tmp_path: Path) -> None:
    document = _read(tmp_path, "DAFTAR ISI\n\nKATA PENGANTAR\t1\nBAB I PENDAHULUAN\t3\nA. Umum.....\t4\n\nBAB I UMUM\n")

    (contents,) = (block for block in blocks(document) if isinstance(block, Contents))
    assert [(entry.number, entry.text) for entry in contents.entries] == [
        ("", "KATA PENGANTAR"),
        ("BAB I", "PENDAHULUAN"),
        ("A.", "Umum"),
    ]
    assert not list(read_back.tables(document))


def test_wrapped_lines_are_one_paragraph_and_long_ones_are_their_own(tmp_path: Path) -> None:
    wrapped = _read(tmp_path, "Realisasi sebesar\n93,28 persen.\n\nBerikutnya.\n")
    unwrapped = _read(tmp_path, f"{_LONG}\nMalang, Februari 2021\nKepala Badan\n")

    assert _lines(wrapped) == ["Realisasi sebesar\n93,28 persen.", "Berikutnya."]
    assert _lines(unwrapped)[1:] == ["Malang, Februari 2021", "Kepala Badan"]


def test_marks_of_emphasis_are_no_text_and_places_skip_them(tmp_path: Path) -> None:
    document = _read(tmp_path, "telah **berhasil** tercapai 2 * 3 = 6 dan a_b_c\n")

    (block,) = blocks(document)
    assert isinstance(block, Paragraph)
    runs = [(run.text, run.bold, run.place.start) for run in block.content if isinstance(run, Text) and run.place]
    assert runs == [("telah ", False, 0), ("berhasil", True, 8), (" tercapai 2 * 3 = 6 dan a_b_c", False, 18)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "laporan.txt"
    path.write_bytes("Capaian “Tinggi” – 93,28\r\nBerikut.\r\n".encode(encoding))

    document = read_document(path)

    assert _lines(document) == ["Capaian “Tinggi” – 93,28\nBerikut."]
    assert document.unread == ()


def test_characters_that_no_encoding_gives_are_said(tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    path.write_bytes(b"Laporan kinerja \x81 \xff tahun 2020 lengkap dengan lampirannya")

    (unread,) = read_document(path).unread

    assert (unread.kind, unread.note) == (UnreadKind.DAMAGED, "dibaca sebagai cp1252; 1 karakter tidak dikenal")


def test_our_own_report_reads_back_as_it_was_composed(tmp_path: Path) -> None:
    composed = compose(SAMPLE, 2020)
    path = tmp_path / "laporan.md"
    path.write_bytes(write(composed))

    document = read_document(path)

    assert document.title == composed.title
    assert [found for found in read_back.headings(document) if found[2] != "Penjelasan angka"] == read_back.headings(
        composed
    )
    # Markdown knows no spans: the squares that a cell covers are empty.
    expected = read_back.numbered_tables(composed, spans=False)
    assert {number: found[2] for number, found in read_back.numbered_tables(document).items()} == {
        number: found[2] for number, found in expected.items()
    }


def test_a_chart_in_words_is_a_figure_and_no_table(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "**Gambar 3.1. Target dan Realisasi**\n\n_IKM: target 82, realisasi 84_\n\n| (%) | Target | Realisasi |\n"
        "| --- | --: | --: |\n| IKM | 82 | 84 |\n\nGaris acuan: 100%\n\nAlinea sesudahnya.\n",
        ".md",
    )

    (figure,) = [block for block in blocks(document) if isinstance(block, Figure)]
    assert (figure.number, figure.caption) == ("Gambar 3.1", "Target dan Realisasi")
    assert not list(read_back.tables(document))
    assert _lines(document) == ["Alinea sesudahnya."]


def test_a_table_of_many_rows_is_read(tmp_path: Path) -> None:
    document = _read(tmp_path, "No\tNama\n" + "1\tAni\n" * 50_000)

    (found,) = read_back.tables(document)
    assert len(found.rows) == 50_000


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 300, b"", b"%PDF-1.7"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "laporan.txt"
    path.write_bytes(content)

    with pytest.raises(UnreadableFileError):
        read_document(path)


def test_the_report_that_this_project_started_from_is_read_whole(shared: Path) -> None:
    document = read_document(shared / "corpus" / "000_c20711e304ae2046.txt")

    tables = list(read_back.tables(document))
    assert len(tables) == 14
    assert [found.number for found in tables if found.number] == [
        "Tabel 2.1", "Tabel. 3.2", "Tabel 3.3", "Tabel 3.4", "Tabel 3.5", "Tabel 3.6", "Tabel. 3.7",
    ]  # fmt: skip
    assert [len(found.header) for found in tables] == [2, 2, 1, 1, 1, 2, 3, 4, 2, 2, 1, 1, 2, 2]
    chapters = [(number, text) for level, number, text in read_back.headings(document) if level == 1 and number]
    assert chapters == [
        ("BAB I", "PENDAHULUAN"),
        ("BAB II", "PERENCANAAN KINERJA"),
        ("BAB III", "AKUNTABILITAS KINERJA"),
        ("BAB IV", "PENUTUP"),
    ]
